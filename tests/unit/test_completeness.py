"""Gaps and duplicates in series of numbers."""

import pytest

from app.domain.completeness import HeldSeries, gaps


def held(series: str, year: int, *serials: int) -> HeldSeries:
    return HeldSeries(series, year, serials)


@pytest.mark.parametrize(
    ("serials", "missing"),
    [
        ((1, 2, 3), ()),
        ((2, 3), (1,)),
        ((1, 4), (2, 3)),
        ((1, 1, 3), (2,)),
        ((3, 1), (2,)),
        ((1, 9001), ()),
        ((1, 3, 9001), (2,)),
    ],
)
def test_missing_numbers_of_one_series(serials: tuple[int, ...], missing: tuple[int, ...]) -> None:
    found = gaps([held("临政发", 2009, *serials)])
    assert tuple(number for gap in found for number in gap.numbers) == missing


def test_series_and_years_are_counted_apart() -> None:
    found = gaps([held("临政发", 2009, 1, 3), held("临政办发", 2009, 2), held("临政发", 2010, 1)])
    assert [(gap.series, gap.year, gap.numbers) for gap in found] == [
        ("临政办发", 2009, (1,)),
        ("临政发", 2009, (2,)),
    ]


def test_a_number_borne_twice_is_named() -> None:
    assert held("临政发", 2009, 3, 1, 2, 3, 2).repeated == (2, 3)
    assert held("临政发", 2009, 1, 2).repeated == ()
