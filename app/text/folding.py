"""Folding: one spelling for everything that a reader takes for the same character.

Both sides of every comparison are folded: the text that is searched and the words searched for.
A folded text has exactly as many code points as the text, so a place found in one is the same
place in the other. What is folded is part of the catalogue's format (see
:data:`app.text.tokens.TOKENISER_VERSION`).
"""

import re

from app.text.han_table import SOURCE, TARGET

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

_PHRASES_BY_CHARACTER = {
    character: tuple(pair for pair in PHRASES if character in pair[0]) for character in "画覆著藉甚"
}
_LETTER_ZERO = re.compile("(?<=[一二三四五六七八九〇])[oοо]{1,2}(?=[一二三四五六七八九〇年])")
_BASIC_PLANE = 0x10000
_OTHER_PLANES = re.compile("[\U00010000-\U0003ffff]")
_FREQUENT = "，：；（）“”\u3000"
"""Signs that stand in every text; replaced one after the other, which is quicker than looking them up."""


def fold(text: str) -> str:
    """The text as it is compared: same length, other forms of a character replaced by the usual one.

    Folded are width, letter case, traditional, regional and irregular characters, radicals printed
    for characters, brackets, zeros, dashes, dots and quotation marks. What has no counterpart of
    one character stays as it is.
    """
    folded = text
    for sign, usual in _SIGNS:
        folded = folded.replace(sign, usual)
    folded = _FOLDED.sub(_fold_run, folded)
    if has_other_planes(folded):
        folded = _OTHER_PLANES.sub(_fold_rare, folded)
    if "o" in folded or "ο" in folded or "о" in folded:
        folded = _LETTER_ZERO.sub(lambda found: "〇" * len(found[0]), folded)
    for character, phrases in _PHRASES_BY_CHARACTER.items():
        if character in folded:
            for printed, usual in phrases:
                folded = folded.replace(printed, usual)
    return folded


def has_other_planes(text: str) -> bool:
    """Whether a text has characters beyond the basic plane, which take two units of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)


def _fold_run(found: re.Match[str]) -> str:
    return found[0].translate(_TABLE)


def _fold_rare(found: re.Match[str]) -> str:
    return _RARE.get(found[0], found[0])


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


_MAPPING = _mapping()
_TABLE = _basic_plane(_MAPPING)
_SIGNS = tuple((sign, _MAPPING[sign]) for sign in _FREQUENT)
_FOLDED = re.compile(
    "["
    + "".join(re.escape(one) for one, other in _MAPPING.items() if one != other and ord(one) < _BASIC_PLANE)
    + "]+"
)
"""Runs of characters to fold: texts are mostly in usual forms, and a search passes over these quickly."""
_RARE = {one: other for one, other in _MAPPING.items() if ord(one) >= _BASIC_PLANE}
