"""Processing sheets on pages of their own, in front of and behind the document."""

import pytest

from app.domain.document import ElementName
from app.inventory.recognise import recognise
from tests.unit.recognise.texts import extraction

SHEET = (
    "临湖县水利局发文稿纸\n拟稿单位：办公室\n拟稿人：张三\n核稿：李四\n签发：王五 2020年2月1日\n"
    "公开属性：□主动公开 ☑依申请公开 □不予公开\n"
)
LETTER = "临水〔2020〕8号\n临湖县水利局关于防汛的通知\n各镇：\n请做好防汛。\n临湖县水利局\n2020年2月3日\n"


def elements_of(first: str, second: str) -> tuple[dict[str, str], tuple[tuple[int, int], ...]]:
    recognition = recognise(extraction(first + second, (0, len(first))))
    return {
        name.value: element.text for name, element in recognition.elements.items()
    }, recognition.sheet_pages


def test_a_sheet_behind_the_letter_gives_the_attribute_only() -> None:
    elements, sheets = elements_of(LETTER, SHEET)
    assert sheets == ((len(LETTER), len(LETTER + SHEET)),)
    assert elements[ElementName.DATED_ON] == "2020-02-03"
    assert elements[ElementName.DISCLOSURE_MARK] == "依申请公开"


def test_a_sheet_in_front_of_the_letter_gives_the_attribute_only() -> None:
    elements, sheets = elements_of(SHEET, LETTER)
    assert sheets == ((0, len(SHEET)),)
    assert elements[ElementName.TITLE] == "临湖县水利局关于防汛的通知"
    assert elements[ElementName.DOCUMENT_NUMBER] == "临水〔2020〕8号"
    assert elements[ElementName.DISCLOSURE_MARK] == "依申请公开"


@pytest.mark.parametrize(
    ("field", "number"),
    [
        ("文号：临水〔2020〕9号    缓急：平", "临水〔2020〕9号"),
        ("发文字号\t临水〔2020〕9号", "临水〔2020〕9号"),
        ("来文字号：江水函〔2020〕3号", "江水函〔2020〕3号"),
        ("收文字号：临收〔2020〕77号", None),
        ("附件：临水〔2020〕9号文", None),
    ],
)
def test_a_number_on_the_sheet_counts_where_the_letter_has_none(field: str, number: str | None) -> None:
    elements, _ = elements_of(f"{SHEET}{field}\n", LETTER.removeprefix("临水〔2020〕8号\n"))
    assert elements.get(ElementName.DOCUMENT_NUMBER) == number
    elements, _ = elements_of(f"{SHEET}{field}\n", LETTER)
    assert elements[ElementName.DOCUMENT_NUMBER] == "临水〔2020〕8号"


def test_a_letter_that_speaks_of_handling_is_no_sheet() -> None:
    elements, sheets = elements_of(
        LETTER.replace("请做好防汛。", "请各承办单位做好传阅、会签和核稿工作。"), "附件\n"
    )
    assert sheets == ()
    assert elements[ElementName.TITLE] == "临湖县水利局关于防汛的通知"


def test_evidence_tells_the_page() -> None:
    recognition = recognise(extraction(SHEET + LETTER, (0, len(SHEET))))
    title = recognition.elements[ElementName.TITLE]
    assert title.evidence is not None
    assert title.evidence.page == 2
