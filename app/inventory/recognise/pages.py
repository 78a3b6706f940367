"""Processing sheets in front of or behind a document: 处理单, 拟稿纸, 发文稿纸 (domain: one record, item 3).

Their titles, organs and dates belong to the handling, not to the document; only the disclosure
attribute is read from them.
"""

import re
from collections.abc import Iterator

from app.inventory.recognise.head_lines import is_second_head
from app.inventory.recognise.page_text import Line, PageText

_HEADING = re.compile(
    r"(?:收文|来文|发文|公文|文件|办文|传阅|阅办|呈批|签发|审批|拟办|签批|电报|信访)[^,。:]{0,8}(?:处理单|处理签|办理单|阅办单|传阅单|呈批单|呈批表|审批单|审批表|签发单|签报单|稿纸|拟稿纸|登记单|登记表|会签单|处理笺|处理表)$"
    r"|^[^,。:]{0,24}(?:拟稿纸|发文稿纸|收文处理单|文件处理单|公文处理单|发文单|办文单|发文签|文件传阅单|稿纸|发文稿|文件签批单|发文审批单|公文处理笺|办件处理单)$"
)
_LABELS = (
    "来文机关|来文单位|来文字号|来文号|来文日期|收文日期|收文时间|收文编号|收文号|拟办意见|领导批示|批示|承办(?:单位|部门|结果|情况|意见)?|传阅|拟稿单位|拟稿部门|拟稿人|拟稿|主办单位|核稿|会签|签发|校对"
    "|缮印|印数|打印份数|份数|打字|办理结果|办理情况|处理结果|处理情况|文件标题|标题|主送|阅签|限办时间|主任审核|审核|办公室意见|事由|公开属性|不予公开理由|是否公开|附件"
)
_LABEL = re.compile(rf"(?:^|[\s\t|])(?:{_LABELS})(?:\s?[:]|\s{{2,}}|[\t|]|$)")
_STRONG = re.compile(
    r"来文机关|来文单位|来文字号|收文编号|收文日期|收文号|拟办意见|批示|拟稿|核稿|会签|缮印|承办|传阅"
)
_FIRST_LINES = 60
_LEAST_LABELS = 3
_GAP = 4
_LINES_BEHIND = 8
_LONGEST_LINE = 400


def sheet_spans(page: PageText) -> tuple[tuple[int, int], ...]:
    """Where processing sheets stand, as spans of the text in order."""
    if len(page.extraction.page_starts) > 1:
        return tuple(_by_page(page))
    span = _in_front(page)
    return (span,) if span is not None else ()


def _by_page(page: PageText) -> Iterator[tuple[int, int]]:
    starts = page.extraction.page_starts
    ends = [*starts[1:], len(page.text)]
    lines = list(page.lines)
    position = 0
    for start, end in zip(starts, ends, strict=True):
        inside: list[Line] = []
        while position < len(lines) and lines[position].start < end:
            if lines[position].start >= start:
                inside.append(lines[position])
            position += 1
        if _is_sheet(inside):
            yield start, end


def _is_sheet(lines: list[Line]) -> bool:
    """A sheet has a heading of its kind and labels, or several labels that nothing else has."""
    if not lines or len(lines) > _FIRST_LINES * 2:
        return False
    lines = [line for line in lines if len(line.folded) <= _LONGEST_LINE]
    heading = any(_HEADING.search(line.bare) for line in lines[:6])
    labels = sum(len(_LABEL.findall(line.folded)) for line in lines)
    strong = sum(len(_STRONG.findall(line.folded)) for line in lines if _LABEL.search(line.folded))
    return (heading and labels >= 2) or (labels >= _LEAST_LABELS + 1 and strong >= _LEAST_LABELS)


def _in_front(page: PageText) -> tuple[int, int] | None:
    """Without pages: from a sheet's heading or first label to its last label near the top."""
    lines = [line for line in page.lines[:_FIRST_LINES] if len(line.folded) <= _LONGEST_LINE]
    first = next(
        (i for i, line in enumerate(lines[:15]) if _HEADING.search(line.bare) or _LABEL.search(line.folded)),
        None,
    )
    if first is None:
        return None
    last = first
    for index in range(first, len(lines)):
        if index - last > _GAP:
            break
        if _LABEL.search(lines[index].folded):
            last = index
    if not _is_sheet(lines[first : last + 1]):
        return None
    behind = range(last + 1, min(last + 1 + _LINES_BEHIND, len(lines)))
    last = next((index - 1 for index in behind if is_second_head(lines, index)), last)
    return lines[first].start, lines[last].end
