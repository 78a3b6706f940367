"""``dishu dump``: everything in open formats."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.store.dump import dump


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("folder", type=options.path, metavar="新文件夹", help="导出到这个新文件夹")
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Write the dump."""
    with wiring.open_session(given.catalogue):
        rows = dump(given.catalogue, given.folder, TerminalProgress())
    if given.json:
        say_json({"folder": str(given.folder), "rows": rows})
    else:
        say(f"已导出 {sum(rows.values())} 行，{len(rows)} 张表：{given.folder}")
        say("导出件含全部正文和姓名，请按目录同样的要求保管。")
    return 0
