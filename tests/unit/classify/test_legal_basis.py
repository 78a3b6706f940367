"""The closed list of basis codes and the articles of each time."""

from datetime import date

import pytest

from app.classify.data_files import DataFileError
from app.classify.legal_basis import load_legal_basis, shipped_legal_basis
from app.domain.disclosure import DisclosureAttribute
from app.paths import resources

REPORT_REASONS = {
    "属于国家秘密",
    "其他法律行政法规禁止公开",
    "危及“三安全一稳定”",
    "保护第三方合法权益",
    "属于三类内部事务信息",
    "属于四类过程性信息",
    "属于行政执法案卷",
    "属于行政查询事项",
}


def test_the_list_is_closed_and_complete():
    codes = set(shipped_legal_basis().codes)
    expected = {"A-18", "A-19", "A-21", "A-44", "R-13/27", "N-36-7"}
    expected |= {f"A-20-{number}" for number in range(1, 16)}
    expected |= {"N-14-1", "N-14-2", "N-14-3", "N-15-1", "N-15-2", "N-16-1", "N-16-2", "N-16-3"}
    assert codes == expected
    with pytest.raises(KeyError):
        shipped_legal_basis().article("A-22", date(2020, 1, 1))


@pytest.mark.parametrize(
    ("code", "day", "number", "article_number"),
    [
        ("A-20-7", date(2008, 4, 30), None, None),
        ("A-20-7", date(2008, 5, 1), "国务院令第492号", "第十条第（四）项"),
        ("A-20-7", date(2019, 5, 14), "国务院令第492号", "第十条第（四）项"),
        ("A-20-7", date(2019, 5, 15), "国务院令第711号", "第二十条第（七）项"),
        ("N-16-2", date(2009, 1, 1), None, None),
        ("N-16-2", date(2012, 1, 1), "国办发〔2010〕5号", "第二条"),
        ("N-16-2", date(2020, 1, 1), "国务院令第711号", "第十六条第二款"),
        ("A-44", date(2015, 1, 1), None, None),
        ("R-13/27", date(2015, 1, 1), "国务院令第492号", "第十三条"),
    ],
)
def test_a_decision_is_explained_by_the_law_of_its_day(code, day, number, article_number):
    found = shipped_legal_basis().article(code, day)
    assert (found.regulation.number if found else None) == number
    assert (found.number if found else None) == article_number


def test_articles_say_that_they_are_paraphrased():
    found = shipped_legal_basis().article("N-15-2", date(2020, 1, 1))
    assert found.is_paraphrase
    assert found.citation == "《中华人民共和国政府信息公开条例》（国务院令第711号）第十五条"


def test_attributes_and_report_reasons_fit_the_code():
    letters = {
        "A": DisclosureAttribute.PROACTIVE,
        "R": DisclosureAttribute.ON_REQUEST,
        "N": DisclosureAttribute.WITHHELD,
    }
    reasons = set()
    for code, articles in shipped_legal_basis().articles.items():
        for found in articles:
            assert found.attribute == (None if code == "N-36-7" else letters[code[0]])
            reasons.add(found.report_reason)
    assert reasons - {""} == REPORT_REASONS


def test_official_wording_can_be_loaded(tmp_path):
    entry = '[[wording]]\nregulation = "条例2019"\narticle = "第十五条"\ntext = "由客户载入的条文。"\n'
    (tmp_path / "wording.toml").write_text(entry, "utf-8")
    basis = load_legal_basis([resources() / "legal_basis", tmp_path])
    for code in ("N-15-1", "N-15-2"):
        found = basis.article(code, date(2020, 1, 1))
        assert (found.text, found.is_paraphrase) == ("由客户载入的条文。", False)
    assert basis.article("N-14-1", date(2020, 1, 1)).is_paraphrase


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            '[[code]]\ncode = "X-1"\ntitle = "湖"\nattribute = "open"\nsource = [{regulation = "条例2019", article = "一", paraphrase = "湖"}]\n',
            "attribute",
        ),
        (
            '[[code]]\ncode = "X-1"\ntitle = "湖"\nattribute = "proactive"\nsource = [{regulation = "湖法", article = "一", paraphrase = "湖"}]\n',
            "regulation",
        ),
        ('[[code]]\ncode = "X-1"\ntitle = "湖"\nattribute = "proactive"\n', "source"),
        (
            '[[regulation]]\nid = "湖法"\ntitle = "湖"\nnumber = "1"\nin_force_from = "2019"\n',
            "in_force_from",
        ),
    ],
)
def test_faults_are_named(tmp_path, entry, message):
    (tmp_path / "own.toml").write_text(entry, "utf-8")
    with pytest.raises(DataFileError, match=message):
        load_legal_basis([resources() / "legal_basis", tmp_path])
