"""政府信息公开工作年度报告: the tables an inventory can fill, and arithmetic on the others.

国办公开办函〔2021〕30号: 表二 from the register of normative documents; 表三 as typed or imported.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.errors import AppError
from app.formats.extract import extract
from app.formats.opening import open_for_reading
from app.formats.reader import UnreadableError
from app.report.tables import Report, Row, Table
from app.report.templates import load_data
from app.report.validity import standings
from app.report.validity_terms import ValidityStatus
from app.store.report_rows import HeldDocument

NAME = "annual"
_ENDED = frozenset({ValidityStatus.REPEALED, ValidityStatus.EXPIRED, ValidityStatus.AMENDED})


def regulation_figures(documents: Sequence[HeldDocument], year: int) -> tuple[int, int, int, int]:
    """Normative documents made in, ended in, in force at the end of, and in force before a year."""
    before, after = (
        {one.document.uuid: one for one in standings(_until(documents, last), date(last, 12, 31), 0)}
        for last in (year - 1, year)
    )
    held_before = {uuid for uuid, one in before.items() if one.status not in _ENDED}
    held_after = {uuid for uuid, one in after.items() if one.status not in _ENDED}
    made = {uuid for uuid, one in after.items() if one.document.year == year}
    ended = (held_before | made) - held_after
    return len(made), len(ended), len(held_after), len(held_before)


def _until(documents: Sequence[HeldDocument], year: int) -> list[HeldDocument]:
    return [one for one in documents if one.year is not None and one.year <= year]


def annual_report(documents: Sequence[HeldDocument], year: int, requests: Path | None = None) -> Report:
    """The report's tables; ``requests``: 表三 as a workbook to be checked.

    Raises:
        AppError: the workbook cannot be read.
    """
    made, ended, in_force, before = regulation_figures(documents, year)
    second = Table(
        "二、主动公开政府信息情况",
        ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
        (("规章", "0", "0", "0"), ("行政规范性文件", str(made), str(ended), str(in_force)), *_BY_HAND),
        (30, 18, 18, 18),
    )
    rows, faults = _third(requests) if requests else (_blank_third(), ())
    third = Table("三、收到和处理政府信息公开申请情况", _head(), rows, (44, *[11] * (len(_head()) - 1)))
    notes = (
        f"{year}年度。行政规范性文件：上年现行有效 {before} ＋ 本年制发 {made} － 本年废止（失效）{ended} ＝ 现行有效 {in_force}。",
        "规范性文件由标题、统一编号和文中依据得出，请与备案登记核对；其余各栏由业务台账填写。",
    )
    return Report(NAME, f"{year}年政府信息公开工作年度报告（表）", (second, third), notes, faults)


_BY_HAND: tuple[Row, ...] = (
    ("行政许可（本年处理决定数量）", "", "", ""),
    ("行政处罚（本年处理决定数量）", "", "", ""),
    ("行政强制（本年处理决定数量）", "", "", ""),
    ("行政事业性收费（本年收费金额，万元）", "", "", ""),
)


def _head() -> tuple[str, ...]:
    return ("项目", *load_data("report_templates", "annual")["applicants"])


def _lines() -> list[dict[str, str]]:
    lines: list[dict[str, str]] = load_data("report_templates", "annual")["line"]
    return lines


def _blank_third() -> tuple[Row, ...]:
    return tuple((line["name"], *[""] * (len(_head()) - 1)) for line in _lines())


def _third(path: Path) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """表三 of a workbook in the order of the template, and what does not add up in it."""
    try:
        with open_for_reading(str(path)) as stream:
            text = extract(stream, path.name).text
    except UnreadableError as error:
        raise AppError(f"“{path.name}”读不出：{error.failure.message}") from error
    given: dict[str, list[str]] = {}
    for line in text.split("\n"):
        name, *cells = (cell.strip() for cell in line.split("\t"))
        given.setdefault(name, cells)
    width = len(_head()) - 1
    rows = [(line["name"], *(given.get(line["name"], []) + [""] * width)[:width]) for line in _lines()]
    figures = {row[0]: [int(cell) if cell.isdigit() else 0 for cell in row[1:]] for row in rows}
    return tuple(rows), tuple(third_faults(figures, _lines(), _head()[1:]))


def third_faults(
    figures: dict[str, list[int]], lines: Sequence[dict[str, str]], applicants: Sequence[str]
) -> list[str]:
    """What does not add up: totals of columns, totals of rows, and 新收＋结转＝总计＋结转下年."""
    faults = []
    names = {
        role: [line["name"] for line in lines if line["role"] == role]
        for role in ("new", "carried", "result", "total", "next")
    }
    for name, row in figures.items():
        if sum(row[:-1]) != row[-1]:
            faults.append(f"“{name}”各类申请人合计 {sum(row[:-1])}，总计写 {row[-1]}。")
    for column, applicant in enumerate(applicants):
        sums = {role: sum(figures[name][column] for name in found) for role, found in names.items()}
        if sums["result"] != sums["total"]:
            faults.append(f"{applicant}：办理结果各项合计 {sums['result']}，总计写 {sums['total']}。")
        if sums["new"] + sums["carried"] != sums["total"] + sums["next"]:
            faults.append(
                f"{applicant}：本年新收 {sums['new']} ＋ 上年结转 {sums['carried']} ≠ "
                f"总计 {sums['total']} ＋ 结转下年度 {sums['next']}。"
            )
    return faults
