"""Searches that are kept: to be repeated, or as evidence of what was looked for."""

import json
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from app.store import counts
from app.store.tables.holdings import content, ingest_run, root
from app.store.tables.index import IS_LIVE, index_entry, logged_search, saved_search


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search with a name; ``seen_number`` is the newest entry at the last look."""

    uuid: str
    name: str
    query: str
    created_by: str
    created_at: str
    looked_at: str
    seen_number: int


@dataclass(frozen=True, slots=True)
class Extent:
    """What a search could see: documents, indexed texts, files that were not readable or have no text
    layer, the roots taken in, and when the last ingest ended; and how many files were refused as
    probably classified, of which nothing is held.
    """

    documents: int
    texts: int
    unreadable_files: int
    files_without_text: int
    roots: tuple[str, ...]
    last_ingest_at: str | None
    quarantined_files: int = 0


@dataclass(frozen=True, slots=True)
class LoggedSearch:
    """A search kept as evidence, with the extent of the catalogue at that moment."""

    uuid: str
    purpose: str
    query: str
    understood: str
    hit_count: int
    extent: Extent
    by: str
    at: str


def save_search(connection: Connection, name: str, query: str, *, by: str, at: str) -> str:
    """Keep a search, replacing the one with this name; what is held now counts as seen."""
    connection.execute(delete(saved_search).where(saved_search.c.name == name))
    uuid = str(uuid4())
    connection.execute(
        insert(saved_search).values(
            uuid=uuid,
            name=name,
            query=query,
            created_by=by,
            created_at=at,
            looked_at=at,
            seen_number=newest_number(connection),
        )
    )
    return uuid


def saved_searches(connection: Connection) -> list[SavedSearch]:
    """All saved searches by name."""
    rows = connection.execute(select(saved_search).order_by(saved_search.c.name))
    return [
        SavedSearch(
            row.uuid, row.name, row.query, row.created_by, row.created_at, row.looked_at, row.seen_number
        )
        for row in rows
    ]


def mark_looked(connection: Connection, uuid: str, *, at: str) -> None:
    """Everything held now counts as seen by this search."""
    connection.execute(
        update(saved_search)
        .where(saved_search.c.uuid == uuid)
        .values(looked_at=at, seen_number=newest_number(connection))
    )


def forget_search(connection: Connection, uuid: str) -> None:
    """Remove a saved search."""
    connection.execute(delete(saved_search).where(saved_search.c.uuid == uuid))


def newest_number(connection: Connection) -> int:
    """The number of the text that was taken in last; 0 in an empty catalogue."""
    return connection.scalar(select(func.max(index_entry.c.number))) or 0


def extent(connection: Connection) -> Extent:
    """What a search can see at this moment."""

    def number(statement: object) -> int:
        return connection.scalar(statement) or 0  # type: ignore[call-overload]

    return Extent(
        documents=counts.document_count(connection),
        texts=number(select(func.count()).where(IS_LIVE)),
        unreadable_files=counts.failed_count(connection),
        files_without_text=number(select(func.count()).where(content.c.status == "needs_ocr")),
        roots=tuple(connection.scalars(select(root.c.label).order_by(root.c.label))),
        last_ingest_at=connection.scalar(select(func.max(ingest_run.c.ended_at))),
        quarantined_files=counts.open_quarantine_count(connection),
    )


def log_search(
    connection: Connection,
    *,
    purpose: str,
    query: str,
    understood: str,
    hit_count: int,
    by: str,
    at: str,
) -> LoggedSearch:
    """Keep a search as evidence together with the extent of the catalogue."""
    seen = extent(connection)
    uuid = str(uuid4())
    state = {name: getattr(seen, name) for name in Extent.__slots__}
    connection.execute(
        insert(logged_search).values(
            uuid=uuid,
            purpose=purpose,
            query=query,
            understood=understood,
            hit_count=hit_count,
            state=json.dumps(state, ensure_ascii=False),
            by=by,
            at=at,
        )
    )
    return LoggedSearch(uuid, purpose, query, understood, hit_count, seen, by, at)


def logged_searches(connection: Connection) -> list[LoggedSearch]:
    """All searches kept as evidence, the latest first."""
    return [
        _logged(row) for row in connection.execute(select(logged_search).order_by(logged_search.c.id.desc()))
    ]


def _logged(row: Row[tuple[object, ...]]) -> LoggedSearch:
    state = json.loads(row.state)
    seen = Extent(**{**state, "roots": tuple(state["roots"])})
    return LoggedSearch(row.uuid, row.purpose, row.query, row.understood, row.hit_count, seen, row.by, row.at)
