"""规范性文件清理 (谁制定谁清理): status with evidence, what supersedes what, lists to keep, amend, repeal.

Evidence is what documents say: a later document's 同时废止, a clean-up list, a term of validity. What
no document says stays 待定 for a person; nothing here decides.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.document import DocumentRole
from app.report.tables import Report, Table, numbered
from app.store.report_rows import HeldDocument
from app.text.dates import find_dates

NAME = "validity"
_NORMATIVE = re.compile(r"(?:办法|规定|细则|意见|规则|决定|通告|政策|标准)(?:（(?:试行|暂行)）)?(?:的通知)?$")
_NOT_NORMATIVE = re.compile(r"任免|表彰|会议|提案|建议的|批复|工作分工|应急预案|要点|考核任务|复函")
_YEARS = re.compile(r"(?:为|期)?\s*(?P<years>\d{1,2}|[一二两三四五六七八九十])\s*年")
_YEARS_OF = {
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "十": 10,
}
_TRIAL = re.compile("试行|暂行")
_SAYS_REPEALED = ("废止", "已废止", "失效", "已失效", "宣布失效", "被替代")
_ORDINARY_YEARS, _TRIAL_YEARS = 5, 2
"""Longest terms where a text states none (沪府令17号, 2019); elsewhere a reason to look, no more."""


class ValidityStatus(StrEnum):
    """有效性; the values are names used in exports."""

    IN_FORCE = "in_force"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    REPEALED = "repealed"
    AMENDED = "amended"
    UNCLEAR = "unclear"


STATUS_TERMS = {
    ValidityStatus.IN_FORCE: "有效",
    ValidityStatus.EXPIRING: "即将到期",
    ValidityStatus.EXPIRED: "到期失效",
    ValidityStatus.REPEALED: "废止",
    ValidityStatus.AMENDED: "已修改",
    ValidityStatus.UNCLEAR: "待定",
}
PROPOSALS = {
    ValidityStatus.IN_FORCE: "继续有效",
    ValidityStatus.EXPIRING: "评估后延续、修改或废止",
    ValidityStatus.EXPIRED: "宣布失效",
    ValidityStatus.REPEALED: "列入废止目录",
    ValidityStatus.AMENDED: "以修改后文本为准",
    ValidityStatus.UNCLEAR: "由制定机关认定",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a normative document stands. ``expires_on``: ISO date, empty without a stated term."""

    document: HeldDocument
    status: ValidityStatus
    evidence: str
    expires_on: str = ""


@dataclass(frozen=True, slots=True)
class Supersession:
    """``later`` repeals ``earlier``; ``is_held``: the earlier one is in the inventory."""

    later: str
    earlier: str
    is_held: bool


def is_normative(document: HeldDocument) -> bool:
    """Whether a document is probably a 行政规范性文件: a unified number, or a title of that kind."""
    if document.role is not DocumentRole.OWN:
        return False
    if document.unified_number:
        return True
    title = document.title
    return bool(_NORMATIVE.search(title)) and not _NOT_NORMATIVE.search(title)


def supersessions(documents: Sequence[HeldDocument]) -> tuple[Supersession, ...]:
    """Every repeal that a text states, as edges of a graph."""
    held = {one.document_number for one in documents if one.document_number}
    return tuple(
        Supersession(one.document_number or one.title, number, number in held)
        for one in documents
        for number in dict.fromkeys(one.repeals)
        if number != one.document_number
    )


def standings(documents: Sequence[HeldDocument], today: date, months: int) -> list[Standing]:
    """The standing of every normative document; ``months``: how far ahead a term counts as ending."""
    repealed_by: dict[str, HeldDocument] = {}
    for one in documents:
        for number in one.repeals:
            if number != one.document_number:
                repealed_by[number] = one
    newest = _newest_by_title(documents)
    return [
        _standing(one, repealed_by.get(one.document_number), newest.get(one.title), today, months)
        for one in documents
        if is_normative(one)
    ]


def _newest_by_title(documents: Sequence[HeldDocument]) -> dict[str, HeldDocument]:
    """The last document of each title: a text that was issued anew bears the same one (domain, 9.7)."""
    return {one.title: one for one in documents if is_normative(one)}


def _standing(
    one: HeldDocument, repealing: HeldDocument | None, newest: HeldDocument | None, today: date, months: int
) -> Standing:
    if repealing is not None:
        named = repealing.document_number or repealing.title
        return Standing(one, ValidityStatus.REPEALED, f"{named}（{repealing.dated_on}）写明废止")
    if one.validity in _SAYS_REPEALED:
        return Standing(one, ValidityStatus.REPEALED, f"文面标注“{one.validity}”")
    if newest is not None and newest.uuid != one.uuid and newest.document_number != one.document_number:
        return Standing(
            one, ValidityStatus.AMENDED, f"同名文件 {newest.document_number}（{newest.dated_on}）重新制发"
        )
    expires_on = expiry_of(one)
    if expires_on:
        return _by_term(one, expires_on, today, months)
    return _without_term(one, today)


def _by_term(one: HeldDocument, expires_on: str, today: date, months: int) -> Standing:
    evidence = f"文中写明“{one.validity}”"
    if expires_on < today.isoformat():
        return Standing(one, ValidityStatus.EXPIRED, evidence, expires_on)
    is_near = expires_on <= months_later(today, months).isoformat()
    return Standing(
        one, ValidityStatus.EXPIRING if is_near else ValidityStatus.IN_FORCE, evidence, expires_on
    )


def _without_term(one: HeldDocument, today: date) -> Standing:
    """Without a stated term: in force, but to be looked at when it is older than such terms usually are."""
    most = _TRIAL_YEARS if _TRIAL.search(one.title) else _ORDINARY_YEARS
    if one.year is None:
        return Standing(one, ValidityStatus.UNCLEAR, "没有成文日期")
    if today.year - one.year > most:
        return Standing(one, ValidityStatus.UNCLEAR, f"未写有效期，成文已超过 {most} 年")
    return Standing(one, ValidityStatus.IN_FORCE, "未见废止或失效的依据")


def expiry_of(one: HeldDocument) -> str:
    """The last day of the stated term (有效期至…, 有效期…年); empty where none can be computed."""
    if "有效期" not in one.validity:
        return ""
    dates = [found.value for found in find_dates(one.validity) if found.is_valid and len(found.value) == 10]
    if dates:
        return max(dates)
    found = _YEARS.search(one.validity.partition("有效期")[2])
    if found is None or len(one.dated_on) < 10:
        return ""
    years = _YEARS_OF.get(found["years"]) or int(found["years"])
    return months_later(date.fromisoformat(one.dated_on), 12 * years).isoformat()


def months_later(day: date, months: int) -> date:
    """The same day ``months`` later, the last of the month where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)


def validity_report(documents: Sequence[HeldDocument], today: date, months: int) -> Report:
    """The clean-up as lists, with the graph of what repeals what."""
    found = standings(documents, today, months)
    edges = supersessions(documents)
    lists = (
        ("继续有效", (ValidityStatus.IN_FORCE,)),
        ("拟修改或待定", (ValidityStatus.AMENDED, ValidityStatus.UNCLEAR)),
        ("废止和失效", (ValidityStatus.REPEALED, ValidityStatus.EXPIRED)),
        (f"{months}个月内到期", (ValidityStatus.EXPIRING,)),
    )
    counts = tuple(
        (term, str(sum(one.status is status for one in found))) for status, term in STATUS_TERMS.items()
    )
    tables = (
        Table("清理汇总", ("状态", "件数"), counts, (24, 10), ("件数",)),
        *(_list(title, [one for one in found if one.status in statuses]) for title, statuses in lists),
        _list("缺统一编号", [one for one in found if not one.document.unified_number]),
        Table(
            "替代关系",
            ("序号", "后文", "被废止", "被废止文件在册"),
            numbered((edge.later, edge.earlier, "是" if edge.is_held else "否") for edge in edges),
            (6, 30, 30, 16),
        ),
    )
    note = f"截至 {today.isoformat()}，疑为行政规范性文件 {len(found)} 件。状态由文本所载依据得出，须由制定机关认定。"
    return Report(NAME, "规范性文件清理", tables, (note,))


def _list(title: str, found: Sequence[Standing]) -> Table:
    headers = (
        "序号",
        "标题",
        "文号",
        "统一编号",
        "制定机关",
        "成文日期",
        "状态",
        "到期日",
        "依据",
        "清理建议",
    )
    rows = numbered(
        (
            one.document.title,
            one.document.document_number,
            one.document.unified_number,
            one.document.issuing_body,
            one.document.dated_on,
            STATUS_TERMS[one.status],
            one.expires_on,
            one.evidence,
            PROPOSALS[one.status],
        )
        for one in found
    )
    return Table(title, headers, rows, (6, 44, 20, 18, 22, 12, 10, 12, 36, 22))
