"""What the text says about its own validity (规范性文件 status)."""

import re

from app.inventory.recognise.outline import Outline

_HEAD_NOTE = re.compile(r"(?:本(?:文|文件|通知|办法|规定)|此件|该文件)?已?(?P<state>废止|失效|宣布失效)$")
_FIELD = re.compile(
    r"(?:有效性|时效性|效力|文件状态|公文时效|效力状态)\s{0,2}:\s{0,4}(?P<state>现行有效|部分失效|部分废止|有效|失效|废止|已废止|已失效|已修改|被替代)"
)
_TERM = re.compile(r"有效期(?:限)?(?:为|至|到)?\s?(?:自[^。,;]{2,40}(?:至|到))?[^。,;]{1,24}(?:年|月|日|止)")
_TAIL = 3000


def validity(outline: Outline) -> str | None:
    """废止, 失效 and the like where a field or a note of the page says so, else a printed term of
    validity (有效期…), else ``None``.
    """
    for index in outline.head:
        line = outline.lines[index]
        field = _FIELD.search(line.folded)
        if field is not None:
            return field["state"]
        note = _HEAD_NOTE.fullmatch(line.bare.strip("〔〕"))
        if note is not None and len(line.bare) <= 16:
            return note["state"]
    return _term(outline)


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
