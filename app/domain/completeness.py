"""Gaps and duplicates in series of document numbers (发文字号): the classic finding of an inventory."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_MISSING_IN_A_ROW = 500
"""A longer gap comes from a misread number, not from missing documents; it is cut to its neighbours."""


@dataclass(frozen=True, slots=True)
class HeldNumber:
    """A number that a document of ours bears: ``series`` 临政发, ``year`` 2009, ``serial`` 31."""

    body: str
    series: str
    year: int
    serial: int
    document: str


@dataclass(frozen=True, slots=True)
class SeriesGap:
    """Numbers of a series and year that no document bears."""

    body: str
    series: str
    year: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DuplicateNumber:
    """A number that several documents bear."""

    document_number: str
    documents: tuple[str, ...]


def gaps(held: Iterable[HeldNumber]) -> tuple[SeriesGap, ...]:
    """The numbers missing between 1 and the highest held one, for each series and year."""
    found = []
    for (series, year), numbers in _by_series(held).items():
        missing = _missing(sorted({number.serial for number in numbers}))
        if missing:
            body = max((n.body for n in numbers), key=[n.body for n in numbers].count)
            found.append(SeriesGap(body, series, year, missing))
    return tuple(sorted(found, key=lambda gap: (gap.series, gap.year)))


def duplicates(held: Iterable[HeldNumber]) -> tuple[DuplicateNumber, ...]:
    """The numbers that more than one document bears."""
    found = []
    for (series, year), numbers in _by_series(held).items():
        by_serial: dict[int, list[str]] = {}
        for number in numbers:
            by_serial.setdefault(number.serial, []).append(number.document)
        found += [
            DuplicateNumber(f"{series}〔{year}〕{serial}号", tuple(sorted(documents)))
            for serial, documents in by_serial.items()
            if len(documents) > 1
        ]
    return tuple(sorted(found, key=lambda duplicate: duplicate.document_number))


def _by_series(held: Iterable[HeldNumber]) -> dict[tuple[str, int], list[HeldNumber]]:
    series: dict[tuple[str, int], list[HeldNumber]] = {}
    for number in held:
        series.setdefault((number.series, number.year), []).append(number)
    return series


def _missing(serials: list[int]) -> tuple[int, ...]:
    missing: list[int] = []
    for before, after in zip([0, *serials], serials, strict=False):
        if after - before - 1 <= MOST_MISSING_IN_A_ROW:
            missing += range(before + 1, after)
    return tuple(missing)
