"""Copies of a catalogue that restoring, repairing and dumping leave, and what a purge does about them.

What a restore set aside in the catalogue's own folder may be newer than the catalogue: the content is taken out
of it, and it is destroyed at a person's word only. What lies beside the folder is named, for a person.
"""

import json
import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from app.store import dump_format as form
from app.store.backup import DATABASE_NAME

_CHUNK = 1 << 20
_SET_ASIDE = "set-aside-*"
_LEFT_BEHIND = (f"{DATABASE_NAME}.restoring*", "lost-and-found.jsonl")
"""A restore that was broken off; rows that a repair could not place."""


def set_aside(folder: Path) -> list[Path]:
    """The folders in which restores put the catalogues before, oldest first."""
    return sorted(place for place in folder.glob(_SET_ASIDE) if place.is_dir())


def destroy_set_aside(folder: Path) -> int:
    """Overwrite and remove the catalogues that were set aside in a catalogue's folder.

    Returns:
        How many were destroyed.
    """
    aside = set_aside(folder)
    for place in aside:
        destroy_folder(place)
    return len(aside)


def destroy_leftovers(folder: Path) -> int:
    """Overwrite and remove what a broken restore or a repair left in a catalogue's folder.

    Returns:
        How many files were destroyed.
    """
    left = [file for pattern in _LEFT_BEHIND for file in folder.glob(pattern)]
    for file in left:
        destroy(file)
    return len(left)


def destroy_folder(place: Path) -> None:
    """Overwrite and remove all files below a folder, and the folder; one that is not there is gone already."""
    for file in place.rglob("*"):
        if file.is_file():
            destroy(file)
    if place.exists():
        shutil.rmtree(place)


def elsewhere(folder: Path) -> list[Path]:
    """Other catalogues, dumps and copied backups beside a catalogue that are, or may be, made from it."""
    home = folder.resolve()
    own = _identity(home / DATABASE_NAME)
    found = []
    with suppress(OSError):
        found = [path for path in sorted(home.parent.iterdir()) if path != home and _is_of(path, own)]
    return found


def destroy(file: Path) -> None:
    """Overwrite a file's bytes on the disk, then remove it."""
    left = file.stat().st_size
    with file.open("r+b") as stream:
        while left > 0:
            stream.write(bytes(min(left, _CHUNK)))
            left -= _CHUNK
        stream.flush()
        os.fsync(stream.fileno())
    file.unlink()


def _is_of(path: Path, own: str | None) -> bool:
    """Whether a path is a copy of our catalogue, or one of which that can no longer be told."""
    if (path / DATABASE_NAME).is_file():
        return _identity(path / DATABASE_NAME) in {own, None}
    if (path / form.TABLES / "audit_entry.jsonl").is_file():
        return _identity_of_dump(path) in {own, None}
    return path.suffix == ".db" and path.is_file() and _identity(path) == own


def _identity(database: Path) -> str | None:
    """The UUID that a catalogue's file bears; ``None`` when it cannot be read."""
    return setting_of(database, "uuid")


def setting_of(database: Path, key: str) -> str | None:
    """A setting in a catalogue's file of any edition; ``None`` when it cannot be read. The file is not touched."""
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?immutable=1", uri=True)) as connection:
            (value,) = connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
    except (sqlite3.Error, TypeError):
        return None
    return str(value)


def _identity_of_dump(dump: Path) -> str | None:
    try:
        lines = (dump / form.TABLES / "setting.jsonl").read_text(encoding="utf-8").splitlines()
        return next(str(row["value"]) for row in map(json.loads, lines) if row["key"] == "uuid")
    except (OSError, ValueError, StopIteration):
        return None
