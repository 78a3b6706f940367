"""A catalogue from a dump: equal to the one that was dumped, with its audit chain."""

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterator
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
        with fresh_file(folder) as connection:
            for name, table in manifest["tables"].items():
                _fill(connection, name, table, source, progress)
            connection.execute("DELETE FROM setting WHERE key = ?", (fulltext.REBUILT_KEY,))
    except BaseException:
        if is_new:
            shutil.rmtree(folder, ignore_errors=True)
        raise
    if (source / form.FOLDERS).is_dir():
        shutil.copytree(source / form.FOLDERS, folder, dirs_exist_ok=True)
    with open_catalogue(folder) as catalogue:
        _sign(catalogue, manifest["audit_head"], by)
        reindex.rebuild(catalogue, progress, by=by)
        reindex.index_missing(catalogue, progress, by=by)
    return {name: table["rows"] for name, table in manifest["tables"].items()}


def _sign(catalogue: Catalogue, head: str, by: str) -> None:
    with catalogue.write(by=by, action="catalogue.load") as unit:
        unit.record("catalogue", [Change("audit_head", None, head)])
        unit.commit()


def _manifest(source: Path) -> dict[str, Any]:
    path = source / form.MANIFEST
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise AppError(f"“{source}”不是完整的导出件。", "请选择 dishu dump 做出的整个文件夹。") from error
    if manifest.get("format") != form.FORMAT or manifest.get("format_edition") != form.FORMAT_EDITION:
        raise AppError("导出件的格式不认识。", "请用与导出时相同或更新版本的程序装入。")
    if manifest.get("schema_edition") != head_edition():
        raise AppError(
            "导出件与本程序的目录版本不同。", "请用导出时的程序版本装入，再用本版本打开，目录会自动升级。"
        )
    if set(manifest["tables"]) != set(OWN_TABLES):
        raise AppError("导出件缺少数据表。", "请重新导出；不要删改导出件里的文件。")
    return manifest


def _fill(
    connection: sqlite3.Connection, name: str, table: dict[str, Any], source: Path, progress: Progress
) -> None:
    statement = insertion(name, [column["name"] for column in table["columns"]])
    digest, count = hashlib.sha256(), 0
    for line in _lines(source / form.TABLES / f"{name}.jsonl"):
        digest.update(line)
        count += 1
        progress.step(_STAGE, count, table["rows"])
        connection.execute(statement, _values(json.loads(line), table["columns"], source))
    if digest.hexdigest() != table["sha256"] or count != table["rows"]:
        raise AppError(f"导出件里的“{name}.jsonl”被改动或不完整。", "请改用没有改动过的导出件。")


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
