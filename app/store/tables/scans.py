"""Pages of scans: which are to be recognised, and what was read on them."""

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, LargeBinary, Table, Text, text

from app.store.tables.base import METADATA

ocr_task = Table(
    "ocr_task",
    METADATA,
    Column("content_id", ForeignKey("content.id", ondelete="CASCADE"), primary_key=True),
    Column("pages", Text, nullable=False, comment="JSON list of the numbers of pages without usable text"),
    Column("page_count", Integer, nullable=False, comment="how many these are"),
    Column(
        "is_optional",
        Integer,
        nullable=False,
        comment="1: the file has an invisible text layer of unknown quality; recognised on demand only",
    ),
    Column("done_at", Text),
    Index("ix_ocr_task_waiting", "content_id", sqlite_where=text("done_at IS NULL")),
)

ocr_page = Table(
    "ocr_page",
    METADATA,
    Column("content_id", ForeignKey("content.id", ondelete="CASCADE"), primary_key=True),
    Column("page", Integer, primary_key=True),
    Column("lines", LargeBinary, nullable=False, comment="zlib-compressed JSON of the page and its lines"),
    Column("confidence", Float, nullable=False, comment="mean over the characters, 0 for a page without any"),
    Column("failure_kind", Text, comment="why nothing could be read on this page"),
    Column("engine", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Index("ix_ocr_page_confidence", "confidence"),
    sqlite_with_rowid=False,
)
