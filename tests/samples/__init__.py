"""The sample archive: twenty years of an invented county office, with its known truth."""
