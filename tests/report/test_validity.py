"""The clean-up of normative documents: each status has its evidence, and the yearly figures add up."""

from datetime import date

import pytest

from app.report.annual import annual_report, regulation_figures, third_faults
from app.report.validity import (
    Supersession,
    ValidityStatus,
    expiry_of,
    is_normative,
    months_later,
    standings,
    supersessions,
    validity_report,
)
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
    assert supersessions([OLD, NEW, other]) == (
        Supersession("临政发〔2020〕9号", "临政发〔2015〕1号", is_held=True),
        Supersession("临政发〔2021〕2号", "临政发〔2001〕8号", is_held=False),
    )


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
