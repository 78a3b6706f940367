"""Which source files a catalogue vouches for, and how far their last re-check came."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from sqlalchemy import ColumnElement, Connection, func, select

from app.paths import CONTAINER_MARK
from app.store.catalogue import put_setting
from app.store.tables.holdings import content, location, root, setting

STATE = "fixity"
"""The setting that holds the state of the last re-check, as JSON."""


@dataclass(slots=True)
class FixityState:
    """A re-check: the last location compared, how many so far, the fault of each location that differs."""

    after: int = 0
    checked: int = 0
    faults: list[tuple[int, str]] = field(default_factory=list)
    is_complete: bool = False
    ended_at: str = ""


@dataclass(frozen=True, slots=True)
class HeldFile:
    """A file on disk whose bytes were read once; ``path`` is for people, under the root ``root_path``."""

    location_id: int
    root_path: str
    path: str
    raw_path: bytes
    size: int | None
    mtime_ns: int | None
    sha256: str


_ON_DISK: tuple[ColumnElement[bool], ...] = (
    location.c.is_present == 1,
    func.instr(location.c.raw_path, CONTAINER_MARK.encode()) == 0,
)


def held_files(connection: Connection, *, after: int, limit: int) -> list[HeldFile]:
    """The next files by location id; members of containers are vouched for by their container."""
    rows = connection.execute(
        select(
            location.c.id,
            root.c.path.label("root_path"),
            location.c.path,
            location.c.raw_path,
            location.c.size,
            location.c.mtime_ns,
            content.c.sha256,
        )
        .join(root, root.c.id == location.c.root_id)
        .join(content, content.c.id == location.c.content_id)
        .where(location.c.id > after, *_ON_DISK)
        .order_by(location.c.id)
        .limit(limit)
    )
    return [HeldFile(*row) for row in rows]


def held_count(connection: Connection) -> int:
    """How many files :func:`held_files` gives altogether."""
    return connection.execute(
        select(func.count()).select_from(location).where(location.c.content_id.is_not(None), *_ON_DISK)
    ).scalar_one()


def places(connection: Connection, location_ids: Iterable[int]) -> dict[int, str]:
    """The whole paths of files, for people; one that was purged since is left out."""
    rows = connection.execute(
        select(location.c.id, root.c.path.label("root_path"), location.c.path)
        .join(root, root.c.id == location.c.root_id)
        .where(location.c.id.in_(list(location_ids)))
    )
    return {row.id: f"{row.root_path}/{row.path}" for row in rows}


def last_state(connection: Connection) -> FixityState | None:
    """How far the last re-check came, if there was one."""
    value = connection.execute(select(setting.c.value).where(setting.c.key == STATE)).scalar_one_or_none()
    return FixityState(**json.loads(value)) if value else None


def keep_state(connection: Connection, state: FixityState) -> None:
    """Put the state of a re-check in the place of the one before."""
    put_setting(connection, STATE, json.dumps(asdict(state)))
