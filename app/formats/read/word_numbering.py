"""Automatic list numbers of Word documents: they are printed but stand in no paragraph."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from app.formats.read.whole_number import whole_number
from app.formats.read.word_styles import W, is_on, value_of

_DIGITS = "〇一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_LEGAL_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_HIGHEST = 9999
_LEVELS = 9


def counting(number: int, digits: str = _DIGITS, units: tuple[str, ...] = _UNITS) -> str:
    """``12`` → 十二, ``205`` → 二百〇五, as numbers are counted in Chinese."""
    if not 0 < number <= _HIGHEST:
        return str(number)
    places = str(number)
    words = ""
    for index, digit in enumerate(places):
        unit = units[len(places) - 1 - index]
        words += digits[int(digit)] + unit if digit != "0" else digits[0]
    while digits[0] * 2 in words:
        words = words.replace(digits[0] * 2, digits[0])
    words = words.rstrip(digits[0])
    is_teen = 10 <= number < 20 and digits is _DIGITS
    return words[1:] if is_teen else words


def _letters(number: int) -> str:
    """One letter or several: a … z, aa, bb …; as many letters as a list of ten thousand items needs and no more."""
    if not 0 < number <= _HIGHEST:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _roman(number: int) -> str:
    words = ""
    for value, sign in _ROMAN if 0 < number <= _HIGHEST else ():
        while number >= value:
            words += sign
            number -= value
    return words or str(number)


def _circled(number: int) -> str:
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": lambda number: str(number).translate({48 + d: 0xFF10 + d for d in range(10)}),
    "chineseCounting": counting,
    "chineseCountingThousand": counting,
    "japaneseCounting": counting,
    "taiwaneseCountingThousand": counting,
    "ideographDigital": lambda number: "".join(_DIGITS[int(digit)] for digit in str(abs(number))),
    "chineseLegalSimplified": lambda number: counting(number, _LEGAL_DIGITS, _LEGAL_UNITS),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "bullet": lambda _: "",
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class _Level:
    pattern: str
    number_format: str
    start: int
    is_spaced: bool
    is_decimal: bool

    def format(self, number: int) -> str:
        return _FORMATS.get(self.number_format, str)(number)


def _level(element: etree._Element) -> _Level:
    return _Level(
        pattern=value_of(element, "lvlText") or "",
        number_format=value_of(element, "numFmt") or "decimal",
        start=whole_number(value_of(element, "start"), 1),
        is_spaced=value_of(element, "suff") != "nothing",
        is_decimal=bool(is_on(element, "isLgl")),
    )


class Numbering:
    """The lists of a document; counts as its paragraphs come by in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        if root is not None:
            self._load(root)

    def _load(self, root: etree._Element) -> None:
        for abstract in root.iterfind(W + "abstractNum"):
            self._levels[abstract.get(W + "abstractNumId", "")] = {
                _depth(item): _level(item) for item in abstract.iterfind(W + "lvl")
            }
        for number in root.iterfind(W + "num"):
            name = number.get(W + "numId", "")
            self._lists[name] = value_of(number, "abstractNumId") or ""
            for override in number.iterfind(W + "lvlOverride"):
                start = value_of(override, "startOverride")
                if start:
                    self._restarts.setdefault(name, {})[_depth(override)] = whole_number(start, 1)

    def label(self, name: str, depth: int) -> str:
        """The number that Word prints before the next paragraph of list ``name``; bullets are empty."""
        abstract = self._lists.get(name, "")
        levels = self._levels.get(abstract, {})
        level = levels.get(depth)
        if level is None or depth >= _LEVELS:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _LEVELS)
        restart = self._restarts.get(name, {}).pop(depth, None)
        current = counts[depth]
        counts[depth] = restart if restart is not None else level.start if current is None else current + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return _printed(level, levels, counts)


def _depth(element: etree._Element) -> int:
    return whole_number(element.get(W + "ilvl"), 0)


def _printed(level: _Level, levels: dict[int, _Level], counts: list[int | None]) -> str:
    if level.number_format in {"bullet", "none"}:
        return ""
    label = level.pattern
    for depth, other in levels.items():
        count = counts[depth] if depth < _LEVELS else None
        number = count if count is not None else other.start
        label = label.replace(f"%{depth + 1}", str(number) if level.is_decimal else other.format(number))
    return f"{label} " if label and level.is_spaced and label[-1].isalnum() else label
