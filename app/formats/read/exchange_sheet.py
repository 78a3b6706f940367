"""Reading a workbook that came back filled in: every cell with what it really is, nothing computed."""

import io
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.formats.identify import PACKAGE_FAULTS
from app.formats.write.exchange_sheet import MARK_SHEET

OLE_START = b"\xd0\xcf\x11\xe0"
LARGEST_FILE = 20 * 2**20
LARGEST_UNPACKED = 64 * 2**20
MOST_ROWS = 20_000
MOST_COLUMNS = 64
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*\bref\s*=\s*[\"']([^\"']*)")
MOST_MERGED_CELLS = 1_000_000
# openpyxl meets what is broken with whatever its own code or its parsers raise.
_FAULTS = (
    *PACKAGE_FAULTS,
    InvalidFileException,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    ParseError,
    etree.LxmlError,
)


class CellKind(StrEnum):
    """What stands in a cell."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FORMULA = "formula"
    ERROR = "error"


class Unreadable(StrEnum):
    """Why a file is no workbook that can be taken in."""

    MISSING = "missing"
    NOT_A_WORKBOOK = "not_a_workbook"
    OLD_FORMAT = "old_format"
    TOO_LARGE = "too_large"
    FOREIGN = "foreign"
    NO_SHEET = "no_sheet"


class UnreadableError(Exception):
    """Carries the reason out of reading."""

    def __init__(self, reason: Unreadable) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class ReadCell:
    """One cell: its kind and its text; dates are ISO, whole numbers have no decimal point."""

    kind: CellKind
    text: str


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """What came back. ``merged``: merged areas as A1 ranges; ``rows`` are those below the head."""

    mark: Mapping[str, str]
    headings: tuple[str, ...]
    rows: tuple[tuple[ReadCell, ...], ...]
    merged: tuple[str, ...]


EMPTY = ReadCell(CellKind.EMPTY, "")


def read_exchange_sheet(path: Path, title: str) -> ReadSheet:
    """Read a workbook that :func:`~app.formats.write.exchange_sheet.write_exchange_sheet` wrote.

    Raises:
        UnreadableError: it is none, or lacks its mark or its sheet.
    """
    book = _open(path)
    try:
        return _read(book, title)
    except _FAULTS as error:
        raise UnreadableError(Unreadable.NOT_A_WORKBOOK) from error
    finally:
        book.close()


def _read(book: Workbook, title: str) -> ReadSheet:
    sheets = {page.title: page for page in book.worksheets}
    if MARK_SHEET not in sheets:
        raise UnreadableError(Unreadable.FOREIGN)
    if title not in sheets:
        raise UnreadableError(Unreadable.NO_SHEET)
    page = sheets[title]
    rows = [tuple(_cell(cell) for cell in row) for row in _bounded(page)]
    return ReadSheet(
        mark=_mark(sheets[MARK_SHEET]),
        headings=_trimmed(rows[0]) if rows else (),
        rows=tuple(rows[1:]),
        merged=tuple(sorted(str(area) for area in page.merged_cells.ranges)),
    )


def _bounded(page: Worksheet) -> Iterator[tuple[Cell | MergedCell, ...]]:
    """The rows of a sheet; one cell in the last column of Excel makes every row that wide."""
    width = min(page.max_column, MOST_COLUMNS)
    return page.iter_rows(max_row=min(page.max_row, MOST_ROWS), max_col=width)


def _open(path: Path) -> Workbook:
    try:
        data = path.read_bytes() if path.stat().st_size <= LARGEST_FILE else None
    except OSError as error:
        raise UnreadableError(Unreadable.MISSING) from error
    if data is None:
        raise UnreadableError(Unreadable.TOO_LARGE)
    if data.startswith(OLE_START):
        raise UnreadableError(Unreadable.OLD_FORMAT)
    try:
        if _unfolds_too_far(data):
            raise UnreadableError(Unreadable.TOO_LARGE)
        return load_workbook(io.BytesIO(data))  # given a path it leaves broken files open
    except _FAULTS as error:
        raise UnreadableError(Unreadable.NOT_A_WORKBOOK) from error


def _unfolds_too_far(data: bytes) -> bool:
    """Whether the parts are too large, or cells are merged over more than openpyxl can walk through."""
    with ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED:
            return True
        sheets = (archive.read(entry) for entry in entries if entry.filename.lower().endswith(".xml"))
        areas = (
            _area(found[1].decode("ascii", "replace"))
            for sheet in sheets
            for found in _MERGED.finditer(sheet)
        )
        return sum(areas) > MOST_MERGED_CELLS


def _area(reference: str) -> int:
    """The number of cells; a reference without rows or columns means all of them."""
    left, top, right, bottom = range_boundaries(reference)
    if left is None or top is None or right is None or bottom is None:
        return MOST_MERGED_CELLS + 1
    return (right - left + 1) * (bottom - top + 1)


def _mark(page: Worksheet) -> dict[str, str]:
    rows = page.iter_rows(max_row=min(page.max_row, MOST_ROWS), max_col=2, values_only=True)
    return {str(row[0]): str(row[1]) for row in rows if len(row) > 1 and row[0] is not None}


def _trimmed(cells: Sequence[ReadCell]) -> tuple[str, ...]:
    """Headings without the empty ones behind the last."""
    texts = [cell.text for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def _cell(cell: Cell | MergedCell) -> ReadCell:
    value = cell.value
    if cell.data_type in _SPECIAL:
        return ReadCell(_SPECIAL[cell.data_type], str(value))
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        return ReadCell(CellKind.DATE, day.isoformat())
    if isinstance(value, int | float):
        is_whole = math.isfinite(value) and value == int(value)
        return ReadCell(CellKind.NUMBER, str(int(value)) if is_whole else str(value))
    text = "" if value is None else str(value).strip()
    return ReadCell(CellKind.TEXT, text) if text else EMPTY


_SPECIAL = {"f": CellKind.FORMULA, "e": CellKind.ERROR}
