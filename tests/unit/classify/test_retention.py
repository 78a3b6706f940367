"""保管期限 by class, in the words of the document's era."""

import pytest

from app.classify.data_files import DataFileError
from app.classify.facts import Facts
from app.classify.retention import load_retention, shipped_retention, suggest_retention
from app.domain.document import DocumentRole, Element, ElementName, Origin, Recognition
from app.domain.source import Extraction, FileFormat


def _facts(title, genre="", role=DocumentRole.OWN):
    elements = {ElementName.TITLE: Element(title, title, Origin.PRINTED, 1.0, None, "t")}
    if genre:
        elements[ElementName.GENRE] = Element(genre, genre, Origin.PRINTED, 1.0, None, "t")
    return Facts(Extraction(FileFormat.TXT, None, title), Recognition(elements), role=role)


@pytest.mark.parametrize(
    ("title", "genre", "role", "year", "term"),
    [
        ("关于印发临湖县绿化管理办法的通知", "通知", "own", 2020, "永久"),
        ("关于印发临湖县绿化管理办法的通知", "通知", "own", 2005, "永久"),
        ("关于印发江南市绿化管理办法的通知", "通知", "incoming", 2020, "30年"),
        ("关于印发江南市绿化管理办法的通知", "通知", "incoming", 2005, "长期"),
        ("关于柳青山任职的通知", "通知", "own", 2010, "永久"),
        ("关于调整机构设置的通知", "通知", "own", 2010, "永久"),
        ("关于同意更名的批复", "批复", "own", 2010, "永久"),
        ("县政府常务会议纪要", "纪要", "own", 2018, "永久"),
        ("关于要求拨付资金的请示", "请示", "own", 2018, "30年"),
        ("关于要求拨付资金的请示", "请示", "own", 2006, "长期"),
        ("关于召开经济工作会议的通知", "通知", "own", 2018, "10年"),
        ("关于召开经济工作会议的通知", "通知", "own", 2006, "短期"),
        ("关于协助办理车辆移交的函", "函", "own", 2016, "10年"),
        ("湖区动态", "", "incoming", 2016, "10年"),
        ("湖区公约", "", "own", 2016, None),
    ],
)
def test_periods(title, genre, role, year, term):
    found = suggest_retention(_facts(title, genre, DocumentRole(role)), shipped_retention(), year)
    assert (found.period.term if found else None) == term


def test_the_reason_names_the_class_and_the_words():
    found = suggest_retention(_facts("关于同意更名的批复", "批复"), shipped_retention(), None)
    assert "批复" in found.reason
    assert found.class_key == "major-reply"


def test_faults_are_named(tmp_path):
    (tmp_path / "own.toml").write_text(
        '[[class]]\nid = "lake"\nperiod = "forever"\nwhen = { titel = "湖" }\n', "utf-8"
    )
    with pytest.raises(DataFileError, match=r"own.toml，lake，period[\s\S]*when.titel"):
        load_retention(tmp_path)
