"""``dishu backup``: a full copy that was opened and checked."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say, say_json
from app.store.backup import MANUAL, back_up_file, backups


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument("--list", action="store_true", help="只列出已有的备份")
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Make the backup, or list those that exist."""
    if given.list:
        return _list(given)
    with wiring.open_session(given.catalogue):
        made = back_up_file(given.catalogue, label=MANUAL)
    if given.json:
        say_json({"backup": str(made), "bytes": made.stat().st_size})
    else:
        say(f"已备份并校验：{made}")
    return 0


def _list(given: argparse.Namespace) -> int:
    for item in backups(given.catalogue):
        if given.json:
            say_json(
                {
                    "backup": str(item.path),
                    "made_at": item.made_at.isoformat(),
                    "label": item.label,
                    "full": item.is_full,
                }
            )
        else:
            kind = "全部" if item.is_full else "人工成果"
            say(f"{item.made_at:%Y-%m-%d %H:%M}  {kind}  {item.path}")
    return 0
