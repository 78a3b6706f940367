"""Rows and columns of a sheet that are hidden: their cells are read, and marked as what they are."""

import re
from dataclasses import dataclass, field

from lxml import etree

from app.domain.source import PartKind
from app.formats.reader import TextBuilder

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^>]*\bhidden=[\"'](?:1|true)[\"'][^>]*)>")
_NUMBERS = re.compile(rb"\b(r|min|max)=[\"'](\d{1,7})[\"']")
_NOT_SHOWN = frozenset({"collapse", "filter"})
_MOST_RANGES = 10_000
MOST_MARKED_CELLS = 5_000
"""Cells of hidden columns in one workbook; a person who sees so many of them has understood."""


@dataclass(slots=True)
class HiddenLines:
    """Hidden rows and columns of one sheet as ranges (first, last), counted from 0."""

    rows: list[tuple[int, int]] = field(default_factory=list)
    columns: list[tuple[int, int]] = field(default_factory=list)

    def add_row(self, first: int, last: int | None = None) -> None:
        """Rows are hidden; neighbours become one range."""
        last = first if last is None else last
        if self.rows and self.rows[-1][1] == first - 1:
            self.rows[-1] = (self.rows[-1][0], last)
        elif len(self.rows) < _MOST_RANGES:
            self.rows.append((first, last))

    def hides_column(self, column: int) -> bool:
        """Whether the column is hidden."""
        return any(first <= column <= last for first, last in self.columns)


def of_worksheet(part: bytes) -> HiddenLines:
    """What a worksheet part of a package hides."""
    found = HiddenLines()
    if b"hidden=" not in part:
        return found
    for row in _ROW.finditer(part):
        numbers = dict(_NUMBERS.findall(row[1]))
        if b"r" in numbers:
            found.add_row(int(numbers[b"r"]) - 1)
    for column in _COLUMN.finditer(part):
        numbers = dict(_NUMBERS.findall(column[1]))
        if {b"min", b"max"} <= numbers.keys() and len(found.columns) < _MOST_RANGES:
            found.columns.append((int(numbers[b"min"]) - 1, int(numbers[b"max"]) - 1))
    return found


def of_table(table: etree._Element) -> HiddenLines:
    """What a table of an OpenDocument sheet hides."""
    found = HiddenLines()
    for tag in ("row", "column"):
        place = 0
        for line in table.iter(f"{_TABLE}table-{tag}"):
            count = line.get(f"{_TABLE}number-{tag}s-repeated", "1")
            end = place + (int(count) if count.isdigit() else 1)
            if line.get(_TABLE + "visibility") in _NOT_SHOWN and tag == "row":
                found.add_row(place, end - 1)
            elif line.get(_TABLE + "visibility") in _NOT_SHOWN:
                found.columns.append((place, end - 1))
            place = end
    return found


class HiddenCells:
    """Marks what was added of a sheet and stands in hidden rows and columns."""

    def __init__(self, builder: TextBuilder, sheet: str, hidden: HiddenLines, room: int) -> None:
        self._builder = builder
        self._sheet = sheet
        self._hidden = hidden
        self._ranges = sorted(hidden.rows)
        self.first_column = 0
        """The column of a row's first cell; rows are read from the first one of the sheet."""
        self._range: tuple[int, int] | None = None
        self._start = self._next = 0
        self.room = room
        """How many cells may still be marked."""

    def row(self, index: int, start: int, texts: list[str]) -> None:
        """The row ``index``, counted from 0, was added at ``start``, with a tab between its cells."""
        lines = self._range_of(index)
        if lines != self._range:
            self.end_rows(start)
            self._range, self._start = lines, start
        if self._hidden.columns and lines is None:
            self._mark_cells(index, start, texts)

    def _range_of(self, row: int) -> tuple[int, int] | None:
        """The hidden rows that a row belongs to; rows come from top to bottom."""
        while self._next < len(self._ranges) and self._ranges[self._next][1] < row:
            self._next += 1
        if self._next == len(self._ranges) or self._ranges[self._next][0] > row:
            return None
        return self._ranges[self._next]

    def end_rows(self, end: int) -> None:
        """The last hidden rows end here."""
        if self._range is not None:
            first, last = self._range
            label = f"{self._sheet}!{first + 1}:{last + 1}"
            self._builder.mark_to(PartKind.HIDDEN_ROWS, self._start, end, label)
        self._range = None

    def _mark_cells(self, index: int, start: int, texts: list[str]) -> None:
        for number, text in enumerate(texts):
            column = self.first_column + number
            if text.strip() and self.room and self._hidden.hides_column(column):
                label = f"{self._sheet}!{column_name(column)}{index + 1}"
                self._builder.mark_to(PartKind.HIDDEN_COLUMN, start, start + len(text), label)
                self.room -= 1
            start += len(text) + 1


def column_name(number: int) -> str:
    """The letters of a column counted from 0: ``A``, ``Z``, ``AA``."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
