"""When a term of secrecy seems to have run out (国家秘密解密暂行办法 art. 4; 保密法 2010 art. 15).

The answer is never that a file is declassified: terms may have been prolonged, and disclosure needs
a review of its own (条例 711 art. 17).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from app.text.dates import chinese_number, find_dates
from app.text.folding import fold

LONGEST_YEARS = {"绝密": 30, "机密": 20, "秘密": 10}
"""Terms where none is printed, and the longest ones allowed (保密局令2号 of 1990; 保密法 2010)."""

EXPIRED = "疑似到期，需解密审核"

_LEVEL = re.compile("绝密|机密|秘密")
_LENGTH = re.compile(r"(\d{1,3}|[一二三四五六七八九十]{1,3})(年|个?月|天|日)")
_OPEN_ENDED = re.compile("长期|启用前|解密条件")


@dataclass(frozen=True, slots=True)
class ExpiryNote:
    """``ends_on`` is computed from the date of the document; ``message`` is for a person."""

    ends_on: date
    assumed_term: bool
    message: str


def expiry_note(mark: str, dated_on: str | None, today: date) -> ExpiryNote | None:
    """What the mark's term says on ``today``; ``None`` while it runs or when it cannot be computed.

    ``dated_on`` is "2008", "2008-03" or "2008-03-07"; what is missing counts as the latest.
    """
    folded = re.sub(r"\s", "", fold(mark))
    level = _LEVEL.search(folded)
    if level is None or _OPEN_ENDED.search(folded):
        return None
    term = folded[level.end() :].lstrip("★☆*※")
    ends_on, assumed = _end(level[0], term, _latest(dated_on) if dated_on else None)
    if ends_on is None or ends_on >= today:
        return None
    return ExpiryNote(ends_on, assumed, EXPIRED)


def _end(level: str, term: str, begins_on: date | None) -> tuple[date | None, bool]:
    printed = next(find_dates(term), None)
    if printed is not None:
        return _latest(printed.value), False
    if begins_on is None:
        return None, False
    length = _LENGTH.match(term)
    if length is None:
        return _later(begins_on, LONGEST_YEARS[level] * 12), True
    count = chinese_number(length[1]) or 0
    if length[2] in {"天", "日"}:
        return begins_on + timedelta(days=count), False
    return _later(begins_on, count * (12 if length[2] == "年" else 1)), False


def _latest(value: str) -> date:
    numbers = [int(number) for number in value.split("-")]
    year, month = numbers[0], numbers[1] if len(numbers) > 1 else 12
    return date(year, month, numbers[2] if len(numbers) > 2 else monthrange(year, month)[1])


def _later(begins_on: date, months: int) -> date:
    year, month = divmod(begins_on.year * 12 + begins_on.month - 1 + months, 12)
    return date(year, month + 1, min(begins_on.day, monthrange(year, month + 1)[1]))
