"""The page format of a PDF: paper, measured margins and every line's size and place. In workers only."""

from collections.abc import Sequence
from typing import BinaryIO

import pypdfium2

from app.formats.page_format import MM_PER_POINT, Alignment, FormatLine, Margins, PageFormat
from app.formats.read.hanzi import mend_radicals
from app.formats.read.page_lines import Line, Piece, is_centred, lines_of
from app.formats.read.pdf import open_document, page_size
from app.formats.read.pdf_characters import characters_of

MOST_PAGES = 500
_PAPER_TOLERANCE_MM = 2
_FEW_LINES = 5
_FULL_LINE = 20


def read_page_format(stream: BinaryIO) -> PageFormat:
    """The page format; margins are where most full lines begin and end, page numbers left out.

    Raises:
        UnreadableError: damaged, encrypted or too large.
    """
    document = open_document(stream)
    try:
        pages = [_lines(document, number) for number in range(min(len(document), MOST_PAGES))]
        sizes = [_size(document, number) for number in range(len(pages))]
    finally:
        document.close()
    body = [[line for line in page if not _is_page_number(line, page)] for page in pages]
    footers = [line for page in pages for line in page if _is_page_number(line, page)]
    return PageFormat(
        size=sizes[0],
        margins=_margins(body, sizes[0]),
        lines=tuple(line for page in body for line in page),
        footers=tuple(footers),
        is_measured=True,
        other_sizes=tuple(
            (number, *size) for number, size in enumerate(sizes, start=1) if _differ(size, sizes[0])
        ),
    )


def _size(document: pypdfium2.PdfDocument, number: int) -> tuple[float, float]:
    width, height = page_size(document, number) or (0.0, 0.0)
    return width * MM_PER_POINT, height * MM_PER_POINT


def _differ(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return any(abs(a - b) > _PAPER_TOLERANCE_MM for a, b in zip(one, other, strict=True))


def _lines(document: pypdfium2.PdfDocument, number: int) -> list[FormatLine]:
    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError:
        return []  # one damaged page does not cost the others
    try:
        pieces = [
            Piece(mend_radicals(one.text), one.left, one.right, one.base, one.size, one.colour, one.index)
            for one in characters_of(page, text_page)
            if not one.is_turned
        ]
        width = page.get_size()[0]
    finally:
        text_page.close()
        page.close()
    found = lines_of(pieces)
    return [_format_line(line, found, width, number + 1) for line in found]


def _format_line(line: Line, page: Sequence[Line], width: float, number: int) -> FormatLine:
    return FormatLine(
        text=line.text,
        page=number,
        size=line.size,
        colour=line.colour,
        alignment=Alignment.CENTRE if is_centred(line, page, width) else None,
        left=line.left * MM_PER_POINT,
        top=line.top * MM_PER_POINT,
        right=line.right * MM_PER_POINT,
        bottom=line.bottom * MM_PER_POINT,
    )


def _is_page_number(line: FormatLine, page: Sequence[FormatLine]) -> bool:
    """The last line of a page that holds nothing but a number and its ornaments."""
    text = line.text.strip(" -—–－·第页共/of")
    return line is page[-1] and bool(text) and text.replace(" ", "").isdigit() and len(text) <= 4


def _margins(pages: Sequence[Sequence[FormatLine]], size: tuple[float, float]) -> Margins | None:
    """Distances from the paper's edges to where the text stands on a full page."""
    lines = [line for page in pages for line in page]
    full = [line for line in lines if len(line.text) >= _FULL_LINE]
    if len(full) < _FEW_LINES:
        return None
    width, height = size
    lefts = sorted(line.left or 0.0 for line in full)
    rights = sorted(line.right or 0.0 for line in full)
    inner = pages[1:-1] or pages[:1]
    tops = [page[0].top or 0.0 for page in pages if page]
    bottoms = [page[-1].bottom or 0.0 for page in inner if page]
    return Margins(
        top=min(tops),
        right=width - rights[-max(1, len(rights) // 20)],
        bottom=height - max(bottoms, default=0.0),
        left=lefts[len(lefts) // 20],
    )
