"""When a document of a batch needs no decision of its reader any more, and who made the one that counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, or_, select

from app.domain.review import DeterminationState
from app.store.many_rows import pages
from app.store.tables.people import person
from app.store.tables.review import batch_document, determination, review_batch, review_round, signature

DONE_STATES = (
    DeterminationState.PROPOSED,
    DeterminationState.SECRECY_REVIEWED,
    DeterminationState.APPROVED,
)
"""A document is done for its reader once he proposed something that was not sent back."""


@dataclass(frozen=True, slots=True)
class DoneBy:
    """Who proposed the latest decision on a document, when, and in which round."""

    person: str
    at: str
    round_name: str


def is_done() -> ColumnElement[bool]:
    """Whether a document of a batch needs no decision of its reader any more.

    What was decided before the batch was made is to be looked at again; what somebody proposed or signed since
    then, in whatever round, is done, and so is what waits for a second person.
    """
    return (
        select(determination.c.id)
        .where(
            determination.c.document_id == batch_document.c.document_id,
            determination.c.state.in_(DONE_STATES),
            or_(
                determination.c.round_id == batch_document.c.round_id,
                determination.c.state != DeterminationState.APPROVED,
                _signed_since(),
            ),
        )
        .exists()
    )


def done_by(connection: Connection, ids: Sequence[int]) -> dict[int, DoneBy]:
    """Who proposed what counts for these documents now; one that nobody decided is left out."""
    found: dict[int, DoneBy] = {}
    for page in pages(ids):
        statement = (
            select(
                determination.c.document_id,
                person.c.name,
                signature.c.at,
                review_round.c.name.label("round_name"),
            )
            .join(signature, signature.c.determination_id == determination.c.id)
            .join(person, person.c.id == signature.c.person_id)
            .join(review_round, review_round.c.id == determination.c.round_id)
            .where(
                determination.c.document_id.in_(page),
                determination.c.state.in_(DONE_STATES),
                signature.c.is_void == 0,
            )
            .order_by(determination.c.id, signature.c.id.desc())
        )
        for row in connection.execute(statement):
            found[row.document_id] = DoneBy(row.name, row.at, row.round_name)
    return found


def _signed_since() -> ColumnElement[bool]:
    """Whether a determination was signed after the batch was made."""
    return (
        select(signature.c.id)
        .where(
            signature.c.determination_id == determination.c.id,
            signature.c.id > review_batch.c.signed_before,
            signature.c.is_void == 0,
        )
        .exists()
    )
