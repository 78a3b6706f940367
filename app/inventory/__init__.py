"""Folders in, catalogued documents out: elements, items and gaps (底数)."""
