"""Gaps and duplicates in series of document numbers (发文字号): the classic finding of an inventory."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

MOST_MISSING_IN_A_ROW = 500
"""A longer gap comes from a misread number, not from missing documents; it is cut to its neighbours."""


@dataclass(frozen=True, slots=True)
class HeldSeries:
    """The numbers of a ``series`` (临政发) and ``year`` that documents of ours bear.

    ``serials`` names one as often as it is borne.
    """

    series: str
    year: int
    serials: tuple[int, ...]

    @property
    def missing(self) -> tuple[int, ...]:
        """The numbers between 1 and the highest that no document bears."""
        return _missing(sorted(set(self.serials)))

    @property
    def repeated(self) -> tuple[int, ...]:
        """The numbers that several documents bear."""
        if len(set(self.serials)) == len(self.serials):
            return ()
        return tuple(sorted(serial for serial, count in Counter(self.serials).items() if count > 1))


@dataclass(frozen=True, slots=True)
class SeriesGap:
    """Numbers of a series and year that no document bears; ``body``: who issues it, once that was looked up."""

    series: str
    year: int
    numbers: tuple[int, ...]
    body: str = ""


@dataclass(frozen=True, slots=True)
class DuplicateNumber:
    """A number that several documents bear."""

    document_number: str
    documents: tuple[str, ...]


class GapReason(StrEnum):
    """Why a number has no document, as a person found out."""

    VOID = "void"
    CLASSIFIED = "classified"
    RESERVED = "reserved"
    ON_PAPER = "on_paper"
    OTHER = "other"


GAP_REASON_TERMS = {
    GapReason.VOID: "作废",
    GapReason.CLASSIFIED: "涉密，另行保管",
    GapReason.RESERVED: "占号未用",
    GapReason.ON_PAPER: "只存纸质",
    GapReason.OTHER: "其他",
}


@dataclass(frozen=True, slots=True)
class ExplainedNumber:
    """A missing number whose reason is recorded; ``by`` and ``at`` say who recorded it when."""

    series: str
    year: int
    serial: int
    reason: GapReason
    note: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class CitedNumber:
    """A number that documents cite and no document bears; ``is_ours``: of a series we number ourselves."""

    document_number: str
    is_ours: bool
    cited_by: tuple[str, ...]


class Period(StrEnum):
    """The periods by which the inventory is due (Zhejiang plan 2021–2025): by the end of 2021, 2023, 2025."""

    FROM_2016 = "2016+"
    FROM_2008 = "2008-2015"
    FROM_2005 = "2005-2007"
    BEFORE_2005 = "-2004"
    UNDATED = "undated"


_FIRST_YEARS = ((2016, Period.FROM_2016), (2008, Period.FROM_2008), (2005, Period.FROM_2005))
_FIRST_YEAR_OF_INVENTORY = 2005


def period_of(year: int | None) -> Period:
    """The period of a document by the year it is dated."""
    if year is None:
        return Period.UNDATED
    return next((period for first, period in _FIRST_YEARS if year >= first), Period.BEFORE_2005)


@dataclass(frozen=True, slots=True)
class YearHeld:
    """Documents of one year: all, those our office made, and those with an attribute determined."""

    year: int | None
    documents: int
    own: int
    determined: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is held of a period. ``empty_years``: years of it, up to ``until``, without any document;
    ``missing``: numbers of our series that are missing, ``explained`` of them with a reason.
    """

    period: Period
    documents: int
    own: int
    determined: int
    empty_years: tuple[int, ...]
    missing: int
    explained: int


@dataclass(frozen=True, slots=True)
class RegisterCoverage:
    """How much of what a register of the office tells is held: ``held`` of its ``rows`` as files, the
    others only on paper as far as is known.
    """

    path: str
    rows: int
    held: int


def coverage(
    years: Iterable[YearHeld],
    missing: Iterable[SeriesGap],
    explained: Iterable[ExplainedNumber],
    *,
    until: int,
) -> tuple[Coverage, ...]:
    """What is held of each period, the latest first; periods outside the inventory only when not empty."""
    by_period: dict[Period, list[YearHeld]] = defaultdict(list)
    for year in years:
        by_period[period_of(year.year)].append(year)
    gaps_found = list(missing)
    reasons = {(one.series, one.year, one.serial) for one in explained}
    found = []
    for period in Period:
        inside = by_period[period]
        numbers = [
            (gap.series, gap.year, serial)
            for gap in gaps_found
            if period_of(gap.year) is period
            for serial in gap.numbers
        ]
        due = [year for year in range(_FIRST_YEAR_OF_INVENTORY, until + 1) if period_of(year) is period]
        if inside or due:
            found.append(
                Coverage(
                    period,
                    sum(year.documents for year in inside),
                    sum(year.own for year in inside),
                    sum(year.determined for year in inside),
                    tuple(sorted(set(due) - {year.year for year in inside})),
                    len(numbers),
                    len(reasons.intersection(numbers)),
                )
            )
    return tuple(found)


def gaps(held: Iterable[HeldSeries]) -> tuple[SeriesGap, ...]:
    """The numbers missing between 1 and the highest held one, for each series and year."""
    found = [SeriesGap(one.series, one.year, missing) for one in held if (missing := one.missing)]
    return tuple(sorted(found, key=lambda gap: (gap.series, gap.year)))


def _missing(serials: list[int]) -> tuple[int, ...]:
    missing: list[int] = []
    for before, after in zip([0, *serials], serials, strict=False):
        if 1 < after - before <= MOST_MISSING_IN_A_ROW + 1:
            missing += range(before + 1, after)
    return tuple(missing)
