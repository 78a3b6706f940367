"""The clean-up of normative documents: each status has its evidence, and the yearly figures add up."""

from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from app.errors import AppError
from app.formats.write.workbook import Sheet, write_workbook
from app.report.annual import annual_report, regulation_figures, third_faults
from app.report.supersession import Supersession, drawing, supersessions
from app.report.validity import expiry_of, is_normative, months_later, standings
from app.report.validity_evidence import (
    Entry,
    Evidence,
    Stated,
    clauses,
    effective_on,
    listed,
    read_repeal_list,
)
from app.report.validity_report import validity_report
from app.report.validity_terms import ValidityStatus
from tests.report.held import document

TODAY = date(2021, 6, 30)
OLD = document("关于印发临湖县停车管理办法的通知", "临政发〔2015〕1号", "2015-05-01")
NEW = document(
    "关于印发临湖县机动车停放管理办法的通知",
    "临政发〔2020〕9号",
    "2020-05-01",
    repeals=("临政发〔2015〕1号",),
)
TERM = document("关于印发临湖县补助办法的通知", "临政发〔2019〕3号", "2019-09-01", validity="有效期二年")
ENDED = document(
    "关于印发临湖县奖励办法的通知", "临政发〔2017〕4号", "2017-01-01", validity="有效期至2019年12月31日"
)
AGED = document("关于加强市容管理的意见", "临政发〔2008〕5号", "2008-01-01")
LETTER = document("关于张三等同志职务任免的通知", "临政干〔2018〕1号")
ALL = [OLD, NEW, TERM, ENDED, AGED, LETTER]


@pytest.mark.parametrize(
    ("one", "status", "evidence"),
    [
        (OLD, ValidityStatus.REPEALED, "临政发〔2020〕9号"),
        (NEW, ValidityStatus.IN_FORCE, "未见"),
        (TERM, ValidityStatus.EXPIRING, "有效期二年"),
        (ENDED, ValidityStatus.EXPIRED, "2019年12月31日"),
        (AGED, ValidityStatus.UNCLEAR, "超过 5 年"),
    ],
)
def test_status_with_evidence(one, status: ValidityStatus, evidence: str) -> None:
    found = {standing.document.uuid: standing for standing in standings(ALL, TODAY, 6)}
    assert found[one.uuid].status is status
    assert evidence in found[one.uuid].evidence


def test_text_issued_anew_amends_the_older() -> None:
    anew = document(OLD.title, "临政发〔2018〕7号", "2018-05-01")
    found = {one.document.document_number: one.status for one in standings([OLD, anew], TODAY, 6)}
    assert found["临政发〔2015〕1号"] is ValidityStatus.AMENDED


def test_other_papers_are_not_normative() -> None:
    assert not is_normative(LETTER)
    assert is_normative(document("关于某事的通知", unified_number="SLLH00-2019-0001"))


def test_graph_of_repeals() -> None:
    other = document("关于清理文件的决定", "临政发〔2021〕2号", repeals=("临政发〔2001〕8号",))
    assert [(one.later, one.earlier, one.is_held) for one in supersessions([OLD, NEW, other])] == [
        ("临政发〔2020〕9号", "临政发〔2015〕1号", True),
        ("临政发〔2021〕2号", "临政发〔2001〕8号", False),
    ]


def test_drawing_shows_every_document_once_and_what_is_not_held() -> None:
    edges = (
        Supersession("甲", "乙", dated_on="2020-01-01", is_held=True, earlier_title="关于<乙>的通知"),
        Supersession("甲", "丙"),
        Supersession("乙", "丁", ValidityStatus.AMENDED, is_held=True),
    )
    picture = etree.fromstring(drawing(edges).encode())
    texts = [node.text for node in picture.iter("{*}text")]
    assert [name for name in texts if name in {"甲", "乙", "丙", "丁"}] == ["甲", "乙", "丙", "丁"]
    assert "关于<乙>的通知" in texts
    boxes = [node for node in picture.iter("{*}rect") if node.get("rx")]
    assert [node.get("stroke-dasharray") is not None for node in boxes] == [False, False, True, False]
    lefts = [int(node.get("x")) for node in boxes]
    assert lefts[0] < lefts[1] == lefts[2] < lefts[3]


def test_a_ring_of_repeals_is_drawn_all_the_same() -> None:
    assert "甲" in drawing((Supersession("甲", "乙"), Supersession("乙", "甲")))


REPEALED, AMENDED, KEPT = ValidityStatus.REPEALED, ValidityStatus.AMENDED, ValidityStatus.IN_FORCE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "本办法自2020年1月1日起施行。《临湖县停车管理办法》（临政发〔2006〕2号）同时废止。",
            [("临湖县停车管理办法", "临政发〔2006〕2号")],
        ),
        (
            "原《临湖县甲办法》(临政发[2006]2号)、《临湖县乙\n办法》同时废止。",
            [("临湖县甲办法", "临政发〔2006〕2号"), ("临湖县乙办法", "")],
        ),
        ("决定废止《关于甲的意见》和《关于乙的通知》等2件。", [("关于甲的意见", ""), ("关于乙的通知", "")]),
        ("《旧办法》自本办法施行之日起失效。", [("旧办法", "")]),
        ("根据《中华人民共和国水法》，制定本办法。", []),
        ("《甲办法》与本办法不一致的，以本办法为准。", []),
    ],
)
def test_clauses_that_repeal(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.title, one.document_number) for one in clauses(text)] == expected


def test_lists_below_headings() -> None:
    text = (
        "附件：1.继续有效的文件目录\n附件1\n继续有效的行政规范性文件目录（2件）\n"
        "1. 关于印发临湖县甲办法的通知（临政发〔2018〕3号）\n2\t关于印发临湖县乙办法的通知\t临政发〔2018〕4号\n"
        "附件2\n宣布废止和失效的文件目录\n1\t关于印发废旧物资修改办法的通知\t临政发〔2008〕3号\n"
        "三、拟修改的文件\n1. 《关于丙事项的意见》"
    )
    assert list(listed(text)) == [
        Entry(KEPT, "关于印发临湖县甲办法的通知", "临政发〔2018〕3号"),
        Entry(KEPT, "关于印发临湖县乙办法的通知", "临政发〔2018〕4号"),
        Entry(REPEALED, "关于印发废旧物资修改办法的通知", "临政发〔2008〕3号"),
        Entry(AMENDED, "关于丙事项的意见", ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本办法自2020年1月1日起施行，有效期5年。", "2020-01-01"),
        ("本办法自印发之日起施行。", ""),
        ("自2020年起施行", ""),
    ],
)
def test_day_from_which_a_text_applies(text: str, expected: str) -> None:
    assert effective_on(text) == expected


def test_term_runs_from_the_day_the_text_applies() -> None:
    one = document("x", dated_on="2019-09-01", validity="有效期二年")
    assert expiry_of(one, "2019-12-01") == "2021-12-01"


def said(status: ValidityStatus, title: str = "", number: str = "", dated_on: str = "2020-06-01") -> Stated:
    return Stated((Evidence(Entry(status, title, number), "临政发〔2020〕5号", dated_on),))


@pytest.mark.parametrize(
    ("stated", "status"),
    [
        (said(REPEALED, "临湖县停车管理办法"), REPEALED),
        (said(REPEALED, number="临政发〔2015〕1号"), REPEALED),
        (said(AMENDED, "关于印发临湖县停车管理办法的通知"), AMENDED),
        (said(KEPT, number="临政发〔2015〕1号"), KEPT),
        (said(REPEALED, "临湖县停车管理办法", dated_on="2010-01-01"), ValidityStatus.UNCLEAR),
        (said(REPEALED, "别的办法"), ValidityStatus.UNCLEAR),
    ],
)
def test_what_lists_and_clauses_say_counts_for_earlier_documents(
    stated: Stated, status: ValidityStatus
) -> None:
    (found,) = standings([OLD], TODAY, 6, stated)
    assert found.status is status


def test_imported_list_says_by_column_or_by_its_name(tmp_path: Path) -> None:
    sheet = tmp_path / "清理结果.xlsx"
    rows = [("关于甲事项的意见", "临政发[2008]1号", "拟废止"), ("关于乙事项的意见", "", "继续有效")]
    write_workbook(sheet, [Sheet("表", ("标题", "文号", "清理意见"), rows)])
    assert [one.entry for one in read_repeal_list(sheet)] == [
        Entry(REPEALED, "关于甲事项的意见", "临政发〔2008〕1号"),
        Entry(KEPT, "关于乙事项的意见", ""),
    ]
    named = tmp_path / "宣布失效的文件目录.xlsx"
    write_workbook(named, [Sheet("表", ("标题", "文号"), [("关于丙事项的意见", "")])])
    assert [one.entry.status for one in read_repeal_list(named)] == [REPEALED]
    silent = tmp_path / "名单.xlsx"
    write_workbook(silent, [Sheet("表", ("标题", "文号"), [("关于丁事项的意见", "")])])
    with pytest.raises(AppError):
        read_repeal_list(silent)


@pytest.mark.parametrize(
    ("validity", "expected"),
    [
        ("有效期二年", "2021-09-01"),
        ("有效期至2024年12月31日", "2024-12-31"),
        ("有效期5年", "2024-09-01"),
        ("废止", ""),
    ],
)
def test_last_day_of_the_term(validity: str, expected: str) -> None:
    assert expiry_of(document("x", dated_on="2019-09-01", validity=validity)) == expected


def test_month_without_that_day() -> None:
    assert months_later(date(2021, 8, 31), 6) == date(2022, 2, 28)


def test_every_document_stands_in_one_list() -> None:
    report = validity_report(ALL, TODAY, 6)
    lists = report.tables[1:5]
    assert sum(len(table.rows) for table in lists) == 5


@pytest.mark.parametrize("year", [2015, 2017, 2019, 2020])
def test_yearly_identity_holds(year: int) -> None:
    made, ended, in_force, before = regulation_figures(ALL, year)
    assert before + made - ended == in_force


def test_yearly_figures() -> None:
    # one was repealed in 2020, another was in force up to the last day of 2019
    assert regulation_figures(ALL, 2020)[:2] == (1, 2)
    assert annual_report(ALL, 2020).tables[0].rows[1][:3] == ("行政规范性文件", "1", "2")


LINES = [
    {"name": name, "role": role}
    for name, role in (
        ("新收", "new"),
        ("结转", "carried"),
        ("予以公开", "result"),
        ("总计", "total"),
        ("结转下年", "next"),
    )
]
GOOD = {"新收": [3, 1, 4], "结转": [1, 0, 1], "予以公开": [3, 1, 4], "总计": [3, 1, 4], "结转下年": [1, 0, 1]}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, []),
        ({"新收": [3, 1, 5]}, ["新收", "总计：本年新收"]),
        ({"总计": [2, 1, 3]}, ["自然人：办理结果", "自然人：本年新收", "总计：办理结果", "总计：本年新收"]),
    ],
)
def test_arithmetic_of_the_third_table(changes: dict[str, list[int]], said: list[str]) -> None:
    faults = third_faults({**GOOD, **changes}, LINES, ("自然人", "企业", "总计"))
    assert len(faults) == len(said)
    assert all(word in fault for word, fault in zip(said, faults, strict=True))
