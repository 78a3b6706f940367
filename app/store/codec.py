"""How extractions and values are packed into columns."""

import json
import zlib
from codecs import BOM_UTF16_LE
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from app.domain.document import LIST_ELEMENTS, ElementName, text_of
from app.domain.source import (
    Aside,
    AsideKind,
    EmbeddedFile,
    Extraction,
    FileFormat,
    FileSignature,
    LayoutLine,
    PartKind,
    TextPart,
)
from app.text.folding import fold
from app.text.tokens import index_tokens

COMPRESSION_LEVEL = 4
"""Texts take a twentieth more room than at level 6, and half the time."""

SHORT = 8 << 10
"""Bytes of an encoded text up to which it is kept as it is. Unpacking the fifty of a page would take a third of
the time of a search; the catalogue grows by a twentieth.
"""

LONG = 16 << 10
"""Bytes of a packed text beyond which it is unpacked bit by bit where only a part of it is wanted."""


@dataclass(frozen=True, slots=True)
class PackedExtraction:
    """What is kept of an extraction: ``body`` and ``structure`` as columns hold them, its number of
    characters, and its ``words`` as the full-text index takes them.
    """

    body: bytes
    structure: bytes
    length: int
    words: str


def packed_extraction(extraction: Extraction) -> PackedExtraction:
    """Everything of an extraction, ready to be written; worker processes do this where they can."""
    text = extraction.text
    return PackedExtraction(pack_text(text), pack_structure(extraction), len(text), index_tokens(fold(text)))


def pack_text(text: str) -> bytes:
    """Encode text, in whichever of UTF-8 and UTF-16 is shorter; the latter begins with its mark. What is longer
    than :data:`SHORT` is compressed, the rest preceded by its CRC-32, so that damage shows in both.

    Chinese in UTF-16 takes a tenth less room and a quarter less time to unpack. Unpaired surrogates of
    damaged files survive, in UTF-8.
    """
    narrow = text.encode(_NARROW, "surrogatepass")
    try:
        wide = BOM_UTF16_LE + text.encode(_WIDE)
    except UnicodeEncodeError:
        wide = narrow
    data = min(narrow, wide, key=len)
    if len(data) > SHORT:
        return zlib.compress(data, COMPRESSION_LEVEL)
    return _PLAIN + _checksum(data) + data


def unpack_text(packed: bytes) -> str:
    """The text that :func:`pack_text` was given.

    Raises:
        zlib.error: the bytes were damaged since.
    """
    return _decoded(_unpacked(packed))


def _unpacked(packed: bytes) -> bytes:
    if not packed.startswith(_PLAIN):
        return zlib.decompress(packed)
    data = packed[_HEAD:]
    if packed[len(_PLAIN) : _HEAD] != _checksum(data):
        raise zlib.error("a text that differs from its checksum")
    return data


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big")


def _decoded(data: bytes) -> str:
    if data.startswith(BOM_UTF16_LE):  # no UTF-8 does
        return data[len(BOM_UTF16_LE) :].decode(_WIDE)
    return data.decode(_NARROW, "surrogatepass")


def unpack_around(packed: bytes, words: Sequence[str], before: int, beyond: int) -> str:
    """The part of the text around the first place of any of the words.

    It begins ``before`` characters or more in front of the place, or where the text begins, and goes on
    for ``beyond`` characters or more from the place, or to the end: a text of a million characters is
    neither unpacked nor folded for one line. Without any of the words in it as they are written, the
    whole text is returned.

    Raises:
        zlib.error: the bytes were damaged since.
    """
    if len(packed) <= LONG:
        data = _unpacked(packed)
        place = _first_place(data, tuple(words))
    else:
        data, place = _unpacked_to(packed, tuple(words), beyond * _MOST_BYTES)
    if place is None:
        return _decoded(data)
    return _part(data, place - before * _MOST_BYTES, place + beyond * _MOST_BYTES)


def _unpacked_to(packed: bytes, words: tuple[str, ...], beyond: int) -> tuple[bytes, int | None]:
    """As much of a text as has the first of the words and so many bytes beyond, and its place; or all of it."""
    unpacker = zlib.decompressobj()
    data, rest, size, place = b"", packed, LONG, None
    while not unpacker.eof:
        piece = unpacker.decompress(rest, size)
        if not piece and not unpacker.unconsumed_tail and not unpacker.eof:
            zlib.decompress(packed)  # cut short on disk: tells so
        data, rest, size = data + piece, unpacker.unconsumed_tail, size * 2
        place = _first_place(data, words)
        if place is not None and place + beyond < len(data):
            break
    return data, place


def _first_place(data: bytes, words: tuple[str, ...]) -> int | None:
    """Where the first of the words begins in the bytes of a text."""
    is_wide = data.startswith(BOM_UTF16_LE)
    first = None
    for word in _encoded(words, is_wide):
        place = data.find(word)
        while is_wide and place % 2 and place > 0:  # made of halves of characters
            place = data.find(word, place + 1)
        if place >= 0 and (first is None or place < first):
            first = place
    return first


@lru_cache(maxsize=64)
def _encoded(words: tuple[str, ...], is_wide: bool) -> tuple[bytes, ...]:
    """The words as they stand in a text; the same ones are looked for in every text of a page."""
    return tuple(word.encode(_WIDE if is_wide else _NARROW, "surrogatepass") for word in words)


def _part(data: bytes, start: int, end: int) -> str:
    """The characters between two places, either of which may be inside a character or beyond the end."""
    if data.startswith(BOM_UTF16_LE):
        start = max(len(BOM_UTF16_LE), start)
        return data[start:end].decode(_WIDE, "ignore")  # half of a character that is two units
    start = max(0, start)
    while data[start] & _CONTINUES == _CONTINUATION:
        start += 1
    while end < len(data) and data[end] & _CONTINUES == _CONTINUATION:
        end -= 1
    return data[start:end].decode(_NARROW, "surrogatepass")


_PLAIN = b"\0"
"""Begins what is not compressed; zlib begins with 78 (RFC 1950 2.2)."""
_HEAD = len(_PLAIN) + 4

_NARROW, _WIDE = "utf-8", "utf-16-le"
_MOST_BYTES = 4
"""Of a character, in either encoding; even, so that a part of UTF-16 begins with a whole unit."""
_CONTINUES, _CONTINUATION = 0xC0, 0x80
"""UTF-8: bytes 10xxxxxx go on with a character."""


def pack_structure(extraction: Extraction) -> bytes:
    """Everything of an extraction but its text."""
    record = _by_name(extraction)
    del record["text"]
    record["properties"] = dict(extraction.properties)
    packed = json.dumps(record, ensure_ascii=True, separators=(",", ":"), default=_by_name)
    return zlib.compress(packed.encode(), COMPRESSION_LEVEL)


def _by_name(record: Any) -> dict[str, Any]:  # noqa: ANN401 - any of our slotted dataclasses
    """The fields of a dataclass; ``asdict`` would copy every value and take four times as long."""
    return {name: getattr(record, name) for name in record.__slots__}


def unpack_extraction(text: str, structure: bytes) -> Extraction:
    """The extraction that was stored with this text."""
    record: dict[str, Any] = json.loads(zlib.decompress(structure))
    return Extraction(
        format=FileFormat(record["format"]),
        puid=record["puid"],
        text=text,
        page_starts=tuple(record["page_starts"]),
        page_count=record["page_count"],
        parts=tuple(TextPart(PartKind(p["kind"]), p["start"], p["end"], p["label"]) for p in record["parts"]),
        asides=tuple(Aside(AsideKind(a["kind"]), a["text"]) for a in record["asides"]),
        layout=tuple(_layout_line(line) for line in record["layout"]),
        page_size=tuple(record["page_size"]) if record["page_size"] else None,
        properties=record["properties"],
        embedded=tuple(EmbeddedFile(**item) for item in record["embedded"]),
        signatures=tuple(FileSignature(**item) for item in record["signatures"]),
        needs_ocr=record["needs_ocr"],
        ocr_confidence=record["ocr_confidence"],
        reader=record["reader"],
    )


def _layout_line(record: Mapping[str, Any]) -> LayoutLine:
    colour = record["colour"]
    return LayoutLine(**{**record, "colour": tuple(colour) if colour else None})


def pack_value(value: str | tuple[str, ...]) -> str:
    """An element's value as JSON."""
    return json.dumps(value, ensure_ascii=False)


def unpack_value(packed: str) -> str | tuple[str, ...]:
    """The value that :func:`pack_value` was given."""
    value = json.loads(packed)
    return tuple(value) if isinstance(value, list) else value


def text_of_value(packed: str) -> str:
    """The value that :func:`pack_value` was given, as one string."""
    return text_of(unpack_value(packed))


def value_from_text(name: ElementName, text: str) -> str | tuple[str, ...]:
    """What a person typed, as the element's value; several bodies are separated by ``；`` or ``;``."""
    if name not in LIST_ELEMENTS:
        return text.strip()
    return tuple(part.strip() for part in text.replace(";", "；").split("；") if part.strip())


def packed_list(values: tuple[str, ...]) -> str:
    """A list of strings as JSON."""
    return json.dumps(values, ensure_ascii=False)


def unpacked_list(packed: str) -> tuple[str, ...]:
    """The list that :func:`packed_list` was given."""
    return tuple(json.loads(packed))
