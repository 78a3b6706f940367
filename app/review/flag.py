"""存疑: a document that a reviewer leaves to a second look; it keeps its attribute undetermined."""

from collections.abc import Sequence

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute
from app.domain.people import PersonRole
from app.domain.review import Decision, ReviewState
from app.errors import AppError
from app.review import people
from app.review.groups import GroupMember, GroupPreview
from app.store import determinations, documents, queries
from app.store.catalogue import Catalogue, Unit
from app.store.naming import known_document

FLAGGABLE = frozenset({ReviewState.OPEN, ReviewState.RETURNED, ReviewState.FLAGGED})
NOTHING_DECIDED = Decision(DisclosureAttribute.UNDETERMINED)
"""What flagging decides about the attribute."""


def flag(catalogue: Catalogue, document: str, *, by: str, note: str = "") -> None:
    """Mark a document as doubtful, with what is doubtful about it.

    Raises:
        AppError: a proposal waits for it, or it is determined.
    """
    _move(catalogue, document, by=by, note=note, to=ReviewState.FLAGGED)


def preview_flags(catalogue: Catalogue, members: Sequence[str]) -> GroupPreview:
    """What flagging these documents would do; those that were sent for approval or determined do not fit."""
    with catalogue.read() as connection:
        ids = documents.documents_with_uuids(connection, members)
        rows = queries.document_rows(connection, list(ids.values()))
    known = [rows[ids[uuid]] for uuid in dict.fromkeys(members) if ids.get(uuid) in rows]
    judged = (
        GroupMember(
            row.uuid,
            row.title,
            row.attribute,
            objection="" if row.review_state in FLAGGABLE else "已送审或已审定，须先撤回或退回。",
        )
        for row in known
    )
    return GroupPreview(NOTHING_DECIDED, tuple(judged))


def flag_many(catalogue: Catalogue, documents: Sequence[str], *, by: str, note: str = "") -> tuple[str, ...]:
    """Mark documents as doubtful together; answers those that were not before, the others stay as they are.

    Raises:
        AppError: a document does not exist, or the person may not review.
    """
    with catalogue.write(by=by, action=f"review.{ReviewState.FLAGGED}") as unit:
        people.require(unit, by, PersonRole.REVIEWER)
        flagged = tuple(uuid for uuid in dict.fromkeys(documents) if _flag_one(unit, uuid, note))
        if flagged:
            unit.commit()
    return flagged


def _flag_one(unit: Unit, document: str, note: str) -> bool:
    identifier = known_document(unit.connection, document)
    before = queries.document_row(unit.connection, identifier).review_state
    if before not in FLAGGABLE - {ReviewState.FLAGGED}:
        return False
    _record(unit, document, identifier, (before, ReviewState.FLAGGED), note)
    return True


def unflag(catalogue: Catalogue, document: str, *, by: str) -> None:
    """Take the mark away; the document is open again.

    Raises:
        AppError: a proposal waits for it, or it is determined.
    """
    _move(catalogue, document, by=by, note="", to=ReviewState.OPEN)


def _move(catalogue: Catalogue, document: str, *, by: str, note: str, to: ReviewState) -> None:
    with catalogue.write(by=by, action=f"review.{to}") as unit:
        people.require(unit, by, PersonRole.REVIEWER)
        identifier = known_document(unit.connection, document)
        before = queries.document_row(unit.connection, identifier).review_state
        if before not in FLAGGABLE:
            raise AppError("这份公文已送审或已审定，不能标记存疑。", "请先撤回或退回。")
        _record(unit, document, identifier, (before, to), note)
        unit.commit()


def _record(
    unit: Unit, document: str, identifier: int, states: tuple[ReviewState, ReviewState], note: str
) -> None:
    before, to = states
    determinations.set_document_state(unit.connection, identifier, to)
    changes = [Change("review_state", before, to)]
    unit.record(document, [*changes, Change("note", None, note)] if note else changes)
