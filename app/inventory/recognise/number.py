"""发文字号: the document's own number, told apart from every number it cites (GB/T 9704-2012, 7.2.5)."""

import itertools
import re
from collections.abc import Iterator, Sequence

from app.domain.document import Element
from app.inventory.recognise.bodies import split_bodies
from app.inventory.recognise.elements import printed_element, without_blanks
from app.inventory.recognise.grammar import TITLE_END
from app.inventory.recognise.head_lines import (
    LONE_SERIAL,
    NTH_ORDER,
    ORDER_KINDS,
    WITHOUT_YEAR,
    HeadKind,
    is_number_line,
    is_second_head,
)
from app.inventory.recognise.outline import Outline
from app.inventory.recognise.page_text import Line, PageText, bare
from app.text.document_number import UNIFIED, FoundNumber, find_numbers, parse_number

_LABEL = re.compile(
    r"(?:发文字号|发文文号|发布文号|发文号|文\s{0,6}(?:件\s{0,6})?号|字\s{0,6}号|文件编号|编\s{0,6}号)\s{0,3}(?::\s{0,6}|\t\s{0,4}|〕\s{0,6})"
)
_SHEET_LABEL = re.compile(r"(?:(?<!收文)字\s{0,6}号|文\s{0,6}号|来文号)\s{0,3}(?::\s{0,6}|\t\s{0,4}|\s{2,8})")
_FOREIGN_LABEL = re.compile(r"(?:来文|收文)\s?$")
_YEARLY = re.compile(
    r"(?:[\u4e00-\u9fff]{2,10}[发办函字政])?\s?(?:19|20)\d\d\s?年\s?第\s{0,2}\d{1,4}\s{0,2}号"
)
"""Announcements are often numbered by the year alone: 2021年第1号; some offices left out the brackets."""
_ORDER_BEFORE = re.compile(r"(?:令|公告|通告|命令〔令〕)$")
_IN_TITLE = re.compile(r"〔(?P<inner>[^〔〕]{1,30}〔\d{4}〕[^〔〕]{1,14}号)〕$")
_FIELD_LENGTH = 60
_HEAD_IN_BOX = 3
_NO_PLACEHOLDER = re.compile(r"[x×＊*]{2,}")


def own_number(outline: Outline, sheets: Sequence[tuple[int, int]] = ()) -> Element | None:
    """The number printed for this document, or ``None``; a cited number is never an answer.

    ``sheets``: spans of processing sheets, whose field 文号 counts where the document itself has none.
    """
    for candidate in itertools.chain(_candidates(outline), _on_sheet(outline.page, sheets)):
        if not _NO_PLACEHOLDER.search(candidate.printed.lower()):
            return candidate
    return None


def unified_number(page: PageText) -> Element | None:
    """统一编号 of an administrative normative document (such as ZJSP01-2020-0005), printed on its own."""
    for line in page.lines:
        found = UNIFIED.search(page.printed(line.start, line.end)) if len(line.folded) < 200 else None
        if found is not None and "《" not in line.folded:
            start = line.start + found.start()
            value = f"{found['code']}-{found['year']}-{found['serial']}"
            return printed_element(page, start, line.start + found.end(), "unified-number", 0.95, value)
    return None


def _candidates(outline: Outline) -> Iterator[Element]:
    page = outline.page
    for position, (index, kind) in enumerate(zip(outline.head, outline.kinds, strict=True)):
        line = page.lines[index]
        if kind is HeadKind.NUMBER:
            yield from _on_line(outline, position, line)
    yield from _labelled(outline)
    yield from _in_brackets_behind_title(outline)
    yield from _in_front_of_body(outline)
    yield from _telegram_number(outline)
    yield from _without_code(outline)
    yield from _behind_the_letter(outline)
    yield from _serial_alone(outline)


def _on_line(outline: Outline, position: int, line: Line) -> Iterator[Element]:
    page = outline.page
    found = next(find_numbers(page.text, line.start, line.end), None)
    yearly = _YEARLY.search(line.folded)
    if found is None and yearly is not None:
        start, end = line.start + yearly.start(), line.start + yearly.end()
        yield printed_element(page, start, end, "yearly-number", 0.85)
        return
    if found is None and WITHOUT_YEAR.fullmatch(line.bare):
        yield printed_element(page, line.start, line.end, "number-without-year", 0.85)
        return
    if found is None:
        yield from _nth_order(page, line)
        yield from _order_number(outline, position, line)
        return
    if not found.series and position:
        yield from _order_number(outline, position, line)
        return
    start = found.start
    exact = parse_number(page.printed(line.start, found.end))
    value = exact.canonical if exact is not None else found.canonical
    if exact is not None:
        start = line.start + exact.start
    names = page.folded[line.start : found.start]
    if found.series.endswith(ORDER_KINDS) and names.strip() and split_bodies(names):
        value = without_blanks(page.printed(line.start, found.start)) + found.canonical
        yield printed_element(page, line.start, found.end, "joint-order-number", 0.9, value)
        return
    if _bare_order(found) and position:
        yield from _order_number(outline, position, line)
        return
    yield printed_element(page, start, found.end, "number-on-its-line", 0.97, value)


def _nth_order(page: PageText, line: Line) -> Iterator[Element]:
    """某县人民政府第8号令, in the form in which the other orders are written."""
    found = NTH_ORDER.fullmatch(line.bare)
    if found is not None:
        printed = without_blanks(page.printed(line.start, line.end))
        value = (
            printed[: found.end("body")] + printed[found.end("nth") :] + printed[slice(*found.span("nth"))]
        )
        yield printed_element(page, line.start, line.end, "order-number", 0.9, value)


def _serial_alone(outline: Outline) -> Iterator[Element]:
    """第8号, where the mark above it is lost or no order's."""
    for index, kind in zip(outline.head, outline.kinds, strict=True):
        line = outline.lines[index]
        if kind is HeadKind.NUMBER and LONE_SERIAL.fullmatch(line.bare):
            value = _number_part(outline.page, line)
            yield printed_element(outline.page, line.start, line.end, "serial-alone", 0.6, value)


def _bare_order(found: FoundNumber) -> bool:
    return found.series in {"令", "公告", "通告"}


def _order_number(outline: Outline, position: int, line: Line) -> Iterator[Element]:
    """令 and 公告: the mark names the body and the kind, the next line the number."""
    marks: list[Line] = []
    for index, kind in zip(outline.head[:position][::-1], outline.kinds[:position][::-1], strict=True):
        if kind is not HeadKind.MARK and not (marks and kind is HeadKind.TEXT):
            break
        marks.insert(0, outline.page.lines[index])
    if not marks or not _ORDER_BEFORE.search(marks[-1].bare):
        return
    page = outline.page
    first = last = marks[-1]
    if last.bare in ORDER_KINDS:
        named = itertools.takewhile(lambda mark: split_bodies(mark.folded), reversed(marks[:-1]))
        first = min([last, *named], key=lambda mark: mark.start)
    value = without_blanks(page.printed(first.start, last.end)) + _number_part(page, line)
    yield printed_element(page, first.start, line.end, "order-number", 0.93, value)


def _number_part(page: PageText, line: Line) -> str:
    found = next(find_numbers("公告" + page.printed(line.start, line.end)), None)
    if found is not None:
        return found.canonical.removeprefix("公告")
    return without_blanks(page.printed(line.start, line.end)).strip("（）()〔〕[]")


def _labelled(outline: Outline) -> Iterator[Element]:
    """A labelled field of a web copy; its value stands behind the label or on the line below."""
    page = outline.page
    for position, index in enumerate(outline.head):
        line = page.lines[index]
        for label in _LABEL.finditer(line.folded):
            if _FOREIGN_LABEL.search(line.folded[: label.start()]):
                continue
            start = line.start + label.end()
            end = min(line.end, start + _FIELD_LENGTH)
            if label.end() == len(line.folded) and position + 1 < len(outline.head):
                end = page.lines[outline.head[position + 1]].start + _FIELD_LENGTH
            yearly = _YEARLY.match(page.folded, start, end)
            if yearly is not None:
                yield printed_element(page, start, yearly.end(), "labelled-number", 0.85)
            found = next(find_numbers(page.text, start, end), None)
            if found is not None and not page.folded[start : found.start].strip(" \n〔"):
                yield printed_element(page, found.start, found.end, "labelled-number", 0.93, found.canonical)


def _on_sheet(page: PageText, sheets: Sequence[tuple[int, int]]) -> Iterator[Element]:
    """文号 of an issue sheet, 来文字号 of the sheet of an incoming document."""
    for line in page.lines:
        if not any(start <= line.start < end for start, end in sheets):
            continue
        for label in _SHEET_LABEL.finditer(line.folded):
            start = line.start + label.end()
            found = next(find_numbers(page.text, start, min(line.end, start + _FIELD_LENGTH)), None)
            if found is not None and found.series and found.start == start:
                yield printed_element(page, start, found.end, "number-on-sheet", 0.7, found.canonical)


def _in_brackets_behind_title(outline: Outline) -> Iterator[Element]:
    page = outline.page
    for index, kind in zip(outline.head, outline.kinds, strict=True):
        line = page.lines[index]
        match = _IN_TITLE.search(line.folded)
        if kind is not HeadKind.TEXT or match is None:
            continue
        before = bare(line.folded[: match.start()])
        if TITLE_END.search(before) and not before.endswith("》"):
            start, end = line.start + match.start("inner"), line.start + match.end("inner")
            found = parse_number(page.printed(start, end))
            if found is not None:
                yield printed_element(page, start, end, "number-behind-title", 0.85, found.canonical)


def _telegram_number(outline: Outline) -> Iterator[Element]:
    """明电: the number stands on one line with the degree of urgency and the sender's register."""
    for index, kind in zip(outline.head, outline.kinds, strict=True):
        line = outline.page.lines[index]
        if kind is not HeadKind.LABEL or "电" not in line.bare:
            continue
        found = next(find_numbers(outline.page.text, line.start, line.end), None)
        if found is not None and found.series:
            yield printed_element(
                outline.page, found.start, found.end, "telegram-number", 0.9, found.canonical
            )


def _without_code(outline: Outline) -> Iterator[Element]:
    """Minutes: the year and number of the issue below the mark (〔2020〕5号)."""
    for index, kind in zip(outline.head, outline.kinds, strict=True):
        line = outline.page.lines[index]
        if kind is not HeadKind.NUMBER:
            continue
        found = next(find_numbers(outline.page.text, line.start, line.end), None)
        if found is not None and not found.series and found.year is not None:
            yield printed_element(outline.page, found.start, found.end, "issue-number", 0.8, found.canonical)


def _behind_the_letter(outline: Outline) -> Iterator[Element]:
    """Word processors keep text boxes behind the text: a red head that nothing follows is this letter's."""
    closing = outline.closing
    if closing is not None and closing.last + 1 < len(outline.lines):
        yield from _below_the_date(outline, outline.lines[closing.last + 1])
    first = max(outline.limit, len(outline.lines) - _HEAD_IN_BOX)
    for index in range(first, len(outline.lines)):
        if is_second_head(outline.lines, index):
            found = next(find_numbers(outline.page.text, outline.lines[index].end), None)
            if found is not None and found.series:
                yield printed_element(
                    outline.page, found.start, found.end, "number-in-box", 0.75, found.canonical
                )


def _below_the_date(outline: Outline, line: Line) -> Iterator[Element]:
    """Some sites print the number at the foot, on a line of its own below the date."""
    found = next(find_numbers(outline.page.text, line.start, line.end), None)
    if found is not None and found.series and found.year is not None and is_number_line(line):
        yield printed_element(outline.page, found.start, found.end, "number-at-foot", 0.75, found.canonical)


def _in_front_of_body(outline: Outline) -> Iterator[Element]:
    """A number line between title and first sentence that the head ended before."""
    page = outline.page
    for index in range(outline.body, min(outline.body + 2, len(page.lines))):
        line = page.lines[index]
        if is_number_line(line) and not outline.recipients and index == outline.body:
            found = next(find_numbers(page.text, line.start, line.end), None)
            if found is not None and found.series:
                yield printed_element(
                    page, found.start, found.end, "number-on-its-line", 0.8, found.canonical
                )
