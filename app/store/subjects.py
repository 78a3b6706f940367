"""What the entries of the audit trail are about, by the names that people use now; the trail itself holds UUIDs."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, FromClause, Text, select

from app.store.many_rows import pages
from app.store.tables.holdings import document, root
from app.store.tables.index import saved_search
from app.store.tables.people import person
from app.store.tables.review import review_batch, review_round


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing that can be named. ``document``: it is one, or has become part of it; then ``title`` is its title."""

    name: str
    title: str = ""
    document: int | None = None


def subjects(connection: Connection, uuids: Collection[str]) -> dict[str, Subject]:
    """The names of documents, persons, rounds, batches, searches and folders; other things are left out.

    A document is called by its number, or by its title where it has none. What was purged has neither and is left
    out too.
    """
    found: dict[str, Subject] = {}
    for page in pages(sorted(uuids)):
        found |= _documents(connection, page)
        for source, uuid, name in _NAMED:
            rows = connection.execute(select(uuid, name).select_from(source).where(uuid.in_(page)))
            found |= {row[0]: Subject(row[1]) for row in rows}
    return found


def _documents(connection: Connection, uuids: Collection[str]) -> dict[str, Subject]:
    rows = connection.execute(
        select(
            document.c.uuid,
            document.c.document_number,
            document.c.title,
            document.c.id,
            document.c.merged_into,
        ).where(document.c.uuid.in_(uuids))
    )
    return {
        uuid: Subject(number or f"《{title}》", title, merged_into or number_of_row)
        for uuid, number, title, number_of_row, merged_into in rows
        if number or title
    }


_IN_ROUND = review_batch.join(review_round, review_batch.c.round_id == review_round.c.id)
_NAMED: tuple[tuple[FromClause, ColumnElement[str], ColumnElement[str]], ...] = (
    (person, person.c.uuid, person.c.name),
    (review_round, review_round.c.uuid, review_round.c.name),
    (_IN_ROUND, review_batch.c.uuid, review_round.c.name + " · " + review_batch.c.number.cast(Text)),
    (saved_search, saved_search.c.uuid, saved_search.c.name),
    (root, root.c.uuid, root.c.label),
)
