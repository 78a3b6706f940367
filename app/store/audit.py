"""Appending to the audit trail, reading it and proving it unbroken."""

import getpass
import platform
import secrets
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from app.domain.audit import (
    GENESIS,
    AuditEntry,
    Change,
    Committed,
    canonical_bytes,
    commit,
    commitment_of,
    digest_of,
)
from app.store.many_rows import insert_rows
from app.store.tables.audit import audit_entry, audit_value

SALT_BYTES = 16
ENTRIES_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one place of the chain."""

    sequence: int
    message: str


@dataclass(frozen=True, slots=True)
class Record:
    """What an entry says: the act, the thing it was done to, and the values it changed."""

    action: str
    subject: str
    changes: Sequence[Change] = ()


def account_name() -> str:
    """The operating system's account and the computer, recorded beside the person's name."""
    return f"{getpass.getuser()}@{platform.node()}"


def append(
    connection: Connection, *, at: str, by: str, action: str, subject: str, changes: Sequence[Change]
) -> AuditEntry:
    """Add one entry at the end of the chain, in the caller's transaction."""
    (entry,) = append_all(connection, at=at, by=by, records=[Record(action, subject, changes)])
    return entry


def append_all(connection: Connection, *, at: str, by: str, records: Sequence[Record]) -> list[AuditEntry]:
    """Add entries at the end of the chain in their order, in the caller's transaction."""
    sequence, previous = head(connection)
    account = account_name()
    made: list[AuditEntry] = []
    for number, record in enumerate(records, sequence + 1):
        committed = tuple(commit(change, secrets.token_hex(SALT_BYTES)) for change in record.changes)
        canonical = canonical_bytes(
            number, at, by, record.action, record.subject, account, committed, previous
        )
        previous, before = digest_of(canonical), previous
        made.append(
            AuditEntry(
                number, at, by, record.action, record.subject, account, committed, before, canonical, previous
            )
        )
    _insert(connection, made)
    return made


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last entry: what is printed or handed over as proof."""
    row = connection.execute(
        select(audit_entry.c.sequence, audit_entry.c.digest).order_by(audit_entry.c.sequence.desc()).limit(1)
    ).first()
    return (row.sequence, row.digest) if row else (0, GENESIS)


def entries(connection: Connection, *, subject: str | None = None, after: int = 0) -> Iterator[AuditEntry]:
    """The entries in order, of one subject or of all."""
    while rows := _page(connection, subject, after):
        values = _values(connection, [row.sequence for row in rows])
        for row in rows:
            yield _entry(row, values.get(row.sequence, ()))
        after = rows[-1].sequence


def _page(connection: Connection, subject: str | None, after: int) -> Sequence[Row[Any]]:
    statement = select(audit_entry).where(audit_entry.c.sequence > after)
    if subject is not None:
        statement = statement.where(audit_entry.c.subject == subject)
    return connection.execute(statement.order_by(audit_entry.c.sequence).limit(ENTRIES_AT_ONCE)).all()


def _entry(row: Row[Any], values: Sequence[Committed]) -> AuditEntry:
    return AuditEntry(
        row.sequence,
        row.at,
        row.by,
        row.action,
        row.subject,
        row.account,
        tuple(values),
        row.previous,
        bytes(row.canonical),
        row.digest,
    )


def faults(connection: Connection, *, expected_head: tuple[int, str] | None = None) -> list[Fault]:
    """Every altered, missing or re-ordered entry; empty when the chain is whole.

    ``expected_head``: number and hash that were printed or handed over earlier; the chain must
    still contain them.
    """
    found: list[Fault] = []
    previous, expected = GENESIS, 1
    for entry in entries(connection):
        if entry.sequence != expected:
            found.append(Fault(expected, f"缺少第 {expected} 至 {entry.sequence - 1} 条"))
        found.extend(_entry_faults(entry, previous))
        previous, expected = entry.digest, entry.sequence + 1
    if expected_head is not None:
        found.extend(_head_faults(connection, expected_head))
    return found


def _entry_faults(entry: AuditEntry, previous: str) -> Iterator[Fault]:
    if entry.previous != previous:
        yield Fault(entry.sequence, "与上一条不相接，其前面的记录被改动、删除或调换")
    if digest_of(entry.canonical) != entry.digest:
        yield Fault(entry.sequence, "记录本身被改动")
    rebuilt = canonical_bytes(
        entry.sequence,
        entry.at,
        entry.by,
        entry.action,
        entry.subject,
        entry.account,
        entry.changes,
        entry.previous,
    )
    if rebuilt != entry.canonical:
        yield Fault(entry.sequence, "显示的内容与存证不一致")
    for change in entry.changes:
        if change.salt is not None and commitment_of(_plain(change), change.salt) != change.commitment:
            yield Fault(entry.sequence, f"“{change.name}”的前后值被改动")


def _plain(change: Committed) -> Change:
    return Change(change.name, change.before, change.after)


def _head_faults(connection: Connection, expected: tuple[int, str]) -> Iterator[Fault]:
    sequence, digest = expected
    found = connection.scalar(select(audit_entry.c.digest).where(audit_entry.c.sequence == sequence))
    if found != digest:
        yield Fault(sequence, "与打印或移交时记下的校验值不符")


def _values(connection: Connection, sequences: Sequence[int]) -> dict[int, list[Committed]]:
    found: defaultdict[int, list[Committed]] = defaultdict(list)
    rows = connection.execute(
        select(audit_value)
        .where(audit_value.c.sequence.in_(sequences))
        .order_by(audit_value.c.sequence, audit_value.c.ordinal)
    )
    for row in rows:
        found[row.sequence].append(Committed(row.name, row.before, row.after, row.salt, row.commitment))
    return found


def _insert(connection: Connection, entries: Sequence[AuditEntry]) -> None:
    insert_rows(
        connection,
        audit_entry,
        ("sequence", "at", "by", "action", "subject", "account", "previous", "canonical", "digest"),
        [(e.sequence, e.at, e.by, e.action, e.subject, e.account, e.previous, e.canonical, e.digest)
         for e in entries],
    )  # fmt: skip
    insert_rows(
        connection,
        audit_value,
        ("sequence", "ordinal", "name", "before", "after", "salt", "commitment"),
        [
            (entry.sequence, ordinal, one.name, one.before, one.after, one.salt, one.commitment)
            for entry in entries
            for ordinal, one in enumerate(entry.changes)
        ],
    )
