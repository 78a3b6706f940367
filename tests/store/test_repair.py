"""Damaged files: what is found, what is carried over, and that the original is left alone."""

import hashlib
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.errors import AppError
from app.progress import Silent
from app.store import audit, integrity
from app.store.backup import back_up_file
from app.store.catalogue import Catalogue, create_catalogue, open_catalogue
from app.store.repair import repair
from tests.catalogues import add_document

DOCUMENTS = 40
PAGE = 4096


def long_text(number: int) -> str:
    """A text that fills several pages even when compressed."""
    digests = (hashlib.sha256(f"{number} {part}".encode()).hexdigest() for part in range(200))
    return f"第{number}号 " + "\n".join(digests)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole") / "catalogue"
    with create_catalogue(folder, office="临湖县水利局", by="系统") as made:
        for number in range(DOCUMENTS):
            add_document(made, f"关于第{number}号河道的通知", text=long_text(number))
    return folder


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    shutil.copytree(template, tmp_path / "catalogue")
    return tmp_path / "catalogue"


def ask(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        return connection.execute(query).fetchall()


def count(folder: Path, table: str) -> int:
    return ask(folder, f"SELECT count(*) FROM {table}")[0][0]


def pages_of(folder: Path, table: str, kind: str = "leaf") -> list[int]:
    """The numbers of the pages of a table, found by following its tree in the file."""
    data = (folder / "catalogue.db").read_bytes()
    ((root,),) = ask(folder, f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")
    found, waiting = [], [root]
    while waiting:
        number = waiting.pop()
        start = (number - 1) * PAGE + (100 if number == 1 else 0)
        if data[start] == 0x05:
            if kind == "interior":
                found.append(number)
            cells = int.from_bytes(data[start + 3 : start + 5], "big")
            waiting.append(int.from_bytes(data[start + 8 : start + 12], "big"))
            for cell in range(cells):
                at = int.from_bytes(data[start + 12 + 2 * cell : start + 14 + 2 * cell], "big")
                child = (number - 1) * PAGE + at
                waiting.append(int.from_bytes(data[child : child + 4], "big"))
        elif kind == "leaf":
            found.append(number)
    return sorted(found)


def overwrite(folder: Path, page: int) -> None:
    with (folder / "catalogue.db").open("r+b") as file:
        file.seek((page - 1) * PAGE)
        file.write(b"\xa5" * PAGE)


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / "catalogue.db").read_bytes()).hexdigest()


def is_whole(folder: Path) -> list[str]:
    try:
        with open_catalogue(folder) as opened:
            return integrity.all_problems(opened)
    except AppError as error:
        return [error.message]


def test_a_whole_catalogue_has_no_problems_and_is_repaired_to_its_equal(folder: Path) -> None:
    assert is_whole(folder) == []
    done = repair(folder, Silent(), by="王示例")
    assert (done.lost, done.set_aside, done.problems) == ({}, {}, [])
    for table in ("document", "content_text", "element", "member", "location"):
        query = f"SELECT * FROM {table} ORDER BY 1, 2"
        assert ask(done.folder, query) == ask(folder, query)
    assert ask(done.folder, "SELECT count(*) FROM fulltext WHERE fulltext MATCH '\"河道\"'") == [(DOCUMENTS,)]


@pytest.mark.parametrize("table", ["document", "content", "element", "audit_entry", "location", "setting"])
def test_a_damaged_page_is_found_and_costs_its_own_rows(folder: Path, table: str) -> None:
    pages = pages_of(folder, table) if table != "element" else []
    if not pages:
        ((page,),) = ask(folder, f"SELECT rootpage FROM sqlite_master WHERE name = '{table}'")
        pages = [page]
    before, whole = count(folder, table), digest(folder)
    overwrite(folder, pages[len(pages) // 2])
    damaged = digest(folder)
    assert is_whole(folder)
    done = repair(folder, Silent(), by="王示例")
    assert digest(folder) == damaged != whole
    assert done.lost[table] >= 1
    if len(pages) > 1:
        assert before / 2 <= count(done.folder, table) < before + 1
    problems = is_whole(done.folder)
    assert not [problem for problem in problems if problem.startswith(("数据库", "表"))]


def test_a_damaged_page_of_a_long_text_is_noticed(folder: Path) -> None:
    data = (folder / "catalogue.db").read_bytes()
    ((body,),) = ask(folder, "SELECT body FROM content_text WHERE content_id = 7")
    place = data.find(body[-64:])
    with (folder / "catalogue.db").open("r+b") as file:
        file.seek(place)
        file.write(b"\x00" * 32)
    done = repair(folder, Silent(), by="王示例")
    assert done.lost["content_text"] == 1
    assert count(done.folder, "content_text") == DOCUMENTS - 1
    assert count(done.folder, "document") == DOCUMENTS


def test_lost_rows_come_from_the_newest_backup(folder: Path) -> None:
    back_up_file(folder, label="manual")
    before = ask(folder, "SELECT * FROM audit_entry ORDER BY 1")
    pages = pages_of(folder, "audit_entry")
    overwrite(folder, pages[len(pages) // 2])
    done = repair(folder, Silent(), by="王示例")
    assert done.from_backup["audit_entry"] > 0
    assert ask(done.folder, "SELECT * FROM audit_entry ORDER BY 1")[: len(before)] == before
    with open_catalogue(done.folder) as opened, opened.read() as connection:
        assert audit.faults(connection) == []


def test_a_broken_chain_is_told_after_a_repair_without_backup(folder: Path) -> None:
    pages = pages_of(folder, "audit_entry")
    overwrite(folder, pages[len(pages) // 2])
    done = repair(folder, Silent(), by="王示例")
    assert [problem for problem in done.problems if problem.startswith("审计第")]


def test_a_file_cut_short_gives_what_is_left(folder: Path) -> None:
    size = (folder / "catalogue.db").stat().st_size
    with (folder / "catalogue.db").open("r+b") as file:
        file.truncate(size * 3 // 4 // PAGE * PAGE + 100)
    assert is_whole(folder)
    done = repair(folder, Silent(), by="王示例")
    assert 0 < count(done.folder, "document") <= DOCUMENTS
    assert not [problem for problem in done.problems if problem.startswith(("数据库", "表"))]


@pytest.mark.parametrize("part", [0.3, 0.7, 0.99])
def test_a_log_cut_short_loses_its_end_only(folder: Path, tmp_path: Path, part: float) -> None:
    """What a power cut leaves: the file, and a log whose last pages never reached the disk."""
    with open_catalogue(folder) as opened:
        with opened.read() as connection:
            before = audit.head(connection)
        for number in range(20):
            opened.change_settings({f"key {number}": "x" * 2000}, by="王示例")
        shutil.copytree(folder, tmp_path / "cut")
    wal = tmp_path / "cut" / "catalogue.db-wal"
    with wal.open("r+b") as file:
        file.truncate(int(wal.stat().st_size * part))
    (tmp_path / "cut" / "catalogue.db-shm").unlink()
    assert is_whole(tmp_path / "cut") == []
    with open_catalogue(tmp_path / "cut") as opened, opened.read() as connection:
        assert audit.head(connection)[0] >= before[0]
        assert audit.faults(connection, expected_head=before) == []


def test_a_file_without_a_head_is_refused_with_advice(folder: Path) -> None:
    overwrite(folder, 1)
    with pytest.raises(AppError, match="restore"):
        repair(folder, Silent(), by="王示例")
    assert [path.name for path in folder.parent.iterdir()] == ["catalogue"]


@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        ("UPDATE index_entry SET live = 0 WHERE content_id = 3", "没有进入检索"),
        ("DELETE FROM fulltext_docsize WHERE id IN (SELECT id FROM index_entry LIMIT 1)", "没有词"),
        ("DELETE FROM member WHERE document_id = 4", "一个文件也没有"),
        ("UPDATE document SET master_content_id = 1 WHERE id = 2", "主件不是"),
        ("UPDATE document SET merged_into = 1 WHERE id = 2", "还留着文件"),
        ("UPDATE document SET review_state = 'approved' WHERE id = 2", "没有生效的认定"),
        ("UPDATE index_entry SET document_id = 1 WHERE document_id = 2", "不符"),
    ],
)
def test_parts_that_disagree_are_named(folder: Path, spoil: str, sentence: str) -> None:
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        connection.execute("DROP TRIGGER index_entry_follows_document")
        connection.execute(spoil)
        connection.commit()
    assert [problem for problem in is_whole(folder) if sentence in problem]


def test_a_catalogue_older_than_its_backup_is_noticed(catalogue: Catalogue, tmp_path: Path) -> None:
    old = tmp_path / "old.db"
    catalogue.close()
    shutil.copyfile(catalogue.folder / "catalogue.db", old)
    with open_catalogue(catalogue.folder) as opened:
        opened.change_settings({"a": "1"}, by="王示例")
    back_up_file(catalogue.folder, label="manual")
    assert is_whole(catalogue.folder) == []
    shutil.copyfile(old, catalogue.folder / "catalogue.db")
    assert ["换成了旧的" in problem for problem in is_whole(catalogue.folder)] == [True]


def test_a_clock_set_back_is_told_and_does_not_break_the_chain(catalogue: Catalogue) -> None:
    with catalogue.write(by="王示例", action="test") as unit:
        unit.at = "2031-01-01T00:00:00"
        unit.record("later")
        unit.commit()
    catalogue.change_settings({"a": "1"}, by="王示例")
    with catalogue.read() as connection:
        assert ["时钟" in sentence for sentence in integrity.warnings(connection)] == [True]
        assert audit.faults(connection) == []
    assert integrity.all_problems(catalogue) == []
