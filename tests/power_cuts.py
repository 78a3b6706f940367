"""An office at work under a recorder, and what its catalogue is like after a power cut at any moment."""

import json
import random
import shutil
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.errors import AppError
from app.store import audit, integrity
from app.store.backup import require_whole
from app.store.catalogue import open_catalogue
from tests.disk import Call, Disk, record

WORK = """
import json, os, sqlite3, sys
from pathlib import Path
from app import cli

folder = Path(sys.argv[1])


def promise(database, is_sparing=False):
    connection = sqlite3.connect(database)
    ask = lambda query: [row[0] for row in connection.execute(query)]
    head = connection.execute("SELECT sequence, digest FROM audit_entry ORDER BY 1 DESC LIMIT 1").fetchone()
    decisions = ask("SELECT uuid FROM determination") + ask("SELECT 'signature ' || id FROM signature")
    connection.close()
    backups = sorted(path.name for path in (folder / "backups").glob("*.db"))
    if is_sparing:
        decisions, backups = [], []
    line = json.dumps({"promised": {"head": head, "decisions": decisions, "backups": backups}}) + "\\n"
    os.write(1, line.encode())


promise(folder / "catalogue.db")
window = sqlite3.connect(folder / "catalogue.db")
window.execute("SELECT count(*) FROM setting").fetchall()
for arguments in json.loads(sys.argv[2]):
    if arguments[0] in {"restore", "purge"}:
        window.close()
    if arguments[0] == "purge":
        promise(folder / "catalogue.db", is_sparing=True)
    if arguments[0] == "restore":
        arguments[2] = str(sorted((folder / "backups").glob("*.db"))[-1])
        promise(arguments[2])
    cli.run(arguments)
    promise(folder / "catalogue.db")
"""
"""Commands one after the other, as with an open window; what each acknowledged is printed. Some may be refused.

A restore goes back to what its backup holds, and a purge takes decisions and backups away: while they
run, no more than that is promised.
"""

NEWEST = "the newest backup"
"""Stands in a command for a backup that will only be made."""

TELLING = frozenset({"write", "pwrite64", "ftruncate", "fsync", "fdatasync", "rename", "unlink", "print"})
"""Calls after which a disk may hold something else than before."""


@dataclass(frozen=True, slots=True)
class Promise:
    """What had been acknowledged: the head of the trail, decisions and signatures, whole backups."""

    head: tuple[int, str]
    decisions: frozenset[str]
    backups: tuple[str, ...]

    @classmethod
    def read(cls, line: bytes) -> "Promise":
        """From what the work prints."""
        said = json.loads(line)["promised"]
        return cls((said["head"][0], said["head"][1]), frozenset(said["decisions"]), tuple(said["backups"]))


@dataclass(frozen=True, slots=True)
class Cut:
    """A power cut after so many calls: where what is left lies, and what had been acknowledged by then."""

    calls: int
    left: Path
    promised: Promise


def work(folder: Path, commands: Sequence[Sequence[object]], scratch: Path) -> tuple[Disk, list[Call]]:
    """Run commands on a catalogue under the recorder; the disk as it was before, and the calls since."""
    disk = Disk(folder, leave_out="-shm")
    listed = json.dumps([[str(part) for part in command] for command in commands])
    calls = record([sys.executable, "-c", WORK, str(folder), listed], scratch / "trace")
    return disk, [call for call in calls if call.path.startswith(str(folder)) or _is_promise(call)]


def _is_promise(call: Call) -> bool:
    return call.data.startswith(b'{"promised"')


def promises(calls: Sequence[Call]) -> list[Promise]:
    """What was acknowledged, in order."""
    return [Promise.read(call.data) for call in calls if _is_promise(call)]


def cuts(
    disk: Disk, calls: Sequence[Call], count: int, scratch: Path, chance: random.Random
) -> Iterator[Cut]:
    """Power cuts at random moments, in order; what is left is removed when the next one is asked for."""
    telling = [number for number, call in enumerate(calls) if call.name in TELLING]
    moments = set(chance.sample(telling, min(count, len(telling))))
    promised: Promise | None = None
    for number, call in enumerate(calls):
        if _is_promise(call):
            promised = Promise.read(call.data)
        disk.take(call)
        if number in moments and promised is not None:
            left = scratch / f"cut{number}"
            disk.lay_out(left, chance)
            yield Cut(number, left, promised)
            shutil.rmtree(left)


def problems(cut: Cut) -> list[str]:
    """What is wrong with a catalogue after a power cut; nothing, if all promises were kept."""
    found = _backup_problems(cut)
    folder = cut.left
    if not (folder / "catalogue.db").exists():
        folder = next((aside for aside in cut.left.glob("set-aside-*")), folder)
    try:
        with open_catalogue(folder) as catalogue, catalogue.read() as connection:
            found += integrity.all_problems(catalogue)
            found += [fault.message for fault in audit.faults(connection, expected_head=cut.promised.head)]
    except (AppError, sqlite3.Error) as error:
        return [*found, str(error)]
    lost = cut.promised.decisions - _decisions(folder)
    return found + ([f"{len(lost)} acknowledged decisions lost"] if lost else [])


def _backup_problems(cut: Cut) -> list[str]:
    found = []
    for name in cut.promised.backups:
        path = cut.left / "backups" / name
        try:
            if path.exists():
                require_whole(path)
            else:
                found.append(f"backup {name} is missing")
        except (AppError, sqlite3.Error) as error:
            found.append(f"backup {name}: {error}")
    return found


def documents(folder: Path) -> list[str]:
    """The documents of a catalogue that people can decide."""
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        rows = connection.execute(
            "SELECT uuid FROM document WHERE merged_into IS NULL ORDER BY id"
        ).fetchall()
    return [str(uuid) for (uuid,) in rows]


def _decisions(folder: Path) -> set[str]:
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        rows = connection.execute(
            "SELECT uuid FROM determination UNION ALL SELECT 'signature ' || id FROM signature"
        ).fetchall()
    return {str(value) for (value,) in rows}
