"""Titles that no page prints: made from the first sentence, or from the two lines of an announcement's head."""

import pytest

from app.domain.document import ElementName as Name
from app.domain.document import Origin
from tests.unit.recognise.texts import recognised

LETTER = "各乡镇人民政府：\n{sentence}\n临湖县人民政府\n2020年3月7日\n"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("现将《临湖县河道管理办法》印发给你们，请遵照执行。", "关于印发《临湖县河道管理办法》的通知"),
        (
            "根据《示例省河道条例》，县水利局制定了《临湖县河道管理办法》，现印发给你们。",
            "关于印发《临湖县河道管理办法》的通知",
        ),
        (
            "为贯彻落实《示例省河道条例》精神，现将《临湖县河道管理办法》转发给你们。",
            "关于转发《临湖县河道管理办法》的通知",
        ),
        ("你乡《关于新建水闸的请示》收悉，同意新建。", "关于新建水闸的批复"),
    ],
)
def test_a_first_sentence_names_what_is_sent(sentence: str, title: str) -> None:
    made = recognised(LETTER.format(sentence=sentence)).elements[Name.TITLE]
    assert (made.value, made.origin) == (title, Origin.DERIVED)


@pytest.mark.parametrize(
    "sentence",
    [
        "根据《示例省政府信息公开办法》的要求，现发布本年度报告。",
        "按照《关于建立工资调查和发布制度的通知》要求，开展了调查，现将结果印发给你们。",
        "为落实《示例省河道条例》，请各地抓紧公布名录。",
    ],
)
def test_the_law_on_which_a_document_rests_is_not_what_it_sends(sentence: str) -> None:
    assert Name.TITLE not in recognised(LETTER.format(sentence=sentence)).elements


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("临湖县人民政府公告\n2020年第3号", "临湖县人民政府公告（2020年第3号）"),
        ("临湖县人民政府公告\n（2020）第3号", "临湖县人民政府公告〔2020〕第3号"),
        ("临湖县人民政府\n公    告\n〔2020〕第3号", "临湖县人民政府公告〔2020〕第3号"),
        ("临湖县公安局通告", "临湖县公安局通告"),
    ],
)
def test_an_announcement_is_known_by_its_head(head: str, title: str) -> None:
    text = f"{head}\n因水厂检修，决定对东门片区分时供水。特此公告。\n临湖县人民政府\n2020年4月2日\n"
    elements = recognised(text).elements
    assert (elements[Name.TITLE].value, elements[Name.TITLE].origin) == (title, Origin.DERIVED)
    assert elements[Name.GENRE].value == title[title.index("告") - 1 : title.index("告") + 1]


def test_an_announcement_with_a_title_below_its_head_keeps_it() -> None:
    text = (
        "临湖县人民政府公告\n2020年第3号\n临湖县人民政府关于封闭江滨路的公告\n"
        "决定自2020年3月10日起对江滨路实行封闭施工。\n临湖县人民政府\n2020年2月28日\n"
    )
    assert recognised(text).elements[Name.TITLE].value == "临湖县人民政府关于封闭江滨路的公告"
