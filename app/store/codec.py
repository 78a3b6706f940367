"""How extractions and values are packed into columns."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict
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

COMPRESSION_LEVEL = 6


def pack_text(text: str) -> bytes:
    """Compress text; unpaired surrogates of damaged files survive."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), COMPRESSION_LEVEL)


def unpack_text(packed: bytes) -> str:
    """The text that :func:`pack_text` was given."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def pack_structure(extraction: Extraction) -> bytes:
    """Everything of an extraction but its text."""
    record = asdict(extraction)
    del record["text"]
    return zlib.compress(
        json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode(), COMPRESSION_LEVEL
    )


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
