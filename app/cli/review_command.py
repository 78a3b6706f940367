"""``dishu review``: rounds, decisions, jobs, exchange, samples and papers."""

import argparse
from collections.abc import Callable
from dataclasses import replace

from app import wiring
from app.cli import options, review_checks, review_exchange, review_jobs, review_rounds
from app.cli.output import say, say_json
from app.cli.people_command import read_pin
from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Decision, Determination
from app.domain.terms import ATTRIBUTE_TERMS
from app.errors import AppError
from app.review import decide
from app.review.presets import presets
from app.store import determinations
from app.store.catalogue import Catalogue


def declare(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    acts = parser.add_subparsers(metavar="操作", required=True)
    _declare_list(acts.add_parser("list", help="待审定的建议"))
    _declare_decide(acts.add_parser("decide", help="提出建议（送审）"))
    review_rounds.declare(acts)
    review_jobs.declare(acts)
    review_exchange.declare(acts)
    review_checks.declare(acts)
    for name, summary, run in (
        ("approve", "审定", _approve),
        ("secrecy", "保密审查", _secrecy),
        ("return", "退回", _return),
        ("withdraw", "撤回自己的建议", _withdraw),
    ):
        act = acts.add_parser(name, help=summary)
        options.add_catalogue(act)
        act.add_argument("documents", nargs="+", metavar="公文")
        act.add_argument("--reason", default="", metavar="理由")
        options.add_by(act)
        if name in ("approve", "secrecy"):
            act.add_argument("--pin", action="store_true", help="从标准输入读取本人口令")
        act.set_defaults(run=run)


def record(made: Determination) -> dict[str, object]:
    """A determination for JSON."""
    return {
        "id": made.uuid,
        "document": made.document_uuid,
        "state": made.state,
        "previous_attribute": made.previous_attribute,
        "attribute": made.decision.attribute,
        "basis": list(made.decision.basis),
        "reason": made.decision.reason,
        "rule_edition": made.rule_edition,
        "made_at": made.made_at,
        "identity_proven": made.is_proven,
        "redactions": [list(place) for place in made.decision.redactions],
        "attachments": dict(made.decision.attachments),
        "next_review_on": made.decision.next_review_on,
        "needs_secrecy_review": made.needs_secrecy_review,
        "origin": made.origin,
        "propagated_from": made.propagated_from,
        "signatures": [
            {
                "person": s.person,
                "act": s.act,
                "at": s.at,
                "note": s.note,
                "identity_proven": s.identity_proven,
            }
            for s in made.signatures
        ],
    }


def _declare_list(parser: argparse.ArgumentParser) -> None:
    options.add_catalogue(parser)
    options.add_json(parser)
    parser.set_defaults(run=_list)


def _declare_decide(parser: argparse.ArgumentParser) -> None:
    options.add_catalogue(parser)
    parser.add_argument("documents", nargs="+", metavar="公文")
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--attribute", type=DisclosureAttribute, choices=list(DisclosureAttribute))
    chosen.add_argument("--preset", type=int, metavar="1-9", help="常用认定；依据、理由另写的以另写的为准")
    parser.add_argument(
        "--basis", action="append", default=[], metavar="条款", help="依据代码，如 A-20-1；可多次"
    )
    parser.add_argument("--reason", default="", metavar="理由")
    parser.add_argument("--round", default=decide.STANDING_ROUND, metavar="轮次")
    parser.add_argument(
        "--redact", action="append", type=_place, default=[], metavar="起-止", help="公开前遮盖的位置；可多次"
    )
    parser.add_argument(
        "--statement",
        action="append",
        type=_statement,
        default=[],
        metavar="种类=内容",
        help="third_party、public_interest、changed_circumstances、head_approval、takedown、secrecy_review",
    )
    parser.add_argument("--next-review", metavar="日期", help="下次复审日期，如 2027-01-31")
    options.add_by(parser)
    options.add_json(parser)
    parser.set_defaults(run=_decide)


def _place(text: str) -> tuple[int, int]:
    start, _, end = text.partition("-")
    return int(start), int(end)


def _statement(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    return key, value


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        waiting = determinations.waiting(connection)
    for made in waiting:
        if given.json:
            say_json(record(made))
        else:
            say(
                f"{made.document_uuid}　{ATTRIBUTE_TERMS[made.decision.attribute]}　{made.signatures[0].person}"
            )
    return 0


def _decide(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        decision = _decision(given, session.catalogue)
        return _each(
            given,
            lambda uuid: decide.propose(
                session.catalogue, uuid, decision, by=given.by, round_name=given.round
            ),
        )


def _decision(given: argparse.Namespace, catalogue: Catalogue) -> Decision:
    """What the arguments say; what they leave out comes from the preset."""
    base = Decision(given.attribute) if given.preset is None else _preset(catalogue, given.preset)
    return replace(
        base,
        basis=tuple(given.basis) or base.basis,
        reason=given.reason or base.reason,
        redactions=tuple(given.redact),
        attachments=dict(given.statement),
        next_review_on=given.next_review,
    )


def _preset(catalogue: Catalogue, key: int) -> Decision:
    known = {preset.key: preset for preset in presets(catalogue)}
    if key not in known:
        told = "、".join(f"{preset.key} {preset.title}" for preset in known.values())
        raise AppError(f"没有第 {key} 号常用认定。", f"可用的有：{told}。")
    return known[key].decision


def _approve(given: argparse.Namespace) -> int:
    pin = read_pin("审定人口令：") if given.pin else None
    with wiring.open_session(given.catalogue) as session:
        done = decide.approve_many(session.catalogue, given.documents, given.by, pin, note=given.reason)
    for refusal in done.refused:
        say(f"未办理 {refusal.document}：{refusal.error}")
    if not done.approved:
        raise done.refused[0].error
    say(f"已审定 {len(done.approved)} 件。")
    return 1 if done.refused else 0


def _secrecy(given: argparse.Namespace) -> int:
    pin = read_pin("保密审查人口令：") if given.pin else None
    with wiring.open_session(given.catalogue) as session:
        return _each(
            given,
            lambda uuid: decide.review_secrecy(
                session.catalogue, uuid, by=given.by, pin=pin, note=given.reason
            ),
        )


def _return(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        return _each(
            given, lambda uuid: decide.send_back(session.catalogue, uuid, by=given.by, reason=given.reason)
        )


def _withdraw(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        return _each(
            given, lambda uuid: decide.withdraw(session.catalogue, uuid, by=given.by, reason=given.reason)
        )


def _each(given: argparse.Namespace, act: Callable[[str], Determination | None]) -> int:
    """Act on each document; one that is refused does not stop the others."""
    refused: list[AppError] = []
    for uuid in given.documents:
        try:
            made = act(uuid)
        except AppError as error:
            refused.append(error)
            say(f"未办理 {uuid}：{error}")
            continue
        if made is not None and getattr(given, "json", False):
            say_json(record(made))
    if len(refused) == len(given.documents):
        raise refused[0]
    return 1 if refused else 0
