"""Sort keys by number of strokes, as lists of names are ordered in print (姓氏笔画)."""

from functools import cache

from app.text.stroke_table import ORDER

_FIRST_RANK = 0x110000
"""Behind every code of Unicode, so that what stands before Han keeps its code as rank."""
KEY_CHARACTERS = 24
"""Characters of the text that count for its order; more would not be seen in a list."""


def stroke_key(text: str) -> bytes:
    """A key that sorts by strokes, character by character; digits and letters come before Han.

    Three bytes a character. Characters outside the table (rare ones) come last, in the order of their codes.
    """
    ranks = _ranks()
    return b"".join(
        ranks.get(character, _other(character)).to_bytes(3, "big") for character in text[:KEY_CHARACTERS]
    )


def _other(character: str) -> int:
    code = ord(character)
    return code if code < ord("一") else _FIRST_RANK + len(ORDER) + code


@cache
def _ranks() -> dict[str, int]:
    return {character: rank for rank, character in enumerate(ORDER, _FIRST_RANK)}
