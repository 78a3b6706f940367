"""公开属性: the printed disclosure mark, in all its forms, with conflicts between several marks.

A note below the date counts most, then a line in the imprint, then what a processing sheet or the
table of a web page says, then a lone stamp. Nothing printed stays ``None``: undetermined.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Element, Observation
from app.inventory.recognise.elements import printed_element, without_blanks
from app.inventory.recognise.head_lines import is_second_head
from app.inventory.recognise.mark_words import (
    MarkWords,
    attribute_of_mark,
    labelled_attribute,
    mark_words,
    ticked_value,
)
from app.inventory.recognise.outline import Outline
from app.inventory.recognise.page_text import Line, PageText, bare

_TAIL_LINES = 25
_STAMP_LINES = 12
_AFTER_CLOSING = 12
_LONGEST_MARK = 60
_LONGEST_LINE = 400
_BEHIND_NOTE = re.compile(r"[,;。]\s{0,4}(?:联系|咨询|电话|请勿|不得)[^〔〕]{0,40}$")
"""What some offices write into the brackets behind the mark."""


class _Rank(IntEnum):
    """Which mark speaks for the document when there are several."""

    STAMP = 1
    WEB = 2
    SHEET = 3
    IMPRINT = 4
    NOTE = 5


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark at ``start`` to ``end`` without brackets, and the attribute it stands for."""

    start: int
    end: int
    attribute: DisclosureAttribute | None
    rank: _Rank
    rule: str


def disclosure_marks(outline: Outline, sheets: Sequence[tuple[int, int]] = ()) -> list[FoundMark]:
    """Every printed mark, the one that counts most first."""
    words = mark_words()
    found = [
        mark
        for position, line in enumerate(outline.lines[: _end_of_document(outline)])
        for mark in _on_line(outline, position, line, sheets, words)
    ]
    return sorted(found, key=lambda mark: (-mark.rank, mark.start))


def _end_of_document(outline: Outline) -> int:
    """The line with which another document's head begins behind the letter, or the end."""
    first = outline.closing.last + 1 if outline.closing is not None else outline.body
    return next(
        (index for index in range(first, len(outline.lines)) if is_second_head(outline.lines, index)),
        len(outline.lines),
    )


def mark_element(page: PageText, marks: Sequence[FoundMark]) -> Element | None:
    """The mark that counts most, as printed without brackets."""
    if not marks:
        return None
    best = marks[0]
    sure = 0.97 if best.rank >= _Rank.IMPRINT else 0.8
    cells = page.printed(best.start, best.end).split("\t")
    value = "：".join(without_blanks(cell).rstrip("：:") for cell in cells)
    return printed_element(page, best.start, best.end, best.rule, sure, value)


def mark_observation(page: PageText, marks: Sequence[FoundMark]) -> Observation | None:
    """Marks that contradict each other; nothing is picked silently."""
    attributes = {mark.attribute for mark in marks if mark.attribute is not None}
    if len(attributes) < 2:
        return None
    shown = "、".join(dict.fromkeys("".join(page.printed(mark.start, mark.end).split()) for mark in marks))
    place = printed_element(page, marks[0].start, marks[0].end, "mark", 1.0).evidence
    return Observation("mark_conflict", f"文中公开属性标注不一致：{shown}。", place)


def _on_line(
    outline: Outline, position: int, line: Line, sheets: Sequence[tuple[int, int]], words: MarkWords
) -> Iterator[FoundMark]:
    if len(line.folded) > _LONGEST_LINE or "公开" not in line.bare:
        return
    on_sheet = any(start <= line.start < end for start, end in sheets)
    near_end = position >= len(outline.lines) - _TAIL_LINES or _behind_closing(outline, position)
    in_head = position < outline.body
    if near_end or not in_head:
        yield from _notes(line, words)
    if on_sheet or near_end or in_head:
        rank = _Rank.SHEET if on_sheet else _Rank.IMPRINT if not in_head else _Rank.WEB
        yield from _fields(line, rank, words)
    if on_sheet or position < _STAMP_LINES or near_end:
        yield from _stamp(line, words)


def _behind_closing(outline: Outline, position: int) -> bool:
    return outline.closing is not None and 0 <= position - outline.closing.last <= _AFTER_CLOSING


def _notes(line: Line, words: MarkWords) -> Iterator[FoundMark]:
    """（此件公开发布）: the whole line, or the brackets that end it."""
    text = line.folded
    if len(text) > _LONGEST_MARK:
        return
    begin = text.rfind("〔")
    start = begin + 1 if begin == 0 or (begin > 0 and text.rstrip().endswith("〕")) else 0
    inner = _BEHIND_NOTE.sub("", text[start:].rstrip("〕 .。"))
    compact = "".join(inner.split())
    found = words.note.fullmatch(compact)
    bracketed = start > 0 and (compact in words.values or words.labelled.fullmatch(compact) is not None)
    if found is None and not bracketed:
        return
    lead = len(inner) - len(inner.lstrip())
    yield FoundMark(
        line.start + start + lead,
        line.start + start + len(inner.rstrip()),
        attribute_of_mark(compact),
        _Rank.NOTE,
        "disclosure-note",
    )


def _fields(line: Line, rank: _Rank, words: MarkWords) -> Iterator[FoundMark]:
    """公开属性：主动公开, alone on its line or as one cell or field of a longer one; or boxes."""
    boxed = ticked_value(line.bare, words)
    if boxed is not None:
        place = line.folded.find(boxed)
        if place >= 0:
            start = line.start + place
            yield FoundMark(start, start + len(boxed), words.values.get(boxed), rank, "ticked-box")
        return
    if any(character in words.open for character in line.bare if character != "〇"):
        return
    for label in words.labelled.finditer(line.bare):
        if rank is not _Rank.SHEET and not _is_a_field(line, label, words):
            continue
        found = _locate(line, label[0])
        attribute = labelled_attribute(label, words)
        if found is not None and attribute is not None:
            yield FoundMark(found[0], found[1], attribute, rank, "disclosure-field")


def _is_a_field(line: Line, label: re.Match[str], words: MarkWords) -> bool:
    if label["label"] in words.web_only and len(line.bare) > len(label[0]) + 4:
        return False
    if _is_a_pair_of_cells(line, label):
        return True
    colon = ":" in label[0]
    alone = len(line.bare) <= len(label[0]) + 4
    ends = (
        label.end() == len(line.bare)
        or line.bare[label.end()] in "〔〕,;。\t|"
        or line.folded.count("  ") > 0
    )
    return (alone or (colon and ends and len(line.bare) <= 200)) and "《" not in line.bare


def _is_a_pair_of_cells(line: Line, label: re.Match[str]) -> bool:
    """Whether label and value are two neighbouring cells of a table's row."""
    cells = [bare(cell) for cell in line.folded.split("\t")]
    return (label["label"], label["value"]) in itertools.pairwise(cells)


def _stamp(line: Line, words: MarkWords) -> Iterator[FoundMark]:
    """A line that is nothing but 主动公开, 依申请公开 or 不予公开: a stamp or a tick by hand."""
    text = line.bare.strip("〔〕【】")
    if words.stamp.fullmatch(text) is not None and text.endswith("公开"):
        lead = len(line.folded) - len(line.folded.lstrip("〔 "))
        end = line.start + len(line.folded.rstrip("〕 "))
        yield FoundMark(line.start + lead, end, words.values[text], _Rank.STAMP, "disclosure-stamp")


def _locate(line: Line, compact: str) -> tuple[int, int] | None:
    """Where the blankless string stands in a line that may hold blanks."""
    pattern = r"\s{0,8}".join(re.escape(character) for character in compact)
    found = re.search(pattern, line.folded)
    return (line.start + found.start(), line.start + found.end()) if found else None
