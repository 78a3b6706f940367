"""``dishu merge``: several documents are one item."""

import argparse

from app import wiring
from app.cli import naming, options
from app.cli.output import say, say_json
from app.inventory.grouping import merge


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    naming.add_documents(parser, "两件以上")
    options.add_by(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Make one item of them."""
    with wiring.open_session(given.catalogue) as session:
        document = merge(session.catalogue, naming.all_named(session.catalogue, given.documents), by=given.by)
    if given.json:
        say_json({"document": document})
    else:
        say(f"已归并为一件：{document}")
    return 0
