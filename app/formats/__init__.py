"""Every file format: identification, reading, writing, containers and the worker processes."""
