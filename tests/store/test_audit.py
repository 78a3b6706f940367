"""The chain tells of every alteration, and values can be purged without breaking it."""

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from app.domain.audit import Change, canonical_bytes, commit
from app.store import audit
from app.store.catalogue import Catalogue


@pytest.fixture
def database(catalogue: Catalogue) -> Path:
    for number in range(4):
        with catalogue.write(by="王示例", action="test") as unit:
            unit.record(f"document-{number}", [Change("title", None, f"标题{number}")])
            unit.commit()
    return catalogue.folder / "catalogue.db"


def tamper(database: Path, *statements: str) -> None:
    connection = sqlite3.connect(database)
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def faulty_entries(catalogue: Catalogue, **expected: tuple[int, str]) -> set[int]:
    with catalogue.read() as connection:
        return {fault.sequence for fault in audit.faults(connection, **expected)}


@pytest.mark.usefixtures("database")
def test_an_untouched_chain_is_whole(catalogue: Catalogue) -> None:
    assert not faulty_entries(catalogue)


@pytest.mark.parametrize(
    ("statement", "entries"),
    [
        ("UPDATE audit_entry SET by = '李四' WHERE sequence = 3", {3}),
        ("UPDATE audit_entry SET canonical = x'7b7d' WHERE sequence = 3", {3}),
        ("DELETE FROM audit_entry WHERE sequence = 3", {3, 4}),
        ("UPDATE audit_value SET after = '别的' WHERE sequence = 4", {4}),
        ("UPDATE audit_entry SET sequence = 9 WHERE sequence = 5", {5, 9}),
    ],
)
def test_every_alteration_is_named(
    catalogue: Catalogue, database: Path, statement: str, entries: set[int]
) -> None:
    tamper(database, "PRAGMA foreign_keys=OFF", statement)
    assert faulty_entries(catalogue) == entries


def test_a_chain_cut_at_its_end_is_told_by_the_printed_head(catalogue: Catalogue, database: Path) -> None:
    with catalogue.read() as connection:
        printed = audit.head(connection)
    tamper(
        database, "DELETE FROM audit_value WHERE sequence = 5", "DELETE FROM audit_entry WHERE sequence = 5"
    )
    assert not faulty_entries(catalogue)
    assert faulty_entries(catalogue, expected_head=printed) == {5}


def test_a_purged_value_leaves_the_chain_whole(catalogue: Catalogue, database: Path) -> None:
    connection = sqlite3.connect(database)
    connection.execute("UPDATE audit_value SET before = NULL, after = NULL, salt = NULL WHERE sequence = 3")
    connection.commit()
    connection.close()
    assert not faulty_entries(catalogue)
    with catalogue.read() as read:
        purged = [entry for entry in audit.entries(read) if entry.sequence == 3]
    assert purged[0].changes[0].is_purged


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET by = '李四' WHERE sequence = 2",
        "DELETE FROM audit_entry WHERE sequence = 2",
        "DELETE FROM audit_value WHERE sequence = 2",
        "UPDATE audit_value SET after = '别的' WHERE sequence = 2",
    ],
)
def test_the_database_itself_refuses_alteration(database: Path, statement: str) -> None:
    connection = sqlite3.connect(database)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(
    "text", [None, "", "临湖县", 'a"b\\c', "一行\n\t二行\x00\x1f\x7f", "\u2028𠮷〔2017〕"]
)
def test_bytes_that_are_hashed_are_ordinary_json(text: str | None) -> None:
    """Others check the chain with any JSON library: keys in order, nothing escaped that need not be."""
    committed = commit(Change("reason", text, text), "5a17")
    values = json.dumps(["5a17", "reason", text, text], ensure_ascii=False)
    assert committed.commitment == hashlib.sha256(values.encode()).hexdigest()
    record = {
        "sequence": 7, "at": "2025-03-07T09:00:00", "by": text or "", "action": "test", "subject": text or "",
        "account": "a@b", "changes": [["reason", committed.commitment]] * 2, "previous": "0" * 64,
    }  # fmt: skip
    made = canonical_bytes(
        7, "2025-03-07T09:00:00", text or "", "test", text or "", "a@b", [committed] * 2, "0" * 64
    )
    assert made == json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
