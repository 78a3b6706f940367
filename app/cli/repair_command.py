"""``dishu repair``: a whole catalogue beside a damaged one."""

import argparse

from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.store.repair import Repaired, repair


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument(
        "--into", type=options.path, metavar="新文件夹", help="修复结果放在这里，默认放在原目录旁边"
    )
    options.add_by_account(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Repair; asks for a person when something could not be carried over."""
    done = repair(given.catalogue, TerminalProgress(), by=options.acting(given), into=given.into)
    if given.json:
        say_json(
            {
                "catalogue": str(done.folder),
                "rows": dict(done.rows),
                "lost": dict(done.lost),
                "from_backup": dict(done.from_backup),
                "set_aside": dict(done.set_aside),
                "problems": done.problems,
            }
        )
    else:
        _say(done)
    return 1 if done.lost or done.set_aside or done.problems else 0


def _say(done: Repaired) -> None:
    say(f"修复结果：{done.folder}（原目录没有改动）")
    say(f"抢救出 {done.rows.total()} 行，检索已重建。")
    for name, count in done.lost.items():
        filled = done.from_backup[name]
        say(f"表 {name} 最多有 {count} 行读不出，其中 {filled} 行已从最近的备份补回。")
    for name, count in done.set_aside.items():
        say(f"表 {name} 有 {count} 行失去了所属的记录，写在 lost-and-found.jsonl。")
    for problem in done.problems:
        say(problem)
    if done.lost or done.problems:
        say("请核对后再使用；最近的完整备份可能更全，可用 dishu restore 比较。")
