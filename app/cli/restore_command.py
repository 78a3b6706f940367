"""``dishu restore``: a backup becomes the catalogue again; the present one is set aside."""

import argparse
from pathlib import Path

from app.cli import options
from app.cli.output import say, say_json
from app.store.backup import BACKUPS
from app.store.restore import restore


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument(
        "backup", type=options.path, metavar="备份", help="备份文件，或目录里 backups 下的文件名"
    )
    parser.add_argument("--into", type=options.path, metavar="新文件夹", help="恢复成新的目录，现有目录不动")
    options.add_by_account(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Restore."""
    done = restore(given.catalogue, _backup(given), by=options.acting(given), into=given.into)
    if given.json:
        aside = str(done.set_aside) if done.set_aside else None
        say_json({"catalogue": str(done.folder), "set_aside": aside, "lacks_texts": done.lacks_texts})
        return 0
    say(f"已从备份恢复：{done.folder}")
    if done.set_aside:
        say(f"原来的目录没有删除，放在：{done.set_aside}")
    if done.lacks_texts:
        say("这份备份只含人工成果（认定、更正、人员、审计）。请重新采集各来源文件夹，正文和检索即可恢复。")
    return 0


def _backup(given: argparse.Namespace) -> Path:
    """The file that was named, by its path or as it lies among the catalogue's own backups."""
    inside: Path = given.catalogue / BACKUPS / given.backup
    return inside if not given.backup.exists() and inside.is_file() else given.backup
