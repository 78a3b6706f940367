"""版记 (GB/T 9704-2012, 7.4): subject words, copies, and who printed the document when."""

import re
from collections.abc import Iterator

from app.domain.document import Element, ElementName
from app.inventory.recognise.elements import printed_element
from app.inventory.recognise.outline import Outline
from app.inventory.recognise.page_text import Line, bare
from app.inventory.recognise.shapes import looks_like_body
from app.text.dates import find_dates

_TAIL_LINES = 60
_COPIES_LINES = 10
_COPIES = re.compile(r"^(?:抄\s{0,4}送|抄\s{0,4}报|分\s{0,4}送|报\s{0,4}送|发\s{0,4}送)\s?[:]\s?")
_MAIN = re.compile(r"^主\s{0,4}送\s?[:]\s?")
_SUBJECT = re.compile(r"^主\s{0,3}题\s{0,3}词\s?[:]\s?")
_LABEL = re.compile(
    r"^(?:抄\s{0,4}送|抄\s{0,4}报|分\s{0,4}送|报\s{0,4}送|主\s{0,4}送|发\s{0,4}送|内部发送|主\s{0,3}题\s{0,3}词|信息公开|公开|联系|打字|校对|〔?共印|附件)"
)
_PRINTED = re.compile(r"印\s?(?:发|制)?\s?[.。]?$")


def imprint(outline: Outline) -> dict[ElementName, Element]:
    """What the imprint holds, as printed without labels; only lines behind the letter count."""
    lines = list(_region(outline))
    found: dict[ElementName, Element] = {}
    for position, line in enumerate(lines):
        _receivers(outline, line, found)
        _copies(outline, lines, position, found)
        _subject(outline, line, found)
        _printing(outline, lines, position, found)
    return found


def _region(outline: Outline) -> Iterator[Line]:
    closing = outline.closing
    first = len(outline.lines) - _TAIL_LINES
    for index, line in enumerate(outline.lines):
        near = closing is not None and 0 < index - closing.last <= _TAIL_LINES // 2
        if index >= outline.body and (index >= first or near):
            yield line


def _receivers(outline: Outline, line: Line, found: dict[ElementName, Element]) -> None:
    """A long list of addressees may move from the first page to the imprint (7.3.2)."""
    label = _MAIN.match(line.folded)
    if label is None or outline.recipients or ElementName.MAIN_RECIPIENTS in found:
        return
    end = line.start + len(line.folded.rstrip(" 。;,"))
    if end > line.start + label.end():
        found[ElementName.MAIN_RECIPIENTS] = printed_element(
            outline.page, line.start + label.end(), end, "receivers-in-imprint", 0.85
        )


def _copies(outline: Outline, lines: list[Line], position: int, found: dict[ElementName, Element]) -> None:
    line = lines[position]
    label = _COPIES.match(line.folded)
    if label is None or ElementName.COPY_RECIPIENTS in found:
        return
    end = line.end
    if not line.bare.endswith("。"):
        for following in lines[position + 1 : position + _COPIES_LINES]:
            if _LABEL.match(following.folded) or _PRINTED.search(following.folded):
                break
            end = following.end
            if following.bare.endswith("。"):
                break
    found[ElementName.COPY_RECIPIENTS] = printed_element(
        outline.page, line.start + label.end(), end, "copies-line", 0.9
    )


def _subject(outline: Outline, line: Line, found: dict[ElementName, Element]) -> None:
    label = _SUBJECT.match(line.folded)
    if label is not None and line.end > line.start + label.end():
        start = line.start + label.end()
        words = " ".join(outline.page.printed(start, line.end).split())
        found[ElementName.SUBJECT_WORDS] = printed_element(
            outline.page, start, line.end, "subject-words-line", 0.95, words
        )


def _printing(outline: Outline, lines: list[Line], position: int, found: dict[ElementName, Element]) -> None:
    line = lines[position]
    if not _PRINTED.search(line.folded) or len(line.bare) > 70:
        return
    day = next(find_dates(outline.page.folded, line.start, line.end), None)
    if day is None or not day.has_day:
        return
    found[ElementName.PRINTED_ON] = printed_element(
        outline.page, day.start, day.end, "imprint-date", 0.95, day.value
    )
    place = _printing_body(lines, position, day.start)
    if place is not None:
        found[ElementName.PRINTING_BODY] = printed_element(outline.page, *place, "imprint-body", 0.9)


def _printing_body(lines: list[Line], position: int, day_start: int) -> tuple[int, int] | None:
    line = lines[position]
    lead = line.folded[: day_start - line.start].rstrip(" \t,")
    if looks_like_body(bare(lead)):
        return line.start, line.start + len(lead)
    if not lead and position:
        upper = lines[position - 1]
        if looks_like_body(upper.bare):
            return upper.start, upper.end
    return None
