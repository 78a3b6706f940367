"""``dishu publish-check``: files or documents checked before publication, and redacted copies."""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.errors import AppError
from app.formats.pool import WorkerPool
from app.report.publication.check import Checked
from app.report.publication.faults import FAULT_TERMS, Fault, Severity
from app.report.publication.redact import Redacted, state_of
from app.report.publication.results import SEVERITY_TERMS, verdict, write_results
from app.report.publication.run import NotRedacted, check_files, files_below, redact_files
from app.store import documents, naming, queries


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "subjects", nargs="+", metavar="文件、文件夹或公文", help="按公文检查须写 --catalogue"
    )
    parser.add_argument("--catalogue", type=options.path, metavar="目录", help="公文所在的底数目录")
    parser.add_argument("--xlsx", type=options.path, metavar="文件", help="问题清单写成表格")
    parser.add_argument("--redact", type=options.path, metavar="存放处", help="另出脱敏副本（docx、pdf）")
    parser.add_argument("--word", action="append", default=[], metavar="词", help="脱敏时一并去掉的词")
    options.add_workers(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Check everything; 1 when something asks for a person."""
    paths = list(_paths(given))
    with WorkerPool(_workers(given, paths)) as pool:
        checked = check_files(paths, pool, TerminalProgress())
    if given.xlsx:
        write_results(given.xlsx, checked)
    for one in checked:
        if given.json:
            say_json(one.as_dict())
        else:
            _say(one)
    copies = _redact(given, paths) if given.redact else []
    if any(isinstance(copy, NotRedacted) or copy.left_over or copy.unread for copy in copies):
        return 1
    has_fault = any(fault.severity is Severity.FAULT for one in checked for fault in one.faults)
    return 1 if has_fault else 0


def _redact(given: argparse.Namespace, paths: list[Path]) -> list[Redacted | NotRedacted]:
    """A copy of each file in the folder; what cannot be redacted is said."""
    with WorkerPool(_workers(given, paths)) as pool:
        copies = redact_files(paths, given.redact, given.word, pool, TerminalProgress())
    for copy in copies:
        if given.json:
            say_json(copy.as_dict())
        elif isinstance(copy, NotRedacted):
            say(f"未能脱敏　{copy.source}　{copy.message}")
        else:
            state = state_of(copy)
            say(f"脱敏副本　{copy.target}　去掉 {copy.places} 处　{state}")
    return copies


def _workers(given: argparse.Namespace, paths: list[Path]) -> int:
    workers: int = given.workers
    return max(1, min(workers, len(paths)))


def _paths(given: argparse.Namespace) -> Iterator[Path]:
    for subject in given.subjects:
        path = Path(subject)
        if path.is_dir():
            yield from files_below([path])
        elif path.is_file():
            yield path
        elif given.catalogue:
            yield _master(given.catalogue, subject)
        else:
            raise AppError(f"找不到“{subject}”。", "请检查路径；按公文编号检查时请同时写 --catalogue。")


def _master(catalogue: Path, uuid: str) -> Path:
    """Where the leading file of a document lies."""
    with wiring.open_session(catalogue) as session, session.catalogue.read() as connection:
        document_id = documents.document_with_uuid(connection, naming.uuid_named(connection, uuid))
        files = queries.files_of(connection, document_id) if document_id is not None else []
    for file in files:
        path = Path(file.root_path) / file.path
        if path.is_file():
            return path
    raise AppError(f"找不到公文“{uuid}”的原文件。", "请检查公文编号，或先重新定位来源文件夹。")


def _say(checked: Checked) -> None:
    """The file's verdict and its faults; one that returns is told once, with the number of its places."""
    say(f"{checked.path}　{verdict(checked)}")
    alike: dict[tuple[str, str, str], list[Fault]] = defaultdict(list)
    for fault in checked.faults:
        alike[SEVERITY_TERMS[fault.severity], FAULT_TERMS[fault.kind], fault.message].append(fault)
    for told, faults in alike.items():
        first, more = faults[0], f"等 {len(faults)} 处" if len(faults) > 1 else ""
        say("  " + "　".join(part for part in (*told, first.where, first.shown, more) if part))
