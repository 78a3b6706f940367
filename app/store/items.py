"""Which files make up an item (件), and which document a merged one has become part of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, select, update

from app.domain.document import MemberRole
from app.store import documents, fulltext
from app.store.tables.classification import classified, finding
from app.store.tables.holdings import content, correction, document, member
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


def hashes(connection: Connection, document_id: int) -> dict[int, str]:
    """The SHA-256 of each content of a document."""
    statement = (
        select(content.c.id, content.c.sha256)
        .join(member, member.c.content_id == content.c.id)
        .where(member.c.document_id == document_id)
    )
    return {row.id: row.sha256 for row in connection.execute(statement)}


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


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What an item consists of: the document that stays, all its files, the content that text and elements
    are taken from, and the documents that become part of it.
    """

    document_id: int
    parts: tuple[Membership, ...]
    read: int
    absorbed: tuple[int, ...] = ()


def arrange(connection: Connection, arrangements: Sequence[Arrangement]) -> None:
    """Let items consist of these files; corrections of absorbed documents count for them from now on.

    Everything is done for all items at once, in the caller's write transaction.
    """
    stay = [one.document_id for one in arrangements]
    content_ids = [part.content_id for one in arrangements for part in one.parts]
    indexed = _indexed(connection, content_ids)
    natures = _natures(connection, arrangements)
    _absorb(connection, {other: one.document_id for one in arrangements for other in one.absorbed})
    connection.execute(
        _PUT_MEMBER,
        [
            {
                "content": part.content_id,
                "document": one.document_id,
                "part": part.role,
                "alike": part.similarity,
                "rule": part.made_by,
            }
            for one in arrangements
            for part in one.parts
        ],
    )
    connection.execute(_PUT_DOCUMENT, natures)
    documents.refresh_all(connection, stay)
    _judge_again(connection, arrangements)
    now = _indexed(connection, content_ids)
    changed = [one for one in content_ids if indexed[one] != now[one]]
    fulltext.index_contents(connection, changed)


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


_PUT_MEMBER = (
    update(member)
    .where(member.c.content_id == bindparam("content"))
    .values(
        document_id=bindparam("document"),
        role=bindparam("part"),
        similarity=bindparam("alike"),
        made_by=bindparam("rule"),
    )
)
_PUT_DOCUMENT = (
    update(document)
    .where(document.c.id == bindparam("document"))
    .values(
        master_content_id=bindparam("read"),
        role=bindparam("nature"),
        applicability=bindparam("ours"),
    )
)
_MERGE = update(document).where(document.c.id == bindparam("other")).values(merged_into=bindparam("document"))
_FOLLOW = (
    update(document)
    .where(document.c.merged_into == bindparam("other"))
    .values(merged_into=bindparam("document"))
)
_COUNT_FINDINGS = (
    update(document).where(document.c.id == bindparam("document")).values(finding_count=bindparam("count"))
)


def _indexed(connection: Connection, content_ids: Sequence[int]) -> dict[int, tuple[object, ...]]:
    """What the full-text index holds of each content beside its text."""
    columns = (document.c.title, document.c.document_number, document.c.dated_on, document.c.year)
    statement = (
        select(member.c.content_id, *columns)
        .join(document, document.c.id == member.c.document_id)
        .where(member.c.content_id.in_(content_ids))
    )
    return {row[0]: tuple(row[1:]) for row in connection.execute(statement)}


def _natures(connection: Connection, arrangements: Sequence[Arrangement]) -> list[dict[str, object]]:
    """Whether our office made each item is told by the document that the file that is read was before."""
    reads = {one.read: one.document_id for one in arrangements}
    statement = select(
        document.c.id, document.c.master_content_id, document.c.role, document.c.applicability
    ).where(document.c.master_content_id.in_(list(reads)))
    origins: dict[int, tuple[int, str, str]] = {}
    for row in connection.execute(statement.order_by(document.c.id.desc())):
        if origins.get(row.master_content_id, (None,))[0] != reads[row.master_content_id]:
            origins[row.master_content_id] = (row.id, row.role, row.applicability)
    kept = select(document.c.id, document.c.role, document.c.applicability)
    own = {
        row.id: tuple(row) for row in connection.execute(kept.where(document.c.id.in_(list(reads.values()))))
    }
    return [
        {"document": document_id, "read": read, "nature": nature, "ours": ours}
        for read, document_id in reads.items()
        for _, nature, ours in [origins.get(read, own[document_id])]
    ]


def _absorb(connection: Connection, absorbed: Mapping[int, int]) -> None:
    """``absorbed``: the document that stays of each one that becomes part of it."""
    if not absorbed:
        return
    pairs = [{"other": other, "document": document_id} for other, document_id in absorbed.items()]
    connection.execute(_MERGE, pairs)
    connection.execute(_FOLLOW, pairs)
    others = list(absorbed)
    corrected = select(correction.c.document_id).where(
        correction.c.document_id.in_(others), correction.c.is_current == 1
    )
    for other in set(connection.scalars(corrected)):
        _hand_on_corrections(connection, other, absorbed[other])
    served = select(batch_document.c.document_id).where(batch_document.c.document_id.in_(others))
    for other in set(connection.scalars(served)):
        _hand_on_batches(connection, other, absorbed[other])


def _hand_on_corrections(connection: Connection, other: int, document_id: int) -> None:
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


def _hand_on_batches(connection: Connection, other: int, document_id: int) -> None:
    """A round serves a document once."""
    served = select(batch_document.c.round_id).where(batch_document.c.document_id == document_id)
    connection.execute(
        delete(batch_document).where(
            batch_document.c.document_id == other, batch_document.c.round_id.in_(served)
        )
    )
    connection.execute(
        update(batch_document).where(batch_document.c.document_id == other).values(document_id=document_id)
    )


def _judge_again(connection: Connection, arrangements: Sequence[Arrangement]) -> None:
    """What is suggested rests on the files: the next classification looks at the items anew."""
    reads = [one.read for one in arrangements]
    connection.execute(delete(classified).where(classified.c.content_id.in_(reads)))
    statement = (
        select(member.c.document_id, func.count())
        .join(finding, finding.c.content_id == member.c.content_id)
        .where(
            member.c.document_id.in_([one.document_id for one in arrangements]),
            member.c.content_id.in_(reads) | (member.c.role == MemberRole.ANNEX),
        )
        .group_by(member.c.document_id)
    )
    counts = {row[0]: row[1] for row in connection.execute(statement)}
    connection.execute(
        _COUNT_FINDINGS,
        [{"document": one.document_id, "count": counts.get(one.document_id, 0)} for one in arrangements],
    )
