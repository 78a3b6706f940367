"""GB/T 9704-2012, clauses 5 and 7: paper, margins, fonts, sizes and places of the elements."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.domain.document import ElementName
from app.formats.page_format import Alignment, FormatLine, Margins
from app.report.publication.faults import Fault, FaultKind, Severity, format_fault
from app.report.publication.page import LaidOut, is_font, standard

_LEVEL_1 = re.compile(r"^\s*[一二三四五六七八九十]{1,3}、")
_LEVEL_2 = re.compile(r"^\s*（[一二三四五六七八九十]{1,3}）")
_INDENT_LEAST, _INDENT_MOST = 24, 48
_TEXT_CENTRE_MM, _CENTRE_TOLERANCE_MM = 106, 5
_DATE_FROM_LEFT_MM = 80
_LONGEST_HEADING = 36
_PAGE_NUMBER = re.compile(r"^\s*(?:[—–－-]\s*\d+\s*[—–－-]|\d+)\s*$")
_HEAD = re.compile(r"(?:文件|人民政府|委员会|办公[室厅]|[局厅])$")


def page_faults(page: LaidOut) -> Iterator[Fault]:
    """Everything about paper, type and place."""
    yield from _paper(page)
    yield from _measured_margins(page) if page.layout.is_measured else _declared_margins(page)
    yield from _head(page)
    yield from _title(page)
    yield from _number(page)
    yield from _recipients(page)
    yield from _body(page)
    yield from _closing(page)
    yield from _imprint(page)
    yield from _page_numbers(page)


def _paper(page: LaidOut) -> Iterator[Fault]:
    want = standard()["page"]
    sizes = [(1, *page.layout.size), *page.layout.other_sizes]
    for number, width, height in sizes:
        if width and (
            abs(width - want["width"]) > want["tolerance"] or abs(height - want["height"]) > want["tolerance"]
        ):
            text = f"纸张 {width:.0f}×{height:.0f} 毫米，应为 A4（210×297）"
            yield format_fault("paper", text, f"第{number}页")


def _declared_margins(page: LaidOut) -> Iterator[Fault]:
    want, margins = standard()["page"], page.layout.margins
    if margins is None:
        return
    for side, term in (("top", "天头"), ("right", "右白边"), ("bottom", "下白边"), ("left", "订口")):
        value = getattr(margins, side)
        if abs(value - want[side]) > want["margin_tolerance"]:
            yield format_fault(
                f"margin_{side}", f"{term} {value:.1f} 毫米，应为 {want[side]} 毫米", "页面设置"
            )


def _measured_margins(page: LaidOut) -> Iterator[Fault]:
    want, limits, margins = standard()["page"], standard()["measured"], page.layout.margins
    if margins is None:
        return
    for code, term, is_wrong in _measured(margins, want["left"], limits):
        if is_wrong:
            value = getattr(margins, code)
            yield format_fault(f"margin_{code}", f"{term}约 {value:.1f} 毫米，应为 {want[code]} 毫米", "版面")


def _measured(margins: Margins, left: float, limits: dict[str, float]) -> Iterator[tuple[str, str, bool]]:
    yield "top", "天头", margins.top < limits["top_least"]
    yield "right", "右白边", not limits["right_least"] <= margins.right <= limits["right_most"]
    yield "bottom", "下白边", margins.bottom < limits["bottom_least"]
    yield "left", "订口", abs(margins.left - left) > limits["left_tolerance"]


def _head(page: LaidOut) -> Iterator[Fault]:
    """发文机关标志 (7.2.4): the largest line above number and title."""
    below = [*page.lines_of(ElementName.DOCUMENT_NUMBER), *page.lines_of(ElementName.TITLE)]
    above = range(min(below)) if below else range(0)
    marks = [n for n in above if _is_head(page, n)]
    for index in marks:
        line = page.layout.lines[index]
        if not line.is_red:
            yield format_fault("head_colour", "发文机关标志应为红色", page.where(index), line.text)
        if is_font(line.font, "小标宋") is False:
            yield format_fault(
                "head_font", f"发文机关标志用{line.font}，推荐小标宋体", page.where(index), line.text
            )
        if not _is_centred(line):
            yield format_fault("head_place", "发文机关标志应居中", page.where(index), line.text)


def _is_head(page: LaidOut, index: int) -> bool:
    line = page.layout.lines[index]
    text = line.text.replace(" ", "").replace("\u3000", "")
    title_size = standard()["sizes"]["title"]
    return bool(_HEAD.search(text)) and len(text) <= 40 and (line.size or 0) > title_size + 2


def _title(page: LaidOut) -> Iterator[Fault]:
    for index in page.lines_of(ElementName.TITLE):
        line = page.layout.lines[index]
        yield from _size(page, index, "title", "标题", "二号")
        if is_font(line.font, "小标宋") is False:
            yield format_fault("title_font", f"标题用{line.font}，应为小标宋体", page.where(index), line.text)
        if not _is_centred(line):
            yield format_fault("title_place", "标题应居中", page.where(index), line.text)


def _number(page: LaidOut) -> Iterator[Fault]:
    for index in page.lines_of(ElementName.DOCUMENT_NUMBER)[:1]:
        line = page.layout.lines[index]
        yield from _size(page, index, "body", "发文字号", "三号", "number")
        if is_font(line.font, "仿宋") is False:
            yield format_fault(
                "number_font", f"发文字号用{line.font}，应为仿宋体", page.where(index), line.text
            )


def _recipients(page: LaidOut) -> Iterator[Fault]:
    for index in page.lines_of(ElementName.MAIN_RECIPIENTS)[:1]:
        line = page.layout.lines[index]
        yield from _size(page, index, "body", "主送机关", "三号", "recipients")
        is_indented = (line.first_indent or 0) > 8 or line.text.startswith(("\u3000", "  "))
        if line.left is not None:
            is_indented = line.left > standard()["page"]["left"] + 5
        if is_indented or line.alignment is Alignment.RIGHT:
            yield format_fault("recipients_place", "主送机关应居左顶格", page.where(index), line.text)


def _body(page: LaidOut) -> Iterator[Fault]:
    recipients = set(page.lines_of(ElementName.MAIN_RECIPIENTS))
    for index in page.lines_between(*page.body):
        line = page.layout.lines[index]
        if line.is_in_table or index in recipients or len(page.shown(index)) < 2:
            continue
        yield from _size(page, index, "body", "正文", "三号")
        yield from _body_font(page, index)
        if line.colour != (0, 0, 0) and max(line.colour) > 90:
            yield format_fault("body_colour", "正文应为黑色", page.where(index), line.text)
        yield from _body_indent(page, index)


def _body_font(page: LaidOut, index: int) -> Iterator[Fault]:
    line = page.layout.lines[index]
    if line.font is None:
        return
    if _LEVEL_1.match(line.text):
        is_heading = len(page.shown(index)) <= _LONGEST_HEADING and not set(line.text) & set("。；：")
        if not is_font(line.font, "黑体") and (is_heading or not is_font(line.font, "仿宋")):
            yield format_fault(
                "heading_1_font", f"一级标题用{line.font}，应为黑体", page.where(index), line.text
            )
    elif _LEVEL_2.match(line.text):
        if not (is_font(line.font, "楷体") or is_font(line.font, "仿宋")):
            yield format_fault(
                "heading_2_font", f"二级标题用{line.font}，应为楷体", page.where(index), line.text
            )
    elif not is_font(line.font, "仿宋"):
        yield format_fault("body_font", f"正文用{line.font}，应为仿宋体", page.where(index), line.text)


def _body_indent(page: LaidOut, index: int) -> Iterator[Fault]:
    line = page.layout.lines[index]
    if line.first_indent is None or line.alignment in {Alignment.CENTRE, Alignment.RIGHT}:
        return
    leading = len(line.text) - len(line.text.lstrip(" \u3000\t"))
    if not _INDENT_LEAST <= line.first_indent <= _INDENT_MOST and leading < 2:
        yield format_fault("body_indent", "正文每个自然段应左空二字", page.where(index), line.text)


def _closing(page: LaidOut) -> Iterator[Fault]:
    lines = page.lines_of(ElementName.DATED_ON)
    if not lines or page.parts.closing is None or page.parts.closing.date is None:
        return
    start = page.parts.closing.date.start
    for index in [n for n in lines if page.starts[n] <= start][-1:]:
        line = page.layout.lines[index]
        if len(page.shown(index)) > 20:
            continue
        yield from _size(page, index, "body", "成文日期", "三号", "date")
        if not _is_on_the_right(line):
            yield format_fault("date_place", "成文日期应在右侧", page.where(index), line.text)


def _is_on_the_right(line: FormatLine) -> bool:
    if line.left is not None:
        return line.left > _DATE_FROM_LEFT_MM
    leading = len(line.text) - len(line.text.lstrip(" \u3000\t"))
    return (
        line.alignment in {Alignment.RIGHT, Alignment.CENTRE} or leading > 6 or (line.first_indent or 0) > 120
    )


def _imprint(page: LaidOut) -> Iterator[Fault]:
    """版记 (7.4); 三号 was right until 2012 and is still met, so that it is only pointed out."""
    if not page.is_new_layout:
        return
    for name, term in ((ElementName.COPY_RECIPIENTS, "抄送机关"), (ElementName.PRINTED_ON, "印发日期")):
        for index in page.lines_of(name)[:1]:
            for fault in _size(page, index, "imprint", term, "四号"):
                is_old = page.layout.lines[index].size == standard()["sizes"]["body"]
                yield replace(fault, severity=Severity.ADVICE) if is_old else fault


def _page_numbers(page: LaidOut) -> Iterator[Fault]:
    for line in page.layout.footers[:1]:
        if not _PAGE_NUMBER.match(line.text.replace(" ", "")):
            yield format_fault("page_number_form", "页码应为“— 1 —”形式", "页脚", line.text)
        elif line.size is not None and abs(line.size - 14) > 1.1:
            yield format_fault(
                "page_number_size", f"页码 {line.size:g} 磅，应为四号（14 磅）", "页脚", line.text
            )
    if not page.layout.footers:
        yield Fault(FaultKind.FORMAT, "page_number_missing", "没有页码", "页脚", severity=Severity.ADVICE)


def _size(page: LaidOut, index: int, key: str, term: str, name: str, code: str = "") -> Iterator[Fault]:
    sizes, line = standard()["sizes"], page.layout.lines[index]
    if line.size is not None and abs(line.size - sizes[key]) > sizes["tolerance"]:
        text = f"{term}字号 {line.size:g} 磅，应为{name}（{sizes[key]} 磅）"
        yield format_fault(f"{code or key}_size", text, page.where(index), line.text)


def _is_centred(line: FormatLine) -> bool:
    if line.left is not None and line.right is not None:
        middle = (line.left + line.right) / 2
        return abs(middle - _TEXT_CENTRE_MM) <= _CENTRE_TOLERANCE_MM
    return line.alignment is Alignment.CENTRE
