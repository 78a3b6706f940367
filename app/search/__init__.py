"""Finding documents: the query language, hits with snippets, saved and logged searches."""
