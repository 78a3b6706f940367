"""Sketches of texts, relations between items, and what people said about items and numbers."""

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from app.store.tables.base import METADATA

sketch = Table(
    "sketch",
    METADATA,
    Column("content_id", ForeignKey("content.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, nullable=False, comment="text.similarity.SKETCH_VERSION"),
    Column("digest", Text, nullable=False, comment="of the folded letters of the text"),
    Column("shingle_count", Integer, nullable=False),
    Column("signature", LargeBinary, nullable=False, comment="128 little-endian 32-bit minima"),
)

relation = Table(
    "relation",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False, comment="see domain.grouping.RelationKind"),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("other_id", ForeignKey("document.id"), nullable=False),
    Column("similarity", Float),
    UniqueConstraint("kind", "document_id", "other_id"),
    Index("ix_relation_document_id", "document_id"),
    Index("ix_relation_other_id", "other_id"),
)

person_grouping = Table(
    "person_grouping",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("content_id", ForeignKey("content.id", ondelete="CASCADE"), nullable=False),
    Column("other_id", ForeignKey("content.id", ondelete="CASCADE"), nullable=False),
    Column("is_together", Integer, nullable=False, comment="1: one item, 0: never in one item"),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("is_current", Integer, nullable=False, server_default="1"),
    Index(
        "uq_person_grouping_current",
        "content_id",
        "other_id",
        unique=True,
        sqlite_where=text("is_current = 1"),
    ),
)

number_explanation = Table(
    "number_explanation",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("series", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("serial", Integer, nullable=False),
    Column("reason", Text, nullable=False, comment="see domain.completeness.GapReason"),
    Column("note", Text, nullable=False, server_default=""),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("is_current", Integer, nullable=False, server_default="1"),
    Index(
        "uq_number_explanation_current",
        "series",
        "year",
        "serial",
        unique=True,
        sqlite_where=text("is_current = 1"),
    ),
)
