"""Item numbers and archival codes (DA/T 22-2015, DA/T 22-2000, DA/T 13-2022).

A number is issued once. What was issued, here or in an imported register, is never changed and never
given to another item; new items continue after the highest number of their series.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.domain.archival import (
    ORDER_INSIDE_ITEM,
    ArchivalCode,
    FondsProfile,
    comparable_code,
    parse_archival_code,
    retention_vocabulary,
)
from app.domain.transfer import Place, TransferFile, TransferItem

_NUMBER_ZERO = re.compile(r"[-\u00b7]0$")


@dataclass(frozen=True, slots=True)
class Numbering:
    """The items with their codes, in catalogue order, and what stood in the way."""

    items: tuple[TransferItem, ...]
    problems: tuple[Place, ...] = ()
    newly_issued: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SeriesGaps:
    """Numbers that were never issued although a higher one was, and numbers issued twice."""

    series: str
    missing: tuple[int, ...]
    duplicates: tuple[int, ...]


def number_items(
    items: Iterable[TransferItem], profile: FondsProfile, issued: Mapping[str, str]
) -> Numbering:
    """Give every item a code. ``issued`` maps document ids to the codes they already have.

    Items that cannot be numbered (no year, a retention period of another era, no numbering rule) stay
    without a code and are named in ``problems``.
    """
    ready, problems = _sort_out(items, profile)
    highest = _highest_numbers(issued.values())
    taken = {comparable_code(code) for code in issued.values()}
    numbered: list[TransferItem] = []
    new: dict[str, str] = {}
    for item in sorted(ready, key=_filing_order):
        code = issued.get(item.document) or _next_code(item, profile, highest, taken)
        if item.document not in issued:
            new[item.document] = code
        numbered.append(with_code(item, code))
    return Numbering(tuple(sorted(numbered, key=catalogue_order)), tuple(problems), new)


def _sort_out(items: Iterable[TransferItem], profile: FondsProfile) -> tuple[list[TransferItem], list[Place]]:
    ready: list[TransferItem] = []
    problems: list[Place] = []
    for item in items:
        if reason := _why_not(item, profile):
            problems.append(Place(item.document, reason))
        else:
            ready.append(item)
    return ready, problems


def _why_not(item: TransferItem, profile: FondsProfile) -> str:
    period = profile.period_of(item.year)
    if period is None:
        return f"全宗档案中没有适用于{item.year}年的档号规则"
    if item.retention not in retention_vocabulary(item.year):
        words = "、".join(retention.term for retention in retention_vocabulary(item.year))
        return f"{item.year}年的保管期限应为{words}，现为{item.retention.term}"
    if period.by_office and profile.offices and not item.office:
        return "缺少机构（问题）"
    return ""


def _filing_order(item: TransferItem) -> tuple[int, str, str, str, str, str]:
    return (item.year, item.retention, item.office, item.dated_on or "9", item.document_number, item.document)


def catalogue_order(item: TransferItem) -> tuple[int, int, str, int, str]:
    """Catalogues run by year, retention (longest first), office and item number."""
    rank = (
        retention_vocabulary(item.year).index(item.retention)
        if item.retention in retention_vocabulary(item.year)
        else 9
    )
    return (item.year, rank, item.office, item.item_number, item.archival_code)


def _highest_numbers(codes: Iterable[str]) -> dict[str, int]:
    highest: dict[str, int] = defaultdict(int)
    for text in codes:
        if code := parse_archival_code(text):
            key = _series_key(code)
            highest[key] = max(highest[key], code.number)
    return highest


def _series_key(code: ArchivalCode) -> str:
    return comparable_code(str(code.series))


def _next_code(item: TransferItem, profile: FondsProfile, highest: dict[str, int], taken: set[str]) -> str:
    """The next free code of the item's series; the profile covers the year, so there is one."""
    creator = item.creators[0] if item.creators else ""
    first = profile.code_for(item.year, item.retention, item.office, 1, creator)
    if first is None:
        raise ValueError(item.year)
    key = _series_key(first)
    while True:
        highest[key] = highest.get(key, 0) + 1
        code = str(replace(first, number=highest[key]))
        if comparable_code(code) not in taken:
            return code


def with_code(item: TransferItem, text: str) -> TransferItem:
    """The item under its archival code; parts of the code the grammar knows fill the item's fields."""
    code = parse_archival_code(text)
    if code is None:
        return replace(item, archival_code=text)
    return replace(
        item,
        archival_code=text,
        fonds_code=code.fonds_code,
        category=code.category or item.category,
        item_number=code.number,
        catalogue_number=code.catalogue_number,
        volume_number=code.volume_number,
    )


def gaps(codes: Iterable[str]) -> tuple[SeriesGaps, ...]:
    """Holes and duplicates per series (DA/T 70, 2-6); codes of unknown grammar are left out."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for text in codes:
        if code := parse_archival_code(text):
            numbers[_series_key(code)].append(code.number)
    found = (_gaps_of(series, sorted(of)) for series, of in sorted(numbers.items()))
    return tuple(gap for gap in found if gap.missing or gap.duplicates)


def _gaps_of(series: str, numbers: Sequence[int]) -> SeriesGaps:
    counted = Counter(numbers)
    missing = tuple(number for number in range(numbers[0], numbers[-1]) if number not in counted)
    duplicates = tuple(sorted(number for number, times in counted.items() if times > 1))
    return SeriesGaps(_NUMBER_ZERO.sub("", series), missing, duplicates)


def order_inside(files: Iterable[TransferFile]) -> tuple[TransferFile, ...]:
    """The files of one item as DA/T 22-2015 lays them: 正本 before 定稿, reply before request."""
    return tuple(sorted(files, key=lambda file: (ORDER_INSIDE_ITEM.index(file.part), file.name)))


def filing_stamp(item: TransferItem, scheme_year: int = 2015) -> tuple[tuple[tuple[str, str], ...], ...]:
    """归档章: two rows of three labelled cells, after DA/T 22-2015 or (``scheme_year`` 2000) 22-2000."""
    number = f"{item.item_number:04d}" if item.item_number else ""
    office = item.office_name or item.office
    if scheme_year == 2000:
        return (
            (("全宗号", item.fonds_code), ("年度", str(item.year)), ("室编件号", number)),
            (("机构（问题）", office), ("保管期限", item.retention.term), ("馆编件号", "")),
        )
    pages = "" if item.page_count is None else str(item.page_count)
    return (
        (("全宗号", item.fonds_code), ("年度", str(item.year)), ("件号", number)),
        (("机构或问题", office), ("保管期限", item.retention.term), ("页数", pages)),
    )
