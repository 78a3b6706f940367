"""``dishu inspect``: what a file would give; needs no catalogue."""

import argparse
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from app.classify.inspect import InspectRecord, inspect_found, inspect_scan
from app.cli import options
from app.cli.document_lines import element_lines, finding_lines, suggestion_lines
from app.cli.output import say, say_json
from app.domain.source import Failure, FileStatus
from app.domain.terms import FAILURE_TERMS, STATUS_TERMS
from app.errors import AppError
from app.formats.pool import WorkerPool
from app.inventory.ingest import seconds_for
from app.inventory.scan import Found, found_file, scan
from app.inventory.scanned import SECONDS_PER_PAGE, can_be_read


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument(
        "paths", nargs="+", type=options.unquoted, metavar="文件或文件夹", help="文件夹连同其中各级文件夹"
    )
    parser.add_argument("--text", action="store_true", help="连同正文输出（须与 --json 同用）")
    options.add_workers(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print one record per file."""
    has_failed = False
    with WorkerPool(given.workers) as pool:
        for record in _records(pool, given.paths):
            has_failed = has_failed or record.status is FileStatus.FAILED
            if given.json:
                say_json(record.as_dict(with_text=given.text))
            else:
                _say(record)
    return 1 if has_failed else 0


def _records(pool: WorkerPool, paths: list[str]) -> Iterator[InspectRecord]:
    """The records as they are completed; scans last, when character recognition is installed."""
    scans: list[tuple[Found, InspectRecord]] = []
    for found, outcome in pool.map_bounded(inspect_found, _files(paths), seconds_for=seconds_for):
        for record in [_lost(found, outcome)] if isinstance(outcome, Failure) else outcome:
            if record.path == found.path and can_be_read(record.status):
                scans.append((found, record))
            else:
                yield record
    for (found, _), read in pool.map_bounded(inspect_scan, scans, seconds_for=_seconds_for_scan):
        yield _lost(found, read) if isinstance(read, Failure) else read


def _seconds_for_scan(scan: tuple[Found, InspectRecord]) -> float:
    found, record = scan
    pages = record.extraction.page_count if record.extraction is not None else None
    return seconds_for(found) + SECONDS_PER_PAGE * (pages or 1)


def _files(paths: list[str]) -> Iterator[Found]:
    """The files as they are given: the argument joined with the rest."""
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - the argument is kept as it is
            for found in scan(Path(path)):
                yield found.under(path)
        elif os.path.lexists(path):
            yield found_file(path)
        else:
            raise AppError(f"找不到“{path}”。", "请检查路径是否写对。")


def _lost(found: Found, failure: Failure) -> InspectRecord:
    return InspectRecord(found.path, found.size, FileStatus.FAILED, failure=failure)


def _say(record: InspectRecord) -> None:
    if record.failure is not None:
        say(f"{record.path}　{FAILURE_TERMS[record.failure.kind]}：{record.failure.message}")
        return
    say(f"{record.path}　{STATUS_TERMS[record.status]}")
    elements = record.recognition.elements if record.recognition else {}
    lines = [*element_lines({name: element.text for name, element in elements.items()})]
    lines += finding_lines(record.findings)
    lines += suggestion_lines(record.suggestion, date.today()) if record.suggestion is not None else ()
    for line in lines:
        say(f"  {line}")
