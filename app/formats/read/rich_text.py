"""RTF, as Word, WPS Office and mail programs write it in China."""

from typing import BinaryIO

from app.domain.source import Extraction, FileFormat
from app.formats import refusals
from app.formats.read.compound_properties import declared_count
from app.formats.read.rich_text_parser import UNNAMED, RichTextParser
from app.formats.reader import TextBuilder

READER = "rich_text 1"
MAX_BYTES = 128 * 1024 * 1024


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read body, tables, text boxes, headers, notes and comments; deleted and hidden text apart."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise refusals.too_large("RTF 文件超过 128 兆字节。")
    builder = TextBuilder()
    properties = add_rich_text(builder, data)
    return builder.finish(
        file_format, READER, page_count=declared_count(properties, "pages"), properties=properties
    )


def add_rich_text(builder: TextBuilder, data: bytes) -> dict[str, str]:
    """Append the text of an RTF file; returns its properties."""
    start = data.find(b"{\\rt")
    if start < 0:
        raise refusals.damaged()
    parser = RichTextParser(data[start:].decode("latin-1"))
    parser.parse()
    for story in (parser.main, *parser.stories):
        story.write(builder)
    return {name: value for name, value in parser.properties.items() if value and name != UNNAMED}
