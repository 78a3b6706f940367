"""Findings and suggestions, with the edition of the rules that made them."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, Table, Text

from app.store.tables.base import METADATA

finding = Table(
    "finding",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("content_id", ForeignKey("content.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("page", Integer),
    Column("shown", Text, nullable=False, comment="masked"),
    Column("confidence", Float, nullable=False),
    Column("validator", Text, nullable=False, server_default=""),
    Column("place", Text, nullable=False, server_default="text"),
    Index("ix_finding_content_id", "content_id"),
    Index("ix_finding_kind", "kind", "content_id"),
)

suggestion = Table(
    "suggestion",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("attribute", Text, nullable=False),
    Column("applicability", Text, nullable=False),
    Column("redact", Integer, nullable=False),
    Column("basis", Text, nullable=False, comment="JSON list of codes"),
    Column("reasons", Text, nullable=False, comment="JSON list of rule, quote, start, end, page"),
    Column("against", Text, nullable=False),
    Column("to_check", Text, nullable=False),
    Column("retention", Text),
    Column("retention_reason", Text),
    Column("rule_edition", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("is_current", Integer, nullable=False, server_default="1"),
    Index("ix_suggestion_document_id", "document_id", "is_current"),
)

classified = Table(
    "classified",
    METADATA,
    Column("content_id", ForeignKey("content.id", ondelete="CASCADE"), primary_key=True),
    Column("rule_edition", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index("ix_classified_rule_edition", "rule_edition"),
)
