"""``dishu purge``: classified content that was found late goes out of the catalogue."""

import argparse

from app import wiring
from app.cli import naming, options
from app.cli.output import TerminalProgress, say, say_json
from app.inventory.purge import PurgeSummary, purge

_OF_PATHS = "/\\."
"""A file is named with its folder or its ending; a document's id or number holds none of these."""


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument(
        "target", metavar="文件或公文", help=f"文件路径；或连同其全部文件的一件公文：{naming.HOW}"
    )
    parser.add_argument("--reason", required=True, metavar="理由", help="谁发现、依据什么（不写涉密内容）")
    options.add_by(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Purge and tell what went out; 1 when a person must look at other files or other copies."""
    with wiring.open_session(given.catalogue) as session:
        is_path = any(mark in given.target for mark in _OF_PATHS)
        target = given.target if is_path else naming.named(session.catalogue, given.target)
        done = purge(session.catalogue, target, TerminalProgress(), by=given.by, reason=given.reason)
    if given.json:
        say_json(
            {
                "locations": done.locations,
                "documents": done.documents,
                "kept_documents": list(done.kept),
                "backups_replaced": done.backups,
                "set_aside_destroyed": done.set_aside,
                "elsewhere": [str(path) for path in done.elsewhere],
            }
        )
    else:
        _say(done)
    return 1 if done.kept or done.elsewhere else 0


def _say(done: PurgeSummary) -> None:
    say(f"已清除：文件 {done.locations} 个，公文 {done.documents} 件；正文、要素、索引和审计中的值都已删除。")
    if done.backups:
        say(f"此前的 {done.backups} 个备份含有该内容，已删除并重做一个。复制到别处的备份请自行销毁。")
    if done.set_aside:
        say(f"恢复备份时留在一旁的 {done.set_aside} 份旧目录也含有该内容，已一并销毁。")
    for path in done.elsewhere:
        say(f"旁边还有一份同源的目录、备份或导出件，可能也含有该内容，请清除或销毁：{path}")
    for uuid in done.kept:
        say(f"公文 {uuid} 还有其他文件，请核对它们是否也涉密。")
    say("原文件没有改动：请立即停止使用，报告本单位保密工作机构。已生成的移交包和导出文件请一并核查。")
