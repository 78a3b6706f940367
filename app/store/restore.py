"""Putting a backup in the place of the catalogue, which is set aside first and never overwritten."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.domain.audit import Change
from app.errors import AppError
from app.store import schema
from app.store.backup import (
    DATABASE_NAME,
    SPARE_FACTOR,
    WITHOUT_TEXTS,
    connect,
    require_whole,
    stamp,
    sync_names,
)
from app.store.catalogue import open_catalogue
from app.store.faults import explained, known_fault

_WAL, _SHM = f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-shm"


@dataclass(frozen=True, slots=True)
class Restored:
    """Where the restored catalogue lies and where the one before was put.

    ``lacks_texts``: it came from a people's copy, so the sources must be taken in again.
    """

    folder: Path
    set_aside: Path | None
    lacks_texts: bool


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a catalogue or a copy of it holds; ``last_at``: when something was written last."""

    documents: int
    decided: int
    audit_entries: int
    last_at: str


def extent(database: Path) -> Extent:
    """How much a file holds.

    Raises:
        AppError: it is damaged or none of ours.
    """
    require_whole(database)
    with explained(), closing(connect(database)) as connection:
        counts = connection.execute(
            "SELECT count(*), coalesce(sum(review_state = 'approved'), 0) FROM document WHERE merged_into IS NULL"
        ).fetchone()
        written = connection.execute("SELECT count(*), coalesce(max(\"at\"), '') FROM audit_entry").fetchone()
    return Extent(*counts, *written)


def restore(folder: Path, backup: Path, *, by: str, into: Path | None = None) -> Restored:
    """Make a backup the catalogue again.

    Args:
        folder: the catalogue, whose file may be damaged or missing.
        backup: a file under ``backups/`` or a copy of one.
        by: who restores; the restored catalogue's audit trail says so.
        into: make a new catalogue there and leave ``folder`` alone.

    Raises:
        AppError: the backup is damaged or of a newer edition, space is short, the catalogue is open somewhere.
    """
    if not backup.is_file():
        raise AppError(f"找不到备份“{backup}”。", "备份在目录文件夹的 backups 里，文件名以 .db 结尾。")
    require_whole(backup)
    _require_known_edition(backup)
    target = into or folder
    _prepare_folder(target, is_new=into is not None)
    if shutil.disk_usage(target).free < backup.stat().st_size * SPARE_FACTOR:
        raise AppError("磁盘空间不够恢复备份，没有继续。", "请清理磁盘空间后再试；目录没有被改动。")
    _require_unused(target / DATABASE_NAME)
    unfinished = target / f"{DATABASE_NAME}.restoring"
    lacks_texts = _copy(backup, unfinished)
    set_aside = put_aside(target)
    unfinished.replace(target / DATABASE_NAME)
    sync_names(target)
    with open_catalogue(target) as catalogue, catalogue.write(by=by, action="catalogue.restore") as unit:
        unit.record("catalogue", [Change("backup", None, backup.name)])
        unit.commit()
    return Restored(target, set_aside, lacks_texts)


def put_aside(folder: Path) -> Path | None:
    """Move the catalogue's file out of the way; returns the folder that holds it now.

    The log goes first: left behind, it would be replayed into another file.
    """
    present = [folder / name for name in (_WAL, _SHM, DATABASE_NAME) if (folder / name).exists()]
    if not present:
        return None
    aside = folder / f"set-aside-{stamp()}"
    number = 2
    while aside.exists():
        aside = folder / f"set-aside-{stamp()}-{number}"
        number += 1
    aside.mkdir()
    for path in present:
        path.replace(aside / path.name)
    sync_names(aside)
    return aside


def _require_known_edition(backup: Path) -> None:
    with explained(), closing(connect(backup)) as connection:
        (edition,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    schema.require_known(edition)


def _prepare_folder(target: Path, *, is_new: bool) -> None:
    if is_new and target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise AppError(f"“{target}”已存在且不是空文件夹。", "请换一个新的文件夹名。")
    try:
        for part in ("backups", "logs"):
            (target / part).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise AppError(f"不能在“{target}”建立目录。", "请检查磁盘空间和写权限。") from error


def _require_unused(database: Path) -> None:
    """Refuse while another program has the file open; a file that is no database is nobody's."""
    if not database.exists():
        return
    with closing(connect(database)) as connection:
        connection.execute("PRAGMA busy_timeout=500")
        try:
            connection.execute("PRAGMA locking_mode=EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
        except connection.OperationalError as error:
            fault = known_fault(error)
            if fault and "另一个程序" in fault.message:
                raise fault from error
        except connection.DatabaseError:
            return


def _copy(backup: Path, target: Path) -> bool:
    """Copy the backup and make it fit for use; whether it lacks the texts."""
    target.unlink(missing_ok=True)
    with explained(), closing(connect(backup)) as original, closing(connect(target)) as copy:
        original.backup(copy)
        copy.execute("PRAGMA journal_mode=WAL")
        marked = copy.execute("DELETE FROM setting WHERE key = ?", (WITHOUT_TEXTS,)).rowcount
        if marked:
            # so that every file is taken for changed, and every content for read by an older reader
            copy.execute("UPDATE location SET mtime_ns = NULL")
            copy.execute("UPDATE content SET reader = ''")
            copy.execute("UPDATE ocr_task SET done_at = NULL")
    return bool(marked)
