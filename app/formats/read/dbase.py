"""dBASE and FoxPro tables, in which archive catalogues of the 1990s and 2000s are kept."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from app.formats import refusals

_DELETED = 0x2A
_END_OF_FIELDS = 0x0D
_END_OF_FILE = 0x1A
_DESCRIPTOR = 32
_MEMO_KINDS = frozenset("MGPBW")
_MOST_FIELDS = 2048
# Language driver of the header → code page; without one the file was written in China.
_CODE_PAGES = {0x4D: "gb18030", 0x7A: "gb18030", 0x4F: "cp950", 0x78: "cp950", 0x7B: "cp932", 0x03: "cp1252"}


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    kind: str
    length: int


def dbase_rows(data: bytes) -> Iterator[list[str]]:
    """The names of the fields, then each record that is not marked as deleted.

    Memo fields are left empty: their text is in another file.

    Raises:
        UnreadableError: when the header is not that of a table.
    """
    if len(data) < _DESCRIPTOR + 1:
        raise refusals.damaged()
    count, header_length, record_length = struct.unpack_from("<IHH", data, 4)
    codec = _CODE_PAGES.get(data[29], "gb18030")
    fields = _fields(data[:header_length], codec)
    if not fields or record_length < 1 + sum(field.length for field in fields):
        raise refusals.damaged()
    yield [field.name for field in fields]
    for number in range(count):
        start = header_length + number * record_length
        record = data[start : start + record_length]
        if len(record) < record_length or record[0] == _END_OF_FILE:
            return
        if record[0] != _DELETED:
            yield list(_values(record, fields, codec))


def _fields(header: bytes, codec: str) -> list[_Field]:
    fields: list[_Field] = []
    for offset in range(_DESCRIPTOR, len(header) - _DESCRIPTOR + 1, _DESCRIPTOR):
        if header[offset] == _END_OF_FIELDS or len(fields) >= _MOST_FIELDS:
            break
        name = header[offset : offset + 11].split(b"\x00")[0].decode(codec, "replace").strip()
        kind = chr(header[offset + 11])
        length = header[offset + 16]
        if kind == "C":  # FoxPro keeps the high byte of long texts where decimals are
            length += header[offset + 17] << 8
        if length:  # a field that holds nothing could stand in a row any number of times
            fields.append(_Field(name, kind, length))
    return fields


def _values(record: bytes, fields: list[_Field], codec: str) -> Iterator[str]:
    position = 1
    for field in fields:
        raw = record[position : position + field.length]
        position += field.length
        yield _value(field, raw, codec)


def _value(field: _Field, raw: bytes, codec: str) -> str:
    if field.kind in _MEMO_KINDS:
        return ""
    if field.kind == "I" and len(raw) == 4:
        return str(struct.unpack("<i", raw)[0])
    text = raw.rstrip(b"\x00").decode(codec, "replace").strip()
    if field.kind == "D" and len(text) == 8 and text.isdigit():
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return text
