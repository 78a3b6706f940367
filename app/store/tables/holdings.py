"""Files, their contents, and the documents made of them."""

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
    literal_column,
    text,
)

from app.store.tables.base import METADATA

setting = Table(
    "setting",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

root = Table(
    "root",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("path", Text, nullable=False, unique=True),
)

content = Table(
    "content",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sha256", Text, nullable=False, unique=True),
    Column("size", Integer, nullable=False),
    Column("format", Text, nullable=False),
    Column("puid", Text),
    Column("status", Text, nullable=False),
    Column("page_count", Integer),
    Column("text_length", Integer, nullable=False, server_default="0"),
    Column("script", Text),
    Column("era", Text),
    Column("validity", Text),
    Column(
        "sheet_pages", Text, nullable=False, server_default="[]", comment="JSON: places of processing sheets"
    ),
    Column("ocr_confidence", Float),
    Column("reader", Text, nullable=False, server_default=""),
    Column("recogniser", Text, nullable=False, server_default=""),
    Column("extracted_at", Text, nullable=False),
    Index("ix_content_status", "status"),
    Index("ix_content_format", "format"),
    Index("ix_content_size", "size"),
)

content_text = Table(
    "content_text",
    METADATA,
    Column("content_id", ForeignKey("content.id", ondelete="CASCADE"), primary_key=True),
    Column(
        "body",
        LargeBinary,
        nullable=False,
        comment="UTF-8, or UTF-16 with its mark: zlib-compressed, or after a 0 and its CRC-32",
    ),
    Column(
        "structure",
        LargeBinary,
        nullable=False,
        comment="zlib-compressed JSON of pages, parts, layout and properties",
    ),
)

location = Table(
    "location",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("root_id", ForeignKey("root.id"), nullable=False),
    Column("path", Text, nullable=False, comment="for display, relative to the root, '/' between folders"),
    Column("raw_path", LargeBinary, nullable=False, comment="the name's own bytes, from os.fsencode"),
    Column("status", Text, nullable=False),
    Column("failure_kind", Text),
    Column("failure_message", Text),
    Column("is_present", Integer, nullable=False, server_default="1"),
    Column("size", Integer),
    Column("mtime_ns", Integer),
    Column("content_id", ForeignKey("content.id")),
    Column("unread_format", Text, comment="what a file is that could not be read"),
    Column("unread_sha256", Text),
    Column("first_seen_at", Text, nullable=False),
    Column("first_seen_run", Integer, nullable=False, server_default="0", comment="ingest_run.id"),
    Column("last_seen_at", Text, nullable=False),
    Column("last_seen_run", Integer, nullable=False, comment="ingest_run.id"),
    UniqueConstraint("root_id", "raw_path"),
    Index("ix_location_content_id", "content_id"),
    Index("ix_location_status_failure_kind", "status", "failure_kind", "is_present"),
    Index("ix_location_is_present", "is_present", "status", "failure_kind"),
)

location_version = Table(
    "location_version",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("location_id", ForeignKey("location.id"), nullable=False),
    Column("content_id", ForeignKey("content.id"), nullable=False),
    Column("seen_at", Text, nullable=False),
    Index("ix_location_version_location_id", "location_id"),
)

document = Table(
    "document",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("master_content_id", ForeignKey("content.id")),
    Column("title", Text, nullable=False, server_default=""),
    Column("title_key", Text, nullable=False, server_default="", comment="pinyin, for sorting"),
    Column("title_strokes", LargeBinary, comment="ranks by strokes, for sorting"),
    Column("document_number", Text),
    Column("number_series", Text, comment="the part before the year: 临政发"),
    Column("number_year", Integer),
    Column("number_serial", Integer),
    Column("issuing_body", Text, nullable=False, server_default=""),
    Column("dated_on", Text),
    Column("year", Integer),
    Column("genre", Text),
    Column("main_recipients", Text),
    Column("disclosure_mark", Text),
    Column("role", Text, nullable=False, server_default="own"),
    Column("applicability", Text, nullable=False, server_default="ours"),
    Column("suggested_attribute", Text),
    Column("attribute", Text, nullable=False, server_default="undetermined", comment="as approved"),
    Column("review_state", Text, nullable=False, server_default="open"),
    Column("finding_count", Integer, nullable=False, server_default="0"),
    Column("page_count", Integer),
    Column("is_paper_only", Integer, nullable=False, server_default="0"),
    Column("merged_into", ForeignKey("document.id")),
    Column("created_at", Text, nullable=False),
    # merged-away documents never show: with this column an index answers a list or facet alone
    Index("ix_document_dated_on", "dated_on", "id", "merged_into"),
    Index("ix_document_year_attribute", "year", "attribute", "applicability", "merged_into", "role"),
    Index("ix_document_title_key", "title_key", "id", "merged_into"),
    Index("ix_document_title_strokes", "title_strokes", "id", "merged_into"),
    Index(  # the series of our numbers, told from this index alone
        "ix_document_number",
        "number_series",
        "number_year",
        "number_serial",
        "merged_into",
        "role",
        "issuing_body",
        "master_content_id",
    ),
    Index("ix_document_document_number", "document_number"),
    Index("ix_document_issuing_body", "issuing_body", "id", "merged_into"),
    Index("ix_document_genre", "genre", "id", "merged_into"),
    Index(  # a queue in time
        "ix_document_review_state", "review_state", "dated_on", "id", "merged_into", "applicability"
    ),
    Index("ix_document_applicability", "applicability", "id", "merged_into"),
    Index("ix_document_attribute", "attribute", "id", "merged_into"),
    Index("ix_document_suggested_attribute", "suggested_attribute", "id", "merged_into"),
    Index("ix_document_finding_count", "finding_count", "merged_into"),
    Index(
        "ix_document_is_paper_only", "is_paper_only", "merged_into", sqlite_where=text("is_paper_only = 1")
    ),
    Index("ix_document_merged_into", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    Index("ix_document_master_content_id", "master_content_id"),
)

IS_ON_PAPER = (document.c.is_paper_only == literal_column("1")) & document.c.merged_into.is_(None)
"""An item (件) of which there is no file; written as the index has it, which takes no variable."""

member = Table(
    "member",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("content_id", ForeignKey("content.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("similarity", Float),
    Column("made_by", Text, nullable=False, comment="the rule or person that put it there"),
    UniqueConstraint("content_id"),
    Index("ix_member_document_id", "document_id"),
)

element = Table(
    "element",
    METADATA,
    Column("content_id", ForeignKey("content.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False, comment="JSON: a string or a list of strings"),
    Column("printed", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("page", Integer),
    Column("rule", Text, nullable=False),
    sqlite_with_rowid=False,
)

correction = Table(
    "correction",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("document.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("value", Text, nullable=False, comment="JSON as in element"),
    Column("corrected_rule", Text, comment="the rule whose value was corrected"),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("is_current", Integer, nullable=False, server_default="1"),
    Index("ix_correction_current", "document_id", "name", unique=True, sqlite_where=text("is_current = 1")),
)

reference = Table(
    "reference",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("content_id", ForeignKey("content.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("document_number", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("page", Integer),
    Index("ix_reference_content_id", "content_id"),
    Index("ix_reference_document_number", "document_number"),
)

observation = Table(
    "observation",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("content_id", ForeignKey("content.id", ondelete="CASCADE"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("page", Integer),
    Index("ix_observation_content_id", "content_id"),
    Index("ix_observation_kind", "kind"),
)

quarantine = Table(
    "quarantine",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("location_id", ForeignKey("location.id"), nullable=False),
    Column("level", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column(
        "found_late", Integer, nullable=False, server_default="0", comment="by a person or text recognition"
    ),
    Column("released_by", Text),
    Column("released_at", Text),
    Column("release_reason", Text),
    Index("ix_quarantine_location_id", "location_id"),
)

ingest_run = Table(
    "ingest_run",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("started_at", Text, nullable=False),
    Column("ended_at", Text),
    Column("kind", Text, nullable=False, server_default="ingest", comment="ingest, recognition"),
    Column("state", Text, nullable=False, comment="running, done, cancelled, interrupted"),
    Column("summary", Text, nullable=False, server_default="{}"),
    Column("progress", Text, nullable=False, server_default="{}", comment="JSON: speed and what is left"),
    Column("progress_at", Text),
    Column("process", Text, nullable=False, server_default="{}", comment="JSON: computer, pid, its start"),
)
