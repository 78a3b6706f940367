"""The audit trail: entries chained by hashes over salted commitments.

The chain covers the canonical bytes of each entry, and those hold only commitments to the values,
so that a value can be emptied later (classified content found late) without breaking the chain.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

GENESIS = "0" * 64
"""What the first entry of a chain names as its predecessor."""


# made once: thousands of entries are written together
_VALUES = json.JSONEncoder(ensure_ascii=False)
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Change:
    """One value that an act changed; ``None`` means there was or is none."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Committed:
    """A change with the salt and the commitment that the chain covers; values may be purged."""

    name: str
    before: str | None
    after: str | None
    salt: str | None
    commitment: str

    @property
    def is_purged(self) -> bool:
        """Whether the values were emptied on purpose."""
        return self.salt is None


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act: who did what to which thing, when, on which computer account."""

    sequence: int
    at: str
    by: str
    action: str
    subject: str
    account: str
    changes: tuple[Committed, ...]
    previous: str
    canonical: bytes
    digest: str


def commit(change: Change, salt: str) -> Committed:
    """Bind a change to its commitment: SHA-256 over the salt and the JSON of the values."""
    return Committed(change.name, change.before, change.after, salt, commitment_of(change, salt))


def commitment_of(change: Change, salt: str) -> str:
    """The commitment to a change under a salt, as hexadecimal digits."""
    payload = _VALUES.encode([salt, change.name, change.before, change.after])
    return hashlib.sha256(payload.encode()).hexdigest()


def canonical_bytes(
    sequence: int,
    at: str,
    by: str,
    action: str,
    subject: str,
    account: str,
    changes: Sequence[Committed],
    previous: str,
) -> bytes:
    """The bytes that the chain hashes; stored as they are, so that no later version must re-create them."""
    record = {
        "sequence": sequence,
        "at": at,
        "by": by,
        "action": action,
        "subject": subject,
        "account": account,
        "changes": [[change.name, change.commitment] for change in changes],
        "previous": previous,
    }
    return _CANONICAL.encode(record).encode()


def digest_of(canonical: bytes) -> str:
    """The hash of an entry, which the next entry names as ``previous``."""
    return hashlib.sha256(canonical).hexdigest()
