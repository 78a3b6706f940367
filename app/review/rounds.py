"""Rounds: a saved query whose documents are frozen into batches (条例 711, art. 18: 定期评估审查)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.audit import Change
from app.domain.batching import DEFAULT_MINUTES, Grouping, cut
from app.domain.people import PersonRole
from app.errors import AppError
from app.progress import Progress
from app.review import people
from app.search.find import understood
from app.store import fulltext_query, queries, reading_list, reviews
from app.store.catalogue import Catalogue, Reading, Unit
from app.store.reviews import Round
from app.store.search_plan import plan

MAY_MIX = frozenset({Grouping.DATE, Grouping.NEAR_DUPLICATES})
"""Groupings of which several groups may share a batch; a body or subject has batches of its own."""


@dataclass(frozen=True, slots=True)
class Frozen:
    """What became of a round's query: new batches, documents in them, and those that are not ours
    to decide (其他机关制作、党务信息、非政府信息).
    """

    round: Round
    batches: int
    documents: int
    not_ours: int
    minutes: float


def create_round(
    catalogue: Catalogue,
    name: str,
    query: str,
    *,
    by: str,
    signatures: int = 2,
    grouping: Grouping = Grouping.DATE,
    minutes: int = DEFAULT_MINUTES,
) -> Round:
    """Define a round; an empty query means everything.

    Raises:
        AppError: the name is empty or taken, the query has a mistake, or the person may not review.
    """
    name = _checked(name, query, signatures, minutes)
    with catalogue.write(by=by, action="round.create") as unit:
        _require_planner(unit, by)
        if reviews.round_named(unit.connection, name):
            raise AppError(f"已有名为“{name}”的审查轮次。", "请换一个名称，或在原轮次中继续分批。")
        made = reviews.add_round(
            unit.connection,
            name,
            query,
            signatures=signatures,
            grouping=grouping,
            minutes=minutes,
            by=by,
            at=unit.at,
        )
        told = {
            "name": name,
            "query": query,
            "signatures": str(signatures),
            "grouping": grouping.value,
            "minutes": str(minutes),
        }
        unit.record(made.uuid, [Change(key, None, value) for key, value in told.items()])
        unit.commit()
    return made


def redefine_round(
    catalogue: Catalogue,
    name: str,
    query: str,
    *,
    by: str,
    grouping: Grouping | None = None,
    minutes: int | None = None,
) -> Round:
    """Change the query of a round for batches yet to be made; existing batches stay as they are.

    Raises:
        AppError: no such round, or the query has a mistake.
    """
    with catalogue.write(by=by, action="round.redefine") as unit:
        _require_planner(unit, by)
        before = known_round(unit.connection, name)
        _checked(name, query, before.signatures, minutes or before.minutes)
        reviews.redefine(
            unit.connection, before.id, query, grouping or before.grouping, minutes or before.minutes
        )
        unit.record(before.uuid, [Change("query", before.query, query)])
        unit.commit()
        return reviews.round_with_id(unit.connection, before.id)


def require_signatures(catalogue: Catalogue, name: str, signatures: int, *, by: str) -> None:
    """Let one, two or three persons sign the decisions that are proposed in a round from now on.

    Raises:
        AppError: another number, no such round, or the person is no administrator.
    """
    _checked(name, "", signatures, 1)
    with catalogue.write(by=by, action="round.signatures") as unit:
        people.require(unit, by, PersonRole.ADMINISTRATOR)
        found = reviews.ensure_round(unit.connection, name, by=by, at=unit.at, signatures=signatures)
        reviews.set_signatures(unit.connection, found.id, signatures)
        unit.record(found.uuid, [Change("signatures", str(found.signatures), str(signatures))])
        unit.commit()


def make_batches(catalogue: Catalogue, name: str, progress: Progress, *, by: str) -> Frozen:
    """Freeze what the round's query finds now and no batch of the round holds yet into new batches.

    Raises:
        AppError: no such round, or the person may not review.
    """
    with catalogue.write(by=by, action="round.batches") as unit:
        _require_planner(unit, by)
        found = known_round(unit.connection, name)
        progress.step("查找", 0, 3)
        held = reviews.batched_ids(unit.connection, found.id)
        wanted = [each for each in _found(unit.connection, found.query) if each not in held]
        progress.step("分批", 1, 3)
        readable = reading_list.to_read(unit.connection, wanted, found.grouping)
        batches = cut(readable, found.minutes, may_mix=found.grouping in MAY_MIX)
        if found.grouping is Grouping.NEAR_DUPLICATES:
            batches = [replace(batch, label="近似件") for batch in batches]
        reviews.add_batches(unit.connection, found.id, batches)
        unit.record(
            found.uuid,
            [Change("batches", None, str(len(batches))), Change("documents", None, str(len(readable)))],
        )
        unit.commit()
    progress.step("分批", 3, 3)
    minutes = sum(batch.minutes for batch in batches)
    return Frozen(found, len(batches), len(readable), len(wanted) - len(readable), minutes)


def known_round(connection: Reading, name: str) -> Round:
    """The round with this name.

    Raises:
        AppError: there is none.
    """
    found = reviews.round_named(connection, name)
    if found is None:
        raise AppError(f"没有名为“{name}”的审查轮次。", "请先建立（dishu review round），或核对名称。")
    return found


def _found(connection: Reading, query: str) -> Sequence[int]:
    if not query.strip():
        return queries.document_ids(connection, queries.DocumentFilter())
    return fulltext_query.all_documents(connection, plan(connection, understood(query)))


def _require_planner(unit: Unit, by: str) -> None:
    """Whoever reviews, approves or administers may plan; auditors only read."""
    people.require_any(unit, by, *PLANNERS)


PLANNERS = (PersonRole.REVIEWER, PersonRole.APPROVER, PersonRole.ADMINISTRATOR)


def _checked(name: str, query: str, signatures: int, minutes: int) -> str:
    if not name.strip():
        raise AppError("审查轮次没有名称。", "请起一个名称，例如“2025 年定期审查”。")
    if signatures not in (1, 2, 3):
        raise AppError("审签人数只能是一、二或三人。", "请改为 1、2 或 3。")
    if minutes < 1:
        raise AppError("每批的时长至少一分钟。", "通常为 30 至 45 分钟。")
    if query.strip():
        understood(query)
    return name.strip()
