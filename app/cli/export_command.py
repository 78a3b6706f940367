"""``dishu export``: the inventory as one JSON object."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say_json
from app.report.inventory import inventory


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    options.add_always_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print the inventory."""
    with wiring.open_session(given.catalogue) as session:
        say_json(inventory(session.catalogue))
    return 0
