"""dBASE III tables of character fields in GBK, as archive programs of the 2000s import them.

A field holds at most 254 bytes and no character outside GBK. What does not fit is cut at a character
boundary or shown as ``〓``, and reported.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import BinaryIO

from app.formats.write.loss import CellLoss

ENCODING = "gbk"
LONGEST_FIELD = 254
LONGEST_NAME = 10
SUBSTITUTE = "〓"
_VERSION = 0x03
_CODE_PAGE_936 = 0x4D
_HEADER = struct.Struct("<B3BIHH16xBB2x")
_FIELD = struct.Struct("<11sc4xBB14x")
_FIELD_LIST_END = b"\r"
_FILE_END = b"\x1a"


@dataclass(frozen=True, slots=True)
class DbfField:
    """``name``: at most ten ASCII characters; ``width`` in bytes; ``label`` for messages."""

    name: str
    width: int
    label: str = ""


def write_dbf(
    path: Path, fields: Sequence[DbfField], rows: Iterable[Sequence[str]], written_on: date
) -> tuple[CellLoss, ...]:
    """Write the table; returns what it could not hold.

    Raises:
        ValueError: a field's name or width is not allowed.
        OSError: the target cannot be written.
    """
    for field in fields:
        if not (
            field.name.isascii() and 0 < len(field.name) <= LONGEST_NAME and 0 < field.width <= LONGEST_FIELD
        ):
            raise ValueError(field.name)
    losses: list[CellLoss] = []
    with path.open("wb") as stream:
        _write_head(stream, fields, 0, written_on)
        count = 0
        for count, row in enumerate(rows, start=1):
            stream.write(b" " + b"".join(_cells(fields, row, count, losses)))
        stream.write(_FILE_END)
        stream.seek(0)
        _write_head(stream, fields, count, written_on)
    return tuple(losses)


def _write_head(stream: BinaryIO, fields: Sequence[DbfField], count: int, written_on: date) -> None:
    size = _HEADER.size + _FIELD.size * len(fields) + len(_FIELD_LIST_END)
    width = 1 + sum(field.width for field in fields)
    day = (written_on.year - 1900, written_on.month, written_on.day)
    stream.write(_HEADER.pack(_VERSION, *day, count, size, width, 0, _CODE_PAGE_936))
    stream.writelines(_FIELD.pack(field.name.encode("ascii"), b"C", field.width, 0) for field in fields)
    stream.write(_FIELD_LIST_END)


def _cells(
    fields: Sequence[DbfField], row: Sequence[str], number: int, losses: list[CellLoss]
) -> Iterable[bytes]:
    for field, value in zip(fields, row, strict=True):
        encoded, reason = encode_field(value, field.width)
        if reason:
            losses.append(CellLoss(number, field.label or field.name, reason))
        yield encoded.ljust(field.width)


def encode_field(value: str, width: int) -> tuple[bytes, str]:
    """The value in at most ``width`` bytes, and what was lost (empty when nothing)."""
    reasons: list[str] = []
    pieces: list[bytes] = []
    for position, character in enumerate(value, start=1):
        try:
            pieces.append(character.encode(ENCODING))
        except UnicodeEncodeError:
            pieces.append(SUBSTITUTE.encode(ENCODING))
            reasons.append(f"第{position}字 U+{ord(character):04X} 不在 GBK 字符集内")
    while sum(map(len, pieces)) > width:
        pieces.pop()
    if len(pieces) < len(value):
        reasons.append(f"超过 {width} 字节，只写入前 {len(pieces)} 字")
    return b"".join(pieces), "；".join(reasons)
