"""``dishu searches``: saved searches with what they find now, and what is new since the last look."""

import argparse
from dataclasses import asdict

from app import wiring
from app.cli import options
from app.cli.output import moment, say, say_json
from app.cli.search_answers import result_record, say_result
from app.domain.document import SHORT
from app.search import evidence, saved
from app.search.find import PAGE, find
from app.search.saved import SavedCount


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    keep = acts.add_parser("save", help="保存一条检索式；同名的被替换")
    options.add_catalogue(keep)
    keep.add_argument("name", metavar="名称", help="保存的检索的名称")
    keep.add_argument("query", metavar="检索式", help="写法同 dishu search")
    options.add_by(keep)
    keep.set_defaults(run=_save)
    listing = acts.add_parser("list", help="列出保存的检索、现有份数和上次查看后新增的份数")
    options.add_catalogue(listing)
    options.add_json(listing)
    listing.set_defaults(run=_list)
    look = acts.add_parser("look", help="查看结果；此后新增的才算新")
    options.add_catalogue(look)
    look.add_argument("name", metavar="名称", help="保存的检索的名称")
    look.add_argument("--limit", type=options.at_least(0), default=PAGE, metavar="N", help="最多显示多少份")
    options.add_json(look)
    options.add_by(look)
    look.set_defaults(run=_look)
    forget = acts.add_parser("forget", help="删除保存的检索")
    options.add_catalogue(forget)
    forget.add_argument("name", metavar="名称", help="保存的检索的名称")
    options.add_by(forget)
    forget.set_defaults(run=_forget)
    record = acts.add_parser("evidence", help="留作证据的检索（dishu search --log）：列出，或再打印一条")
    options.add_catalogue(record)
    record.add_argument("number", nargs="?", metavar="编号", help="再打印这一条；编号写前几位即可")
    options.add_json(record)
    record.set_defaults(run=_evidence)


def _save(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        saved.save(session.catalogue, given.name, given.query, by=given.by)
    say(f"已保存：{given.name.strip()}")
    return 0


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        kept = saved.overview(session.catalogue)
    for one in kept:
        if given.json:
            say_json(_record(one))
        else:
            say(f"{one.search.name}　{one.count} 份，新增 {one.new} 份　{one.search.query}")
    if not kept and not given.json:
        say("没有保存的检索。")
    return 0


def _record(one: SavedCount) -> dict[str, object]:
    return {
        "name": one.search.name,
        "query": one.search.query,
        "count": one.count,
        "new": one.new,
        "created_by": one.search.created_by,
        "created_at": one.search.created_at,
        "looked_at": one.search.looked_at,
    }


def _look(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        kept = saved.named(session.catalogue, given.name)
        result = find(session.catalogue, kept.query, limit=given.limit)
        saved.looked(session.catalogue, kept.uuid, by=given.by)
    if given.json:
        say_json(result_record(result))
    else:
        say_result(result)
    return 0


def _evidence(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        found = [evidence.named(session.catalogue, given.number)] if given.number else []
        found = found or evidence.kept(session.catalogue)
        office = session.catalogue.settings().get("office", "")
    for one in found:
        if given.json:
            say_json(asdict(one) | {"printed": evidence.printed(one, office=office)})
        elif given.number:
            say(evidence.printed(one, office=office))
        else:
            say(
                f"{one.uuid[:SHORT]}　{moment(one.at)}　{one.by}　{one.purpose}　{one.query}　{one.hit_count} 份"
            )
    if not found and not given.json:
        say("没有留作证据的检索。")
    return 0


def _forget(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        saved.forget(session.catalogue, saved.named(session.catalogue, given.name).uuid, by=given.by)
    say(f"已删除：{given.name.strip()}")
    return 0
