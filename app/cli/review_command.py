"""``dishu review``: rounds, decisions, jobs, exchange, samples and papers."""

import argparse
from collections.abc import Callable
from dataclasses import replace

from app import wiring
from app.cli import naming, options, review_checks, review_exchange, review_jobs, review_rounds
from app.cli.output import say, say_json, say_none
from app.cli.people_command import read_pin
from app.domain.document import SHORT
from app.domain.review import Decision, Determination
from app.domain.terms import ATTRIBUTE_TERMS, STATEMENT_TERMS
from app.errors import AppError
from app.review import decide
from app.review.presets import presets
from app.store import determinations, documents, queries
from app.store.catalogue import Catalogue

_STATEMENTS = "、".join(f"{key} {term}" for key, term in STATEMENT_TERMS.items())


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
        naming.add_documents(act)
        act.add_argument("--reason", default="", metavar="理由", help="理由或意见")
        options.add_by(act)
        if name in ("approve", "secrecy"):
            act.add_argument("--pin", action="store_true", help="从标准输入读取本人口令")
        options.add_json(act)
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
    naming.add_documents(parser)
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--attribute", **options.one_of(ATTRIBUTE_TERMS, "属性"))
    chosen.add_argument("--preset", type=int, metavar="1-9", help="常用认定；依据、理由另写的以另写的为准")
    parser.add_argument(
        "--basis", action="append", default=[], metavar="条款", help="依据代码，如 A-20-1；可多次"
    )
    parser.add_argument("--reason", default="", metavar="理由", help="认定的理由")
    parser.add_argument(
        "--round", default=decide.STANDING_ROUND, metavar="轮次", help="记入哪一轮，不写即日常审查"
    )
    parser.add_argument(
        "--redact", action="append", type=_place, default=[], metavar="起-止", help="公开前遮盖的位置；可多次"
    )
    parser.add_argument(
        "--statement",
        action="append",
        type=_statement,
        default=[],
        metavar="种类=内容",
        help=f"改变属性所需的说明；种类：{_STATEMENTS}",
    )
    parser.add_argument("--next-review", metavar="日期", help="下次复审日期，如 2027-01-31")
    options.add_by(parser)
    options.add_json(parser)
    parser.set_defaults(run=_decide)


def _place(text: str) -> tuple[int, int]:
    start, _, end = text.partition("-")
    if not (start.isdecimal() and end.isdecimal()):
        raise argparse.ArgumentTypeError(
            f"“{text}”不是位置，请写成 120-138（第几个字到第几个字，从 0 数起）。"
        )
    return int(start), int(end)


def _statement(text: str) -> tuple[str, str]:
    key, _, value = text.partition("=")
    key = next((known for known, term in STATEMENT_TERMS.items() if key in (known, term)), "")
    if not key or not value:
        raise argparse.ArgumentTypeError(f"“{text}”要写成 种类=内容，种类有：{_STATEMENTS}。")
    return key, value


def _list(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session, session.catalogue.read() as connection:
        waiting = determinations.waiting(connection)
        ids = documents.documents_with_uuids(connection, [made.document_uuid for made in waiting])
        rows = queries.document_rows(connection, list(ids.values()))
    for made in waiting:
        if given.json:
            say_json(record(made))
        else:
            row = rows[ids[made.document_uuid]]
            attribute, by = ATTRIBUTE_TERMS[made.decision.attribute], made.signatures[0].person
            parts = (made.document_uuid[:SHORT], attribute, by, row.document_number, row.title)
            say("　".join(part for part in parts if part))
    say_none(waiting, "没有待审定的建议。", as_json=given.json)
    return 0


def _decide(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        decision = _decision(given, session.catalogue)
        return _each(
            session.catalogue,
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
        done = decide.approve_many(
            session.catalogue,
            naming.all_named(session.catalogue, given.documents),
            given.by,
            pin,
            note=given.reason,
        )
    if len(given.documents) == 1 and done.refused:
        raise done.refused[0].error
    for refusal in done.refused:
        _say_refusal(refusal.document, refusal.error, as_json=given.json)
    if given.json:
        say_json({"approved": list(done.approved)})
    elif done.approved:
        say(f"已审定 {len(done.approved)} 件。")
    return _status(len(done.approved), len(done.refused))


def _say_refusal(document: str, error: AppError, *, as_json: bool) -> None:
    if as_json:
        say_json({"document": document, "message": str(error)})
    else:
        say(f"未办理 {document}：{error}")


def _status(done: int, refused: int) -> int:
    """The exit status of an act on several documents."""
    if not refused:
        return 0
    return 1 if done else 3


def _secrecy(given: argparse.Namespace) -> int:
    pin = read_pin("保密审查人口令：") if given.pin else None
    with wiring.open_session(given.catalogue) as session:
        return _each(
            session.catalogue,
            given,
            lambda uuid: decide.review_secrecy(
                session.catalogue, uuid, by=given.by, pin=pin, note=given.reason
            ),
        )


def _return(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        return _each(
            session.catalogue,
            given,
            lambda uuid: decide.send_back(session.catalogue, uuid, by=given.by, reason=given.reason),
        )


def _withdraw(given: argparse.Namespace) -> int:
    with wiring.open_session(given.catalogue) as session:
        return _each(
            session.catalogue,
            given,
            lambda uuid: decide.withdraw(session.catalogue, uuid, by=given.by, reason=given.reason),
        )


def _each(catalogue: Catalogue, given: argparse.Namespace, act: Callable[[str], Determination | None]) -> int:
    """Act on each document; one that is refused does not stop the others."""
    refused = 0
    for typed in given.documents:
        try:
            made = act(naming.named(catalogue, typed))
        except AppError as error:
            if len(given.documents) == 1:
                raise
            refused += 1
            _say_refusal(typed, error, as_json=given.json)
            continue
        if made is not None and given.json:
            say_json(record(made))
    done = len(given.documents) - refused
    if done and not given.json:
        say(f"已办理 {done} 件。")
    return _status(done, refused)
