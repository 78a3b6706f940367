"""Dates as people type them in a query: ``2008``, ``2008-3``, ``2008.3.7``, ``2008年3月7日``."""

import re
from calendar import monthrange
from datetime import date

_TYPED = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:年|[-./]|$)(?:(?P<month>\d{1,2})(?:月|[-./]|$)(?:(?P<day>\d{1,2})日?)?)?"
)


def day_span(typed: str) -> tuple[date, date] | None:
    """The first and the last day that a typed date covers; ``None`` when it is no date."""
    found = _TYPED.fullmatch(typed.strip())
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
