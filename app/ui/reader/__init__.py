"""Reading a document: its text with marked places, its elements and what speaks for an attribute."""
