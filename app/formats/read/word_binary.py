"""Word 97 to 2003 documents, and the WPS Office files that use the same structure."""

from typing import BinaryIO

from app.domain.source import Extraction, FileFormat
from app.formats import refusals
from app.formats.read.compound import Compound
from app.formats.read.compound_properties import compound_properties, declared_count
from app.formats.read.word_file import open_word
from app.formats.read.word_formatting import formatting_of
from app.formats.read.word_stories import StoryWriter
from app.formats.reader import TextBuilder

READER = "word_binary 1"
MAX_BYTES = 256 * 1024 * 1024


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read text, tables, text boxes, headers, notes and comments.

    Deleted and hidden text is kept apart. Pages are those a person began; the page count is what
    the writing program stored. Of Word 6 and 95 only the text is read.
    """
    if stream.seek(0, 2) > MAX_BYTES:
        raise refusals.too_large("Word 文件超过 256 兆字节。")
    builder = TextBuilder()
    with Compound(stream) as compound:
        word = open_word(compound)
        StoryWriter(word, formatting_of(word), builder).write()
        properties = compound_properties(compound)
    pages = declared_count(properties, "pages")
    return builder.finish(file_format, READER, page_count=pages, properties=properties)
