"""A whole catalogue out of a damaged one: what can be read is carried over, the index is built anew.

The damaged catalogue is only copied from. Rows that cannot be read are looked for in the newest
backup that is whole; rows that lost what they point to are written to ``lost-and-found.jsonl``.
"""

import json
import shutil
import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.audit import Change
from app.errors import AppError
from app.progress import Progress
from app.store import codec, reindex
from app.store.backup import BACKUPS, DATABASE_NAME, backups, connect, require_whole, stamp
from app.store.catalogue import open_catalogue
from app.store.dump_format import encoding_of, written
from app.store.integrity import all_problems
from app.store.refill import OWN_TABLES, fresh_file, insertion
from app.store.salvage import Reading, readings, rows

LOST_AND_FOUND = "lost-and-found.jsonl"
_BUILT_ANEW = frozenset({"index_entry", "facet_origin", "facet_kind"})
_STAYS = (BACKUPS, "logs", "set-aside-")


@dataclass(slots=True)
class Repaired:
    """What came over, by table; ``lost`` counts keys that could not be read, an upper bound of rows."""

    folder: Path
    rows: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    from_backup: Counter[str] = field(default_factory=Counter)
    set_aside: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)


def repair(folder: Path, progress: Progress, *, by: str, into: Path | None = None) -> Repaired:
    """Make a whole catalogue beside a damaged one.

    Args:
        folder: the damaged catalogue; nothing in it is changed.
        progress: told the rows that came over.
        by: who repairs; the new catalogue's audit trail says so.
        into: the new folder; without it, one beside ``folder``.

    Raises:
        AppError: the file holds no readable list of tables, or the disk is full.
    """
    if not (folder / DATABASE_NAME).is_file():
        raise AppError(f"“{folder}”里没有目录文件。", "请用 dishu restore 从备份恢复。")
    target = into or folder.with_name(f"{folder.name}-repaired-{stamp()}")
    done = Repaired(target)
    with _working_copy(folder, target) as damaged:
        _require_tables(damaged)
        with fresh_file(target) as fresh:
            _carry_over(damaged, fresh, done, progress, _helpful_backup(folder))
            _set_orphans_aside(fresh, done)
    for path in folder.iterdir():
        if path.is_dir() and not path.name.startswith(_STAYS):
            shutil.copytree(path, target / path.name)
    _complete(target, done, progress, by)
    return done


@contextmanager
def _working_copy(folder: Path, target: Path) -> Iterator[sqlite3.Connection]:
    """The damaged file and its log, copied, opened as tolerantly as SQLite can."""
    work = target.with_name(f"{target.name}.working")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    try:
        for name in (DATABASE_NAME, f"{DATABASE_NAME}-wal"):
            if (folder / name).exists():
                shutil.copyfile(folder / name, work / name)
        with closing(connect(work / DATABASE_NAME)) as connection:
            connection.execute("PRAGMA writable_schema=ON")
            connection.execute("PRAGMA cell_size_check=ON")
            yield connection
    except OSError as error:
        raise AppError("修复时写不下工作副本。", "请清理磁盘空间后再试；原目录没有被改动。") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _require_tables(damaged: sqlite3.Connection) -> None:
    try:
        names = {name for (name,) in damaged.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    except sqlite3.DatabaseError as error:
        raise AppError(
            "目录文件的开头已毁，读不出任何表。", "请用 dishu restore 从备份恢复；原目录没有被改动。"
        ) from error
    if "audit_entry" not in names:
        raise AppError("这不是底数的目录文件。", "请选择含有 catalogue.db 的底数目录文件夹。")


def _carry_over(
    damaged: sqlite3.Connection,
    fresh: sqlite3.Connection,
    done: Repaired,
    progress: Progress,
    backup: Path | None,
) -> None:
    for reading in readings():
        name = reading.table.name
        if name in _BUILT_ANEW:
            continue
        statement = insertion(name, reading.columns, ignoring=True)
        for row in rows(damaged, reading):
            if _is_sound(reading, row):
                done.rows[name] += fresh.execute(statement, row).rowcount
            else:
                done.lost[name] += 1
            progress.step("抢救", done.rows.total())
        done.lost[name] += sum(last - first + 1 for first, last in reading.lost)
        if done.lost[name] and backup is not None:
            done.from_backup[name] = _fill_in(fresh, reading, backup)
    done.lost = +done.lost
    done.from_backup = +done.from_backup


def _is_sound(reading: Reading, row: tuple[object, ...]) -> bool:
    """Whether packed values still unpack: pages with long texts carry no check of their own."""
    for name, value in zip(reading.columns, row, strict=True):
        unpack = _UNPACKING.get((reading.table.name, name))
        if unpack is not None and isinstance(value, bytes):
            try:
                unpack(value)
            except zlib.error:
                return False
    return True


_UNPACKING: Mapping[tuple[str, str], Callable[[bytes], object]] = {
    ("content_text", "body"): codec.unpack_text,
    ("content_text", "structure"): zlib.decompress,
    ("ocr_page", "lines"): zlib.decompress,
}


def _helpful_backup(folder: Path) -> Path | None:
    """The newest backup that is whole."""
    for backup in backups(folder):
        with suppress(AppError):
            require_whole(backup.path)
            return backup.path
    return None


def _fill_in(fresh: sqlite3.Connection, reading: Reading, backup: Path) -> int:
    """Rows whose keys were lost, from a backup; rows that came over stay as they are."""
    count = 0
    statement = insertion(reading.table.name, reading.columns, ignoring=True)
    with suppress(sqlite3.DatabaseError), closing(connect(backup)) as source:
        for span in reading.lost:
            for row in source.execute(reading.select, span):
                count += fresh.execute(statement, row).rowcount
    return count


def _set_orphans_aside(fresh: sqlite3.Connection, done: Repaired) -> None:
    """Empty references to rows that are gone; where a reference is required, set the row aside."""
    while sum(_orphans_of(fresh, name, done) for name in OWN_TABLES):
        pass


def _orphans_of(fresh: sqlite3.Connection, name: str, done: Repaired) -> int:
    """How many rows of a table were mended or set aside."""
    count = 0
    for column in OWN_TABLES[name].columns:
        for key in column.foreign_keys:
            parent = key.column
            where = (
                f'"{column.name}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{parent.table.name}" p '  # noqa: S608 - our own names
                f'WHERE p."{parent.name}" = "{name}"."{column.name}")'
            )
            if column.nullable:
                update = f'UPDATE "{name}" SET "{column.name}" = NULL WHERE {where}'  # noqa: S608 - our own names
                count += fresh.execute(update).rowcount
            else:
                count += _set_aside(fresh, name, where, done)
    return count


def _set_aside(fresh: sqlite3.Connection, name: str, where: str, done: Repaired) -> int:
    columns = [column.name for column in OWN_TABLES[name].columns]
    listed = ", ".join(f'"{column}"' for column in columns)
    found = fresh.execute(f'SELECT {listed} FROM "{name}" WHERE {where}').fetchall()  # noqa: S608 - our own names
    if not found:
        return 0
    with (done.folder / LOST_AND_FOUND).open("a", encoding="utf-8") as file:
        for row in found:
            values = {
                column: written(value, encoding_of("", "", isinstance(value, bytes)))
                for column, value in zip(columns, row, strict=True)
            }
            file.write(json.dumps({"table": name, "row": values}, ensure_ascii=True) + "\n")
    fresh.execute(f'DELETE FROM "{name}" WHERE {where}')  # noqa: S608 - our own names
    done.set_aside[name] += len(found)
    done.rows[name] -= len(found)
    return len(found)


def _complete(target: Path, done: Repaired, progress: Progress, by: str) -> None:
    """Say in the trail what was done, build the index, and look what is still wrong."""
    counts = {"rows": done.rows, "lost": done.lost, "from_backup": done.from_backup}
    with open_catalogue(target) as catalogue:
        with catalogue.write(by=by, action="catalogue.repair") as unit:
            unit.connection.exec_driver_sql("DELETE FROM setting WHERE key = 'fulltext.rebuilt_up_to'")
            changes = [Change(name, None, str(count.total())) for name, count in counts.items()]
            unit.record("catalogue", changes)
            unit.commit()
        reindex.index_missing(catalogue, progress, by=by)
        _forget_what_was_seen(catalogue.folder)
        done.problems = all_problems(catalogue)


def _forget_what_was_seen(folder: Path) -> None:
    """Saved searches count from the new numbers; otherwise everything would look new, or nothing."""
    with closing(connect(folder / DATABASE_NAME)) as connection:
        connection.execute(
            "UPDATE saved_search SET seen_number = (SELECT coalesce(max(number), 0) FROM index_entry)"
        )
