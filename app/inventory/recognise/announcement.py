"""Announcements (公告, 通告) that have no title but the body's name, the kind and the number.

Such a document is cited, catalogued and listed by that heading: 某县人民政府公告〔2022〕第5号.
"""

import re

from app.domain.document import Element
from app.inventory.recognise.bodies import split_bodies
from app.inventory.recognise.elements import derived_element, evidence, printed_element, without_blanks
from app.inventory.recognise.head_lines import HeadKind
from app.inventory.recognise.outline import Outline
from app.inventory.recognise.page_text import Line
from app.text.document_number import find_numbers

_KIND = re.compile(r"\s{0,4}(?:公\s{0,4}告|通\s{0,4}告)$")
_MATTER = re.compile(r"〔[^〔〕]{2,60}(?:〔[^〔〕]{1,30}〕[^〔〕]{0,30})?〕")

_BRACKETS = str.maketrans("（）()[]【】", "〔〕〔〕〔〕〔〕")


def announcement_heading(outline: Outline) -> Element | None:
    """The line that names body, kind and number, as printed; made of two where the number stands below."""
    for position, (index, kind) in enumerate(zip(outline.head, outline.kinds, strict=True)):
        line = outline.lines[index]
        if kind is HeadKind.NUMBER and _names_its_body(outline, line):
            return _numbered(outline, position, line)
        if kind is HeadKind.MARK and _KIND.search(line.folded):
            return _marked(outline, position, line)
    return None


def _names_its_body(outline: Outline, line: Line) -> bool:
    """Whether the number on the line is an announcement's that begins with the names of bodies."""
    found = next(find_numbers(outline.page.folded, line.start, line.end), None)
    if found is None or not found.series.endswith(("公告", "通告")):
        return False
    before = outline.page.folded[line.start : found.start] + found.series[:-2]
    return bool(split_bodies(before.strip()))


def _numbered(outline: Outline, position: int, line: Line) -> Element:
    """The line, with the matter in brackets behind it."""
    end = line.end
    if position + 1 < len(outline.head):
        behind = outline.lines[outline.head[position + 1]]
        on_the_line = "\n" not in outline.page.text[line.end : behind.start]
        end = behind.end if on_the_line and _MATTER.fullmatch(behind.folded) else end
    return printed_element(outline.page, line.start, end, "announcement-heading", 0.7)


def _marked(outline: Outline, position: int, line: Line) -> Element | None:
    """The mark 某县人民政府公告, or 公告 with the body on the line above, and the number below it."""
    name = _KIND.sub("", line.folded)
    start = line.start
    if not name and position and outline.kinds[position - 1] is HeadKind.TEXT:
        above = outline.lines[outline.head[position - 1]]
        name, start = above.folded, above.start
    if not name or not split_bodies(name):
        return None
    heading = without_blanks(outline.page.printed(start, line.end))
    below = outline.kinds[position + 1 : position + 2]
    number = outline.lines[outline.head[position + 1]] if below == (HeadKind.NUMBER,) else None
    end = number.end if number is not None else line.end
    at = evidence(outline.page, start, end)
    return derived_element(heading + _in_its_form(outline, number), "announcement-heading", 0.6, at=at)


def _in_its_form(outline: Outline, number: Line | None) -> str:
    """〔2022〕第5号 follows the kind at once, 2022年第5号 in brackets."""
    if number is None:
        return ""
    printed = without_blanks(outline.page.printed(number.start, number.end))
    return printed.translate(_BRACKETS) if number.folded.startswith("〔") else f"（{printed}）"
