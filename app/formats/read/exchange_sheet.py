"""Reading a workbook that came back filled in: every cell with what it really is, nothing computed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.formats.write.exchange_sheet import MARK_SHEET

OLE_START = b"\xd0\xcf\x11\xe0"
LARGEST_FILE = 20 * 2**20
LARGEST_UNPACKED = 200 * 2**20
MOST_ROWS = 20_000


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
        if MARK_SHEET not in book.sheetnames:
            raise UnreadableError(Unreadable.FOREIGN)
        if title not in book.sheetnames:
            raise UnreadableError(Unreadable.NO_SHEET)
        page = book[title]
        rows = [
            tuple(_cell(cell) for cell in row) for row in page.iter_rows(max_row=min(page.max_row, MOST_ROWS))
        ]
        return ReadSheet(
            mark=_mark(book[MARK_SHEET]),
            headings=_trimmed(rows[0]) if rows else (),
            rows=tuple(rows[1:]),
            merged=tuple(sorted(str(area) for area in page.merged_cells.ranges)),
        )
    finally:
        book.close()


def _open(path: Path) -> Workbook:
    try:
        with path.open("rb") as stream:
            start = stream.read(4)
        if start == OLE_START:
            raise UnreadableError(Unreadable.OLD_FORMAT)
        if path.stat().st_size > LARGEST_FILE or _unpacked_size(path) > LARGEST_UNPACKED:
            raise UnreadableError(Unreadable.TOO_LARGE)
        return load_workbook(path)
    except OSError as error:
        raise UnreadableError(Unreadable.MISSING) from error
    except (
        BadZipFile,
        InvalidFileException,
        KeyError,
        ValueError,
        TypeError,
        ParseError,
        IndexError,
    ) as error:
        raise UnreadableError(Unreadable.NOT_A_WORKBOOK) from error


def _unpacked_size(path: Path) -> int:
    with ZipFile(path) as archive:
        return sum(entry.file_size for entry in archive.infolist())


def _mark(page: Worksheet) -> dict[str, str]:
    rows = (row for row in page.iter_rows(values_only=True) if row)
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
        return ReadCell(CellKind.NUMBER, str(int(value)) if value == int(value) else str(value))
    text = "" if value is None else str(value).strip()
    return ReadCell(CellKind.TEXT, text) if text else EMPTY


_SPECIAL = {"f": CellKind.FORMULA, "e": CellKind.ERROR}
