"""Figures, sheets, letters and lists made from the catalogue."""
