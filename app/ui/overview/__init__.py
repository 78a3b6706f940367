"""概览: what is held, what is decided, what is left."""
