"""公开属性: every printed variant, tick boxes, what looks like a mark, and what each stands for."""

import pytest

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import ElementName
from app.errors import AppError
from app.inventory.recognise import attribute_of_mark
from app.inventory.recognise.mark_words import read_mark_words
from tests.unit.recognise.texts import printed, recognised

PROACTIVE, ON_REQUEST = DisclosureAttribute.PROACTIVE, DisclosureAttribute.ON_REQUEST
WITHHELD, UNDETERMINED = DisclosureAttribute.WITHHELD, DisclosureAttribute.UNDETERMINED

ATTRIBUTES = [
    ("此件公开发布", PROACTIVE),
    ("（此件公开发布）", PROACTIVE),
    ("此件主动公开", PROACTIVE),
    ("此件依申请公开", ON_REQUEST),
    ("此件可依申请公开", ON_REQUEST),
    ("此件不予公开", WITHHELD),
    ("此件不公开", WITHHELD),
    ("此件公开", PROACTIVE),
    ("此件予以公开", PROACTIVE),
    ("此件公开印发", PROACTIVE),
    ("此件社会公开", PROACTIVE),
    ("信息公开形式：主动公开", PROACTIVE),
    ("此件删减后公开", UNDETERMINED),
    ("此件部分公开", UNDETERMINED),
    ("信息公开选项：依申请公开", ON_REQUEST),
    ("政府信息公开选项：不予公开", WITHHELD),
    ("公开方式：主动公开", PROACTIVE),
    ("公开方式:免予公开", WITHHELD),
    ("公开方式: 免于公开", WITHHELD),
    ("公开属性：主动公开", PROACTIVE),
    ("政府信息属性：依申请公开", ON_REQUEST),
    ("公开类别：不公开", WITHHELD),
    ("公开类型：主动公开", PROACTIVE),
    ("公开形式：主动公开", PROACTIVE),
    ("内部公开", UNDETERMINED),
    ("委内公开", UNDETERMINED),
    ("信息公开选项：1", UNDETERMINED),
    ("主动公开", PROACTIVE),
    ("是否公开：是", PROACTIVE),
    ("是否公开：否", WITHHELD),
    ("公开时限：长期公开", PROACTIVE),
    ("不宜公开", WITHHELD),
    ("暂不公开", WITHHELD),
    ("同意公开", PROACTIVE),
    ("免公开", WITHHELD),
    ("此件公開發布", PROACTIVE),
    ("此 件 公 开 发 布", PROACTIVE),
    ("☑主动公开 □依申请公开 □不予公开", PROACTIVE),
    ("主动公开□ 依申请公开√ 不予公开□", ON_REQUEST),
    ("公开属性：□主动公开 □依申请公开 ■不予公开", WITHHELD),
    ("此件发至县团级", None),
    ("此件传达到村", None),
    ("请勿翻印", None),
    ("公开属性：是", None),
    ("网站公开招标", None),
    ("", None),
]


@pytest.mark.parametrize(("mark", "attribute"), ATTRIBUTES)
def test_each_mark_stands_for_its_attribute(mark: str, attribute: DisclosureAttribute | None) -> None:
    assert attribute_of_mark(mark) == attribute


LETTER = "关于春耕的通知\n各镇：\n请做好春耕。\n临湖县人民政府\n2020年3月1日\n{}\n"


@pytest.mark.parametrize(
    ("behind", "mark"),
    [
        ("（此件公开发布）", "此件公开发布"),
        ("(此件主动公开)", "此件主动公开"),
        ("【此件依申请公开】", "此件依申请公开"),
        ("（此件不予公开）", "此件不予公开"),
        ("（信息公开形式：主动公开）", "信息公开形式：主动公开"),
        ("（联系人：张三）\n（此件主动公开）", "此件主动公开"),
        ("信息公开选项：主动公开\n抄送：县委办公室。", "信息公开选项：主动公开"),
        ("公开属性：依申请公开\n临湖县人民政府办公室  2020年3月2日印发", "公开属性：依申请公开"),
        ("公开方式：免予公开", "公开方式：免予公开"),
        ("（主动公开）", "主动公开"),
        ("（此件发至县团级）", None),
        ("（此件发至镇级，请勿翻印）", None),
        ("", None),
    ],
)
def test_the_mark_below_the_letter_is_given_as_printed(behind: str, mark: str | None) -> None:
    assert printed(LETTER.format(behind), ElementName.DISCLOSURE_MARK) == mark


@pytest.mark.parametrize(
    "sentence",
    [
        "各单位公开方式：网站公开，做到应公开尽公开。",
        "应当在文件上标注“此件公开发布”字样，依法依规办理各项事务。",
        "政府信息公开属性分为主动公开、依申请公开和不予公开三类。",
        "对不予公开的，应当说明理由。",
    ],
)
def test_a_sentence_about_disclosure_is_no_mark(sentence: str) -> None:
    body = "一、做好工作。\n" * 30
    text = f"关于公开的通知\n各镇：\n{body}{sentence}\n{body}临湖县人民政府\n2020年3月1日\n"
    assert printed(text, ElementName.DISCLOSURE_MARK) is None


def test_the_note_on_the_document_counts_more_than_the_field_of_the_web_page() -> None:
    text = "公开方式：依申请公开\n" + LETTER.format("（此件公开发布）")
    assert printed(text, ElementName.DISCLOSURE_MARK) == "此件公开发布"
    assert [observation.kind for observation in recognised(text).observations] == ["mark_conflict"]


def test_marks_that_agree_are_no_conflict() -> None:
    text = "公开方式：主动公开\n" + LETTER.format("（此件公开发布）")
    assert recognised(text).observations == ()


def test_two_ticks_decide_nothing() -> None:
    assert attribute_of_mark("☑主动公开 ☑依申请公开 □不予公开") is not PROACTIVE


def test_a_broken_list_of_words_names_the_file(tmp_path) -> None:
    broken = tmp_path / "disclosure.toml"
    broken.write_text("[values]\nproactive = 3\n", "utf-8")
    with pytest.raises(AppError, match=r"disclosure\.toml"):
        read_mark_words(broken)
