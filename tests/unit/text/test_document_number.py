"""Document numbers: every variant of writing, one canonical form, and the words around a citation."""

import pytest

from app.text.document_number import canonical, find_numbers, parse_number

VARIANTS = [
    ("临政发〔2013〕47号", "临政发〔2013〕47号"),
    ("临政发﹝2013﹞47号", "临政发〔2013〕47号"),
    ("临政发[2013]47号", "临政发〔2013〕47号"),
    ("临政发［2013］47号", "临政发〔2013〕47号"),
    ("临政发【2013】47号", "临政发〔2013〕47号"),
    ("临政发(2013)47号", "临政发〔2013〕47号"),
    ("临政发（２０１３）４７号", "临政发〔2013〕47号"),
    ("临政发「2013」47号", "临政发〔2013〕47号"),
    ("临政发 〔2013〕 47 号", "临政发〔2013〕47号"),
    ("临政发〔2013〕第047号", "临政发〔2013〕47号"),
    ("临政发〔二〇一三〕47号", "临政发〔2013〕47号"),
    ("临政发〔2013年〕47号", "临政发〔2013〕47号"),
    ("临教字〔2013〕47号", "临教字〔2013〕47号"),
    ("临教〔2013〕字第47号", "临教〔2013〕字第47号"),
    ("临财（教）指标〔2021〕199号", "临财(教)指标〔2021〕199号"),
    ("临科〔2022〕）71号", "临科〔2022〕71号"),
    ("临政发〔2013〕100-1号", "临政发〔2013〕100-1号"),
    ("臨政辦發〔2013〕47號", "臨政辦發〔2013〕47號"),
    ("（临政发〔2013〕47号）", "临政发〔2013〕47号"),
    ("〔2013〕临科函字第9号", "〔2013〕临科函字第9号"),
    ("临档〔2O21〕6号", "临档〔2021〕6号"),
    ("临档〔20l9〕l6号", "临档〔2019〕16号"),
    ("临档〔2〇19〕1O号", "临档〔2019〕10号"),
    ("示例省人民政府令第101号", "示例省人民政府令第101号"),
    ("示例省人民政府令 第 101 号", "示例省人民政府令第101号"),
    ("江南市人民政府令2018年第8号", "江南市人民政府令2018年第8号"),
    ("示例省民政厅公告〔2009〕第10号", "示例省民政厅公告〔2009〕第10号"),
    ("示例省人大常委会公告〔13届〕第78号", "示例省人大常委会公告〔13届〕第78号"),
]


@pytest.mark.parametrize(("printed", "expected"), VARIANTS)
def test_gives_every_variant_one_form(printed: str, expected: str) -> None:
    found = parse_number(printed)
    assert found is not None
    assert found.canonical == expected
    assert canonical(printed) == expected


@pytest.mark.parametrize(
    "text", ["", "47号", "临政发47号", "临政发〔2013〕", "第3章", "2013年47号文件", "临政发〔2013〕号"]
)
def test_says_none_for_what_is_no_number(text: str) -> None:
    assert parse_number(text) is None


def test_tells_series_year_and_serial_apart() -> None:
    found = parse_number("临政办函〔2020〕007号")
    assert found is not None
    assert (found.series, found.year, found.serial) == ("临政办函", 2020, 7)


def test_orders_have_no_year_of_their_own() -> None:
    found = parse_number("示例省人民政府令第一百零三号")
    assert found is not None
    assert (found.year, found.serial) == (None, 103)


@pytest.mark.parametrize(
    ("sentence", "numbers"),
    [
        (
            "根据《办法》（江政发〔2013〕47号）和江府〔2015〕43号文件精神",
            ["江政发〔2013〕47号", "江府〔2015〕43号"],
        ),
        ("按照江教〔2001〕21号要求", ["江教〔2001〕21号"]),
        ("《关于批准的请示》(江石化〔1996〕办字392号)收悉", ["江石化〔1996〕办字392号"]),
        ("根据示例省人民政府令第204号", ["示例省人民政府令第204号"]),
        ("江发改〔2022〕10号、江财〔2022〕373号", ["江发改〔2022〕10号", "江财〔2022〕373号"]),
        ("2013年共受理47号案件（2013）", []),
    ],
)
def test_cuts_the_words_of_a_sentence_off_a_citation(sentence: str, numbers: list[str]) -> None:
    assert [found.canonical for found in find_numbers(sentence)] == numbers


def test_places_are_those_of_the_page() -> None:
    text = "依据《规定》（江政发 ﹝2013﹞ 47 号），"
    found = next(find_numbers(text))
    assert text[found.start : found.end] == "江政发 ﹝2013﹞ 47 号"


def test_a_number_never_reaches_over_a_line_end() -> None:
    assert [found.canonical for found in find_numbers("会议纪要\n〔2020〕5号")] == ["〔2020〕5号"]
