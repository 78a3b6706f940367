"""采集: folders in, with rate and time left; what could not be read, by cause."""
