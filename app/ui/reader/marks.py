"""Places in a text and how they are found in Qt's text, which counts UTF-16 units."""

import bisect
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_OWN_LINE = re.compile(r"\s*[—-]\s*\d+\s*[—-]\s*$")
INVISIBLE = "\u200b"
LAST_NARROW = 0x2E7F
LEAST_FULL_LINES = 3
SLACK = 3.5
"""Han characters by which a full line may be shorter: punctuation does not begin the next one, and the
indent of a paragraph is not always part of the text."""

_CLOSED = "。：；！？.:;!?"
_NEW_POINT = re.compile(
    "[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]|第[一二三四五六七八九十百\\d]+[条章节款]"
)

_UNSHOWABLE = re.compile("[\x00\r\ud800-\udfff]")


class MarkKind(IntEnum):
    """Why a place is marked; where places overlap, the later kind is painted on top."""

    SENSITIVE = 1
    QUOTE = 2
    DIFFERENCE = 3
    HIT = 4
    EVIDENCE = 5
    CURRENT = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters ``start`` to ``end`` of the text, counted in code points; ``tip`` says why."""

    kind: MarkKind
    start: int
    end: int
    tip: str = ""


class Positions:
    """Turns offsets in code points into Qt's offsets and back; the same for texts of the basic plane."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._shifted = [offset + number for number, offset in enumerate(self._astral)]

    def to_qt(self, offset: int) -> int:
        """The offset in UTF-16 units."""
        return offset + bisect.bisect_left(self._astral, offset)

    def from_qt(self, position: int) -> int:
        """The offset in code points."""
        return position - bisect.bisect_left(self._shifted, position)


def showable(text: str) -> str:
    """The text with characters Qt would swallow or merge replaced one for one."""
    return _UNSHOWABLE.sub(lambda found: "\n" if found[0] == "\r" else "\ufffd", text)


def without_line_ends(text: str) -> str:
    """The text of printed pages with the ends of full lines made invisible, so that it flows in any pane.

    Every character keeps its place: a line end becomes a character without width. Ends of paragraphs
    stay: after a line that is not full, and before one that is indented or blank.
    """
    lines = text.split("\n")
    full = _full_width(lines)
    parts = [lines[0]]
    for before, line in pairwise(lines):
        goes_on = _width(before) >= full - SLACK and not _begins(before, line)
        parts += [INVISIBLE if goes_on else "\n", line]
    return "".join(parts)


def _begins(before: str, line: str) -> bool:
    """Whether a line begins something of its own: it is blank, indented, a page number or a new point."""
    if not line[:1].strip() or _OWN_LINE.match(line):
        return True
    return before.rstrip()[-1:] in _CLOSED and _NEW_POINT.match(line) is not None


def _full_width(lines: Sequence[str]) -> float:
    """How wide a full line is: the width that several lines reach; endless when there is none."""
    widths = sorted((_width(line) for line in lines), reverse=True)
    if len(widths) < LEAST_FULL_LINES or widths[LEAST_FULL_LINES - 1] < widths[0] - SLACK:
        return math.inf
    return widths[0]


def _width(line: str) -> float:
    """The width in Han characters."""
    return sum(1.0 if ord(character) > LAST_NARROW else 0.5 for character in line.rstrip())


def next_start(marks: Sequence[Mark], offset: int) -> Mark | None:
    """The first mark after ``offset``, or the very first one when there is none behind it."""
    ordered = sorted(marks, key=lambda mark: mark.start)
    behind = [mark for mark in ordered if mark.start > offset]
    return next(iter(behind or ordered), None)


def previous_start(marks: Sequence[Mark], offset: int) -> Mark | None:
    """The last mark before ``offset``, or the very last one when there is none in front of it."""
    ordered = sorted(marks, key=lambda mark: mark.start)
    before = [mark for mark in ordered if mark.start < offset]
    return next(reversed(before or ordered), None)
