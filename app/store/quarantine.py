"""Files refused as probably classified: path, time and rule, never content (domain: 保密法)."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select, update

from app.domain.source import FileStatus
from app.paths import CONTAINER_MARK
from app.store.tables.holdings import location, quarantine, root

_OPEN = quarantine.c.released_at.is_(None)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """One refused file. ``path`` is shown on demand only."""

    id: int
    root: str
    path: str
    level: str
    rule: str
    at: str


def put(
    connection: Connection, location_id: int, level: str, rule: str, at: str, *, found_late: bool = False
) -> None:
    """Write that a file was refused, unless it already is.

    ``found_late``: not by what a reader found in it, see :func:`refused_for_good`.
    """
    is_open = connection.scalar(select(func.count()).where(quarantine.c.location_id == location_id, _OPEN))
    if not is_open:
        values = {"level": level, "rule": rule, "at": at, "found_late": int(found_late)}
        connection.execute(quarantine.insert().values(location_id=location_id, **values))


def waiting(connection: Connection) -> list[Quarantined]:
    """The files in quarantine, oldest first."""
    rows = connection.execute(
        select(quarantine, root.c.label, location.c.path)
        .join(location, location.c.id == quarantine.c.location_id)
        .join(root, root.c.id == location.c.root_id)
        .where(_OPEN)
        .order_by(quarantine.c.id)
    )
    return [Quarantined(row.id, row.label, row.path, row.level, row.rule, row.at) for row in rows]


def release(connection: Connection, quarantine_id: int, *, by: str, reason: str, at: str) -> bool:
    """A person takes responsibility that the file is not classified; ``False`` when there is none."""
    done = connection.execute(
        update(quarantine)
        .where(quarantine.c.id == quarantine_id, _OPEN)
        .values(released_by=by, released_at=at, release_reason=reason)
    )
    return done.rowcount == 1


def released(connection: Connection, root_id: int) -> dict[bytes, frozenset[str]]:
    """Released files that were not read yet: the file on disk, and the paths released inside it."""
    rows = connection.execute(
        select(location.c.raw_path, location.c.path)
        .join(quarantine, quarantine.c.location_id == location.c.id)
        .where(
            location.c.root_id == root_id,
            location.c.status == FileStatus.QUARANTINED,
            quarantine.c.released_at.is_not(None),
        )
    )
    return _by_file((row.raw_path, row.path) for row in rows)


def refused_for_good(connection: Connection, root_id: int) -> dict[bytes, frozenset[str]]:
    """Files that a person or text recognition found to be classified: reading them again would not show
    it, so that they stay closed until a person releases them. Keyed as in :func:`released`.
    """
    rows = connection.execute(
        select(location.c.raw_path, location.c.path)
        .join(quarantine, quarantine.c.location_id == location.c.id)
        .where(location.c.root_id == root_id, _OPEN, quarantine.c.found_late == 1)
    )
    return _by_file((row.raw_path, row.path) for row in rows)


def _by_file(rows: Iterable[tuple[bytes, str]]) -> dict[bytes, frozenset[str]]:
    """The paths inside of each file on disk; empty for the file itself."""
    found: dict[bytes, set[str]] = {}
    for raw_path, path in rows:
        _, _, inner = path.partition(CONTAINER_MARK)
        found.setdefault(raw_path.partition(CONTAINER_MARK.encode())[0], set()).add(inner)
    return {raw_path: frozenset(inner) for raw_path, inner in found.items()}
