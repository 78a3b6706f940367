"""Parts that several screens are made of; none of them knows the catalogue."""
