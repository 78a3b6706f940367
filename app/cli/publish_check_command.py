"""``dishu publish-check``: files or documents checked before publication, and redacted copies."""

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.domain.source import Failure
from app.errors import AppError
from app.formats.pool import WorkerPool
from app.formats.reader import UnreadableError
from app.inventory.ingest import seconds_for
from app.inventory.scan import Found, found_file
from app.report.publication.check import Checked, check_file
from app.report.publication.faults import FAULT_TERMS, Fault, FaultKind, Severity
from app.report.publication.redact import Redacted, redact_file
from app.report.publication.results import SEVERITY_TERMS, verdict, write_results
from app.store import documents, queries


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("subjects", nargs="+", metavar="文件、文件夹或公文")
    parser.add_argument("--catalogue", type=Path, metavar="目录", help="按公文编号检查时所在的目录")
    parser.add_argument("--xlsx", type=Path, metavar="文件", help="问题清单写成表格")
    parser.add_argument("--redact", type=Path, metavar="存放处", help="另出脱敏副本（docx、pdf）")
    parser.add_argument("--word", action="append", default=[], metavar="词", help="脱敏时一并去掉的词")
    options.add_workers(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Check everything; 1 when something asks for a person."""
    paths = list(_paths(given))
    checked = _check(paths, given.workers)
    if given.xlsx:
        write_results(given.xlsx, checked)
    for one in checked:
        if given.json:
            say_json(one.as_dict())
        else:
            _say(one)
    copies = _redact(given, paths) if given.redact else []
    if any(copy is None or copy.left_over for copy in copies):
        return 1
    has_fault = any(fault.severity is Severity.FAULT for one in checked for fault in one.faults)
    return 1 if has_fault else 0


def _check(paths: list[Path], workers: int) -> list[Checked]:
    """The files checked in worker processes, in the order given; a crash costs one file."""
    found = [found_file(str(path)) for path in paths]
    results: dict[str, Checked] = {}
    progress = TerminalProgress()
    with WorkerPool(max(1, min(workers, len(found)))) as pool:
        for done, (file, outcome) in enumerate(
            pool.map_bounded(_check_found, found, seconds_for=seconds_for), start=1
        ):
            results[file.path] = _lost(file, outcome) if isinstance(outcome, Failure) else outcome
            progress.step("发布前检查", done, len(found))
    return [results[file.path] for file in found]


def _redact(given: argparse.Namespace, paths: list[Path]) -> list[Redacted | None]:
    """A copy of each file in the folder; what cannot be redacted is said and counted as ``None``."""
    given.redact.mkdir(parents=True, exist_ok=True)
    copies: list[Redacted | None] = []
    found = [found_file(str(path)) for path in paths]
    task = partial(_redact_found, folder=given.redact, words=tuple(given.word))
    with WorkerPool(1) as pool:
        for file, outcome in pool.map_bounded(task, found, seconds_for=seconds_for):
            copy = None if isinstance(outcome, Failure) else outcome
            message = outcome.message if isinstance(outcome, Failure) else ""
            copies.append(copy if isinstance(copy, Redacted) else None)
            if isinstance(copy, Redacted) and given.json:
                say_json(copy.as_dict())
            elif isinstance(copy, Redacted):
                state = "仍有残留，不得使用" if copy.left_over else "已复查"
                say(f"脱敏副本　{copy.target}　去掉 {copy.places} 处　{state}")
            else:
                say(f"未能脱敏　{file.path}　{message or copy}")
    return copies


def _redact_found(found: Found, folder: Path, words: tuple[str, ...]) -> Redacted | str:
    source = Path(found.path)
    try:
        return redact_file(source, folder / f"{source.stem}（脱敏）{source.suffix}", words)
    except (AppError, UnreadableError) as error:
        return str(error)


def _check_found(found: Found) -> Checked:
    return check_file(Path(found.path))


def _lost(found: Found, failure: Failure) -> Checked:
    return Checked(found.path, (Fault(FaultKind.UNREADABLE, failure.kind.value, failure.message),))


def _paths(given: argparse.Namespace) -> Iterator[Path]:
    for subject in given.subjects:
        path = Path(subject)
        if path.is_dir():
            yield from sorted(child for child in path.rglob("*") if child.is_file())
        elif path.is_file():
            yield path
        elif given.catalogue:
            yield _master(given.catalogue, subject)
        else:
            raise AppError(f"找不到“{subject}”。", "请检查路径；按公文编号检查时请同时写 --catalogue。")


def _master(catalogue: Path, uuid: str) -> Path:
    """Where the leading file of a document lies."""
    with wiring.open_session(catalogue) as session, session.catalogue.read() as connection:
        document_id = documents.document_with_uuid(connection, uuid)
        files = queries.files_of(connection, document_id) if document_id is not None else []
    for file in files:
        path = Path(file.root_path) / file.path
        if path.is_file():
            return path
    raise AppError(f"找不到公文“{uuid}”的原文件。", "请检查公文编号，或先重新定位来源文件夹。")


def _say(checked: Checked) -> None:
    say(f"{checked.path}　{verdict(checked)}")
    for fault in checked.faults:
        parts = (
            SEVERITY_TERMS[fault.severity],
            FAULT_TERMS[fault.kind],
            fault.message,
            fault.where,
            fault.shown,
        )
        say("  " + "　".join(part for part in parts if part))
