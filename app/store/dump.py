"""Everything a catalogue holds in open formats: JSON Lines, one file per table, and texts as files."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from app.errors import AppError
from app.progress import Progress
from app.store import codec
from app.store import dump_format as form
from app.store.backup import BACKUPS, DATABASE_NAME, connect
from app.store.faults import explained
from app.store.refill import OWN_TABLES

_STAGE = "导出"
_NOT_COPIED = (BACKUPS, "logs", "set-aside-")


def dump(folder: Path, target: Path, progress: Progress) -> dict[str, int]:
    """Write the catalogue into a new folder; the manifest comes last, so that a half dump has none.

    Returns:
        Rows per table.

    Raises:
        AppError: the target holds something or cannot be written.
        Cancelled: the user stopped; the folder has no manifest and cannot be loaded.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise AppError(f"“{target}”已存在且不是空文件夹。", "请换一个新的文件夹名。")
    try:
        (target / form.TABLES).mkdir(parents=True)
        with explained(), closing(connect(folder / DATABASE_NAME)) as connection:
            connection.execute("BEGIN")
            manifest = _manifest(connection)
            for name in sorted(OWN_TABLES):
                manifest["tables"][name] = _table(connection, name, target, progress)
        _copy_folders(folder, target)
        text = json.dumps(manifest, ensure_ascii=False, indent=1)
        (target / form.MANIFEST).write_text(text, encoding="utf-8")
    except OSError as error:
        raise AppError(f"不能写入“{target}”。", "请检查磁盘空间和写权限；目录没有被改动。") from error
    return {name: table["rows"] for name, table in manifest["tables"].items()}


def _manifest(connection: sqlite3.Connection) -> dict[str, Any]:
    (edition,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    head = connection.execute(
        "SELECT sequence, digest FROM audit_entry ORDER BY sequence DESC LIMIT 1"
    ).fetchone()
    return {
        "format": form.FORMAT,
        "format_edition": form.FORMAT_EDITION,
        "schema_edition": edition,
        "audit_head": f"{head[0]}:{head[1]}" if head else "",
        "tables": {},
    }


def _table(connection: sqlite3.Connection, name: str, target: Path, progress: Progress) -> dict[str, Any]:
    columns = form.description(OWN_TABLES[name])
    path = target / form.TABLES / f"{name}.jsonl"
    digest, count = hashlib.sha256(), 0
    with path.open("wb") as file:
        for record in _records(connection, name, columns, target):
            line = (json.dumps(record, ensure_ascii=True) + "\n").encode()
            digest.update(line)
            file.write(line)
            count += 1
            progress.step(_STAGE, count)
    return {
        "file": f"{form.TABLES}/{name}.jsonl",
        "rows": count,
        "sha256": digest.hexdigest(),
        "columns": columns,
    }


def _records(
    connection: sqlite3.Connection, name: str, columns: list[dict[str, Any]], target: Path
) -> Iterator[dict[str, Any]]:
    listed = ", ".join(f'"{column["name"]}"' for column in columns)
    keys = ", ".join(f'"{column["name"]}"' for column in columns if column["key"])
    for row in connection.execute(f'SELECT {listed} FROM "{name}" ORDER BY {keys}'):  # noqa: S608 - our own names
        yield {
            column["name"]: _text_file(value, target)
            if column["encoding"] == "file"
            else form.written(value, column["encoding"])
            for column, value in zip(columns, row, strict=True)
        }


def _text_file(body: bytes, target: Path) -> str:
    """Write a text beside the tables, named by its own SHA-256; the path inside the dump."""
    text = codec.unpack_text(body).encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(text).hexdigest()
    path = target / form.TEXTS / digest[:2] / f"{digest}.txt"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text)
    return path.relative_to(target).as_posix()


def _copy_folders(folder: Path, target: Path) -> None:
    """What lies in the catalogue's folder beside the database, such as the customer's own rules."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.name.startswith(_NOT_COPIED):
            shutil.copytree(path, target / form.FOLDERS / path.name)
