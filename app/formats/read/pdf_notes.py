"""Notes and filled-in form fields of a PDF page: they lie over the page and are not in its text."""

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

_KEYS = {
    pdfium.FPDF_ANNOT_TEXT: "Contents",
    pdfium.FPDF_ANNOT_FREETEXT: "Contents",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "Contents",
    pdfium.FPDF_ANNOT_UNDERLINE: "Contents",
    pdfium.FPDF_ANNOT_STRIKEOUT: "Contents",
    pdfium.FPDF_ANNOT_STAMP: "Contents",
    pdfium.FPDF_ANNOT_WIDGET: "V",
}
_MOST_NOTES = 1_000
_LONGEST = 200_000


def notes_of(page: pypdfium2.PdfPage) -> Iterator[str]:
    """The words of each note or field, in the order of the file; empty ones are left out."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        key = _KEYS.get(pdfium.FPDFAnnot_GetSubtype(note))
        words = _string(note, key) if key else ""
        pdfium.FPDFPage_CloseAnnot(note)
        if words:
            yield words


def _string(note: pdfium.FPDF_ANNOTATION, key: str) -> str:
    name = key.encode("ascii")
    length = pdfium.FPDFAnnot_GetStringValue(note, name, None, 0)
    if not 2 < length <= _LONGEST:
        return ""
    buffer = (ctypes.c_ushort * (length // 2))()
    pdfium.FPDFAnnot_GetStringValue(note, name, buffer, length)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\x00").strip()
