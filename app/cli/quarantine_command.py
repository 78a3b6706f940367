"""``dishu quarantine``: what was refused as probably classified, and releasing it."""

import argparse

from app import wiring
from app.cli import options
from app.cli.output import say, say_json, say_none
from app.inventory.purge import BY_A_PERSON
from app.inventory.release import release
from app.store import quarantine

_PLACES = {
    "name": "文件名有密级标志",
    "page": "版面上有密级标志",
    "text": "正文提到密级",
    "property": "文件属性有密级标志",
    "column": "表格有密级栏",
    BY_A_PERSON: "人工认定",
}
"""Where a rule found the mark, by the first part of its name."""


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    listing = acts.add_parser("list", help="列出隔离的文件（只有路径和规则）")
    options.add_catalogue(listing)
    options.add_json(listing)
    listing.set_defaults(run=_list)
    releasing = acts.add_parser("release", help="核对原件、确认不涉密后解除隔离")
    options.add_catalogue(releasing)
    releasing.add_argument("number", type=int, metavar="编号", help="list 列出的编号")
    releasing.add_argument("--reason", required=True, metavar="理由", help="核对的经过和结论（不写涉密内容）")
    options.add_by(releasing)
    releasing.set_defaults(run=_release)


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        waiting = quarantine.waiting(connection)
    for one in waiting:
        if given.json:
            say_json(
                {
                    "number": one.id,
                    "root": one.root,
                    "path": one.path,
                    "level": one.level,
                    "rule": one.rule,
                    "at": one.at,
                }
            )
        else:
            place, _, _ = one.rule.partition(":")
            say(f"{one.id}　{one.at[:10]}　{_PLACES.get(place, one.rule)}　{one.root}/{one.path}")
    say_none(waiting, "没有隔离的文件。", as_json=given.json)
    return 0


def _release(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        release(session.catalogue, given.number, by=given.by, reason=given.reason)
    say("已解除隔离，下次采集时读取。")
    return 0
