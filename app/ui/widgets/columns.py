"""How wide the columns of a list are until a person arranges them: nothing ends in the middle of a word.

Where a list is narrow, its titles come first: badges show their sign alone, and columns that may give way stay away.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

TEXT_WIDTH = 220
"""A column planned this wide or wider holds running text and takes what room is left, or gives some away."""
NEARLY = 0.85
LEAST_SHARE = 0.7
"""What a column of text keeps of its planned width when room is short, unless it says otherwise."""
READABLE_CHARACTERS = 12
"""A title that shows fewer Chinese characters than this tells nothing."""
LONGEST_SENTENCE = 560
"""No column asks for more than this for what stands in it, in pixels before the zoom."""
HIDDEN = 0


@dataclass(frozen=True, slots=True)
class Width:
    """One column in pixels: as planned, at least, and whether it holds running text.

    ``brief``: as wide as this it still says what it has to, if in short; ``gives_way``: it may be left out;
    ``wanted``: as wide as this nothing in it is cut, 0 when that is not known; ``claim``: as planned, whatever
    turned out to stand in it.
    """

    planned: int
    least: int
    is_text: bool
    brief: int = 0
    gives_way: bool = False
    wanted: int = 0
    claim: int = 0


def width_of(planned: int, least: int, head: int, scale: float) -> Width:
    """A column as wide as its head at least; ``planned`` and ``least`` are pixels before ``scale``."""
    is_text = planned >= TEXT_WIDTH
    lower = min(planned, least or (planned * LEAST_SHARE if is_text else planned))
    width = max(round(planned * scale), head)
    return Width(width, max(round(lower * scale), head), is_text, claim=width)


def of_content(one: Width, content: int, scale: float) -> Width:
    """A column in which all that stands is known to be ``content`` pixels wide, its head included.

    What it does not need of its plan is free for others; what it needs beyond, it has where there is room.
    """
    planned = min(content, one.planned)
    wanted = min(content, round(LONGEST_SENTENCE * scale))
    return replace(one, planned=planned, least=min(one.least, planned), wanted=wanted)


def fitted(columns: Sequence[Width], room: int, readable: int = 0) -> list[int]:
    """The widths at which as many columns as possible, from the left, share ``room`` pixels exactly.

    The first column of text has ``readable`` pixels at least: what stands in front of it says it in short, then
    gives way and has the width :data:`HIDDEN`. Columns of text become narrower or wider in proportion; columns that
    find no room stay as planned and are reached by scrolling.
    """
    columns = _in_short(_with_readable_title(columns, readable), room)
    hidden = _giving_way(columns, room)
    shown = [one for place, one in enumerate(columns) if place not in hidden]
    widths = iter(_shared(shown, room))
    return [HIDDEN if place in hidden else next(widths) for place in range(len(columns))]


def least_width(columns: Sequence[Width], readable: int) -> int:
    """The room for a title beside what stands in front of it when all that can has given way; the title alone in a
    list in which nothing does.
    """
    leading = _leading(_with_readable_title(columns, readable))
    beside = leading if any(one.gives_way for one in leading) else leading[-1:]
    return sum(one.brief or one.least for one in beside if not one.gives_way)


def _with_readable_title(columns: Sequence[Width], readable: int) -> list[Width]:
    title = len(_leading(columns)) - 1
    return [
        replace(one, least=readable, planned=max(one.planned, readable))
        if place == title and one.is_text and readable
        else one
        for place, one in enumerate(columns)
    ]


def _in_short(columns: Sequence[Width], room: int) -> list[Width]:
    """Where the title would be far from its planned width, all that can be brief is."""
    leading = _leading(columns)
    wanted = sum(round(one.planned * NEARLY) if one.is_text else one.planned for one in leading)
    if wanted <= room:
        return list(columns)
    return [replace(one, planned=one.brief, least=one.brief) if one.brief else one for one in columns]


def _giving_way(columns: Sequence[Width], room: int) -> set[int]:
    """The widest columns in front of the title that may go, as many as it takes for the title to be seen."""
    leading = _leading(columns)
    excess = sum(one.least for one in leading) - room
    hidden: set[int] = set()
    for place in sorted(range(len(leading)), key=lambda place: -leading[place].least):
        if excess > 0 and leading[place].gives_way:
            hidden.add(place)
            excess -= leading[place].least
    return hidden


def _leading(columns: Sequence[Width]) -> Sequence[Width]:
    """The columns up to the first that holds text."""
    return columns[: next((place for place, one in enumerate(columns, 1) if one.is_text), 1)]


def _shared(columns: Sequence[Width], room: int) -> list[int]:
    count = _count_in(columns, room)
    shown, rest = _as_wanted(columns[:count], room), columns[count:]
    slack = room - sum(one.planned for one in shown)
    shares = _shares(shown, is_short=slack < 0)
    total = max(1, sum(shares))
    return [
        *(
            max(one.least, one.planned + slack * share // total)
            for one, share in zip(shown, shares, strict=True)
        ),
        *(one.planned for one in rest),
    ]


def _as_wanted(shown: Sequence[Width], room: int) -> Sequence[Width]:
    """What room is left goes first to those in which words would be cut, the least lacking before the others."""
    slack = room - sum(one.planned for one in shown)
    widened = list(shown)
    for place in sorted(range(len(shown)), key=lambda place: shown[place].wanted - shown[place].planned):
        one = shown[place]
        given = max(0, min(one.wanted - one.planned, slack))
        widened[place] = replace(one, planned=one.planned + given)
        slack -= given
    return widened


def _count_in(columns: Sequence[Width], room: int) -> int:
    """How many columns stand side by side: all if they can at all, or those that do with text nearly as planned,
    but the first column of text in any case.
    """
    if sum(one.least for one in columns) <= room:
        return len(columns)
    sums = accumulate(
        max(one.least, round(one.planned * NEARLY)) if one.is_text else one.planned for one in columns
    )
    return max(sum(used <= room for used in sums), len(_leading(columns)))


def _shares(shown: Sequence[Width], *, is_short: bool) -> list[int]:
    """Who gives and takes how much; when nothing holds text, the one that was planned widest takes all."""
    if is_short:
        return [one.planned - one.least for one in shown]
    widest = max(one.claim for one in shown)
    has_text = any(one.is_text for one in shown)
    return [one.planned if one.is_text or (not has_text and one.claim == widest) else 0 for one in shown]
