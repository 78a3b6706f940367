"""Which pages of a file that was taken in have no text that can be used."""

from app.domain.source import Extraction
from app.formats.ocr import pages_to_recognise
from app.store import ocr_pages
from app.store.catalogue import Reading


def plan_recognition(connection: Reading, content_id: int, extraction: Extraction) -> None:
    """Note the pages that recognition is to read.

    An invisible text layer comes from an earlier recognition by other programs and may be poor: all
    pages of such a file are noted as optional, to be read when a person asks for it.
    """
    pages = pages_to_recognise(extraction)
    is_optional = not pages and extraction.properties.get("text_layer") == "invisible"
    if is_optional:
        pages = list(range(1, (extraction.page_count or 0) + 1))
    ocr_pages.plan(connection, content_id, pages, is_optional=is_optional)
