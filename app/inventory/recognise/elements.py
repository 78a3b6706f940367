"""Makes element values with their evidence."""

import re

from app.domain.document import Element, Evidence, Origin
from app.inventory.recognise.grammar import PLACEHOLDER
from app.inventory.recognise.page_text import PageText, bare
from app.text.folding import fold

_BLANKS = re.compile(r"[\s\u200b-\u200d\u2060\ufeff]+")
_BLANK_IN_LATIN = re.compile(r"(?<=[A-Za-z0-9,.])\s(?=[A-Za-z])")


def without_blanks(text: str) -> str:
    """The text as one line: blanks from line breaks and justification are no part of Chinese words;
    those between Latin words stay.
    """
    kept = _BLANK_IN_LATIN.sub("\0", text)
    return _BLANKS.sub("", kept).replace("\0", " ")


def printed_element(
    page: PageText,
    start: int,
    end: int,
    rule: str,
    confidence: float,
    value: str | tuple[str, ...] | None = None,
) -> Element:
    """A value that stands on the page from ``start`` to ``end``."""
    printed = page.printed(start, end)
    return Element(
        value=without_blanks(page.running(start, end)) if value is None else value,
        printed=printed,
        origin=Origin.PRINTED,
        confidence=round(confidence, 2),
        evidence=evidence(page, start, end),
        rule=rule,
    )


def derived_element(
    value: str | tuple[str, ...],
    rule: str,
    confidence: float,
    *,
    origin: Origin = Origin.DERIVED,
    at: Evidence | None = None,
) -> Element:
    """A useful value that is not printed as such."""
    return Element(value, "", origin, round(confidence, 2), at, rule)


def evidence(page: PageText, start: int, end: int) -> Evidence:
    """The place from ``start`` to ``end`` with its page."""
    return Evidence(start, end, page.extraction.page_of(start))


def is_placeholder(element: Element) -> bool:
    """Whether a value is what a template holds for one (×××, 此处输入…), not a value."""
    return PLACEHOLDER.search(bare(fold(element.text))) is not None
