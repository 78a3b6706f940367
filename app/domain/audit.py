"""The audit trail: entries chained by hashes over salted commitments.

The chain covers the canonical bytes of each entry, and those hold only commitments to the values,
so that a value can be emptied later (classified content found late) without breaking the chain.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from json.encoder import encode_basestring as quoted

GENESIS = "0" * 64
"""What the first entry of a chain names as its predecessor."""


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
    values = ", ".join(map(_json, (salt, change.name, change.before, change.after)))
    return hashlib.sha256(f"[{values}]".encode()).hexdigest()


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
    """The bytes that the chain hashes: JSON, keys in order, no spaces.

    They are stored as they are, so that no later version must re-create them.
    """
    changed = ",".join(f"[{quoted(change.name)},{quoted(change.commitment)}]" for change in changes)
    record = (
        f'{{"account":{quoted(account)},"action":{quoted(action)},"at":{quoted(at)},"by":{quoted(by)},'
        f'"changes":[{changed}],"previous":{quoted(previous)},"sequence":{sequence},"subject":{quoted(subject)}}}'
    )
    return record.encode()


def _json(value: str | None) -> str:
    """A value as JSON; put together by hand, because thousands of entries are written together."""
    return "null" if value is None else quoted(value)


def digest_of(canonical: bytes) -> str:
    """The hash of an entry, which the next entry names as ``previous``."""
    return hashlib.sha256(canonical).hexdigest()
