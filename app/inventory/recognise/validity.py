"""What the text says about its own validity (规范性文件 status)."""

import re
from collections.abc import Iterator

from app.inventory.recognise.outline import Outline
from app.inventory.recognise.page_text import Line

_OVER = "废止|失效|作废"
_NOTE = re.compile(
    rf"(?:(?:本|此|该)(?:文件|公文|通知|通告|办法|规定|意见|文|件))?(?:已?于?\d{{4}}年\d{{1,2}}月\d{{1,2}}日起?)?(?:已经?)?(?:被|宣布)?(?P<state>{_OVER})"
)
_BEHIND_TITLE = re.compile(rf"〔(?:已经?|现)?(?P<state>{_OVER})〕$")
_FIELD = re.compile(
    r"(?:有效性|时效性|效力|文件状态|公文时效|效力状态|有效状态)\s{0,4}[:\t]\s{0,4}(?P<state>现行有效|继续有效|部分失效|部分废止|有效|失效|废止|作废|已废止|已失效|已修改|被替代|尚未生效)"
)
_QUESTION = re.compile(r"是否有效\s{0,4}[:\t]\s{0,4}(?P<answer>是|否)")
_TERM = re.compile(
    r"(?:有效期|试行期)(?:限)?[为至到:]?\s?(?:自[^。,;]{2,40}(?:至|到))?[^。,;]{1,24}(?:年|月|日|止)"
)
_LONGEST_NOTE = 30
_LINES_BEHIND = 4
_TAIL = 3000


def validity(outline: Outline) -> str | None:
    """废止, 失效 and the like where a field or a note of the page says so, else a printed term of
    validity (有效期…), else ``None``.
    """
    for index in outline.head:
        state = _of_field(outline.lines[index]) or _of_note(outline.lines[index])
        if state is not None:
            return state
    return next(filter(None, map(_of_note, _behind(outline))), None) or _term(outline)


def _of_field(line: Line) -> str | None:
    field = _FIELD.search(line.folded)
    if field is not None:
        return field["state"]
    question = _QUESTION.search(line.folded)
    if question is None:
        return None
    return "有效" if question["answer"] == "是" else "失效"


def _of_note(line: Line) -> str | None:
    note = _NOTE.fullmatch(line.bare.strip("〔〕")) if len(line.bare) <= _LONGEST_NOTE else None
    note = note or _BEHIND_TITLE.search(line.bare)
    return note["state"] if note is not None else None


def _behind(outline: Outline) -> Iterator[Line]:
    """The lines below the closing, where a note may have been added later."""
    if outline.closing is not None:
        yield from outline.lines[outline.limit : outline.limit + _LINES_BEHIND]


def _term(outline: Outline) -> str | None:
    page = outline.page
    closing = outline.closing
    places = [(max(0, len(page.folded) - _TAIL), len(page.folded))]
    if closing is not None:
        end = outline.lines[closing.first].start
        places.insert(0, (max(0, end - _TAIL), end))
    for start, end in places:
        found = _TERM.search(page.folded, start, end)
        if found is not None:
            return "".join(page.printed(found.start(), found.end()).split())
    return None
