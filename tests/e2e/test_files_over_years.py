"""What happens to files over the years: they are moved, changed, renamed, broken, read again."""

import hashlib
import os
import shutil
import sqlite3
import threading
import zipfile
from pathlib import Path

import pytest

from app.domain.source import FailureKind
from app.inventory.process import process_file
from app.inventory.scan import found_file
from app.store import runs
from app.store.catalogue import open_catalogue
from tests.e2e.conftest import OFFICE, Dishu, documents, letter

posix_only = pytest.mark.skipif(os.name == "nt", reason="names and links of POSIX systems")


def test_a_moved_file_keeps_its_history(dishu: Dishu, shelf: Path, files: Path) -> None:
    (files / "甲.txt").write_text(letter("修缮堤防"), encoding="utf-8")
    dishu("ingest", shelf, files)
    (before,) = dishu("export", shelf).json["documents"]
    dishu("correct", shelf, before["id"], "genre", "通报", "--by", "王示例")
    (files / "归档").mkdir()
    shutil.move(files / "甲.txt", files / "归档" / "旧甲.txt")
    summary = dishu("ingest", shelf, files, "--json").json
    assert (summary["moved"], summary["vanished"]) == (1, 0)
    with (files / "归档" / "旧甲.txt").open("a", encoding="utf-8") as stream:
        stream.write("（此件公开发布）\n")
    dishu("ingest", shelf, files)
    (after,) = dishu("export", shelf).json["documents"]
    assert (after["id"], after["genre"]) == (before["id"], "通报")
    assert after["disclosure_mark"] == "此件公开发布"


def test_copies_of_what_is_held_leave_document_and_index_as_they_are(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    (files / "甲.txt").write_text(letter("修缮堤防"), encoding="utf-8")
    dishu("ingest", shelf, files)
    (held,) = dishu("export", shelf).json["documents"]
    for number in range(5):
        shutil.copy(files / "甲.txt", files / f"副本{number}.txt")
    assert dishu("ingest", shelf, files, "--json").json["ok"] == 5
    (after,) = dishu("export", shelf).json["documents"]
    assert (after["id"], len(after["files"])) == (held["id"], 6)
    with open_catalogue(shelf) as catalogue, catalogue.read() as connection:
        assert connection.exec_driver_sql("SELECT live FROM index_entry").scalars().all() == [1]
    assert dishu("check", shelf).status == 0


def test_members_vanish_with_their_container_and_with_their_place_in_it(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    def pack(*names: str) -> None:
        with zipfile.ZipFile(files / "包.zip", "w") as package:
            for name in names:
                package.writestr(name, letter(name))

    def present() -> set[str]:
        with open_catalogue(shelf) as catalogue, catalogue.read() as connection:
            rows = connection.exec_driver_sql("SELECT path FROM location WHERE is_present = 1")
            return set(rows.scalars())

    (files / "丙.txt").write_text(letter("丙"), encoding="utf-8")
    pack("甲.txt", "乙.txt")
    dishu("ingest", shelf, files)
    assert present() == {"丙.txt", "包.zip", "包.zip!/甲.txt", "包.zip!/乙.txt"}
    pack("甲.txt")
    assert dishu("ingest", shelf, files, "--json").json["vanished"] == 1
    assert present() == {"丙.txt", "包.zip", "包.zip!/甲.txt"}
    (files / "包.zip").unlink()
    assert dishu("ingest", shelf, files, "--json").json["vanished"] == 2
    assert present() == {"丙.txt"}


def test_files_are_read_again_by_failure_format_and_age(dishu: Dishu, shelf: Path, files: Path) -> None:
    (files / "甲.txt").write_text(letter("修缮堤防"), encoding="utf-8")
    (files / "乙.html").write_text(f"<p>{letter('清理河道', 2)}</p>", encoding="utf-8")
    with zipfile.ZipFile(files / "包.zip", "w") as package:
        package.writestr("坏.docx", b"PK\x03\x04 not a package")
    first = dishu("ingest", shelf, files, "--json").json
    (kind,) = first["failed"]

    def read_again(*how: str) -> int:
        summary = dishu("ingest", shelf, files, "--json", *how).json
        return summary["seen"] - summary["unchanged"]

    assert read_again() == 0
    assert read_again("--retry", kind) == 2, "the container and what is broken in it"
    assert read_again("--format", "txt") == 1
    assert read_again("--outdated") == 0
    connection = sqlite3.connect(shelf / "catalogue.db")
    connection.execute("UPDATE content SET reader = 'plain_text 0' WHERE format = 'txt'")
    connection.commit()
    connection.close()
    assert read_again("--outdated") == 1
    assert read_again("--outdated") == 0
    uuid = next(d["id"] for d in documents(dishu, shelf).values() if d["files"][0]["path"] == "甲.txt")
    assert dishu("show", shelf, uuid, "--json").json["files"][0]["reader"].startswith("plain_text ")


def test_a_correction_stands_when_a_newer_recogniser_reads_the_file(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    (files / "甲.txt").write_text(letter("修缮堤防"), encoding="utf-8")
    dishu("ingest", shelf, files)
    (document,) = documents(dishu, shelf).values()
    assert dishu("correct", shelf, document["id"], "dated_on", "2015-03-08", "--by", "王示例").status == 0
    connection = sqlite3.connect(shelf / "catalogue.db")
    connection.execute("UPDATE content SET recogniser = 'recognise/0'")
    connection.execute("UPDATE element SET value = replace(value, '修缮', '修理') WHERE name = 'title'")
    connection.commit()
    connection.close()
    summary = dishu("ingest", shelf, files, "--outdated", "--json").json
    assert summary["seen"] - summary["unchanged"] == 1
    (again,) = documents(dishu, shelf).values()
    assert (again["id"], again["dated_on"]) == (document["id"], "2015-03-08")
    assert again["title"] == f"{OFFICE}关于修缮堤防的通知", "what nobody corrected is read anew"
    (rule,) = dishu("correct", shelf, "--rules", "--json").json
    assert (rule["name"], rule["rule"], rule["corrected"]) == ("dated_on", "closing-date", 1)


def test_what_cannot_be_read_is_on_record_by_format_with_its_hash(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    closed = b"Founder CEB 3.11" + bytes(500)
    (files / "旧公文.ceb").write_bytes(closed)
    (files / "甲.txt").write_text(letter("修缮堤防"), encoding="utf-8")
    with zipfile.ZipFile(files / "包.zip", "w") as package:
        package.writestr("空.docx", b"")
        package.writestr("机密★5年.txt", letter("保密"))
    dishu("ingest", shelf, files, "--ocr", "off")
    formats = {one["format"]: one for one in dishu("status", shelf, "--json").json["formats"]}
    assert formats["txt"] == {"format": "txt", "files": 1, "ok": 1, "needs_ocr": 0, "failed": {}}
    assert formats["ceb"] == {
        "format": "ceb",
        "files": 1,
        "ok": 0,
        "needs_ocr": 0,
        "failed": {"unsupported": 1},
    }
    assert sum(one["files"] for one in formats.values()) == 4, "the one in quarantine has no format"
    lines = {line["path"]: line for line in dishu("status", shelf, "--failures", "--json").lines}
    assert lines["旧公文.ceb"]["sha256"] == hashlib.sha256(closed).hexdigest()
    assert "方正" in lines["旧公文.ceb"]["message"]
    assert lines["包.zip!/空.docx"]["kind"] == "damaged"
    assert "格式不支持 1" in dishu("status", shelf).out


@posix_only
def test_standby_is_held_off_while_files_are_taken_in(
    dishu: Dishu, shelf: Path, files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "programs" / "systemd-inhibit"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/asked\ncat\necho done > {tmp_path}/let_go\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    (files / "甲.txt").write_text(letter("修缮堤防"), encoding="utf-8")
    assert dishu("ingest", shelf, files, "--ocr", "off").status == 0
    assert (tmp_path / "asked").read_text() == "--what=sleep:idle\n"
    assert (tmp_path / "let_go").exists()


def test_closed_formats_are_on_record_with_their_hash_and_what_to_convert_them_to(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    unknown = bytes(range(256)) * 4
    maker = {
        "a.ceb": "Apabi",
        "b.cebx": "Apabi",
        "c.gd": "书生",
        "d.sep": "书生",
        "e.aip": "点聚",
        "f.wps": "WPS",
    }
    for name in maker:
        (files / name).write_bytes(name.encode() + unknown)
    summary = dishu("ingest", shelf, files, "--ocr", "off", "--json").json
    assert (summary["seen"], summary["failed"]) == (6, {"unsupported": 6})
    lines = {line["path"]: line for line in dishu("status", shelf, "--failures", "--json").lines}
    for name, reader in maker.items():
        line = lines[name]
        assert line["sha256"] == hashlib.sha256(name.encode() + unknown).hexdigest()
        assert reader in line["message"]
        assert "PDF" in line["message"]
    counted = {one["format"]: one["files"] for one in dishu("status", shelf, "--json").json["formats"]}
    assert counted == {"ceb": 1, "cebx": 1, "gd": 2, "aip": 1, "works": 1}


@posix_only
def test_odd_names_and_links_are_accounted_for(dishu: Dishu, shelf: Path, files: Path) -> None:
    deep = files.joinpath(*(f"第{level}层文件夹名字很长很长很长很长" for level in range(12)))
    deep.mkdir(parents=True)
    (deep / ("长" * 80 + ".txt")).write_text(letter("修缮堤防"), encoding="utf-8")
    broken = files / os.fsdecode(b"\xb9\xa4\xbe\xdf.txt")
    broken.write_text(letter("清理河道", 2), encoding="utf-8")
    with zipfile.ZipFile(files / "包.zip", "w") as package:
        package.writestr("长" * 400 + ".txt", letter("巡查水库", 3))
        package.writestr("../../出去.txt", letter("加固闸门", 4))
    (files / "回环").symlink_to(files, target_is_directory=True)
    (files / "断链.txt").symlink_to(files / "没有.txt")
    (files / "自指.txt").symlink_to(files / "自指.txt")
    os.mkfifo(files / "管道")
    summary = dishu("ingest", shelf, files, "--json").json
    outcomes = summary["ok"] + summary["skipped"] + summary["quarantined"] + summary["needs_ocr"]
    assert outcomes + sum(summary["failed"].values()) == summary["seen"]
    export = dishu("export", shelf).json
    assert export["failed"]["回环"] == "blocked"
    assert export["failed"]["断链.txt"] == "vanished"
    assert export["failed"]["自指.txt"] == "blocked"
    assert export["failed"]["管道"] == "unsupported"
    paths = [file["path"] for document in export["documents"] for file in document["files"]]
    assert any(len(path) > 250 for path in paths)
    assert "\\xb9\\xa4\\xbe\\xdf.txt" in paths
    assert any(path.startswith("包.zip!/长长") for path in paths)
    again = dishu("ingest", shelf, files, "--json").json
    assert again["ok"] == 0
    assert not (files.parent / "出去.txt").exists()


def test_a_file_that_vanishes_before_it_is_read_is_a_failure(files: Path) -> None:
    path = files / "甲.txt"
    path.write_text(letter("修缮堤防"), encoding="utf-8")
    found = found_file(str(path))
    path.unlink()
    (processed,) = process_file(found)
    assert processed.failure is not None
    assert processed.failure.kind is FailureKind.VANISHED


def test_a_file_that_grows_while_it_is_read_is_not_stored(files: Path) -> None:
    path = files / "甲.txt"
    path.write_text(letter("修缮堤防") * 5000, encoding="utf-8")
    found, stop = found_file(str(path)), threading.Event()

    def grow() -> None:
        while not stop.is_set():
            with path.open("a", encoding="utf-8") as stream:
                stream.write("又一行\n")

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        (processed,) = process_file(found)
    finally:
        stop.set()
        writer.join()
    assert processed.failure is not None
    assert processed.failure.kind is FailureKind.BLOCKED
    assert processed.extraction is None


def test_status_tells_how_a_run_went_and_that_one_was_interrupted(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    (files / "甲.txt").write_text(letter("修缮堤防"), encoding="utf-8")
    (files / "坏.docx").write_bytes(b"PK\x03\x04 not a package")
    dishu("ingest", shelf, files)
    last = dishu("status", shelf, "--json").json["last_run"]
    assert (last["kind"], last["state"], last["summary"]["seen"]) == ("ingest", "done", 2)
    assert last["progress"]["by_format"]["txt"]["files"] == 1
    (failure,) = dishu("status", shelf, "--failures", "--json").lines
    assert failure["path"] == "坏.docx"
    with open_catalogue(shelf) as catalogue, catalogue.write(by="系统", action="test") as unit:
        runs.start(unit.connection, unit.at, process=last["process"] | {"started": 0.0})
        unit.record("run")
        unit.commit()
    assert dishu("status", shelf, "--json").json["last_run"]["state"] == "interrupted"
    assert "中断" in dishu("status", shelf).out
