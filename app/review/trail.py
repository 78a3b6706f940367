"""The trail: the life of one document on one line, the log replayed, and the log handed out with a verifier."""

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.audit import AuditEntry
from app.domain.disclosure import DisclosureAttribute
from app.domain.review import ReviewState
from app.domain.terms import ACTION_TERMS
from app.errors import AppError
from app.paths import resources
from app.store import audit, queries
from app.store.catalogue import Catalogue, Reading
from app.store.many_rows import pages
from app.store.naming import known_document

LOG_NAME, HEAD_NAME = "audit.jsonl", "head.txt"
VERIFIER_NAME, ADVICE_NAME = "check_audit.py", "校验方法.txt"


@dataclass(frozen=True, slots=True)
class Replayed:
    """Where a document stands according to the log alone."""

    attribute: DisclosureAttribute = DisclosureAttribute.UNDETERMINED
    state: ReviewState = ReviewState.OPEN


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing that happened to a document, in words."""

    sequence: int
    at: str
    by: str
    act: str
    details: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking the log found: faults of the chain, and documents that differ from it."""

    faults: tuple[audit.Fault, ...]
    differing: tuple[str, ...]
    head: tuple[int, str]

    @property
    def is_whole(self) -> bool:
        """Whether nothing was altered behind the log's back."""
        return not self.faults and not self.differing


def replay(
    entries: Iterable[AuditEntry], earlier: Mapping[str, Replayed] | None = None
) -> dict[str, Replayed]:
    """Document → where the log says it stands; documents that no act touched are left out.

    ``earlier``: what the entries before these led to.
    """
    found = dict(earlier or {})
    for entry in entries:
        for change in entry.changes:
            before = found.get(entry.subject, Replayed())
            if change.name == "review_state" and change.after is not None:
                found[entry.subject] = Replayed(before.attribute, ReviewState(change.after))
            elif change.name == "attribute_in_force" and change.after is not None:
                found[entry.subject] = Replayed(DisclosureAttribute(change.after), before.state)
    return found


def verify(catalogue: Catalogue, expected_head: tuple[int, str] | None = None) -> Verdict:
    """Check the chain, and that attributes and states are those the log leads to.

    ``expected_head``: number and hash of a printed form; the chain must still contain it.
    """
    with catalogue.read() as connection:
        faults = audit.faults(connection, expected_head=expected_head)
        differing = tuple(_differing(connection))
        head = audit.head(connection)
    return Verdict(tuple(faults), differing, head)


def timeline(catalogue: Catalogue, document: str) -> list[Moment]:
    """Everything that happened to a document, oldest first.

    Raises:
        AppError: there is no such document.
    """
    with catalogue.read() as connection:
        uuid = queries.document_row(connection, known_document(connection, document)).uuid
        return [_moment(entry) for entry in audit.entries(connection, subject=uuid)]


def head_line(catalogue: Catalogue) -> str:
    """Number and hash of the last entry as forms print it."""
    with catalogue.read() as connection:
        sequence, digest = audit.head(connection)
    return f"{sequence}:{digest}"


def export_trail(catalogue: Catalogue, folder: Path) -> int:
    """Write the log, its head and the verifier into a folder; returns the number of entries.

    Raises:
        AppError: the folder holds something already or cannot be written.
    """
    if folder.exists() and any(folder.iterdir()):
        raise AppError(f"“{folder}”不是空文件夹。", "请换一个新的文件夹名。")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with catalogue.read() as connection, (folder / LOG_NAME).open("w", encoding="utf-8") as log:
            sequence, digest = audit.head(connection)
            count = 0
            for count, line in enumerate(log_lines(connection), 1):  # noqa: B007 - counted for the caller
                log.write(line + "\n")
        (folder / HEAD_NAME).write_text(f"{sequence}:{digest}\n", encoding="utf-8")
        for name in (VERIFIER_NAME, ADVICE_NAME):
            shutil.copyfile(resources() / "review" / "audit_verifier" / name, folder / name)
    except OSError as error:
        raise AppError(f"不能写入“{folder}”。", "请检查磁盘空间和写权限。") from error
    return count


def log_lines(connection: Reading) -> Iterator[str]:
    """The log as JSON, one entry a line, with the bytes that the chain hashes."""
    for entry in audit.entries(connection):
        yield json.dumps(entry_record(entry), ensure_ascii=False)


def entry_record(entry: AuditEntry) -> dict[str, object]:
    """An entry for JSON; a purged value has no salt."""
    return {
        "sequence": entry.sequence,
        "canonical": entry.canonical.decode(),
        "digest": entry.digest,
        "changes": [
            {
                "name": change.name,
                "before": change.before,
                "after": change.after,
                "salt": change.salt,
                "commitment": change.commitment,
            }
            for change in entry.changes
        ],
    }


def _moment(entry: AuditEntry) -> Moment:
    return Moment(
        entry.sequence,
        entry.at,
        entry.by,
        ACTION_TERMS.get(entry.action, entry.action),
        tuple((change.name, change.before or "", change.after or "") for change in entry.changes),
    )


def _differing(connection: Reading) -> Iterator[str]:
    """Documents whose attribute or state is not what the log leads to."""
    said = replay(audit.entries(connection))
    ids = queries.document_ids(connection, queries.DocumentFilter())
    for page in pages(ids):
        for row in queries.document_rows(connection, page).values():
            expected = said.get(row.uuid, Replayed())
            if (row.attribute, row.review_state) != (expected.attribute, expected.state):
                yield row.uuid
