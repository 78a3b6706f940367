"""Rounds and their batches: frozen lists of documents, and who reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Connection, Row, Select, case, func, insert, select, update

from app.domain.batching import DEFAULT_MINUTES, BatchState, CutBatch, Grouping
from app.domain.review import Act
from app.store.batch_done import DONE_STATES, is_done
from app.store.many_rows import pages
from app.store.tables.holdings import document
from app.store.tables.people import person
from app.store.tables.review import batch_document, determination, review_batch, review_round, signature


@dataclass(frozen=True, slots=True)
class Round:
    """One pass over documents. ``signatures``: how many different persons must sign a decision."""

    id: int
    uuid: str
    name: str
    query: str
    signatures: int
    grouping: Grouping
    minutes: int
    created_by: str
    created_at: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What one person reads at a sitting. ``left`` documents still wait for his decision."""

    id: int
    uuid: str
    round_id: int
    round_name: str
    number: int
    label: str
    state: BatchState
    assignee: str | None
    minutes: float
    documents: int
    left: int
    checked_out_at: str | None
    completed_at: str | None


@dataclass(frozen=True, slots=True)
class BatchItem:
    """One document of a batch in reading order; ``is_done`` once a decision was proposed in its round, or
    in another one since the batch was made.
    """

    document_id: int
    uuid: str
    minutes: float
    is_done: bool


@dataclass(frozen=True, slots=True)
class Proposed:
    """When who proposed something in a round."""

    person: str
    at: str


def add_round(
    connection: Connection,
    name: str,
    query: str,
    *,
    signatures: int,
    grouping: Grouping,
    minutes: int,
    by: str,
    at: str,
) -> Round:
    """A new round; its name is unique."""
    connection.execute(
        insert(review_round).values(
            uuid=str(uuid4()),
            name=name,
            query=query,
            signatures_required=signatures,
            grouping=grouping,
            minutes_per_batch=minutes,
            created_by=by,
            created_at=at,
        )
    )
    made = round_named(connection, name)
    assert made is not None
    return made


def ensure_round(connection: Connection, name: str, *, by: str, at: str, signatures: int = 2) -> Round:
    """The round with this name; made without a query of its own if it is new."""
    return round_named(connection, name) or add_round(
        connection,
        name,
        "",
        signatures=signatures,
        grouping=Grouping.DATE,
        minutes=DEFAULT_MINUTES,
        by=by,
        at=at,
    )


def round_named(connection: Connection, name: str) -> Round | None:
    """The round with this name."""
    row = connection.execute(select(review_round).where(review_round.c.name == name)).first()
    return _round(row) if row else None


def round_with_id(connection: Connection, round_id: int) -> Round:
    """The round with this id."""
    return _round(connection.execute(select(review_round).where(review_round.c.id == round_id)).one())


def rounds(connection: Connection) -> list[Round]:
    """All rounds, oldest first."""
    return [_round(row) for row in connection.execute(select(review_round).order_by(review_round.c.id))]


def redefine(connection: Connection, round_id: int, query: str, grouping: Grouping, minutes: int) -> None:
    """Change what later batches of a round will hold; batches that exist stay as they are."""
    connection.execute(
        update(review_round)
        .where(review_round.c.id == round_id)
        .values(query=query, grouping=grouping, minutes_per_batch=minutes)
    )


def set_signatures(connection: Connection, round_id: int, signatures: int) -> None:
    """Change how many persons must sign the decisions proposed from now on."""
    connection.execute(
        update(review_round).where(review_round.c.id == round_id).values(signatures_required=signatures)
    )


def batched_ids(connection: Connection, round_id: int) -> set[int]:
    """Documents that are in a batch of the round already."""
    statement = select(batch_document.c.document_id).where(batch_document.c.round_id == round_id)
    return set(connection.scalars(statement))


def add_batches(connection: Connection, round_id: int, batches: Sequence[CutBatch]) -> list[str]:
    """Freeze batches behind those the round has; returns their UUIDs."""
    last = connection.scalar(
        select(func.max(review_batch.c.number)).where(review_batch.c.round_id == round_id)
    )
    signed_before = connection.scalar(select(func.max(signature.c.id))) or 0
    rows = [
        {
            "uuid": str(uuid4()),
            "round_id": round_id,
            "signed_before": signed_before,
            "number": number,
            "label": batch.label,
            "state": BatchState.OPEN,
            "estimated_minutes": round(batch.minutes, 1),
        }
        for number, batch in enumerate(batches, (last or 0) + 1)
    ]
    if not rows:
        return []
    connection.execute(insert(review_batch), rows)
    numbers = select(review_batch.c.number, review_batch.c.id).where(review_batch.c.round_id == round_id)
    ids = {row.number: row.id for row in connection.execute(numbers)}
    connection.execute(
        insert(batch_document),
        [
            {
                "batch_id": ids[row["number"]],
                "ordinal": ordinal,
                "document_id": item.document_id,
                "round_id": round_id,
                "minutes": round(item.minutes, 2),
            }
            for row, batch in zip(rows, batches, strict=True)
            for ordinal, item in enumerate(batch.documents)
        ],
    )
    return [str(row["uuid"]) for row in rows]


def batches(
    connection: Connection,
    *,
    round_id: int | None = None,
    assignee_id: int | None = None,
    uuid: str | None = None,
    beginning: str | None = None,
    state: BatchState | None = None,
) -> list[Batch]:
    """Batches in order, of one round, of one person, in one state, with this UUID or one that has this beginning."""
    statement = _batches()
    if round_id is not None:
        statement = statement.where(review_batch.c.round_id == round_id)
    if assignee_id is not None:
        statement = statement.where(review_batch.c.assignee_id == assignee_id)
    if uuid is not None:
        statement = statement.where(review_batch.c.uuid == uuid)
    if beginning is not None:
        statement = statement.where(review_batch.c.uuid.startswith(beginning, autoescape=True))
    if state is not None:
        statement = statement.where(review_batch.c.state == state)
    return [_batch(row) for row in connection.execute(statement)]


def next_open(connection: Connection, round_id: int, person_id: int, *, but: str | None = None) -> str | None:
    """The batch to read next: one assigned to the person, else the first that belongs to nobody."""
    mine = review_batch.c.assignee_id == person_id
    return connection.scalar(
        select(review_batch.c.uuid)
        .where(
            review_batch.c.round_id == round_id,
            review_batch.c.state == BatchState.OPEN,
            review_batch.c.uuid != (but or ""),
            mine | review_batch.c.assignee_id.is_(None),
        )
        .order_by(mine.desc(), review_batch.c.number)
        .limit(1)
    )


def move_batch(
    connection: Connection, batch_id: int, state: BatchState, *, assignee_id: int | None, at: str
) -> None:
    """Put a batch into a state, with the person it belongs to."""
    values: dict[str, object] = {"state": state, "assignee_id": assignee_id}
    if state is BatchState.CHECKED_OUT:
        values["checked_out_at"] = at
    values["completed_at"] = at if state is BatchState.COMPLETED else None
    connection.execute(update(review_batch).where(review_batch.c.id == batch_id).values(**values))


def items(connection: Connection, batch_id: int) -> list[BatchItem]:
    """The documents of a batch in reading order."""
    done = is_done()
    statement = (
        select(batch_document.c.document_id, document.c.uuid, batch_document.c.minutes, done.label("is_done"))
        .join(document, document.c.id == batch_document.c.document_id)
        .join(review_batch, review_batch.c.id == batch_document.c.batch_id)
        .where(batch_document.c.batch_id == batch_id)
        .order_by(batch_document.c.ordinal)
    )
    return [
        BatchItem(row.document_id, row.uuid, row.minutes, bool(row.is_done))
        for row in connection.execute(statement)
    ]


def held_by_another(
    connection: Connection, round_id: int, person_id: int, ids: Sequence[int]
) -> dict[int, str]:
    """Documents of the round that are checked out by somebody else → his name."""
    found: dict[int, str] = {}
    for page in pages(ids):
        statement = (
            select(batch_document.c.document_id, person.c.name)
            .join(review_batch, review_batch.c.id == batch_document.c.batch_id)
            .join(person, person.c.id == review_batch.c.assignee_id)
            .where(
                batch_document.c.round_id == round_id,
                batch_document.c.document_id.in_(page),
                review_batch.c.state == BatchState.CHECKED_OUT,
                review_batch.c.assignee_id != person_id,
            )
        )
        found |= {row.document_id: row.name for row in connection.execute(statement)}
    return found


def minutes_left(connection: Connection, round_id: int) -> float:
    """Estimated reading time of what nobody has decided yet."""
    statement = (
        select(func.sum(batch_document.c.minutes))
        .join(review_batch, review_batch.c.id == batch_document.c.batch_id)
        .where(batch_document.c.round_id == round_id, ~is_done())
    )
    return connection.scalar(statement) or 0.0


def proposals(connection: Connection, round_id: int) -> list[Proposed]:
    """Who proposed when in a round, oldest first; what was sent back or withdrawn is not counted."""
    statement = (
        select(person.c.name, signature.c.at)
        .join(person, person.c.id == signature.c.person_id)
        .join(determination, determination.c.id == signature.c.determination_id)
        .where(
            signature.c.round_id == round_id,
            signature.c.act == Act.PROPOSE,
            determination.c.state.in_(DONE_STATES),
        )
        .order_by(signature.c.id)
    )
    return [Proposed(row.name, row.at) for row in connection.execute(statement)]


def _batches() -> Select[tuple[object, ...]]:
    done = is_done()
    return (
        select(
            review_batch, review_round.c.name.label("round_name"), person.c.name.label("assignee"),
            func.count().label("documents"), func.sum(case((done, 0), else_=1)).label("left"),
        )
        .join(review_round, review_round.c.id == review_batch.c.round_id)
        .join(batch_document, batch_document.c.batch_id == review_batch.c.id)
        .outerjoin(person, person.c.id == review_batch.c.assignee_id)
        .group_by(review_batch.c.id)
        .order_by(review_batch.c.round_id, review_batch.c.number)
    )  # fmt: skip


def _round(row: Row[tuple[object, ...]]) -> Round:
    return Round(
        id=row.id,
        uuid=row.uuid,
        name=row.name,
        query=row.query,
        signatures=row.signatures_required,
        grouping=Grouping(row.grouping),
        minutes=row.minutes_per_batch,
        created_by=row.created_by,
        created_at=row.created_at,
    )


def _batch(row: Row[tuple[object, ...]]) -> Batch:
    return Batch(
        id=row.id,
        uuid=row.uuid,
        round_id=row.round_id,
        round_name=row.round_name,
        number=row.number,
        label=row.label,
        state=BatchState(row.state),
        assignee=row.assignee,
        minutes=row.estimated_minutes,
        documents=row.documents,
        left=row.left,
        checked_out_at=row.checked_out_at,
        completed_at=row.completed_at,
    )
