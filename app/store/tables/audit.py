"""The audit trail: rows that triggers protect from change."""

from sqlalchemy import DDL, Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, event

from app.store.tables.base import METADATA

audit_entry = Table(
    "audit_entry",
    METADATA,
    Column("sequence", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("account", Text, nullable=False),
    Column("previous", Text, nullable=False),
    Column("canonical", LargeBinary, nullable=False),
    Column("digest", Text, nullable=False, unique=True),
    Index("ix_audit_entry_subject", "subject", "sequence"),
    Index("ix_audit_entry_by", "by", "sequence"),
)

audit_value = Table(
    "audit_value",
    METADATA,
    Column("sequence", ForeignKey("audit_entry.sequence"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Column("salt", Text),
    Column("commitment", Text, nullable=False),
    sqlite_with_rowid=False,
)

TRIGGERS = (
    "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'audit entries cannot be changed'); END",
    "CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry "
    "BEGIN SELECT RAISE(ABORT, 'audit entries cannot be deleted'); END",
    "CREATE TRIGGER audit_value_only_purged BEFORE UPDATE ON audit_value "
    "WHEN NEW.before IS NOT NULL OR NEW.after IS NOT NULL OR NEW.salt IS NOT NULL "
    "OR NEW.commitment <> OLD.commitment OR NEW.name <> OLD.name "
    "OR NEW.sequence <> OLD.sequence OR NEW.ordinal <> OLD.ordinal "
    "BEGIN SELECT RAISE(ABORT, 'audit values can only be emptied'); END",
    "CREATE TRIGGER audit_value_no_delete BEFORE DELETE ON audit_value "
    "BEGIN SELECT RAISE(ABORT, 'audit values cannot be deleted'); END",
)

for statement in TRIGGERS:
    event.listen(METADATA, "after_create", DDL(statement))  # type: ignore[no-untyped-call]
