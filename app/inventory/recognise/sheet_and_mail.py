"""What is not laid out as a page: a sheet bears no number of its own and is named by its heading, a mail by its subject.

A register or list shows numbers and titles of other documents in its rows; taken for its own they would make it a
second copy of whatever stands in its first row.
"""

import re

from app.domain.document import Element
from app.domain.source import SHEET_FORMATS, Extraction, PartKind
from app.inventory.recognise.elements import derived_element, evidence, without_blanks
from app.inventory.recognise.file_name import title_of_file
from app.inventory.recognise.page_text import PageText

_SUBJECT = re.compile(
    r"^主题：(?:(?:转发|答复|回复|转寄|Fwd?|Re)\s*[：:]\s*)*(?P<subject>\S[^\n]*)$",
    re.IGNORECASE | re.MULTILINE,
)
_CELLS = "\t"
_HEADING = re.compile(r"[^\t\n]{0,10}[\u4e00-\u9fff][^\t\n]{2,58}")


def is_sheet(extraction: Extraction) -> bool:
    """Whether the file is a spreadsheet."""
    return extraction.format in SHEET_FORMATS


def own_title(page: PageText, found: Element | None, file_name: str) -> Element | None:
    """The title as recognised, unless it was read out of a row of a sheet or the head of a mail."""
    if is_sheet(page.extraction):
        return _heading(page) or title_of_file(file_name) if _is_in_row(page.extraction, found) else found
    head = next((part for part in page.extraction.parts if part.kind is PartKind.MAIL_HEADER), None)
    if head is None or (found is not None and _begins(found) >= head.end):
        return found
    subject = _SUBJECT.search(page.extraction.text, head.start, head.end)
    if subject is None:
        return title_of_file(file_name)
    start, end = subject.span("subject")
    return derived_element(
        without_blanks(subject["subject"]), "mail-subject", 0.6, at=evidence(page, start, end)
    )


def _begins(found: Element) -> int:
    return found.evidence.start if found.evidence is not None else 0


def _is_in_row(extraction: Extraction, found: Element | None) -> bool:
    if found is None or found.evidence is None:
        return True
    text = extraction.text
    start = text.rfind("\n", 0, found.evidence.start) + 1
    end = text.find("\n", found.evidence.end)
    return _CELLS in text[start : end if end >= 0 else len(text)]


def _heading(page: PageText) -> Element | None:
    """The first line above the rows of cells that can name the sheet."""
    start = 0
    for line in page.extraction.text.split("\n"):
        if _CELLS in line:
            break
        if _HEADING.fullmatch(line.strip()):
            at = evidence(page, start, start + len(line))
            return derived_element(without_blanks(line), "sheet-heading", 0.6, at=at)
        start += len(line) + 1
    return None
