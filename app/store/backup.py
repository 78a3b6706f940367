"""Copies of the catalogue's file that were opened and checked, and how long they are kept.

There are two sorts. A *full* copy is the file as it is. A *people's* copy leaves out what the program
can read again from the sources (texts, elements, findings, the index) and keeps what people made:
decisions, corrections, explanations, accounts, the audit trail, and where every file lay. It is small
enough to be made every day.
"""

import contextlib
import logging
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from app.errors import AppError
from app.store.faults import explained

DATABASE_NAME = "catalogue.db"
BACKUPS = "backups"
SPARE_FACTOR = 1.1
DAILY, WEEKLY, MANUAL = "daily", "weekly", "manual"
KEPT = {DAILY: 14, WEEKLY: 8, "before": 5}
"""How many copies of each label stay; those made by hand are never removed by the program."""

FULL_EVERY = timedelta(days=7)
WITHOUT_TEXTS = "backup.without_texts"
"""The setting that marks a people's copy."""

READ_AGAIN = frozenset(
    {
        "classified",
        "content_text",
        "element",
        "facet_kind",
        "facet_origin",
        "finding",
        "index_entry",
        "observation",
        "ocr_page",
        "reference",
        "sketch",
    }
)
"""Tables that a people's copy leaves empty; every other table, also one of a later edition, is copied."""

_ONLY = {"suggestion": "id IN (SELECT suggestion_id FROM source.determination)"}
_STAMP = "%Y%m%d-%H%M%S"
_log = logging.getLogger("app.store.backup")


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished copy; ``label`` is ``daily``, ``weekly``, ``manual`` or ``before-EDITION``."""

    path: Path
    made_at: datetime
    label: str

    @property
    def is_full(self) -> bool:
        """Whether it holds texts and index, too."""
        return self.label != DAILY


def backups(folder: Path) -> list[Backup]:
    """The finished copies in the catalogue's folder, newest first."""
    found = [_parsed(path) for path in (folder / BACKUPS).glob("*.db")]
    return sorted((item for item in found if item), key=lambda item: (item.made_at, item.path), reverse=True)


def back_up_file(folder: Path, *, label: str) -> Path:
    """Make a full copy with SQLite's own backup, open the copy and check it.

    Returns:
        The finished copy under ``backups/``; an unfinished one never bears the final name.

    Raises:
        AppError: not enough space, or the copy does not pass the check.
    """
    with _unfinished(folder, label) as target:
        _require_space(folder, (folder / DATABASE_NAME).stat().st_size)
        with closing(connect(folder / DATABASE_NAME)) as original, closing(connect(target)) as copy:
            original.backup(copy)
    return _finish(folder, target, label)


def back_up_people(folder: Path) -> Path:
    """Make a copy of what people made, open it and check it.

    Raises:
        AppError: as :func:`back_up_file`.
    """
    with _unfinished(folder, DAILY) as target:
        with closing(connect(folder / DATABASE_NAME)) as original:
            _require_space(folder, _size_without_texts(original))
        with closing(connect(target)) as copy:
            _copy_people(copy, folder / DATABASE_NAME)
    return _finish(folder, target, DAILY)


def keep(folder: Path, today: date | None = None) -> list[Path]:
    """Make the copies that are due before something is written, and remove those that are too old.

    Due is a people's copy once a day and a full one every seven days. A copy that could not be made
    does not stop the work; it is logged, and :func:`backups` shows its absence.
    """
    today = today or datetime.now().astimezone().date()
    made = []
    try:
        if _is_full_due(folder, today):
            made.append(back_up_file(folder, label=WEEKLY))
        elif _is_daily_due(folder, today):
            made.append(back_up_people(folder))
    except (AppError, OSError) as error:
        _log.warning("backup not made: %s", type(error).__name__)
    return made


def connect(database: Path) -> sqlite3.Connection:
    """A connection to any of our files, with transactions under our control."""
    return sqlite3.connect(database, isolation_level=None)


def require_whole(database: Path) -> None:
    """Refuse a copy that is not ours or is damaged.

    Raises:
        AppError: with what to do instead.
    """
    with explained(), closing(connect(database)) as connection:
        (verdict,) = connection.execute("PRAGMA quick_check").fetchone()
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if verdict != "ok" or not {"setting", "audit_entry", "alembic_version"} <= tables:
        raise AppError("备份没有通过检查。", "请检查磁盘，或改用另一份备份；目录没有被改动。")


def sync_names(folder: Path) -> None:
    """Have the names in a folder kept even if the power goes; Windows cannot be asked, and keeps a journal."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def stamp() -> str:
    """The present time as it stands in the names of copies."""
    return datetime.now().astimezone().strftime(_STAMP)


@contextlib.contextmanager
def _unfinished(folder: Path, label: str) -> Iterator[Path]:
    """A name for the copy while it is being made; nothing stays when that fails."""
    place = folder / BACKUPS
    with explained():
        place.mkdir(exist_ok=True)
        for old in place.glob("*.part"):
            old.unlink()
        target = place / f"{stamp()}-{label}.part"
        try:
            yield target
        except BaseException:
            target.unlink(missing_ok=True)
            raise


def _finish(folder: Path, unfinished: Path, label: str) -> Path:
    try:
        require_whole(unfinished)
        _require_same_head(folder / DATABASE_NAME, unfinished)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    finished = unfinished.with_suffix(".db")
    unfinished.replace(finished)
    sync_names(finished.parent)
    _rotate(folder, label)
    return finished


def _require_same_head(database: Path, copy: Path) -> None:
    """The copy's last audit entry must stand in the catalogue, which may have gone on since."""
    query = "SELECT sequence, digest FROM audit_entry ORDER BY sequence DESC LIMIT 1"
    with explained(), closing(connect(copy)) as copied, closing(connect(database)) as original:
        head = copied.execute(query).fetchone()
        there = (
            head
            and original.execute(
                "SELECT sequence, digest FROM audit_entry WHERE sequence = ?", head[:1]
            ).fetchone()
        )
    if head is None or head != there:
        raise AppError("备份与目录不一致，没有保留。", "请检查磁盘后再做一次备份；目录没有被改动。")


def _copy_people(copy: sqlite3.Connection, database: Path) -> None:
    copy.execute("ATTACH DATABASE ? AS source", (str(database),))
    (identifier,) = copy.execute("PRAGMA source.application_id").fetchone()
    copy.execute(f"PRAGMA main.application_id={identifier}")
    copy.execute("BEGIN")
    parts = copy.execute(
        "SELECT type, name, sql FROM source.sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' "
        "AND name NOT LIKE 'fulltext_%' ORDER BY CASE type WHEN 'table' THEN 1 WHEN 'index' THEN 2 ELSE 3 END"
    ).fetchall()
    tables = [(name, sql) for kind, name, sql in parts if kind == "table"]
    for name, sql in tables:
        copy.execute(sql)
        if name not in READ_AGAIN and name != "fulltext":
            where = _ONLY.get(name, "1")
            copy.execute(f'INSERT INTO main."{name}" SELECT * FROM source."{name}" WHERE {where}')  # noqa: S608 - names of our own tables
    for kind, _, sql in parts:
        if kind != "table":
            copy.execute(sql)
    copy.execute("INSERT OR REPLACE INTO main.setting VALUES (?, '1')", (WITHOUT_TEXTS,))
    copy.execute("DELETE FROM main.setting WHERE key = 'fulltext.rebuilt_up_to'")
    copy.execute("COMMIT")


def _size_without_texts(connection: sqlite3.Connection) -> int:
    """An upper estimate in bytes: the file less the texts, which are the most of it."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (page_size,) = connection.execute("PRAGMA page_size").fetchone()
    (texts,) = connection.execute("SELECT coalesce(sum(length(body)), 0) FROM content_text").fetchone()
    return max(0, int(pages) * int(page_size) - int(texts))


def _require_space(folder: Path, size: int) -> None:
    if shutil.disk_usage(folder).free < size * SPARE_FACTOR:
        raise AppError("磁盘空间不够做备份，没有继续。", "请清理磁盘空间后再试；目录没有被改动。")


def _is_full_due(folder: Path, today: date) -> bool:
    newest = next((item.made_at.date() for item in backups(folder) if item.is_full), None)
    since = newest or _created_on(folder)
    return since is not None and today - since >= FULL_EVERY


def _is_daily_due(folder: Path, today: date) -> bool:
    made = backups(folder)
    if any(item.made_at.date() == today for item in made):
        return False
    created_on = _created_on(folder)
    return created_on is not None and created_on != today


def _created_on(folder: Path) -> date | None:
    with explained(), closing(connect(folder / DATABASE_NAME)) as connection:
        row = connection.execute("SELECT value FROM setting WHERE key = 'created_at'").fetchone()
    return datetime.fromisoformat(row[0]).date() if row else None


def _rotate(folder: Path, label: str) -> None:
    """Remove the oldest copies of this sort, now that a newer one has been checked."""
    sort = label.split("-", maxsplit=1)[0]
    if sort not in KEPT:
        return
    same = [item for item in backups(folder) if item.label.split("-")[0] == sort]
    for old in same[KEPT[sort] :]:
        old.path.unlink()


def _parsed(path: Path) -> Backup | None:
    day, _, rest = path.stem.partition("-")
    time, _, label = rest.partition("-")
    try:
        return Backup(path, datetime.strptime(f"{day}-{time}", _STAMP), label)  # noqa: DTZ007 - local time
    except ValueError:
        return None
