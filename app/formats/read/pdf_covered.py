"""Text of a PDF that nobody sees: under black bars, behind pictures, white on white. In workers only.

The page is drawn, and where a letter should stand the drawing must show some contrast. Text without ink
(a scanner's own recognition under its picture) is looked for at the letter's place all the same: the
picture shows the letter there.
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

import numpy
import pypdfium2
import pypdfium2.raw as pdfium
from numpy.typing import NDArray

from app.formats.read.pdf import open_document

MOST_PAGES = 500
_SCALE = 2.0
_LEAST_CONTRAST = 40
_INSET = 0.12
_FEWEST = 2
_THIN = frozenset("一1lI丨")
"""Strokes that a small drawing may lose; they alone are no proof."""

_GAP = 3


@dataclass(frozen=True, slots=True)
class CoveredText:
    """Characters ``start`` to ``end`` of a page's text are not to be seen on it; ``page`` from 1."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class PdfTraces:
    """What a PDF carries beside its pages. ``revisions``: how often it was saved into itself, from 1."""

    covered: tuple[CoveredText, ...]
    revisions: int
    attachments: int
    annotations: int
    has_script: bool


def pdf_traces(stream: BinaryIO) -> PdfTraces:
    """Look through a PDF.

    Raises:
        UnreadableError: encrypted, damaged or too large.
    """
    document = open_document(stream)
    try:
        pages = range(min(len(document), MOST_PAGES))
        covered = tuple(found for number in pages for found in _covered(document, number))
        annotations = sum(_annotation_count(document, number) for number in pages)
        attachments = document.count_attachments()
        scripts = pdfium.FPDFDoc_GetJavaScriptActionCount(document)
    finally:
        document.close()
    stream.seek(0)
    data = stream.read()
    return PdfTraces(covered, max(1, data.count(b"%%EOF")), attachments, annotations, scripts > 0)


def _annotation_count(document: pypdfium2.PdfDocument, number: int) -> int:
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return 0
    count: int = pdfium.FPDFPage_GetAnnotCount(page)
    page.close()
    return count


def _covered(document: pypdfium2.PdfDocument, number: int) -> Iterator[CoveredText]:
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return
    try:
        if pdfium.FPDFText_CountChars(text_page) <= 0:
            return
        picture = page.render(scale=_SCALE, may_draw_forms=True).to_pil().convert("L")
        for text in _runs(page, text_page, numpy.asarray(picture)):
            yield CoveredText(number + 1, text)
    finally:
        text_page.close()
        page.close()


def _runs(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, pixels: NDArray[numpy.uint8]
) -> Iterator[str]:
    """Letters without contrast that stand together."""
    run, last = "", -1
    for index in range(pdfium.FPDFText_CountChars(text_page)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        character = chr(code) if 0 < code <= 0x10FFFF else ""
        if not character.isalnum():
            continue
        if _is_seen(page, text_page, index, pixels):
            continue
        if index - last > _GAP and run:
            if _counts(run):
                yield run
            run = ""
        run, last = run + character, index
    if _counts(run):
        yield run


def _counts(run: str) -> bool:
    return len(run) >= _FEWEST and not set(run) <= _THIN


def _is_seen(
    page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, index: int, pixels: NDArray[numpy.uint8]
) -> bool:
    """Whether the drawing shows anything at the letter's place; what lies off the page counts as seen."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text_page, index, box):
        return True
    corners = [_pixel(page, box.left, box.top, pixels), _pixel(page, box.right, box.bottom, pixels)]
    (left, top), (right, bottom) = (tuple(map(pick, zip(*corners, strict=True))) for pick in (min, max))
    inset_x, inset_y = int((right - left) * _INSET), int((bottom - top) * _INSET)
    part = pixels[top + inset_y : bottom - inset_y, left + inset_x : right - inset_x]
    if part.size < 9:
        return True
    return int(part.max()) - int(part.min()) >= _LEAST_CONTRAST


def _pixel(page: pypdfium2.PdfPage, x: float, y: float, pixels: NDArray[numpy.uint8]) -> tuple[int, int]:
    column, line = ctypes.c_int(), ctypes.c_int()
    height, width = pixels.shape
    pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, column, line)
    return max(0, min(width, column.value)), max(0, min(height, line.value))
