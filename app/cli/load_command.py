"""``dishu load``: a catalogue from a dump."""

import argparse

from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.store.load import load


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("folder", type=options.path, metavar="导出件", help="dishu dump 做出的文件夹")
    options.add_catalogue(parser)
    options.add_by_account(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Load the dump."""
    rows = load(given.folder, given.catalogue, TerminalProgress(), by=options.acting(given))
    if given.json:
        say_json({"catalogue": str(given.catalogue), "rows": rows})
    else:
        say(f"已装入 {sum(rows.values())} 行，检索已重建：{given.catalogue}")
    return 0
