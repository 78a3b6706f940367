"""``dishu gaps``: numbers that are missing, and numbers borne twice."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.inventory.completeness import Completeness, completeness
from app.report.inventory import completeness_record


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Print gaps and duplicates."""
    with wiring.open_session(given.catalogue) as session:
        found = completeness(session.catalogue)
    if given.json:
        say_json(completeness_record(found))
    else:
        _say(found)
    return 0


def _say(found: Completeness) -> None:
    for gap in found.gaps:
        numbers = "、".join(map(str, gap.numbers))
        say(f"{gap.series}〔{gap.year}〕缺 {len(gap.numbers)} 个号：{numbers}")
    for item in found.duplicates:
        say(f"{item.document_number} 有 {len(item.documents)} 份")
    if not found.gaps and not found.duplicates:
        say("没有缺号和重号。")
