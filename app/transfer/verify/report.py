"""The verification report as a spreadsheet and as a Word document, with the codes of DA/T 70-2018."""

from pathlib import Path

from app.domain.transfer import Outcome, VerificationReport
from app.formats.write.forms import SigningTable, write_signing_table
from app.formats.write.workbook import Sheet, write_workbook

_HEADERS = ("编号", "检测项目", "结果", "问题数", "提示数", "说明")
_WIDTHS = (12, 32, 12, 8, 8, 44)
MOST_PLACES_ON_PAPER = 500
"""Places printed in the Word document; the spreadsheet holds all of them."""


def result_rows(report: VerificationReport) -> list[tuple[str, ...]]:
    """One row per check."""
    return [
        (
            check.code,
            check.name,
            check.outcome.term,
            str(len(check.places)),
            str(len(check.warnings)),
            check.note,
        )
        for check in report.checks
    ]


def place_rows(report: VerificationReport) -> list[tuple[str, ...]]:
    """One row per place: what failed, what a person must judge, what is only a hint."""
    rows: list[tuple[str, ...]] = [
        (check.code, check.outcome.term, place.where, place.message)
        for check in report.checks
        for place in check.places
    ]
    rows += [
        (check.code, "提示", place.where, place.message)
        for check in report.checks
        for place in check.warnings
    ]
    return rows


def summary(report: VerificationReport) -> str:
    """The result in one sentence."""
    counts = {outcome: sum(check.outcome is outcome for check in report.checks) for outcome in Outcome}
    verdict = "通过" if report.is_valid else "不通过"
    told = "，".join(f"{outcome.term} {count} 项" for outcome, count in counts.items() if count)
    return f"移交包“{report.package}”四性检测{verdict}：{told}；{report.item_count} 件，{report.file_count} 个文件。"


def write_report_workbook(report: VerificationReport, path: Path) -> None:
    """Write all results and all places."""
    results = Sheet("检测结果", _HEADERS, result_rows(report), _WIDTHS)
    places = Sheet("问题清单", ("编号", "结果", "位置", "问题"), place_rows(report), (12, 12, 60, 50))
    write_workbook(path, [results, places])


def write_report_document(report: VerificationReport, path: Path) -> None:
    """Write the results for signing; long lists of places end with a pointer to the spreadsheet."""
    rows = result_rows(report)
    places = [(code, where, outcome, "", "", message) for code, outcome, where, message in place_rows(report)]
    if len(places) > MOST_PLACES_ON_PAPER:
        rest = len(places) - MOST_PLACES_ON_PAPER
        places = [*places[:MOST_PLACES_ON_PAPER], ("", f"其余 {rest} 处见检测结果电子表格", "", "", "", "")]
    table = SigningTable(
        "电子档案四性检测报告", _HEADERS, [*rows, *places], _WIDTHS, summary(report), ("检测人", "审核人")
    )
    write_signing_table(path, table)
