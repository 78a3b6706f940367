"""Listings from outside and registers of requests, compared with the inventory."""

from pathlib import Path

import pytest

from app.domain.disclosure import DisclosureAttribute
from app.errors import AppError
from app.formats.write.workbook import Sheet, write_workbook
from app.report.listing import Listed, read_listing
from app.report.reconcile import Difference, differences, reconciled, reconciliation
from app.report.requests import read_requests, request_of, requests_report, write_requests
from tests.report.held import document

RIVER = document("临湖县人民政府关于加强河道管理工作的通知", "临政发〔2018〕1号", "2018-03-07")
PARK = document("临湖县人民政府关于印发停车管理办法的通知", "临政发〔2018〕2号", "2018-04-01")
AID = document(
    "临湖县人民政府关于临时救助工作的通知",
    "临政发〔2018〕3号",
    "2018-05-01",
    attribute=DisclosureAttribute.ON_REQUEST,
)
ALL = [RIVER, PARK, AID]


@pytest.mark.parametrize(
    ("row", "held", "found"),
    [
        (Listed(1, RIVER.title, RIVER.document_number, RIVER.dated_on), RIVER, []),
        (Listed(1, RIVER.title + "（全文）"), RIVER, []),
        (Listed(1, "河道管理的新通知", RIVER.document_number), RIVER, [Difference.TITLE]),
        (Listed(1, RIVER.title, "临政发〔2018〕11号"), RIVER, [Difference.NUMBER]),
        (Listed(1, RIVER.title, RIVER.document_number, "2018-03-17"), RIVER, [Difference.DATE]),
        (Listed(1, "临湖县人民政府关于加强河道管理有关工作的通知"), RIVER, [Difference.TITLE]),
        (Listed(1, AID.title, AID.document_number), AID, [Difference.MARKED_OTHERWISE]),
        (Listed(1, "外地关于别的事的公告", "外政发〔2018〕1号"), None, [Difference.NOT_HELD]),
    ],
)
def test_row_finds_its_document(row: Listed, held, found: list[Difference]) -> None:
    (pair,) = reconciled([row], ALL)
    assert pair.held is held
    assert [kind for kind, _ in differences(pair)] == found


def test_proactive_documents_that_are_not_listed() -> None:
    report = reconciliation([Listed(1, RIVER.title, RIVER.document_number)], ALL, "县公报")
    table = next(one for one in report.tables if one.title == "主动公开未发布")
    assert [row[2] for row in table.rows] == [PARK.title]


def test_listing_as_workbook_csv_and_page(tmp_path: Path) -> None:
    headers = ("序号", "标题", "文号", "成文日期", "网址")
    row = ("1", RIVER.title, "临政发[2018]1号", "2018年3月7日", "https://example.cn/1.html")
    write_workbook(tmp_path / "a.xlsx", [Sheet("目录", headers, [row])])
    (tmp_path / "b.csv").write_text(",".join(headers) + "\n" + ",".join(row) + "\n", encoding="utf-8-sig")
    cells = "".join(f"<td>{value}</td>" for value in row)
    heads = "".join(f"<th>{value}</th>" for value in headers)
    (tmp_path / "c.html").write_text(
        f"<html><body><table><tr>{heads}</tr><tr>{cells}</tr></table></body></html>", encoding="utf-8"
    )
    (tmp_path / "d.html").write_text(
        f"<html><body><ul><li><a>{RIVER.title}</a><span>2018-03-07</span></li></ul></body></html>",
        encoding="utf-8",
    )
    for name in ("a.xlsx", "b.csv", "c.html", "d.html"):
        (found,) = read_listing([tmp_path / name])
        assert (found.title, found.dated_on) == (RIVER.title, "2018-03-07"), name
        assert found.document_number in {RIVER.document_number, ""}


def test_file_without_a_listing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "note.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    with pytest.raises(AppError):
        read_listing([path])


def test_requests_propose_conversions_and_leave_out_applicants(tmp_path: Path) -> None:
    path = tmp_path / "register.xlsx"
    headers = ("申请编号", "申请人", "申请内容", "文号", "办理结果")
    rows = [
        ("1", "张三", AID.title, AID.document_number, "予以公开"),
        ("2", "李四", AID.title, "", "予以公开"),
        ("3", "王五", RIVER.title, "", "予以公开"),
        ("4", "赵六", "不存在的信息", "", "本机关不掌握"),
    ]
    write_workbook(path, [Sheet("台账", headers, rows)])
    report = requests_report(read_requests(path), ALL)
    several, proposals, _ = report.tables
    assert [row[1:5] for row in several.rows] == [(AID.title, AID.document_number, "2", "1、2")]
    assert [(row[1], row[5]) for row in proposals.rows] == [(AID.title, "条例第四十四条（A-44）")]
    assert not any(name in str(report.as_dict()) for name in ("张三", "李四", "王五", "赵六"))


def test_typed_register_is_written_and_read_again(tmp_path: Path) -> None:
    typed = [
        request_of(("1", AID.title, "临政发[2018]3号", "2020-01-02", "予以公开")),
        request_of(("2", "", "", "", "")),
    ]
    register = [one for one in typed if one is not None]
    assert [one.document_number for one in register] == ["临政发〔2018〕3号"]
    write_requests(tmp_path / "台账.xlsx", register)
    assert read_requests(tmp_path / "台账.xlsx") == register


def test_conversions_that_were_decided() -> None:
    turned = document(
        "已转的通知",
        "临政发〔2018〕9号",
        previous_attribute=DisclosureAttribute.ON_REQUEST,
        decided_on="2021-01-05",
    )
    table = requests_report([], [turned, RIVER]).tables[2]
    assert [row[1:] for row in table.rows] == [
        ("已转的通知", "临政发〔2018〕9号", "依申请公开", "2021-01-05")
    ]
