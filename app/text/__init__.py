"""Pure functions on Chinese text."""
