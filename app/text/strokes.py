"""Sort keys by number of strokes, as lists of names are ordered in print (姓氏笔画)."""

from functools import cache

from app.text.stroke_table import ORDER

KEY_CHARACTERS = 24
"""Characters of the text that count for its order; more would not be seen in a list."""


def stroke_key(text: str) -> tuple[int, ...]:
    """A key that sorts by strokes, character by character; digits and letters come before Han.

    Characters outside the table (rare ones) come last, in the order of their codes.
    """
    ranks = _ranks()
    return tuple(ranks.get(character, _other(character)) for character in text[:KEY_CHARACTERS])


def _other(character: str) -> int:
    return ord(character) - 0x110000 if ord(character) < ord("一") else len(ORDER) + ord(character)


@cache
def _ranks() -> dict[str, int]:
    return {character: rank for rank, character in enumerate(ORDER)}
