"""The parts of a letter: head, addressee, body, closing, and what follows.

The main letter ends at its closing (signature and date). Annexes and forwarded texts behind it have
titles, numbers and dates of their own, which are never taken for the letter's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.inventory.recognise.closing import Closing, find_closing
from app.inventory.recognise.grammar import (
    ANNEX_ALONE,
    HEADING,
    NEWS_END,
    NEWS_OPENING,
    RECIPIENTS_END,
    SENTENCE,
    TITLE_END,
    WEB_FOOTER,
    is_recipients,
)
from app.inventory.recognise.head_lines import HeadKind, head_kind, head_kinds, is_second_head
from app.inventory.recognise.page_text import Line, PageText
from app.inventory.recognise.shapes import looks_like_body
from app.text.dates import parse_date

HEAD_LIMIT = 70
_RECIPIENTS_LINES = 14
_FULL_LINE = 20
_LONG_BODY_LINE = 90
_LONGEST_FOOTER = 80
_ANNEX_LIST_LINES = 4
_NEWS_LINES = 8

_ANNOUNCES = re.compile(r"如下[^,。:]{0,6}:$")
_OPENS_BODY = re.compile(
    r"为(?!民)|根据|按照|依据|依照|现将|现就|近日|日前|近期|近年|随着|经(?:研究|[^,。]{2,16}(?:同意|批准|审议|决定))|[你贵][局校县镇乡区市厅委院公单们]"
)
"""How a body begins whose first sentence goes on in the next line."""
_LIST_HEADER = re.compile(r"序\s{0,4}号(?:\t|\s{2})")
"""The header of a list that stands below its title without a sentence between."""
_NUMBERED = re.compile(r"\s{0,8}\d{1,2}\s?[.、]")
_RECEIVERS = re.compile(
    r"各|有关|本|全[省市县区]|[省市县区][\u4e00-\u9fff]{1,6}[局委办厅府]|[^,、]{2,20}[,、].{2,}"
)
_ALL = re.compile(r"各.{2,60}[,、]")
_TO_YOU = re.compile(r"[你贵][^,。]{1,8}|.{0,60}(?:收悉|收到)")


@dataclass(frozen=True, slots=True)
class Outline:
    """Line indices of the parts of one letter, processing sheets left out.

    ``head``: lines in front of addressee and body. ``recipients``: lines that end with the colon.
    ``body``: the first line of the body. ``limit``: the line behind the last that may belong to the
    letter (annexes follow).
    """

    page: PageText
    head: tuple[int, ...]
    kinds: tuple[HeadKind, ...]
    recipients: tuple[int, ...]
    body: int
    closing: Closing | None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines of the text."""
        return self.page.lines

    @property
    def limit(self) -> int:
        """The line behind the letter's last line."""
        return self.closing.last + 1 if self.closing is not None else len(self.lines)


def outline(page: PageText, skipped: Sequence[tuple[int, int]] = ()) -> Outline:
    """Find the parts of the letter; lines inside ``skipped`` (processing sheets) count for nothing."""
    usable = [
        index
        for index, line in enumerate(page.lines)
        if not any(start <= line.start < end for start, end in skipped)
    ]
    usable = _without_news(page.lines, usable)
    before, recipients, body = _open(page.lines, usable)
    kinds = head_kinds([page.lines[index] for index in before])
    closing = find_closing(page, _letter(page.lines, [index for index in usable if index >= body]))
    return Outline(page, before, kinds, recipients, body, closing)


def _without_news(lines: Sequence[Line], usable: Sequence[int]) -> list[int]:
    """The lines without the report of a news agency in front of the document that it prints in full."""
    near = usable[:_NEWS_LINES]
    first = next((place for place, index in enumerate(near) if NEWS_OPENING.match(lines[index].bare)), None)
    if first is None:
        return list(usable)
    last = first - 1 + (NEWS_OPENING.fullmatch(lines[usable[first]].bare) is not None)
    for place, index in enumerate(usable[first : first + _NEWS_LINES], first):
        if NEWS_END.fullmatch(lines[index].bare):
            last = place
            break
    return [*usable[:first], *usable[last + 1 :]]


def _open(lines: Sequence[Line], usable: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...], int]:
    """Lines of the head, lines of the addressee, and the first line of the body."""
    head: list[int] = []
    for position, index in enumerate(usable[:HEAD_LIMIT]):
        line = lines[index]
        if line.bare.endswith(":") and head_kind(line) is HeadKind.TEXT:
            recipients = _recipients_lines(lines, head, index)
            if is_recipients("".join(lines[i].bare for i in recipients)):
                following = usable[position + 1] if position + 1 < len(usable) else len(lines)
                return tuple(i for i in head if i not in recipients), recipients, following
        unmarked = _unmarked_recipients(lines, head, line)
        if _starts_body(line) or (unmarked and _OPENS_BODY.match(line.bare)):
            return tuple(i for i in head if i not in unmarked), unmarked, index
        head.append(index)
    return tuple(head), (), usable[len(head)] if len(head) < len(usable) else len(lines)


def _unmarked_recipients(lines: Sequence[Line], head: Sequence[int], body: Line) -> tuple[int, ...]:
    """An addressee whose colon is lost or a comma: it follows a finished title and names receivers."""
    if not head or head_kind(lines[head[-1]]) is not HeadKind.TEXT:
        return ()
    found = _recipients_lines(lines, head[:-1], head[-1])
    text = "".join(lines[index].bare for index in found).rstrip(",.;")
    if TITLE_END.search(text) or not RECIPIENTS_END.search(text + ":") or not is_recipients(text + ":"):
        return ()
    above = lines[head[-len(found) - 1]] if len(head) > len(found) else None
    if above is None:
        return found if _ALL.match(text) else ()
    finished = TITLE_END.search(above.bare) or head_kind(above) is HeadKind.NUMBER
    named = _RECEIVERS.match(text) or _TO_YOU.match(body.bare) or _is_another_body(text, lines, head)
    return found if finished and named else ()


def _is_another_body(text: str, lines: Sequence[Line], head: Sequence[int]) -> bool:
    """Whether the line names a body that the head does not name as its maker."""
    return looks_like_body(text) and not any(text in lines[index].bare for index in head[:-1])


def _starts_body(line: Line) -> bool:
    text = line.bare
    if head_kind(line) is not HeadKind.TEXT:
        return False
    if HEADING.match(text) or _LIST_HEADER.match(line.folded):
        return True
    sentence = SENTENCE.search(text) or _ANNOUNCES.search(text)
    return sentence is not None or len(text) > _LONG_BODY_LINE


def _recipients_lines(lines: Sequence[Line], head: Sequence[int], last: int) -> tuple[int, ...]:
    """The addressee ends with line ``last``; go up to where it begins, behind title and number."""
    found = [last]
    for index in reversed(head[-_RECIPIENTS_LINES:]):
        if not _wraps(lines[index], lines[found[0]]):
            break
        found.insert(0, index)
    return tuple(found)


def _wraps(line: Line, following: Line) -> bool:
    """Whether ``line`` goes on in ``following`` as a list of addressees would."""
    text = line.bare
    if head_kind(line) is not HeadKind.TEXT or following.after_gap or TITLE_END.search(text):
        return False
    if "关于" in text or "。" in text or following.indent > line.indent + 2:
        return False
    return "," in text or "、" in text or (len(text) >= _FULL_LINE and not line.is_centred)


def _letter(lines: Sequence[Line], indices: list[int]) -> list[int]:
    """The lines in front of what is no part of the letter: the foot of a web page, the first annex, or
    another document with a red head of its own.
    """
    for position, index in enumerate(indices):
        text = lines[index].bare
        if len(text) > _LONGEST_FOOTER:
            continue
        if WEB_FOOTER.search(text) or is_second_head(lines, index):
            return indices[:position]
        if position and ANNEX_ALONE.match(text) and not _closes_soon(lines, indices[position + 1 :]):
            return indices[:position]
    return indices


def _closes_soon(lines: Sequence[Line], following: Sequence[int]) -> bool:
    """Whether a list of annexes and then the signature follow, not an annex."""
    for index in following[:_ANNEX_LIST_LINES]:
        if parse_date(lines[index].folded) is not None:
            return True
        if _NUMBERED.match(lines[index].folded):
            return True
    return False
