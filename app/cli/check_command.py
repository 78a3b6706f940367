"""``dishu check``: is the catalogue whole, and are the source files still what was read?"""

import argparse
from collections import Counter

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, say, say_json
from app.inventory.fixity import Fault, Fixity, check_sources
from app.store import integrity

WORDS = {
    Fault.MISSING: "找不到",
    Fault.UNREADABLE: "读不到",
    Fault.REWRITTEN: "已改动（大小或时间也变了；重新采集即收入新版本）",
    Fault.DECAYED: "内容变了而大小和时间没变（磁盘可能有故障，或有人改动后掩饰；请用备份比对）",
}


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument(
        "--sources", action="store_true", help="逐个核对来源文件的校验值（可中断，再次运行即继续）"
    )
    options.add_by(parser, is_required=False)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Check the database, the index, the audit chain, and the chain against the newest backup; or the sources."""
    return _check_sources(given) if given.sources else _check_catalogue(given)


def _check_sources(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        found = check_sources(session.catalogue, TerminalProgress(), by=given.by)
    if given.json:
        differences = [{"path": each.path, "fault": each.fault} for each in found.differences]
        say_json({"checked": found.checked, "differences": differences})
    else:
        _say_differences(found)
    return 1 if found.differences else 0


def _say_differences(found: Fixity) -> None:
    for difference in found.differences:
        say(f"{difference.path}：{WORDS[difference.fault]}")
    counts = Counter(each.fault for each in found.differences)
    told = "；".join(f"{WORDS[fault].partition('（')[0]} {counts[fault]}" for fault in Fault if counts[fault])
    say(f"核对了 {found.checked} 个来源文件：" + (told or "全部与采集时一致") + "。")


def _check_catalogue(given: argparse.Namespace) -> int:
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
