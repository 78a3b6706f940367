"""One module for each kind of file the samples are written as; all of them are deterministic."""
