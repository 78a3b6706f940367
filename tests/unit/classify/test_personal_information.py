"""Every kind with its validator, its ways of being written, and what only looks like it."""

import json
from pathlib import Path

import pytest

from app.classify.finding_kinds import TERMS
from app.classify.personal_information import find, find_in
from app.classify.personal_information.numbers import has_luhn_check, is_credit_code
from app.domain.source import Aside, AsideKind, Extraction, FileFormat
from tests.unit.classify.cases_reader import NUMBERS, bank_card, resident_id

SHARED = Path(__file__).parents[4] / "shared" / "data"
ID = NUMBERS["{id1}"]
CARD = NUMBERS["{card}"]
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def _found(text, kind):
    return [text[one.start : one.end] for one in find(text) if one.kind == kind]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (ID, "身份证号：{}，"),
        (ID, "编入{}号"),
        (ID.lower(), "证号{}。"),
        (ID.translate(WIDE), "证件号码：{}"),
        (f"{ID[:6]} {ID[6:14]} {ID[14:]}", "身份证号 {}"),
        (f"{ID[:6]}-{ID[6:14]}-{ID[14:]}", "身份证号 {}"),
        (f"{ID[:10]}\n{ID[10:]}", "身份证号：{}\n"),
        (" ".join(ID), "公民身份号码 {}"),
        ("\t".join(ID), "身份证号\t{}\n"),
        ("330199620304123", "第一代身份证号：{}"),
        (ID, "学籍号G{}"),
    ],
)
def test_resident_ids_in_every_writing(written, text):
    assert _found(text.format(written), "resident_id") == [written]


@pytest.mark.parametrize(
    "text",
    [
        f"项目编号：{ID[:17]}{9 - int(ID[17])}",
        "订单流水 37884607729810282694",
        "索引号：11330199002187873X/2023-257324",
        "统一社会信用代码：91330199MA2BCDEF0P",
        "编号：330199620304123",
        "330199 19991340 1234",
        "合同编号 2019033019948010123",
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18",
    ],
)
def test_what_only_looks_like_a_resident_id(text):
    assert _found(text, "resident_id") == []


def test_a_wrong_check_digit_behind_a_label_is_only_suspected():
    wrong = ID[:17] + ("0" if ID[17] != "0" else "1")
    assert _found(f"身份证号：{wrong}", "suspected_resident_id") == [wrong]
    assert _found("身份证\t3.30199E+17\t", "suspected_resident_id") == ["3.30199E+17"]


@pytest.mark.parametrize(
    ("kind", "written", "text"),
    [
        ("mobile_phone", "13900001234", "手机：{}"),
        ("mobile_phone", "+86 13900001234", "联系电话：{}"),
        ("mobile_phone", "139-0000-1234", "手机：{}；"),
        ("mobile_phone", "139 0000 1234", "手机：{}；"),
        ("mobile_phone", "１３９００００１２３４", "手机：{}"),
        ("mobile_phone", "13900001234", "陆大山{}"),
        ("landline_phone", "0570-8123456", "电话：{}"),
        ("landline_phone", "（0570）81234567", "电话{}"),
        ("landline_phone", "0570－81234567转802", "电话：{}"),
        ("landline_phone", "81234567", "联系电话：{}。"),
        ("email", "lu.dashan@example.com", "邮箱：{}，"),
        ("bank_card", CARD, "卡号{}。"),
        ("bank_card", f"{CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:16]} {CARD[16:]}", "银行卡号：{}"),
        ("bank_account", "1208019200123456789", "账号：{}"),
        ("passport", "E12345678", "护照号：{}"),
        ("passport", "EA1234567", "护照号码 {}"),
        ("travel_permit", "C12345678", "港澳通行证号{}"),
        ("vehicle_plate", "浙A·12345", "车牌号{}，"),
        ("vehicle_plate", "浙AD12345", "小型轿车{}停放"),
        ("credential", "Lh@2019xx", "密码：{}"),
        ("host_address", "10.21.3.8", "服务器地址 {}，"),
        ("masked_resident_id", "330199********1234", "身份证号：{}"),
        ("masked_mobile_phone", "139****1234", "手机：{}"),
        ("masked_bank_card", "622202*********2345", "卡号{}"),
        ("student_number", "G330199201209011", "学籍号：{}"),
        ("property_certificate", "浙（2020）临湖县不动产权第0001234号", "权证：{}。"),
        ("address", "城关镇东湖路12号3幢402室", "家庭住址：{}，"),
        ("address", "新塘镇望湖村3组18号", "现住{}。"),
    ],
)
def test_kinds_with_their_validators(kind, written, text):
    assert _found(text.format(written), kind) == [written]


@pytest.mark.parametrize(
    "text",
    [
        "2023年预算 13800000000 元",
        "图书条码 9785154081294，邮编 313000",
        "发票号码 13900001234",
        "投诉热线：12345，急救电话：120，客服 95588，400-800-1234",
        "临政发〔2013〕258号，2013年12月8日印发",
        "合同金额 12345678.90 元",
        f"订单号 {CARD}",
        "卡号6222020000000123450123",
        "许可证编号：浙B2-20080224",
        "https://www.example.com/art/2019/13900001234/index.html",
        "版本 2.10.3.1 发布",
    ],
)
def test_hard_negatives(text):
    private = {
        "resident_id",
        "mobile_phone",
        "landline_phone",
        "bank_card",
        "passport",
        "vehicle_plate",
        "host_address",
    }
    assert [one for one in find(text) if one.kind in private] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("陆大山", "申请人：{}，男，汉族"),
        ("陆大山", "申请人{}，公民身份号码" + ID),
        ("欧阳望湖", "经审核，{}（身份证号：" + ID + "）符合条件"),
        ("秦小河", "汇入{}账户，卡号" + CARD),
        ("陆某", "机主{}。"),
        ("秦　河", "联系人：{}\n"),
        ("秦　河", "姓　名：{}\n"),
        ("秦小河", "申请人：陆大山、{}，电话"),
        ("陆大山", "收件人{} 13900001234"),
        ("秦小河", "联系人：{}联系电话：13900001234"),
        ("阿依古丽·买买提", "姓名：{}\n"),
        ("汤望湖", "汤望湖 13900001234".replace("汤望湖", "{}")),
        ("陆大山", "{}，男，1962年3月4日出生"),
    ],
)
def test_names_in_context(name, text):
    assert _found(text.format(name), "person_name")[-1:] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "申请人应当提交材料。",
        "申请人：单位名称\n联系人：职务",
        "居民收入稳步提高，学生安全得到保障。",
        "签发人：陆大山",
        "任命陆大山同志为县水利局局长。",
        "联系电话：13900001234",
        "户主：全体成员",
        "当事人在规定期限内申请复议",
    ],
)
def test_words_and_officials_are_no_private_names(text):
    assert _found(text, "person_name") == []


TABLE = "姓名\t身份证号\t补助金额\n陆大山\t{id1}\t1200\n秦小河\t{id2}\t800\n汤望湖\t{id3}\t600\n"


def _filled(text):
    for name, number in NUMBERS.items():
        text = text.replace(name, number)
    return text


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (TABLE, 1),
        (TABLE.replace("\t", "  "), 1),
        ("公示名单\n" + TABLE.replace("\t", "\n"), 1),
        ("序号\n姓名\n残疾类别\n1\n陆大山\n肢体\n2\n秦小河\n视力\n3\n汤望湖\n听力\n", 1),
        ("姓名\n性别\n职务\n湖区工作由县水利局负责。\n", 0),
        (TABLE.replace("姓名\t身份证号\t补助金额\n", ""), 1),
        (TABLE.replace("汤望湖\t{id3}\t600\n", ""), 0),
        ("姓名\t职务\t办公电话\n陆大山\t局长\t8123456\n秦小河\t副局长\t8123457\n汤望湖\t科长\t8123458\n", 0),
        ("姓名\t病种\n陆*\t大病\n秦*\t大病\n汤*\t慢病\n", 1),
        ("项目名称\t金额\n湖堤加固\t120\n湖闸改造\t80\n湖岸绿化\t60\n", 0),
    ],
)
def test_rosters(text, count):
    assert len([one for one in find(_filled(text)) if one.kind == "roster"]) == count


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("minor", "学生姓名：陆小舟，身份证号：{child}"),
        ("medical", "患者：陆大山，诊断为肺结核"),
        ("whistle_blower", "举报人：陆大山，手机：13900001234"),
        ("relief_recipient", "低保对象：陆大山，身份证号：{id1}"),
    ],
)
def test_special_subjects_stand_next_to_a_person(kind, text):
    assert kind in {one.kind for one in find(_filled(text))}


def test_a_policy_about_a_group_names_nobody():
    text = "完善低保、特困、孤儿、残疾人补贴制度，保护举报人和未成年人，规范患者病历管理。"
    assert find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "做好确诊患者救治工作。联系人：陆大山，手机：13900001234",
        "保护举报人的权益。\n姓名\t住址\n陆大山\t东湖路1号\n秦小河\t东湖路2号\n汤望湖\t东湖路3号\n",
        "学籍号的编制由县教育局负责，联系人：陆大山",
    ],
)
def test_contact_persons_and_distant_words_make_no_subject(text):
    assert not {one.kind for one in find(text)} & {"minor", "medical", "whistle_blower"}


def test_who_was_a_minor_depends_on_the_year_of_the_document():
    text = f"同意下列人员入会：{resident_id('33019919950101123')}"
    assert "minor" in {one.kind for one in find(text, year=2009)}
    assert "minor" not in {one.kind for one in find(text, year=2020)}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("process_draft", "湖区管理办法（征求意见稿）\n第一条 为了保护湖区。"),
        ("process_draft", "会议记录\n时间：2020年3月7日"),
        ("case_file", "询  问  笔  录\n被询问人：陆大山"),
        ("case_file", "行政处罚立案审批表\n案由：无证经营"),
        ("internal_mark", "内部资料 注意保存\n湖区动态"),
        ("commercial_secret", "商业秘密\n工艺说明"),
        ("commercial_secret", "本报告含有我公司商业秘密。"),
        ("third_party_consultation", "第三方意见征询书\n明达公司："),
        ("security_plan", "湖区龙舟赛安全保卫工作方案\n一、总体要求"),
        ("personnel_matter", "关于周立新同志的考察材料\n周立新同志工作踏实。"),
    ],
)
def test_what_a_document_is(kind, text):
    assert kind in {one.kind for one in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "湖区管理办法（征求意见稿）\n现向社会公开征求意见，请于3月31日前反馈。",
        "行政执法程序规定\n执法人员应当制作询问笔录和现场检查笔录，并归入执法案卷。",
        "政府采购办法\n涉及商业秘密的，依照有关规定执行。各单位应当保守商业秘密。",
        "公文处理办法\n草案应当征求意见，送审稿由办公室审核。",
    ],
)
def test_rules_about_papers_are_not_such_papers(text):
    assert find(text) == ()


def test_values_are_masked_for_display():
    for finding in find(f"申请人：陆大山，身份证号：{ID}，手机：13900001234，卡号{CARD}，密码：Lh@2019xx"):
        assert "*" in finding.shown
        assert ID[6:14] not in finding.shown
        assert "0000" not in finding.shown
        assert "2019xx" not in finding.shown


def test_deleted_and_hidden_text_is_searched_and_placed_apart():
    extraction = Extraction(
        FileFormat.DOCX, None, "湖区通知", asides=(Aside(AsideKind.HIDDEN, f"身份证号：{ID}"),)
    )
    (finding,) = [one for one in find_in(extraction) if one.kind == "resident_id"]
    assert (finding.place, finding.start, finding.end) == ("aside:0", 5, 23)


def test_pages_are_told():
    text = f"湖区通知\n身份证号：{ID}\n"
    (finding,) = find_in(Extraction(FileFormat.PDF, None, text, page_starts=(0, 5)))
    assert finding.page == 2


def test_every_kind_has_a_chinese_term():
    texts = [
        TABLE,
        "学生姓名：陆小舟，身份证号：{child}",
        "联系人：陆大山；手机：13900001234；邮箱：a@example.com",
    ]
    assert {one.kind for text in texts for one in find(_filled(text))} <= set(TERMS)


def test_check_digits():
    assert is_credit_code("91350100m000100y43")
    assert not is_credit_code("91350100m000100y44")
    assert has_luhn_check(bank_card("622202000000012345"))


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_no_false_resident_id_in_published_documents():
    rows = map(json.loads, (SHARED / "gold" / "structured.jsonl").read_text("utf-8").splitlines())
    assert [row["id"] for row in rows if _found(row["text"], "resident_id")] == []


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_labelled_sentences():
    """The labelled kinds one by one, as ``score/personal_information.py`` counts them."""
    kinds = {"ID": "resident_id", "ID15": "resident_id", "PHONE": "mobile_phone", "BANK": "bank_card"}
    kinds |= {
        "LANDLINE": "landline_phone",
        "ID_MASKED": "masked_resident_id",
        "PHONE_MASKED": "masked_mobile_phone",
    }
    kinds |= {"EMAIL": "email", "PASSPORT": "passport", "PLATE": "vehicle_plate", "NAME": "person_name"}
    right = given = expected = 0
    for line in (SHARED / "gold" / "personal_information.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        want = {(kinds[label], start, end) for start, end, label, _ in row["spans"]}
        got = {(one.kind, one.start, one.end) for one in find(row["text"]) if one.kind in kinds.values()}
        right, given, expected = right + len(want & got), given + len(got), expected + len(want)
        assert want or not got, row["text"]
    assert 2 * right / (given + expected) >= 0.99
