"""规范性文件清理 (谁制定谁清理): the standing of each normative document with its evidence.

Evidence is what documents say: a later document's 同时废止, a clean-up list, a term of validity. What
no document says stays 待定 for a person; nothing here decides.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.document import DocumentRole
from app.report.reconcile import title_key
from app.report.validity_evidence import Entry, Evidence, Stated
from app.report.validity_terms import SAYS_REPEALED, ValidityStatus
from app.store.report_rows import HeldDocument
from app.text.dates import find_dates

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
_ISSUES = re.compile(r"(?:印发|发布|公布)(?P<title>.{4,}?)的(?:通知|公告|通告)$")
_TRIAL = re.compile("试行|暂行")
_ORDINARY_YEARS, _TRIAL_YEARS = 5, 2
"""Longest terms where a text states none (沪府令17号, 2019); elsewhere a reason to look, no more."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a normative document stands. ``expires_on``: ISO date, empty without a stated term."""

    document: HeldDocument
    status: ValidityStatus
    evidence: str
    expires_on: str = ""


def is_normative(document: HeldDocument) -> bool:
    """Whether a document is probably a 行政规范性文件: a unified number, or a title of that kind."""
    if document.role is not DocumentRole.OWN:
        return False
    if document.unified_number:
        return True
    title = document.title
    return bool(_NORMATIVE.search(title)) and not _NOT_NORMATIVE.search(title)


def standings(
    documents: Sequence[HeldDocument], today: date, months: int, stated: Stated | None = None
) -> list[Standing]:
    """The standing of every normative document.

    ``months``: how far ahead a term counts as ending; ``stated``: what texts and lists say of others.
    """
    verdicts = _Verdicts(documents, stated or Stated())
    newest = {one.title: one for one in documents if is_normative(one)}
    return [
        _standing(one, verdicts, newest.get(one.title), today, months)
        for one in documents
        if is_normative(one)
    ]


class _Verdicts:
    """What is said of each document, the weightiest and latest first."""

    def __init__(self, documents: Sequence[HeldDocument], stated: Stated) -> None:
        self.effective_on = dict(stated.effective_on)
        self._by_name: dict[str, list[Evidence]] = defaultdict(list)
        for one in (*_of_numbers(documents), *stated.evidence):
            name = one.entry.document_number or title_key(one.entry.title)
            self._by_name[name].append(one)

    def of(self, document: HeldDocument) -> list[Evidence]:
        """What later documents and lists say of a document, by its number, its title or the text it issues."""
        names = [document.document_number, *(title_key(title) for title in titles_of(document.title))]
        found = {
            id(one): one
            for name in names
            if name
            for one in self._by_name.get(name, ())
            if not one.dated_on or not document.dated_on or one.dated_on >= document.dated_on
        }
        own = document.document_number
        return [one for one in found.values() if not own or one.source != own]

    def weightiest(self, document: HeldDocument) -> dict[ValidityStatus, Evidence]:
        """The latest evidence of each kind."""
        ordered = sorted(self.of(document), key=lambda one: one.dated_on)
        return {one.entry.status: one for one in ordered}


def _of_numbers(documents: Sequence[HeldDocument]) -> Iterator[Evidence]:
    """Repeals that recognition found by number."""
    for one in documents:
        for number in dict.fromkeys(one.repeals):
            if number != one.document_number:
                entry = Entry(ValidityStatus.REPEALED, "", number)
                yield Evidence(entry, one.document_number or one.title, one.dated_on)


def titles_of(title: str) -> tuple[str, ...]:
    """A title, and the one of the text it issues (关于印发《…》的通知)."""
    found = _ISSUES.search(title)
    return (title, found["title"].strip("《》")) if found else (title,)


def _standing(
    one: HeldDocument, verdicts: _Verdicts, newest: HeldDocument | None, today: date, months: int
) -> Standing:
    said = verdicts.weightiest(one)
    if (ended := _ended(one, said) or _amended(one, said, newest)) is not None:
        return ended
    expires_on = expiry_of(one, verdicts.effective_on.get(one.uuid, ""))
    if expires_on:
        return _by_term(one, expires_on, today, months)
    if (kept := said.get(ValidityStatus.IN_FORCE)) is not None:
        return Standing(one, ValidityStatus.IN_FORCE, f"{shown_source(kept)}列入继续有效")
    return _without_term(one, today)


def _ended(one: HeldDocument, said: Mapping[ValidityStatus, Evidence]) -> Standing | None:
    """Repealed by a later document or list, or marked so itself."""
    if (repeal := said.get(ValidityStatus.REPEALED)) is not None:
        return Standing(one, ValidityStatus.REPEALED, f"{shown_source(repeal)}写明废止或失效")
    if one.validity in SAYS_REPEALED:
        return Standing(one, ValidityStatus.REPEALED, f"文面标注“{one.validity}”")
    return None


def _amended(
    one: HeldDocument, said: Mapping[ValidityStatus, Evidence], newest: HeldDocument | None
) -> Standing | None:
    """Issued anew under the same title (domain, 9.7), or listed as to be amended."""
    if newest is not None and newest.uuid != one.uuid and newest.document_number != one.document_number:
        evidence = f"同名文件 {newest.document_number}（{newest.dated_on}）重新制发"
        return Standing(one, ValidityStatus.AMENDED, evidence)
    if (amended := said.get(ValidityStatus.AMENDED)) is not None:
        return Standing(one, ValidityStatus.AMENDED, f"{shown_source(amended)}列入修改")
    return None


def shown_source(one: Evidence) -> str:
    """Where evidence stands, for a person."""
    return f"{one.source}（{one.dated_on}）" if one.dated_on else f"“{one.source}”"


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


def expiry_of(one: HeldDocument, effective_on: str = "") -> str:
    """The last day of the stated term (有效期至…, 有效期…年); empty where none can be computed.

    A term in years runs from ``effective_on`` where that is known, else from the document's date.
    """
    if "有效期" not in one.validity:
        return ""
    dates = [found.value for found in find_dates(one.validity) if found.is_valid and len(found.value) == 10]
    if dates:
        return max(dates)
    found = _YEARS.search(one.validity.partition("有效期")[2])
    since = effective_on or one.dated_on
    if found is None or len(since) < 10:
        return ""
    years = _YEARS_OF.get(found["years"]) or int(found["years"])
    return months_later(date.fromisoformat(since), 12 * years).isoformat()


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
