"""Which files are one item, told by numbers, titles, dates, texts and names."""

import pytest

from app.inventory.grouping.plan import Given
from tests.unit.grouping.carriers import OTHER_WORDS, WORDS, File, are_one, grouped, planned, roles

NOTICE = "临湖县人民政府关于加强河道管理的通知"
NUMBER = "临政发〔2015〕12号"
EDITED = WORDS.replace("每月汇总进展情况", "每季度通报一次").replace("限期整改到位", "按期销号")
YEARLY = WORDS.replace("每月", "每旬")


def notice(path: str = "2015年/发文/河道.docx", text: str = WORDS, **facts: object) -> File:
    return File(path, text, **{"number": NUMBER, "title": NOTICE, "day": "2015-03-07", **facts})


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("the same number in two formats", notice(), notice("2015年/发文/河道.pdf", WORDS + "- 1 -")),
        ("a web page with the number", notice(), notice("2015年/门户网站/1.html", "索引号：01\n" + WORDS)),
        (
            "a web page without number, listed days later",
            notice(),
            notice("2015年/门户网站/1.html", number=None, day="2015-03-19"),
        ),
        ("a scan that only its name tells", notice(), File(f"2015年/发文/{NUMBER} {NOTICE}_扫描件.tif", "")),
        (
            "a scan named by the title only",
            notice(),
            File(f"2015年/发文/{NOTICE}（盖章扫描件）.pdf", ""),
        ),
        (
            "the same text under another name",
            notice(number=None, title=None),
            notice("别处/副本.doc", number=None, title=None),
        ),
        (
            "a draft for comments, half a year older",
            notice(),
            notice("2015年/过程/河道.docx", EDITED, number=None, title=f"{NOTICE}（征求意见稿）", day="2014-10-08"),
        ),
        (
            "a draft of what the notice issues",
            notice(title="临湖县人民政府关于印发临湖县河道管理办法的通知"),
            notice("a/b.docx", EDITED, number=None, title="临湖县河道管理办法（送审稿）", day="2015-01-08"),
        ),
        (
            "a misread title in a recognised scan",
            notice(number=None),
            notice("2015年/扫描/0001.pdf", WORDS, number=None, title=NOTICE.replace("河道", "河逍"), is_ocr=True),
        ),
        (
            "recognised characters of a number that the name corrects",
            notice(),
            notice(f"2015年/扫描/{NUMBER}.pdf", number="临政发〔2015〕17号", is_ocr=True),
        ),
        (
            "minutes whose number lacks its series",
            notice(number="〔2015〕3号", title="临湖县人民政府常务会议纪要"),
            notice("2015年/会议/3.pdf", number="〔2015〕3号", title="临湖县人民政府常务会议纪要"),
        ),
    ],
)  # fmt: skip
def test_one_item(why: str, one: File, other: File) -> None:
    assert are_one(one, other), why


@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        ("other numbers, however like the text", notice(), notice("2015年/发文/2.docx", number="临政发〔2015〕13号")),
        (
            "the same number on two documents",
            notice(),
            notice("x.docx", OTHER_WORDS, title="临湖县人民政府关于职称评审的函"),
        ),
        (
            "the same title every year",
            notice(number=None, day="2014-03-07"),
            notice("2015年/2.docx", YEARLY, number=None),
        ),
        (
            "another year in the title",
            notice(number=None, title="关于做好2014年防汛工作的通知", day=None),
            notice("b.docx", YEARLY, number=None, title="关于做好2015年防汛工作的通知", day=None),
        ),
        (
            "the second lot of a list",
            notice(number=None, title="关于公布第一批河长名单的通知"),
            notice("b.docx", YEARLY, number=None, title="关于公布第二批河长名单的通知"),
        ),
        (
            "weekly notices of one title",
            notice(number=None, day="2015-03-02"),
            notice("b.docx", YEARLY, number=None, day="2015-03-09"),
        ),
        (
            "a letter that asks for comments is no draft",
            notice(),
            notice("b.docx", number="临政函〔2015〕3号", title="关于征求河道管理办法（征求意见稿）意见的函"),
        ),
        (
            "a draft of another year's document",
            notice(),
            notice("2012年/a.docx", EDITED, number=None, title=f"{NOTICE}（初稿）", day="2012-01-08"),
        ),
        (
            "scans of the same title in other years",
            notice(number=None, day="2014-03-07"),
            File(f"2016年/发文/{NOTICE}_扫描件.tif", ""),
        ),
        (
            "minutes of two meetings",
            notice(number="〔2015〕3号", title="临湖县人民政府常务会议纪要"),
            notice("b.pdf", YEARLY, number="〔2015〕4号", title="临湖县人民政府常务会议纪要"),
        ),
        (
            "a register that shows the number",
            notice(),
            notice("2015年/发文登记簿.xlsx", f"文号 {NUMBER} 标题 {NOTICE} " * 4),
        ),
        (
            "two empty forms in two folders",
            File("a/表.docx", "姓名 单位 电话"),
            File("b/表.docx", "姓名 单位 电话"),
        ),
        ("request and reply", notice(title="关于修缮堤防的请示", number="青政〔2015〕2号"), notice("b.docx", OTHER_WORDS)),
    ],
)  # fmt: skip
def test_two_items(why: str, one: File, other: File) -> None:
    assert not are_one(one, other), why


def test_a_blank_scan_never_links_two_documents() -> None:
    first = notice("2015年/a.docx", number=None, day="2015-03-02")
    second = notice("2015年/b.docx", OTHER_WORDS, number=None, day="2015-09-02")
    scan = File(f"2015年/{NOTICE}_扫描件.tif", "")
    assert not are_one(first, second, scan)


def test_a_draft_never_links_two_documents() -> None:
    first = notice()
    second = notice("2015年/发文/2.docx", EDITED, number="临政发〔2015〕20号", day="2015-06-01")
    draft = notice("d.docx", EDITED, number=None, title=f"{NOTICE}（讨论稿）", day="2015-02-01")
    assert len(grouped(first, second, draft)) == 2


ROSTER = "花名册\n" + "\n".join(f"{n}\t柳塘镇\t补助{n}00元" for n in range(1, 40))


@pytest.mark.parametrize(
    ("why", "annex", "note", "text"),
    [
        ("named with the number", f"2015年/发文/{NUMBER}附件1.xls", None, WORDS),
        ("named in the note of annexes", "2015年/发文/补助花名册.xlsx", "附件：1.补助花名册", WORDS),
        ("its text stands in the document", "2015年/发文/新建表格.xlsx", None, WORDS + ROSTER),
        ("the only document of the folder", "2015年/发文/附件2：明细.docx", None, WORDS),
        ("in a folder of its own below", "2015年/发文/附件/附件1.xls", None, WORDS),
    ],
)
def test_an_annex_goes_with_its_document(why: str, annex: str, note: str | None, text: str) -> None:
    main = notice("2015年/发文/河道.docx", text, note=note)
    found = roles(main, File(annex, ROSTER, body=""))
    assert found[annex] == "annex", why
    assert found[main.path] == "master"


def test_an_annex_that_could_be_of_two_documents_stays_alone() -> None:
    one, other = (
        notice(),
        notice("2015年/发文/b.docx", OTHER_WORDS, number="临政发〔2015〕20号", title="关于职称评审的通知"),
    )
    assert len(grouped(one, other, File("2015年/发文/附件1.xls", ROSTER, body=""))) == 3


def test_the_master_is_elected_in_the_order_of_an_archive() -> None:
    paths = {
        "2015年/河道（送审稿）.docx": "draft",
        "2015年/河道.docx": "copy",
        "2015年/河道.ofd": "master",
        "2015年/门户网站/河道.html": "web",
        "2015年/河道（定稿）.doc": "draft",
    }
    files = [notice(path, number=None if "送审稿" in path else NUMBER, title=NOTICE + "（送审稿）" * ("送审稿" in path))
             for path in paths]  # fmt: skip
    assert roles(*files) == paths


def test_elements_are_read_where_there_is_text() -> None:
    scan, word = File(f"2015年/发文/{NUMBER}_扫描件.tif", ""), notice()
    (item,) = planned(scan, word).items
    assert roles(scan, word)[scan.path] == "master"
    assert item.read == word.stored.content_id


def test_what_people_said_counts_before_all_rules() -> None:
    one, other = notice(), notice("2015年/发文/河道.pdf")
    assert not are_one(one, other, given=Given(apart=((0, 1),)))
    stranger = notice("b.docx", OTHER_WORDS, number="临政发〔2015〕13号", title="关于职称评审的通知")
    assert are_one(one, stranger, given=Given(together=((0, 1),)))


def test_two_decided_documents_are_reported_and_not_joined() -> None:
    one, other = notice(), notice("2015年/发文/河道.pdf")
    decided = frozenset({one.stored.document_id, other.stored.document_id})
    plan = planned(one, other, given=Given(decided=decided))
    assert len(plan.items) == 2
    assert [pair.both_decided for pair in plan.alike][:1] == [True]


def test_nearly_the_same_text_with_two_numbers_is_told() -> None:
    plan = planned(notice(), notice("2.docx", number="临政发〔2016〕3号", day="2016-03-01"))
    assert [(pair.similarity, pair.both_decided) for pair in plan.alike] == [(1.0, False)]


def test_a_crowd_on_one_form_costs_no_more_than_its_neighbours() -> None:
    crowd = [
        notice(f"罚/{n}.docx", f"当事人{n}。{WORDS}", number=f"临罚〔2015〕{n}号", title="行政处罚决定书")
        for n in range(1, 120)
    ]
    plan = planned(*crowd)
    assert len(plan.items) == len(crowd)
    assert len(plan.alike) < len(crowd)
