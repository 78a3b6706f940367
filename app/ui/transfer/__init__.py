"""移交: what is ready, what is missing, numbers, packages and their verification."""
