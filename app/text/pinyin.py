"""Sort keys by pronunciation."""

import os
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache

KEY_CHARACTERS = 24
"""Characters of the text that count for its order; more would not be seen in a list."""


def sort_key(text: str) -> str:
    """A string that sorts ``text`` by pinyin, then by character; other scripts sort before Han."""
    return " ".join(_syllable(character) for character in text[:KEY_CHARACTERS])


@lru_cache(maxsize=8192)
def _syllable(character: str) -> str:
    readings = _readings().get(ord(character))
    if readings is None:
        return character.lower()
    plain = unicodedata.normalize("NFD", readings.split(",")[0])
    letters = "".join(letter for letter in plain if letter.isascii())
    return f"~{letters}{character}"


@cache
def _readings() -> Mapping[int, str]:
    """Read when a title is first stored: a window that only shows lists starts without."""
    # single readings are enough, phrases cost 0.4 s; the variable is read at the import
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    from pypinyin.pinyin_dict import pinyin_dict

    readings: Mapping[int, str] = pinyin_dict
    return readings
