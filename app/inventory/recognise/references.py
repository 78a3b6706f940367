"""Numbers of other documents that the text cites, and why it cites them."""

import re
from collections.abc import Iterator
from itertools import islice

from app.domain.document import Element, Evidence, Reference, ReferenceKind
from app.inventory.recognise.page_text import PageText
from app.text.document_number import find_numbers

MOST = 400
_MOST_SEEN = 5000
_BEFORE = 120
_BEHIND = 60
_STOP = re.compile(r"[。;!?\n]")
_REPEALED = re.compile(r"废止|停止执行|停止使用|不再执行|同时作废|自行失效|宣布失效|予以撤销")
_REPLY = re.compile(r"^[〕》\"]{0,2}(?:[^。;\n]{0,30})(?:收悉|已?收到|来函|来文)")
_FORWARDED = re.compile(r"(?:转发|批转|印发)给你们|现(?:予)?(?:以)?(?:转发|批转)")
_BASIS = re.compile(r"根据|按照|依据|依照|遵照|贯彻|落实|遵循|执行")


def references(page: PageText, own: Element | None) -> tuple[Reference, ...]:
    """Every other number in the order of the text, once for each kind of citation."""
    seen: set[tuple[ReferenceKind, str]] = set()
    found: list[Reference] = []
    for reference in _all(page, own):
        key = (reference.kind, reference.document_number)
        if key not in seen:
            seen.add(key)
            found.append(reference)
        if len(found) == MOST:
            break
    return tuple(found)


def _all(page: PageText, own: Element | None) -> Iterator[Reference]:
    own_value = own.value if own is not None else None
    for number in islice(find_numbers(page.text), _MOST_SEEN):
        if number.canonical == own_value or not number.series:
            continue
        if own is not None and own.evidence is not None and _overlaps(own.evidence, number.start, number.end):
            continue
        kind = _kind(page.folded, number.start, number.end)
        place = Evidence(number.start, number.end, page.extraction.page_of(number.start))
        yield Reference(kind, number.canonical, place)


def _overlaps(place: Evidence, start: int, end: int) -> bool:
    return place.start < end and start < place.end


def _kind(folded: str, start: int, end: int) -> ReferenceKind:
    before = _STOP.split(folded[max(0, start - _BEFORE) : start])[-1]
    behind = _STOP.split(folded[end : end + _BEHIND], maxsplit=1)[0]
    if _REPEALED.search(behind.split(",", 1)[0]) or _REPEALED.search(before.rsplit(",", 1)[-1]):
        return ReferenceKind.REPEALED
    if _REPLY.search(behind):
        return ReferenceKind.REPLY_TO
    if _FORWARDED.search(behind):
        return ReferenceKind.FORWARDED
    return ReferenceKind.BASIS if _BASIS.search(before) else ReferenceKind.CITED
