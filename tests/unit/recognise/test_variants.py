"""One letter in the many ways in which its number, date, seal, head and mark are printed."""

import pytest

from app.domain.document import ElementName as Name
from tests.unit.recognise.texts import printed, recognised

BODY = "为做好春耕工作，根据江政办发〔2018〕3号文件，现将有关事项通知如下：\n一、提高认识。各单位要高度重视。"


def letter(
    *,
    number: str = "临政发〔2019〕1号",
    signature: str = "临湖县人民政府",
    date: str = "2019年1月2日",
    end: str = "",
) -> str:
    return f"临湖县人民政府文件\n{number}\n关于做好春耕工作的通知\n各镇人民政府：\n{BODY}\n{signature}\n{date}\n{end}"


@pytest.mark.parametrize(
    "brackets", ["〔〕", "﹝﹞", "[]", "［］", "【】", "()", "（）", "〈〉", "「」", "『』", "〖〗", "{}"]
)
def test_every_bracket_gives_the_same_number(brackets: str) -> None:
    opening, closing = brackets
    text = letter(number=f"临政发{opening}2019{closing}1号")
    assert printed(text, Name.DOCUMENT_NUMBER) == "临政发〔2019〕1号"
    assert printed(text, Name.TITLE) == "关于做好春耕工作的通知"


@pytest.mark.parametrize(
    "number",
    [
        "临政发 〔2019〕 1 号",
        "临政发〔２０１９〕１号",
        "临政发〔2019〕01号",
        "临政发〔二〇一九〕1号",
        "文    号：临政发〔2019〕1号",
        "（临政发〔2019〕1号）",
        "临 政 发〔2019〕1 号",
        "000012    特急      临政发〔2019〕1号",
        "特  急                       临政发〔2019〕1号",
    ],
)
def test_every_spelling_gives_the_same_number(number: str) -> None:
    assert printed(letter(number=number), Name.DOCUMENT_NUMBER) == "临政发〔2019〕1号"


def test_a_number_without_brackets_is_kept_as_printed() -> None:
    text = letter(number="临政办发2008年第5号", date="2008年3月3日")
    assert printed(text, Name.DOCUMENT_NUMBER) == "临政办发2008年第5号"
    assert printed(text, Name.TITLE) == "关于做好春耕工作的通知"


@pytest.mark.parametrize(
    "date",
    [
        "二○一九年一月二日",
        "二O一九年元月二日",
        "2019 年 1 月 2 日",
        "2019年01月02日",
        "2019.1.2",
        "2019-01-02",
        "20190102",
        "2019年1月2曰",
        "二〇—九年—月二日",
        "ニ0一九年一月ニ日",
        "二o一九年 一 月 二 日",
    ],
)
def test_every_spelling_of_the_date_closes_the_letter(date: str) -> None:
    text = letter(date=date)
    assert printed(text, Name.DATED_ON) == "2019-01-02"
    assert printed(text, Name.ISSUING_BODY) == ("临湖县人民政府",)


@pytest.mark.parametrize("signature", ["临湖县财政局（盖章）", "（印章）临湖县财政局", "临湖县财政局（章）"])
def test_the_place_of_the_seal_is_no_part_of_the_name(signature: str) -> None:
    assert printed(letter(signature=signature), Name.ISSUING_BODY) == ("临湖县财政局",)


def test_signatories_of_a_joint_report_stand_on_several_lines() -> None:
    text = (
        "临水〔2013〕22号                  签发人：张  三\n                                  李小四\n"
        "关于要求拨付资金的请示\n县人民政府：\n妥否，请批示。\n临湖县水利局\n2013年9月12日\n"
    )
    assert recognised(text).elements[Name.SIGNATORY].value == "张三 李小四"


@pytest.mark.parametrize(
    ("end", "mark"),
    [
        ("政府信息公开选项：依申请公开\n抄送：县委办公室。", "政府信息公开选项：依申请公开"),
        ("公开方式\t免予公开\n抄送\t县委办公室", "公开方式：免予公开"),
        ("三、公开方式：网站公开，信息应当主动公开。", None),
    ],
)
def test_marks_of_the_imprint(end: str, mark: str | None) -> None:
    assert printed(letter(end=end), Name.DISCLOSURE_MARK) == mark


def test_a_mark_in_the_table_of_a_web_page_is_a_pair_of_cells() -> None:
    table = "索引号\tLH001\t主题分类\t农业\n公开方式\t主动公开\t有效性\t有效\n"
    assert printed(table + letter(), Name.DISCLOSURE_MARK) == "公开方式：主动公开"


def test_an_addressee_of_two_lines_whose_colon_a_scan_lost() -> None:
    text = letter().replace(
        "各镇人民政府：", "各县、区人民政府，市政府各部门、各直属单位，各有关企业和事业机\n构"
    )
    assert (
        printed(text, Name.MAIN_RECIPIENTS)
        == "各县、区人民政府，市政府各部门、各直属单位，各有关企业和事业机构"
    )
    assert printed(text, Name.TITLE) == "关于做好春耕工作的通知"


def test_labels_in_lenticular_brackets_are_the_table_of_a_law_library() -> None:
    text = (
        "关于做好春耕工作的通知\n【发布单位】临湖县人民政府\n【发布文号】临政发〔2019〕1号\n【发布日期】2019-01-06\n"
        "【生效日期】2019-01-06\n【所属类别】地方规范性文件\n" + letter(number="").partition("\n\n")[2]
    )
    assert printed(text, Name.DOCUMENT_NUMBER) == "临政发〔2019〕1号"
    assert printed(text, Name.TITLE) == "关于做好春耕工作的通知"
    assert printed(text, Name.DATED_ON) == "2019-01-02"


def test_boxes_of_symbol_fonts_are_boxes() -> None:
    sheet = "临湖县民政局发文稿纸\n公开属性：\uf0fe主动公开 \uf0a8依申请公开 \uf0a8不予公开\n签发：李四 拟稿人：张三 核稿：王五\n"
    assert printed(sheet + letter(), Name.DISCLOSURE_MARK) == "主动公开"
