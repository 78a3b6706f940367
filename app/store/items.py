"""Which files make up an item (件), and which document a merged one has become part of."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, select, update

from app.domain.document import MemberRole
from app.store import documents, fulltext
from app.store.tables.classification import classified, finding
from app.store.tables.holdings import correction, document, member
from app.store.tables.review import batch_document, determination
from app.store.tables.transfers import archival_description, issued_number, transfer_item


@dataclass(frozen=True, slots=True)
class Membership:
    """A file's part in an item; ``made_by`` names the rule or the person that put it there."""

    content_id: int
    role: MemberRole
    similarity: float
    made_by: str


def decided(connection: Connection) -> frozenset[int]:
    """The documents that persons have judged, described, numbered or handed over."""
    found: set[int] = set()
    for column in (
        determination.c.document_id,
        archival_description.c.document_id,
        issued_number.c.document_id,
        transfer_item.c.document_id,
    ):
        found.update(connection.scalars(select(column).where(column.is_not(None)).distinct()))
    return frozenset(found)


def memberships(connection: Connection, document_id: int) -> list[Membership]:
    """The files of a document."""
    statement = select(member).where(member.c.document_id == document_id).order_by(member.c.content_id)
    return [
        Membership(row.content_id, MemberRole(row.role), row.similarity or 0.0, row.made_by)
        for row in connection.execute(statement)
    ]


def annexes_of(connection: Connection, document_ids: Sequence[int]) -> dict[int, list[int]]:
    """The annexes of documents that are files of their own, beside the file that is read."""
    statement = (
        select(member.c.document_id, member.c.content_id)
        .join(document, document.c.id == member.c.document_id)
        .where(
            member.c.document_id.in_(document_ids),
            member.c.role == MemberRole.ANNEX,
            member.c.content_id != document.c.master_content_id,
        )
        .order_by(member.c.content_id)
    )
    found: dict[int, list[int]] = {}
    for document_id, content_id in connection.execute(statement):
        found.setdefault(document_id, []).append(content_id)
    return found


def arrange(
    connection: Connection, document_id: int, parts: Sequence[Membership], read: int, absorbed: Sequence[int]
) -> None:
    """Let an item consist of these files.

    Args:
        connection: a write transaction.
        document_id: the document that stays.
        parts: all its files.
        read: the content that text and elements are taken from.
        absorbed: documents that become part of it; their corrections count for it from now on.
    """
    shown = _shown(connection, document_id)
    absorbed_shown = [_shown(connection, other) for other in absorbed]
    _take_nature(connection, document_id, read)
    for other in absorbed:
        _absorb(connection, document_id, other)
    for part in parts:
        connection.execute(
            update(member)
            .where(member.c.content_id == part.content_id)
            .values(document_id=document_id, role=part.role, similarity=part.similarity, made_by=part.made_by)
        )
    connection.execute(update(document).where(document.c.id == document_id).values(master_content_id=read))
    documents.refresh(connection, document_id)
    _judge_again(connection, document_id, read)
    if any(before != _shown(connection, document_id) for before in (shown, *absorbed_shown)):
        fulltext.index_document(connection, document_id)


def home_of(connection: Connection, content_ids: Sequence[int], read: int, at: str) -> int:
    """A document for files that leave their item: the one that one of them had before, else a new one."""
    before: int | None = connection.scalar(
        select(document.c.id)
        .where(document.c.master_content_id.in_(content_ids), document.c.merged_into.is_not(None))
        .order_by(document.c.id)
        .limit(1)
    )
    if before is None:
        return documents.create_empty(connection, read, at)
    connection.execute(update(document).where(document.c.id == before).values(merged_into=None))
    return before


def uuids(connection: Connection, document_ids: Sequence[int]) -> dict[int, str]:
    """The UUIDs of documents."""
    rows = connection.execute(select(document.c.id, document.c.uuid).where(document.c.id.in_(document_ids)))
    return {row.id: row.uuid for row in rows}


def _shown(connection: Connection, document_id: int) -> tuple[object, ...]:
    """What the full-text index holds of a document beside the text."""
    columns = (document.c.title, document.c.document_number, document.c.dated_on, document.c.year)
    return tuple(connection.execute(select(*columns).where(document.c.id == document_id)).one())


def _take_nature(connection: Connection, document_id: int, read: int) -> None:
    """Whether our office made the item is told by the file that is read."""
    origin = connection.execute(
        select(document.c.role, document.c.applicability)
        .where(document.c.master_content_id == read)
        .order_by(document.c.id != document_id, document.c.id)
    ).first()
    if origin is not None:
        values = {"role": origin.role, "applicability": origin.applicability}
        connection.execute(update(document).where(document.c.id == document_id).values(**values))


def _absorb(connection: Connection, document_id: int, other: int) -> None:
    merged = {"merged_into": document_id}
    connection.execute(update(document).where(document.c.id == other).values(**merged))
    connection.execute(update(document).where(document.c.merged_into == other).values(**merged))
    held = select(correction.c.name).where(
        correction.c.document_id == document_id, correction.c.is_current == 1
    )
    connection.execute(
        update(correction)
        .where(
            correction.c.document_id == other, correction.c.is_current == 1, correction.c.name.not_in(held)
        )
        .values(document_id=document_id)
    )
    served = select(batch_document.c.round_id).where(batch_document.c.document_id == document_id)
    connection.execute(
        delete(batch_document).where(
            batch_document.c.document_id == other, batch_document.c.round_id.in_(served)
        )
    )
    connection.execute(
        update(batch_document).where(batch_document.c.document_id == other).values(document_id=document_id)
    )


def _judge_again(connection: Connection, document_id: int, read: int) -> None:
    """What is suggested rests on the files: the next classification looks at the item anew."""
    connection.execute(delete(classified).where(classified.c.content_id == read))
    counted = (
        select(func.count())
        .select_from(finding)
        .join(member, member.c.content_id == finding.c.content_id)
        .where(
            member.c.document_id == document_id,
            (member.c.content_id == read) | (member.c.role == MemberRole.ANNEX),
        )
        .scalar_subquery()
    )
    connection.execute(update(document).where(document.c.id == document_id).values(finding_count=counted))
