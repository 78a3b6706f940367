"""``dishu check``: is the catalogue whole?"""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.store import integrity


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Check the database, the index, the audit chain, and the chain against the newest backup."""
    with wiring.open_session(given.catalogue) as session:
        problems = integrity.all_problems(session.catalogue)
        with session.catalogue.read() as connection:
            warnings = integrity.warnings(connection)
    if given.json:
        say_json({"valid": not problems, "problems": problems, "warnings": warnings})
    else:
        for sentence in [*problems, *warnings]:
            say(sentence)
        say(
            "目录完好。"
            if not problems
            else "目录有问题：可以用 dishu repair 修复（结果放在旁边），或用 dishu restore 从备份恢复。"
        )
    return 1 if problems else 0
