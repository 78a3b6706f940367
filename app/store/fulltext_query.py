"""Finding: pages and counts of the texts that answer a query.

Newest first reads the index backwards and stops after a page. Relevance puts hits in title and
number first (of a single word newest first) and ranks only the newest candidates, so that it stays
fast on any number of hits; whatever is not ranked follows, newest first. A single character is in most
texts; its hits are not ranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    distinct,
    func,
    literal_column,
    select,
)

from app.store import codec
from app.store.search_plan import Plan
from app.store.tables.holdings import content, content_text, document, location, root
from app.store.tables.index import FULLTEXT, facet_origin, index_entry

CANDIDATES = 2000
"""How many of the newest hits, and of the newest hits in title or number, are ranked by relevance."""

ALL = -1
"""As the limit of a page: every hit."""

RANK: ColumnElement[float] = literal_column(f"bm25({FULLTEXT}, 1.0, 8.0, 8.0)")
"""Okapi BM25 (lower is better), a word in title or number counting as eight in the text."""


class Order(StrEnum):
    """How hits are ordered; ties by date, newest first."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    BODY = "body"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class FoundText:
    """One hit: the document it belongs to, where a file of it lies, and its text, still packed.

    A record on paper has neither content nor place nor text.
    """

    entry_id: int
    content_id: int | None
    document: str | None
    title: str
    document_number: str | None
    issuing_body: str
    dated_on: str | None
    root: str | None
    path: str | None
    packed: bytes | None
    is_ocr: bool

    @property
    def text(self) -> str:
        """The whole text; unpacked each time."""
        return codec.unpack_text(self.packed) if self.packed is not None else ""

    def start(self, words: Sequence[str], beyond: int) -> str:
        """The text up to ``beyond`` characters after the first of the words, or all of it."""
        return codec.unpack_start(self.packed, words, beyond) if self.packed is not None else ""


def count(connection: Connection, wanted: Plan) -> int:
    """The exact number of texts found."""
    return _number(connection, wanted.select_words(func.count()))


def count_documents(connection: Connection, wanted: Plan) -> int:
    """The exact number of items (件) found."""
    return _number(connection, wanted.select_entries(func.count(distinct(index_entry.c.document_id))))


def count_added_after(connection: Connection, wanted: Plan, number: int) -> int:
    """How many of the texts found were taken in after the entry with this number."""
    statement = wanted.select_entries(func.count()).where(literal_column("+index_entry.number") > number)
    return _number(connection, statement)


def found_ids(connection: Connection, wanted: Plan, order: Order, limit: int, offset: int = 0) -> list[int]:
    """The entries of one page; every hit is on some page."""
    if order is Order.RELEVANCE and wanted.match is not None and not wanted.is_open:
        return _by_relevance(connection, wanted, limit, offset)
    newest = wanted.id.desc()
    if order in (Order.BODY, Order.NUMBER):
        statement = wanted.select_entries(wanted.id)
        if order is Order.NUMBER:
            statement = statement.outerjoin(document, document.c.id == index_entry.c.document_id)
            series = (document.c.number_series, document.c.number_year, document.c.number_serial)
            statement = statement.order_by(*series, newest)
        else:
            statement = statement.join(facet_origin, facet_origin.c.id == index_entry.c.origin_id)
            statement = statement.order_by(facet_origin.c.issuing_body, newest)
    else:
        statement = wanted.select_words(wanted.id).order_by(wanted.id if order is Order.OLDEST else newest)
    return _ids(connection, statement.limit(limit).offset(offset))


def found_documents(connection: Connection, wanted: Plan, limit: int, offset: int = 0) -> list[int]:
    """One page of items, each by its newest entry, newest first."""
    newest: ColumnElement[int] = func.max(wanted.id)
    statement = wanted.select_entries(newest).group_by(index_entry.c.document_id).order_by(newest.desc())
    return _ids(connection, statement.limit(limit).offset(offset))


def all_documents(connection: Connection, wanted: Plan) -> list[int]:
    """The ids of every document a query finds, newest first; for lists that page by themselves."""
    newest: ColumnElement[int] = func.max(wanted.id)
    statement = wanted.select_entries(index_entry.c.document_id).group_by(index_entry.c.document_id)
    return [found for found in connection.scalars(statement.order_by(newest.desc())) if found is not None]


def found_texts(connection: Connection, ids: Sequence[int]) -> list[FoundText]:
    """What a page of hits shows, in the order of the ids."""
    rows = {row.id: row for row in connection.execute(_TEXTS, {"ids": list(ids)}).all()}
    contents = [row.content_id for row in rows.values() if row.content_id is not None]
    places = {row.content_id: row for row in connection.execute(_PLACES, {"contents": contents})}
    return [
        _found_text(row, places.get(row.content_id))
        for row in (rows[entry_id] for entry_id in ids if entry_id in rows)
    ]


def _found_text(row: Row[*tuple[Any, ...]], place: Row[*tuple[Any, ...]] | None) -> FoundText:
    return FoundText(
        entry_id=row.id,
        content_id=row.content_id,
        document=row.uuid,
        title=row.title or "",
        document_number=row.document_number,
        issuing_body=row.issuing_body or "",
        dated_on=row.dated_on,
        root=place.root if place else None,
        path=place.path if place else None,
        packed=row.body,
        is_ocr=row.ocr_confidence is not None,
    )


_TEXTS = (
    select(
        index_entry.c.id,
        index_entry.c.content_id,
        content_text.c.body,
        content.c.ocr_confidence,
        document.c.uuid,
        document.c.title,
        document.c.document_number,
        document.c.issuing_body,
        document.c.dated_on,
    )
    .select_from(index_entry)
    .outerjoin(content, content.c.id == index_entry.c.content_id)
    .outerjoin(content_text, content_text.c.content_id == content.c.id)
    .outerjoin(document, document.c.id == index_entry.c.document_id)
    .where(index_entry.c.id.in_(bindparam("ids", expanding=True)))
)
"""Built once, as the next one: building a statement anew costs as much as asking it."""

_PLACES = (
    select(location.c.content_id, root.c.path.label("root"), location.c.path)
    .join(root, root.c.id == location.c.root_id)
    .where(location.c.content_id.in_(bindparam("contents", expanding=True)))
    .order_by(location.c.is_present, location.c.id.desc())
)
"""The last row of each content is the path to show: one that is still there if possible."""


def _by_relevance(connection: Connection, wanted: Plan, limit: int, offset: int) -> list[int]:
    ranked, oldest = _ranked(connection, wanted)
    page = ranked[offset : offset + limit]
    if len(page) == limit or oldest is None:
        return page
    beyond = replace(wanted, last=oldest - 1)
    statement = beyond.select_words(wanted.id).order_by(wanted.id.desc())
    early = [entry_id for entry_id in ranked if entry_id < oldest]
    if early:
        statement = statement.where(wanted.id.not_in(early))
    return page + _ids(connection, statement.limit(limit - len(page)).offset(max(0, offset - len(ranked))))


def _ranked(connection: Connection, wanted: Plan) -> tuple[list[int], int | None]:
    """The candidates, best first, and the oldest of the newest ones if there are more hits than that."""
    newest = _scored(connection, wanted)
    in_title = []
    if wanted.title_match is not None:
        narrow = replace(wanted, match=f"({wanted.match}) AND {wanted.title_match}")
        in_title = _best_in_title(connection, narrow)
    others = set(newest) - set(in_title)
    body = _best_first({entry_id: score for entry_id, score in newest.items() if entry_id in others})
    return in_title + body, min(newest) if len(newest) == CANDIDATES else None


def _best_in_title(connection: Connection, wanted: Plan) -> list[int]:
    """Of one word the newest; ranking, for which SQLite counts all hits of every word, would tell little."""
    if wanted.has_one_piece:
        statement = wanted.select_words(wanted.id).order_by(wanted.id.desc())
        return _ids(connection, statement.limit(CANDIDATES))
    return _best_first(_scored(connection, wanted))


def _scored(connection: Connection, wanted: Plan) -> dict[int, float]:
    statement = wanted.select_words(wanted.id, RANK).order_by(wanted.id.desc()).limit(CANDIDATES)
    return {row[0]: row[1] for row in connection.execute(statement).all()}


def _best_first(scores: dict[int, float]) -> list[int]:
    newest_first = sorted(scores, reverse=True)
    return sorted(newest_first, key=scores.__getitem__)


def _number(connection: Connection, statement: Select[tuple[Any, ...]]) -> int:
    return connection.scalar(statement) or 0


def _ids(connection: Connection, statement: Select[tuple[Any, ...]]) -> list[int]:
    return list(connection.scalars(statement))
