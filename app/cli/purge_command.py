"""``dishu purge``: classified content that was found late goes out of the catalogue."""

import argparse

from app import wiring
from app.cli import naming, options
from app.cli.output import TerminalProgress, say, say_json
from app.errors import WrongUseError
from app.inventory.purge import PurgeSummary, destroy_set_aside, purge

_OF_PATHS = "/\\."
"""A file is named with its folder or its ending; a document's id or number holds none of these."""


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    options.add_catalogue(parser)
    parser.add_argument(
        "target",
        nargs="?",
        metavar="文件或公文",
        help=f"文件路径；或连同其全部文件的一件公文：{naming.HOW}",
    )
    parser.add_argument(
        "--destroy-set-aside",
        action="store_true",
        help="不清除文件，而是销毁恢复备份时留在一旁的旧目录（只在那里面的内容随之丢失）",
    )
    parser.add_argument("--reason", required=True, metavar="理由", help="谁发现、依据什么（不写涉密内容）")
    options.add_by(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)


def run(given: argparse.Namespace) -> int:
    """Purge and tell what went out; 1 when a person must look at other files or other copies."""
    if (given.target is None) != given.destroy_set_aside:
        raise WrongUseError("请写要清除的文件或公文，或用 --destroy-set-aside 销毁旧目录，二者取一。")
    if given.destroy_set_aside:
        return _destroy_set_aside(given)
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
                "backups_replaced": done.cleansed.backups,
                "leftovers_destroyed": done.cleansed.leftovers,
                "set_aside_cleansed": done.cleansed.set_aside,
                "set_aside_left": [str(path) for path in done.cleansed.left],
                "elsewhere": [str(path) for path in done.elsewhere],
            }
        )
    else:
        _say(done)
    return 1 if done.kept or done.elsewhere or done.cleansed.left else 0


def _destroy_set_aside(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        count = destroy_set_aside(session.catalogue, by=given.by, reason=given.reason)
    if given.json:
        say_json({"set_aside_destroyed": count})
    else:
        say(f"已销毁恢复备份时留在一旁的旧目录 {count} 份。" if count else "没有留在一旁的旧目录。")
    return 0


def _say(done: PurgeSummary) -> None:
    if done.locations or done.documents:
        say(
            f"已清除：文件 {done.locations} 个，公文 {done.documents} 件；正文、要素、索引和审计中的值都已删除。"
        )
    else:
        say("这份内容先前已清除，没有做完的部分这次已做完。")
    cleansed = done.cleansed
    if cleansed.backups:
        say(f"此前的 {cleansed.backups} 个备份含有该内容，已删除并重做一个。复制到别处的备份请自行销毁。")
    if cleansed.set_aside:
        say(f"恢复备份时留在一旁的 {cleansed.set_aside} 份旧目录也含有该内容，已从中清除，其余内容没有动。")
    if cleansed.leftovers:
        say(f"恢复或修复没有做完时留下的 {cleansed.leftovers} 个文件已销毁。")
    for path in cleansed.left:
        say(f"恢复备份时留在一旁的这份旧目录打不开，可能还含有该内容：{path}")
    if cleansed.left:
        say("确认里面没有还要用的内容后，请用 dishu purge 目录 --destroy-set-aside 销毁。")
    for path in done.elsewhere:
        say(f"旁边还有一份同源的目录、备份或导出件，可能也含有该内容，请清除或销毁：{path}")
    for uuid in done.kept:
        say(f"公文 {uuid} 还有其他文件，请核对它们是否也涉密。")
    say("原文件没有改动：请立即停止使用，报告本单位保密工作机构。已生成的移交包和导出文件请一并核查。")
