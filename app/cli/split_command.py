"""``dishu split``: a file is an item of its own."""

import argparse

from app import wiring
from app.cli import naming, options
from app.cli.output import say, say_json
from app.inventory.grouping import split


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    naming.add_document(parser)
    parser.add_argument("path", metavar="文件", help="要拆出的文件，照 show 或 export 里的 path 填写")
    options.add_by(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Take the file out."""
    with wiring.open_session(given.catalogue) as session:
        document = split(
            session.catalogue, naming.named(session.catalogue, given.document), given.path, by=given.by
        )
    if given.json:
        say_json({"document": document})
    else:
        say(f"已拆出，这个文件现在单独成件：{document}")
    return 0
