"""How wide a character is printed."""

import unicodedata


def is_wide(character: str) -> bool:
    """Whether a character takes a whole em, as Chinese characters and signs do."""
    return character >= "\u1100" and unicodedata.east_asian_width(character) in "WFA"
