"""The order of evidence, contradictions shown, and the gate behind everything."""

from dataclasses import replace
from datetime import date

import pytest

from app.classify.personal_information import find_in
from app.classify.rules import shipped_rules
from app.classify.suggest import NOTHING_FOUND, Case, suggest
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability, DocumentRole, ElementName, Origin
from app.domain.source import Extraction, FileFormat
from app.inventory.recognise import recognise
from tests.unit.classify.cases_reader import NUMBERS

LETTER = """临湖县人民政府文件

临政发〔2020〕21号

{title}

各镇人民政府：
{body}

临湖县人民政府
{date}
{mark}
"""


def _suggest(
    title="临湖县人民政府关于湖区工作的批复", body="请认真落实。", mark="", dated="2020年3月7日", **fields
):
    text = LETTER.format(title=title, body=body, mark=mark, date=dated)
    text = fields.pop("before", "") + text
    extraction = Extraction(FileFormat.TXT, None, text, **fields.pop("extraction", {}))
    recognition = recognise(extraction)
    return suggest(Case(extraction, recognition, find_in(extraction), shipped_rules(), **fields))


P, R, W, U = (
    DisclosureAttribute.PROACTIVE,
    DisclosureAttribute.ON_REQUEST,
    DisclosureAttribute.WITHHELD,
    DisclosureAttribute.UNDETERMINED,
)


@pytest.mark.parametrize(
    ("registered", "mark", "attribute"),
    [
        ("不予公开", "（此件公开发布）", P),
        ("主动公开", "（此件公开发布）", P),
        ("依申请", "", R),
        ("不公开", "", W),
        ("", "", R),
    ],
)
def test_a_register_counts_where_nothing_is_printed(registered, mark, attribute):
    made = _suggest(mark=mark, registered=registered)
    assert made.attribute is attribute
    assert any("属性冲突" in line for line in made.against) is (bool(mark) and registered != "主动公开")
    assert any(one.rule == "mark:register" for one in made.reasons) is (bool(registered) and not mark)


def test_what_a_register_says_unclearly_is_left_to_a_person():
    made = _suggest(registered="部分公开")
    assert any("“部分公开”不是三种公开属性之一" in line for line in made.to_check)


def test_an_issue_sheet_outranks_the_note_below_the_date():
    sheet = (
        "临湖县人民政府发文稿纸\n签发：\n会签：\n核稿：\n拟稿单位：县水利局\n拟稿人：\n公开属性：依申请公开\n"
        "不予公开理由：\n标题：关于湖区工作的批复\n主送：各镇人民政府\n印数：30\n\n"
    )
    made = _suggest(mark="（此件公开发布）", before=sheet)
    assert any("冲突" in line for line in made.against)
    assert made.attribute is R


def test_two_printed_marks_that_differ_are_shown():
    made = _suggest(mark="（此件公开发布）\n\n公开属性：依申请公开\n抄送：县委办公室。")
    assert any("属性冲突" in line for line in made.against)


@pytest.mark.parametrize(
    ("dated", "told"),
    [
        ("2020年3月7日", ""),
        ("2019年12月30日", ""),
        ("2012年3月7日", "发文字号的年份（2020）与成文日期（2012-03-07）不一致，请核对。"),
        ("2020年2月30日", "成文日期在日历上不存在，请核对原件。"),
    ],
)
def test_a_date_that_cannot_be_right_is_to_be_checked(dated, told):
    checks = [line for line in _suggest(dated=dated).to_check if "成文日期" in line]
    assert checks == ([told] if told else [])


def test_a_date_that_a_person_typed_is_not_questioned():
    text = LETTER.format(title="关于湖区工作的批复", body="请落实。", mark="", date="2012年3月7日")
    extraction = Extraction(FileFormat.TXT, None, text)
    found = recognise(extraction)
    typed = replace(found.elements[ElementName.DATED_ON], origin=Origin.PERSON)
    corrected = replace(found, elements={**found.elements, ElementName.DATED_ON: typed})
    made = suggest(Case(extraction, corrected, (), shipped_rules()))
    assert not [line for line in made.to_check if "不一致" in line]


def test_a_mark_is_quoted_with_its_place():
    made = _suggest(mark="（此件公开发布）")
    (reason, *_) = made.reasons
    assert (reason.rule, reason.quote) == ("mark:printed", "此件公开发布")
    assert reason.end - reason.start == len(reason.quote)
    assert made.rule_edition == shipped_rules().edition


def test_a_closed_document_that_belongs_before_the_public_is_put_up_for_review():
    made = _suggest("临湖县人民政府关于印发湖区管理办法的通知", mark="（此件依申请公开）")
    assert made.attribute is R
    assert any("第十八条" in line for line in made.to_check)
    assert any("主动公开" in line for line in made.against)


def test_nothing_found_never_means_that_it_may_be_published():
    extraction = Extraction(FileFormat.TXT, None, "湖区水位平稳。\n")
    made = suggest(Case(extraction, recognise(extraction), (), shipped_rules()))
    assert made.attribute is U
    assert NOTHING_FOUND in made.to_check
    assert made.basis == ()


@pytest.mark.parametrize(
    ("dated", "words"), [("2006年3月7日", "不属违规"), ("2012年3月7日", "未见公开属性标注")]
)
def test_a_missing_mark_counts_from_the_day_the_law_began(dated, words):
    assert any(words in line for line in _suggest(dated=dated).to_check)


@pytest.mark.parametrize(
    ("applicability", "words"),
    [
        (Applicability.OTHER_MAKER, "制作机关"),
        (Applicability.PARTY, "党组织"),
        (Applicability.NOT_INFORMATION, "人工确认"),
    ],
)
def test_what_is_not_ours_is_referred(applicability, words):
    made = _suggest(applicability=applicability, role=DocumentRole.INCOMING)
    assert (made.attribute, made.applicability, made.basis) == (U, applicability, ())
    assert any(words in line for line in made.to_check)


def test_the_makers_mark_is_kept():
    made = _suggest(mark="（此件公开发布）", applicability=Applicability.OTHER_MAKER)
    assert made.attribute is P


def test_a_forwarded_text_follows_what_it_forwards():
    made = _suggest("临湖县人民政府转发江南市湖区管理办法的通知", role=DocumentRole.FORWARDED)
    assert any("被转发文件" in line for line in made.to_check)


SENSITIVE = {
    "identity": f"同意陆大山（身份证号：{NUMBERS['{id1}']}）使用。",
    "roster": "姓名\t家庭住址\t金额\n陆大山\t东湖路1号\t3\n秦小河\t东湖路2号\t3\n汤望湖\t东湖路3号\t3",
    "card": f"汇入陆大山账户，卡号{NUMBERS['{card}']}。",
}


@pytest.mark.parametrize("body", SENSITIVE.values(), ids=SENSITIVE)
@pytest.mark.parametrize("mark", ["（此件公开发布）", "（此件主动公开）", ""])
@pytest.mark.parametrize("applicability", [Applicability.OURS, Applicability.OTHER_MAKER])
def test_protected_text_is_never_proposed_for_the_public(body, mark, applicability):
    made = _suggest("临湖县人民政府关于印发湖区管理办法的通知", body, mark, applicability=applicability)
    assert made.attribute is not P


def test_a_register_does_not_lift_the_gate_either():
    made = _suggest(body=SENSITIVE["identity"], registered="主动公开")
    assert (made.attribute, made.redact) == (R, True)
    assert any("指向主动公开" in line for line in made.against)


def test_a_mark_of_secrecy_is_withheld_with_the_basis_for_it():
    made = _suggest(mark="（此件公开发布）", before="机密★5年\n")
    assert (made.attribute, made.basis) == (W, ("N-14-1",))


@pytest.mark.parametrize("level", ["公开", "普通", "非密", "内部"])
def test_a_level_that_is_none_is_not_a_mark_of_secrecy(level):
    made = _suggest(mark="（此件公开发布）", before=f"密级：{level}\n")
    assert made.attribute is P


def test_an_expired_term_is_for_review_and_nothing_more():
    made = _suggest(before="000012\n秘密★1年\n", today=date(2026, 11, 1))
    assert made.attribute is W
    assert any("疑似到期" in line for line in made.to_check)


def test_the_places_to_take_out_are_listed():
    made = _suggest(
        "临湖县人民政府关于印发湖区管理办法的通知",
        "联系人：陆大山；手机：13900001234、13900001235。",
        "（此件公开发布）",
    )
    assert (made.attribute, made.redact) == (P, True)
    assert any("手机号码2处" in line for line in made.to_check)
    assert sum(reason.rule == "redact" for reason in made.reasons) == 2


def test_hidden_text_counts_like_the_page():
    from app.domain.source import Aside, AsideKind

    aside = Aside(AsideKind.DELETED, SENSITIVE["identity"])
    made = _suggest(mark="（此件公开发布）", extraction={"asides": (aside,)})
    assert made.attribute is not P


def test_reasons_carry_pages():
    text_pages = (0, 40)
    made = _suggest(mark="（此件公开发布）", extraction={"page_starts": text_pages})
    assert made.reasons[0].page == 2
