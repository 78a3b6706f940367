"""Ruled tables of a PDF page by pdfplumber: slow, only for a page somebody asks for."""

import logging
from typing import BinaryIO

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from app.formats import refusals

_FAULTS = (PDFException, PdfminerException, ValueError, KeyError, TypeError, AssertionError, IndexError)


def tables(stream: BinaryIO, page_number: int) -> list[list[list[str]]]:
    """The ruled tables of one page, numbered from 1, as rows of cells.

    Raises:
        UnreadableError: when the file or the page cannot be read.
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font
    stream.seek(0)
    try:
        with pdfplumber.open(stream, pages=[page_number]) as document:  # type: ignore[arg-type]
            found = document.pages[0].extract_tables() if document.pages else []
    except _FAULTS as fault:
        raise refusals.damaged() from fault
    return [[[cell or "" for cell in row] for row in table] for table in found]
