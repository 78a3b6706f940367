"""Archival description of documents, issued numbers, and transfers to the archives."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text

from app.store.tables.base import METADATA

archival_description = Table(
    "archival_description",
    METADATA,
    Column("document_id", ForeignKey("document.id"), primary_key=True),
    Column("year", Integer, comment="filing year; null: the year of the document"),
    Column("category", Text, nullable=False, server_default="WS"),
    Column("retention", Text, comment="see domain.archival.RetentionPeriod; decided by a person"),
    Column("office", Text, nullable=False, server_default=""),
    Column("access_status", Text, comment="see domain.transfer.AccessStatus; decided by a person"),
    Column("access_reason", Text, nullable=False, server_default=""),
    Column("declassification", Text, nullable=False, server_default="", comment="how a classification ended"),
    Column("published_url", Text, nullable=False, server_default=""),
    Column("published_on", Text, nullable=False, server_default=""),
    Column("published_through", Text, nullable=False, server_default=""),
    Column("index_number", Text, nullable=False, server_default=""),
    Column("remarks", Text, nullable=False, server_default=""),
    Column("title_is_withheld", Integer, nullable=False, server_default="0"),
    Column("described_by", Text, nullable=False),
    Column("described_at", Text, nullable=False),
)

issued_number = Table(
    "issued_number",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("code", Text, nullable=False, comment="as printed"),
    Column("comparable_code", Text, nullable=False, unique=True),
    Column(
        "document_id", ForeignKey("document.id"), comment="null: a number of a register without a document"
    ),
    Column("origin", Text, nullable=False, comment="issued, register"),
    Column("issued_by", Text, nullable=False),
    Column("issued_at", Text, nullable=False),
    Index(
        "uq_issued_number_document_id",
        "document_id",
        unique=True,
        sqlite_where=text("document_id IS NOT NULL"),
    ),
)

transfer = Table(
    "transfer",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("state", Text, nullable=False, comment="see domain.transfer.TransferState"),
    Column("layout", Text, nullable=False),
    Column("archives_name", Text, nullable=False, server_default=""),
    Column("item_count", Integer, nullable=False),
    Column("byte_count", Integer, nullable=False),
    Column(
        "manifest_sha256", Text, nullable=False, comment="of the first checksum list of each medium, in order"
    ),
    Column("made_by", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("answered_by", Text, nullable=False, server_default=""),
    Column("answered_at", Text, nullable=False, server_default=""),
    Column("answer", Text, nullable=False, server_default=""),
    Index("ix_transfer_state", "state", "id"),
)

transfer_item = Table(
    "transfer_item",
    METADATA,
    Column("transfer_id", ForeignKey("transfer.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("medium", Integer, nullable=False, server_default="1"),
    Column("return_reason", Text, nullable=False, server_default=""),
    Index("ix_transfer_item_document_id", "document_id"),
    sqlite_with_rowid=False,
)
