"""The picture of a scanned page as it lies in a PDF.

pdfium takes ten times as long as our own decoder for a JPEG (60 ms a page at 150 dots an inch against 6), and
drawing it larger adds nothing that could be read.
"""

import io

import numpy
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from app.formats.pictures import open_picture
from app.formats.reader import UnreadableError

_JPEG = ["DCTDecode"]
_COLOURS = {
    pdfium.FPDF_COLORSPACE_DEVICEGRAY,
    pdfium.FPDF_COLORSPACE_DEVICERGB,
    pdfium.FPDF_COLORSPACE_CALGRAY,
    pdfium.FPDF_COLORSPACE_CALRGB,
    pdfium.FPDF_COLORSPACE_ICCBASED,
}
_MODES = {"L", "RGB"}
_POINTS_PER_INCH = 72
_COARSEST, _FINEST = 0.7, 1.1
"""How many dots a stored picture may have for one that is asked for: with fewer, drawing smooths them; with
more, they are brought down."""

_OFF_EDGE = 0.02
_SAMPLED = 16
_PAPER = 128
"""Paper is lighter than this. A picture that is mostly darker is drawn: it is stored as a negative, or is only
the colour of letters whose shape lies in a mask."""


def stored_picture(page: pypdfium2.PdfPage, dpi: int) -> Image.Image | None:
    """The one JPEG that a page consists of, upright and filling it, in grey or in red, green and blue.

    ``None`` for any other page, and for a picture much coarser than ``dpi``; a finer one is shrunk to it.
    """
    item = _only_picture(page)
    if item is None or item.get_filters() != _JPEG or item.get_metadata().colorspace not in _COLOURS:
        return None
    width, height = item.get_px_size()
    fineness = width * _POINTS_PER_INCH / page.get_size()[0] / dpi
    if fineness < _COARSEST:
        return None
    picture = _decoded(bytes(item.get_data()))
    if picture is None or picture.size != (width, height) or not _is_on_paper(picture):
        return None
    if fineness <= _FINEST:
        return picture
    return picture.resize(
        (round(width / fineness), round(height / fineness)), Image.Resampling.BICUBIC, reducing_gap=3.0
    )


def _only_picture(page: pypdfium2.PdfPage) -> pypdfium2.PdfImage | None:
    """The picture of a page that bears nothing else, if it fills the page and stands upright."""
    if pdfium.FPDFPage_CountObjects(page) != 1 or pdfium.FPDFPage_GetAnnotCount(page) or page.get_rotation():
        return None
    item = next(iter(page.get_objects(max_depth=1)))
    if not isinstance(item, pypdfium2.PdfImage) or pdfium.FPDFPageObj_HasTransparency(item):
        return None
    matrix = item.get_matrix()
    is_upright = matrix.a > 0 and matrix.d > 0 and not matrix.b and not matrix.c
    return item if is_upright and _fills(page, item) else None


def _fills(page: pypdfium2.PdfPage, item: pypdfium2.PdfImage) -> bool:
    """Whether a picture reaches from edge to edge and no further, but for a fiftieth."""
    edges = page.get_bbox()
    most = _OFF_EDGE * max(page.get_size())
    return all(abs(side - edge) <= most for side, edge in zip(item.get_bounds(), edges, strict=True))


def _decoded(data: bytes) -> Image.Image | None:
    try:
        with open_picture(io.BytesIO(data)) as picture:
            picture.load()
            return picture.copy() if picture.mode in _MODES else None
    except UnreadableError:  # pdfium draws what is left of it
        return None


def _is_on_paper(picture: Image.Image) -> bool:
    return bool(numpy.median(numpy.asarray(picture)[::_SAMPLED, ::_SAMPLED]) > _PAPER)
