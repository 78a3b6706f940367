"""PDF by pdfium: text of all pages, the lines of page one, and whether a page is only a picture.

Runs in worker processes only: pdfium is not safe in threads and hostile files can crash it.
"""

import ctypes
import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import BinaryIO

import pypdfium2
import pypdfium2.raw as pdfium

from app.domain.source import EmbeddedFile, Extraction, FileFormat, PartKind
from app.formats import refusals
from app.formats.read.hanzi import is_garbage, is_han, mend_radicals
from app.formats.read.page_lines import (
    FEW_LETTERS,
    Line,
    Piece,
    is_centred,
    is_drawn,
    layout_line,
    lines_as_drawn,
    lines_of,
)
from app.formats.read.pdf_characters import characters_of, is_invisible
from app.formats.read.pdf_notes import notes_of
from app.formats.read.pdf_properties import pdf_properties, pdf_signatures
from app.formats.reader import TextBuilder

READER = "pdf 1"
MAX_BYTES = 1024 * 1024 * 1024
MAX_TEXT = 30_000_000
_OUT_OF_ORDER = 0.3
_FEW_JUMPS = 4
_WIDE_GAP = 0.8
_MOST_EMBEDDED = 1000
_LETTER = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class _Page:
    """One page as read: its lines or its running text, and what is the matter with its text layer."""

    text: str
    lines: tuple[Line, ...] = ()
    is_picture: bool = False
    is_under_image: bool = False
    notes: tuple[str, ...] = ()


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read a PDF; pages without a usable text layer are named in ``pages_without_text``.

    ``needs_ocr`` is set when page one or most pages are such. The property ``text_layer`` is
    ``invisible`` when the text was laid under the picture of the page by a scanner's own OCR.
    """
    document = open_document(stream)
    try:
        return _extraction(document, file_format)
    finally:
        document.close()


def open_document(stream: BinaryIO) -> pypdfium2.PdfDocument:
    """An open pdfium document.

    Raises:
        UnreadableError: encrypted, damaged or too large.
    """
    if stream.seek(0, 2) > MAX_BYTES:
        raise refusals.too_large("PDF 文件超过 1 吉字节。")
    stream.seek(0)
    try:
        document = pypdfium2.PdfDocument(stream.read())
        page_count = len(document)
    except pypdfium2.PdfiumError as fault:
        if fault.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}:
            raise refusals.encrypted() from fault
        raise refusals.damaged() from fault
    if not page_count:
        document.close()
        raise refusals.damaged("PDF 文件中没有页面。")
    return document


def page_size(document: pypdfium2.PdfDocument, number: int) -> tuple[float, float] | None:
    """Width and height in points of the page at this place, from 0; ``None`` when the page is damaged."""
    try:
        width, height = document.get_page_size(number)
    except pypdfium2.PdfiumError:
        return None
    return width, height


def _extraction(document: pypdfium2.PdfDocument, file_format: FileFormat) -> Extraction:
    builder = TextBuilder()
    size = page_size(document, 0)
    pictures: list[int] = []
    is_under_image = False
    for number in range(len(document)):
        page = _read_page(document, number)
        builder.start_page()
        if page.is_picture:
            pictures.append(number + 1)
        is_under_image = is_under_image or page.is_under_image
        _add(builder, page, size[0] if number == 0 and size else 0.0)
        if builder.length > MAX_TEXT:
            raise refusals.too_large("PDF 文件中的文字超过三千万字。")
    properties = pdf_properties(document)
    if pictures:
        properties["pages_without_text"] = ",".join(map(str, pictures))
    if is_under_image:
        properties["text_layer"] = "invisible"
    return builder.finish(
        file_format,
        READER,
        page_count=len(document),
        properties=properties,
        embedded=_embedded(document),
        signatures=pdf_signatures(document),
        page_size=size,
        needs_ocr=1 in pictures or 2 * len(pictures) > len(document),
    )


def _add(builder: TextBuilder, page: _Page, width: float) -> None:
    if not page.lines and page.text:
        builder.add(page.text + "\n")
    for line in page.lines:
        start, end = builder.add_line(line.text)
        if width:
            centred = is_centred(line, page.lines, width)
            builder.layout.append(layout_line(line, start, end, centred=centred))
    for note in page.notes:
        with builder.part(PartKind.COMMENT):
            builder.add_line(note)


def _read_page(document: pypdfium2.PdfDocument, number: int) -> _Page:
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return _Page("", is_picture=False)  # one damaged page does not cost the others
    try:
        return replace(_page(page, text_page, is_first=number == 0), notes=tuple(notes_of(page)))
    finally:
        text_page.close()
        page.close()


def _page(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage, *, is_first: bool) -> _Page:
    text = _running_text(text_page)
    if is_garbage(text):
        return _Page("", is_picture=True)
    if is_picture(page, text):
        return _Page(text, is_picture=True)
    if is_first or not _is_in_order(text_page):
        lines = _placed_lines(page, text_page)
        return _Page("", tuple(lines), is_under_image=is_invisible(text_page, len(text)))
    return _Page(text, is_under_image=False)


def is_picture(page: pypdfium2.PdfPage, text: str) -> bool:
    """Whether a page with this text shows something, but hardly as text."""
    letters = len(_LETTER.findall(text))
    return letters < FEW_LETTERS and is_drawn(letters, *_drawn(page))


def _placed_lines(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> list[Line]:
    """Lines by position; what does not stand upright (watermarks) comes last, in its own order."""
    upright: list[Piece] = []
    turned: list[Piece] = []
    for item in characters_of(page, text_page):
        text = mend_radicals(item.text)
        piece = Piece(text, item.left, item.right, item.base, item.size, item.colour, item.index)
        (turned if item.is_turned else upright).append(piece)
    return lines_of(upright) + lines_as_drawn(turned)


def _running_text(text_page: pypdfium2.PdfTextPage) -> str:
    """The text in the order of the file, without the blanks pdfium makes up."""
    text = text_page.get_text_range()
    if len(text) == pdfium.FPDFText_CountChars(text_page):
        text = _without_made_up_blanks(text_page, text)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufffe", "").replace("\x02", "-")
    return mend_radicals("\n".join(line.rstrip() for line in text.rstrip().split("\n")))


def _without_made_up_blanks(text_page: pypdfium2.PdfTextPage, text: str) -> str:
    """Drop blanks that pdfium puts beside a Chinese character where the page shows no gap."""
    pieces = text.split(" ")
    kept, index = pieces[0], len(pieces[0])
    for piece in pieces[1:]:
        around = text[max(0, index - 1) : index] + text[index + 1 : index + 2]
        if any(map(is_han, around)) and pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            kept += "  " if _is_wide_gap(text_page, index) else ""
        else:
            kept += " "
        kept += piece
        index += len(piece) + 1
    return kept


def _is_wide_gap(text_page: pypdfium2.PdfTextPage, index: int) -> bool:
    before, after = pdfium.FS_RECTF(), pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text_page, index - 1, before)
    pdfium.FPDFText_GetLooseCharBox(text_page, index + 1, after)
    widest = max(before.right - before.left, after.right - after.left)
    return bool(after.left - before.right > _WIDE_GAP * widest)


def _drawn(page: pypdfium2.PdfPage) -> tuple[float, int]:
    """The share of the page under pictures, and how many paths are drawn on it."""
    width, height = page.get_size()
    covered, paths = 0.0, 0
    for item in page.get_objects(max_depth=3):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            covered += max(0.0, right - left) * max(0.0, top - bottom)
        elif item.type == pdfium.FPDF_PAGEOBJ_PATH:
            paths += 1
    return covered / max(1.0, width * height), paths


def _is_in_order(text_page: pypdfium2.PdfTextPage) -> bool:
    """Whether the file draws its lines from top to bottom; a column more is a jump more."""
    count = pdfium.FPDFText_CountRects(text_page, 0, -1)
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    heights = []
    for index in range(min(count, 2000)):
        pdfium.FPDFText_GetRect(text_page, index, left, top, right, bottom)
        heights.append((top.value, bottom.value))
    jumps = sum(after[1] > before[0] for before, after in pairwise(heights))
    return jumps <= max(_FEW_JUMPS, _OUT_OF_ORDER * len(heights))


def _embedded(document: pypdfium2.PdfDocument) -> tuple[EmbeddedFile, ...]:
    found = []
    for index in range(min(document.count_attachments(), _MOST_EMBEDDED)):
        try:
            attachment = document.get_attachment(index)
            size = ctypes.c_ulong()
            pdfium.FPDFAttachment_GetFile(attachment, None, 0, size)
            found.append(EmbeddedFile(attachment.get_name(), size.value))
        except pypdfium2.PdfiumError:
            continue  # a damaged entry of the list
    return tuple(found)
