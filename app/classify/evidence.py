"""What marks and registers say about the attribute, the strongest first (发文稿纸 before 附注 before 登记簿).

Contradictions are shown and never resolved silently.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.classify.facts import Quote, shortened
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import ElementName, Recognition
from app.domain.source import Extraction
from app.inventory.recognise import attribute_of_mark
from app.inventory.recognise.marks import disclosure_marks
from app.inventory.recognise.outline import outline
from app.inventory.recognise.page_text import read_lines
from app.inventory.recognise.run_on import divide

CONFLICT = "mark_conflict"


class EvidenceSource(StrEnum):
    """Where an attribute was fixed; the order of declaration is the order of weight."""

    ISSUE_SHEET = "issue_sheet"
    PRINTED = "printed"
    REGISTER = "register"


TERMS = {
    EvidenceSource.ISSUE_SHEET: "发文稿纸",
    EvidenceSource.PRINTED: "文中标注",
    EvidenceSource.REGISTER: "登记簿",
}


@dataclass(frozen=True, slots=True)
class AttributeEvidence:
    """One place that names an attribute."""

    source: EvidenceSource
    attribute: DisclosureAttribute
    quote: Quote


def attribute_evidence(
    extraction: Extraction, recognition: Recognition, registered: str
) -> tuple[AttributeEvidence, ...]:
    """Everything that names an attribute, the strongest first; ``registered`` is what a register says it is."""
    found = [
        *_of_sheets(extraction, recognition),
        *_of_print(recognition),
        *_of_register(registered),
    ]
    order = list(EvidenceSource)
    return tuple(sorted(found, key=lambda evidence: order.index(evidence.source)))


def _of_register(registered: str) -> Iterator[AttributeEvidence]:
    attribute = attribute_of_mark(registered)
    if attribute is not None:
        yield AttributeEvidence(EvidenceSource.REGISTER, attribute, Quote(shortened(registered)))


def _of_print(recognition: Recognition) -> Iterator[AttributeEvidence]:
    element = recognition.elements.get(ElementName.DISCLOSURE_MARK)
    attribute = attribute_of_mark(element.text) if element is not None else None
    if element is None or attribute is None:
        return
    place = element.evidence
    words = shortened(element.printed)
    quote = Quote(words, place.start, place.end) if place is not None else Quote(words)
    yield AttributeEvidence(EvidenceSource.PRINTED, attribute, quote)


def _of_sheets(extraction: Extraction, recognition: Recognition) -> Iterator[AttributeEvidence]:
    """Marks on a processing sheet in front of the body, read again only where marks disagree."""
    disagree = any(observation.kind == CONFLICT for observation in recognition.observations)
    if not recognition.sheet_pages or not disagree:
        return
    parts = outline(divide(read_lines(extraction)), recognition.sheet_pages)
    for mark in disclosure_marks(parts, recognition.sheet_pages):
        on_sheet = any(start <= mark.start < end for start, end in recognition.sheet_pages)
        if on_sheet and mark.attribute is not None:
            words = shortened(extraction.text[mark.start : mark.end])
            quote = Quote(words, mark.start, mark.end)
            yield AttributeEvidence(EvidenceSource.ISSUE_SHEET, mark.attribute, quote)
            return
