"""Which standard a document's layout follows, and which script it is written in."""

from collections.abc import Mapping

from app.domain.document import Element, ElementName, Era, Script
from app.inventory.recognise.date import era_of_date
from app.inventory.recognise.outline import Outline
from app.inventory.recognise.page_text import PageText

_NEW_STANDARD = "2012-07"
_SAMPLE = 1500
_LEAST_TRADITIONAL = 0.04


def era(outline: Outline, elements: Mapping[ElementName, Element]) -> Era:
    """主题词, Chinese numerals in the date or a date without signature speak for the 1999 layout."""
    dated = elements.get(ElementName.DATED_ON)
    old, new = 0, 0
    if ElementName.SUBJECT_WORDS in elements:
        old += 2
    of_date = era_of_date(outline)
    old += of_date is Era.GB_1999
    new += of_date is Era.GB_2012
    if outline.closing is not None and not outline.closing.names:
        old += 1
    if dated is not None and isinstance(dated.value, str):
        old += dated.value < _NEW_STANDARD
        new += dated.value >= _NEW_STANDARD
    if old == new:
        return Era.UNKNOWN
    return Era.GB_1999 if old > new else Era.GB_2012


def script(page: PageText) -> Script:
    """Traditional when folding changes a good part of the Chinese characters."""
    text = page.text[:_SAMPLE]
    pairs = [(a, b) for a, b in zip(text, page.folded, strict=False) if "\u4e00" <= a <= "\u9fff"]
    if len(pairs) < 4:
        return Script.OTHER
    changed = sum(a != b for a, b in pairs)
    return Script.HANT if changed >= _LEAST_TRADITIONAL * len(pairs) else Script.HANS
