"""公文: the list of what is held, search, and one document beside it."""
