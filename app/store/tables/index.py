"""The full-text index and what is remembered about searches.

``index_entry.id`` is also the rowid in the full-text table: day number · 2¹² + sequence, so that
reading backwards gives the newest first (2²⁴ would cost a fifth of the index in longer rowids). A
day with more than 4,096 texts spills into the next one's ids; ``day`` stays exact. Entries are never
changed in place: SQLite before 3.43 cannot delete from a contentless table, so a new text or date is
a new entry and the old one stops being live.

Hits are counted by two small dictionaries of combinations, ``facet_origin`` and ``facet_kind``:
triggers keep an entry's two numbers in line with ``document`` and ``member``, where a join would
cost three look-ups per hit.
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

from app.store.tables.base import METADATA

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
    Column("format", Text, nullable=False),
    UniqueConstraint("genre", "attribute", "suggested_attribute", "review_state", "format"),
)

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
    Index("uq_index_entry_content_id", "content_id", unique=True, sqlite_where=_LIVE),
    Index("ix_index_entry_dead", "content_id", sqlite_where=text("live = 0")),
    Index("ix_index_entry_document_id", "document_id", sqlite_where=_LIVE),
    Index("ix_index_entry_number", "number"),
    Index(
        "ix_index_entry_facets",
        *("live", "origin_id", "kind_id", "document_id", "content_id", "day", "number", "tokeniser_version"),
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
    "format": "c.format",
}
_VALUES = "content c LEFT JOIN member m ON m.content_id = c.id LEFT JOIN document d ON d.id = m.document_id"


def _refresh(contents: str) -> str:
    """Statements that bring the live entries of some contents in line with their documents."""
    statements = []
    numbers = []
    for name, values in (("facet_origin", _ORIGIN), ("facet_kind", _KIND)):
        columns, expressions = ", ".join(values), ", ".join(values.values())
        same = " AND ".join(f"f.{column} = {expression}" for column, expression in values.items())
        statements.append(
            f"INSERT OR IGNORE INTO {name} ({columns}) SELECT {expressions} FROM {_VALUES} "  # noqa: S608 - our own names
            f"WHERE c.id IN ({contents});"
        )
        numbers.append(
            f"(SELECT f.id FROM {_VALUES} JOIN {name} f ON {same} WHERE c.id = index_entry.content_id)"  # noqa: S608 - our own names
        )
    statements.append(
        "UPDATE index_entry SET "  # noqa: S608 - our own names
        "document_id = (SELECT document_id FROM member WHERE content_id = index_entry.content_id), "
        f"origin_id = {numbers[0]}, kind_id = {numbers[1]} WHERE content_id IN ({contents}) AND live = 1;"
    )
    return " ".join(statements)


_FOLLOWED = ("year", "issuing_body", "genre", "attribute", "suggested_attribute", "review_state")
_CHANGED = " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in _FOLLOWED)
_OF_DOCUMENT = "SELECT content_id FROM index_entry WHERE document_id = NEW.id AND live = 1"
STATEMENTS = (
    fulltext_ddl(FULLTEXT),
    f"CREATE TRIGGER index_entry_is_counted AFTER INSERT ON index_entry BEGIN {_refresh('NEW.content_id')} END",
    f"CREATE TRIGGER index_entry_follows_document AFTER UPDATE OF {', '.join(_FOLLOWED)} ON document "
    f"WHEN {_CHANGED} BEGIN {_refresh(_OF_DOCUMENT)} END",
    "CREATE TRIGGER index_entry_follows_new_member AFTER INSERT ON member "
    f"BEGIN {_refresh('NEW.content_id')} END",
    "CREATE TRIGGER index_entry_follows_member AFTER UPDATE OF document_id ON member "
    f"BEGIN {_refresh('NEW.content_id')} END",
    "CREATE TRIGGER index_entry_outlives_content BEFORE DELETE ON content "
    "BEGIN UPDATE index_entry SET live = 0, content_id = NULL WHERE content_id = OLD.id; END",
)

for statement in STATEMENTS:
    event.listen(METADATA, "after_create", DDL(statement))  # type: ignore[no-untyped-call]
