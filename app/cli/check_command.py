"""``dishu check``: is the catalogue whole?"""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.store import audit, integrity


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Check the database, the index and the audit chain."""
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        problems = integrity.problems(connection)
        problems += [f"审计第 {fault.sequence} 条：{fault.message}" for fault in audit.faults(connection)]
    if given.json:
        say_json({"valid": not problems, "problems": problems})
    else:
        for problem in problems:
            say(problem)
        say("目录完好。" if not problems else "目录有问题：请先备份整个目录文件夹，再从备份恢复。")
    return 1 if problems else 0
