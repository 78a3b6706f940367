"""The window: screens over the same use cases as the command line; the only package that imports Qt."""
