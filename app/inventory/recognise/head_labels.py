"""The small elements of 版头 and 主体: urgency, classification, copy number, signatory, notes, annexes."""

import itertools
import re
from collections.abc import Iterator

from app.domain.document import Element, ElementName, Origin
from app.inventory.recognise.elements import evidence, printed_element
from app.inventory.recognise.grammar import GENRES
from app.inventory.recognise.outline import Outline
from app.inventory.recognise.page_text import Line

_FIRST_LINES = 12
_URGENCY = re.compile(
    r"^(?:紧急程度|等级|缓急)?[:\s]{0,3}(?P<value>特\s{0,3}急|加\s{0,3}急|特\s{0,3}提|平\s{0,3}急|急\s{0,3}件)(?:$|[\s·])"
)
_SECURITY = re.compile(
    r"^(?:密级[:\s]{0,3})?(?P<value>[绝机秘]\s{0,3}密\s?(?:[★☆*]\s?(?:\d{1,3}\s?(?:年|个月|月|日|天)|长期|启用前|解密前)?)?)(?:$|\s{2})"
)
_COPY = re.compile(r"^(?:份号[:\s]{0,3}|№\s?|no\.?\s?)?(?P<value>\d{6})$")
_SIGNATORY = re.compile(
    r"签\s?发\s?人\s{0,3}[:]?\s{0,4}(?P<value>[\u3400-\u9fff·]{1,8}(?:\s{1,6}[\u3400-\u9fff·]{1,8}){0,5})\s{0,3}$"
)
_NAMES = re.compile(r"[\u3400-\u9fff·]{1,4}(?:\s{1,6}[\u3400-\u9fff·]{1,4}){0,3}")
_SIGNATORY_LINES = 3
_FAR_RIGHT = 12
_ANNOTATION = re.compile(r"^〔(?P<value>[^〔〕]{3,80}(?:〔[^〔〕]{1,20}〕[^〔〕]{0,40})?)〕$")
_ANNEX_NOTE = re.compile(r"^附\s{0,4}件\s{0,2}[:]\s{0,4}(?P<value>\S)")
_NUMBERED = re.compile(r"^\s{0,8}\d{1,2}\s?[.、]")
_GENRE = re.compile(rf"(?P<value>会议纪要|答复函|{GENRES})(?:〔[^〔〕]{{1,40}}〕){{0,2}}$")
_KIND = re.compile(r"(?P<kind>令|公告|通告)(?:（.{1,12}）|〔\d{4}〕|\d{4}年)?(?:第|\d|$)")
_ANNEX_LINES = 30
_MINUTES_RENAMED = "2012-07"
_NO_GENRES = frozenset(
    {
        "合同",
        "协议",
        "决定书",
        "通知书",
        "告知书",
        "意见书",
        "建议书",
        "任命书",
        "报告书",
        "承诺书",
        "责任书",
        "启事",
        "说明",
        "工作情况",
    }
)
"""Words that end titles of papers which are no official documents by GB/T 9704."""


def _further_signatories(outline: Outline, position: int) -> list[Line]:
    """The lines below the first signatory that hold nothing but names far to the right (7.2.6)."""
    lines = [outline.lines[index] for index in outline.head[position : position + 1 + _SIGNATORY_LINES]]
    return list(itertools.takewhile(_is_names_to_the_right, lines[1:]))


def _is_names_to_the_right(line: Line) -> bool:
    return line.indent >= _FAR_RIGHT and _NAMES.fullmatch(line.folded) is not None


def head_labels(outline: Outline) -> Iterator[tuple[ElementName, Element]]:
    """Urgency, classification, copy number and signatory from the lines above the title."""
    for position, index in enumerate(outline.head):
        line = outline.lines[index]
        if position < _FIRST_LINES:
            yield from _match(outline, line, _URGENCY, ElementName.URGENCY, "urgency-line")
            yield from _match(outline, line, _SECURITY, ElementName.SECURITY_CLASSIFICATION, "security-line")
            yield from _match(outline, line, _COPY, ElementName.COPY_NUMBER, "copy-number-line")
        for name, element in _match(outline, line, _SIGNATORY, ElementName.SIGNATORY, "signatory-line"):
            yield name, _with_further(outline, element, _further_signatories(outline, position))


def _with_further(outline: Outline, element: Element, further: list[Line]) -> Element:
    if not further or element.evidence is None:
        return element
    names = " ".join(
        [element.text, *(_names(outline.page.printed(line.start, line.end)) for line in further)]
    )
    start = element.evidence.start
    return printed_element(outline.page, start, further[-1].end, element.rule, element.confidence, names)


def annotation(outline: Outline) -> Element | None:
    """附注 (7.3.6): the bracketed line below the date, whatever it says."""
    closing = outline.closing
    if closing is None:
        return None
    for line in outline.lines[closing.last + 1 : closing.last + 2]:
        found = _ANNOTATION.match(line.folded)
        if found is not None:
            start = line.start + found.start("value")
            return printed_element(
                outline.page, start, line.start + found.end("value"), "annotation-line", 0.9
            )
    return None


def annex_note(outline: Outline) -> Element | None:
    """附件说明 (7.3.4): from 附件： to the last numbered name in front of the signature."""
    limit = outline.closing.first if outline.closing is not None else len(outline.lines)
    for index in range(max(outline.body, limit - _ANNEX_LINES), limit):
        line = outline.lines[index]
        label = _ANNEX_NOTE.match(line.folded)
        if label is None:
            continue
        last = line
        for following in outline.lines[index + 1 : limit]:
            if not _NUMBERED.match(following.folded):
                break
            last = following
        names = outline.lines[index : outline.lines.index(last, index) + 1]
        value = "；".join("".join(outline.page.printed(n.start, n.end).split()) for n in names)
        value = re.sub(r"^附件[:：]", "", value)
        start = line.start + label.start("value")
        return printed_element(outline.page, start, last.end, "annex-note", 0.9, value)
    return None


def genre(
    outline: Outline, title: Element | None, number: Element | None, dated: Element | None = None
) -> Element | None:
    """文种: the last kind word of the title as the rules in force name it (domain.md 2.1); an order is
    one whatever regulation it publishes, and an announcement without a title is known by its number.
    """
    kind = _kind_of_number(number)
    of_title = _genre_of_title(outline, title, dated) if title is not None else None
    if number is not None and (kind == "命令" or (kind and of_title is None)):
        return Element(kind, "", Origin.DERIVED, number.confidence, number.evidence, "genre-of-number")
    return of_title


def _kind_of_number(number: Element | None) -> str:
    found = _KIND.search(number.text) if number is not None else None
    return {"令": "命令"}.get(found["kind"], found["kind"]) if found is not None else ""


def _genre_of_title(outline: Outline, title: Element, dated: Element | None) -> Element | None:
    if not isinstance(title.value, str):
        return None
    if title.evidence is None or not title.printed:
        return genre_of_title(title, dated)
    text = outline.page.folded[title.evidence.start : title.evidence.end]
    found = _GENRE.search("".join(text.split()))
    if found is None or found["value"] in _NO_GENRES:
        return None
    start = title.evidence.start + max(text.rfind(found["value"][-1]) - len(found["value"]) + 1, 0)
    place = evidence(outline.page, start, start + len(found["value"]))
    printed = outline.page.printed(place.start, place.end)
    value = _statutory(found["value"], dated)
    return Element(value, printed, title.origin, title.confidence, place, "genre-of-title")


def genre_of_title(title: Element, dated: Element | None = None) -> Element | None:
    """文种 of a title that does not stand in a text: made from a file's name, or told by a register."""
    found = _GENRE.search(title.text.replace("（", "〔").replace("）", "〕"))
    if found is None or found["value"] in _NO_GENRES:
        return None
    return Element(
        _statutory(found["value"], dated), "", title.origin, title.confidence, None, "genre-of-title"
    )


def _statutory(word: str, dated: Element | None) -> str:
    """复函 and 答复函 are letters; 纪要 was called 会议纪要 until the rules of July 2012."""
    if word == "会议纪要":
        before = dated is not None and dated.text < _MINUTES_RENAMED
        return word if before else "纪要"
    return "函" if word.endswith("函") else word


def _match(
    outline: Outline, line: Line, pattern: re.Pattern[str], name: ElementName, rule: str
) -> Iterator[tuple[ElementName, Element]]:
    found = pattern.search(line.folded)
    if found is None or "x" in found["value"]:
        return
    start, end = line.start + found.start("value"), line.start + found.end("value")
    value = None
    if name is ElementName.SIGNATORY:
        value = _names(outline.page.printed(start, end))
    yield name, printed_element(outline.page, start, end, rule, 0.92, value)


def _names(printed: str) -> str:
    """Names side by side; a two-character name may be spread by a blank."""
    tokens = printed.split()
    if len(tokens) == 2 and all(len(token) == 1 for token in tokens):
        return "".join(tokens)
    return " ".join(tokens)
