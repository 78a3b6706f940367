"""GB/T 9704-2012, clause 7: how elements are written and in which order they follow each other."""

import re
from collections.abc import Iterator

from app.domain.document import Element, ElementName
from app.report.publication.faults import Fault, FaultKind, Severity, format_fault, safe
from app.report.publication.page import LaidOut, standard
from app.text.dates import chinese_number, find_dates

_ORDER = (
    ElementName.COPY_NUMBER,
    ElementName.DOCUMENT_NUMBER,
    ElementName.TITLE,
    ElementName.MAIN_RECIPIENTS,
    ElementName.ANNEX_NOTE,
    ElementName.DATED_ON,
    ElementName.ANNOTATION,
    ElementName.COPY_RECIPIENTS,
    ElementName.PRINTED_ON,
)
_TERMS = {
    ElementName.COPY_NUMBER: "份号",
    ElementName.DOCUMENT_NUMBER: "发文字号",
    ElementName.TITLE: "标题",
    ElementName.MAIN_RECIPIENTS: "主送机关",
    ElementName.ANNEX_NOTE: "附件说明",
    ElementName.DATED_ON: "成文日期",
    ElementName.ANNOTATION: "附注",
    ElementName.COPY_RECIPIENTS: "抄送机关",
    ElementName.PRINTED_ON: "印发日期",
}
_NUMBER = re.compile(r"[〔﹝（(\[［【〈<]\s*\d{4}\s*[〕﹞）)\]］】〉>]")
_LEVEL = re.compile(r"^[ \t\u3000]*(?P<number>[一二三四五六七八九十]{1,3})、", re.MULTILINE)
_LEVEL_2_COMMA = re.compile(r"^[ \t\u3000]*（[一二三四五六七八九十]{1,3}）[、，]", re.MULTILINE)
_HALF_BRACKET = re.compile(r"^[ \t\u3000]*\([一二三四五六七八九十]{1,3}\)", re.MULTILINE)
_ANNEX_ITEM = re.compile(r"(?:^|[：:\s])(?P<number>\d{1,2})(?P<mark>[.．、,，])")
_ANNEX_HEADING = re.compile(
    r"^[ \t\u3000]*附\s*件\s*(?P<number>\d{1,2}|[一二三四五六七八九十]{1,2})?\s*[:：]?[ \t\u3000]*$",
    re.MULTILINE,
)
_FIRST_DUTY = "2008-05-01"
_HEAD_LINES, _SIZE_OF_TITLE = 30, 4


def text_faults(page: LaidOut) -> Iterator[Fault]:
    """Everything about the wording and the order of elements."""
    yield from _order(page)
    yield from _number(page)
    yield from _title(page)
    yield from _recipients(page)
    yield from _levels(page)
    yield from _annex_note(page)
    yield from _dates(page)
    yield from _annotation(page)
    yield from _imprint(page)


def missing_faults(page: LaidOut) -> Iterator[Fault]:
    """What a document to be published should have and lacks."""
    elements = page.recognition.elements
    for name, term in ((ElementName.TITLE, "标题"), (ElementName.DATED_ON, "成文日期")):
        if name not in elements:
            yield Fault(FaultKind.MISSING, f"no_{name.value}", f"没有{term}")
    dated = elements.get(ElementName.DATED_ON)
    if ElementName.DISCLOSURE_MARK not in elements and dated is not None and dated.text >= _FIRST_DUTY:
        yield Fault(FaultKind.MISSING, "no_attribute", "没有标注公开属性", severity=Severity.ADVICE)
    yield from _missing_annexes(page)


def _where(page: LaidOut, element: Element) -> str:
    assert element.evidence is not None
    found = page.lines_between(element.evidence.start, element.evidence.end)
    return page.where(found[0]) if found else ""


def _order(page: LaidOut) -> Iterator[Fault]:
    last: tuple[int, ElementName] | None = None
    for name in _ORDER:
        element = page.element(name)
        if element is None or element.evidence is None:
            continue
        if last is not None and element.evidence.start < last[0]:
            text = f"{_TERMS[name]}应在{_TERMS[last[1]]}之后"
            yield format_fault("element_order", text, _where(page, element), element.printed)
            continue
        last = (element.evidence.start, name)


def _number(page: LaidOut) -> Iterator[Fault]:
    element = page.element(ElementName.DOCUMENT_NUMBER)
    if element is None:
        return
    where, printed = _where(page, element), element.printed
    found = _NUMBER.search(printed)
    if found and not (found[0].startswith("〔") and found[0].endswith("〕")):
        yield format_fault("number_brackets", "发文字号的年份应用六角括号〔〕", where, printed)
    if found and re.search(r"^\s*(?:字)?\s*第", printed[found.end() :]):
        yield format_fault("number_word", "发文字号的序号不加“第”字", where, printed)
    if found and re.search(r"^\s*(?:字)?\s*第?\s*[0０]", printed[found.end() :]):
        yield format_fault("number_zero", "发文字号的序号不编虚位", where, printed)


def _title(page: LaidOut) -> Iterator[Fault]:
    """Lines as large as a title, recognised as one or not (7.3.1)."""
    size = standard()["sizes"]["title"]
    for index, line in enumerate(page.layout.lines[:_HEAD_LINES]):
        is_large = line.size is not None and abs(line.size - size) <= _SIZE_OF_TITLE and not line.is_red
        if is_large and page.shown(index).endswith(("。", "；", "，", ".", "：", ":")):
            yield format_fault("title_punctuation", "标题末尾不用标点", page.where(index), line.text)


def _recipients(page: LaidOut) -> Iterator[Fault]:
    element = page.element(ElementName.MAIN_RECIPIENTS)
    if element is None or element.evidence is None:
        return
    behind = page.text[element.evidence.end : element.evidence.end + 2].strip()
    if behind.startswith(":") or element.printed.rstrip().endswith(":"):
        yield format_fault(
            "recipients_colon", "主送机关后应用全角冒号", _where(page, element), element.printed
        )


def _levels(page: LaidOut) -> Iterator[Fault]:
    start, end = page.body
    body = page.text[start:end]
    before = 0
    for found in _LEVEL.finditer(body):
        number = chinese_number(found["number"]) or 0
        if number not in {1, before, before + 1}:
            yield format_fault(
                "heading_sequence",
                f"层次序号由“{before}”跳到“{number}”",
                _line(page, start + found.start()),
                found[0],
            )
        before = number
    for code, pattern, text in (
        ("heading_2_comma", _LEVEL_2_COMMA, "“（一）”之后不加标点"),
        ("heading_2_brackets", _HALF_BRACKET, "“（一）”应用全角括号"),
    ):
        for found in pattern.finditer(body):
            yield format_fault(code, text, _line(page, start + found.start()), found[0])


def _line(page: LaidOut, offset: int) -> str:
    found = page.lines_between(offset, offset + 1) or page.lines_between(offset, offset + 4)
    return page.where(found[0]) if found else ""


def _annex_note(page: LaidOut) -> Iterator[Fault]:
    element = page.element(ElementName.ANNEX_NOTE)
    if element is None:
        return
    where, printed = _where(page, element), element.printed.strip()
    if printed.endswith(("。", "；", "，", ";", ".")):
        yield format_fault("annex_note_end", "附件名称后不加标点", where, printed)
    if any(found["mark"] in "、,，" for found in _ANNEX_ITEM.finditer(printed)):
        yield format_fault("annex_note_number", "附件顺序号后应用“.”，如“1.”", where, printed)


def _missing_annexes(page: LaidOut) -> Iterator[Fault]:
    """More annexes named than there are headings behind the letter; none at all may be separate files."""
    element = page.element(ElementName.ANNEX_NOTE)
    if element is None or element.evidence is None:
        return
    named = len(_ANNEX_ITEM.findall(element.printed)) or 1
    held = len(_ANNEX_HEADING.findall(page.text[element.evidence.end :]))
    if held < named:
        text = f"附件说明列 {named} 件，文中找到 {held} 件"
        severity = Severity.FAULT if held else Severity.ADVICE
        yield Fault(
            FaultKind.MISSING, "no_annex", text, _where(page, element), safe(element.printed)[:30], severity
        )


def _dates(page: LaidOut) -> Iterator[Fault]:
    element = page.element(ElementName.DATED_ON)
    if element is None or not page.is_new_layout:
        return
    where, printed = _where(page, element), element.printed
    if re.search(r"[〇○一二三四五六七八九十]\s*年", printed):
        yield format_fault("date_numerals", "成文日期应用阿拉伯数字", where, printed)
    if re.search(r"(?:年|月)\s*0\d", printed):
        yield format_fault("date_zero", "成文日期的月、日不编虚位", where, printed)
    yield from _false_dates(page)


def _false_dates(page: LaidOut) -> Iterator[Fault]:
    closing = page.parts.closing
    start = page.parts.lines[closing.first].start if closing else max(0, len(page.text) - 600)
    for found in find_dates(page.text[start:]):
        if not found.is_valid:
            at = start + found.start
            yield format_fault(
                "date_false", "日历上没有这一天", _line(page, at), page.text[at : start + found.end]
            )


def _annotation(page: LaidOut) -> Iterator[Fault]:
    element = page.element(ElementName.ANNOTATION) or page.element(ElementName.DISCLOSURE_MARK)
    if element is None or element.evidence is None:
        return
    around = page.text[max(0, element.evidence.start - 1) : element.evidence.end + 1]
    if re.search(r"[(\[【][此本该联信]", around):
        yield format_fault("annotation_brackets", "附注应加全角圆括号", _where(page, element), around.strip())


def _imprint(page: LaidOut) -> Iterator[Fault]:
    copied = page.element(ElementName.COPY_RECIPIENTS)
    if copied is not None and copied.evidence is not None:
        behind = page.text[copied.evidence.start : copied.evidence.end + 1].rstrip()
        if not behind.endswith("。"):
            yield format_fault("copy_end", "抄送机关末尾应用句号", _where(page, copied), copied.printed[-20:])
    printed = page.element(ElementName.PRINTED_ON)
    if (
        printed is not None
        and page.is_new_layout
        and re.search(r"[〇○一二三四五六七八九十]\s*年", printed.printed)
    ):
        yield format_fault(
            "printed_numerals", "印发日期应用阿拉伯数字", _where(page, printed), printed.printed
        )
