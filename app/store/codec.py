"""How extractions and values are packed into columns."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.document import LIST_ELEMENTS, ElementName
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

FIRST_PIECE = 2048
"""Bytes of a text that are unpacked first when only its beginning is wanted, some 700 characters."""


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
    """Compress text; unpaired surrogates of damaged files survive."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), COMPRESSION_LEVEL)


def unpack_text(packed: bytes) -> str:
    """The text that :func:`pack_text` was given."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def unpack_around(packed: bytes, words: Sequence[str], before: int, beyond: int) -> str:
    """The part of the text around the first place of any of the words.

    It begins ``before`` characters or more in front of the place, or where the text begins, and goes on
    for ``beyond`` characters or more from the place, or to the end. Most words stand early in a text, and
    unpacking the whole of it is half the cost of showing a hit. Without any of the words in it as they
    are written, the whole text is returned.
    """
    wanted = [word.encode("utf-8", "surrogatepass") for word in words]
    unpacker = zlib.decompressobj()
    data, rest, size = b"", packed, FIRST_PIECE
    while not unpacker.eof:
        piece = unpacker.decompress(rest, size)
        if not piece and not unpacker.unconsumed_tail and not unpacker.eof:
            return unpack_text(packed)  # cut short on disk: tells so
        data, rest, size = data + piece, unpacker.unconsumed_tail, size * 4
        place = min((place for word in wanted if (place := data.find(word)) >= 0), default=None)
        if place is not None and (unpacker.eof or place + beyond * _MOST_BYTES < len(data)):
            return _part(data, place - before * _MOST_BYTES, place + beyond * _MOST_BYTES)
    return data.decode("utf-8", "surrogatepass")


def _part(data: bytes, start: int, end: int) -> str:
    """The characters between two places, either of which may be inside a character or beyond the end."""
    start = max(0, start)
    while data[start] & _CONTINUES == _CONTINUATION:
        start += 1
    while end < len(data) and data[end] & _CONTINUES == _CONTINUATION:
        end -= 1
    return data[start:end].decode("utf-8", "surrogatepass")


_MOST_BYTES = 4
_CONTINUES, _CONTINUATION = 0xC0, 0x80
"""UTF-8: bytes 10xxxxxx go on with a character, which takes four bytes at most."""


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
