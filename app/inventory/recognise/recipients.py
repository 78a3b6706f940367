"""主送机关 (GB/T 9704-2012, 7.3.2): the line in front of the body that ends with a colon."""

from app.domain.document import Element
from app.inventory.recognise.elements import printed_element
from app.inventory.recognise.outline import Outline


def main_recipients(outline: Outline) -> Element | None:
    """The printed addressee without its colon; lines are joined."""
    if not outline.recipients:
        return None
    first, last = outline.lines[outline.recipients[0]], outline.lines[outline.recipients[-1]]
    end = last.start + len(last.folded.rstrip(" :,;"))
    if outline.page.folded[first.start : end].count("×") + outline.page.folded[first.start : end].count("xx"):
        return None
    return printed_element(outline.page, first.start, end, "addressee-line", 0.95)
