"""A redacted copy of a PDF: pages with a redacted place become pictures, the others are copied.

What belongs to the document and not to its pages (properties, attachments, bookmarks, scripts, earlier
revisions) does not come along, nor do notes on pages. In workers only, like everything of pdfium.
"""

import ctypes
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image, ImageDraw

from app.formats.read.pdf import open_document
from app.formats.write.redacted_word import spans_of

_DPI = 200
_POINTS_PER_INCH = 72
_QUALITY = 88
_MARGIN = 1.5

Box = tuple[float, float, float, float]


def write_redacted_pdf(
    source: Path,
    target: Path,
    values: Sequence[str],
    *,
    as_pictures: frozenset[int] = frozenset(),
    on_pictures: Mapping[int, Sequence[Box]] = MappingProxyType({}),
) -> dict[int, int]:
    """Write the copy; returns the number of boxes by page, from 1.

    ``as_pictures``: pages that become pictures though they show no value. ``on_pictures``: boxes on
    scanned pages: left, top, right, bottom in points from the top left of the page as it is shown.

    Raises:
        UnreadableError: the source is encrypted, damaged or too large.
        OSError: the target cannot be written.
    """
    with source.open("rb") as stream:
        document = open_document(stream)
    made = pypdfium2.PdfDocument.new()
    boxes: dict[int, int] = {}
    try:
        for number in range(len(document)):
            found, shown = _boxes(document, number, values), on_pictures.get(number + 1, ())
            if found or shown:
                boxes[number + 1] = len(found) + len(shown)
            if found or shown or number + 1 in as_pictures:
                _add_picture(made, document, number, found, shown)
            else:
                _drop_notes(document, number)
                made.import_pages(document, [number])
        made.save(str(target))
    finally:
        made.close()
        document.close()
    return boxes


def _boxes(document: pypdfium2.PdfDocument, number: int, values: Sequence[str]) -> list[Box]:
    """Left, bottom, right and top of every redacted character run, in points of the page."""
    page = document[number]
    text_page = page.get_textpage()
    try:
        count = pdfium.FPDFText_CountChars(text_page)
        text = "".join(chr(pdfium.FPDFText_GetUnicode(text_page, index) or 32) for index in range(count))
        return [
            box
            for start, end in spans_of(text, values)
            for box in _lines_of_boxes([_character_box(text_page, index) for index in range(start, end)])
        ]
    finally:
        text_page.close()
        page.close()


def _character_box(text_page: pypdfium2.PdfTextPage, index: int) -> Box:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
    return box.left, box.bottom, box.right, box.top


def _lines_of_boxes(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of one line put together."""
    merged: list[Box] = []
    for left, bottom, right, top in boxes:
        if right <= left or top <= bottom:
            continue
        if merged and abs(merged[-1][1] - bottom) < (top - bottom) / 2:
            last = merged[-1]
            merged[-1] = (min(last[0], left), min(last[1], bottom), max(last[2], right), max(last[3], top))
        else:
            merged.append((left, bottom, right, top))
    return merged


def _add_picture(
    made: pypdfium2.PdfDocument,
    document: pypdfium2.PdfDocument,
    number: int,
    boxes: Sequence[Box],
    shown: Sequence[Box],
) -> None:
    page = document[number]
    width, height = page.get_size()
    picture = page.render(scale=_DPI / _POINTS_PER_INCH, may_draw_forms=False, draw_annots=False).to_pil()
    picture = picture.convert("RGB")
    draw = ImageDraw.Draw(picture)
    scale = _DPI / _POINTS_PER_INCH
    for left, bottom, right, top in boxes:
        _black(draw, (*_pixel(page, left, top, picture), *_pixel(page, right, bottom, picture)))
    for box in shown:
        left, top, right, bottom = (value * scale for value in box)
        _black(draw, (left, top, right, bottom))
    page.close()
    _place(made, picture, width, height)


def _black(draw: ImageDraw.ImageDraw, corners: Box) -> None:
    x1, y1, x2, y2 = corners
    edge = _MARGIN * _DPI / _POINTS_PER_INCH
    draw.rectangle(
        (min(x1, x2) - edge, min(y1, y2) - edge, max(x1, x2) + edge, max(y1, y2) + edge), fill="black"
    )


def _pixel(page: pypdfium2.PdfPage, x: float, y: float, picture: Image.Image) -> tuple[int, int]:
    column, line = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, picture.width, picture.height, 0, x, y, column, line)
    return column.value, line.value


def _place(made: pypdfium2.PdfDocument, picture: Image.Image, width: float, height: float) -> None:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=_QUALITY)
    stream.seek(0)
    page = made.new_page(width, height)
    image = pypdfium2.PdfImage.new(made)
    image.load_jpeg(stream, inline=True)
    image.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    page.insert_obj(image)
    page.gen_content()
    page.close()


def _drop_notes(document: pypdfium2.PdfDocument, number: int) -> None:
    page = document[number]
    while pdfium.FPDFPage_GetAnnotCount(page) > 0:
        if not pdfium.FPDFPage_RemoveAnnot(page, 0):
            break
    page.close()
