from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.archival import (
    ArchivalCode,
    FondsProfile,
    ItemPart,
    NumberingPeriod,
    NumberingScheme,
    Office,
    PredecessorBody,
    RetentionPeriod,
    comparable_code,
    parse_archival_code,
    retention_from,
    retention_vocabulary,
)
from app.domain.transfer import TransferFile
from app.transfer.numbering import filing_stamp, gaps, number_items, order_inside
from tests.unit.transfer.conftest import make_item

PROFILE = FondsProfile(
    "L012",
    "临湖县人民政府办公室",
    offices=(Office("BGS", "办公室"), Office("ZHK", "综合科")),
    predecessors=(PredecessorBody("临湖县人民政府法制办公室", "L033", 2008, 2018),),
)


@pytest.mark.parametrize(
    "text",
    [
        "Z109-WS·2011-Y-BGS-0001",
        "L012-WS·2017-D30-0012",
        "Z109-WS·2011·Y·办公室-0001",
        "Z008-WS·2019·Y-037",
        "A439-WS·2015·D30·003-005",
        "J019-ZY·JC·CC·2019·D30-001-001",
        "C038-001-002-003",
        "L012·2005·永久·办公室·0012",
        "L012·2009·30年·0012",
    ],
)
def test_code_is_taken_apart_and_put_together_again(text):
    assert str(parse_archival_code(text)) == text


@pytest.mark.parametrize(
    ("text", "scheme", "parts"),
    [
        ("Z109-WS·2011-Y-BGS-0001", NumberingScheme.DAT_22_2015, ("Z109", 2011, "Y", "BGS", 1)),
        ("Z109-WS·2011·Y·办公室-0001", NumberingScheme.DAT_13_2022, ("Z109", 2011, "Y", "办公室", 1)),
        ("L012·2005·长期·0012", NumberingScheme.DAT_22_2000, ("L012", 2005, "长期", "", 12)),
        ("C038-001-002-003", NumberingScheme.VOLUME, ("C038", None, "", "", 3)),
    ],
)
def test_parts_of_a_code(text, scheme, parts):
    code = parse_archival_code(text)
    assert code.scheme is scheme
    assert (code.fonds_code, code.year, code.retention, code.office, code.number) == parts


@pytest.mark.parametrize("dot", "・•．.‧∙⋅")
def test_look_alike_dots_are_folded_for_comparison_only(dot):
    text = f"L012-WS{dot}2017－D30-BGS-0001"
    assert comparable_code(text) == "L012-WS·2017-D30-BGS-0001"
    assert parse_archival_code(text) == parse_archival_code("L012-WS·2017-D30-BGS-0001")


@pytest.mark.parametrize("text", ["", "临政发〔2017〕1号", "L012", "L012-WS·20-Y-1", "0001"])
def test_what_is_no_code(text):
    assert parse_archival_code(text) is None


@given(
    st.sampled_from(list(NumberingScheme)[:3]),
    st.integers(1980, 2030),
    st.sampled_from(["Y", "D30", "D10"]),
    st.sampled_from(["", "BGS", "ZHK", "003"]),
    st.integers(1, 999999),
)
@settings(deadline=None)
def test_every_code_we_build_is_parsed_back(scheme, year, retention, office, number):
    code = ArchivalCode(scheme, "L012", number, 4, year=year, retention=retention, office=office)
    parsed = parse_archival_code(str(code))
    assert replace(parsed, digits=4) == code


@pytest.mark.parametrize(
    ("year", "retention", "office", "expected"),
    [
        (2005, RetentionPeriod.LONG, "BGS", "L012·2005·长期·办公室·0007"),
        (2009, RetentionPeriod.THIRTY_YEARS, "BGS", "L012·2009·30年·办公室·0007"),
        (2017, RetentionPeriod.PERMANENT, "BGS", "L012-WS·2017-Y-BGS-0007"),
        (2023, RetentionPeriod.TEN_YEARS, "ZHK", "L012-WS·2023·D10·综合科-0007"),
        (2017, RetentionPeriod.PERMANENT, "", "L012-WS·2017-Y-0007"),
    ],
)
def test_each_period_has_its_own_grammar(year, retention, office, expected):
    assert str(PROFILE.code_for(year, retention, office, 7)) == expected.replace("L012", PROFILE.fonds_code)


def test_predecessor_keeps_its_fonds_code():
    assert PROFILE.fonds_code_in(2015, "临湖县人民政府法制办公室") == "L033"
    assert PROFILE.fonds_code_in(2015, "临湖县人民政府办公室") == "L012"
    assert PROFILE.fonds_code_in(2019, "临湖县人民政府法制办公室") == "L012"


@pytest.mark.parametrize(("year", "word"), [(2006, "长期"), (2007, "30年")])
def test_retention_words_change_in_2007(year, word):
    assert word in {period.term for period in retention_vocabulary(year)}


@pytest.mark.parametrize(
    ("text", "period"),
    [("永久", "permanent"), ("Y", "permanent"), ("三十年", "thirty_years"), ("30", "thirty_years"),
     ("D10", "ten_years"), ("长期", "long"), ("短期", "short"), ("十五年", None)],
)  # fmt: skip
def test_retention_from_any_vocabulary(text, period):
    assert retention_from(text) == (RetentionPeriod(period) if period else None)


def unnumbered(number, **changes):
    return make_item(number, archival_code="", item_number=0, creators=("临湖县人民政府办公室",), **changes)


def test_numbers_count_within_year_retention_and_office_in_order_of_date():
    items = [
        unnumbered(1, dated_on="2017-05-01"),
        unnumbered(2, dated_on="2017-03-01"),
        unnumbered(3, office="ZHK"),
        unnumbered(4, retention=RetentionPeriod.PERMANENT),
    ]
    codes = {item.document: item.archival_code for item in number_items(items, PROFILE, {}).items}
    assert codes == {
        "doc-2": "L012-WS·2017-D30-BGS-0001",
        "doc-1": "L012-WS·2017-D30-BGS-0002",
        "doc-3": "L012-WS·2017-D30-ZHK-0001",
        "doc-4": "L012-WS·2017-Y-BGS-0001",
    }


@given(st.lists(st.integers(1, 30), unique=True, min_size=1), st.integers(0, 30))
@settings(deadline=None, max_examples=50)
def test_issued_numbers_never_change_and_new_ones_leave_no_gap(numbers, already):
    items = [unnumbered(number) for number in numbers]
    first = number_items(items[:already], PROFILE, {})
    issued = dict(first.newly_issued)
    second = number_items(items, PROFILE, issued)
    assert all(second_code == issued[item.document] for item in second.items
               if item.document in issued for second_code in [item.archival_code])  # fmt: skip
    assert sorted(item.item_number for item in second.items) == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"year": 2005}, "永久、长期、短期"),
        ({"office": ""}, "缺少机构"),
        ({"year": 1850}, "没有适用于1850年"),
    ],
)
def test_what_cannot_be_numbered_is_named(changes, message):
    numbering = number_items([unnumbered(1, **changes)], PROFILE, {})
    assert not numbering.items
    assert message in numbering.problems[0].message


def test_gaps_and_duplicates_by_series():
    found = gaps(
        ["L012-WS·2017-D30-BGS-0001", "L012-WS·2017-D30-BGS-0004", "L012-WS・2017-D30-BGS-0004", "x"]
    )
    assert [(gap.series, gap.missing, gap.duplicates) for gap in found] == [
        ("L012-WS·2017-D30-BGS", (2, 3), (4,))
    ]


def test_order_inside_an_item():
    parts = [
        ItemPart.REQUEST,
        ItemPart.FINAL_DRAFT,
        ItemPart.ANNEX,
        ItemPart.MASTER,
        ItemPart.SHEET,
        ItemPart.REPLY,
    ]
    files = [TransferFile("x", part.value, "", 1, part=part) for part in parts]
    assert [file.part for file in order_inside(files)] == [
        ItemPart.REPLY, ItemPart.SHEET, ItemPart.MASTER, ItemPart.ANNEX, ItemPart.FINAL_DRAFT, ItemPart.REQUEST,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("standard", "labels"),
    [
        (2015, [["全宗号", "年度", "件号"], ["机构或问题", "保管期限", "页数"]]),
        (2000, [["全宗号", "年度", "室编件号"], ["机构（问题）", "保管期限", "馆编件号"]]),
    ],
)
def test_filing_stamp_has_two_rows_of_three(standard, labels):
    stamp = filing_stamp(make_item(3), standard)
    assert [[label for label, _ in row] for row in stamp] == labels
    assert dict(stamp[0])["年度"] == "2017"


def test_own_periods_replace_the_standard_ones():
    profile = replace(
        PROFILE, periods=(NumberingPeriod(2000, None, NumberingScheme.DAT_22_2015, by_office=False),)
    )
    assert str(profile.code_for(2009, RetentionPeriod.PERMANENT, "BGS", 1)) == "L012-WS·2009-Y-0001"
