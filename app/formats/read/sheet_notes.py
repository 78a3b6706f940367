"""What calamine does not read of spreadsheets: comments and text boxes, and which lines are hidden."""

import posixpath
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import BinaryIO

from lxml import etree

from app.domain.source import PartKind
from app.formats.read.compound import COMPOUND_MAGIC, Compound
from app.formats.read.hidden_lines import HiddenLines, column_name, of_table, of_worksheet
from app.formats.read.zip_package import ZipPackage, local_name, text_of
from app.formats.reader import UnreadableError

_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TABLE_NAME = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}name"
_BOUND_SHEET, _BEGIN, _OBJECT, _TEXT_OBJECT, _CONTINUE, _NOTE = 0x85, 0x809, 0x5D, 0x1B6, 0x3C, 0x1C
_FILE_PASS, _END = 0x2F, 0x0A
_ROW, _COLUMNS, _ROW_IS_HIDDEN, _COLUMN_IS_HIDDEN = 0x208, 0x7D, 0x20, 0x01
_IS_NOTE = 0x19
_HEAD = 64 * 1024
_MOST_NOTES = 20_000


@dataclass(frozen=True, slots=True)
class SheetNote:
    """A comment or text box; ``sheet`` is the sheet's name, ``cell`` such as ``B3`` or empty."""

    sheet: str
    cell: str
    text: str
    kind: PartKind


@dataclass(frozen=True, slots=True)
class SheetExtras:
    """Notes in the order of the file, and the hidden lines of each sheet that has any, by its name."""

    notes: list[SheetNote] = field(default_factory=list)
    hidden: dict[str, HiddenLines] = field(default_factory=dict)


def sheet_extras(stream: BinaryIO) -> SheetExtras:
    """What a workbook has beside its cells; what is damaged is left out, the cells are worth more."""
    stream.seek(0)
    is_binary = stream.read(8) == COMPOUND_MAGIC
    found = SheetExtras()
    notes = _binary_notes(stream, found.hidden) if is_binary else _package_notes(stream, found.hidden)
    try:
        found.notes.extend(islice(notes, _MOST_NOTES))
    except (UnreadableError, struct.error, IndexError):
        return found
    return found


def _package_notes(stream: BinaryIO, hidden: dict[str, HiddenLines]) -> Iterator[SheetNote]:
    with ZipPackage(stream) as package:
        if package.has("content.xml"):
            yield from _open_document_notes(package.xml("content.xml"), hidden)
            return
        book = next((part for kind, part in package.related("").values() if kind == "officeDocument"), "")
        related = package.related(book)
        for sheet in package.xml(book).iterfind("{*}sheets/{*}sheet") if package.has(book) else ():
            _, part = related.get(sheet.get(_R_ID, ""), ("", ""))
            name = sheet.get("name", "")
            if package.has(part):
                hidden[name] = of_worksheet(package.read(part))
            yield from _worksheet_notes(package, part, name)


def _worksheet_notes(package: ZipPackage, part: str, sheet: str) -> Iterator[SheetNote]:
    for kind, target in package.related(part).values() if part else ():
        if kind not in {"comments", "threadedComment", "drawing"}:
            continue
        root = package.xml_if_there(posixpath.normpath(target))
        for element in root.iter("{*}comment", "{*}threadedComment", "{*}txBody") if root is not None else ():
            text = _lines(element)
            is_box = local_name(element) == "txBody"
            if text:
                part_kind = PartKind.TEXT_BOX if is_box else PartKind.COMMENT
                yield SheetNote(sheet, element.get("ref", ""), text, part_kind)


def _lines(element: etree._Element) -> str:
    paragraphs = [text_of(item, "{*}t") for item in element.iterfind("{*}p")]
    return ("\n".join(paragraphs) or text_of(element, "{*}t", "{*}text")).strip()


def _open_document_notes(root: etree._Element, hidden: dict[str, HiddenLines]) -> Iterator[SheetNote]:
    for table in root.iter("{*}table"):
        name = table.get(_TABLE_NAME, "")
        hidden[name] = of_table(table)
        for note in table.iter("{*}annotation"):
            text = "\n".join(text_of(item) for item in note.iterfind("{*}p")).strip()
            if text:
                yield SheetNote(name, "", text, PartKind.COMMENT)


# BIFF8 ([MS-XLS]): a note's words are in a TXO record and the CONTINUE after it, its cell in a NOTE.


def _binary_notes(stream: BinaryIO, hidden: dict[str, HiddenLines]) -> Iterator[SheetNote]:
    with Compound(stream) as compound:
        data = compound.read_if_there("Workbook")
    texts, identity, is_note = dict[int, str](), 0, False
    records = _sheet_records(data, hidden)
    for sheet, kind, body in records:
        if kind == _BEGIN:
            texts = {}
        elif kind == _OBJECT and len(body) >= 8:
            object_kind, identity = struct.unpack_from("<HH", body, 4)
            is_note = object_kind == _IS_NOTE
        elif kind == _TEXT_OBJECT:
            text = _object_text(body, records)
            if is_note:
                texts[identity] = text
            elif text:
                yield SheetNote(sheet, "", text, PartKind.TEXT_BOX)
        elif kind == _NOTE and len(body) >= 8:
            row, column, _, owner = struct.unpack_from("<4H", body)
            if texts.get(owner):
                yield SheetNote(sheet, f"{column_name(column)}{row + 1}", texts.pop(owner), PartKind.COMMENT)


def _sheet_records(data: bytes, hidden: dict[str, HiddenLines]) -> Iterator[tuple[str, int, bytes]]:
    """The records with the name of their sheet; hidden lines are put down as they come by."""
    names: dict[int, str] = {}
    sheet = ""
    for offset, kind, body in _records(data):
        if kind == _BOUND_SHEET:
            names[struct.unpack_from("<I", body)[0]] = _short_string(body[6:])
        elif kind == _BEGIN:
            sheet = names.get(offset, sheet)
        elif kind in {_ROW, _COLUMNS}:
            _add_hidden(hidden.setdefault(sheet, HiddenLines()), kind, body)
        yield sheet, kind, body


def _add_hidden(found: HiddenLines, kind: int, body: bytes) -> None:
    """What a ROW record ([MS-XLS] 2.4.221) or a COLINFO record (2.4.53) hides."""
    if kind == _ROW and body[12] & _ROW_IS_HIDDEN:
        found.add_row(struct.unpack_from("<H", body)[0])
    elif kind == _COLUMNS and body[8] & _COLUMN_IS_HIDDEN:
        first, last = struct.unpack_from("<HH", body)
        found.columns.append((first, last))


def is_locked(compound: Compound) -> bool:
    """Whether a binary workbook is encrypted: a FILEPASS record stands among its first ones."""
    data = compound.head("Workbook", _HEAD) or compound.head("Book", _HEAD)
    for _, kind, _ in _records(data):
        if kind in {_FILE_PASS, _END}:
            return kind == _FILE_PASS
    return False


def _records(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    position = 0
    while position + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, position)
        yield position, kind, data[position + 4 : position + 4 + length]
        position += 4 + length


def _object_text(body: bytes, records: Iterator[tuple[str, int, bytes]]) -> str:
    """The words of a text object, taken from the CONTINUE records that follow it."""
    wanted = struct.unpack_from("<H", body, 10)[0] if len(body) >= 12 else 0
    text = ""
    while len(text) < wanted:
        _, kind, piece = next(records, ("", 0, b""))
        if kind != _CONTINUE or not piece:
            break
        text += piece[1:].decode("utf-16-le" if piece[0] & 1 else "latin-1", "replace")
    return text[:wanted].replace("\r\n", "\n").replace("\r", "\n").strip()


def _short_string(data: bytes) -> str:
    length, flags = data[0], data[1]
    return data[2:].decode("utf-16-le" if flags & 1 else "latin-1", "replace")[:length]
