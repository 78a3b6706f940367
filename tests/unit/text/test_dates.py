"""Dates in every form that offices print, and what is no date."""

import pytest

from app.text.dates import chinese_number, find_dates, parse_date
from app.text.folding import fold

PRINTED = [
    ("2005年3月7日", "2005-03-07"),
    ("２００５年０３月０７日", "2005-03-07"),
    ("2005 年 3 月 7 日", "2005-03-07"),
    ("二〇〇五年三月七日", "2005-03-07"),
    ("二○○五年三月七日", "2005-03-07"),
    ("二◯◯五年三月七日", "2005-03-07"),
    ("二零零五年三月七日", "2005-03-07"),
    ("二OO五年三月七日", "2005-03-07"),
    ("二ＯＯ五年三月七日", "2005-03-07"),
    ("二оо五年三月七日", "2005-03-07"),
    ("二〇〇五年元月廿一日", "2005-01-21"),
    ("二〇〇五年十二月三十一日", "2005-12-31"),
    ("二〇〇五年十二月卅日", "2005-12-30"),
    ("一九九八年十月十日", "1998-10-10"),
    ("2O05年3月l0日", "2005-03-10"),
    ("20l9年1O月3I日", "2019-10-31"),
    ("2005年3月", "2005-03"),
    ("2005-03-07", "2005-03-07"),
    ("2005.3.7", "2005-03-07"),
    ("2005/3/7", "2005-03-07"),
    ("20050307", "2005-03-07"),
    ("（2005年3月7日）", "2005-03-07"),
]


@pytest.mark.parametrize(("printed", "value"), PRINTED)
def test_reads_every_printed_form(printed: str, value: str) -> None:
    found = parse_date(printed)
    assert found is not None
    assert (found.value, found.is_valid) == (value, True)


@pytest.mark.parametrize("printed", [form for form, _ in PRINTED])
def test_folding_changes_no_date(printed: str) -> None:
    folded, found = parse_date(fold(printed)), parse_date(printed)
    assert folded is not None
    assert found is not None
    assert folded.value == found.value


@pytest.mark.parametrize(
    "text", ["", "2005年", "3月7日", "1805年3月7日", "2005年13月7日印发", "近三年", "2005-3.7", "第2005号"]
)
def test_says_none_for_what_is_no_date(text: str) -> None:
    assert parse_date(text) is None


def test_a_day_no_calendar_has_stops_at_the_month_and_is_marked() -> None:
    found = parse_date("2005年2月30日")
    assert found is not None
    assert (found.value, found.is_valid, found.has_day) == ("2005-02", False, False)


def test_a_month_no_year_has_stops_at_the_year() -> None:
    found = parse_date("2005年13月7日")
    assert found is not None
    assert (found.value, found.is_valid) == ("2005", False)


def test_finds_dates_where_they_stand_in_a_sentence() -> None:
    text = "经2018年7月13日会议通过，自二〇一八年十月一日起施行，2018.11.2修正。"
    found = list(find_dates(text))
    assert [date.value for date in found] == ["2018-07-13", "2018-10-01", "2018-11-02"]
    assert [text[date.start : date.end] for date in found] == [
        "2018年7月13日",
        "二〇一八年十月一日",
        "2018.11.2",
    ]
    assert [date.is_chinese for date in found] == [False, True, False]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三", 3),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("卅一", 31),
        ("二〇〇五", 2005),
        ("12", 12),
        ("１２", 12),
        ("", None),
        ("甲", None),
    ],
)
def test_reads_chinese_numbers(text: str, number: int | None) -> None:
    assert chinese_number(text) == number
