"""Folding: one spelling for everything that a reader takes for the same character.

Both sides of every comparison are folded: the text that is searched and the words searched for.
A folded text has exactly as many code points as the text, so a place found in one is the same
place in the other. What is folded is part of the catalogue's format (see
:data:`app.text.tokens.TOKENISER_VERSION`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, count
from typing import TYPE_CHECKING

from app.text.han_table import SOURCE, TARGET

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

OPENING_BRACKETS = "([{﹝【〈「『〖〘〚⟨〔﹙﹛⦅"
CLOSING_BRACKETS = ")]}﹞】〉」』〗〙〛⟩〕﹚﹜⦆"
"""Brackets that are used around the year of a document number; they become ``〔`` and ``〕``.
Title marks 《》 are not among them."""

ZEROS = "○◯零"
"""Characters written for the Chinese zero ``〇`` (U+3007)."""

MIDDLE_DOTS = "•‧∙⋅・･⸱᛫"
DASHES = "‐‑‒–—―−─━﹘﹣"
TILDES = "〜∼˜～"
QUOTATION_MARKS = "“”„‟«»〝〞〟"
APOSTROPHES = "‘’‚‛`´"

PHRASES = (
    ("计画", "计划"),
    ("规画", "规划"),
    ("筹画", "筹划"),
    ("企画", "企划"),
    ("策画", "策划"),
    ("谋画", "谋划"),
    ("答覆", "答复"),
    ("批覆", "批复"),
    ("回覆", "回复"),
    ("函覆", "函复"),
    ("电覆", "电复"),
    ("反覆", "反复"),
    ("覆函", "复函"),
    ("覆信", "复信"),
    ("覆议", "复议"),
    ("覆审", "复审"),
    ("著手", "着手"),
    ("著力", "着力"),
    ("著眼", "着眼"),
    ("著重", "着重"),
    ("随著", "随着"),
    ("按著", "按着"),
    ("沿著", "沿着"),
    ("凭藉", "凭借"),
    ("藉口", "借口"),
    ("藉此", "借此"),
    ("藉助", "借助"),
    ("甚么", "什么"),
)
"""Words whose traditional form is not the sum of its characters, after folding character by character."""

_CHINESE_DIGITS = "一二三四五六七八九〇"
_LETTER_ZEROS = tuple(
    (letter, re.compile(f"{letter}(?<=[{_CHINESE_DIGITS}]{letter})[oοо]?(?=[{_CHINESE_DIGITS}年])"))
    for letter in "oοо"
)
"""A letter typed for the zero between Chinese digits. A pattern that begins with the letter itself passes
over a text ten times as fast as one that looks behind every character first."""

_BASIC_PLANE = 0x10000
_OTHER_PLANES = re.compile("[\U00010000-\U0003ffff]")
_LONG = 400
"""Characters from which a text is folded by one look into a table for all of it."""

_VERY_LONG = 200_000
_FIRST = 10
_LONG_TEXTS = count()
"""The first long texts of a process are folded one by one: a command that shows a page of hits has ended
before loading numpy, which takes as long as folding three million characters, would have paid.
"""

_SHORT = 60
_APART = "\0"
"""Nothing is folded across it."""

_PIECE = 1 << 15
_ELSEWHERE = 0xD800
"""Stands in the table for characters whose usual form lies beyond the basic plane."""


def fold(text: str) -> str:
    """The text as it is compared: same length, other forms of a character replaced by the usual one.

    Folded are width, letter case, traditional, regional and irregular characters, radicals printed
    for characters, brackets, zeros, dashes, dots and quotation marks. What has no counterpart of
    one character stays as it is.
    """
    return _fold_short(text) if len(text) < _SHORT else _fold_any(text)


def fold_each(texts: Sequence[str]) -> list[str]:
    """The same for each of several texts, which are folded as one: that takes half the time."""
    folded = fold(_APART.join(texts))
    starts = accumulate((len(text) + len(_APART) for text in texts), initial=0)
    return [folded[start : start + len(text)] for start, text in zip(starts, texts, strict=False)]


def _fold_any(text: str) -> str:
    is_long = len(text) >= _LONG and (len(text) >= _VERY_LONG or next(_LONG_TEXTS) >= _FIRST)
    folded = (_fold_at_once(text) if is_long else None) or _fold_one_by_one(text)
    if has_other_planes(folded):
        folded = _OTHER_PLANES.sub(_fold_rare, folded)
    for letter, between_digits in _LETTER_ZEROS:
        if letter in folded:
            folded = between_digits.sub(_zeros, folded)
    for character, usual, in_phrases in _OF_PHRASES:
        if character in folded:
            folded = in_phrases.sub(usual, folded)
    return folded


_fold_short = lru_cache(maxsize=1024)(_fold_any)
"""A query's words are folded a dozen times before its hits are shown."""


def _zeros(found: re.Match[str]) -> str:
    return "〇" * len(found[0])


def has_other_planes(text: str) -> bool:
    """Whether a text has characters beyond the basic plane, which take two units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def _fold_at_once(text: str) -> str | None:
    """The characters of the basic plane folded, many times as fast as one by one; ``None`` for a text
    with halves of pairs that would become one.
    """
    import numpy as np  # a single search does without it

    pieces = []
    for start in range(0, len(text), _PIECE):
        piece = text[start : start + _PIECE]
        units = np.frombuffer(piece.encode("utf-16-le", "surrogatepass"), dtype="<u2")
        folded = _units().take(units)
        is_held = not (folded == _ELSEWHERE).any()
        pieces.append(
            folded.tobytes().decode("utf-16-le", "surrogatepass") if is_held else _fold_one_by_one(piece)
        )
    whole = "".join(pieces)
    return whole if len(whole) == len(text) else None  # two halves of a pair met


@cache
def _units() -> "NDArray[np.uint16]":
    """What each code point of the basic plane becomes."""
    import numpy as np

    inside = [code if code < _BASIC_PLANE else _ELSEWHERE for code in _TABLE]
    return np.array(inside, dtype="<u2")


def _fold_one_by_one(text: str) -> str:
    """The characters of the basic plane folded, whatever they become."""
    return text.translate(_TABLE)


def _fold_rare(found: re.Match[str]) -> str:
    return _RARE.get(found[0], found[0])


def _of_phrases() -> Iterator[tuple[str, str, re.Pattern[str]]]:
    """Each character that phrases change, what it becomes, and where: behind or before certain others."""
    changes: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for printed, folded in PHRASES:
        place = 0 if printed[0] != folded[0] else 1
        around = (printed[:place], printed[place + 1 :])
        changes.setdefault((printed[place], folded[place]), []).append(around)
    for (character, usual), neighbours in changes.items():
        before = "".join(one for one, _ in neighbours)
        behind = "".join(other for _, other in neighbours)
        places = [f"(?<=[{before}]{character})"] * bool(before) + [f"(?=[{behind}])"] * bool(behind)
        yield character, usual, re.compile(f"{character}(?:{'|'.join(places)})")


def _mapping() -> dict[str, str]:
    """Every single-character rule; punctuation after the table, because widths lead into it."""
    signs = {
        **dict.fromkeys(OPENING_BRACKETS, "〔"),
        **dict.fromkeys(CLOSING_BRACKETS, "〕"),
        **dict.fromkeys(ZEROS, "〇"),
        **dict.fromkeys(MIDDLE_DOTS, "·"),
        **dict.fromkeys(DASHES, "-"),
        **dict.fromkeys(TILDES, "~"),
        **dict.fromkeys(QUOTATION_MARKS, '"'),
        **dict.fromkeys(APOSTROPHES, "'"),
    }
    table = {one: signs.get(other, other) for one, other in zip(SOURCE, TARGET, strict=True)}
    return table | signs


def _basic_plane(mapping: dict[str, str]) -> list[int]:
    """A list by code point: ``str.translate`` reads it twice as fast as a dictionary."""
    table = list(range(_BASIC_PLANE))
    for one, other in mapping.items():
        if ord(one) < _BASIC_PLANE:
            table[ord(one)] = ord(other)
    return table


_OF_PHRASES = tuple(_of_phrases())
_MAPPING = _mapping()
_TABLE = _basic_plane(_MAPPING)
_RARE = {one: other for one, other in _MAPPING.items() if ord(one) >= _BASIC_PLANE}
