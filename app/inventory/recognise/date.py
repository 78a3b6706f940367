"""成文日期 (GB/T 9704-2012, 7.3.5.4): the closing's date, else one under the title, else a labelled field."""

import re

from app.domain.document import Element, Era, Observation
from app.inventory.recognise.elements import derived_element, evidence, printed_element
from app.inventory.recognise.head_lines import HeadKind
from app.inventory.recognise.outline import Outline
from app.text.dates import FoundDate, find_dates

_LABEL = re.compile(
    r"(?P<label>成文日期|成文时间|发文日期|发文时间|制发日期|生成日期|签发日期)\s{0,3}:\s{0,6}"
)
_FIELD_LENGTH = 24
_OPENING = 24
_MINUTES = re.compile(r"(?:纪要|紀要)(?:[（〔(].{1,10}[)〕）])?$")
_ADOPTED = re.compile(r"通过|批准|公布|发布|颁布|修订|施行")


def dated_on(outline: Outline) -> Element | None:
    """The day the document was made, as exact as the page gives it."""
    closing = outline.closing
    if closing is not None and closing.date is not None and closing.confidence >= 0.5:
        return _element(outline, closing.date, "closing-date", closing.confidence)
    return _under_title(outline) or _labelled(outline)


def day_of_meeting(outline: Outline, title: Element | None) -> Element | None:
    """Minutes without a date of their own are dated by the meeting that their first sentence names."""
    if title is None or not _MINUTES.search(title.text):
        return None
    for line in outline.lines[max(0, outline.body - 2) : outline.body + 2]:
        found = next(find_dates(line.folded[:_OPENING]), None)
        if found is not None and found.has_day and not found.start and "会" in line.bare:
            at = evidence(outline.page, line.start + found.start, line.start + found.end)
            return derived_element(found.value, "day-of-meeting", 0.6, at=at)
    return None


def printed_on_as_date(printed_on: Element | None) -> Element | None:
    """Where nothing else dates the document, the day of printing stands for it, marked as derived."""
    if printed_on is None or not isinstance(printed_on.value, str):
        return None
    return derived_element(printed_on.value, "date-from-imprint", 0.5, at=printed_on.evidence)


def year_observation(dated: Element | None, number: Element | None) -> Observation | None:
    """A number of another year than the date's, more than a turn of the year apart."""
    if (
        dated is None
        or number is None
        or not isinstance(number.value, str)
        or not isinstance(dated.value, str)
    ):
        return None
    year = re.search(r"(?:19|20)\d\d", number.value)
    if year is None or abs(int(year[0]) - int(dated.value[:4])) == 0:
        return None
    distance = abs(int(year[0]) - int(dated.value[:4]))
    kind = "year_turn" if distance == 1 else "year_mismatch"
    return Observation(
        kind, f"发文字号的年份（{year[0]}）与成文日期（{dated.value}）不一致，请核对。", dated.evidence
    )


def invalid_date_observation(outline: Outline) -> Observation | None:
    """A closing date that no calendar has, such as 2月30日."""
    closing = outline.closing
    if closing is None or closing.date is None or closing.date.is_valid:
        return None
    place = evidence(outline.page, closing.date.start, closing.date.end)
    return Observation("invalid_date", "成文日期在日历上不存在，请核对原件。", place)


def era_of_date(outline: Outline) -> Era:
    """Chinese numerals in the closing speak for the rules before 2012, typed digits for those after."""
    if outline.closing is None or outline.closing.date is None:
        return Era.UNKNOWN
    return Era.GB_1999 if outline.closing.date.is_chinese else Era.GB_2012


def _element(outline: Outline, found: FoundDate, rule: str, confidence: float) -> Element:
    return printed_element(outline.page, found.start, found.end, rule, confidence, found.value)


def _under_title(outline: Outline) -> Element | None:
    for index, kind in zip(outline.head, outline.kinds, strict=True):
        line = outline.page.lines[index]
        if kind not in {HeadKind.DATE, HeadKind.NUMBER}:
            continue
        found = next(find_dates(outline.page.folded, line.start, line.end), None)
        if found is not None:
            sure = 0.7 if _ADOPTED.search(line.bare) else 0.8
            return _element(outline, found, "date-under-title", sure)
    return None


def _labelled(outline: Outline) -> Element | None:
    """A field of a web copy; its value stands behind the label or on the line below."""
    for position, index in enumerate(outline.head):
        line = outline.page.lines[index]
        label = _LABEL.search(line.folded)
        if label is None:
            continue
        start = line.start + label.end()
        end = min(line.end, start + _FIELD_LENGTH)
        if label.end() == len(line.folded) and position + 1 < len(outline.head):
            end = outline.page.lines[outline.head[position + 1]].start + _FIELD_LENGTH
        found = next(find_dates(outline.page.folded, start, end), None)
        if found is not None:
            return _of_field(outline, found, label["label"])
    return None


def _of_field(outline: Outline, found: FoundDate, label: str) -> Element:
    """A field 成文日期 says it; 发文日期 and the like are only near it, so the value is derived."""
    if label.startswith("成文"):
        return _element(outline, found, "labelled-date", 0.75)
    place = evidence(outline.page, found.start, found.end)
    return derived_element(found.value, "labelled-date", 0.6, at=place)
