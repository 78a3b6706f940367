"""The regulation that an order (令) publishes: its name is the title such a document is known by."""

import re
from collections.abc import Iterator

from app.domain.document import Element
from app.inventory.recognise.elements import derived_element, evidence, printed_element, without_blanks
from app.inventory.recognise.outline import Outline

_SENTENCE_LENGTH = 400
_LONGEST_NAME = 160
_ADOPTED = re.compile(
    r"\s{0,4}(?:已经?|业经|经|于|已由|由)?[^《]{0,120}?(?:通过|批准|同意|审议)[^《]{0,60}(?:公布|发布|施行|实施)"
    r"|[,。、]?\s{0,4}(?:现|自|经)[^《]{0,60}(?:公布|发布|施行|实施)"
)
_MADE = re.compile(r"(?:制定|修订|修改|起草)了?\s{0,2}$")
_ANNOUNCED = re.compile(
    r"现\s?(?:将)?\s?(?:修订后的)?(?:予以)?(?:公布|发布)\s{0,2}$|现将(?:修订后的)?\s{0,2}$"
)
_AT_ONCE = re.compile(r"(?:予以)?(?:公布|发布)")
"""How 现将《…》公布 ends."""
_SEARCHED_BEHIND = 600
_SAME = str.maketrans("《》", "〔〕")


def published_regulation(outline: Outline) -> Element | None:
    """The name from 《…》已经…通过，现予公布; printed where the regulation itself follows under it."""
    if outline.recipients or outline.body >= len(outline.lines):
        return None
    start = outline.lines[outline.body].start
    folded = outline.page.folded[start : start + _SENTENCE_LENGTH]
    place = next(_names(folded), None)
    if place is None:
        return None
    begin, end = start + place[0], start + place[1]
    heading = _heading(outline, outline.page.folded[begin:end])
    if heading is not None:
        return printed_element(outline.page, *heading, "published-regulation", 0.8)
    value = without_blanks(outline.page.printed(begin, end))
    return derived_element(value, "published-regulation", 0.6, at=evidence(outline.page, begin, end))


def _names(folded: str) -> Iterator[tuple[int, int]]:
    """Places of the names of which the first sentences say that they are published."""
    begin = folded.find("《")
    while begin >= 0:
        end = _closing_sign(folded, begin + 1)
        if end is None:
            return
        if _publishes(folded, begin, end):
            yield begin + 1, end
        begin = folded.find("《", end)


def _closing_sign(folded: str, start: int) -> int | None:
    """Where the title mark that was opened in front of ``start`` is closed; marks may nest."""
    depth = 1
    for position in range(start, min(len(folded), start + _LONGEST_NAME)):
        depth += {"《": 1, "》": -1}.get(folded[position], 0)
        if not depth:
            return position
    return None


def _publishes(folded: str, begin: int, end: int) -> bool:
    """Whether the words around the name say that it is published here, not sent to somebody."""
    before = folded[:begin]
    if before.strip() and not (_MADE.search(before) or _ANNOUNCED.search(before)):
        return False
    if _ADOPTED.match(folded, end + 1) is not None:
        return True
    return _ANNOUNCED.search(before) is not None and _AT_ONCE.match(folded, end + 1) is not None


def _heading(outline: Outline, name: str) -> tuple[int, int] | None:
    """Where the name stands again at the start of a line behind the signature."""
    closing = outline.closing
    if closing is None:
        return None
    limit = outline.lines[closing.last].end + _SEARCHED_BEHIND
    for line in outline.lines[closing.last + 1 :]:
        if line.start > limit:
            break
        end = _reach(outline.page.folded, line.start, name)
        if end is not None:
            return line.start, end
    return None


def _reach(folded: str, position: int, name: str) -> int | None:
    """The end of ``name`` if it stands at ``position``, whatever blanks and brackets divide it."""
    for character in "".join(name.split()).translate(_SAME):
        while position < len(folded) and folded[position].isspace():
            position += 1
        if position == len(folded) or folded[position].translate(_SAME) != character:
            return None
        position += 1
    return position
