"""Files that the program takes in itself: registers, rules, templates, packages, bags; and their refusals."""

import atexit
import hashlib
import io
import json
import shutil
import tempfile
import zlib
from functools import cache
from pathlib import Path
from typing import Any
from xml.parsers import expat

from app.classify import rules
from app.classify.data_files import DataFileError
from app.errors import AppError
from app.formats.read.exchange_sheet import UnreadableError as UnreadableSheetError
from app.formats.read.exchange_sheet import read_exchange_sheet
from app.formats.reader import UnreadableError
from app.formats.table_rows import tables_of
from app.inventory.registers.mapping import guess, read_rows
from app.progress import Silent
from app.review.exchange import package
from app.store import portable
from app.store.catalogue import Catalogue, create_catalogue
from app.store.load import load
from app.transfer.receipt import read_receipt
from app.transfer.templates import load_template
from app.transfer.verify.bagit import validate_bag
from app.transfer.verify.encapsulated import _Refused, decoded
from tests.fuzz import catalogue_seeds, mutate, package_seeds, seeds
from tests.fuzz.target import MEMORY, Target, in_file

_BY = "王示例"


def registering(data: bytes) -> None:
    """A register from its bytes to rows with fields."""
    try:
        for table in tables_of(io.BytesIO(data), "a.csv"):
            read_rows(table.rows, guess(table.rows))
    except UnreadableError:
        return


def reading_rules(data: bytes) -> None:
    """A folder of rules that a customer wrote."""
    try:
        in_file(".toml", data, lambda path: rules.load_rules([path.parent]))
    except (DataFileError, AppError):
        return


def reading_template(data: bytes) -> None:
    """A transfer template that a customer wrote."""
    try:
        in_file(".toml", data, load_template)
    except AppError:
        return


def reading_records(data: bytes) -> None:
    """JSON from another PC: a receipt, decisions in a package."""
    for suffix, use in (
        (".json", read_receipt),
        (".zip", lambda path: package._read(path, package.BACK_KIND)),
    ):
        given = (
            mutate.zipped({package.CONTENT_NAME: data}) if suffix == ".zip" and data[:2] != b"PK" else data
        )
        try:
            in_file(suffix, given, use)
        except AppError:
            continue


def encapsulation(data: bytes) -> None:
    """An encapsulation package (DA/T 48)."""
    try:
        in_file(".eep", data, decoded)
    except (OSError, expat.ExpatError, _Refused):
        return


def exchange_workbook(data: bytes) -> None:
    """A workbook that comes back from a reviewer."""
    try:
        in_file(".xlsx", data, lambda path: read_exchange_sheet(path, "目录"))
    except UnreadableSheetError:
        return


def validating_bag(data: bytes) -> None:
    """A bag: files that the text describes, below a folder."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        for piece in data.split(b">>>")[1:30]:
            name, _, content = piece.partition(b"\n")
            _put(Path(folder), name.decode("utf-8", "replace"), content)
        validate_bag(Path(folder), Silent())


def _put(folder: Path, name: str, content: bytes) -> None:
    parts = [part for part in name.split("/") if part not in {"", ".", ".."} and "\0" not in part]
    if not parts:
        return
    path = folder.joinpath(*(part[:80] for part in parts[:4]))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError:
        return


def opening_package(data: bytes) -> None:
    """A package with a batch, on the PC of the person who reads it; a refused one leaves nothing. In fifteen
    executions of sixteen its rows only come into a catalogue that stays empty, which is twenty times quicker.
    """
    is_whole = zlib.crc32(data) % 16 == 0
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path, new = Path(folder, "a.zip"), Path(folder, "new")
        path.write_bytes(mutate.zipped({package.CONTENT_NAME: data}))
        try:
            if is_whole:
                package.open_package(path, new, by=_BY, reviewers=(_BY,)).close()
            else:
                _take_in_rows(package._read(path, package.OUT_KIND))
        except AppError:
            assert not new.exists()


def _take_in_rows(record: dict[str, Any]) -> None:
    with _empty_catalogue().write(by=_BY, action="package.open") as unit:
        try:
            portable.put_rows(unit.connection, record["rows"], record["in_force"])
            package._record_standing(unit)
        except package._NOT_OURS:
            return


@cache
def _empty_catalogue() -> Catalogue:
    """A catalogue in which nothing is ever committed."""
    folder = tempfile.mkdtemp(dir=MEMORY)
    made = create_catalogue(Path(folder, "empty"), office="临湖县水利局", by=_BY)
    atexit.register(shutil.rmtree, folder)
    atexit.register(made.close)
    return made


def loading_dump(data: bytes) -> None:
    """A dump whose manifest and tables stand one behind another, each below its name."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        source, new = Path(folder, "dump"), Path(folder, "new")
        source.mkdir()
        for piece in data.split(b">>>")[1:]:
            name, _, content = piece.partition(b"\n")
            _put(source, name.decode("utf-8", "replace"), content)
        _sign_tables(source)
        try:
            load(source, new, Silent(), by=_BY)
        except AppError:
            assert not new.exists()


def _sign_tables(source: Path) -> None:
    """Give the manifest the digests and counts of the tables as they are, so that their rows are looked at."""
    path = source / "manifest.json"
    try:
        manifest = json.loads(path.read_bytes())
        for name, table in manifest["tables"].items():
            data = (source / "tables" / f"{name}.jsonl").read_bytes()
            table |= {"rows": data.count(b"\n"), "sha256": hashlib.sha256(data).hexdigest()}
        path.write_text(json.dumps(manifest), encoding="utf-8")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return


TARGETS = (
    Target("register", registering, mutate.in_bytes, seeds.tables),
    Target("exchange", exchange_workbook, mutate.in_package, package_seeds.workbooks),
    Target("rules", reading_rules, mutate.in_text, seeds.rule_files),
    Target("template", reading_template, mutate.in_text, seeds.templates),
    Target("records", reading_records, mutate.in_json, seeds.records),
    Target("bag", validating_bag, mutate.in_text, seeds.bags),
    Target("package", opening_package, mutate.in_json, catalogue_seeds.packages),
    Target("dump", loading_dump, mutate.in_text, catalogue_seeds.dumps),
    Target("encapsulation", encapsulation, mutate.in_markup, seeds.encapsulations),
)
