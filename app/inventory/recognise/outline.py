"""The parts of a letter: head, addressee, body, closing, and what follows.

The main letter ends at its closing (signature and date). Annexes and forwarded texts behind it have
titles, numbers and dates of their own, which are never taken for the letter's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.inventory.recognise.bodies import known_names_at_end, split_bodies
from app.inventory.recognise.glued import LONGEST as GLUED_LENGTH
from app.inventory.recognise.grammar import (
    ANNEX_ALONE,
    ANNEX_HEADING,
    HEADING,
    IMPRINT,
    METADATA,
    PERSON_SIGNS,
    RECIPIENTS_END,
    SENTENCE,
    TITLE_END,
    WEB_FOOTER,
    is_recipients,
)
from app.inventory.recognise.head_lines import HeadKind, head_kind, head_kinds
from app.inventory.recognise.page_text import Line, PageText, bare
from app.text.dates import FoundDate, find_dates, parse_date

HEAD_LIMIT = 70
_RECIPIENTS_LINES = 14
_FULL_LINE = 20
_SIGNATURE_LINES = 16
_LONG_BODY_LINE = 90
_LONGEST_NAMES = 400
_LONGEST_FOOTER = 80
_ANNEX_LIST_LINES = 4

_ANNOTATION = re.compile(r"^〔.{2,60}〕$")
_DISCLOSURE_NOTE = re.compile(r"^〔(?:此|本|该|信息公开)[^〔〕]{1,24}〕$")
_NUMBERED = re.compile(r"\s{0,8}\d{1,2}\s?[.、]")
_RECEIVERS = re.compile(
    r"各|有关|本|全[省市县区]|[省市县区][\u4e00-\u9fff]{1,6}[局委办厅府]|[^,、]{2,20}[,、].{2,}"
)
_ALL = re.compile(r"各.{2,60}[,、]")
_TO_YOU = re.compile(r"[你贵][^,。]{1,8}|.{0,60}(?:收悉|收到)")
_ANNEX_NAME_END = re.compile(
    r"(?:证明|凭证|证书|协议|合同|样本|模板|报告|说明|大纲|申请书|登记表|办法|方案|细则|规定|目录|清单|名单|表|规则|标准|要点|指南|〕|》|\d)$"
)
_CONTACT = re.compile(r"联系(?:人|电话)|电话:")


@dataclass(frozen=True, slots=True)
class Closing:
    """Signature and date of the letter: lines ``first`` to ``last`` (inclusive) of the text.

    ``date`` is absent where only the names can be read; ``names`` are the places of the names as printed; empty where only the date is typed, as the
    standard of 1999 had it for sealed documents.
    """

    first: int
    last: int
    date: FoundDate | None
    names: tuple[tuple[int, int], ...]
    confidence: float


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
    before, recipients, body = _open(page.lines, usable)
    kinds = head_kinds([page.lines[index] for index in before])
    closing = _find_closing(page, _letter(page.lines, [index for index in usable if index >= body]))
    return Outline(page, before, kinds, recipients, body, closing)


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
        if _starts_body(line):
            unmarked = _unmarked_recipients(lines, head, line)
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
    named = _RECEIVERS.match(text) or _TO_YOU.match(body.bare)
    return found if finished and named else ()


def _starts_body(line: Line) -> bool:
    text = line.bare
    if head_kind(line) is not HeadKind.TEXT:
        return False
    if HEADING.match(text):
        return True
    return SENTENCE.search(text) is not None or text.endswith("如下:") or len(text) > _LONG_BODY_LINE


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


def is_second_head(lines: Sequence[Line], index: int) -> bool:
    """Whether the head of another document begins here: a mark (…文件) with a number below it."""
    if not lines[index].bare.endswith("文件") or head_kind(lines[index]) is not HeadKind.MARK:
        return False
    return any(head_kind(line) is HeadKind.NUMBER for line in lines[index + 1 : index + 4])


def _find_closing(page: PageText, indices: Sequence[int]) -> Closing | None:
    best: Closing | None = None
    for position, index in enumerate(indices):
        line = page.lines[index]
        if len(line.bare) > _longest_closing(line) or ("年" not in line.bare and not line.bare[:4].isdigit()):
            continue
        closing = _closing_at(page, indices, position)
        if closing is None:
            continue
        if closing.confidence >= 0.8:
            return closing
        if best is None or closing.confidence > best.confidence:
            best = closing
    return best or _undated_closing(page, indices)


def _longest_closing(line: Line) -> int:
    """A line that ends with a date may hold the names of many bodies in front of it."""
    return _LONGEST_NAMES if line.bare.endswith(("日", "曰")) else _LONG_BODY_LINE


def _undated_closing(page: PageText, indices: Sequence[int]) -> Closing | None:
    """A signature whose date cannot be read: names behind a sentence, in front of a note or the end."""
    for position in range(1, len(indices)):
        line = page.lines[indices[position]]
        if len(line.bare) > _LONG_BODY_LINE or not page.lines[indices[position - 1]].bare.endswith("。"):
            continue
        below = page.lines[indices[position + 1]].bare if position + 1 < len(indices) else ""
        names = split_bodies(line.folded, line.start)
        if names and (not below or _DISCLOSURE_NOTE.match(below)):
            return Closing(indices[position], indices[position], None, names, 0.7)
    return None


def _closing_at(page: PageText, indices: Sequence[int], position: int) -> Closing | None:
    line = page.lines[indices[position]]
    found = _date_at_end(line)
    if found is None:
        return None
    names: list[tuple[int, int]] = []
    lead = line.folded[: found.start].rstrip(" ,")
    if lead:
        inline = split_bodies(lead, line.start)
        if inline is None and not PERSON_SIGNS.match(bare(lead)):
            return None
        names.extend(inline or ())
    first = position
    for above in range(position - 1, max(-1, position - 1 - _SIGNATURE_LINES), -1):
        upper = page.lines[indices[above]]
        held = split_bodies(upper.folded, upper.start) if len(upper.folded) < _LONGEST_NAMES else None
        if held is None or ANNEX_HEADING.match(upper.bare):
            names[:0] = _behind_annexes(upper)
            break
        names[:0] = held
        first = above
    absolute = FoundDate(
        line.start + found.start, line.start + found.end, found.value, found.is_valid, found.is_chinese
    )
    confidence = _closing_confidence(page, indices, first, position, bool(names))
    return Closing(indices[first], indices[position], absolute, tuple(names), confidence)


def _behind_annexes(line: Line) -> tuple[tuple[int, int], ...]:
    """The first names of a signature that follow a list of annexes on its line."""
    offset = line.folded.rfind("。") + 1
    text = line.folded[offset:]
    if not text.startswith("附件") or len(text) > GLUED_LENGTH or bare(text) != text:
        return ()
    places = known_names_at_end(text)
    if not places or not _ANNEX_NAME_END.search(text[: places[0][0]]):
        return ()
    begin = line.start + offset
    return tuple((begin + start, begin + end) for start, end in places)


def _date_at_end(line: Line) -> FoundDate | None:
    """The date that ends the line, if nothing but names can stand in front of it."""
    text = line.folded
    if line.bare.endswith(("印发", "印制", "印")) or line.bare.startswith("〔") or METADATA.search(line.bare):
        return None
    dates = list(find_dates(text))
    last = dates[-1] if dates else parse_date(text)
    if last is None or text[last.end :].strip(" 。.、〕日"):
        return None
    return last


def _lead(line: Line) -> str:
    """What stands in front of the date on its line."""
    found = _date_at_end(line)
    return bare(line.folded[: found.start]) if found is not None else ""


def _closing_confidence(page: PageText, indices: Sequence[int], first: int, last: int, named: bool) -> float:
    """How sure we are that a date line closes the letter, from what stands around it."""
    above = page.lines[indices[first - 1]].bare if first else ""
    signed = PERSON_SIGNS.match(above) or PERSON_SIGNS.match(_lead(page.lines[indices[last]]))
    score = 0.45 + (0.35 if named or signed else 0.0)
    below = page.lines[indices[last + 1]].bare if last + 1 < len(indices) else ""
    line = page.lines[indices[last]]
    if above.endswith(("。", "〕", "》", "!")) or ANNEX_HEADING.match(above) or not above:
        score += 0.12
    if not below or _ANNOTATION.match(below) or IMPRINT.match(below) or ANNEX_HEADING.match(below):
        score += 0.2
    elif TITLE_END.search(below) or _CONTACT.search(below):
        score += 0.12
    if line.indent >= 4 or page.lines[indices[last]].after_gap:
        score += 0.08
    return min(score, 0.99)
