"""Recognition: what an official document says about itself (GB/T 9704-2012 and the layout of 1999).

Pure functions over text and layout. Each element is recognised by a module of its own, by the same
three steps: candidates, a score from words and place, a choice. What is not sure is left out.
"""

from app.domain.document import Element, ElementName, Observation, Recognition
from app.domain.source import Extraction
from app.inventory.recognise import date as date_rules
from app.inventory.recognise.authority import full_names
from app.inventory.recognise.elements import is_placeholder
from app.inventory.recognise.era import era, script
from app.inventory.recognise.file_name import number_of_file
from app.inventory.recognise.head_labels import annex_note, annotation, genre, genre_of_title, head_labels
from app.inventory.recognise.imprint import imprint
from app.inventory.recognise.mark_words import attribute_of_mark
from app.inventory.recognise.marks import FoundMark, disclosure_marks, mark_element, mark_observation
from app.inventory.recognise.number import own_number, unified_number
from app.inventory.recognise.outline import Outline, outline
from app.inventory.recognise.page_text import read_lines
from app.inventory.recognise.pages import sheet_spans
from app.inventory.recognise.recipients import main_recipients
from app.inventory.recognise.references import references
from app.inventory.recognise.roles import Office, OfficeName, role_and_applicability
from app.inventory.recognise.run_on import divide
from app.inventory.recognise.sheet_and_mail import is_sheet, own_title
from app.inventory.recognise.signature import issuing_body
from app.inventory.recognise.title import title
from app.inventory.recognise.validity import validity

RECOGNISER = "recognise/6"

_FILLED_IN = frozenset(ElementName) - {ElementName.ISSUING_BODY, ElementName.ISSUING_BODY_FULL}

__all__ = [
    "RECOGNISER",
    "Office",
    "OfficeName",
    "attribute_of_mark",
    "genre_of_title",
    "recognise",
    "role_and_applicability",
]


def recognise(extraction: Extraction, file_name: str = "") -> Recognition:
    """All elements, references and observations of one text; never raises on any text."""
    page = divide(read_lines(extraction))
    sheets = sheet_spans(page)
    parts = outline(page, sheets)
    marks = disclosure_marks(parts, sheets)
    elements = _elements(parts, sheets, marks, file_name)
    number = elements.get(ElementName.DOCUMENT_NUMBER)
    return Recognition(
        elements=elements,
        era=era(parts, elements),
        script=script(page),
        references=references(page, number),
        observations=_observations(parts, elements, marks),
        sheet_pages=sheets,
        validity=validity(parts),
        recogniser=RECOGNISER,
    )


def _elements(
    parts: Outline, sheets: tuple[tuple[int, int], ...], marks: list[FoundMark], file_name: str
) -> dict[ElementName, Element]:
    """The elements in the order of the standard; absent ones are left out."""
    of_imprint = imprint(parts)
    its_title = own_title(parts.page, title(parts, file_name), file_name)
    number = (
        None if is_sheet(parts.page.extraction) else own_number(parts, sheets) or number_of_file(file_name)
    )
    bodies = issuing_body(parts, its_title, number, of_imprint.get(ElementName.PRINTING_BODY))
    bodies = None if bodies is not None and is_placeholder(bodies) else bodies
    dated = (
        date_rules.dated_on(parts)
        or date_rules.day_of_meeting(parts, its_title)
        or date_rules.printed_on_as_date(of_imprint.get(ElementName.PRINTED_ON))
    )
    candidates: dict[ElementName, Element | None] = {
        ElementName.TITLE: its_title,
        ElementName.DOCUMENT_NUMBER: number,
        ElementName.ISSUING_BODY: bodies,
        ElementName.ISSUING_BODY_FULL: full_names(bodies, dated, its_title),
        ElementName.MAIN_RECIPIENTS: main_recipients(parts),
        ElementName.DATED_ON: dated,
        ElementName.GENRE: genre(parts, its_title, number, dated),
        ElementName.ANNOTATION: annotation(parts),
        ElementName.DISCLOSURE_MARK: mark_element(parts.page, marks),
        ElementName.ANNEX_NOTE: annex_note(parts),
        ElementName.UNIFIED_NUMBER: unified_number(parts.page),
        **dict(head_labels(parts)),
        **of_imprint,
    }
    return {
        name: element
        for name, element in candidates.items()
        if element is not None and not (name in _FILLED_IN and is_placeholder(element))
    }


def _observations(
    parts: Outline, elements: dict[ElementName, Element], marks: list[FoundMark]
) -> tuple[Observation, ...]:
    found = (
        mark_observation(parts.page, marks),
        date_rules.year_observation(
            elements.get(ElementName.DATED_ON), elements.get(ElementName.DOCUMENT_NUMBER)
        ),
        date_rules.invalid_date_observation(parts),
    )
    return tuple(observation for observation in found if observation is not None)
