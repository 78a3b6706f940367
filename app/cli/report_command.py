"""``dishu report NAME``: the lists and figures that disclosure plans ask for."""

import argparse
from datetime import date
from pathlib import Path

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.errors import WrongUseError
from app.report.index_numbers import schemes
from app.report.orders import Option, Order, ReportKind, issue_numbers, kinds, order_report
from app.report.tables import Report, write_files

FILE_ARGUMENTS = {
    "reconcile": "--listing",
    "requests": "--register",
    "pilot-fields": "--standard",
    "annual": "--figures",
    "validity": "--repeal-list",
}
"""What the files of a list are called on the command line."""


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare one sub-parser for each list."""
    names = parser.add_subparsers(metavar="报告", required=True)
    for kind in kinds().values():
        _declare_kind(names, kind)


def _declare_kind(names: options.Acts, kind: ReportKind) -> None:
    parser: argparse.ArgumentParser = names.add_parser(kind.name, help=kind.title, description=kind.purpose)
    options.add_catalogue(parser)
    parser.add_argument("folder", type=options.path, nargs="?", metavar="存放处", help="不写则只显示")
    parser.add_argument("--today", type=date.fromisoformat, default=None, metavar="日期", help="按此日期计算")
    for option in sorted(kind.options):
        _OPTIONS[option](parser, kind)
    if kind.files is not None:
        parser.add_argument(
            FILE_ARGUMENTS[kind.name],
            dest="files",
            type=options.path,
            action="append",
            required=kind.files.is_required,
            metavar="文件",
            help=f"{kind.files.title}。{kind.files.advice}",
        )
    if kind.issues_numbers:
        parser.add_argument("--issue", action="store_true", help="将新索引号记入目录，以后不变")
        options.add_by_if(parser, "--issue")
    options.add_json(parser)
    parser.set_defaults(run=lambda given: _run(given, kind))


def _add_scheme(parser: argparse.ArgumentParser, _kind: ReportKind) -> None:
    parser.add_argument("--scheme", choices=sorted(schemes()), default="", metavar="规则", help="索引号规则")


def _add_code(parser: argparse.ArgumentParser, kind: ReportKind) -> None:
    is_required = Option.SCHEME not in kind.options
    parser.add_argument(
        "--code", required=is_required, default="", metavar="机构代码", help="索引号中的组织机构代码"
    )


def _add_source(parser: argparse.ArgumentParser, _kind: ReportKind) -> None:
    parser.add_argument("--source", default="0", metavar="来源", help="索引号中的来源位，默认 0")


def _add_months(parser: argparse.ArgumentParser, _kind: ReportKind) -> None:
    parser.add_argument("--months", type=int, default=6, metavar="N", help="列出几个月内到期的，默认 6")


def _add_year(parser: argparse.ArgumentParser, _kind: ReportKind) -> None:
    parser.add_argument("--year", type=int, metavar="年", help="只列这一年的")


_OPTIONS = {
    Option.SCHEME: _add_scheme,
    Option.CODE: _add_code,
    Option.SOURCE: _add_source,
    Option.MONTHS: _add_months,
    Option.YEAR: _add_year,
}


def _run(given: argparse.Namespace, kind: ReportKind) -> int:
    order = _order(given)
    with wiring.open_session(given.catalogue) as session:
        if kind.issues_numbers and given.issue:
            options.require_by(given, "编定索引号")
            if not order.scheme:
                raise WrongUseError("没有写明索引号规则。", "请同时写 --scheme 和 --code。")
            issue_numbers(session.catalogue, kind.name, order, by=given.by)
        report = order_report(session.catalogue, kind.name, order, TerminalProgress())
    paths = write_files(report, given.folder) if given.folder else ()
    if given.json:
        say_json({**report.as_dict(), "files": [str(path) for path in paths]})
    else:
        _say(report, paths)
    return 1 if report.to_do else 0


def _order(given: argparse.Namespace) -> Order:
    """The order; what a list does not ask keeps its default."""
    names = [option.value for option in Option if getattr(given, option.value, None) is not None]
    today = given.today or date.today()
    files = tuple(getattr(given, "files", None) or ())
    return Order(today=today, files=files, **{name: getattr(given, name) for name in names})


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
