"""The query language: what is understood, and what is said about a mistake."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.query import (
    And,
    DateRange,
    DocumentNumber,
    Field,
    FieldEquals,
    Mistake,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from app.search.explain import explain
from app.search.language import understand

A, B, C = Word("环保"), Word("通知"), Word("公告")
YEAR_2008 = (date(2008, 1, 1), date(2008, 12, 31))


@pytest.mark.parametrize(
    ("query", "node"),
    [
        ("环保", A),
        ("环保 通知", And((A, B))),
        ("环保　通知", And((A, B))),
        ("环保 与 通知", And((A, B))),
        ("环保 AND 通知", And((A, B))),
        ("环保 或 通知 或 公告", Or((A, B, C))),
        ("环保 与 通知 或 公告", Or((And((A, B)), C))),
        ("环保 （通知 或 公告）", And((A, Or((B, C))))),
        ("环保 非 通知", And((A, Not(B)))),
        ("非（通知 或 公告）", Not(Or((B, C)))),
        ("NOT 通知", Not(B)),
        ("“政务 公开”", Phrase("政务 公开")),
        ('"甲"或"乙"', Or((Phrase("甲"), Phrase("乙")))),
        ("「政务公开」", Phrase("政务公开")),
        ("参与 非遗 或许", And((Word("参与"), Word("非遗"), Word("或许")))),
        ("管理办法（试行）", Word("管理办法(试行)")),
        ("gdp* 增长", And((Prefix("gdp"), Word("增长")))),
        ("临财预2020 7号", DocumentNumber("临财预〔2020〕7号")),
        ("会场 2020 7号", And((Word("会场"), Word("2020"), Word("7号")))),
        ("2020年7号", Word("2020年7号")),
        ("标题：环保", Word("环保", Field.TITLE)),
        ("标题: 环保", Word("环保", Field.TITLE)),
        ("标题:(环保 或 通知)", Or((Word("环保", Field.TITLE), Word("通知", Field.TITLE)))),
        ("TITLE:环保", Word("环保", Field.TITLE)),
        ("標題:環保 與 年份:２００８", And((Word("環保", Field.TITLE), DateRange(*YEAR_2008, "2008")))),
        ("屬性:主動公開", FieldEquals(Field.ATTRIBUTE, "proactive")),
        ("狀態:已認定", FieldEquals(Field.STATE, "approved")),
        ("发文机关:财政局", FieldEquals(Field.BODY, "财政局")),
        ("属性：主动公开", FieldEquals(Field.ATTRIBUTE, "proactive")),
        ("状态:已认定", FieldEquals(Field.STATE, "approved")),
        ("办理情况:待审定", FieldEquals(Field.STATE, "proposed")),
        ("归属:其他机关", FieldEquals(Field.APPLICABILITY, "other_maker")),
        ("格式:DOCX", FieldEquals(Field.FORMAT, "docx")),
        ("文种:(通知 或 函)", Or((FieldEquals(Field.GENRE, "通知"), FieldEquals(Field.GENRE, "函")))),
        ("文件夹:办公室/2008", FieldEquals(Field.FOLDER, "办公室/2008")),
        ('文件夹:"共享 盘/2008"', FieldEquals(Field.FOLDER, "共享 盘/2008")),
        ("年:2008", DateRange(*YEAR_2008, "2008")),
        ("年：２００８", DateRange(*YEAR_2008, "2008")),
        ("年>=2008", DateRange(date(2008, 1, 1), None, ">=2008")),
        ("年≥2008", DateRange(date(2008, 1, 1), None, ">=2008")),
        ("年＜2008", DateRange(None, date(2007, 12, 31), "<2008")),
        ("年:2008-2015", DateRange(date(2008, 1, 1), date(2015, 12, 31), "2008至2015")),
        ("日期:2008-02", DateRange(date(2008, 2, 1), date(2008, 2, 29), "2008-02")),
        ("日期:2008年3月7日", DateRange(date(2008, 3, 7), date(2008, 3, 7), "2008年3月7日")),
        (
            "日期:[2008-01-01 至 2015-12-31]",
            DateRange(date(2008, 1, 1), date(2015, 12, 31), "2008-01-01至2015-12-31"),
        ),
        ("日期:【2008 至】", DateRange(date(2008, 1, 1), None, "2008至")),
        ("date:[2008 TO 2009-06]", DateRange(date(2008, 1, 1), date(2009, 6, 30), "2008至2009-06")),
    ],
)
def test_understood(query: str, node: Node) -> None:
    assert understand(query) == node


@pytest.mark.parametrize(
    "spelling",
    [
        "临政办发〔2020〕16号",
        "临政办发[2020]16号",
        "临政办发(2020)16号",
        "临政办发（2020）16号",
        "临政办发【2020】16号",
        "临政办发﹝2020﹞16号",
        "临政办发2020 16号",
        "临政办发 2020 16号",
        "临政办发〔2020〕第16号",
        "临政办发〔2020〕016号",
        "临政办发［２０２０］１６号",
        "临政办发〔二〇二〇〕16号",
        "临政办发 〔2020〕 16 号",
    ],
)
def test_spellings_of_a_document_number(spelling: str) -> None:
    assert understand(spelling) == DocumentNumber("临政办发〔2020〕16号")
    assert understand(f"文号：{spelling}") == DocumentNumber("临政办发〔2020〕16号", Field.NUMBER)
    assert understand(f"{spelling} 防火") == And((DocumentNumber("临政办发〔2020〕16号"), Word("防火")))


@pytest.mark.parametrize(
    ("query", "place", "words"),
    [
        ("", (0, 0), "请输入"),
        ("  ", (0, 2), "请输入"),
        ("环保 与", (3, 4), "后面缺少"),
        ("或 环保", (0, 1), "前面缺少"),
        ("环保 与 或 通知", (5, 6), "前面缺少"),
        ("（环保", (0, 1), "右括号"),
        ("环保）", (2, 3), "左括号"),
        ("环保 ()", (3, 5), "没有内容"),
        ("“环保", (0, 3), "后引号"),
        ("标体:环保", (0, 3), "没有“标体”"),
        ("标题:", (0, 3), "后面缺少"),
        ("标题: 或 环保", (0, 4), "后面缺少"),
        ("标体:环保", (0, 3), "是要写“标题”吗"),
        ("环保：", (0, 3), "没有“环保”"),
        ("12:30", (2, 3), "不明白"),
        ("标题:非 环保", (3, 4), "请写成“非 标题:…”"),
        ("标题:与 环保", (0, 3), "后面缺少"),
        ("标题:文号:临政发", (3, 6), "又写了“文号:”"),
        ("文件夹:D:\\发文", (4, 6), "放在引号里"),
        ("环保 (与) 通知", (4, 5), "前面缺少"),
        ("环保 与非 通知", (3, 5), "请加空格"),
        ("环保 -通知", (3, 6), "请写“非 通知”"),
        ("！环保", (0, 3), "请写“非 环保”"),
        ("+环保", (0, 3), "请用空格"),
        ("年>=abc", (0, 6), "不是日期"),
        ("年>=", (0, 3), "后面缺少"),
        ("年>2008<2012", (6, 11), "每个条件前面"),
        ("2008<年", (0, 6), "每个条件前面"),
        ("年>=2012 年<=2005", (0, 15), "互相矛盾"),
        ("年：２０１２-２００８", (2, 11), "晚于"),
        ("日期:[2008-01-01 至", (3, 14), "请写成“日期:["),
        ("日期:[2008-01-01", (3, 14), "请写成“日期:["),
        ("日期:2008 至 昨天", (8, 9), "两边要写日期"),
        ("年:[至]", (2, 5), "至少要写一个"),
        ("【环保 通知】", (0, 7), "去掉方括号"),
        ("2008 至 2012", (0, 11), "前面要写“日期:”"),
        ("文种:通知、函", (3, 7), "请写成“文种:(通知 或 函)”"),
        ("环\ud800保", (1, 2), "无法识别"),
        ("日期:明天", (3, 5), "不是日期"),
        ("日期:2008-13", (3, 10), "不是日期"),
        ("日期:[2015 至 2008]", (3, 16), "晚于"),
        ("[2008 至 2015]", (0, 13), "日期:"),
        ("属性:秘密", (3, 5), "没有“秘密”"),
        ("标题>环保", (0, 5), "比较大小"),
        ("*环保", (0, 1), "不明白"),
        ("环*保", (1, 2), "不明白"),
        ("，。", (0, 2), "标点"),
        ("非 非 环保", (2, 3), "两个"),
        ("(" * 60 + "环保" + ")" * 60, (40, 41), "太深"),
        ("字" * 2001, (2000, 2001), "超过"),
    ],
)
def test_mistakes(query: str, place: tuple[int, int], words: str) -> None:
    mistake = understand(query)
    assert isinstance(mistake, Mistake), mistake
    assert words in mistake.message
    assert (mistake.start, mistake.end) == place


@pytest.mark.parametrize(
    ("query", "same"),
    [
        ("环保 and 通知", "环保 与 通知"),
        ("环保 和 通知", "环保 与 通知"),
        ("环保 && 通知", "环保 与 通知"),
        ("环保 Or 通知", "环保 或 通知"),
        ("环保 || 通知", "环保 或 通知"),
        ("环保 不包括 通知", "环保 非 通知"),
        ("环保 not 通知", "环保 非 通知"),
    ],
)
def test_operators_of_other_habits(query: str, same: str) -> None:
    assert understand(query) == understand(same)


@pytest.mark.parametrize(
    "query",
    [
        "日期:[2008-01-01 至 2009-06-30]",
        "日期:[2008-01-01 TO 2009-06-30]",
        "日期:[2008-01-01，2009-06-30]",
        "日期:[2008-01-01 2009-06-30]",
        "日期:[2008-01-01 — 2009-06-30]",
        "日期:【2008-01-01 到 2009-06-30】",
        "日期:(2008-01-01 至 2009-06-30)",
        "日期:2008-01-01 至 2009-06-30",
        "日期:2008-01 至 2009-06",
        "日期：2008年1月1日－2009年6月30日",
        "日期:2008.1.1-2009.6.30",
        "日期:2008-01-2009-06",
        "日期:20080101至20090630",
        "日期:2008.1..2009.6",
    ],
)
def test_a_range_of_dates_however_it_is_typed(query: str) -> None:
    node = understand(query)
    assert isinstance(node, DateRange), node
    assert (node.first, node.last) == (date(2008, 1, 1), date(2009, 6, 30))


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("年:二〇〇八", date(2008, 1, 1), date(2008, 12, 31)),
        ("年:[2008-2009]", date(2008, 1, 1), date(2009, 12, 31)),
        ("年:2008..", date(2008, 1, 1), None),
        ("日期:[* 至 2008]", None, date(2008, 12, 31)),
        ("日期:200803", date(2008, 3, 1), date(2008, 3, 31)),
    ],
)
def test_years_and_open_ranges(query: str, first: date | None, last: date | None) -> None:
    node = understand(query)
    assert isinstance(node, DateRange), node
    assert (node.first, node.last) == (first, last)


@given(
    st.text(st.sampled_from('环保与或非 ()（）"“”:：*[]至年日期标题>=<〔〕2020号AND~临政发、'), max_size=40)
)
def test_nothing_raises_and_everything_understood_can_be_explained(query: str) -> None:
    understood = understand(query)
    if isinstance(understood, Mistake):
        assert 0 <= understood.start <= understood.end <= len(query)
        assert understood.message.endswith(("。", "）"))
    else:
        assert explain(understood)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("环保 （通知 或 公告）", "含有“环保” 并且 （含有“通知” 或者 含有“公告”）"),
        ("标题:环保 非 年:2008", "标题中含有“环保” 并且 不是（成文日期从 2008-01-01 至 2008-12-31）"),
        ("属性:不公开 格式:pdf", "属性是“不予公开” 并且 格式是“pdf”"),
        ("临政发2020 7号", "含有文号“临政发〔2020〕7号”（括号和补零不论）"),
        ("“环保，通知”", "含有“环保,通知”（标点相同）"),
    ],
)
def test_explained(query: str, words: str) -> None:
    understood = understand(query)
    assert not isinstance(understood, Mistake)
    assert explain(understood) == words
