"""Every list that can be ordered, by name: what it is for, what it asks, and how it is made.

The command line and the window are two clients of this one table.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from app.errors import WrongUseError
from app.inventory.completeness import completeness
from app.progress import Progress
from app.report import (
    annual,
    completeness_report,
    filing,
    milestones,
    pilot_fields,
    reconcile,
    requests,
    validity_report,
)
from app.report.disclosure_catalogue import CatalogueTemplate, disclosure_catalogue, templates
from app.report.index_numbers import IndexIssuer, issuer, keep_numbers
from app.report.listing import read_listing
from app.report.tables import Report
from app.report.validity import is_normative
from app.report.validity_evidence import is_clean_up, read_repeal_list, stated_in
from app.store.catalogue import Catalogue
from app.store.report_rows import HeldDocument, held_documents

LISTINGS = (".xlsx", ".xls", ".csv", ".html", ".htm")
SHEETS = (".xlsx", ".xls", ".csv")
READING = "读取底数"
MAKING = "编制清单"


class Option(StrEnum):
    """What a list may ask beside files."""

    SCHEME = "scheme"
    CODE = "code"
    SOURCE = "source"
    MONTHS = "months"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class FileWish:
    """The files a list is compared with or made from. ``suffixes`` with their dot."""

    title: str
    advice: str
    suffixes: tuple[str, ...] = SHEETS
    is_required: bool = True
    are_many: bool = True


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for. ``today`` is the office's day; ``year`` is ``None`` for all years."""

    today: date
    scheme: str = ""
    code: str = ""
    source: str = "0"
    months: int = 6
    year: int | None = None
    files: tuple[Path, ...] = ()


Make = Callable[[Catalogue, Order, Progress], Report]


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A list: its name on the command line, its title, one sentence of purpose, and what it asks.

    ``issues_numbers``: it can give index numbers for good; ``is_typed``: what it is made of may be typed.
    """

    name: str
    title: str
    purpose: str
    make: Make
    options: frozenset[Option] = frozenset()
    files: FileWish | None = None
    issues_numbers: bool = False
    is_typed: bool = False


def kinds() -> dict[str, ReportKind]:
    """Every list by its name, catalogues first.

    Raises:
        AppError: a template cannot be used.
    """
    catalogues = [_catalogue_kind(template) for template in templates().values()]
    return {kind.name: kind for kind in (*catalogues, *_KINDS)}


def order_report(catalogue: Catalogue, name: str, order: Order, progress: Progress) -> Report:
    """Make a list.

    Raises:
        WrongUseError: something it must have was not given.
        AppError: a file cannot be read or is of another kind.
    """
    kind = kinds()[name]
    if kind.files is not None and kind.files.is_required and not order.files:
        raise WrongUseError(f"没有选择{kind.files.title}。", kind.files.advice)
    report = kind.make(catalogue, order, progress)
    progress.step(MAKING, 1, 1)
    return report


def issue_numbers(catalogue: Catalogue, name: str, order: Order, *, by: str) -> int:
    """Record the index numbers a catalogue proposes, for good; returns how many were new.

    Raises:
        WrongUseError: no scheme was chosen, or the code does not fit it.
        AppError: a number is borne by another document already.
    """
    chosen = issuer_of(order)
    if chosen is None:
        raise WrongUseError("没有写明索引号规则。", "请先选择索引号规则并填写机构代码。")
    _, numbers = disclosure_catalogue(catalogue, templates()[name], chosen, order.year)
    return keep_numbers(catalogue, _held(catalogue), numbers, by=by)


def issuer_of(order: Order) -> IndexIssuer | None:
    """Who gives index numbers; ``None`` when no scheme was chosen.

    Raises:
        WrongUseError: the code does not fit the scheme.
    """
    return issuer(order.scheme, order.code, order.source) if order.scheme else None


def _held(catalogue: Catalogue) -> list[HeldDocument]:
    with catalogue.read() as connection:
        return held_documents(connection)


def _read(catalogue: Catalogue, progress: Progress) -> list[HeldDocument]:
    progress.step(READING, 0)
    held = _held(catalogue)
    progress.step(MAKING, 0)
    return held


def _catalogue_kind(template: CatalogueTemplate) -> ReportKind:
    def make(catalogue: Catalogue, order: Order, progress: Progress) -> Report:
        progress.step(MAKING, 0)
        return disclosure_catalogue(catalogue, template, issuer_of(order), order.year)[0]

    options = frozenset({Option.SCHEME, Option.CODE, Option.SOURCE, Option.YEAR})
    return ReportKind(template.id, template.name, template.purpose, make, options, issues_numbers=True)


def _milestones(catalogue: Catalogue, order: Order, progress: Progress) -> Report:
    held = _read(catalogue, progress)
    return milestones.milestones(held, catalogue.settings()["office"], order.today)


def _completeness(catalogue: Catalogue, order: Order, progress: Progress) -> Report:
    progress.step(READING, 0)
    found = completeness(catalogue, until=order.today.year)
    return completeness_report.completeness_report(found, catalogue.settings()["office"])


def _validity(catalogue: Catalogue, order: Order, progress: Progress) -> Report:
    held = _read(catalogue, progress)
    telling = [one for one in held if is_normative(one) or is_clean_up(one.title)]
    progress.step("读取文中的废止、失效依据", 0)
    with catalogue.read() as connection:
        stated = stated_in(connection, telling)
    lists = [one for path in order.files for one in read_repeal_list(path)]
    said = replace(stated, evidence=(*stated.evidence, *lists))
    return validity_report.validity_report(held, order.today, order.months, said)


def _reconcile(catalogue: Catalogue, order: Order, progress: Progress) -> Report:
    progress.step("读取目录", 0)
    listing = read_listing(order.files)
    source = "、".join(path.stem for path in order.files)
    return reconcile.reconciliation(listing, _read(catalogue, progress), source)


def _requests(catalogue: Catalogue, order: Order, progress: Progress) -> Report:
    register = [one for path in order.files for one in requests.read_requests(path)]
    return requests.requests_report(register, _read(catalogue, progress))


def year_of(order: Order) -> int:
    """The year of an annual report: the one asked for, else the last that is over."""
    return order.year if order.year is not None else order.today.year - 1


def _annual(catalogue: Catalogue, order: Order, progress: Progress) -> Report:
    year = year_of(order)
    figures = annual.stored_figures(catalogue, year)
    for path in order.files:
        figures |= annual.read_figures(path)
    return annual.annual_report(_read(catalogue, progress), year, figures)


def _pilot_fields(catalogue: Catalogue, order: Order, progress: Progress) -> Report:
    items = [item for path in order.files for item in pilot_fields.read_standard_list(path)]
    return pilot_fields.pilot_fields_report(items, _read(catalogue, progress))


def _filing(catalogue: Catalogue, order: Order, progress: Progress) -> Report:
    by = issuer("shanghai", order.code, order.source)
    held = _read(catalogue, progress)
    chosen = [one for one in held if order.year in (None, one.year)]
    return filing.filing(chosen, by)


_KINDS = (
    ReportKind(
        milestones.NAME, "底数梳理阶段进度", "各时段、各机构在册、认定、发布、移交到了哪一步。", _milestones
    ),
    ReportKind(
        completeness_report.NAME,
        "缺号与齐全情况",
        "缺号及原因、重号、引用而未见的文号，各时段、各登记簿齐不齐。",
        _completeness,
    ),
    ReportKind(
        validity_report.NAME,
        "规范性文件清理",
        "逐件列出有效、修改、废止、失效、到期及其依据，谁替代了谁。",
        _validity,
        frozenset({Option.MONTHS}),
        FileWish(
            "清理目录",
            "继续有效、修改、废止、失效的目录，作为依据；不选也可以。",
            (*SHEETS, ".docx", ".doc", ".wps", ".pdf"),
            is_required=False,
        ),
    ),
    ReportKind(
        reconcile.NAME,
        "公报、网站目录与底数核对",
        "导入公报历史目录或网站栏目，找出已发布未在册、应公开未发布和不一致的。",
        _reconcile,
        files=FileWish("公报或网站目录", "请选择 xlsx、csv 或保存下来的网页。", LISTINGS),
    ),
    ReportKind(
        requests.NAME,
        "依申请转主动公开",
        "从依申请公开台账找出多次申请的、可以转为主动公开的，列出已经转的。",
        _requests,
        files=FileWish("依申请公开台账", "表格须有“申请内容”或“信息名称”列；申请人不读入。"),
        is_typed=True,
    ),
    ReportKind(
        pilot_fields.NAME,
        "试点领域标准目录与缺口",
        "导入各领域标准目录，公文按标题归入事项，列出没有文件的事项。",
        _pilot_fields,
        files=FileWish("领域标准目录", "文件名中须有领域名称，如“社会救助领域标准目录”。"),
    ),
    ReportKind(
        annual.NAME,
        "年度报告表",
        "规范性文件数由底数得出，其余各栏录入或导入后核对勾稽关系。",
        _annual,
        frozenset({Option.YEAR}),
        FileWish("年度报告各栏数字", "先导出本表，填好再选；也可以录入。", is_required=False, are_many=False),
        is_typed=True,
    ),
    ReportKind(
        filing.NAME,
        "公文备案 XML（上海）",
        "每件公文一个备案 XML，先按备案格式校验。",
        _filing,
        frozenset({Option.CODE, Option.SOURCE, Option.YEAR}),
    ),
)
