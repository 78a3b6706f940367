"""Determinations and their signatures."""

import hashlib
import json
from collections.abc import Iterable
from uuid import uuid4

from sqlalchemy import Connection, Row, select, update

from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Act, Decision, Determination, DeterminationState, ReviewState, Signature
from app.store import codec
from app.store.audit import account_name
from app.store.tables.holdings import content, document, member
from app.store.tables.people import person
from app.store.tables.review import determination, review_round, signature

LIVE_STATES = (DeterminationState.PROPOSED, DeterminationState.SECRECY_REVIEWED)

_ROWS = select(determination, document.c.uuid.label("document_uuid")).join(
    document, document.c.id == determination.c.document_id
)


def contents_digest(connection: Connection, document_id: int) -> str:
    """A digest of the set of contents of a document, to tell later that what was judged has changed."""
    hashes = connection.scalars(
        select(content.c.sha256)
        .join(member, member.c.content_id == content.c.id)
        .where(member.c.document_id == document_id)
        .order_by(content.c.sha256)
    )
    return digest_of_contents(hashes)


def digest_of_contents(hashes: Iterable[str]) -> str:
    """The digest of a set of contents, given their SHA-256 in any order."""
    return hashlib.sha256("\n".join(sorted(hashes)).encode()).hexdigest()


def insert_determination(
    connection: Connection,
    *,
    document_id: int,
    round_id: int,
    decision: Decision,
    previous: DisclosureAttribute,
    rule_edition: str,
    at: str,
    suggestion_id: int | None = None,
    propagated_from: int | None = None,
) -> int:
    """Write a proposed determination; the document can have only one on its way at a time."""
    made = connection.execute(
        determination.insert()
        .values(
            uuid=str(uuid4()),
            document_id=document_id,
            round_id=round_id,
            state=DeterminationState.PROPOSED,
            previous_attribute=previous,
            attribute=decision.attribute,
            basis=codec.packed_list(decision.basis),
            reason=decision.reason,
            redactions=json.dumps(decision.redactions),
            attachments=json.dumps(dict(decision.attachments), ensure_ascii=False),
            contents=contents_digest(connection, document_id),
            rule_edition=rule_edition,
            suggestion_id=suggestion_id,
            propagated_from=propagated_from,
            next_review_on=decision.next_review_on,
            made_at=at,
        )
        .returning(determination.c.id)
    )
    identifier: int = made.scalar_one()
    return identifier


def sign(
    connection: Connection,
    determination_id: int,
    *,
    person_id: int,
    act: Act,
    at: str,
    note: str = "",
    identity_proven: bool = False,
) -> None:
    """Write who did what; the database refuses a second signing act of one person in one round."""
    row = connection.execute(select(determination).where(determination.c.id == determination_id)).one()
    connection.execute(
        signature.insert().values(
            determination_id=determination_id,
            document_id=row.document_id,
            round_id=row.round_id,
            person_id=person_id,
            act=act,
            note=note,
            identity_proven=int(identity_proven),
            account=account_name(),
            at=at,
        )
    )


def set_state(connection: Connection, determination_id: int, state: DeterminationState) -> None:
    """Move a determination on; signatures of a returned or withdrawn one no longer bind anybody."""
    connection.execute(
        update(determination).where(determination.c.id == determination_id).values(state=state)
    )
    if state in {DeterminationState.RETURNED, DeterminationState.WITHDRAWN}:
        connection.execute(
            update(signature).where(signature.c.determination_id == determination_id).values(is_void=1)
        )


def supersede_approved(connection: Connection, document_id: int, except_for: int) -> None:
    """Mark earlier approved determinations of a document as superseded by a new one."""
    connection.execute(
        update(determination)
        .where(
            determination.c.document_id == document_id,
            determination.c.state == DeterminationState.APPROVED,
            determination.c.id != except_for,
        )
        .values(state=DeterminationState.SUPERSEDED)
    )


def set_document_state(
    connection: Connection,
    document_id: int,
    state: ReviewState,
    attribute: DisclosureAttribute | None = None,
) -> None:
    """Show on the document how far its review is, and its attribute once approved."""
    values: dict[str, str] = {"review_state": state}
    if attribute is not None:
        values["attribute"] = attribute
    connection.execute(update(document).where(document.c.id == document_id).values(**values))


def live(connection: Connection, document_id: int) -> Determination | None:
    """The determination of a document that waits for a signature."""
    return _first(connection, document_id, LIVE_STATES)


def in_force(connection: Connection, document_id: int) -> Determination | None:
    """The approved determination of a document."""
    return _first(connection, document_id, (DeterminationState.APPROVED,))


def history(connection: Connection, document_id: int) -> list[Determination]:
    """All determinations of a document, oldest first."""
    statement = _ROWS.where(determination.c.document_id == document_id).order_by(determination.c.id)
    return [_determination(connection, row) for row in connection.execute(statement)]


def waiting(connection: Connection) -> list[Determination]:
    """All proposals that wait for a signature, oldest first."""
    statement = _ROWS.where(determination.c.state.in_(LIVE_STATES)).order_by(determination.c.id)
    return [_determination(connection, row) for row in connection.execute(statement)]


def round_of(connection: Connection, determination_id: int) -> int:
    """The round in which a determination was made."""
    found: int = connection.execute(
        select(determination.c.round_id).where(determination.c.id == determination_id)
    ).scalar_one()
    return found


def ensure_round(
    connection: Connection, name: str, *, query: str, by: str, at: str, signatures: int = 2
) -> int:
    """The id of the round with this name, made if it is new."""
    found = connection.scalar(select(review_round.c.id).where(review_round.c.name == name))
    if found is not None:
        return int(found)
    made = connection.execute(
        review_round.insert()
        .values(
            uuid=str(uuid4()),
            name=name,
            query=query,
            signatures_required=signatures,
            created_by=by,
            created_at=at,
        )
        .returning(review_round.c.id)
    )
    identifier: int = made.scalar_one()
    return identifier


def _first(
    connection: Connection, document_id: int, states: Iterable[DeterminationState]
) -> Determination | None:
    statement = _ROWS.where(
        determination.c.document_id == document_id, determination.c.state.in_(tuple(states))
    ).order_by(determination.c.id.desc())
    row = connection.execute(statement).first()
    return _determination(connection, row) if row else None


def _determination(connection: Connection, row: Row[tuple[object, ...]]) -> Determination:
    decision = Decision(
        attribute=DisclosureAttribute(row.attribute),
        basis=codec.unpacked_list(row.basis),
        reason=row.reason,
        redactions=tuple((start, end) for start, end in json.loads(row.redactions)),
        attachments=json.loads(row.attachments),
        next_review_on=row.next_review_on,
    )
    return Determination(
        id=row.id,
        uuid=row.uuid,
        document_uuid=row.document_uuid,
        state=DeterminationState(row.state),
        previous_attribute=DisclosureAttribute(row.previous_attribute),
        decision=decision,
        rule_edition=row.rule_edition,
        contents=row.contents,
        made_at=row.made_at,
        signatures=_signatures(connection, row.id),
    )


def _signatures(connection: Connection, determination_id: int) -> tuple[Signature, ...]:
    rows = connection.execute(
        select(signature, person.c.name)
        .join(person, person.c.id == signature.c.person_id)
        .where(signature.c.determination_id == determination_id)
        .order_by(signature.c.id)
    )
    return tuple(
        Signature(row.name, Act(row.act), row.at, row.note, bool(row.identity_proven)) for row in rows
    )
