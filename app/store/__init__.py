"""The catalogue on disk: the only package that knows SQL."""
