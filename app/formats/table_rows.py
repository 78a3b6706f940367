"""Tables of data with every row in its place, so that a row can be named as a spreadsheet shows it."""

import csv
import io
from dataclasses import dataclass
from typing import BinaryIO

import python_calamine as calamine

from app.domain.source import FileFormat
from app.formats import refusals
from app.formats.encoding import decode
from app.formats.identify import identify
from app.formats.read.cells import cell_text
from app.formats.read.comma_separated import guess_delimiter
from app.formats.read.dbase import dbase_rows
from app.formats.read.workbook import faults_of_calamine, open_workbook

MAX_BYTES = 64 * 1024 * 1024
_BOOKS = frozenset({FileFormat.XLS, FileFormat.XLSX, FileFormat.ET, FileFormat.ODS})


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet, or the one table of a csv, dbf or PDF file (then without a name). Rows begin at the first."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def tables_of(stream: BinaryIO, name: str) -> list[Table]:
    """All tables of an xls, xlsx, et, ods, csv or dbf file, and of a PDF the ruled ones of all pages as one.

    Raises:
        UnreadableError: another format, damaged, encrypted or larger than 64 MB.
    """
    if stream.seek(0, 2) > MAX_BYTES:
        raise refusals.too_large("表格文件超过 64 兆字节。")
    identity = identify(stream, name)
    if identity.is_encrypted:
        raise refusals.encrypted()
    stream.seek(0)
    if identity.structure is FileFormat.DBF:
        return [Table("", tuple(tuple(row) for row in dbase_rows(stream.read())))]
    if identity.structure is FileFormat.PDF:
        from app.formats.read.pdf_tables import ruled_rows  # rare, and slow to load

        return [Table("", tuple(ruled_rows(stream)))]
    if identity.structure in {FileFormat.CSV, FileFormat.TXT}:
        return [Table("", _comma_separated(stream.read()))]
    if identity.structure in _BOOKS:
        return _sheets(stream)
    raise refusals.unsupported(identity.structure)


def _comma_separated(data: bytes) -> tuple[tuple[str, ...], ...]:
    text = decode(data).text.replace("\x00", "")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=guess_delimiter(text))
    try:
        return tuple(tuple(row) for row in rows)
    except csv.Error as fault:
        raise refusals.damaged() from fault


def _sheets(stream: BinaryIO) -> list[Table]:
    book = open_workbook(stream)
    with faults_of_calamine():
        return [
            Table(name, _rows(book.get_sheet_by_index(index))) for index, name in enumerate(book.sheet_names)
        ]


def _rows(sheet: calamine.CalamineSheet) -> tuple[tuple[str, ...], ...]:
    rows = sheet.to_python(skip_empty_area=False)
    return tuple(tuple(cell_text(value).strip() for value in row) for row in rows)
