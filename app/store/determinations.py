"""Determinations and their signatures."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, select, update

from app.domain.disclosure import DisclosureAttribute
from app.domain.review import (
    Act,
    Decision,
    DecisionOrigin,
    Determination,
    DeterminationState,
    ReviewState,
    Signature,
)
from app.store import codec
from app.store.audit import account_name
from app.store.many_rows import aside, insert_rows, listed, pages
from app.store.tables.holdings import content, document, member
from app.store.tables.people import person
from app.store.tables.review import determination, review_round, signature

LIVE_STATES = (DeterminationState.PROPOSED, DeterminationState.SECRECY_REVIEWED)
ENDED_STATES = frozenset(
    {DeterminationState.RETURNED, DeterminationState.WITHDRAWN, DeterminationState.REVERTED}
)

_SIGNED = ("person_id", "act", "note", "identity_proven", "account", "at")

_lead = determination.alias("lead")
_ROWS = (
    select(determination, document.c.uuid.label("document_uuid"), _lead.c.uuid.label("lead_uuid"))
    .join(document, document.c.id == determination.c.document_id)
    .outerjoin(_lead, _lead.c.id == determination.c.propagated_from)
)


def contents_digest(connection: Connection, document_id: int) -> str:
    """A digest of the set of contents of a document, to tell later that what was judged has changed."""
    return contents_digests(connection, [document_id])[document_id]


def contents_digests(connection: Connection, document_ids: Sequence[int]) -> dict[int, str]:
    """The digest of the set of contents of each document."""
    hashes: defaultdict[int, list[str]] = defaultdict(list)
    for page in pages(document_ids):
        statement = (
            select(member.c.document_id, content.c.sha256)
            .join(content, member.c.content_id == content.c.id)
            .where(member.c.document_id.in_(page))
        )
        for document_id, sha256 in connection.execute(statement):
            hashes[document_id].append(sha256)
    return {each: digest_of_contents(hashes.get(each, ())) for each in document_ids}


def digest_of_contents(hashes: Iterable[str]) -> str:
    """The digest of a set of contents, given their SHA-256 in any order."""
    return hashlib.sha256("\n".join(sorted(hashes)).encode()).hexdigest()


def set_state(connection: Connection, determination_id: int, state: DeterminationState) -> None:
    """Move a determination on; signatures of one that is over no longer bind anybody."""
    set_states(connection, [determination_id], state)


def set_states(connection: Connection, ids: Sequence[int], state: DeterminationState) -> None:
    """Move determinations on; signatures of those that are over no longer bind anybody."""
    for page in pages(ids):
        connection.execute(update(determination).where(determination.c.id.in_(page)).values(state=state))
        if state in ENDED_STATES:
            connection.execute(
                update(signature).where(signature.c.determination_id.in_(page)).values(is_void=1)
            )


def sign(
    connection: Connection,
    determination_ids: Sequence[int],
    *,
    person_id: int,
    act: Act,
    at: str,
    note: str = "",
    identity_proven: bool = False,
) -> None:
    """Write who did what; the database refuses a second signing act of one person in one round."""
    signed = (person_id, act.value, note, int(identity_proven), account_name(), at)
    for page in pages(determination_ids):
        found = connection.execute(
            select(determination.c.id, determination.c.document_id, determination.c.round_id).where(
                determination.c.id.in_(page)
            )
        )
        insert_rows(
            connection,
            signature,
            ("determination_id", "document_id", "round_id", *_SIGNED),
            [(row.id, row.document_id, row.round_id, *signed) for row in found],
        )


def take_back_approvals(connection: Connection, determination_ids: Sequence[int]) -> None:
    """Approvals no longer bind anybody; the signatures before them do again."""
    for page in pages(determination_ids):
        ours = signature.c.determination_id.in_(page)
        connection.execute(update(signature).where(ours, signature.c.act == Act.APPROVE).values(is_void=1))
        earlier = signature.c.act.in_((Act.PROPOSE, Act.SECRECY_REVIEW))
        connection.execute(update(signature).where(ours, earlier).values(is_void=0))


def begin_anew(connection: Connection, document_ids: Sequence[int], round_id: int) -> None:
    """Signatures of decisions that are in force or superseded do not bind the next one in the same round."""
    over = (DeterminationState.APPROVED, DeterminationState.SUPERSEDED)
    for page in pages(document_ids):
        closed = select(determination.c.id).where(
            determination.c.document_id.in_(page),
            aside(determination.c.round_id) == round_id,
            aside(determination.c.state).in_(over),
        )
        connection.execute(
            update(signature)
            .where(signature.c.determination_id.in_(closed), signature.c.is_void == 0)
            .values(is_void=1)
        )


def set_document_state(
    connection: Connection,
    document_id: int,
    state: ReviewState,
    attribute: DisclosureAttribute | None = None,
) -> None:
    """Show on the document how far its review is, and its attribute once approved."""
    set_document_states(connection, [document_id], state, attribute)


def set_document_states(
    connection: Connection,
    document_ids: Sequence[int],
    state: ReviewState,
    attribute: DisclosureAttribute | None = None,
) -> None:
    """Show on documents how far their review is, and their attribute once approved."""
    values: dict[str, str] = {"review_state": state}
    if attribute is not None:
        values["attribute"] = attribute
    for page in pages(document_ids):
        connection.execute(update(document).where(document.c.id.in_(page)).values(**values))


def live(connection: Connection, document_id: int) -> Determination | None:
    """The determination of a document that waits for a signature."""
    return live_of(connection, [document_id]).get(document_id)


def in_force(connection: Connection, document_id: int) -> Determination | None:
    """The approved determination of a document."""
    return in_force_of(connection, [document_id]).get(document_id)


def live_of(connection: Connection, document_ids: Sequence[int]) -> dict[int, Determination]:
    """Document → the determination that waits for a signature; those without are left out."""
    return _by_document(connection, document_ids, aside(determination.c.state).in_(LIVE_STATES))


def in_force_of(connection: Connection, document_ids: Sequence[int]) -> dict[int, Determination]:
    """Document → the approved determination; those without are left out."""
    return _by_document(connection, document_ids, aside(determination.c.state) == DeterminationState.APPROVED)


def with_ids(connection: Connection, ids: Sequence[int]) -> dict[int, Determination]:
    """Determinations by their ids."""
    found: dict[int, Determination] = {}
    for page in pages(ids):
        for made in _determinations(connection, determination.c.id.in_(page)):
            found[made.id] = made
    return found


def known_uuids(connection: Connection, uuids: Sequence[str]) -> set[str]:
    """Which of these determinations the catalogue has already."""
    found: set[str] = set()
    for page in pages(uuids):
        found |= set(connection.scalars(select(determination.c.uuid).where(determination.c.uuid.in_(page))))
    return found


def history(connection: Connection, document_id: int) -> list[Determination]:
    """All determinations of a document, oldest first."""
    return _determinations(connection, determination.c.document_id == document_id)


def waiting(connection: Connection) -> list[Determination]:
    """All proposals that wait for a signature, oldest first."""
    return _determinations(connection, determination.c.state.in_(LIVE_STATES))


def round_of(connection: Connection, determination_id: int) -> int:
    """The round in which a determination was made."""
    found: int = connection.execute(
        select(determination.c.round_id).where(determination.c.id == determination_id)
    ).scalar_one()
    return found


def round_name_of(connection: Connection, determination_id: int) -> str:
    """The name of the round in which a determination was made."""
    found: str = connection.execute(
        select(review_round.c.name).where(review_round.c.id == round_of(connection, determination_id))
    ).scalar_one()
    return found


def _by_document(
    connection: Connection, document_ids: Sequence[int], condition: ColumnElement[bool]
) -> dict[int, Determination]:
    found: dict[int, Determination] = {}
    for page in pages(document_ids):
        wanted = and_(listed(determination.c.document_id, page), condition)
        rows = connection.execute(_ROWS.where(wanted).order_by(determination.c.id)).all()
        signed = _signatures(connection, wanted) if rows else {}
        found |= {row.document_id: _determination(row, signed) for row in rows}
    return found


def _determinations(connection: Connection, wanted: ColumnElement[bool]) -> list[Determination]:
    rows = connection.execute(_ROWS.where(wanted).order_by(determination.c.id)).all()
    signed = _signatures(connection, wanted) if rows else {}
    return [_determination(row, signed) for row in rows]


def _determination(row: Row[Any], signed: Mapping[int, Iterable[Signature]]) -> Determination:
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
        signatures=tuple(signed.get(row.id, ())),
        signatures_required=row.signatures_required,
        needs_secrecy_review=bool(row.needs_secrecy_review),
        origin=DecisionOrigin(row.origin),
        propagated_from=row.lead_uuid,
        seconds=row.seconds,
    )


def _signatures(connection: Connection, wanted: ColumnElement[bool]) -> dict[int, list[Signature]]:
    """Who signed each determination, in order; who took a signature back is not among them."""
    rows = connection.execute(
        select(signature, person.c.name)
        .join(person, person.c.id == signature.c.person_id)
        .join(determination, determination.c.id == signature.c.determination_id)
        .where(wanted)
        .order_by(signature.c.id)
    )
    found: defaultdict[int, list[Signature]] = defaultdict(list)
    for row in rows:
        found[row.determination_id].append(
            Signature(row.name, Act(row.act), row.at, row.note, bool(row.identity_proven), bool(row.is_void))
        )
    return found
