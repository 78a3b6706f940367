"""Pages as pictures, for OCR and for the screen. Runs in worker processes only."""

import io
import math
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from app.formats import refusals
from app.formats.pictures import open_picture, picture_page
from app.formats.placed_page import PlacedPage, PlacedPicture
from app.formats.reader import UnreadableError

_PDF_MAGIC = b"%PDF-"
_ZIP_MAGIC = b"PK\x03\x04"
_HEAD = 1024
_POINTS_PER_INCH = 72
_MOST_PIXELS = 40_000_000
_LEAST_SIDE = 8
_LARGEST_SIDE = 3600
"""Of a picture on a page of characters: A4 at 300 dots an inch."""


def render_page(path: Path, page_number: int, dpi: int) -> bytes:
    """A page of a PDF, picture or scanned OFD file, numbered from 1, as a PNG.

    ``dpi`` applies to PDF; a picture keeps its own size. An OFD page of text is not drawn.

    Raises:
        UnreadableError: the file is damaged or encrypted, has no such page, or cannot be shown.
    """
    with path.open("rb") as stream:
        picture = page_picture(stream, page_number, dpi)
    return _png(picture)


def place_page(path: Path, page_number: int) -> PlacedPage:
    """The characters and pictures of an OFD page, numbered from 1, where they stand. The pictures are drawn anew
    as PNG: the window decodes none as it lies in the document.

    Raises:
        UnreadableError: the file is damaged or encrypted, or has no such page.
    """
    from app.formats.read.ofd import placed_page

    with path.open("rb") as stream:
        page = placed_page(stream, page_number)
    return replace(page, pictures=tuple(_drawn_anew(page.pictures)))


def _drawn_anew(pictures: Iterable[PlacedPicture]) -> Iterator[PlacedPicture]:
    """The pictures that can be read, transparent where they were; the others are left out."""
    for one in pictures:
        try:
            with open_picture(io.BytesIO(one.data)) as picture:
                drawn = picture.convert("RGBA")
        except UnreadableError:
            continue
        drawn.thumbnail((_LARGEST_SIDE, _LARGEST_SIDE))
        yield replace(one, data=_png(drawn))


def _png(picture: Image.Image) -> bytes:
    target = io.BytesIO()
    picture.save(target, "PNG", compress_level=1)
    return target.getvalue()


def page_picture(stream: BinaryIO, page_number: int, dpi: int) -> Image.Image:
    """A page as a picture in memory."""
    stream.seek(0)
    head = stream.read(_HEAD)
    if _PDF_MAGIC in head:
        return _pdf_page(stream, page_number, dpi)
    if head.startswith(_ZIP_MAGIC):
        from app.formats.read.ofd import page_picture_bytes

        return picture_page(io.BytesIO(page_picture_bytes(stream, page_number)), 1)
    return picture_page(stream, page_number)


def page_to_read(stream: BinaryIO, page_number: int, dpi: int) -> Image.Image:
    """A page as a picture in memory, for recognition: a scan in a PDF as it was stored, when it is about as fine
    as ``dpi`` asks for.
    """
    stream.seek(0)
    if _PDF_MAGIC in stream.read(_HEAD):
        return _pdf_page(stream, page_number, dpi, is_read=True)
    return page_picture(stream, page_number, dpi)


def pages_to_read(stream: BinaryIO, numbers: Iterable[int], dpi: int) -> Iterator[tuple[int, Image.Image]]:
    """Several pages of one file for recognition, each with its number. A PDF is read from the disk once: for each
    page anew, a hundred megabytes of scans cost a tenth of a second a page.
    """
    held = _in_memory(stream)
    for number in numbers:
        yield number, page_to_read(held, number, dpi)


def _in_memory(stream: BinaryIO) -> BinaryIO:
    """A PDF of a size that is read at all, with all its bytes; other files as they are, as they are read in parts."""
    from app.formats.read.pdf import MAX_BYTES

    size = stream.seek(0, 2)
    stream.seek(0)
    if size > MAX_BYTES or _PDF_MAGIC not in stream.read(_HEAD):
        return stream
    stream.seek(0)
    return io.BytesIO(stream.read())


def _pdf_page(stream: BinaryIO, page_number: int, dpi: int, *, is_read: bool = False) -> Image.Image:
    from app.formats.read.pdf import open_document, page_size
    from app.formats.read.pdf_scan import stored_picture

    document = open_document(stream)
    try:
        if not 1 <= page_number <= len(document):
            raise refusals.damaged("PDF 文件中没有这一页。")
        size = page_size(document, page_number - 1)
        if size is None:
            raise refusals.damaged("PDF 文件的这一页已损坏。")
        page = document[page_number - 1]
        stored = stored_picture(page, dpi) if is_read else None
        if stored is not None:
            return stored
        picture: Image.Image = page.render(scale=_scale(*size, dpi), may_draw_forms=False).to_pil()
        return picture if picture.mode == "RGB" else picture.convert("RGB")
    finally:
        document.close()


def _scale(width: float, height: float, dpi: int) -> float:
    """Pixels per point, less than asked for when the page is a poster."""
    wanted = dpi / _POINTS_PER_INCH
    area = max(1.0, width * height)
    most = math.sqrt(_MOST_PIXELS / area)
    return max(min(wanted, most), _LEAST_SIDE / max(1.0, width, height))
