"""How many pages of a file wait for text recognition: told quickly, before anything is read."""

from dataclasses import dataclass
from typing import BinaryIO

import pypdfium2

from app.domain.source import FileFormat
from app.formats.pictures import count_pictures, open_picture
from app.formats.read.pdf import is_picture, open_document

PICTURES = frozenset({FileFormat.TIF, FileFormat.JPG, FileFormat.PNG, FileFormat.BMP})


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages of a PDF or picture file, and about how many of them have no text."""

    count: int = 0
    without_text: int = 0


NO_PAGES = Pages()


def pages_of(stream: BinaryIO, file_format: FileFormat) -> Pages:
    """Count the pages; of a PDF the first, middle and last one tell how many are pictures.

    Other formats have no pages to recognise, or show them only when they are read.

    Raises:
        UnreadableError: encrypted or damaged.
    """
    if file_format in PICTURES:
        with open_picture(stream) as picture:
            count = count_pictures(picture)
        return Pages(count, count)
    if file_format is not FileFormat.PDF:
        return NO_PAGES
    document = open_document(stream)
    try:
        count = len(document)
        looked_at = sorted({0, count // 2, count - 1})
        pictures = sum(_is_picture(document, number) for number in looked_at)
    finally:
        document.close()
    return Pages(count, round(count * pictures / len(looked_at)))


def _is_picture(document: pypdfium2.PdfDocument, number: int) -> bool:
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return False
    try:
        return is_picture(page, text_page.get_text_range())
    finally:
        text_page.close()
        page.close()
