"""Dates as people type them in a query: ``2008``, ``2008-3``, ``2008.3.7``, ``2008年3月7日``, ``20080307``,
``二〇〇八年``, and two of them with a sign or word between.
"""

import re
from calendar import monthrange
from datetime import date

_TYPED = (
    re.compile(
        r"(?P<year>(?:19|20)\d\d)(?:年|[-./]|$)(?:(?P<month>\d{1,2})(?:月|[-./]|$)(?:(?P<day>\d{1,2})日?)?)?"
    ),
    re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)?"),
)
_BETWEEN = re.compile(r"\s*(?:至|到|~|-|—+|\.\.)\s*")
DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
"""Chinese digits of a year."""


def day_span(typed: str) -> tuple[date, date] | None:
    """The first and the last day that a typed date covers; ``None`` when it is no date."""
    plain = typed.strip().translate(DIGITS)
    found = next((match for form in _TYPED if (match := form.fullmatch(plain))), None)
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.group("year", "month", "day"))
    assert year is not None
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def between(typed: str) -> tuple[str, str] | None:
    """The two ends of a range written in one piece, such as ``2008.1-2009.6``; one may be left out."""
    if day_span(typed) is not None:
        return None
    for separator in _BETWEEN.finditer(typed):
        low, high = typed[: separator.start()], typed[separator.end() :]
        if (low or high) and all(not end or day_span(end) for end in (low, high)):
            return low, high
    return None
