"""The vocabulary of the trade: frozen dataclasses and enums, no input or output."""
