"""Local accounts: names, roles, and PINs kept as scrypt hashes."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import uuid4

from sqlalchemy import Connection, Row, select, update

from app.domain.people import Person, PersonRole
from app.store.tables.people import person

SALT_BYTES = 16
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**14, 8, 1
ATTEMPTS_BEFORE_LOCK = 5
LOCK_MINUTES = 15


def add(connection: Connection, name: str, roles: Iterable[PersonRole], at: str) -> Person:
    """A new account without a PIN."""
    connection.execute(
        person.insert().values(uuid=str(uuid4()), name=name, roles=json.dumps(sorted(roles)), created_at=at)
    )
    found = with_name(connection, name)
    assert found is not None
    return found


def with_name(connection: Connection, name: str) -> Person | None:
    """The account with this name."""
    row = connection.execute(select(person).where(person.c.name == name)).first()
    return _person(row) if row else None


def everyone(connection: Connection) -> list[Person]:
    """All accounts by name."""
    return [_person(row) for row in connection.execute(select(person).order_by(person.c.name))]


def set_roles(connection: Connection, person_id: int, roles: Iterable[PersonRole]) -> None:
    """Change what a person may do."""
    connection.execute(update(person).where(person.c.id == person_id).values(roles=json.dumps(sorted(roles))))


def set_active(connection: Connection, person_id: int, *, is_active: bool) -> None:
    """Put an account out of use, or in use again."""
    connection.execute(update(person).where(person.c.id == person_id).values(is_active=int(is_active)))


def set_pin(connection: Connection, person_id: int, pin: str, *, is_one_time: bool = False) -> None:
    """Give a person a (new) PIN and lift a lock."""
    salt = secrets.token_bytes(SALT_BYTES)
    values = {"pin_salt": salt, "pin_hash": _hash(pin, salt), "pin_is_one_time": int(is_one_time)}
    connection.execute(
        update(person).where(person.c.id == person_id).values(failed_attempts=0, locked_until=None, **values)
    )


def locked_until(connection: Connection, person_id: int, at: str) -> str | None:
    """Until when the account is locked after wrong PINs; ``None`` when it is not."""
    until: str | None = connection.scalar(select(person.c.locked_until).where(person.c.id == person_id))
    return until if until is not None and until > at else None


def proves_identity(connection: Connection, person_id: int, pin: str, at: str) -> bool:
    """Whether the PIN is right; wrong ones are counted and lock the account for a quarter of an hour.

    The caller must commit even when the answer is no, so that the count is kept.
    """
    row = connection.execute(select(person).where(person.c.id == person_id)).one()
    if row.pin_hash is None or locked_until(connection, person_id, at):
        return False
    is_right = hmac.compare_digest(_hash(pin, row.pin_salt), row.pin_hash)
    attempts = 0 if is_right else row.failed_attempts + 1
    lock = _later(at) if attempts >= ATTEMPTS_BEFORE_LOCK else None
    connection.execute(
        update(person)
        .where(person.c.id == person_id)
        .values(failed_attempts=0 if lock else attempts, locked_until=lock)
    )
    return is_right


def _later(at: str) -> str:
    return (datetime.fromisoformat(at) + timedelta(minutes=LOCK_MINUTES)).isoformat(timespec="seconds")


def _hash(pin: str, salt: bytes) -> bytes:
    return hashlib.scrypt(pin.encode(), salt=salt, n=SCRYPT_N, r=SCRYPT_R, p=SCRYPT_P)


def _person(row: Row[tuple[object, ...]]) -> Person:
    return Person(
        id=row.id,
        uuid=row.uuid,
        name=row.name,
        roles=frozenset(PersonRole(role) for role in json.loads(row.roles)),
        has_pin=row.pin_hash is not None,
        is_active=bool(row.is_active),
        must_change_pin=bool(row.pin_is_one_time),
    )
