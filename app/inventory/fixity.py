"""Re-checking that the source files still are, byte for byte, what the catalogue vouches for.

A file whose size and time did not change is not read again by an ingest. Disks lose bits and people restore old
copies all the same; so every file is to be hashed again now and then.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.domain.audit import Change
from app.formats.digest import sha256_of
from app.formats.opening import open_for_reading
from app.paths import extended
from app.progress import Progress
from app.store import fixity
from app.store.catalogue import Catalogue

PAGE = 500


class Fault(StrEnum):
    """How a file differs from what was read."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    REWRITTEN = "rewritten"
    """Other bytes, and another size or time: someone saved it again. The next ingest takes it in."""
    DECAYED = "decayed"
    """Other bytes with the same size and time: a failing disk, or someone hid a change."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that is not what it was; ``path`` is the whole path, for people."""

    path: str
    fault: Fault


@dataclass(frozen=True, slots=True)
class Fixity:
    """What a re-check found in ``checked`` files."""

    checked: int
    differences: tuple[Difference, ...]


def check_sources(catalogue: Catalogue, progress: Progress, *, by: str) -> Fixity:
    """Hash every source file again and compare; a check that was stopped goes on where it was.

    Raises:
        Cancelled: the person stopped; how far it came is kept.
    """
    with catalogue.read() as connection:
        state = fixity.last_state(connection)
        total = fixity.held_count(connection)
    if state is None or state.is_complete:
        state = fixity.FixityState()
    try:
        for held in _held(catalogue, state.after):
            progress.step("核对来源文件", state.checked, total)
            fault = _fault(held)
            if fault is not None:
                state.faults.append((held.location_id, fault))
            state.after, state.checked = held.location_id, state.checked + 1
        state.is_complete = True
    finally:
        _keep(catalogue, state, by)
    return _told(catalogue, state)


def _told(catalogue: Catalogue, state: fixity.FixityState) -> Fixity:
    faults = dict(state.faults)
    with catalogue.read() as connection:
        places = fixity.places(connection, faults)
    return Fixity(state.checked, tuple(Difference(path, Fault(faults[id_])) for id_, path in places.items()))


def _held(catalogue: Catalogue, after: int) -> Iterator[fixity.HeldFile]:
    while True:
        with catalogue.read() as connection:
            page = fixity.held_files(connection, after=after, limit=PAGE)
        if not page:
            return
        yield from page
        after = page[-1].location_id


def _fault(held: fixity.HeldFile) -> Fault | None:
    # the name's own bytes find the file; the readable path may have lost some of them
    place = os.path.join(held.root_path, os.fsdecode(held.raw_path))  # noqa: PTH118 - names may end in dots
    try:
        found = os.stat(extended(place))  # noqa: PTH116
        with open_for_reading(place) as stream:
            if sha256_of(stream) == held.sha256:
                return None
    except FileNotFoundError:
        return Fault.MISSING
    except OSError:
        return Fault.UNREADABLE
    is_as_it_was = (found.st_size, found.st_mtime_ns) == (held.size, held.mtime_ns)
    return Fault.DECAYED if is_as_it_was else Fault.REWRITTEN


def _keep(catalogue: Catalogue, state: fixity.FixityState, by: str) -> None:
    with catalogue.write(by=by, action="fixity.check") as unit:
        state.ended_at = unit.at
        fixity.keep_state(unit.connection, state)
        told = {"checked": state.checked, "differences": len(state.faults)}
        unit.record("sources", [Change(name, None, str(value)) for name, value in told.items()])
        unit.commit()
