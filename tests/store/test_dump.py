"""What was dumped and loaded is equal, row by row; an altered dump is refused."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.audit import Change
from app.errors import AppError
from app.progress import Silent
from app.store import audit, fulltext
from app.store.catalogue import Catalogue, open_catalogue
from app.store.dump import dump
from app.store.load import load
from app.store.refill import OWN_TABLES
from tests.catalogues import add_document, copied

GROWS = {"audit_entry", "audit_value"}


def rows(folder: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        return connection.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2').fetchall()


def words(folder: Path, word: str) -> int:
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        query = "SELECT count(*) FROM fulltext WHERE fulltext MATCH ?"
        return connection.execute(query, (f'"{word}"',)).fetchone()[0]


@pytest.fixture(scope="module")
def original(blank_catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("original") / "catalogue"
    with copied(blank_catalogue, folder) as catalogue:
        for number in range(5):
            add_document(catalogue, f"关于第{number}号河道管理的通知", number=f"临政办发〔2015〕{number}号")
        add_document(catalogue, text="字符\ufffd\r\n\x00 后面还有字")
        with catalogue.write(by="王示例", action="test") as unit:
            fulltext.index_content(unit.connection, 1)
            unit.record("content", [Change("title", None, "河道")])
            unit.commit()
    (folder / "rules").mkdir()
    (folder / "rules" / "own.toml").write_text("# 本单位规则\n", encoding="utf-8")
    return folder


@pytest.fixture
def filled(original: Path, tmp_path: Path) -> Iterator[Catalogue]:
    with copied(original, tmp_path / "catalogue") as catalogue:
        yield catalogue


@pytest.fixture
def dumped(filled: Catalogue, tmp_path: Path) -> Path:
    dump(filled.folder, tmp_path / "dump", Silent())
    return tmp_path / "dump"


def test_a_loaded_dump_is_equal_to_the_original(filled: Catalogue, dumped: Path, tmp_path: Path) -> None:
    counts = load(dumped, tmp_path / "again", Silent(), by="王示例")
    for table in OWN_TABLES:
        before, after = rows(filled.folder, table), rows(tmp_path / "again", table)
        if table in GROWS:
            after = after[: len(before)]
        elif table == "index_entry":
            live = list(OWN_TABLES[table].columns.keys()).index("live")
            before = [row for row in before if row[live]]
        assert before == after, table
    assert counts["document"] == 6
    assert words(tmp_path / "again", "河道") == 6
    assert (tmp_path / "again" / "rules" / "own.toml").read_text(encoding="utf-8") == "# 本单位规则\n"


def test_the_chain_goes_on_and_names_the_head_it_came_from(
    filled: Catalogue, dumped: Path, tmp_path: Path
) -> None:
    with filled.read() as connection:
        head = audit.head(connection)
    load(dumped, tmp_path / "again", Silent(), by="王示例")
    with open_catalogue(tmp_path / "again") as again, again.read() as connection:
        assert audit.faults(connection, expected_head=head) == []
        following = next(audit.entries(connection, after=head[0]))
    assert (following.action, following.by) == ("catalogue.load", "王示例")
    assert following.changes[0].after == f"{head[0]}:{head[1]}"


def test_the_schema_is_that_of_a_new_catalogue(filled: Catalogue, dumped: Path, tmp_path: Path) -> None:
    load(dumped, tmp_path / "again", Silent(), by="王示例")

    def schema(folder: Path) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
            query = "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'fulltext%' ORDER BY 1, 2"
            return connection.execute(query).fetchall()

    assert schema(tmp_path / "again") == schema(filled.folder)


def test_a_dump_needs_no_program_to_be_read(dumped: Path) -> None:
    manifest = json.loads((dumped / "manifest.json").read_text(encoding="utf-8"))
    for table in manifest["tables"].values():
        data = (dumped / table["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == table["sha256"]
        for line in data.splitlines():
            assert list(json.loads(line)) == [column["name"] for column in table["columns"]]
    texts = [path.read_bytes() for path in (dumped / "texts").rglob("*.txt")]
    assert any("请认真贯彻执行。".encode() in text for text in texts)


def drop_a_line(folder: Path) -> None:
    path = folder / "tables" / "document.jsonl"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[1:]))


def change_a_text(folder: Path) -> None:
    next((folder / "texts").rglob("*.txt")).write_bytes(b"x")


def lose_a_text(folder: Path) -> None:
    next((folder / "texts").rglob("*.txt")).unlink()


def lose_a_table(folder: Path) -> None:
    (folder / "tables" / "member.jsonl").unlink()


def lose_the_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def climb_out(folder: Path) -> None:
    """A text's name that points outside the dump."""
    (folder.parent / "secret.txt").write_text("x")
    path = folder / "tables" / "content_text.jsonl"
    data = path.read_text()
    first = json.loads(data.splitlines()[0])
    data = data.replace(first["body"], "../secret.txt")
    path.write_text(data)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    manifest["tables"]["content_text"]["sha256"] = hashlib.sha256(data.encode()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def another_edition(folder: Path) -> None:
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "schema_edition": "9999"}), encoding="utf-8")


def change_the_manifest(change):
    """A spoiler: the manifest after ``change`` has had it; what it gives back takes its place, if anything."""

    def spoil(folder: Path) -> None:
        path = folder / "manifest.json"
        manifest = json.loads(path.read_text(encoding="utf-8"))
        changed = change(manifest)
        path.write_text(json.dumps(manifest if changed is None else changed), encoding="utf-8")

    return spoil


def document_table(manifest):
    return manifest["tables"]["document"]


def rename_a_column(manifest):
    document_table(manifest)["columns"][0]["name"] = 'id", "uuid") SELECT 1, 2; --'


def change_a_row(change):
    """A spoiler: the first document after ``change``, with the digest that belongs to it."""

    def spoil(folder: Path) -> None:
        path = folder / "tables" / "document.jsonl"
        first, *others = path.read_text().splitlines(keepends=True)
        data = "".join([json.dumps(change(json.loads(first))) + "\n", *others])
        path.write_text(data)
        digest = hashlib.sha256(data.encode()).hexdigest()
        change_the_manifest(lambda manifest: document_table(manifest).update(sha256=digest))(folder)

    return spoil


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (change_the_manifest(lambda _: []), "不是完整的导出件"),
        (change_the_manifest(lambda _: "x"), "不是完整的导出件"),
        (change_the_manifest(lambda manifest: manifest.pop("tables") and None), "缺少数据表"),
        (change_the_manifest(lambda manifest: manifest.update(tables=[])), "缺少数据表"),
        (change_the_manifest(lambda manifest: manifest.pop("audit_head") and None), "manifest"),
        (change_the_manifest(lambda manifest: manifest["tables"].update(document=7)), "manifest"),
        (change_the_manifest(lambda manifest: document_table(manifest).pop("columns") and None), "manifest"),
        (change_the_manifest(lambda manifest: document_table(manifest).update(columns=[7])), "manifest"),
        (change_the_manifest(lambda manifest: document_table(manifest).update(rows="6")), "manifest"),
        (change_the_manifest(lambda manifest: document_table(manifest).update(sha256=None)), "manifest"),
        (change_the_manifest(rename_a_column), "manifest"),
        (change_a_row(lambda _: 7), "document.jsonl"),
        (change_a_row(lambda _: {}), "document.jsonl"),
        (change_a_row(lambda row: {**row, "uuid": None}), "document.jsonl"),
        (change_a_row(lambda row: {**row, "uuid": ["x"]}), "document.jsonl"),
        (change_a_row(lambda row: {**row, "id": 2**70}), "document.jsonl"),
        (drop_a_line, "被改动"),
        (change_a_text, "被改动"),
        (lose_a_text, "缺少正文"),
        (lose_a_table, "缺少“member.jsonl”"),
        (lose_the_manifest, "不是完整的导出件"),
        (climb_out, "缺少正文"),
        (another_edition, "版本不同"),
    ],
)
def test_a_spoilt_dump_is_refused_and_leaves_nothing(dumped: Path, tmp_path: Path, spoil, sentence) -> None:
    spoil(dumped)
    with pytest.raises(AppError, match=sentence):
        load(dumped, tmp_path / "again", Silent(), by="王示例")
    assert not (tmp_path / "again").exists()


def test_only_folders_come_with_a_dump(dumped: Path, tmp_path: Path) -> None:
    (dumped / "folders" / "catalogue.db").write_bytes(b"another database")
    (dumped / "folders" / "link").symlink_to(tmp_path)
    load(dumped, tmp_path / "again", Silent(), by="王示例")
    assert (tmp_path / "again" / "catalogue.db").read_bytes().startswith(b"SQLite format 3")
    assert not (tmp_path / "again" / "link").exists()


def test_a_dump_overwrites_nothing(filled: Catalogue, dumped: Path) -> None:
    with pytest.raises(AppError, match="不是空文件夹"):
        dump(filled.folder, dumped, Silent())
