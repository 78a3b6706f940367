"""A catalogue from a dump: equal to the one that was dumped, with its audit chain."""

import hashlib
import json
import shutil
import sqlite3
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.domain.audit import Change
from app.errors import AppError
from app.progress import Progress
from app.store import codec, fulltext, reindex
from app.store import dump_format as form
from app.store.catalogue import Catalogue, open_catalogue
from app.store.refill import OWN_TABLES, fresh_file, insertion
from app.store.schema import head_edition

_STAGE = "装入"
_NOT_A_ROW = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError, zlib.error)
"""What reading a line raises that no dump of ours holds."""

_NOT_A_VALUE = (sqlite3.IntegrityError, sqlite3.InterfaceError, sqlite3.ProgrammingError, sqlite3.DataError)


def load(source: Path, folder: Path, progress: Progress, *, by: str) -> dict[str, int]:
    """Make a new catalogue from a dump; the index is built anew from the texts.

    Returns:
        Rows per table.

    Raises:
        AppError: the dump is incomplete, altered or of another edition; the folder holds something.
        Cancelled: the user stopped; nothing stays.
    """
    manifest = _manifest(source)
    is_new = not folder.exists()
    try:
        _refill(source, folder, manifest, progress)
        with open_catalogue(folder) as catalogue:
            _sign(catalogue, manifest["audit_head"], by)
            reindex.rebuild(catalogue, progress, by=by)
            reindex.index_missing(catalogue, progress, by=by)
    except BaseException as error:
        if is_new:
            shutil.rmtree(folder, ignore_errors=True)
        if isinstance(error, _NOT_A_ROW):
            raise AppError("导出件里的内容不是本程序写出的。", "请改用没有改动过的导出件。") from error
        raise
    return {name: table["rows"] for name, table in manifest["tables"].items()}


def _refill(source: Path, folder: Path, manifest: dict[str, Any], progress: Progress) -> None:
    with fresh_file(folder) as connection:
        for name, table in manifest["tables"].items():
            _fill(connection, name, table, source, progress)
        connection.execute("DELETE FROM setting WHERE key = ?", (fulltext.REBUILT_KEY,))
    _copy_folders(source / form.FOLDERS, folder)


def _copy_folders(source: Path, folder: Path) -> None:
    """The folders that lay beside the database; nothing else, so that no file of the dump becomes the catalogue."""
    for path in sorted(source.iterdir()) if source.is_dir() else ():
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, folder / path.name, symlinks=True, dirs_exist_ok=True)


def _sign(catalogue: Catalogue, head: str, by: str) -> None:
    with catalogue.write(by=by, action="catalogue.load") as unit:
        unit.record("catalogue", [Change("audit_head", None, head)])
        unit.commit()


def _manifest(source: Path) -> dict[str, Any]:
    path = source / form.MANIFEST
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise _no_dump(source) from error
    if not isinstance(manifest, dict):
        raise _no_dump(source)
    if manifest.get("format") != form.FORMAT or manifest.get("format_edition") != form.FORMAT_EDITION:
        raise AppError("导出件的格式不认识。", "请用与导出时相同或更新版本的程序装入。")
    if manifest.get("schema_edition") != head_edition():
        raise AppError(
            "导出件与本程序的目录版本不同。", "请用导出时的程序版本装入，再用本版本打开，目录会自动升级。"
        )
    tables = manifest.get("tables")
    if not isinstance(tables, dict) or set(tables) != set(OWN_TABLES):
        raise AppError("导出件缺少数据表。", "请重新导出；不要删改导出件里的文件。")
    if not (isinstance(manifest.get("audit_head"), str) and all(_is_ours(*each) for each in tables.items())):
        raise AppError("导出件的说明文件（manifest.json）被改动。", "请改用没有改动过的导出件。")
    return manifest


def _no_dump(source: Path) -> AppError:
    return AppError(f"“{source}”不是完整的导出件。", "请选择 dishu dump 做出的整个文件夹。")


def _is_ours(name: str, table: object) -> bool:
    """Whether the manifest describes the table as this edition does: its names become part of a statement."""
    if not isinstance(table, Mapping) or not isinstance(table.get("columns"), list):
        return False
    if not isinstance(table.get("sha256"), str) or type(table.get("rows")) is not int:
        return False
    told = [_written_as(column) for column in table["columns"]]
    return told == [_written_as(column) for column in form.description(OWN_TABLES[name])]


def _written_as(column: object) -> tuple[object, object]:
    return (column.get("name"), column.get("encoding")) if isinstance(column, Mapping) else (None, None)


def _fill(
    connection: sqlite3.Connection, name: str, table: dict[str, Any], source: Path, progress: Progress
) -> None:
    statement = insertion(name, [column["name"] for column in table["columns"]])
    digest, count = hashlib.sha256(), 0
    for line in _lines(source / form.TABLES / f"{name}.jsonl"):
        digest.update(line)
        count += 1
        progress.step(_STAGE, count, table["rows"])
        try:
            connection.execute(statement, _values(json.loads(line), table["columns"], source))
        except (*_NOT_A_ROW, *_NOT_A_VALUE) as error:
            raise _altered(name) from error
    if digest.hexdigest() != table["sha256"] or count != table["rows"]:
        raise _altered(name)


def _altered(table: str) -> AppError:
    return AppError(f"导出件里的“{table}.jsonl”被改动或不完整。", "请改用没有改动过的导出件。")


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            yield from file
    except OSError as error:
        raise AppError(f"导出件里缺少“{path.name}”。", "请改用完整的导出件。") from error


def _values(record: dict[str, Any], columns: list[dict[str, Any]], source: Path) -> list[form.Stored]:
    return [
        _packed_text(source, record[column["name"]])
        if column["encoding"] == "file"
        else form.read(record[column["name"]], column["encoding"])
        for column in columns
    ]


def _packed_text(source: Path, inside: str) -> bytes:
    """A text of the dump; its name is its own SHA-256, so an altered one is noticed."""
    digest = Path(inside).stem
    path = source / form.TEXTS / digest[:2] / f"{digest}.txt"
    try:
        text = path.read_bytes()
    except OSError as error:
        raise AppError("导出件里缺少正文文件。", "请改用完整的导出件。") from error
    if hashlib.sha256(text).hexdigest() != digest:
        raise AppError("导出件里的正文文件被改动。", "请改用没有改动过的导出件。")
    return codec.pack_text(text.decode("utf-8", "surrogatepass"))
