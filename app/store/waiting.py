"""What waits for an approver or a secrecy reviewer, by the batch it came from."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, select

from app.domain.review import DeterminationState
from app.store.determinations import LIVE_STATES
from app.store.tables.review import batch_document, determination, review_batch, review_round


@dataclass(frozen=True, slots=True)
class Waiting:
    """Proposals of one batch, or of a round outside its batches (``batch`` and ``number`` are ``None``)."""

    round_name: str
    batch: str | None
    number: int | None
    count: int


def by_batch(connection: Connection) -> list[Waiting]:
    """How many proposals wait, batch by batch."""
    statement = (
        select(
            review_round.c.name, review_batch.c.uuid, review_batch.c.number,
            func.count(determination.c.id).label("documents"),
        )
        .select_from(determination)
        .join(review_round, review_round.c.id == determination.c.round_id)
        .outerjoin(batch_document, _same_place())
        .outerjoin(review_batch, review_batch.c.id == batch_document.c.batch_id)
        .where(determination.c.state.in_(LIVE_STATES))
        .group_by(review_round.c.id, review_batch.c.id)
        .order_by(review_round.c.id, review_batch.c.number)
    )  # fmt: skip
    return [Waiting(row.name, row.uuid, row.number, row.documents) for row in connection.execute(statement)]


def in_batch(connection: Connection, batch: str) -> set[int]:
    """Documents of a batch with a proposal that waits."""
    statement = (
        select(determination.c.document_id)
        .join(batch_document, _same_place())
        .join(review_batch, review_batch.c.id == batch_document.c.batch_id)
        .where(determination.c.state.in_(LIVE_STATES), review_batch.c.uuid == batch)
    )
    return set(connection.scalars(statement))


def for_secrecy_review(connection: Connection) -> set[int]:
    """Documents whose proposal a secrecy reviewer must sign first (条例 711, art. 17)."""
    statement = select(determination.c.document_id).where(
        determination.c.state == DeterminationState.PROPOSED, determination.c.needs_secrecy_review == 1
    )
    return set(connection.scalars(statement))


def _same_place() -> ColumnElement[bool]:
    return and_(
        batch_document.c.document_id == determination.c.document_id,
        batch_document.c.round_id == determination.c.round_id,
    )
