"""``dishu relocate``: a root is found at another path now."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say
from app.inventory.roots import relocate


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("root", metavar="来源", help="来源文件夹的编号或名称")
    parser.add_argument("path", type=options.path, metavar="新位置", help="现在的文件夹")
    options.add_by(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Bind the root anew."""
    with wiring.open_session(given.catalogue) as session:
        compared = relocate(session.catalogue, given.root, given.path, by=given.by)
    say(f"已改到新位置（抽查 {compared} 个文件，全部一致）。")
    return 0
