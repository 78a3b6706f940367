"""The stories of a Word binary file, written in the order a reader meets them."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.source import PartKind
from app.formats.read.little_endian import u16, u32
from app.formats.read.paragraphs import Look, ParagraphWriter
from app.formats.read.word_fields import BLANK, without_codes
from app.formats.read.word_file import Pair, Story, WordFile, positions
from app.formats.read.word_formatting import Formatting
from app.formats.read.word_modifiers import CharacterFormat, ParagraphFormat, modifiers
from app.formats.reader import TextBuilder

_PARAGRAPH_END = re.compile("[\r\x07\x0c]")
_SHOWN = {ord(c): None for c in "\x00\x01\x02\x03\x04\x05\x06\x08\x13\x14\x15\x1f\x07\r\x0c"} | {
    0x0B: "\n",
    0x0E: "\n",
    0x1E: "-",
    0x0A: "\n",
}
_SHAPE_SIZE, _SECTION_SIZE, _BOX_SIZE = 26, 12, 22
_BREAK_KIND, _CONTINUOUS = 0x3009, 0
_FIRST_HEADERS, _HEADER_KINDS = 6, 6
_FOOTERS = frozenset({2, 3, 5})
_SYMBOL_PLACE = "("
_BOXES = {0xA8: "□", 0x6F: "□", 0x71: "□", 0xA3: "□", 0xFE: "☑", 0x52: "☑", 0xFD: "☒", 0xFC: "✓"}


@dataclass(slots=True)
class StoryWriter:
    """Writes main text with its text boxes at their anchors, then headers, notes and comments."""

    word: WordFile
    formatting: Formatting
    builder: TextBuilder
    _text: str = ""
    _boxes: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    _anchors: list[int] = field(default_factory=list)
    _page_breaks: frozenset[int] = frozenset()

    def write(self) -> None:
        """Write every story."""
        start, end = self.word.stories[Story.MAIN]
        self._text = without_codes(self.word.text)
        loose = self._place_boxes()
        self._page_breaks = self._breaks_of_sections()
        writer = ParagraphWriter(self.builder)
        self._paragraphs(writer, start, end, is_main=True)
        writer.finish()
        for box in loose:
            self._part(PartKind.TEXT_BOX, box)
        self._headers()
        for story, kind in (
            (Story.FOOTNOTES, PartKind.FOOTNOTE),
            (Story.ENDNOTES, PartKind.FOOTNOTE),
            (Story.COMMENTS, PartKind.COMMENT),
            (Story.HEADER_TEXT_BOXES, PartKind.TEXT_BOX),
        ):
            self._part(kind, self.word.stories[story])

    def _paragraphs(self, writer: ParagraphWriter, start: int, end: int, *, is_main: bool = False) -> None:
        while start < end:
            mark = self._mark_after(start, end)
            self._paragraph(writer, start, mark, is_main=is_main)
            start = mark + 1

    def _mark_after(self, start: int, end: int) -> int:
        """The position of the next paragraph mark; ``end`` when the last one is missing."""
        found = _PARAGRAPH_END.search(self._text, start, end)
        return found.start() if found else end

    def _paragraph(self, writer: ParagraphWriter, start: int, mark: int, *, is_main: bool) -> None:
        shape = self.formatting.paragraph(min(mark, len(self._text) - 1))
        if is_main:
            self._boxes_before(writer, start, mark)
            if shape.starts_page and self.builder.length:
                writer.break_page()
        for first, last, look in self.formatting.spans(start, mark, shape.style):
            self._run(writer, first, last, look)
        if self._ends_row(start, mark, shape):
            writer.end_row()
        else:
            self._end(writer, self._text[mark : mark + 1], mark, shape)

    def _ends_row(self, start: int, mark: int, shape: ParagraphFormat) -> bool:
        """A row ends with a paragraph of its own; without formatting it is told by two cell marks."""
        if self.formatting.knows_paragraphs:
            return shape.is_row_end and shape.depth <= 1
        return start == mark and start > 0 and self._text[start - 1 : start + 1] == "\x07\x07"

    def _run(self, writer: ParagraphWriter, start: int, end: int, look: CharacterFormat) -> None:
        text = self._text[start:end]
        if look.symbol and text.strip(BLANK) == _SYMBOL_PLACE * len(text.strip(BLANK)):
            text = _sign(look.symbol[1]) * len(text)
        shown = text.translate(_SHOWN)
        if not shown:
            return
        if not shown.isascii():
            shown = shown.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        writer.run(shown, _look(look))

    def _end(self, writer: ParagraphWriter, mark: str, place: int, shape: ParagraphFormat) -> None:
        if mark == "\x0c":
            writer.end_paragraph(centred=shape.is_centred, in_table=shape.depth > 0)
            if place in self._page_breaks:
                writer.break_page()
        elif mark == "\x07" and shape.depth <= 1 and not shape.is_inner_mark:
            writer.end_cell(centred=shape.is_centred)
        else:
            writer.end_paragraph(centred=shape.is_centred, in_table=shape.depth > 0)

    # text boxes

    def _place_boxes(self) -> list[tuple[int, int]]:
        """Attach each text box to the character its shape is anchored at; returns the others."""
        loose: list[tuple[int, int]] = []
        anchors = self._shape_anchors()
        for shape, box in self._box_ranges():
            place = anchors.get(shape)
            if place is None:
                loose.append(box)
            else:
                self._boxes.setdefault(place, []).append(box)
        self._anchors = sorted(self._boxes)
        return loose

    def _shape_anchors(self) -> dict[int, int]:
        plex = self.word.pair(Pair.SHAPES)
        places = positions(plex, _SHAPE_SIZE)
        first = 4 * len(places)
        return {u32(plex, first + _SHAPE_SIZE * number): place for number, place in enumerate(places[:-1])}

    def _box_ranges(self) -> list[tuple[int, tuple[int, int]]]:
        """Shape and text of every box of the main text; the last entry of the table is a sentinel."""
        start, end = self.word.stories[Story.TEXT_BOXES]
        plex = self.word.pair(Pair.TEXT_BOXES)
        places = positions(plex, _BOX_SIZE)
        if len(places) < 2:
            return [(-1, (start, end))] if end > start else []
        first = 4 * len(places)
        return [
            (u32(plex, first + _BOX_SIZE * number + 14), limits)
            for number, limits in _disjoint(places, start, end)
        ]

    def _boxes_before(self, writer: ParagraphWriter, start: int, mark: int) -> None:
        number = bisect_left(self._anchors, start)
        while number < len(self._anchors) and self._anchors[number] <= mark:
            for box in self._boxes[self._anchors[number]]:
                writer.interrupt_table()
                self._box(box)
            number += 1

    def _box(self, limits: tuple[int, int]) -> None:
        with self.builder.part(PartKind.TEXT_BOX):
            inner = ParagraphWriter(self.builder)
            self._paragraphs(inner, *self._without_last_mark(limits))
            inner.finish()

    def _without_last_mark(self, limits: tuple[int, int]) -> tuple[int, int]:
        """Stories of notes, boxes and headers end with one paragraph mark that is not shown."""
        start, end = limits
        while end > start + 1 and self._text[end - 1] == "\r" and self._text[end - 2] == "\r":
            end -= 1
        return start, end

    # headers, notes, sections

    def _headers(self) -> None:
        """Headers and footers; the first six entries of the table are separators of notes."""
        start, end = self.word.stories[Story.HEADERS]
        places = positions(self.word.pair(Pair.HEADERS), 0)
        if len(places) < 2:
            self._part(PartKind.HEADER, (start, end))
            return
        seen: set[str] = set()
        for number, limits in _disjoint(places, start, end):
            if number < _FIRST_HEADERS:
                continue
            kind = (number - _FIRST_HEADERS) % _HEADER_KINDS
            shown = self._text[limits[0] : limits[1]]
            if shown.strip("\r") and shown not in seen:
                seen.add(shown)
                self._part(PartKind.FOOTER if kind in _FOOTERS else PartKind.HEADER, limits)

    def _part(self, kind: PartKind, limits: tuple[int, int]) -> None:
        start, end = self._without_last_mark(limits)
        if not self._text[start:end].translate(_SHOWN).strip():
            return
        with self.builder.part(kind):
            writer = ParagraphWriter(self.builder)
            writer.stop_layout()
            self._paragraphs(writer, start, end)
            writer.finish()

    def _breaks_of_sections(self) -> frozenset[int]:
        """Positions of form feeds that begin a page: all but those that begin a section on the same page."""
        start, end = self.word.stories[Story.MAIN]
        breaks = (
            {place for place in range(start, end) if self._text[place] == "\x0c"}
            if "\x0c" in self._text
            else set()
        )
        plex = self.word.pair(Pair.SECTIONS)
        places = positions(plex, _SECTION_SIZE)
        first = 4 * len(places)
        for number in range(1, len(places) - 1):
            descriptor = u32(plex, first + _SECTION_SIZE * number + 2)
            if self._is_continuous(descriptor):
                breaks.discard(places[number] - 1)
        return frozenset(breaks)

    def _is_continuous(self, place: int) -> bool:
        if place >= len(self.word.main) - 2:
            return False
        group = self.word.main[place + 2 : place + 2 + u16(self.word.main, place)]
        return any(code == _BREAK_KIND and operand[0] == _CONTINUOUS for code, operand in modifiers(group))


def _disjoint(places: list[int], start: int, end: int) -> Iterator[tuple[int, tuple[int, int]]]:
    """Number and limits of each part of a story that is not empty.

    Places ascend in a sound file; a part that goes back behind the one before would repeat its text.
    """
    reached = start
    for number, place in enumerate(places[:-1]):
        limits = (max(reached, min(end, start + place)), min(end, start + places[number + 1]))
        if limits[0] < limits[1]:
            reached = limits[1]
            yield number, limits


def _look(look: CharacterFormat) -> Look:
    return Look(
        size=look.size / 2 if look.size else None,
        colour=look.colour,
        is_deleted=look.is_deleted,
        is_hidden=look.is_hidden,
        is_inserted=look.is_inserted,
    )


def _sign(code: int) -> str:
    """The character that stands for a sign of a symbol font; check boxes matter in forms."""
    if 0xF000 <= code <= 0xF0FF:
        return _BOXES.get(code & 0xFF, "")
    return chr(code) if 0x20 <= code < 0xD800 else ""
