"""What is inside of archives, one module per kind of archive."""
