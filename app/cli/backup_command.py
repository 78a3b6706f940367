"""``dishu backup``: a full copy that was opened and checked."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say
from app.store.backup import back_up_file


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Make the backup."""
    with wiring.open_session(given.catalogue):
        made = back_up_file(given.catalogue, label="manual")
    say(f"已备份并校验：{made}")
    return 0
