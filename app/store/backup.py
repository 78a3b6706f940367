"""Copies of the catalogue's file that were opened and checked."""

import shutil
import sqlite3
from datetime import datetime
from pathlib import Path

from app.errors import AppError
from app.store.faults import explained

DATABASE_NAME = "catalogue.db"
BACKUPS = "backups"
SPARE_FACTOR = 1.1


def back_up_file(folder: Path, *, label: str) -> Path:
    """Copy the catalogue's file with SQLite's own backup, open the copy and check it.

    Returns:
        The finished copy under ``backups/``; an unfinished one never bears the final name.

    Raises:
        AppError: not enough space, or the copy does not pass the check.
    """
    source = folder / DATABASE_NAME
    target = folder / BACKUPS / f"{datetime.now().astimezone():%Y%m%d-%H%M%S}-{label}.db"
    target.parent.mkdir(exist_ok=True)
    if shutil.disk_usage(target.parent).free < source.stat().st_size * SPARE_FACTOR:
        raise AppError("磁盘空间不够做备份,没有继续。", "请清理磁盘空间后再试;目录没有被改动。")
    unfinished = target.with_suffix(".part")
    with explained():
        _copy(source, unfinished)
        _check(unfinished)
    unfinished.replace(target)
    return target


def _copy(source: Path, target: Path) -> None:
    original, copy = sqlite3.connect(source), sqlite3.connect(target)
    try:
        original.backup(copy)
    finally:
        copy.close()
        original.close()


def _check(database: Path) -> None:
    connection = sqlite3.connect(database)
    try:
        (verdict,) = connection.execute("PRAGMA quick_check").fetchone()
    finally:
        connection.close()
    if verdict != "ok":
        raise AppError("备份没有通过检查。", "请检查磁盘;原目录没有被改动。")
