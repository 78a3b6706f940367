"""``dishu review round`` and ``batch``: planning, taking out, bringing back, progress."""

import argparse
from collections.abc import Callable
from dataclasses import asdict

from app import wiring
from app.cli import options
from app.cli.output import TerminalProgress, moment, note, say, say_json, say_none
from app.domain.batching import BATCH_STATE_TERMS, DEFAULT_MINUTES, GROUPING_TERMS, Grouping
from app.domain.document import SHORT
from app.review import batches, rounds
from app.store import queries, reviews
from app.store.batch_done import DoneBy, done_by
from app.store.reviews import Batch

_IN_HAND = "这一批领出后还没有交回，请接着办；要另领一批请加 --another。"
_ALL_DONE = "这一批已全部办完，请先交回（dishu review batch bring）；要另领一批请加 --another。"


def declare(acts: options.Acts) -> None:
    """Declare both sub-commands."""
    _declare_round(acts.add_parser("round", help="审查轮次：建立、分批、进度"))
    _declare_batch(acts.add_parser("batch", help="批次：列出、领取、交回、改派、重新打开"))


def _declare_round(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(metavar="操作", required=True)
    make = _act(acts, "create", "建立轮次", _create)
    make.add_argument("name", metavar="名称", help="轮次的名称")
    make.add_argument("--query", default="", metavar="检索式", help="不写即全部公文")
    make.add_argument("--signatures", type=int, default=2, choices=(1, 2, 3), help="审签人数")
    _add_cutting(make)
    change = _act(acts, "redefine", "改检索式（已有批次不变）", _redefine)
    change.add_argument("name", metavar="名称", help="轮次的名称")
    change.add_argument("--query", default="", metavar="检索式", help="不写即全部公文")
    _add_cutting(change)
    _act(acts, "freeze", "把查到而未分批的公文分批", _freeze).add_argument(
        "name", metavar="名称", help="轮次的名称"
    )
    signatures = _act(acts, "signatures", "改审签人数（管理员）", _signatures)
    signatures.add_argument("name", metavar="名称", help="轮次的名称")
    signatures.add_argument("count", type=int, choices=(1, 2, 3), metavar="人数", help="1、2 或 3")
    progress = acts.add_parser("progress", help="进度")
    options.add_catalogue(progress)
    progress.add_argument("name", metavar="名称", help="轮次的名称")
    options.add_json(progress)
    progress.set_defaults(run=_progress)


def _declare_batch(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(metavar="操作", required=True)
    listing = acts.add_parser("list", help="列出批次")
    options.add_catalogue(listing)
    listing.add_argument("--round", metavar="轮次", help="轮次的名称")
    options.add_json(listing)
    listing.set_defaults(run=_list)
    show = acts.add_parser("show", help="一批的公文")
    options.add_catalogue(show)
    show.add_argument("batch", metavar="批次", help="批次编号，见 batch list")
    options.add_json(show)
    show.set_defaults(run=_show)
    following = _act(acts, "next", "领取下一批；手里有没交回的，先给出那一批", _next)
    following.add_argument("round", metavar="轮次", help="轮次的名称")
    following.add_argument("--another", action="store_true", help="手里有没交回的，也另领一批")
    for name, summary, run in (
        ("take", "领取这一批", _take),
        ("bring", "交回", _bring),
        ("assign", "派给某人", _assign),
        ("reopen", "重新打开", _reopen),
    ):
        act = _act(acts, name, summary, run)
        act.add_argument("batch", metavar="批次", help="批次编号，见 batch list")
        if name == "assign":
            act.add_argument("--to", metavar="姓名", help="不写即收回")
        if name == "reopen":
            act.add_argument("--reason", required=True, metavar="理由", help="为何重新打开")


def _act(
    acts: options.Acts, name: str, summary: str, run: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    parser = acts.add_parser(name, help=summary)
    options.add_catalogue(parser)
    options.add_by(parser)
    options.add_json(parser)
    parser.set_defaults(run=run)
    return parser


def _add_cutting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--grouping", default=Grouping.DATE, **options.one_of(GROUPING_TERMS, "分批", "按什么分批")
    )
    parser.add_argument(
        "--minutes", type=options.at_least(1), default=DEFAULT_MINUTES, metavar="分钟", help="每批估计分钟数"
    )


def _create(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        made = rounds.create_round(
            session.catalogue,
            given.name,
            given.query,
            by=given.by,
            signatures=given.signatures,
            grouping=given.grouping,
            minutes=given.minutes,
        )
        return _frozen(session, made.name, given)


def _redefine(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        made = rounds.redefine_round(
            session.catalogue,
            given.name,
            given.query,
            by=given.by,
            grouping=given.grouping,
            minutes=given.minutes,
        )
    say(f"已改：{made.name}；已有批次不变。")
    return 0


def _freeze(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        return _frozen(session, given.name, given)


def _frozen(session: wiring.Session, name: str, given: argparse.Namespace) -> int:
    made = rounds.make_batches(session.catalogue, name, TerminalProgress(), by=given.by)
    if given.json:
        say_json(
            {
                "round": made.round.uuid,
                "name": made.round.name,
                "batches": made.batches,
                "documents": made.documents,
                "not_ours": made.not_ours,
                "minutes": round(made.minutes),
            }
        )
    else:
        say(
            f"{made.round.name}：新分 {made.batches} 批 {made.documents} 件，约 {made.minutes / 60:.1f} 小时。"
        )
        if made.not_ours:
            say(f"另有 {made.not_ours} 件不由本机关认定，未列入。")
    return 0


def _signatures(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        rounds.require_signatures(session.catalogue, given.name, given.count, by=given.by)
    say(f"{given.name}：今后的建议须 {given.count} 人审签。")
    return 0


def _progress(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        found = batches.progress_of(session.catalogue, given.name)
    if given.json:
        say_json(
            {
                "round": found.round.name,
                "total": found.total,
                "done": found.done,
                "left": found.left,
                "last_hour": found.last_hour,
                "per_hour": found.per_hour,
                "minutes_left": found.minutes_left,
                "persons": [asdict(person) for person in found.persons],
            }
        )
        return 0
    say(f"共 {found.total} 件，已办 {found.done}，剩 {found.left}，估计还需 {found.minutes_left:.0f} 分钟。")
    for person in found.persons:
        pace = f"每小时 {person.per_hour:.0f} 件" if person.per_hour else "件数尚少，不计速度"
        say(f"{person.person}　{person.done} 件　{pace}　完成 {person.batches_completed} 批")
    return 0


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        round_id = rounds.known_round(connection, given.round).id if given.round else None
        found = reviews.batches(connection, round_id=round_id)
    for batch in found:
        _say_batch(batch, given)
    say_none(found, "还没有批次；用 dishu review round create 建立轮次。", as_json=given.json)
    return 0


def _show(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        found = batches.batch_items(session.catalogue, given.batch)
        with session.catalogue.read() as connection:
            round_name = batches.known_batch(connection, given.batch).round_name
            rows = queries.document_rows(connection, [item.document_id for item in found])
            made = done_by(connection, [item.document_id for item in found if item.is_done])
    for item in found:
        by = made.get(item.document_id)
        if given.json:
            told = {"by": by.person, "at": by.at, "round": by.round_name} if by else {}
            say_json({"document": item.uuid, "minutes": item.minutes, "done": item.is_done, **told})
        else:
            row = rows[item.document_id]
            about = (row.dated_on or "----------", row.document_number, row.title or "（没有题名）")
            words = [_done_words(by, round_name), item.uuid[:SHORT], *filter(None, about)]
            say("　".join([*words, f"约 {item.minutes:.1f} 分钟"]))
    return 0


def _done_words(by: DoneBy | None, round_name: str) -> str:
    """Whether a document of a batch is done; where it was not decided as part of it, by whom and when."""
    if by is None:
        return "未办"
    return "已办" if by.round_name == round_name else f"已办（{by.round_name}，{by.person}，{moment(by.at)}）"


def _next(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        served = batches.check_out_next(session.catalogue, given.round, by=given.by, another=given.another)
    if served is None:
        say_none((), "没有可领取的批次。", as_json=given.json)
        return 0
    _say_batch(served.batch, given)
    if served.was_in_hand:
        note(_IN_HAND if served.batch.left else _ALL_DONE)
    return 0


def _take(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        _say_batch(batches.check_out(session.catalogue, given.batch, by=given.by), given)
    return 0


def _bring(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        _say_batch(batches.check_in(session.catalogue, given.batch, by=given.by), given)
    return 0


def _assign(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        _say_batch(batches.assign(session.catalogue, given.batch, given.to, by=given.by), given)
    return 0


def _reopen(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        _say_batch(batches.reopen(session.catalogue, given.batch, by=given.by, reason=given.reason), given)
    return 0


def _say_batch(batch: Batch, given: argparse.Namespace) -> None:
    if given.json:
        record = asdict(batch)
        del record["id"], record["round_id"]
        say_json(record)
        return
    who = batch.assignee or "无人"
    say(
        f"{batch.uuid[:SHORT]}　{batch.round_name} 第 {batch.number} 批（{batch.label}）　{BATCH_STATE_TERMS[batch.state]}　{who}　"
        f"{batch.documents} 件，剩 {batch.left}，约 {batch.minutes:.0f} 分钟"
    )
