"""Batches: given to a person, taken out, brought back, opened again; nothing is served twice."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.audit import Change
from app.domain.batching import BatchState, per_hour
from app.domain.people import Person, PersonRole
from app.errors import AppError
from app.review import people
from app.review.rounds import PLANNERS, known_round
from app.store import reviews
from app.store.catalogue import Catalogue, Reading, Unit, now
from app.store.reviews import Batch, BatchItem, Round


@dataclass(frozen=True, slots=True)
class PersonProgress:
    """What one person did in a round."""

    person: str
    done: int
    per_hour: float | None
    batches_out: int
    batches_completed: int


@dataclass(frozen=True, slots=True)
class RoundProgress:
    """How far a round is; ``per_hour`` over all work without pauses, ``last_hour`` decisions just now."""

    round: Round
    total: int
    done: int
    last_hour: int
    per_hour: float | None
    minutes_left: float
    persons: tuple[PersonProgress, ...]

    @property
    def left(self) -> int:
        """Documents that nobody has decided yet."""
        return self.total - self.done


@dataclass(frozen=True, slots=True)
class Served:
    """The batch somebody reads next; ``was_in_hand``: he had taken it out before and not brought it back."""

    batch: Batch
    was_in_hand: bool


def assign(catalogue: Catalogue, batch: str, person: str | None, *, by: str) -> Batch:
    """Give an open batch to a person, or to nobody.

    Raises:
        AppError: the batch is checked out or completed, or the person cannot review.
    """
    with catalogue.write(by=by, action="batch.assign") as unit:
        people.require_any(unit, by, *PLANNERS)
        found = known_batch(unit.connection, batch)
        if found.state is not BatchState.OPEN:
            raise AppError("这一批已领出或已完成，不能改派。", "请先交回或重新打开这一批。")
        reader = people.require(unit, person, PersonRole.REVIEWER) if person else None
        return _move(unit, found, BatchState.OPEN, reader)


def check_out(catalogue: Catalogue, batch: str, *, by: str) -> Batch:
    """Take a batch to read; nobody else can take it until it is back.

    Raises:
        AppError: somebody else has it or it is meant for somebody else, or it is completed.
    """
    with catalogue.write(by=by, action="batch.check_out") as unit:
        return _take(unit, known_batch(unit.connection, batch), by)


def check_out_next(
    catalogue: Catalogue, round_name: str, *, by: str, but: str | None = None, another: bool = False
) -> Served | None:
    """The batch of a round to read next: the one in hand, else a new one, one's own first; ``None`` when none is left.

    ``but``: leave this one out, as it was just brought back with doubtful documents in it; ``another``: take
    a new one although one is in hand.
    """
    with catalogue.write(by=by, action="batch.check_out") as unit:
        person = people.require(unit, by, PersonRole.REVIEWER)
        found = known_round(unit.connection, round_name)
        out = BatchState.CHECKED_OUT
        held = reviews.batches(unit.connection, round_id=found.id, assignee_id=person.id, state=out)
        if held and not another:
            return Served(next((batch for batch in held if batch.left), held[0]), was_in_hand=True)
        uuid = reviews.next_open(unit.connection, found.id, person.id, but=but)
        taken = _take(unit, known_batch(unit.connection, uuid), by) if uuid else None
        return Served(taken, was_in_hand=False) if taken else None


def check_in(catalogue: Catalogue, batch: str, *, by: str) -> Batch:
    """Bring a batch back: completed when every document is decided, otherwise open for others.

    Raises:
        AppError: the person does not have it.
    """
    with catalogue.write(by=by, action="batch.check_in") as unit:
        found = known_batch(unit.connection, batch)
        if found.state is not BatchState.CHECKED_OUT or found.assignee != by:
            raise AppError("这一批不在你手里，不能交回。", "请由领出人交回，或由管理员重新打开。")
        person = people.require(unit, by, PersonRole.REVIEWER)
        is_done = found.left == 0
        return _move(
            unit, found, BatchState.COMPLETED if is_done else BatchState.OPEN, person if is_done else None
        )


def reopen(catalogue: Catalogue, batch: str, *, by: str, reason: str) -> Batch:
    """Open a batch again that is completed, or checked out by somebody who does not bring it back.

    Raises:
        AppError: no reason, or the batch is open.
    """
    if not reason.strip():
        raise AppError("重新打开必须写明理由。", "请写明原因，例如“领出人调离”。")
    with catalogue.write(by=by, action="batch.reopen") as unit:
        people.require_any(unit, by, PersonRole.APPROVER, PersonRole.ADMINISTRATOR)
        found = known_batch(unit.connection, batch)
        if found.state is BatchState.OPEN:
            raise AppError("这一批没有领出，也没有完成。", "不需要重新打开。")
        return _move(unit, found, BatchState.OPEN, None, reason)


def batch_items(catalogue: Catalogue, batch: str) -> list[BatchItem]:
    """The documents of a batch in reading order.

    Raises:
        AppError: there is no such batch.
    """
    with catalogue.read() as connection:
        return reviews.items(connection, known_batch(connection, batch).id)


def progress_of(catalogue: Catalogue, round_name: str, *, at: str | None = None) -> RoundProgress:
    """Done, left, an hour, minutes left, each person's part; ``at``: as of this time.

    Raises:
        AppError: there is no such round.
    """
    with catalogue.read() as connection:
        found = known_round(connection, round_name)
        held = reviews.batches(connection, round_id=found.id)
        made = reviews.proposals(connection, found.id)
        minutes = reviews.minutes_left(connection, found.id)
    times: defaultdict[str, list[str]] = defaultdict(list)
    for proposal in made:
        times[proposal.person].append(proposal.at)
    total = sum(batch.documents for batch in held)
    return RoundProgress(
        round=found,
        total=total,
        done=total - sum(batch.left for batch in held),
        last_hour=sum(proposal.at > _an_hour_before(at or now()) for proposal in made),
        per_hour=_together(times),
        minutes_left=round(minutes, 1),
        persons=_persons(held, times),
    )


def known_batch(connection: Reading, beginning: str) -> Batch:
    """The only batch whose UUID is this or begins like this, as a person names it.

    Raises:
        AppError: there is none, or there are several.
    """
    found = reviews.batches(connection, beginning=beginning)
    if not found:
        raise AppError("没有这一批。", "请核对批次编号（dishu review batch list）。")
    if len(found) > 1:
        raise AppError(f"有 {len(found)} 批的编号以“{beginning}”开头。", "请多写几位。")
    return found[0]


def _take(unit: Unit, found: Batch, by: str) -> Batch:
    person = people.require(unit, by, PersonRole.REVIEWER)
    if found.state is BatchState.COMPLETED:
        raise AppError("这一批已经完成。", "需要再看时请先重新打开。")
    if found.assignee not in (None, by):
        raise AppError(f"这一批由“{found.assignee}”办理。", "请领取另一批。")
    return _move(unit, found, BatchState.CHECKED_OUT, person)


def _move(unit: Unit, batch: Batch, state: BatchState, person: Person | None, reason: str = "") -> Batch:
    reviews.move_batch(
        unit.connection, batch.id, state, assignee_id=person.id if person else None, at=unit.at
    )
    changes = [
        Change("state", batch.state, state),
        Change("assignee", batch.assignee, person.name if person else None),
    ]
    unit.record(batch.uuid, [*changes, *([Change("reason", None, reason)] if reason else [])])
    moved = known_batch(unit.connection, batch.uuid)
    unit.commit()
    return moved


def _persons(held: list[Batch], times: dict[str, list[str]]) -> tuple[PersonProgress, ...]:
    out = Counter(b.assignee for b in held if b.state is BatchState.CHECKED_OUT)
    completed = Counter(b.assignee for b in held if b.state is BatchState.COMPLETED)
    names = sorted({name for name in (*times, *out, *completed) if name})
    return tuple(
        PersonProgress(
            name, len(times.get(name, [])), per_hour(times.get(name, [])), out[name], completed[name]
        )
        for name in names
    )


def _together(times: dict[str, list[str]]) -> float | None:
    """Decisions an hour of everybody who has a pace, added up."""
    paces = [pace for each in times.values() if (pace := per_hour(each)) is not None]
    return sum(paces) if paces else None


def _an_hour_before(at: str) -> str:
    return (datetime.fromisoformat(at) - timedelta(hours=1)).isoformat(timespec="seconds")
