"""Registers that an office kept itself (发文登记簿, 归档文件目录), and the rows that were read from them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from app.store.tables.base import METADATA

register = Table(
    "register",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("path", Text, nullable=False, unique=True, comment="as it was named by the person"),
    Column("sheet", Text, nullable=False, comment="empty for a file without sheets"),
    Column("mapping", Text, nullable=False, comment="JSON: field to column number from 0"),
    Column("imported_by", Text, nullable=False),
    Column("imported_at", Text, nullable=False),
)

register_row = Table(
    "register_row",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("register_id", ForeignKey("register.id", ondelete="CASCADE"), nullable=False),
    Column("row", Integer, nullable=False, comment="as counted by a spreadsheet, from 1"),
    Column("fields", Text, nullable=False, comment="JSON: field to text"),
    Column("document_number", Text, comment="in canonical form"),
    Column("document_id", ForeignKey("document.id")),
    Column("matched_by", Text, nullable=False, comment="see domain.registers.MatchedBy"),
    UniqueConstraint("register_id", "row"),
    Index("ix_register_row_document_id", "document_id"),
    Index("ix_register_row_document_number", "document_number"),
)

register_mapping = Table(
    "register_mapping",
    METADATA,
    Column("headings", Text, primary_key=True, comment="digest of the headings of the columns"),
    Column("mapping", Text, nullable=False, comment="JSON: field to column number from 0"),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
)
