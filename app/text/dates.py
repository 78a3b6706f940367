"""Dates as official documents print them (党政机关公文格式 7.3.5.4 and what came before it).

All functions take text as it is on the page or folded to half width; both give the same result.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from typing import NamedTuple

ZEROS = "〇○◯零0OoОоΟοＯｏ"
_DIGIT_OF = {character: value for value, character in enumerate("〇一二三四五六七八九")}
_DIGIT_OF.update(dict.fromkeys(ZEROS, 0))
_DIGIT_OF.update({"元": 1, "两": 2, "壹": 1, "贰": 2, "叁": 3})
_DIGIT_OF.update({character: value for value, character in enumerate("０１２３４５６７８９")})
_DIGIT_OF.update({str(value): value for value in range(10)})

_STROKES = "—–ー-"
"""For what character recognition takes 一; ニ and ハ, kana, for 二 and 八."""
_DIGIT_OF.update(dict.fromkeys(_STROKES, 1))
_DIGIT_OF.update({"ニ": 2, "ハ": 8, "l": 1, "I": 1, "i": 1})
_NINE = "一二三四五六七八九ニハ"
_YEAR = rf"(?:[1１]\s?[9９]|[2２]\s?[0０{ZEROS}])\s?[\dlIi{ZEROS}]\s?[\dlIi{ZEROS}]|[一二ニ]\s?[{_NINE}{ZEROS}]\s?[{_NINE}{ZEROS}{_STROKES}]\s?[{_NINE}{ZEROS}{_STROKES}]"
_MONTH = rf"\d{{1,2}}|\d\s\d|1[Oo]|[lIi][\dOo]?|[元十{_NINE}]{{1,3}}|十\s[{_NINE}]|十?[{_STROKES}]"
_DAY = rf"\d{{1,2}}|\d\s\d|[123][OolIi]|[lIi][\dOo]?|[十廿卅{_NINE}]{{1,4}}|[十{_NINE}](?:\s[十{_NINE}]){{1,2}}|[二ニ三]?十?[{_STROKES}]"
_WRITTEN = (
    rf"(?P<year>{_YEAR})\s{{0,4}}年\s{{0,4}}(?P<month>{_MONTH})\s{{0,4}}月"
    rf"(?:\s{{0,4}}(?P<day>{_DAY})\s{{0,4}}[日曰])?"
)
_NUMERIC = (
    r"(?P<nyear>(?:19|20)\d\d)(?P<separator>[-./－．／])(?P<nmonth>\d{1,2})(?P=separator)(?P<nday>\d{1,2})"
)
_DATE = re.compile(rf"(?<!\d)(?:{_WRITTEN}|{_NUMERIC}(?!\d))")
_IN_EVERY_DATE = ("年", "19", "20")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>0\d|1[0-2])(?P<day>[0-3]\d)")


class FoundDate(NamedTuple):
    """A date at ``start`` to ``end``; ``value`` is ISO, as exact as the page is ("2008-03" without day).

    ``is_valid`` is false for a day that no calendar has; ``value`` then stops at what is valid.
    ``is_chinese`` says that the year is written in Chinese numerals, as the rules before 2012 asked.
    """

    start: int
    end: int
    value: str
    is_valid: bool = True
    is_chinese: bool = False

    @property
    def year(self) -> int:
        """The calendar year."""
        return int(self.value[:4])

    @property
    def has_day(self) -> bool:
        """Whether the date is exact to the day."""
        return len(self.value) == len("2008-03-07")


def chinese_number(text: str) -> int | None:
    """The number up to 99 written in digits or Chinese numerals, positional ones included."""
    text = "".join(text.split()).replace("廿", "二十").replace("卅", "三十")
    if not text:
        return None
    if "十" in text:
        tens, _, ones = text.partition("十")
        if (tens and tens not in _DIGIT_OF) or (ones and ones not in _DIGIT_OF):
            return None
        return (_DIGIT_OF[tens] if tens else 1) * 10 + (_DIGIT_OF[ones] if ones else 0)
    value = 0
    for character in text:
        if character not in _DIGIT_OF:
            return None
        value = value * 10 + _DIGIT_OF[character]
    return value


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Every date in the text, in order; a bare year is none."""
    stop = len(text) if end is None else end
    if not any(text.find(sign, start, stop) >= 0 for sign in _IN_EVERY_DATE):
        return iter(())
    return filter(None, map(_read, _DATE.finditer(text, start, stop)))


def parse_date(text: str) -> FoundDate | None:
    """The date that the whole text is, apart from blanks and brackets around it."""
    stripped = text.strip(" \t\u3000()（）〔〕[]")
    offset = text.find(stripped) if stripped else 0
    match = _DATE.fullmatch(stripped) or _COMPACT.fullmatch(stripped)
    if match is None:
        return None
    found = _read(match)
    if found is None:
        return None
    return FoundDate(found.start + offset, found.end + offset, found.value, found.is_valid, found.is_chinese)


def _read(match: re.Match[str]) -> FoundDate | None:
    if match.re is _COMPACT:
        value = _value(*match.group("year", "month", "day"))
    elif match["separator"]:
        value = _value(*match.group("nyear", "nmonth", "nday"))
    else:
        value = _value(*match.group("year", "month", "day"))
    return FoundDate(match.start(), match.end(), *value) if value is not None else None


@lru_cache(maxsize=4096)
def _value(year: str, month: str, day: str | None) -> tuple[str, bool, bool] | None:
    """Value, validity and kind of numerals; kept, because a text names the same days again and again."""
    year_number, month_number = chinese_number(year), chinese_number(month)
    if year_number is None or month_number is None or not 1900 <= year_number <= 2099:
        return None
    return *_iso(year_number, month_number, chinese_number(day or "")), not year[0].isdigit()


def _iso(year: int, month: int, day: int | None) -> tuple[str, bool]:
    if not 1 <= month <= 12:
        return f"{year:04d}", False
    if day is None:
        return f"{year:04d}-{month:02d}", True
    try:
        return date(year, month, day).isoformat(), True
    except ValueError:
        return f"{year:04d}-{month:02d}", False
