"""Taking classified content out again, so that no byte of it stays in the catalogue's folder.

Rows that refer to what goes are found by the foreign keys of the tables: where a reference may be
empty it is emptied, elsewhere the row goes too. So a table that is added later is purged as well.
"""

import sqlite3
from collections.abc import Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, delete, or_, select, update

from app.domain.document import MemberRole
from app.domain.source import FileStatus
from app.errors import AppError
from app.store import documents, fulltext, quarantine
from app.store.backup import BACKUPS, DATABASE_NAME, back_up_file
from app.store.catalogue import put_setting
from app.store.copies import destroy
from app.store.faults import explained
from app.store.many_rows import listed
from app.store.tables import METADATA
from app.store.tables.audit import audit_entry, audit_value
from app.store.tables.classification import suggestion
from app.store.tables.holdings import content, document, location, member, root, setting
from app.store.tables.holdings import quarantine as quarantined
from app.store.tables.index import index_entry
from app.store.tables.registers import register_row

_BY_TRIGGER = ((content, index_entry),)
"""An entry outlives its content as one that counts no more; a trigger of the index sees to it."""

_PENDING = "purge.pending"


@dataclass(frozen=True, slots=True)
class Removed:
    """UUIDs of documents that are gone and of those that go on with other files; places refused."""

    gone: tuple[str, ...]
    kept: tuple[str, ...]
    locations: int


def contents_of_document(connection: Connection, document_id: int) -> list[int]:
    """Every content of a document and of those that were merged into it."""
    living = select(document.c.id).where(
        or_(document.c.id == document_id, document.c.merged_into == document_id)
    )
    masters = select(document.c.master_content_id).where(document.c.id.in_(living))
    members = select(member.c.content_id).where(member.c.document_id.in_(living))
    found = {*connection.scalars(members), *connection.scalars(masters)}
    return sorted(identifier for identifier in found if identifier is not None)


def contents_at(connection: Connection, path: str, absolute: str) -> list[int]:
    """The contents at a place, given under its root or as a whole; with all that a container holds."""
    whole = root.c.path + "/" + location.c.path
    is_place = or_(location.c.path == path, whole == absolute)
    is_inside = or_(
        location.c.path.startswith(path + "!/", autoescape=True),
        whole.startswith(absolute + "!/", autoescape=True),
    )
    statement = (
        select(location.c.content_id)
        .join(root, root.c.id == location.c.root_id)
        .where(or_(is_place, is_inside), location.c.content_id.is_not(None))
        .distinct()
    )
    return sorted(connection.scalars(statement))


@dataclass(frozen=True, slots=True)
class Traces:
    """By what the content that went is known again in another catalogue: its hashes, where it lay (as a whole
    path, and as the root's UUID with the rest), and the UUIDs of documents that are gone with it.
    """

    hashes: frozenset[str]
    paths: frozenset[str]
    places: frozenset[str]
    documents: frozenset[str]


def hashes_of(connection: Connection, content_ids: Collection[int]) -> frozenset[str]:
    """The hashes of contents, which are forgotten with them."""
    statement = select(content.c.sha256).where(content.c.id.in_(content_ids))
    return frozenset(connection.scalars(statement))


def traces(connection: Connection, hashes: frozenset[str] = frozenset()) -> Traces:
    """By what all that was ever taken out of this catalogue, and not released since, is known again."""
    refused = connection.execute(
        select(root.c.uuid, root.c.path.label("root_path"), location.c.path)
        .join(location, location.c.root_id == root.c.id)
        .join(quarantined, quarantined.c.location_id == location.c.id)
        .where(quarantined.c.found_late == 1, quarantined.c.released_at.is_(None))
    ).all()
    held = select(document.c.uuid)
    gone = select(audit_entry.c.subject).where(
        audit_entry.c.action == "purge", audit_entry.c.subject.not_in(held)
    )
    return Traces(
        hashes,
        frozenset(f"{row.root_path}/{row.path}" for row in refused),
        frozenset(f"{row.uuid}/{row.path}" for row in refused),
        frozenset(connection.scalars(gone)),
    )


def found_again(connection: Connection, wanted: Traces) -> tuple[list[int], list[int]]:
    """Contents, and documents without any, of this catalogue that another one has taken out."""
    contents = set(connection.scalars(select(content.c.id).where(listed(content.c.sha256, wanted.hashes))))
    whole = root.c.path + "/" + location.c.path
    moved = listed(root.c.uuid + "/" + location.c.path, wanted.places)
    contents.update(
        connection.scalars(
            select(location.c.content_id)
            .join(root, root.c.id == location.c.root_id)
            .where(location.c.content_id.is_not(None), or_(listed(whole, wanted.paths), moved))
        )
    )
    named = select(document.c.id).where(listed(document.c.uuid, wanted.documents))
    papers = list(connection.scalars(named))
    for document_id in papers:
        contents.update(contents_of_document(connection, document_id))
    return sorted(contents), papers


def remove(
    connection: Connection,
    content_ids: Collection[int],
    *,
    level: str,
    rule: str,
    at: str,
    papers: Collection[int] = (),
) -> Removed:
    """Take contents out: their places count as quarantined, documents without another file are gone.

    ``papers``: documents without any file that go, too. What registers say of all these is emptied.
    """
    ids = sorted(content_ids)
    touched = list(
        connection.scalars(select(member.c.document_id).where(member.c.content_id.in_(ids)).distinct())
    )
    masters = select(document.c.id).where(document.c.master_content_id.in_(ids))
    touched = sorted({*touched, *connection.scalars(masters), *papers})
    rows = connection.execute(select(document.c.id, document.c.uuid).where(document.c.id.in_(touched)))
    uuids = {row.id: row.uuid for row in rows}
    places = _refuse_places(connection, ids, level=level, rule=rule, at=at)
    _delete(connection, content, ids)
    _forget_rows(connection, touched)
    kept = [identifier for identifier in touched if _goes_on(connection, identifier)]
    _delete(connection, document, _with_merged(connection, set(touched) - set(kept)))
    for identifier in kept:
        _lead_anew(connection, identifier)
    _empty_audit_values(connection, [uuids[identifier] for identifier in touched])
    put_setting(connection, _PENDING, at)
    gone = tuple(uuid for identifier, uuid in uuids.items() if identifier not in kept)
    return Removed(gone, tuple(uuids[identifier] for identifier in kept), places)


def _refuse_places(connection: Connection, ids: Sequence[int], *, level: str, rule: str, at: str) -> int:
    found = list(connection.scalars(select(location.c.id).where(location.c.content_id.in_(ids))))
    for location_id in found:
        quarantine.put(connection, location_id, level, rule, at, found_late=True)
    connection.execute(
        update(location)
        .where(location.c.id.in_(found))
        .values(status=FileStatus.QUARANTINED, content_id=None, failure_kind=None, failure_message=None)
    )
    return len(found)


def _forget_rows(connection: Connection, touched: Sequence[int]) -> None:
    """Registers tell titles and numbers: empty their rows, and let records on paper be found no more."""
    documents_and_parts = _with_merged(connection, set(touched))
    connection.execute(
        update(register_row)
        .where(register_row.c.document_id.in_(documents_and_parts))
        .values(fields="{}", document_number=None)
    )
    for document_id in documents_and_parts:
        fulltext.supersede(connection, fulltext.Found(document_id=document_id))


def _goes_on(connection: Connection, document_id: int) -> bool:
    """Whether a document still has a file; one that was merged away is not worth keeping without its own."""
    remaining = select(member.c.content_id).where(member.c.document_id == document_id).limit(1)
    merged = connection.scalar(select(document.c.merged_into).where(document.c.id == document_id))
    return merged is None and connection.scalar(remaining) is not None


def _with_merged(connection: Connection, ids: set[int]) -> list[int]:
    found = set(ids)
    while (
        more := set(connection.scalars(select(document.c.id).where(document.c.merged_into.in_(found))))
        - found
    ):
        found |= more
    return sorted(found)


def _lead_anew(connection: Connection, document_id: int) -> None:
    """A document that lost a file: what was derived from it goes, and another file leads if need be."""
    gone = select(suggestion.c.id).where(suggestion.c.document_id == document_id)
    _delete(connection, suggestion, list(connection.scalars(gone)))
    master = connection.scalar(select(document.c.master_content_id).where(document.c.id == document_id))
    if master is None:
        of_document = member.c.document_id == document_id
        master = connection.scalar(
            select(member.c.content_id).where(of_document).order_by(member.c.role, member.c.content_id)
        )
        connection.execute(
            update(member).where(of_document, member.c.content_id == master).values(role=MemberRole.MASTER)
        )
    values = {"master_content_id": master, "suggested_attribute": None, "finding_count": 0}
    connection.execute(update(document).where(document.c.id == document_id).values(**values))
    documents.refresh(connection, document_id)
    fulltext.index_documents(connection, [document_id])


def _delete(connection: Connection, table: Table, ids: Sequence[int]) -> None:
    """Delete rows of a table with everything that cannot be without them."""
    if not ids:
        return
    for child in METADATA.sorted_tables:
        for key in child.foreign_keys:
            if key.column.table is table and (table, child) not in _BY_TRIGGER:
                _let_go(connection, child, key.parent.name, ids)
    connection.execute(delete(table).where(table.c.id.in_(ids)))


def _let_go(connection: Connection, child: Table, name: str, ids: Sequence[int]) -> None:
    column = child.c[name]
    if column.nullable:
        connection.execute(update(child).where(column.in_(ids)).values({name: None}))
    elif "id" in child.c:
        _delete(connection, child, list(connection.scalars(select(child.c.id).where(column.in_(ids)))))
    else:
        connection.execute(delete(child).where(column.in_(ids)))


def _empty_audit_values(connection: Connection, subjects: Sequence[str]) -> None:
    """Empty what was written beside the acts on these subjects; the chain covers commitments and holds."""
    of_subjects = select(audit_entry.c.sequence).where(audit_entry.c.subject.in_(subjects))
    connection.execute(
        update(audit_value)
        .where(audit_value.c.sequence.in_(of_subjects))
        .values(before=None, after=None, salt=None)
    )


def is_pending(connection: Connection) -> bool:
    """Whether something was taken out of the tables, but not yet out of the index, file and backups."""
    return connection.scalar(select(setting.c.value).where(setting.c.key == _PENDING)) is not None


def settle(connection: Connection) -> None:
    """Index, file and backups are clean."""
    connection.execute(delete(setting).where(setting.c.key == _PENDING))


def scrub_file(folder: Path) -> None:
    """Write the catalogue's file anew without what was deleted, and empty its write-ahead log.

    Raises:
        AppError: another program has the catalogue open, or the disk is full.
    """
    with explained(), closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        connection.execute("PRAGMA busy_timeout=10000")
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
        busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise AppError(
            "目录正被另一个程序使用，涉密内容还没有清除干净。", "请关闭另一个窗口，再运行一次 dishu purge。"
        )


def replace_backups(folder: Path) -> int:
    """Make a new backup and remove all earlier ones, which hold what was taken out.

    Returns:
        How many were removed.
    """
    earlier = [file for file in (folder / BACKUPS).glob("*") if file.is_file()]
    if not earlier:
        return 0
    back_up_file(folder, label="purged")
    for file in earlier:
        destroy(file)
    return len(earlier)
