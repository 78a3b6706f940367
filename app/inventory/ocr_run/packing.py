"""Recognised pages as bytes, so that each is kept as soon as it is read."""

import json
import zlib
from dataclasses import asdict

from app.formats.ocr import OcrLine, OcrPage


def packed(page: OcrPage) -> bytes:
    """The page as compressed JSON."""
    return zlib.compress(json.dumps(asdict(page), separators=(",", ":")).encode())


def unpacked(data: bytes) -> OcrPage:
    """The page that :func:`packed` was given."""
    record = json.loads(zlib.decompress(data))
    lines = tuple(OcrLine(**{**line, "colour": tuple(line["colour"])}) for line in record["lines"])
    width, height = record["size"]
    return OcrPage((width, height), lines, record["turned_by"])
