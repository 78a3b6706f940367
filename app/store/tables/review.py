"""Rounds, batches and determinations."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint, text

from app.store.tables.base import METADATA

review_round = Table(
    "review_round",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
    Column("query", Text, nullable=False),
    Column("signatures_required", Integer, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("created_at", Text, nullable=False),
)

review_batch = Table(
    "review_batch",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("round_id", ForeignKey("review_round.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("label", Text, nullable=False, server_default=""),
    Column("assignee_id", ForeignKey("person.id")),
    Column("state", Text, nullable=False, comment="open, checked_out, completed"),
    Column("estimated_minutes", Integer, nullable=False, server_default="0"),
    UniqueConstraint("round_id", "number"),
)

batch_document = Table(
    "batch_document",
    METADATA,
    Column("batch_id", ForeignKey("review_batch.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Index("ix_batch_document_document_id", "document_id"),
    sqlite_with_rowid=False,
)

determination = Table(
    "determination",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("round_id", ForeignKey("review_round.id"), nullable=False),
    Column("state", Text, nullable=False, comment="see domain.review.DeterminationState"),
    Column("previous_attribute", Text, nullable=False),
    Column("attribute", Text, nullable=False),
    Column("basis", Text, nullable=False, comment="JSON list of codes"),
    Column("reason", Text, nullable=False),
    Column("redactions", Text, nullable=False, server_default="[]"),
    Column(
        "attachments",
        Text,
        nullable=False,
        server_default="{}",
        comment="JSON: third-party statement, harm statement",
    ),
    Column("contents", Text, nullable=False, comment="digest of the set of contents that was judged"),
    Column("rule_edition", Text, nullable=False),
    Column("suggestion_id", ForeignKey("suggestion.id")),
    Column("propagated_from", ForeignKey("determination.id")),
    Column("next_review_on", Text),
    Column("made_at", Text, nullable=False),
    Index("ix_determination_document_id", "document_id"),
    Index("ix_determination_state", "state", "id"),
    Index("ix_determination_round_id", "round_id"),
    Index(
        "uq_determination_live",
        "document_id",
        unique=True,
        sqlite_where=text("state IN ('proposed', 'secrecy_reviewed')"),
    ),
)

signature = Table(
    "signature",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("determination_id", ForeignKey("determination.id"), nullable=False),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("round_id", ForeignKey("review_round.id"), nullable=False),
    Column("person_id", ForeignKey("person.id"), nullable=False),
    Column("act", Text, nullable=False, comment="propose, secrecy_review, approve, return, withdraw"),
    Column("note", Text, nullable=False, server_default=""),
    Column("identity_proven", Integer, nullable=False),
    Column("account", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("is_void", Integer, nullable=False, server_default="0", comment="of a returned or withdrawn one"),
    Index("ix_signature_determination_id", "determination_id"),
    Index(
        "uq_signature_one_person",
        "document_id",
        "round_id",
        "person_id",
        unique=True,
        sqlite_where=text("is_void = 0 AND act IN ('propose', 'secrecy_review', 'approve')"),
    ),
)
