"""Spreadsheets and tables of data: xls, xlsx, et, ods by calamine; csv; dbf."""

from typing import BinaryIO

import python_calamine as calamine

from app.domain.source import Extraction, FileFormat, PartKind
from app.formats import refusals
from app.formats.read.cells import add_rows
from app.formats.read.comma_separated import comma_separated
from app.formats.read.compound import COMPOUND_MAGIC, Compound
from app.formats.read.compound_properties import compound_properties
from app.formats.read.dbase import dbase_rows
from app.formats.read.hidden_lines import MOST_MARKED_CELLS, HiddenCells, HiddenLines
from app.formats.read.office_properties import office_properties
from app.formats.read.open_document import open_document_properties
from app.formats.read.sheet_notes import SheetNote, is_locked, sheet_extras
from app.formats.read.workbook import ZIP_MAGIC, faults_of_calamine, open_workbook
from app.formats.read.zip_package import ZipPackage
from app.formats.reader import TextBuilder

READER = "sheets 3"
MAX_BYTES = 512 * 1024 * 1024


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read a workbook, csv or dbf; each sheet is a part under its name. Hidden sheets, rows and columns are
    marked as such.
    """
    stream.seek(0, 2)
    if stream.tell() > MAX_BYTES:
        raise refusals.too_large("表格文件超过 512 兆字节。")
    stream.seek(0)
    head = stream.read(8)
    stream.seek(0)
    builder = TextBuilder()
    properties: dict[str, str] = {}
    if file_format is FileFormat.DBF:
        add_rows(builder, dbase_rows(stream.read()))
    elif file_format is FileFormat.CSV and not head.startswith((COMPOUND_MAGIC, ZIP_MAGIC)):
        properties = comma_separated(builder, stream.read())
    else:
        properties = _read_workbook(builder, stream)
    return builder.finish(file_format, READER, properties=properties)


def _read_workbook(builder: TextBuilder, stream: BinaryIO) -> dict[str, str]:
    properties = _properties(stream)
    book = open_workbook(stream)
    notes: dict[str, list[SheetNote]] = {}
    extras = sheet_extras(stream)
    for note in extras.notes:
        notes.setdefault(note.sheet, []).append(note)
    room = MOST_MARKED_CELLS
    for index, sheet in enumerate(book.sheets_metadata):
        if sheet.typ is calamine.SheetTypeEnum.WorkSheet:
            is_shown = sheet.visible is calamine.SheetVisibleEnum.Visible
            kind = PartKind.SHEET if is_shown else PartKind.HIDDEN_SHEET
            cells = HiddenCells(builder, sheet.name, extras.hidden.get(sheet.name, HiddenLines()), room)
            with builder.part(kind, sheet.name), faults_of_calamine():
                _add_sheet(builder, book.get_sheet_by_index(index), cells)
            room = cells.room
        for note in notes.pop(sheet.name, []):
            with builder.part(note.kind, f"{sheet.name}!{note.cell}".rstrip("!")):
                builder.add(note.text + "\n")
    return properties


def _add_sheet(builder: TextBuilder, sheet: calamine.CalamineSheet, cells: HiddenCells) -> None:
    cells.first_column = sheet.start[1] if sheet.start else 0
    add_rows(builder, sheet.iter_rows(), on_row=cells.row)
    cells.end_rows(builder.length)


def _properties(stream: BinaryIO) -> dict[str, str]:
    stream.seek(0)
    head = stream.read(8)
    if head == COMPOUND_MAGIC:
        with Compound(stream) as compound:
            if is_locked(compound):
                raise refusals.encrypted()
            return compound_properties(compound)
    if head.startswith(ZIP_MAGIC):
        with ZipPackage(stream) as package:
            is_open_document = package.has("content.xml")
            found = open_document_properties(package) if is_open_document else office_properties(package)
            return {name: value for name, value in found.items() if name != "pages"}
    return {}
