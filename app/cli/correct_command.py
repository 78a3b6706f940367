"""``dishu correct``: a person's value for an element counts from now on."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say
from app.domain.document import ElementName
from app.inventory.correct import correct_element


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("document", metavar="公文")
    parser.add_argument("element", type=ElementName, choices=list(ElementName), metavar="要素")
    parser.add_argument("value", metavar="值", help="多个机关用“；”隔开")
    options.add_by(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Correct the element."""
    with wiring.open_session(given.catalogue) as session:
        correct_element(session.catalogue, given.document, given.element, given.value, by=given.by)
    say("已更正。")
    return 0
