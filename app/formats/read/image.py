"""Pictures of pages: how many there are and how large; their text is a matter for OCR."""

from typing import BinaryIO

from app.domain.source import Extraction, FileFormat
from app.formats.pictures import count_pictures, open_picture
from app.formats.reader import TextBuilder

READER = "image 1"
_POINTS_PER_INCH = 72
_LEAST_DPI = 50
_A4_WIDTH = 595.0


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Describe a picture file: pages, size of page one, what the camera or scanner wrote into it.

    Raises:
        UnreadableError: damaged, or a picture that would unfold to more than it should.
    """
    with open_picture(stream) as picture:
        width, height = picture.size
        properties = _properties(picture.info)
        resolution = _resolution(picture.info, width)
        pages = count_pictures(picture)
    builder = TextBuilder(page_starts=[0] * pages)
    return builder.finish(
        file_format,
        READER,
        page_count=pages,
        properties=properties,
        page_size=(width * _POINTS_PER_INCH / resolution, height * _POINTS_PER_INCH / resolution),
        needs_ocr=True,
    )


def _resolution(info: dict[str | tuple[int, int], object], width: int) -> float:
    """Dots per inch as the file says; without a credible figure the picture is taken for A4."""
    declared = info.get("dpi")
    if isinstance(declared, tuple) and declared:
        dots = float(declared[0])
        if dots >= _LEAST_DPI:
            return dots
    return max(1.0, width * _POINTS_PER_INCH / _A4_WIDTH)


def _properties(info: dict[str | tuple[int, int], object]) -> dict[str, str]:
    names = {"Software": "application", "Author": "author", "Title": "title", "comment": "comments"}
    found = {}
    for key, name in names.items():
        value = info.get(key)
        text = value.decode("utf-8", "replace") if isinstance(value, bytes) else value
        if isinstance(text, str) and text.strip("\x00 "):
            found[name] = text.strip("\x00 ")
    return found
