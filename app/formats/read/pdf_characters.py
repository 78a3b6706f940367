"""Characters of a PDF page as they are drawn: where, how large, in which colour.

pdfium is not safe in threads and may crash on hostile files: only worker processes import this.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

_MAX_CHARACTERS = 60_000
_TURNED = 0.2
_INVISIBLE = 3
_ROTATION_SCALE = 100
_NOT_DRAWN = frozenset({0, 10, 13, 0xFFFE})


@dataclass(frozen=True, slots=True)
class Character:
    """One drawn character; coordinates in points from the top left of the page as it is shown.

    ``base`` is the height of the base line, ``size`` the printed font size, ``is_turned`` says that it
    does not stand upright (a watermark, a seal).
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    colour: tuple[int, int, int]
    is_turned: bool
    index: int


class _Ruler:
    """Turns page coordinates (origin bottom left, unrotated) into those of the shown page."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._page = page
        self.width, self.height = page.get_size()
        self.turns = page.get_rotation() // 90
        left, _, _, top = page.get_cropbox()
        self._left, self._top = left, top

    def extent(self, box: pdfium.FS_RECTF, x: float, y: float) -> tuple[float, float, float]:
        """Left and right end of a character and the height of its base line."""
        if not self.turns:
            one, other = box.left - self._left, box.right - self._left
            return (one, other, self._top - y) if one <= other else (other, one, self._top - y)
        one = self._place(box.left, box.bottom)[0]
        other = self._place(box.right, box.top)[0]
        return min(one, other), max(one, other), self._place(x, y)[1]

    def _place(self, x: float, y: float) -> tuple[float, float]:
        column, line = ctypes.c_int(), ctypes.c_int()
        width, height = (round(side * _ROTATION_SCALE) for side in (self.width, self.height))
        pdfium.FPDF_PageToDevice(self._page, 0, 0, width, height, 0, x, y, column, line)
        return column.value / _ROTATION_SCALE, line.value / _ROTATION_SCALE


class _Pen:
    """How the characters of a page are drawn. Neighbours mostly belong to one text object of the page,
    which is asked once for its size, slant and colour.
    """

    def __init__(self, text_page: pypdfium2.PdfTextPage, turns: int) -> None:
        self._text_page = text_page
        self._is_sideways_page = bool(turns % 2)
        self._matrix = pdfium.FS_MATRIX()
        self._inks = tuple(ctypes.c_uint() for _ in range(4))
        self._object = 0
        self._look: tuple[float, bool, tuple[int, int, int]] = (0.0, False, (0, 0, 0))

    def look(self, index: int) -> tuple[float, bool, tuple[int, int, int]]:
        """Printed font size, whether the character lies on its side, and its colour."""
        item = pdfium.FPDFText_GetTextObject(self._text_page, index)
        address = ctypes.addressof(item.contents) if item else 0
        if not address or address != self._object:
            self._object = address
            self._look = (*self._size(index), self._colour(index))
        return self._look

    def _size(self, index: int) -> tuple[float, bool]:
        """Font size with the scale of the text matrix."""
        size, matrix = pdfium.FPDFText_GetFontSize(self._text_page, index), self._matrix
        if not pdfium.FPDFText_GetMatrix(self._text_page, index, matrix):
            return abs(size), False
        scale = math.hypot(matrix.c, matrix.d)
        upright, sideways = abs(matrix.d), abs(matrix.b)
        if self._is_sideways_page:
            upright, sideways = sideways, upright
        return abs(size) * scale, sideways > _TURNED * max(upright, 1e-6)

    def _colour(self, index: int) -> tuple[int, int, int]:
        red, green, blue, _ = inks = self._inks
        if not pdfium.FPDFText_GetFillColor(self._text_page, index, *inks):
            return 0, 0, 0
        return red.value & 255, green.value & 255, blue.value & 255


def characters_of(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> Iterator[Character]:
    """The visible characters of a page in the order in which they are drawn.

    Blanks that are drawn come along; blanks and line ends that pdfium makes up do not.
    """
    ruler = _Ruler(page)
    pen = _Pen(text_page, ruler.turns)
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(min(pdfium.FPDFText_CountChars(text_page), _MAX_CHARACTERS)):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in _NOT_DRAWN or pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, box)
        pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
        start, end, base = ruler.extent(box, x.value, y.value)
        size, is_turned, colour = pen.look(index)
        text = chr(code) if code <= 0x10FFFF else "\ufffd"
        yield Character(text, start, end, base, size, colour, is_turned, index)


def is_invisible(text_page: pypdfium2.PdfTextPage, count: int) -> bool:
    """Whether most of the text is drawn with no ink, as scanners lay recognised text under an image."""
    sample = range(0, count, max(1, count // 40))
    modes = [
        pdfium.FPDFTextObj_GetTextRenderMode(item)
        for index in sample
        if (item := pdfium.FPDFText_GetTextObject(text_page, index))
    ]
    return bool(modes) and sum(mode == _INVISIBLE for mode in modes) > len(modes) / 2
