"""The text of one file as lines: folded for matching, with what the layout says about each."""

import itertools
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.domain.source import Extraction, LayoutLine, PartKind
from app.inventory.recognise.wrapped import Span, joined, with_joints
from app.text.folding import fold

_Kept = TypeVar("_Kept")
HEAD_LINES = 3000
TAIL_LINES = 1000
"""A letter ends within the first lines, an imprint stands in the last; what lies between in very
long texts is searched for references only."""

_NOT_RUNNING_TEXT = frozenset(
    {
        PartKind.HEADER,
        PartKind.FOOTER,
        PartKind.FOOTNOTE,
        PartKind.COMMENT,
        PartKind.HIDDEN_SHEET,
        PartKind.HIDDEN_ROWS,
        PartKind.HIDDEN_SLIDE,
        PartKind.NOTES,
    }
)
_PAGE_NUMBER_LENGTH = 12
_LEAST_SPACED = 5
_EVEN = 0.8
_ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the blanks around it. ``folded`` is as long as the line, ``bare`` is folded and
    without any blank. ``indent`` counts blanks in front, ``after_gap`` says that an empty line
    stands above.
    """

    start: int
    end: int
    folded: str
    bare: str
    indent: int = 0
    after_gap: bool = False
    layout: LayoutLine | None = None

    @property
    def is_red(self) -> bool:
        """Whether the line is printed in the red of a document head."""
        return self.layout is not None and self.layout.is_red

    @property
    def size(self) -> float | None:
        """Font size in points, where the layout is known."""
        return self.layout.size if self.layout is not None else None

    @property
    def is_centred(self) -> bool:
        """Whether the line stands in the middle of the page."""
        return self.layout is not None and self.layout.centred


@dataclass(frozen=True, slots=True)
class PageText:
    """A text with its folded twin of equal length and its lines that are not empty. ``text`` is what
    was read, with a blank for line ends inside paragraphs (see :mod:`.wrapped`).
    """

    extraction: Extraction
    text: str
    folded: str
    lines: tuple[Line, ...]

    def printed(self, start: int, end: int) -> str:
        """What stands on the page from ``start`` to ``end``."""
        return self.extraction.text[start:end]

    def running(self, start: int, end: int) -> str:
        """The same without page numbers, headers and footers that stand between its lines."""
        printed = self.printed(start, end)
        if "\n" not in printed:
            return printed
        first = bisect_right(self.lines, start, key=lambda line: line.start) - 1
        inside = itertools.takewhile(lambda line: line.start < end, self.lines[max(first, 0) :])
        return "\n".join(self.printed(max(start, line.start), min(end, line.end)) for line in inside)


def bare(text: str) -> str:
    """The text without blanks and zero-width characters."""
    joined = "".join(text.split())
    for character in _ZERO_WIDTH:
        if character in joined:
            joined = joined.replace(character, "")
    return joined


def make_line(
    folded: str,
    start: int,
    end: int,
    *,
    indent: int = 0,
    after_gap: bool = False,
    layout: LayoutLine | None = None,
) -> Line:
    """The line at ``start`` to ``end`` of the folded text."""
    piece = folded[start:end]
    return Line(start, end, piece, bare(piece), indent, after_gap, layout)


def read_lines(extraction: Extraction) -> PageText:
    """Divide the text into lines; page headers, footers, notes and page numbers are left out."""
    folded = fold(extraction.text)
    spans = list(_spans(folded))
    spans = _evenly_spaced(head_and_tail(spans))
    text = extraction.text
    if not extraction.layout:
        spans = joined(spans, folded)
        folded, text = with_joints(folded, spans), with_joints(text, spans)
    skipped = [(part.start, part.end) for part in extraction.parts if part.kind in _NOT_RUNNING_TEXT]
    layout = _LayoutByOffset(extraction.layout)
    lines = (
        make_line(folded, start, end, indent=indent, after_gap=gap, layout=layout.at(start, end))
        for start, end, indent, gap in _without(spans, skipped)
    )
    return PageText(extraction, text, folded, tuple(line for line in lines if not is_page_number(line)))


def head_and_tail(lines: list[_Kept]) -> list[_Kept]:
    """The lines (or the places between them) that recognition looks at: all, unless the text is very long."""
    if len(lines) <= HEAD_LINES + TAIL_LINES:
        return lines
    return lines[:HEAD_LINES] + lines[-TAIL_LINES:]


def is_page_number(line: Line) -> bool:
    """Whether the line is a page number with or without dashes (GB/T 9704-2012, 7.5)."""
    text = line.bare
    if not text:
        return True
    if len(text) > _PAGE_NUMBER_LENGTH:
        return False
    core = text.strip("-—–·第页共/")
    return (not core and text != "") or (core.isdigit() and len(core) <= 3 and text != core)


def _spans(folded: str) -> Iterator[Span]:
    position, gap = 0, False
    for raw in folded.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            yield position + indent, position + indent + len(stripped), indent, gap
        gap = not stripped
        position += len(raw) + 1


def _evenly_spaced(spans: list[Span]) -> list[Span]:
    """Where an empty line follows nearly every line, empty lines divide nothing."""
    gaps = sum(span[3] for span in spans)
    if len(spans) < _LEAST_SPACED or gaps < _EVEN * (len(spans) - 1):
        return spans
    return [(start, end, indent, False) for start, end, indent, _ in spans]


def _without(spans: Sequence[Span], skipped: Sequence[tuple[int, int]]) -> Iterator[Span]:
    if not skipped:
        yield from spans
        return
    ordered = sorted(skipped)
    index = 0
    for span in spans:
        while index < len(ordered) and ordered[index][1] <= span[0]:
            index += 1
        if index == len(ordered) or ordered[index][0] > span[0]:
            yield span


class _LayoutByOffset:
    """Finds the layout line that covers most of a text line; both run forward."""

    def __init__(self, layout: Sequence[LayoutLine]) -> None:
        self._layout = sorted(layout, key=lambda line: line.start)
        self._next = 0

    def at(self, start: int, end: int) -> LayoutLine | None:
        while self._next < len(self._layout) and self._layout[self._next].end <= start:
            self._next += 1
        if self._next == len(self._layout):
            return None
        line = self._layout[self._next]
        return line if line.start < end else None
