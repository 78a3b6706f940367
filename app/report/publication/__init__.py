"""Before publication: what a document must not carry out of the house, and what its format lacks."""
