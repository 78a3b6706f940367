"""Plain text in the encodings of twenty years."""

from typing import BinaryIO

from app.domain.source import Extraction, FileFormat
from app.formats import refusals
from app.formats.encoding import decode
from app.formats.reader import TextBuilder

READER = "plain_text 1"
MAX_BYTES = 64 * 1024 * 1024


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read a text file; a form feed begins a page, as line printers and old programs wrote it."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise refusals.too_large("文本文件超过 64 兆字节。")
    decoded = decode(data)
    pages = decoded.text.rstrip("\f\x1a").split("\f")
    builder = TextBuilder()
    for number, page in enumerate(pages):
        if len(pages) > 1:
            builder.start_page()
        builder.add(page if number == len(pages) - 1 else page + "\n")
    return builder.finish(file_format, READER, properties={"encoding": decoded.encoding})
