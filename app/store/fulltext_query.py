"""Finding: pages and counts of the texts that answer a query.

Newest first reads the index backwards and stops after a page. Relevance puts hits in title and
number first (of a single word newest first) and ranks only the newest candidates, so that it stays
fast on any number of hits; whatever is not ranked follows, newest first. A single character is in most
texts; its hits are not ranked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    bindparam,
    distinct,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects import sqlite

from app.store import codec
from app.store.search_plan import WORDS, Plan, Shape
from app.store.tables.holdings import document
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


class FoundText(NamedTuple):
    """One hit: the document it belongs to, where a file of it lies, and its text, still packed.

    A record on paper has neither content nor place nor text. A row as the database hands it over, since
    making a dataclass of each of fifty costs as much as finding them.
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
    ocr_confidence: float | None

    @property
    def is_ocr(self) -> bool:
        """Whether the text was read from an image."""
        return self.ocr_confidence is not None

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
    ((found,),) = _rows(connection, _count_of(shape), wanted.values)
    return int(found)


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
        return [row[0] for row in _rows(connection, _page_of(shape, is_oldest), values)]
    dated = wanted.id if is_oldest else wanted.id.desc()
    statement = wanted.select_words(wanted.id).order_by(dated)
    return _ids(connection, statement.limit(limit).offset(offset))


@cache
def _page_of(shape: Shape, is_oldest: bool) -> str:
    rowid = WORDS.c.rowid
    dated = shape.select(rowid).order_by(rowid if is_oldest else rowid.desc())
    limit, offset = (bindparam(name, type_=Integer()) for name in ("limit", "offset"))
    return _written(dated.limit(limit).offset(offset))


@cache
def _count_of(shape: Shape) -> str:
    return _written(shape.select(func.count()))


def _written(statement: Select[tuple[Any, ...]]) -> str:
    """A statement as the driver takes it, its values by name."""
    return str(statement.compile(dialect=sqlite.dialect(paramstyle="named")))


def _rows(connection: Connection, statement: str, values: Mapping[str, Any] | Sequence[Any]) -> list[Any]:
    """The driver's own tuples: a row object and a look at its names for each would double their cost."""
    cursor = connection.exec_driver_sql(statement, values).cursor
    assert cursor is not None
    return list(cursor.fetchall())


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


def documents_by_relevance(connection: Connection, wanted: Plan) -> list[int]:
    """The same, the best first as far as texts are ranked, then newest first."""
    best = found_ids(connection, wanted, Order.RELEVANCE, CANDIDATES)
    known = select(index_entry.c.id, index_entry.c.document_id).where(index_entry.c.id.in_(best))
    held = dict(map(tuple, connection.execute(known)))
    ranked = [found for entry_id in best if (found := held[entry_id]) is not None]
    return list(dict.fromkeys([*ranked, *all_documents(connection, wanted)]))


def found_texts(connection: Connection, ids: Sequence[int]) -> list[FoundText]:
    """What a page of hits shows, in the order of the ids."""
    statement = _TEXTS.format(", ".join("?" * len(ids)))
    found = {row[0]: FoundText._make(row) for row in _rows(connection, statement, tuple(ids))}
    return [found[one] for one in ids if one in found]


_TEXTS = """
    SELECT e.id, e.content_id, d.uuid, coalesce(d.title, ''), d.document_number, coalesce(d.issuing_body, ''),
           d.dated_on, r.path, l.path, t.body, c.ocr_confidence
    FROM index_entry e
    LEFT JOIN content c ON c.id = e.content_id
    LEFT JOIN content_text t ON t.content_id = c.id
    LEFT JOIN document d ON d.id = e.document_id
    LEFT JOIN location l ON l.id =
        (SELECT id FROM location WHERE content_id = c.id ORDER BY is_present DESC, id LIMIT 1)
    LEFT JOIN root r ON r.id = l.root_id
    WHERE e.id IN ({})
"""
"""The fields of :class:`FoundText` in their order. The place is one where the file still is, if possible.
Written for the driver, as fifty rows take longer to hand over than to find.
"""


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
