"""``dishu group``: one item from many files."""

import argparse
from dataclasses import asdict

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.inventory.grouping import group


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    options.add_by(parser, is_required=False)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Group all files."""
    with wiring.open_session(given.catalogue) as session:
        summary = group(session.catalogue, TerminalProgress(), by=given.by)
    if given.json:
        say_json(asdict(summary))
    else:
        say(
            f"{summary.files} 个文件归为 {summary.items} 件；本次并入 {summary.merged} 份，变动 {summary.changed} 件。"
        )
        say(f"另有 {summary.relations} 组关联（请示与批复、转发、历年同题、内容相近）供复审时对照。")
    return 0
