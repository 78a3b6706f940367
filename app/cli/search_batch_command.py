"""``dishu search-batch``: how many texts hold each word of a list."""

import argparse
from pathlib import Path

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.cli.search_answers import result_record, say_result
from app.errors import AppError
from app.formats.encoding import decode
from app.search import batch
from app.search.find import SearchResult, find_tree


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("words", type=options.path, metavar="词表.txt", help="每行一个词，编码不限")
    parser.add_argument(
        "--hits",
        type=options.at_least(0),
        default=0,
        metavar="N",
        help="另列出含有其中任何一词的 N 份，标出各词",
    )
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Count every term, and list texts with any of them."""
    lines = _lines(given.words)
    with wiring.open_session(given.catalogue) as session:
        counted = batch.count_terms(session.catalogue, lines, TerminalProgress())
        found = None
        if given.hits > 0:
            found = find_tree(session.catalogue, batch.any_of(lines), limit=given.hits)
    if given.json:
        say_json(_record(counted, found))
        return 0
    for one in counted:
        say(f"{one.count}\t{one.term}")
    if found is not None:
        say_result(found)
    return 0


def _record(counted: list[batch.TermCount], found: SearchResult | None) -> dict[str, object]:
    record: dict[str, object] = {"terms": [{"term": one.term, "count": one.count} for one in counted]}
    if found is not None:
        record["any"] = result_record(found)
    return record


def _lines(path: Path) -> list[str]:
    try:
        return decode(path.read_bytes()).text.splitlines()
    except OSError as error:
        raise AppError(f"不能读取词表“{path}”。", "请核对路径和读取权限。") from error
