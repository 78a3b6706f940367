"""Keeping: backup, restore, dump, load, check and repair by command; and nothing leaks into logs."""

import getpass
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.e2e.conftest import Dishu

RESIDENT = "110101199003070978"
PHONE = "13912345678"
TITLE = "关于柳絮飘飞专项治理的独特通知"
NAME = "欧阳示例"
FILE = "柳絮机密外的文件名"
PLANTED = (RESIDENT, PHONE, TITLE, NAME, FILE, "柳絮")


@pytest.fixture
def office(dishu: Dishu, tmp_path: Path) -> Path:
    dishu("new", tmp_path / "c", "--office", "临湖县水利局")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.txt").write_text(
        f"{TITLE}\n各股室：\n    请执行。\n2015年3月7日\n", encoding="utf-8"
    )
    assert dishu("ingest", tmp_path / "c", tmp_path / "files", "--workers", "1").status == 0
    return tmp_path / "c"


def documents(dishu: Dishu, catalogue: Path) -> list[str]:
    return [document["id"] for document in dishu("export", catalogue).json["documents"]]


def test_a_backup_is_listed_and_restored_and_the_present_one_set_aside(
    office: Path, dishu: Dishu, tmp_path: Path
) -> None:
    before = documents(dishu, office)
    made = dishu("backup", office, "--json").json["backup"]
    (tmp_path / "files" / "b.txt").write_text(
        "关于水库调度的通知\n各股室：\n    请执行。\n", encoding="utf-8"
    )
    dishu("ingest", office, tmp_path / "files", "--workers", "1")
    assert len(documents(dishu, office)) == 2
    listed = dishu("backup", office, "--list", "--json").lines
    assert [(item["backup"], item["label"], item["full"]) for item in listed] == [(made, "manual", True)]
    said = dishu("restore", office, made, "--by", "王示例")
    assert (said.status, "原来的目录没有删除" in said.out) == (0, True)
    assert documents(dishu, office) == before
    assert dishu("check", office, "--json").json == {"valid": True, "problems": [], "warnings": []}
    assert len(list(office.glob("set-aside-*/catalogue.db"))) == 1


def last_entry(catalogue: Path) -> tuple[str, str]:
    """The act and the person of the last entry that names the catalogue."""
    with closing(sqlite3.connect(catalogue / "catalogue.db")) as connection:
        return connection.execute(
            "SELECT action, \"by\" FROM audit_entry WHERE subject = 'catalogue' ORDER BY sequence DESC LIMIT 1"
        ).fetchone()


@pytest.mark.parametrize("by", ["王示例", None])
@pytest.mark.parametrize("act", ["restore", "repair", "load"])
def test_the_trail_says_who_put_a_catalogue_back(
    office: Path, dishu: Dishu, tmp_path: Path, act: str, by: str | None
) -> None:
    """A script without ``--by`` goes on working; the account stands in the trail, and that is told."""
    arguments: dict[str, tuple[object, ...]] = {
        "restore": (office, dishu("backup", office, "--json").json["backup"], "--into", tmp_path / "again"),
        "repair": (office, "--into", tmp_path / "again"),
        "load": (tmp_path / "dump", tmp_path / "again"),
    }
    dishu("dump", office, tmp_path / "dump")
    done = dishu(act, *arguments[act], *(("--by", by) if by else ()))
    assert done.status == 0
    assert last_entry(tmp_path / "again") == (f"catalogue.{act}", by or getpass.getuser())
    assert ("没有写 --by" in done.err) == (by is None)


def test_texts_come_back_after_restoring_what_people_made(office: Path, dishu: Dishu, tmp_path: Path) -> None:
    from app.store.backup import back_up_people

    (uuid,) = documents(dishu, office)
    assert dishu("correct", office, uuid, "title", "更正后的题名", "--by", "王示例").status == 0
    made = back_up_people(office)
    said = dishu("restore", office, made, "--into", tmp_path / "again")
    assert "重新采集" in said.out
    assert dishu("search", tmp_path / "again", "股室", "--count", "--json").json["count"] == 0
    dishu("ingest", tmp_path / "again", tmp_path / "files", "--workers", "1")
    assert dishu("search", tmp_path / "again", "股室", "--count", "--json").json["count"] == 1
    (document,) = dishu("export", tmp_path / "again").json["documents"]
    assert (document["id"], document["title"]) == (uuid, "更正后的题名")
    assert dishu("check", tmp_path / "again", "--json").json["problems"] == []


def test_a_dump_of_the_sample_archive_is_loaded_as_it_was(
    taken_in: Path, dishu: Dishu, tmp_path: Path
) -> None:
    shutil.copytree(taken_in, tmp_path / "c")
    assert dishu("dump", tmp_path / "c", tmp_path / "dump").status == 0
    assert dishu("load", tmp_path / "dump", tmp_path / "again").status == 0
    assert dishu("export", tmp_path / "again").json == dishu("export", tmp_path / "c").json
    for query in ("通知", "文号:临政办发", "经费"):
        found = [dishu("search", tmp_path / name, query, "--json").json for name in ("c", "again")]
        assert found[0] == found[1]
    assert dishu("check", tmp_path / "again", "--json").json["problems"] == []


def test_a_damaged_catalogue_is_told_and_repaired_beside_itself(
    office: Path, dishu: Dishu, tmp_path: Path
) -> None:
    with closing(sqlite3.connect(office / "catalogue.db")) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'element'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with (office / "catalogue.db").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)
    said = dishu("check", office)
    assert said.status in {1, 3}
    assert "repair" in said.out + said.err
    done = dishu("repair", office, "--into", tmp_path / "repaired", "--json")
    assert done.status == 1
    assert done.json["catalogue"] == str(tmp_path / "repaired")
    assert dishu("status", tmp_path / "repaired").status == 0


def plant(folder: Path) -> None:
    """Files that are read, fail, crash half-way and lie in a container, all with things to hide."""
    folder.mkdir()
    text = (
        f"临湖县水利局文件\n{TITLE}\n各股室：\n    {NAME}，身份证号{RESIDENT}，电话{PHONE}。\n2015年3月7日\n"
    )
    (folder / f"{FILE}.txt").write_text(text, encoding="utf-8")
    (folder / f"{FILE}.docx").write_bytes(b"PK\x03\x04" + text.encode() * 20)
    (folder / f"{FILE}.pdf").write_bytes(b"%PDF-1.4\n" + text.encode())
    (folder / f"{FILE}.doc").write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + text.encode() * 50)
    (folder / f"{FILE}.xml").write_text(f"<a><b>{text}</a>", encoding="utf-8")
    (folder / "mail.eml").write_text(
        f"Subject: x\nContent-Type: text/plain; charset=utf-8\n\n{text}", encoding="utf-8"
    )


def leaks(*data: bytes) -> list[str]:
    return [
        word
        for word in PLANTED
        for encoding in ("utf-8", "gb18030", "utf-16-le")
        for part in data
        if word.encode(encoding) in part
    ]


def test_nothing_of_a_document_stands_in_logs_temporary_files_or_messages(tmp_path: Path) -> None:
    """Real processes, so that workers and what they print are part of it."""
    plant(tmp_path / "files")
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary), "TEMP": str(temporary), "PYTHONUTF8": "1"}

    def dishu(*arguments: object) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "app", *map(str, arguments)]
        return subprocess.run(command, env=environment, capture_output=True, check=False)

    said = [
        dishu("new", tmp_path / "c", "--office", "临湖县水利局"),
        dishu("ingest", tmp_path / "c", tmp_path / "files", "--workers", "2"),
        dishu("classify", tmp_path / "c", "--workers", "1"),
        dishu("backup", tmp_path / "c"),
        dishu("check", tmp_path / "c"),
    ]
    assert [done.returncode for done in said] == [0, 1, 0, 0, 0], [done.stderr.decode() for done in said]
    logs = [path.read_bytes() for path in (tmp_path / "c" / "logs").rglob("*") if path.is_file()]
    left = [path.read_bytes() for path in temporary.rglob("*") if path.is_file()]
    assert leaks(*logs, *left, *(done.stdout + done.stderr for done in said)) == []


def test_the_planted_words_would_be_found() -> None:
    assert set(leaks(f"x {RESIDENT}".encode(), TITLE.encode("gb18030"))) == {RESIDENT, TITLE, "柳絮"}


def test_the_crash_report_holds_places_and_no_words() -> None:
    """What the dialog offers to copy; its message may quote a document, and is left out."""
    pytest.importorskip("PySide6")
    from app.ui import feedback

    def fail(text: str) -> None:
        raise ValueError(f"cannot parse {text}")

    try:
        fail(f"{TITLE} {RESIDENT}")
    except ValueError as error:
        report = feedback.describe(error)
    assert "ValueError" in report
    assert "test_keeping.py" in report
    assert leaks(report.encode()) == []
