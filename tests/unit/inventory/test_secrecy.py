"""The gate: what is stopped, what is not, and what a verdict may say."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.domain.source import Extraction, FileFormat, LayoutLine, PartKind, TextPart
from app.inventory.secrecy import (
    SecrecyLevel,
    examine_extraction,
    examine_name,
    expiry_note,
    find_restricted_marks,
    gate,
)

SHARED = Path(__file__).parents[4] / "shared" / "data"
BODY = "\n临湖县人民政府文件\n临政发〔2020〕1号\n关于湖区工作的通知\n各镇人民政府：\n请认真落实。\n"


def _extraction(text, **fields):
    return Extraction(FileFormat.TXT, None, text, **fields)


@pytest.mark.parametrize(
    ("path", "level"),
    [
        ("D:\\收文\\机密★5年 湖区通知.doc", "A"),
        ("收文/（机密）湖区通知.doc", "A"),
        ("收文/【秘密】湖区通知.doc", "A"),
        ("収文/機密/湖区通知.doc", "A"),
        ("包.zip!/绝密/湖区通知.doc", "A"),
        ("秘密_2015_3.doc", "A"),
        ("试卷/绝密★启用前 语文.pdf", "A"),
        ("秘密级文件/湖区通知.doc", "A"),
        ("涉密文件/湖区通知.doc", "B"),
        ("收文/密码电报.doc", "B"),
        ("收文/密传-湖区通知.doc", "B"),
        ("商业秘密保护规定.doc", "C"),
        ("保守国家秘密法学习材料.doc", "C"),
        ("关于涉密人员管理的规定.doc", "none"),
        ("非涉密文件/湖区通知.doc", "none"),
        ("湖区通知.doc", "none"),
        ("工作秘密★5年 湖区情况.doc", "C"),
        ("秘密花园绘本目录.doc", "C"),
    ],
)
def test_names_are_judged_before_a_file_is_opened(path, level):
    assert examine_name(path).level == level


@pytest.mark.parametrize(
    ("head", "level"),
    [
        ("机密★5年", "A"),
        ("000012\n机密★1年\n特急", "A"),
        ("机 密 ★ 10 年", "A"),
        ("000012                    秘密★6个月", "A"),
        ("特急  绝密★长期", "A"),
        ("秘密*5年", "A"),
        ("密级：机密", "A"),
        ("密级\t秘密\t紧急程度\t平急", "A"),
        ("密级：□绝密 □机密 ☑秘密", "A"),
        ("機密★五年", "A"),
        ("绝密★2030年12月31日前", "A"),
        ("000012\n机密", "A"),
        ("机 密", "B"),
        ("密码电报", "B"),
        ("密级：公开", "none"),
        ("密级：□绝密 □机密 □秘密 ☑普通", "C"),
        ("密级：绝密/机密/秘密", "C"),
        ("工作秘密★5年", "C"),
        ("商业秘密*注", "C"),
        ("标志写作“机密★5年”，印在首页。", "C"),
        ("特急", "none"),
    ],
)
def test_the_head_of_page_one(head, level):
    assert examine_extraction(_extraction(head + BODY)).level == level


def test_prose_about_secrecy_stops_nothing():
    text = (
        BODY
        + "各单位应当保守国家秘密、商业秘密。密级分为绝密、机密、秘密三级。\n机密级事项由县级以上机关确定。\n"
        * 5
    )
    verdict = examine_extraction(_extraction(text))
    assert verdict.level is SecrecyLevel.MENTION
    assert not verdict.quarantines


def test_a_level_word_far_from_the_head_is_no_mark():
    text = BODY + "正文\n" * 20 + "秘密\n" + "正文\n" * 20
    assert not examine_extraction(_extraction(text)).quarantines


def test_a_mark_in_a_header_a_text_box_or_a_corner_counts_wherever_the_file_holds_it():
    text = BODY + "正文\n" * 40 + "机密★5年\n" + "正文\n" * 20
    start = text.index("机密★5年")
    assert not examine_extraction(_extraction(text)).quarantines
    for kind in (PartKind.HEADER, PartKind.TEXT_BOX):
        part = TextPart(kind, start, start + 5)
        assert examine_extraction(_extraction(text, parts=(part,))).level == "A"
    line = LayoutLine(start, start + 5, 80.0, 60.0, 150.0, 76.0)
    assert examine_extraction(_extraction(text, layout=(line,), page_size=(595.0, 842.0))).level == "A"


def test_a_bare_level_counts_only_in_the_upper_part_of_the_page():
    text = BODY + "正文\n" * 40 + "秘密\n" + "正文\n" * 20
    start = text.index("秘密\n")
    for top, stopped in ((60.0, True), (700.0, False)):
        line = LayoutLine(start, start + 2, 80.0, top, 150.0, top + 16)
        extraction = _extraction(text, layout=(line,), page_size=(595.0, 842.0))
        assert examine_extraction(extraction).quarantines is stopped


@pytest.mark.parametrize(
    ("properties", "stopped"),
    [
        ({"密级": "机密"}, True),
        ({"Classification": "秘密★3年"}, True),
        ({"keywords": "机密★5年"}, True),
        ({"密级": "公开"}, False),
        ({"DocSecurity": "0"}, False),
        ({"title": "商业秘密保护规定"}, False),
    ],
)
def test_properties(properties, stopped):
    assert examine_extraction(_extraction(BODY, properties=properties)).quarantines is stopped


def test_a_register_with_classified_rows_is_stopped():
    head = "件号\t责任者\t题名\t密级\t页数\n1\t临湖县政府\t湖区通知\t{}\t3\n"
    assert examine_extraction(_extraction(head.format("机密"))).level == "A"
    assert not examine_extraction(_extraction(head.format("公开"))).quarantines
    assert not examine_extraction(_extraction(head.format(""))).quarantines


def test_party_series_with_scope_and_ban_on_reprinting():
    text = "中发〔2010〕3号\n关于湖区工作的意见\n正文\n（此件发至县团级，请勿翻印）\n"
    assert examine_extraction(_extraction(text)).level == "B"
    assert not examine_extraction(_extraction(text.replace("请勿翻印", "公开发布"))).quarantines


def test_a_verdict_names_its_rule_and_holds_no_text():
    verdict = gate("收文/湖区通知.doc", _extraction("机密★5年" + BODY))
    assert verdict.quarantines
    assert verdict.rule == "page:mark"


@pytest.mark.parametrize(
    ("mark", "dated_on", "ends_on"),
    [
        ("秘密★5年", "2010-03-07", "2015-03-07"),
        ("机密★六个月", "2010-08-31", "2011-02-28"),
        ("绝密", "1985-03-07", "2015-03-07"),
        ("秘密", "2010", "2020-12-31"),
        ("机密★2012年6月30日前", None, "2012-06-30"),
        ("机密★20年", "2010-03-07", None),
        ("绝密★长期", "1950-03-07", None),
        ("机密★5年", None, None),
        ("平急", "1950-03-07", None),
    ],
)
def test_terms_seem_to_have_run_out_and_never_more(mark, dated_on, ends_on):
    note = expiry_note(mark, dated_on, date(2026, 11, 1))
    assert (note.ends_on.isoformat() if note else None) == ends_on
    if note:
        assert note.message == "疑似到期，需解密审核"


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("内部资料 注意保存\n湖区动态\n", ["内部资料 注意保存"]),
        ("工作秘密★5年\n湖区情况\n", ["工作秘密★5年"]),
        ("正文。\n（此件发至县团级，请勿翻印）\n", ["（此件发至县团级，请勿翻印）"]),
        ("核心商密▲5年\n", ["核心商密▲5年"]),
        ("各单位要加强内部资料管理，防止工作秘密外泄。\n", []),
        ("印发给内部使用的资料不得翻印。\n", []),
    ],
)
def test_restricted_marks_stand_alone(text, marks):
    found = list(find_restricted_marks(text))
    assert [mark.printed for mark in found] == marks
    assert [text[mark.start : mark.end] for mark in found] == marks


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
@pytest.mark.parametrize("name", ["gold.jsonl", "structured.jsonl"])
def test_no_published_document_is_stopped(name):
    rows = map(json.loads, (SHARED / "gold" / name).read_text("utf-8").splitlines())
    assert [row["id"] for row in rows if examine_extraction(_extraction(row["text"])).quarantines] == []
