"""Public catalogues: what they list, their index numbers, and what they hold back."""

from dataclasses import replace

import pytest

from app.domain.disclosure import DisclosureAttribute
from app.domain.people import PersonRole
from app.domain.review import Decision
from app.domain.source import Extraction, FileFormat
from app.errors import WrongUseError
from app.report.disclosure_catalogue import disclosure_catalogue, templates
from app.report.index_numbers import issuer, keep_numbers, proposed_numbers, schemes
from app.report.summary import MOST_CHARACTERS, summary_of
from app.report.themes import theme_of
from app.review import people
from app.review.decide import approve, propose
from app.store.catalogue import Catalogue
from app.store.report_rows import HeldDocument, held_documents
from tests.catalogues import add_document
from tests.report.decided import APPROVER, REVIEWER


def held(catalogue: Catalogue) -> list[HeldDocument]:
    with catalogue.read() as connection:
        return held_documents(connection)


@pytest.fixture
def staffed(catalogue: Catalogue) -> Catalogue:
    people.add_person(catalogue, REVIEWER, {PersonRole.REVIEWER}, by="系统")
    people.add_person(catalogue, APPROVER, {PersonRole.APPROVER}, by="系统")
    return catalogue


def publish(catalogue: Catalogue, uuid: str, decision: Decision | None = None) -> None:
    decided = decision or Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",), "规范性文件")
    propose(catalogue, uuid, decided, by=REVIEWER)
    approve(catalogue, uuid, by=APPROVER, pin=None)


def test_lists_only_what_was_approved(staffed: Catalogue) -> None:
    publish(staffed, add_document(staffed, "关于加强河道管理的通知", number="临政发〔2015〕1号"))
    add_document(staffed, "关于春耕生产的通知", number="临政发〔2015〕2号")
    report, _ = disclosure_catalogue(staffed, templates()["proactive-catalogue"])
    assert [row[2] for row in report.tables[0].rows] == ["关于加强河道管理的通知"]


def test_title_with_personal_data_is_held_back_and_named_by_number(staffed: Catalogue) -> None:
    title = "关于给予张三（身份证号：11010519491231002X）临时救助的通知"
    publish(staffed, add_document(staffed, title, number="临政发〔2015〕3号"))
    report, _ = disclosure_catalogue(staffed, templates()["proactive-catalogue"])
    assert report.tables[0].rows == ()
    assert "临政发〔2015〕3号" in report.to_do[0]
    assert "11010519491231002X" not in str(report.as_dict())


@pytest.mark.parametrize(
    ("scheme", "code", "expected"),
    [
        ("shanghai", "MB0000001", "SYMB00000010201500001"),
        ("zhejiang", "002481234", "002481234/2015-00001"),
        ("fonds", "Z109", "Z109-2015-0001"),
    ],
)
def test_index_numbers_follow_the_scheme_and_stay(
    staffed: Catalogue, scheme: str, code: str, expected: str
) -> None:
    first = add_document(staffed, number="临政发〔2015〕1号", dated_on="2015-05-01")
    by = issuer(scheme, code)
    numbers = proposed_numbers(held(staffed), by)
    assert numbers == {first: expected}
    assert keep_numbers(staffed, held(staffed), numbers, by=REVIEWER) == 1
    earlier = add_document(staffed, number="临政发〔2015〕2号", dated_on="2015-01-01")
    again = proposed_numbers(held(staffed), by)
    assert again[first] == expected
    assert again[earlier] == by.number(2015, 2)
    assert keep_numbers(staffed, held(staffed), numbers, by=REVIEWER) == 0


def test_shanghai_number_has_21_characters() -> None:
    assert len(issuer("shanghai", "MB0000001").number(2020, 1)) == 21


@pytest.mark.parametrize(("scheme", "code"), [("shanghai", "短"), ("nowhere", "MB0000001")])
def test_wrong_scheme_or_code_is_refused(scheme: str, code: str) -> None:
    with pytest.raises(WrongUseError):
        issuer(scheme, code)


def test_every_scheme_reads_its_own_numbers() -> None:
    for scheme in schemes().values():
        by = issuer(scheme.id, "MB0000001")
        assert by.serial_of(by.number(2021, 37)) == (2021, 37)
        assert by.serial_of("别处的号") is None


@pytest.mark.parametrize(
    ("title", "first", "second"),
    [
        ("临湖县人民政府办公室关于加强学校食堂食品安全管理的通知", "市场监管、安全生产监管", "食品药品监管"),
        ("临湖县水利局关于做好春耕生产的通知", "农业、林业、水利", "农业、畜牧业、渔业"),
        ("临湖县人民政府关于陈样本等同志职务任免的通知", "劳动、人事、监察", "人事工作"),
        ("关于若干事项的复函", "其他", ""),
    ],
)
def test_theme_by_the_longest_word(title: str, first: str, second: str) -> None:
    theme = theme_of(title)
    assert (theme.first, theme.second) == (first, second)
    assert bool(theme.word) == (first != "其他")


def extraction(text: str) -> Extraction:
    return Extraction(format=FileFormat.TXT, puid=None, text=text)


def test_summary_leaves_out_personal_data_and_hollow_sentences() -> None:
    text = (
        "临湖县人民政府关于印发临湖县救助办法的通知\n\n各乡镇人民政府：\n"
        "现将《临湖县救助办法》印发给你们。申请人张三，身份证号：11010519491231002X。"
        "救助标准自七月起提高百分之十。\n临湖县人民政府\n2015年3月7日\n"
    )
    assert (
        summary_of(extraction(text), "临湖县人民政府关于印发临湖县救助办法的通知")
        == "救助标准自七月起提高百分之十。"
    )


def test_summary_is_short_and_falls_back_to_the_title() -> None:
    long = "关于测试的通知\n各单位：\n" + "为了做好工作，现将事项逐一说明" * 40 + "。\n"
    assert len(summary_of(extraction(long), "关于测试的通知")) <= MOST_CHARACTERS
    assert summary_of(None, "临湖县人民政府关于加强河道管理的通知") == "加强河道管理"


def test_held_document_without_date_has_no_year(catalogue: Catalogue) -> None:
    add_document(catalogue, dated_on=None)
    (one,) = held(catalogue)
    assert one.year is None
    assert replace(one, dated_on="2015").year == 2015
