"""Finding: pages and counts of the texts that answer a query.

Newest first reads the index backwards and stops after a page. Relevance puts hits in title and
number first (of a single word newest first) and ranks only the newest candidates, so that it stays
fast on any number of hits; whatever is not ranked follows, newest first. A single character is in most
texts; its hits are not ranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Row,
    Select,
    bindparam,
    distinct,
    func,
    literal_column,
    select,
)

from app.store import codec
from app.store.search_plan import WORDS, Plan, Shape
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

    def around(self, words: Sequence[str], before: int, beyond: int) -> str:
        """The text from ``before`` characters in front of the first of the words to ``beyond`` characters
        after its beginning, or somewhat more of it; all of it where none of them stands.
        """
        if self.packed is None:
            return ""
        return codec.unpack_around(self.packed, words, before, beyond)


def count(connection: Connection, wanted: Plan) -> int:
    """The exact number of texts found."""
    shape = wanted.shape
    if shape is None:
        return _number(connection, wanted.select_words(func.count()))
    return connection.scalar(_count_of(shape), wanted.values) or 0


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
        return _ids(connection, statement.limit(limit).offset(offset))
    return _by_date(connection, wanted, limit, offset, is_oldest=order is Order.OLDEST)


def _by_date(
    connection: Connection, wanted: Plan, limit: int, offset: int, *, is_oldest: bool = False
) -> list[int]:
    shape = wanted.shape
    if shape is not None:
        values = wanted.values | {"limit": limit, "offset": offset}
        return list(connection.scalars(_page_of(shape, is_oldest), values))
    dated = wanted.id if is_oldest else wanted.id.desc()
    statement = wanted.select_words(wanted.id).order_by(dated)
    return _ids(connection, statement.limit(limit).offset(offset))


@cache
def _page_of(shape: Shape, is_oldest: bool) -> Select[tuple[Any, ...]]:
    rowid = WORDS.c.rowid
    dated = shape.select(rowid).order_by(rowid if is_oldest else rowid.desc())
    return dated.limit(bindparam("limit", type_=Integer())).offset(bindparam("offset", type_=Integer()))


@cache
def _count_of(shape: Shape) -> Select[tuple[Any, ...]]:
    return shape.select(func.count())


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
    rows = {row[0]: row for row in connection.execute(_TEXTS, {"ids": list(ids)}).all()}
    contents = [row[1] for row in rows.values() if row[1] is not None]
    places = {row[0]: row for row in connection.execute(_PLACES, {"contents": contents}).all()}
    return [_found_text(rows[one], places.get(rows[one][1])) for one in ids if one in rows]


def _found_text(row: Row[*tuple[Any, ...]], place: Row[*tuple[Any, ...]] | None) -> FoundText:
    """Read by position: by name would take three times as long, fifty times a page."""
    entry_id, content_id, uuid, title, number, body, dated_on, packed, confidence = row
    where, path = (place[1], place[2]) if place else (None, None)
    is_ocr = confidence is not None
    return FoundText(entry_id, content_id, uuid, title, number, body, dated_on, where, path, packed, is_ocr)


_TEXTS = (
    select(
        index_entry.c.id,
        index_entry.c.content_id,
        document.c.uuid,
        func.coalesce(document.c.title, ""),
        document.c.document_number,
        func.coalesce(document.c.issuing_body, ""),
        document.c.dated_on,
        content_text.c.body,
        content.c.ocr_confidence,
    )
    .select_from(index_entry)
    .outerjoin(content, content.c.id == index_entry.c.content_id)
    .outerjoin(content_text, content_text.c.content_id == content.c.id)
    .outerjoin(document, document.c.id == index_entry.c.document_id)
    .where(index_entry.c.id.in_(bindparam("ids", expanding=True)))
)
"""The fields of :class:`FoundText` in their order, without the place. Built once, as the next one:
building a statement anew costs as much as asking it.
"""

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
        return _by_date(connection, wanted, CANDIDATES, 0)
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
