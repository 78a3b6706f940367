"""存疑: a document that a reviewer leaves to a second look; it keeps its attribute undetermined."""

from app.domain.audit import Change
from app.domain.people import PersonRole
from app.domain.review import ReviewState
from app.errors import AppError
from app.review import people
from app.review.decide import document_id
from app.store import determinations, queries
from app.store.catalogue import Catalogue

FLAGGABLE = frozenset({ReviewState.OPEN, ReviewState.RETURNED, ReviewState.FLAGGED})


def flag(catalogue: Catalogue, document: str, *, by: str, note: str = "") -> None:
    """Mark a document as doubtful, with what is doubtful about it.

    Raises:
        AppError: a proposal waits for it, or it is determined.
    """
    _move(catalogue, document, by=by, note=note, to=ReviewState.FLAGGED)


def unflag(catalogue: Catalogue, document: str, *, by: str) -> None:
    """Take the mark away; the document is open again.

    Raises:
        AppError: a proposal waits for it, or it is determined.
    """
    _move(catalogue, document, by=by, note="", to=ReviewState.OPEN)


def _move(catalogue: Catalogue, document: str, *, by: str, note: str, to: ReviewState) -> None:
    with catalogue.write(by=by, action=f"review.{to}") as unit:
        people.require(unit, by, PersonRole.REVIEWER)
        identifier = document_id(unit, document)
        before = queries.document_row(unit.connection, identifier).review_state
        if before not in FLAGGABLE:
            raise AppError("这份公文已送审或已审定，不能标记存疑。", "请先撤回或退回。")
        determinations.set_document_state(unit.connection, identifier, to)
        changes = [Change("review_state", before, to)]
        unit.record(document, [*changes, Change("note", None, note)] if note else changes)
        unit.commit()
