"""Sort keys by pronunciation."""

import os
import unicodedata
from functools import lru_cache

os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")  # single readings are enough; phrases cost 0.4 s at start

from pypinyin.pinyin_dict import pinyin_dict  # reads the variable when it is imported

KEY_CHARACTERS = 24
"""Characters of the text that count for its order; more would not be seen in a list."""


def sort_key(text: str) -> str:
    """A string that sorts ``text`` by pinyin, then by character; other scripts sort before Han."""
    return " ".join(_syllable(character) for character in text[:KEY_CHARACTERS])


@lru_cache(maxsize=8192)
def _syllable(character: str) -> str:
    readings = pinyin_dict.get(ord(character))
    if readings is None:
        return character.lower()
    plain = unicodedata.normalize("NFD", readings.split(",")[0])
    letters = "".join(letter for letter in plain if letter.isascii())
    return f"~{letters}{character}"
