"""Everything found in one document: personal, commercial and internal information, contradicting marks."""

from app.classify.evidence import CONFLICT
from app.classify.facts import shortened
from app.classify.personal_information import find_in
from app.domain.disclosure import Finding
from app.domain.document import ElementName, Recognition
from app.domain.source import Extraction


def findings_of(
    extraction: Extraction, recognition: Recognition, *, folded: str | None = None
) -> tuple[Finding, ...]:
    """All findings with their pages; the document's year decides who was a minor.

    ``folded`` is the text folded, where a caller has it already.
    """
    found = find_in(extraction, year=year_of(recognition), folded=folded)
    conflict = _conflict(extraction, recognition)
    return found if conflict is None else (*found, conflict)


def year_of(recognition: Recognition) -> int | None:
    """The year the document is dated, if known."""
    dated = recognition.elements.get(ElementName.DATED_ON)
    return int(dated.text[:4]) if dated is not None and dated.text[:4].isdecimal() else None


def _conflict(extraction: Extraction, recognition: Recognition) -> Finding | None:
    """公开属性 marks that contradict each other, as recognition saw them."""
    for observation in recognition.observations:
        place = observation.evidence
        if observation.kind == CONFLICT and place is not None:
            words = shortened(extraction.text[place.start : place.end])
            page = extraction.page_of(place.start)
            return Finding(CONFLICT, place.start, place.end, words, 0.9, page, "标注不一致")
    return None
