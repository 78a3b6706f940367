"""Dishu (底数): inventory, disclosure review and archive transfer of an office's documents."""

__version__ = "0.1.0"
