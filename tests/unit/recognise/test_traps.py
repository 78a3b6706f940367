"""Traps of real texts: lost line breaks, wrapped lines, web pages, annexes, two documents, file names."""

import dataclasses

import pytest

from app.domain.document import ElementName as Name
from app.domain.document import Origin
from app.inventory.recognise import recognise
from app.inventory.recognise.file_name import named_in_file
from app.inventory.recognise.glued import names_at_end
from tests.unit.recognise.texts import extraction, printed, recognised

BODY = "为做好春耕工作，现将有关事项通知如下。请认真贯彻执行。"
LETTER = f"""临湖县人民政府文件
临政发〔2020〕6号
临湖县人民政府关于做好春耕工作的通知
各镇人民政府，县政府各部门：
{BODY}
临湖县人民政府
2020年3月7日
（此件主动公开）
"""
VALUES = {
    Name.TITLE: "临湖县人民政府关于做好春耕工作的通知",
    Name.DOCUMENT_NUMBER: "临政发〔2020〕6号",
    Name.ISSUING_BODY: ("临湖县人民政府",),
    Name.MAIN_RECIPIENTS: "各镇人民政府，县政府各部门",
    Name.DATED_ON: "2020-03-07",
    Name.DISCLOSURE_MARK: "此件主动公开",
}
PAGE_HEAD = "首页 > 政务公开 > 县政府文件\n字体：大 中 小  打印 关闭\n来源：县政府办公室  发布时间：2023-05-06  浏览次数：24\n"
PAGE_FOOT = (
    "\n扫一扫在手机打开当前页\n相关链接：\n图解：关于春耕的通知\n责任编辑：张三\n"
    "主办：临湖县大数据局 承办：临湖县大数据中心\n临湖县大数据局\n2023年5月7日\n"
)
ANNEX = "附件1\n临湖县春耕实施方案\n临农〔2003〕9号\n临湖县农业农村局\n2003年9月9日\n"
SECOND = (
    "江南市人民政府文件\n江政发〔2001〕7号\n江南市人民政府关于夏收的通知\n各县人民政府：\n请落实。\n"
    "江南市人民政府\n2001年2月3日\n（此件不予公开）\n"
)


def wrapped(text: str, width: int) -> str:
    """The text as a terminal of this width breaks it."""
    return "\n".join(
        line[start : start + width]
        for line in text.split("\n")
        for start in range(0, max(len(line), 1), width)
    )


def spread(text: str) -> str:
    """Short lines justified by blanks between all characters."""
    return "\n".join(" ".join(line) if len(line) < 14 else line for line in text.split("\n"))


VARIANTS = {
    "web page": PAGE_HEAD + LETTER + PAGE_FOOT,
    "annex behind": LETTER + ANNEX,
    "another document behind": LETTER + SECOND,
    "empty lines between": LETTER.replace("\n", "\n\n"),
    "spread characters": spread(LETTER),
    "head in one line": LETTER.replace("文件\n", "文件").replace("号\n", "号").replace("的通知\n", "的通知"),
    "addressee without colon": LETTER.replace("各部门：", "各部门"),
    "addressee with comma": LETTER.replace("各部门：", "各部门，"),
    "signatory beside the number": LETTER.replace("6号", "6号                签发人：钱七"),
    "table head": "索引号\t000-1\t文号\t临政发〔2020〕6号\n" + LETTER.replace("临政发〔2020〕6号\n", ""),
    "imprint in one line": LETTER + "主题词：农业 春耕 通知抄送：县委办公室。内部发送：各科。\n",
}


@pytest.mark.parametrize("name", VALUES, ids=lambda name: name.value)
@pytest.mark.parametrize("text", VARIANTS.values(), ids=VARIANTS)
def test_values_do_not_change_with_what_stands_around(text: str, name: Name) -> None:
    assert printed(text, name) == VALUES[name]


@pytest.mark.parametrize("name", VALUES, ids=lambda name: name.value)
@pytest.mark.parametrize("width", [22, 28, 40])
def test_values_do_not_change_where_a_run_on_text_is_wrapped(width: int, name: Name) -> None:
    run_on = (
        LETTER.replace("\n", "", 1)
        .replace("号\n", "号")
        .replace("的通知\n", "的通知")
        .replace(BODY, BODY * 9)
    )
    assert printed(wrapped(run_on.replace("。\n", "。").replace("府\n2", "府2"), width), name) == VALUES[name]


@pytest.mark.parametrize(
    "number", ["临政发〔20206号", "临政发2020〕6号", "临政发L2020J6号", "临政发[2020）6号"]
)
def test_a_bracket_lost_in_recognition_does_not_hide_the_number(number: str) -> None:
    assert printed(LETTER.replace("临政发〔2020〕6号", number), Name.DOCUMENT_NUMBER) == "临政发〔2020〕6号"


@pytest.mark.parametrize(
    ("tail", "bodies", "dated"),
    [
        ("请落实。浙江省教育厅浙江省财政厅2021年5月6日", ("浙江省教育厅", "浙江省财政厅"), "2021-05-06"),
        ("联系电话：0571-1111浙江省教育厅2021年5月6日（此件主动公开）", ("浙江省教育厅",), "2021-05-06"),
        ("附件：获奖人员名单浙江省教育厅2021年5月6日获奖人员名单", ("浙江省教育厅",), "2021-05-06"),
        ("附件：春耕办法\n国务院办公厅2021年5月6日", ("国务院办公厅",), "2021-05-06"),
        (
            "附件：春耕办法教育部\n财政部  公安部二〇〇六年四月七日",
            ("教育部", "财政部", "公安部"),
            "2006-04-07",
        ),
        ("附件：春耕工作办法二〇〇六年四月七日\n主题词：农业  通知", None, "2006-04-07"),
        ("请落实。教育部办公厅财政部办公厅2021年5月6日", ("教育部办公厅", "财政部办公厅"), "2021-05-06"),
    ],
)
def test_signatures_that_lost_their_line_breaks(
    tail: str, bodies: tuple[str, ...] | None, dated: str
) -> None:
    text = f"关于做好春耕工作的通知\n各镇人民政府：\n{BODY}{tail}\n"
    assert printed(text, Name.ISSUING_BODY) == bodies
    assert printed(text, Name.DATED_ON) == dated


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("浙江省财政厅国家税务总局浙江省税务局", ["浙江省财政厅", "国家税务总局浙江省税务局"]),
        ("浙江省教育厅高教处浙江省教育厅", ["浙江省教育厅"]),
        ("有关材料报送浙江省教育厅", []),
        ("临湖县教育局", []),
    ],
)
def test_names_at_the_end_of_a_sentence(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in names_at_end(text, {"国家税务总局"})] == names


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("示例省人民政府令\n第12号\n《示例办法》现予公布。\n省长 李四\n2018年8月2日\n示例办法\n第一条 略。", Name.DATED_ON, "2018-08-02"),
        ("示例部 示例局公告〔2025〕第14号\n现决定废止旧规定。\n示例部\n示例局\n2025年6月7日", Name.DOCUMENT_NUMBER, "示例部示例局公告〔2025〕第14号"),
        ("临湖县人民政府公告\n2021年第1号\n关于保护范围的公告\n现予公布。\n临湖县人民政府\n2021年3月6日", Name.DOCUMENT_NUMBER, "2021年第1号"),
        ("文号：\t2021年第1号\n关于保护范围的公告\n现予公布。", Name.DOCUMENT_NUMBER, "2021年第1号"),
        ("临政发〔1993〕7号\n关于执行储蓄条例的规定一九九三年一月二日\n为了执行条例，制定本规定。", Name.DATED_ON, "1993-01-02"),
        ("关于转发《江南市关于春耕的通知》现将该通知转发给你们。", Name.TITLE, "关于转发《江南市关于春耕的通知》"),
        ("示例省人民政府第8号令\n《示例办法》已经通过，现予公布。\n省长 李四\n2018年8月2日", Name.DOCUMENT_NUMBER, "示例省人民政府令第8号"),
        ("第8号\n《示例办法》已经通过，现予公布。\n省长 李四\n2018年8月2日", Name.DOCUMENT_NUMBER, "第8号"),
        ("第三十号《示例办法》已经通过，现予公布。\n省长 李四\n2018年8月2日", Name.DOCUMENT_NUMBER, "第三十号"),
        ("示例市人民代表大会常务委员会公告\n（十五届）第8号\n《示例条例》已经通过，现予公布。", Name.DOCUMENT_NUMBER, "示例市人民代表大会常务委员会公告〔十五届〕第8号"),
        ("关于贷款的通知\n现就有关事项通知如下。\n主送：各银行，各信用社。\n抄送：县委。", Name.MAIN_RECIPIENTS, "各银行，各信用社"),
        ("关于春耕的通知\n各镇人民政府；各街道办事处；县政府各部门：\n请落实。", Name.MAIN_RECIPIENTS, "各镇人民政府；各街道办事处；县政府各部门"),
        ("会议记录\n参会人员：\n张三、李四。", Name.MAIN_RECIPIENTS, None),
        ("缴费基数3940元，缴纳2.0%、0.5%，基本险种：\n肾移植。", Name.MAIN_RECIPIENTS, None),
        ("临湖县人民政府常务会议纪要\n〔2009〕1号\n临湖县人民政府第十八次常务会议纪要\n2009年2月11日，县长主持召开会议。", Name.TITLE, "临湖县人民政府第十八次常务会议纪要"),
        ("临湖县人民政府常务会议纪要\n第3期    2009年2月11日\n会议由县长主持召开。", Name.DATED_ON, "2009-02-11"),
    ],
)  # fmt: skip
def test_reads_unusual_places(text: str, name: Name, value: str | None) -> None:
    assert printed(text, name) == value


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("临湖县人民政府常务会议纪要\n第十八次\n会议由县长主持召开。", Name.TITLE, "临湖县人民政府第十八次常务会议纪要"),
        ("临湖县人民政府常务会议纪要\n2009年2月11日上午，县长召开第十次会议。\n一、略。", Name.DATED_ON, "2009-02-11"),
        ("临湖县人民政府文件\n临政〔2006〕15号\n关于春耕的通知\n各镇：\n请落实。\n二○○六年四月三日", Name.ISSUING_BODY, ("临湖县人民政府",)),
        ("临湖县人民政府第十次常务会议纪要\n〔2009〕1号\n会议由县长主持召开。", Name.ISSUING_BODY, ("临湖县人民政府",)),
        ("临湖县教育局\n临湖县财政局  文件\n临教〔2006〕5号\n关于春耕的通知\n各镇：\n请落实。\n二○○六年四月三日", Name.ISSUING_BODY, ("临湖县教育局", "临湖县财政局")),
        ("关于春耕的通知\n各镇：\n请落实。\n二○○六年四月三日\n临湖县农业局办公室  2006年4月5日印发", Name.ISSUING_BODY, ("临湖县农业局办公室",)),
        ("临政〔2006〕15号\n临湖县水利局关于春耕的通知\n各镇：\n请落实。\n二○○六年四月三日", Name.ISSUING_BODY_FULL, ("临湖县水利局",)),
    ],
)  # fmt: skip
def test_what_follows_from_the_page_is_derived(text: str, name: Name, value: str | tuple[str, ...]) -> None:
    element = recognised(text).elements[name]
    assert (element.value, element.origin) == (value, Origin.DERIVED)


@pytest.mark.parametrize(
    ("title", "dated", "genre"),
    [
        ("关于春耕的复函", "2020年3月7日", "函"),
        ("关于第17号提案的答复函", "2020年3月7日", "函"),
        ("临湖县人民政府第十次常务会议纪要", "2011年3月7日", "会议纪要"),
        ("临湖县人民政府第十次常务会议纪要", "2013年3月7日", "纪要"),
        ("智慧水务技术开发合同", "2020年3月7日", None),
        ("行政处罚决定书", "2020年3月7日", None),
    ],
)
def test_the_genre_is_one_of_the_rules_in_force(title: str, dated: str, genre: str | None) -> None:
    assert printed(f"{title}\n{BODY}\n临湖县人民政府\n{dated}\n", Name.GENRE) == genre


@pytest.mark.parametrize(
    ("name", "number", "title"),
    [
        ("临政发〔2006〕1号 临湖县人民政府关于防汛的通知_扫描件.tif", "临政发〔2006〕1号", "临湖县人民政府关于防汛的通知"),
        ("收文/3、临湖县人民政府关于防汛的通知（盖章）-1.pdf", "", "临湖县人民政府关于防汛的通知"),
        ("临政办[2010]12号_关于值班的通知 最终版 副本.doc", "临政办〔2010〕12号", "关于值班的通知"),
        ("2021年第1号 关于保护范围的公告(2).ofd", "2021年第1号", "关于保护范围的公告"),
        ("〔2009〕1号 临湖县人民政府第十八次常务会议纪要.doc", "〔2009〕1号", "临湖县人民政府第十八次常务会议纪要"),
        ("关于停车管理办法（试行）的通知.docx", "", "关于停车管理办法（试行）的通知"),
        ("扫描件.tif", "", "扫描件"),
    ],
)  # fmt: skip
def test_the_name_of_a_file_without_words_about_the_carrier(name: str, number: str, title: str) -> None:
    found = named_in_file(name)
    assert (found.number, found.title) == (number, title)


def test_a_scan_is_known_by_its_file_name_until_it_is_read() -> None:
    elements = recognised("", "临政发〔2006〕1号 临湖县人民政府关于防汛的通知_扫描件.tif").elements
    assert elements[Name.ISSUING_BODY].value == ("临湖县人民政府",)
    assert elements[Name.DOCUMENT_NUMBER].value == "临政发〔2006〕1号"
    assert {elements[name].origin for name in (Name.TITLE, Name.DOCUMENT_NUMBER, Name.ISSUING_BODY)} == {
        Origin.FILE_NAME
    }


ORDERS = [
    (
        "示例省人民政府令第9号《示例省渡口办法》已经2009年7月6日省政府常务会议通过，现予公布，自2009年9月1日起施行。省长李四二○○九年七月八日"
        "示 例 省 渡 口 办 法第一章 总则第一条 为加强渡口管理，制定本办法。",
        {
            Name.TITLE: "示例省渡口办法",
            Name.DOCUMENT_NUMBER: "示例省人民政府令第9号",
            Name.DATED_ON: "2009-07-08",
        },
    ),
    (
        "《示例省人民政府关于修改〈示例省渡口办法〉的决定》已经2018年5月17日常务会议通过，现予公布。　　省长 李四　　2018年7月27日　　"
        "示例省人民政府关于修改《示例省渡口办法》的决定　　省人民政府决定对《示例省渡口办法》作如下修改：",
        {Name.TITLE: "示例省人民政府关于修改《示例省渡口办法》的决定", Name.DATED_ON: "2018-07-27"},
    ),
    (
        "根据《中华人民共和国信托法》，示例银行修订了《示例业务办法》，现予以公布施行。行长：李四二○○二年五月九日",
        {Name.TITLE: None, Name.DATED_ON: "2002-05-09"},
    ),
    (
        "中华人民共和国主席令（十届第41号）\n《示例法》已由全国人民代表大会常务委员会通过，现予公布。中华人民共和国主席李四2005年10月25日",
        {Name.DOCUMENT_NUMBER: "中华人民共和国主席令（十届第41号）", Name.DATED_ON: "2005-10-25"},
    ),
    (
        "示例银行财政部\n公告\n（2011）第6号\n为完善市场，现就有关事宜公告如下：\n一、本公告自2011年6月1日起施行。",
        {Name.DOCUMENT_NUMBER: "示例银行财政部公告〔2011〕第6号", Name.DATED_ON: None},
    ),
    (
        "示例部令第5号示例项目管理暂行办法2001年1月20日目录第一章总则第一条为规范管理，制定本办法。",
        {Name.TITLE: "示例项目管理暂行办法", Name.DATED_ON: "2001-01-20"},
    ),
]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [(text, name, value) for text, values in ORDERS for name, value in values.items()],
)
def test_orders_and_announcements_that_lost_their_lines(text: str, name: Name, value: str | None) -> None:
    assert printed(text, name) == value


RUN_ON_DATES = [
    (
        "各县人民政府：《示例措施》已经省政府同意，现印发给你们。示例省人民政府办公厅2024年4月28日为加快发展，制定如下措施。一、支持。",
        "2024-04-28",
    ),
    (
        "各县人民政府：《示例意见》已经省政府同意，现转发给你们。二〇〇六年二月七日（示例省发展和改革委员会）2006年是开局之年。",
        "2006-02-07",
    ),
    (
        "省直各部门：　　《示例细则》已经同意，现印发给你们，请遵照执行。　　二〇〇五年九月三十日示例细则第一章总则　　第一条　略。",
        "2005-09-30",
    ),
    ("各镇：请做好春耕。示例省人民政府2024年4月28日为表彰先进召开了大会。", None),
    (
        "各镇：请做好春耕。示例省教育厅示例省财政厅2021年5月6日《示例办法》政策解读更多信息请关注官方微信",
        "2021-05-06",
    ),
]


@pytest.mark.parametrize(("text", "value"), RUN_ON_DATES)
def test_dates_between_a_letter_and_what_it_issues(text: str, value: str | None) -> None:
    assert printed(text, Name.DATED_ON) == value


@pytest.mark.parametrize(
    ("signature", "bodies"),
    [
        ("临湖县水利局  临湖县自然资源和\n规划局", ("临湖县水利局", "临湖县自然资源和规划局")),
        ("临湖县社会治安综合治理委员会办\n公室", ("临湖县社会治安综合治理委员会办公室",)),
        ("临湖县水利局  临湖县社会治安综合治理委\n员会办公室", ("临湖县水利局", "临湖县社会治安综合治理委员会办公室")),
        ("临湖县水利局\n县财政局", ("临湖县水利局", "县财政局")),
        ("特此通知\n临湖县水利局", ("临湖县水利局",)),
        ("临湖县人民政府\n县长：李四", ("临湖县人民政府",)),
    ],
)  # fmt: skip
def test_a_line_end_or_a_person_in_a_signature(signature: str, bodies: tuple[str, ...]) -> None:
    text = f"关于春耕的通知\n各镇：\n{BODY}\n{signature}\n2021年5月6日\n"
    assert printed(text, Name.ISSUING_BODY) == bodies
    assert printed(text, Name.DATED_ON) == "2021-05-06"


@pytest.mark.parametrize(
    "news",
    [
        "新华社示例3月8日电 近日，临湖县人民政府印发了《关于春耕的通知》。全文如下：\n",
        "新华社示例3月8日电\n临湖县人民政府日前印发通知，要求各地认真贯彻落实。\n《通知》全文如下。\n",
        "新华社示例3月8日电",
    ],
)
@pytest.mark.parametrize("name", VALUES, ids=lambda name: name.value)
def test_a_document_that_a_news_agency_prints_in_full(news: str, name: Name) -> None:
    assert printed(news + LETTER, name) == VALUES[name]


def test_a_note_in_front_of_the_signature_that_lost_its_lines() -> None:
    text = f"临湖县人民政府关于春耕的通知各镇人民政府：{BODY}（此件主动公开）临湖县人民政府2021年5月6日"
    assert printed(text, Name.DISCLOSURE_MARK) == "此件主动公开"
    assert printed(text, Name.ISSUING_BODY) == ("临湖县人民政府",)


@pytest.mark.parametrize(
    "field",
    [
        "索引号：\t000-1\t名称：\t临湖县人民政府关于做好春耕工作的通知\t有效性：\t有效\n",
        "标 题：临湖县人民政府关于做好春耕工作的通知\n发布日期：2020-03-09\n",
        "信息名称\n临湖县人民政府关于做好春耕工作的通知\n索引号\n000-1\n",
    ],
)
def test_a_web_page_without_heading_has_its_title_in_a_field(field: str) -> None:
    text = field + "各镇人民政府，县政府各部门：\n" + LETTER.partition("各部门：\n")[2]
    assert {name: printed(text, name) for name in VALUES} == {**VALUES, Name.DOCUMENT_NUMBER: None}


def test_a_page_number_is_no_part_of_an_addressee_that_two_pages_share() -> None:
    text = LETTER.replace("各镇人民政府，县政府各部门", "各镇人民政府，\n— 1 —\n县政府各部门")
    assert printed(text, Name.MAIN_RECIPIENTS) == VALUES[Name.MAIN_RECIPIENTS]


def test_a_scan_that_ends_before_its_closing_names_the_body_in_its_mark() -> None:
    text = LETTER.partition("临湖县人民政府\n2020年")[0]
    cut = dataclasses.replace(extraction(text), ocr_confidence=0.96)
    assert recognise(cut).elements[Name.ISSUING_BODY].origin is Origin.PRINTED
    assert recognise(cut).elements[Name.ISSUING_BODY].value == ("临湖县人民政府",)
    assert recognised(text).elements[Name.ISSUING_BODY].origin is Origin.DERIVED


def test_an_addressee_in_an_imprint_that_lost_its_lines() -> None:
    text = f"临湖县人民政府关于春耕的通知\n{BODY}\n信息公开选项：主动公开主  送：各镇人民政府，各街道办事处。\n抄  送：县委办公室。\n"
    assert printed(text, Name.MAIN_RECIPIENTS) == "各镇人民政府，各街道办事处"
    assert printed(text, Name.DISCLOSURE_MARK) == "信息公开选项：主动公开"


@pytest.mark.parametrize("rule", ["─" * 20, "━━━━━━", "——————————", "=====", "* * * * *"])
def test_a_rule_drawn_with_signs_is_no_part_of_the_title(rule: str) -> None:
    wanted = "临湖县水利局2024年汛期值班安排"
    text = f"{rule}\n{wanted}\n{rule}\n各科室：\n现安排如下。\n临湖县水利局\n2024年5月6日\n"
    assert printed(text, Name.TITLE) == wanted
    assert printed("临湖县水利局文件\n" + text, Name.TITLE) == wanted
