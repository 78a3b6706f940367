"""Annual figures: typed or imported, kept by year, added up, and set in the national layout."""

import io
from pathlib import Path

import pytest
from docx import Document

from app.errors import AppError
from app.report.annual import (
    FOURTH,
    annual_report,
    faults_of,
    form_tables,
    keep_figures,
    read_figures,
    stored_figures,
    with_totals,
)
from app.report.tables import write_files
from app.store.catalogue import create_catalogue
from tests.report.held import document

RULE = document("关于印发临湖县停车管理办法的通知", "临政发〔2020〕1号", "2020-05-01")
NEW = "一、本年新收政府信息公开申请数量"
CARRIED = "二、上年结转政府信息公开申请数量"
GIVEN = "（一）予以公开"
TOTAL, NEXT = "（七）总计", "四、结转下年度继续办理"
TYPED = {
    "行政许可（本年处理决定数量）": ("120",),
    NEW: ("3", "1", "", "", "", "", ""),
    CARRIED: ("1",),
    GIVEN: ("3", "1"),
    NEXT: ("1",),
    "行政复议": ("2", "1", "", "", ""),
}


def test_totals_are_worked_out_and_then_nothing_is_wrong() -> None:
    assert faults_of(TYPED), "totals are missing"
    figures = with_totals(TYPED)
    assert figures[NEW][-1] == "4"
    assert figures[TOTAL] == ("3", "1", "0", "0", "0", "0", "4")
    assert figures["行政复议"][-1] == "3"
    assert faults_of(figures) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        ({NEW: ("4", "1", "", "", "", "", "5")}, "本年新收 4"),
        ({TOTAL: ("2", "1", "", "", "", "", "3")}, "办理结果各项合计 3"),
        ({"行政复议": ("2", "1", "", "", "4")}, "各种结果合计 3，总计写 4"),
        ({CARRIED: ("一", "", "", "", "", "", "")}, "“一”不是数字"),
    ],
)
def test_what_does_not_add_up_is_said(changes: dict[str, tuple[str, ...]], said: str) -> None:
    found = faults_of({**with_totals(TYPED), **changes})
    assert bool(found) == bool(said)
    assert any(said in fault for fault in found) or not said


def test_exported_tables_are_filled_in_and_imported_again(tmp_path: Path) -> None:
    report = annual_report([RULE], 2020, with_totals(TYPED))
    workbook, *_ = write_files(report, tmp_path)
    read = read_figures(workbook)
    assert read[NEW] == with_totals(TYPED)[NEW]
    assert [cell for cell in read["行政复议"] if cell] == ["2", "1", "3"]
    (tmp_path / "note.csv").write_text("甲,乙\n", encoding="utf-8")
    with pytest.raises(AppError):
        read_figures(tmp_path / "note.csv")


def test_typed_figures_are_kept_by_year(tmp_path: Path) -> None:
    with create_catalogue(tmp_path / "c", office="临湖县人民政府办公室", by="王示例") as catalogue:
        keep_figures(catalogue, 2020, TYPED, by="王示例")
        assert stored_figures(catalogue, 2020)["行政复议"] == ("2", "1", "", "", "")
        assert stored_figures(catalogue, 2019) == {}


def test_national_layout_has_merged_heads_and_every_figure() -> None:
    report = annual_report([RULE], 2020, with_totals(TYPED))
    (form,) = report.attachments
    second, third, fourth = Document(io.BytesIO(form.data)).tables
    assert second.cell(0, 0).text == second.cell(0, 3).text == "第二十条第（一）项"
    assert [cell.text for cell in second.rows[3].cells] == ["行政规范性文件", "1", "0", "1"]
    assert third.cell(1, 2).text == third.cell(1, 6).text == "法人或其他组织"
    assert [cell.text for cell in third.rows[3].cells][:3] == [NEW, "3", "1"]
    assert len(third.rows) == 3 + len(form_tables()[1].lines)
    assert fourth.cell(0, 5).text == fourth.cell(0, 14).text == "行政诉讼"
    assert [cell.text for cell in fourth.rows[3].cells][:5] == ["2", "1", "", "", "3"]


def test_tables_left_empty_are_no_fault() -> None:
    report = annual_report([RULE], 2020)
    assert report.to_do == ()
    assert [table.title for table in report.tables][-1] == FOURTH
    assert report.tables[0].rows[1] == ("行政规范性文件", "1", "0", "1")
