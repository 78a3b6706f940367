"""``dishu review export`` and ``import``: a batch as a workbook or a package, and back."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.errors import AppError, WrongUseError
from app.review.exchange import package, workbook_in, workbook_out
from app.review.exchange.faults import Conflict


def declare(acts: options.Acts) -> None:
    """Declare both sub-commands."""
    out = acts.add_parser(
        "export", help="一批导出为表格（.xlsx）或审查包（.zip）；在审查包目录里导出审查结果"
    )
    options.add_catalogue(out)
    out.add_argument("file", type=options.path, metavar="文件", help="写成 .xlsx 或 .zip")
    out.add_argument("--batch", metavar="批次", help="不写即导出审查包目录里的审查结果")
    options.add_by(out)
    out.set_defaults(run=_export)
    back = acts.add_parser("import", help="导入填好的表格或送回的审查结果")
    options.add_catalogue(back)
    back.add_argument("file", type=options.path, metavar="文件", help="填好的表格或送回的审查结果")
    back.add_argument("--dry-run", action="store_true", help="只检查表格，不导入")
    options.add_by(back)
    options.add_json(back)
    back.set_defaults(run=_import)
    opened = acts.add_parser("open", help="用审查包在这台电脑上建立目录")
    opened.add_argument("file", type=options.path, metavar="审查包", help="对方导出的 .zip")
    opened.add_argument("catalogue", type=options.path, metavar="新目录", help="在这里建立目录")
    opened.add_argument("--reviewer", action="append", required=True, metavar="姓名", help="初审人；可多次")
    options.add_by(opened)
    opened.set_defaults(run=_open)


def _export(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        if given.batch is None:
            count = package.export_decisions(session.catalogue, given.file, by=given.by)
        elif given.file.suffix.lower() == ".xlsx":
            count = workbook_out.export_workbook(session.catalogue, given.batch, given.file, by=given.by)
        elif given.file.suffix.lower() == ".zip":
            count = package.export_package(session.catalogue, given.batch, given.file, by=given.by)
        else:
            raise WrongUseError("文件的后缀只能是 .xlsx 或 .zip。", "表格用 .xlsx，审查包用 .zip。")
    say(f"已导出 {count} 件到 {given.file}")
    return 0


def _open(given: argparse.Namespace) -> int:
    package.open_package(given.file, given.catalogue, by=given.by, reviewers=tuple(given.reviewer)).close()
    say(f"已建立 {given.catalogue}；办完后用 dishu review export 导出审查结果。")
    return 0


def _import(given: argparse.Namespace) -> int:
    if not given.file.is_file():
        raise AppError(f"找不到文件“{given.file}”。", "请检查路径是否写对。")
    with wiring.open_session(given.catalogue) as session:
        if given.file.suffix.lower() == ".zip":
            merged = package.merge_decisions(session.catalogue, given.file, by=given.by)
            return _say_imported(given, merged.proposed, merged.already, merged.conflicts, merged.job)
        checked = workbook_in.check_workbook(session.catalogue, given.file)
        if checked.faults or given.dry_run:
            return _say_checked(given, checked)
        done = workbook_in.import_workbook(session.catalogue, given.file, by=given.by)
    return _say_imported(given, done.proposed, done.already, done.conflicts, done.job)


def _say_checked(given: argparse.Namespace, checked: workbook_in.CheckedWorkbook) -> int:
    for fault in checked.faults:
        if given.json:
            say_json(
                {
                    "row": fault.row,
                    "column": fault.column,
                    "rule": fault.rule,
                    "message": fault.message,
                    "fix": fault.fix,
                }
            )
        else:
            say(fault.sentence)
    if not given.json:
        say(
            f"{len(checked.faults)} 处问题，没有导入任何一行。"
            if checked.faults
            else f"可以导入 {len(checked.wishes)} 件。"
        )
    return 1 if checked.faults or checked.conflicts else 0


def _say_imported(
    given: argparse.Namespace,
    proposed: int,
    already: int,
    conflicts: tuple[Conflict, ...],
    job: str | None,
) -> int:
    if given.json:
        listed = [{"row": each.row, "document": each.document, "message": each.message} for each in conflicts]
        say_json({"proposed": proposed, "already": already, "conflicts": listed, "job": job})
    else:
        for each in conflicts:
            say(f"须由人决定 {each.document}《{each.title}》：{each.message}")
        say(f"已送审 {proposed} 件，此前已导入 {already} 件，冲突 {len(conflicts)} 件。")
    return 1 if conflicts else 0
