"""The ruled tables of a PDF by pdfplumber: slow, only for a register that somebody takes in."""

import logging
from collections.abc import Iterator
from typing import BinaryIO

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfplumber.utils.exceptions import PdfminerException

from app.formats import refusals

_FAULTS = (PDFException, PdfminerException, ValueError, KeyError, TypeError, AssertionError, IndexError)


def ruled_rows(stream: BinaryIO) -> Iterator[tuple[str, ...]]:
    """The rows of all ruled tables, page by page; a cell that wraps is one line, as it was typed.

    Raises:
        UnreadableError: when the file or a page cannot be read.
    """
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font
    stream.seek(0)
    try:
        with pdfplumber.open(stream) as document:  # type: ignore[arg-type]
            for page in document.pages:
                for table in page.extract_tables():
                    yield from (tuple((cell or "").replace("\n", "") for cell in row) for row in table)
                page.close()
    except _FAULTS as fault:
        raise refusals.damaged() from fault
