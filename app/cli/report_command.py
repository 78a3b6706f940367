"""``dishu report NAME``: the lists and figures that disclosure plans ask for."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.errors import WrongUseError
from app.report.annual import annual_report
from app.report.disclosure_catalogue import disclosure_catalogue, templates
from app.report.filing import filing
from app.report.index_numbers import IndexIssuer, issuer, keep_numbers, schemes
from app.report.listing import read_listing
from app.report.milestones import milestones
from app.report.pilot_fields import pilot_fields_report, read_standard_list
from app.report.reconcile import reconciliation
from app.report.requests import read_requests, requests_report
from app.report.tables import Report, write_files
from app.report.validity import validity_report
from app.store.catalogue import Catalogue
from app.store.report_rows import HeldDocument, held_documents

Make = Callable[[argparse.Namespace, Catalogue], Report]


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare one sub-parser for each report."""
    names = parser.add_subparsers(metavar="报告", required=True)
    for template in templates().values():
        one = _declared(names, template.id, template.name, _catalogue_of(template.id))
        one.add_argument("--scheme", choices=sorted(schemes()), metavar="规则", help="索引号规则")
        one.add_argument("--code", default="", metavar="机构代码", help="索引号中的组织机构代码")
        one.add_argument("--source", default="0", metavar="来源", help="索引号中的来源位，默认 0")
        one.add_argument("--issue", action="store_true", help="将新索引号记入目录，以后不变（须 --by）")
        options.add_by(one, is_required=False)
    _declared(names, "milestones", "底数梳理阶段进度", _milestones)
    one = _declared(names, "validity", "规范性文件清理", _validity)
    one.add_argument("--months", type=int, default=6, metavar="N", help="列出几个月内到期的，默认 6")
    one = _declared(names, "reconcile", "公报、网站目录与底数核对", _reconcile)
    one.add_argument(
        "--listing", type=Path, action="append", required=True, metavar="文件", help="xlsx、csv 或网页"
    )
    one = _declared(names, "requests", "依申请转主动公开", _requests)
    one.add_argument("--register", type=Path, required=True, metavar="台账", help="依申请公开台账")
    one = _declared(names, "pilot-fields", "试点领域标准目录与缺口", _pilot_fields)
    one.add_argument(
        "--standard", type=Path, action="append", required=True, metavar="文件", help="领域标准目录"
    )
    one = _declared(names, "filing", "公文备案 XML（上海）", _filing)
    one.add_argument("--code", required=True, metavar="机构代码", help="9 位组织机构代码")
    one.add_argument("--source", default="0", metavar="来源", help="索引号中的来源位，默认 0")
    one = _declared(names, "annual", "年度报告表", _annual)
    one.add_argument("--year", type=int, required=True, metavar="年", help="报告年度")
    one.add_argument("--requests", type=Path, metavar="表三", help="核对表三的数字")


def _declared(names: Any, name: str, summary: str, make: Make) -> argparse.ArgumentParser:  # noqa: ANN401
    parser: argparse.ArgumentParser = names.add_parser(name, help=summary, description=summary)
    options.add_catalogue(parser)
    parser.add_argument("folder", type=Path, nargs="?", metavar="存放处", help="不写则只显示")
    parser.add_argument("--today", type=date.fromisoformat, default=None, metavar="日期", help="按此日期计算")
    options.add_json(parser)
    parser.set_defaults(run=lambda given: _run(given, make))
    return parser


def _run(given: argparse.Namespace, make: Make) -> int:
    given.today = given.today or date.today()  # noqa: DTZ011 - the office's day
    with wiring.open_session(given.catalogue) as session:
        report = make(given, session.catalogue)
    paths = write_files(report, given.folder) if given.folder else ()
    if given.json:
        say_json({**report.as_dict(), "files": [str(path) for path in paths]})
    else:
        _say(report, paths)
    return 1 if report.to_do else 0


def _say(report: Report, paths: tuple[Path, ...]) -> None:
    say(report.heading)
    for note in (*report.notes, *report.to_do):
        say(note)
    for table in report.tables:
        if not table.is_long:
            say(f"【{table.title}】" + "　".join(table.headers))
            for row in table.rows:
                say("　".join(row))
    for path in paths:
        say(str(path))


def _held(catalogue: Catalogue) -> list[HeldDocument]:
    with catalogue.read() as connection:
        return held_documents(connection)


def _catalogue_of(name: str) -> Make:
    def make(given: argparse.Namespace, catalogue: Catalogue) -> Report:
        by = _issuer(given)
        report, numbers = disclosure_catalogue(catalogue, templates()[name], by)
        if given.issue and by is not None:
            keep_numbers(catalogue, _held(catalogue), numbers, by=given.by)
        return report

    return make


def _issuer(given: argparse.Namespace) -> IndexIssuer | None:
    if given.scheme:
        return issuer(given.scheme, given.code, given.source)
    if given.issue:
        raise WrongUseError("没有写明索引号规则。", "请同时写 --scheme 和 --code。")
    return None


def _milestones(given: argparse.Namespace, catalogue: Catalogue) -> Report:
    return milestones(_held(catalogue), catalogue.settings()["office"], given.today)


def _validity(given: argparse.Namespace, catalogue: Catalogue) -> Report:
    return validity_report(_held(catalogue), given.today, given.months)


def _reconcile(given: argparse.Namespace, catalogue: Catalogue) -> Report:
    source = "、".join(path.stem for path in given.listing)
    return reconciliation(read_listing(given.listing), _held(catalogue), source)


def _requests(given: argparse.Namespace, catalogue: Catalogue) -> Report:
    return requests_report(read_requests(given.register), _held(catalogue))


def _annual(given: argparse.Namespace, catalogue: Catalogue) -> Report:
    return annual_report(_held(catalogue), given.year, given.requests)


def _pilot_fields(given: argparse.Namespace, catalogue: Catalogue) -> Report:
    items = [item for path in given.standard for item in read_standard_list(path)]
    return pilot_fields_report(items, _held(catalogue))


def _filing(given: argparse.Namespace, catalogue: Catalogue) -> Report:
    if given.folder is None:
        raise WrongUseError("没有写明存放处。", "请写明 XML 的存放文件夹。")
    return filing(_held(catalogue), issuer("shanghai", given.code, given.source), given.folder)
