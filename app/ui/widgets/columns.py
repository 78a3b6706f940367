"""How wide the columns of a list are until a person arranges them: nothing ends in the middle of a word."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

TEXT_WIDTH = 220
"""A column planned this wide or wider holds running text and takes what room is left, or gives some away."""
NEARLY = 0.85
LEAST_SHARE = 0.7
"""What a column of text keeps of its planned width when room is short, unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class Width:
    """One column in pixels: as planned, at least, and whether it holds running text."""

    planned: int
    least: int
    is_text: bool


def width_of(planned: int, least: int, head: int, scale: float) -> Width:
    """A column as wide as its head at least; ``planned`` and ``least`` are pixels before ``scale``."""
    is_text = planned >= TEXT_WIDTH
    lower = least or (planned * LEAST_SHARE if is_text else planned)
    return Width(max(round(planned * scale), head), max(round(lower * scale), head), is_text)


def fitted(columns: Sequence[Width], room: int) -> list[int]:
    """The widths at which as many columns as possible, from the left, share ``room`` pixels exactly.

    Columns of text become narrower or wider in proportion; columns that find no room stay as planned and are
    reached by scrolling.
    """
    count = _count_in(columns, room)
    shown, rest = columns[:count], columns[count:]
    slack = room - sum(one.planned for one in shown)
    shares = _shares(shown, is_short=slack < 0)
    total = max(1, sum(shares))
    return [
        *(one.planned + slack * share // total for one, share in zip(shown, shares, strict=True)),
        *(one.planned for one in rest),
    ]


def _count_in(columns: Sequence[Width], room: int) -> int:
    """How many columns stand side by side: all if they can at all, or those that do with text nearly as planned,
    but the first column of text in any case.
    """
    if sum(one.least for one in columns) <= room:
        return len(columns)
    first_text = next((place for place, one in enumerate(columns, 1) if one.is_text), 1)
    sums = accumulate(
        max(one.least, round(one.planned * NEARLY)) if one.is_text else one.planned for one in columns
    )
    return max(sum(used <= room for used in sums), first_text)


def _shares(shown: Sequence[Width], *, is_short: bool) -> list[int]:
    """Who gives and takes how much; when nothing holds text, the widest takes all."""
    if is_short:
        return [one.planned - one.least for one in shown]
    widest = max(one.planned for one in shown)
    has_text = any(one.is_text for one in shown)
    return [one.planned if one.is_text or (not has_text and one.planned == widest) else 0 for one in shown]
