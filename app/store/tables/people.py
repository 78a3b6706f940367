"""Local accounts."""

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from app.store.tables.base import METADATA

person = Table(
    "person",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("uuid", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False, unique=True),
    Column("roles", Text, nullable=False, comment="JSON list"),
    Column("pin_salt", LargeBinary),
    Column("pin_hash", LargeBinary, comment="scrypt"),
    Column(
        "pin_is_one_time",
        Integer,
        nullable=False,
        server_default="0",
        comment="given by another person; proves nothing until it was replaced",
    ),
    Column("failed_attempts", Integer, nullable=False, server_default="0"),
    Column("locked_until", Text),
    Column("is_active", Integer, nullable=False, server_default="1"),
    Column("created_at", Text, nullable=False),
)
