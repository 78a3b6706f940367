"""The full-text index and what is remembered about searches.

``index_entry.id`` is also the rowid in the full-text table: day number · 2¹² + sequence, so that
reading backwards gives the newest first (2²⁴ would cost a fifth of the index in longer rowids). A
day with more than 4,096 texts spills into the next one's ids; ``day`` stays exact. Entries are never
changed in place: SQLite before 3.43 cannot delete from a contentless table, so a new text or date is
a new entry and the old one stops being live.

Hits are counted by two small dictionaries of combinations, ``facet_origin`` and ``facet_kind``:
triggers keep an entry's two numbers in line with ``document`` and ``member``, where a join would
cost three look-ups per hit. An entry without content is a record on paper. The frequent characters of
an entry are kept as bits (:mod:`app.text.frequent`), for searches of a single character.
"""

from sqlalchemy import (
    DDL,
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
    event,
    literal_column,
    text,
)

from app.domain.source import ON_PAPER
from app.store.tables.base import METADATA
from app.text.frequent import FREQUENT

FULLTEXT = "fulltext"
FULLTEXT_NEXT = "fulltext_next"
SEQUENCE_BITS = 12
_LIVE = text("live = 1")

facet_origin = Table(
    "facet_origin",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("issuing_body", Text, nullable=False, comment="empty when unknown"),
    Column("year", Integer, nullable=False, comment="0 when unknown"),
    UniqueConstraint("issuing_body", "year"),
)

facet_kind = Table(
    "facet_kind",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("genre", Text, nullable=False),
    Column("attribute", Text, nullable=False),
    Column("suggested_attribute", Text, nullable=False),
    Column("review_state", Text, nullable=False),
    Column("applicability", Text, nullable=False),
    Column("format", Text, nullable=False),
    UniqueConstraint("genre", "attribute", "suggested_attribute", "review_state", "applicability", "format"),
)

frequent_columns = [
    Column(
        f"frequent_{number}",
        Integer,
        nullable=False,
        server_default="0",
        comment=f"a bit for each frequent character of list {number} that title, number or text holds",
    )
    for number in range(len(FREQUENT))
]

index_entry = Table(
    "index_entry",
    METADATA,
    Column("id", Integer, primary_key=True, comment="day number * 2^12 + sequence"),
    Column("day", Integer, nullable=False, comment="proleptic ordinal of the date, 0 without date"),
    Column("content_id", ForeignKey("content.id")),
    Column("document_id", ForeignKey("document.id")),
    Column("tokeniser_version", Integer, nullable=False),
    Column("live", Integer, nullable=False, server_default="1"),
    Column("number", Integer, nullable=False, comment="rises with every text that is taken in"),
    Column("origin_id", ForeignKey("facet_origin.id")),
    Column("kind_id", ForeignKey("facet_kind.id")),
    *frequent_columns,
    Index("uq_index_entry_content_id", "content_id", unique=True, sqlite_where=_LIVE),
    Index("ix_index_entry_dead", "content_id", sqlite_where=text("live = 0")),
    Index("ix_index_entry_document_id", "document_id", sqlite_where=_LIVE),
    Index("ix_index_entry_number", "number"),
    Index(
        "ix_index_entry_facets",
        *("live", "origin_id", "kind_id", "document_id", "content_id", "day", "number", "tokeniser_version"),
        *(column.name for column in frequent_columns),
        sqlite_where=_LIVE,
    ),
    Index("ix_index_entry_kind_id", "kind_id", sqlite_where=_LIVE),
    Index("ix_index_entry_spilled", "day", sqlite_where=text("day > 0 AND day <> id >> 12")),
)

IS_LIVE = index_entry.c.live == literal_column("1")
IS_DEAD = index_entry.c.live == literal_column("0")
IS_SPILLED: ColumnElement[bool] = literal_column("day > 0 AND day <> id >> 12")
"""Written as literals, because a bound value keeps SQLite from using the partial indexes."""

saved_search = Table(
    "saved_search",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
    Column("query", Text, nullable=False, comment="as typed"),
    Column("created_by", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("looked_at", Text, nullable=False),
    Column("seen_number", Integer, nullable=False, comment="highest index_entry.number at the last look"),
)

logged_search = Table(
    "logged_search",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("purpose", Text, nullable=False, comment="why it was searched, such as an application's number"),
    Column("query", Text, nullable=False, comment="as typed"),
    Column("understood", Text, nullable=False, comment="as explained to the person"),
    Column("hit_count", Integer, nullable=False),
    Column("state", Text, nullable=False, comment="JSON: extent of the catalogue at that moment"),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)


def fulltext_ddl(name: str) -> str:
    """The statement that creates a full-text table.

    The ``ascii`` tokeniser takes everything beyond ASCII for part of a word, so that our tokens,
    separated by blanks, stay whole; ``unicode61`` splits letters that its tables do not know. The
    text is the first column because only the others cost two bytes for every word of a document.
    """
    return f"CREATE VIRTUAL TABLE {name} USING fts5(body, title, number, content='', tokenize='ascii')"


_ORIGIN = {"issuing_body": "coalesce(d.issuing_body, '')", "year": "coalesce(d.year, 0)"}
_KIND = {
    "genre": "coalesce(d.genre, '')",
    "attribute": "coalesce(d.attribute, '')",
    "suggested_attribute": "coalesce(d.suggested_attribute, '')",
    "review_state": "coalesce(d.review_state, '')",
    "applicability": "coalesce(d.applicability, '')",
}
_OF_FILES = {"facet_origin": _ORIGIN, "facet_kind": {**_KIND, "format": "c.format"}}
_ON_PAPER = {"facet_origin": _ORIGIN, "facet_kind": {**_KIND, "format": f"'{ON_PAPER}'"}}
_FILES = "content c LEFT JOIN member m ON m.content_id = c.id LEFT JOIN document d ON d.id = m.document_id"


def _refresh(contents: str) -> str:
    """Statements that bring the live entries of some contents in line with their documents."""
    known = [_known(name, values, _FILES, f"c.id IN ({contents})") for name, values in _OF_FILES.items()]
    origin, kind = (
        _number(name, values, _FILES, "c.id = index_entry.content_id") for name, values in _OF_FILES.items()
    )
    return (
        f"{' '.join(known)} UPDATE index_entry SET "  # noqa: S608 - our own names
        "document_id = (SELECT document_id FROM member WHERE content_id = index_entry.content_id), "
        f"origin_id = {origin}, kind_id = {kind} WHERE content_id IN ({contents}) AND live = 1;"
    )


def _refresh_paper(document: str) -> str:
    """Statements that bring the live entry of a record on paper in line with it."""
    known = [_known(name, values, "document d", f"d.id = {document}") for name, values in _ON_PAPER.items()]
    origin, kind = (
        _number(name, values, "document d", f"d.id = {document}") for name, values in _ON_PAPER.items()
    )
    return (
        f"{' '.join(known)} UPDATE index_entry SET origin_id = {origin}, kind_id = {kind} "  # noqa: S608 - our own names
        f"WHERE document_id = {document} AND content_id IS NULL AND live = 1;"
    )


def _known(name: str, values: dict[str, str], tables: str, wanted: str) -> str:
    """Put a combination of values into its dictionary."""
    return (
        f"INSERT OR IGNORE INTO {name} ({', '.join(values)}) "  # noqa: S608 - our own names
        f"SELECT {', '.join(values.values())} FROM {tables} WHERE {wanted};"
    )


def _number(name: str, values: dict[str, str], tables: str, wanted: str) -> str:
    """The number that a combination has in its dictionary."""
    same = " AND ".join(f"f.{column} = {expression}" for column, expression in values.items())
    return f"(SELECT f.id FROM {tables} JOIN {name} f ON {same} WHERE {wanted})"  # noqa: S608 - our own names


_FOLLOWED = (*_ORIGIN, *_KIND)
_CHANGED = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in _FOLLOWED)
_OF_DOCUMENT = "SELECT content_id FROM index_entry WHERE document_id = NEW.id AND live = 1"
STATEMENTS = (
    fulltext_ddl(FULLTEXT),
    "CREATE TRIGGER index_entry_is_counted AFTER INSERT ON index_entry WHEN NEW.content_id IS NOT NULL "
    f"BEGIN {_refresh('NEW.content_id')} END",
    "CREATE TRIGGER index_entry_of_paper_is_counted AFTER INSERT ON index_entry WHEN NEW.content_id IS NULL "
    f"BEGIN {_refresh_paper('NEW.document_id')} END",
    f"CREATE TRIGGER index_entry_follows_document AFTER UPDATE OF {', '.join(_FOLLOWED)} ON document "
    f"WHEN NEW.is_paper_only = 0 AND ({_CHANGED}) BEGIN {_refresh(_OF_DOCUMENT)} END",
    f"CREATE TRIGGER index_entry_follows_paper AFTER UPDATE OF {', '.join(_FOLLOWED)} ON document "
    f"WHEN NEW.is_paper_only = 1 AND ({_CHANGED}) BEGIN {_refresh_paper('NEW.id')} END",
    "CREATE TRIGGER index_entry_follows_new_member AFTER INSERT ON member "
    f"BEGIN {_refresh('NEW.content_id')} END",
    "CREATE TRIGGER index_entry_follows_member AFTER UPDATE OF document_id ON member "
    f"BEGIN {_refresh('NEW.content_id')} END",
    "CREATE TRIGGER index_entry_outlives_content BEFORE DELETE ON content "
    "BEGIN UPDATE index_entry SET live = 0, content_id = NULL WHERE content_id = OLD.id; END",
)

for statement in STATEMENTS:
    event.listen(METADATA, "after_create", DDL(statement))  # type: ignore[no-untyped-call]
