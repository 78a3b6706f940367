"""政府信息公开工作年度报告: the tables an inventory can fill, and arithmetic on the others.

国办公开办函〔2021〕30号: 表二 counts normative documents from the inventory; the other figures of 表二,
表三 and 表四 are typed or imported.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.errors import AppError
from app.formats.write.annual_form import AnnualForm, annual_form
from app.report.given_file import read_given
from app.report.tables import Attachment, Report, Row, Table
from app.report.templates import load_data
from app.report.validity import standings
from app.report.validity_terms import ValidityStatus
from app.store.catalogue import Catalogue
from app.store.report_rows import HeldDocument

NAME = "annual"
SECOND = "二、主动公开政府信息情况"
THIRD = "三、收到和处理政府信息公开申请情况"
FOURTH = "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"
_ENDED = frozenset({ValidityStatus.REPEALED, ValidityStatus.EXPIRED, ValidityStatus.AMENDED})
_KEY = "annual.{year}"

Figures = Mapping[str, Sequence[str]]
"""Cells by the name of their line, as typed."""


@dataclass(frozen=True, slots=True)
class FormTable:
    """A table to be typed: its title, the heads of its columns, and its lines."""

    title: str
    heads: tuple[str, ...]
    lines: tuple[str, ...]


def form_tables() -> tuple[FormTable, FormTable, FormTable]:
    """The three tables as ``resources/report_templates/annual.toml`` words them."""
    data = load_data("report_templates", "annual")
    return (
        FormTable(SECOND, ("本年数量",), tuple(line["name"] for line in data["second"])),
        FormTable(THIRD, tuple(data["applicants"]), tuple(line["name"] for line in data["line"])),
        FormTable(FOURTH, tuple(data["outcomes"]), tuple(data["proceedings"])),
    )


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


def annual_report(documents: Sequence[HeldDocument], year: int, figures: Figures | None = None) -> Report:
    """The report's tables, also as a Word document in the national layout; ``figures`` as typed."""
    given = figures or {}
    made, ended, in_force, before = regulation_figures(documents, year)
    counted: tuple[Row, ...] = (
        ("规章", "0", "0", "0"),
        ("行政规范性文件", str(made), str(ended), str(in_force)),
    )
    second, third, fourth = form_tables()
    by_hand = _rows(second, given)
    tables = (
        Table(
            SECOND,
            ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数"),
            (*counted, *((name, value, "", "") for name, value in by_hand)),
            (40, 18, 18, 18),
            figures=("本年制发件数", "本年废止件数", "现行有效件数"),
        ),
        _table(third, given, "项目", 44),
        _table(fourth, given, "类别", 44),
    )
    notes = (
        f"{year}年度。行政规范性文件：上年现行有效 {before} ＋ 本年制发 {made} － 本年废止（失效）{ended} ＝ 现行有效 {in_force}。",
        "规范性文件由标题、统一编号和文中依据得出，请与备案登记核对；其余各栏由业务台账填写。",
    )
    heading = f"{year}年政府信息公开工作年度报告（表）"
    form = annual_form(
        AnnualForm(
            year, counted, by_hand, third.heads, _rows(third, given), fourth.heads, _rows(fourth, given)
        )
    )
    picture = Attachment(f"{year}年政府信息公开工作年度报告（国办格式）.docx", form)
    return Report(NAME, heading, tables, notes, tuple(faults_of(given)), (picture,))


def _table(form: FormTable, given: Figures, first: str, width: float) -> Table:
    widths = (width, *[12.0] * len(form.heads))
    return Table(form.title, (first, *form.heads), _rows(form, given), widths, figures=form.heads)


def _rows(form: FormTable, given: Figures) -> tuple[Row, ...]:
    width = len(form.heads)
    return tuple((name, *[*given.get(name, ()), *[""] * width][:width]) for name in form.lines)


def read_figures(path: Path) -> dict[str, tuple[str, ...]]:
    """The figures of a workbook in whose first column the lines of the tables stand.

    Raises:
        AppError: it cannot be read or has none of these lines.
    """
    text = read_given(path).text
    known = {line for table in form_tables() for line in table.lines}
    found: dict[str, tuple[str, ...]] = {}
    for line in text.split("\n"):
        name, *cells = (cell.strip() for cell in line.split("\t"))
        if name in known:
            found.setdefault(name, tuple(cells))
    if not found:
        raise AppError(f"“{path.name}”里没有年度报告的栏目。", "请先导出年度报告表，在导出的表格里填写。")
    return found


def stored_figures(catalogue: Catalogue, year: int) -> dict[str, tuple[str, ...]]:
    """What was typed for a year; empty when nothing was."""
    stored = json.loads(catalogue.settings().get(_KEY.format(year=year), "{}"))
    return {name: tuple(cells) for name, cells in stored.items()}


def keep_figures(catalogue: Catalogue, year: int, figures: Figures, *, by: str) -> None:
    """Keep what was typed for a year."""
    filled = {name: list(cells) for name, cells in figures.items() if any(cells)}
    text = json.dumps(filled, ensure_ascii=False, sort_keys=True)
    catalogue.change_settings({_KEY.format(year=year): text}, by=by)


def with_totals(figures: Figures) -> dict[str, tuple[str, ...]]:
    """The figures with the totals of rows and columns worked out from the rest."""
    data = load_data("report_templates", "annual")
    made = {name: tuple(cells) for name, cells in figures.items()}
    _, third, fourth = form_tables()
    for form in (third, fourth):
        for name, cells in zip(form.lines, (row[1:] for row in _rows(form, made)), strict=True):
            if any(cells[:-1]):
                made[name] = (*cells[:-1], str(sum(_number(cell) for cell in cells[:-1])))
    results = [line["name"] for line in data["line"] if line["role"] == "result"]
    total = next(line["name"] for line in data["line"] if line["role"] == "total")
    columns = [[_number(cell) for cell in made[name]] for name in results if any(made.get(name, ()))]
    if columns:
        made[total] = tuple(str(sum(values)) for values in zip(*columns, strict=True))
    return made


def faults_of(figures: Figures) -> list[str]:
    """What is no number and what does not add up in the figures given; nothing for tables left empty."""
    _, third, fourth = form_tables()
    faults = [
        f"“{name}”中的“{cell}”不是数字。"
        for name, cells in figures.items()
        for cell in cells
        if cell and not (cell.isascii() and cell.replace(".", "", 1).isdigit())
    ]
    lines = load_data("report_templates", "annual")["line"]
    if any(any(figures.get(name, ())) for name in third.lines):
        numbers = {row[0]: [_number(cell) for cell in row[1:]] for row in _rows(third, figures)}
        faults += third_faults(numbers, lines, third.heads)
    for row in _rows(fourth, figures):
        *parts, total = (_number(cell) for cell in row[1:])
        if sum(parts) != total:
            faults.append(f"“{row[0]}”各种结果合计 {sum(parts)}，总计写 {total}。")
    return faults


def _number(cell: str) -> int:
    return int(cell) if cell.isascii() and cell.isdigit() else 0


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
