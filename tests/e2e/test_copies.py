"""Copies, moved files and files that come back: told by their hash, never counted twice, never unguarded."""

import shutil
import sqlite3
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.domain.source import FileFormat, FileStatus, Held
from app.formats.digest import sha256_of
from app.formats.extract import current_reader
from app.inventory.process import process_file
from app.inventory.scan import found_file
from tests.e2e.conftest import Dishu, letter


def values(shelf: Path, question: str) -> list[object]:
    connection = sqlite3.connect(shelf / "catalogue.db")
    try:
        return [row[0] for row in connection.execute(question)]
    finally:
        connection.close()


@pytest.mark.parametrize("name", ["副本.txt", "机密★5年.txt"])
def test_only_the_hash_of_a_copy_is_looked_at_behind_the_gate(files: Path, name: str) -> None:
    path = files / name
    path.write_text(letter("修缮堤防"), encoding="utf-8")
    with path.open("rb") as stream:
        sha256 = sha256_of(stream)
    with path.open("rb") as stream:
        held = Held(FileFormat.TXT, FileStatus.OK, current_reader(stream, name) or "")
    (copy,) = process_file(replace(found_file(str(path)), held={sha256: held}))
    (older,) = process_file(
        replace(found_file(str(path)), held={sha256: replace(held, reader="plain_text 0")})
    )
    (other,) = process_file(replace(found_file(str(path)), held={"0" * 64: held}))
    if "★" in name:
        assert copy.status is other.status is FileStatus.QUARANTINED
        return
    assert (copy.status, copy.sha256, copy.copy_of, copy.extraction) == (FileStatus.OK, sha256, held, None)
    assert older.extraction is not None, "an older version of the reader has read it"
    assert (other.copy_of, other.sha256) == (None, sha256)
    assert other.extraction is not None


def test_a_file_that_was_deleted_and_put_back_is_the_same_document(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    (files / "乙.txt").write_text(letter("清理河道", 2), encoding="utf-8")
    (files / "甲.txt").write_text(letter("修缮堤防"), encoding="utf-8")
    dishu("ingest", shelf, files)
    before = next(d for d in dishu("export", shelf).json["documents"] if "堤防" in d["title"])
    dishu("correct", shelf, before["id"], "genre", "通报", "--by", "王示例")
    kept = (files / "甲.txt").read_bytes()
    (files / "甲.txt").unlink()
    assert dishu("ingest", shelf, files, "--json").json["vanished"] == 1
    assert values(shelf, "SELECT is_present FROM location ORDER BY path") == [1, 0]
    assert len(dishu("export", shelf).json["documents"]) == 2, "it stays on record"
    (files / "甲.txt").write_bytes(kept)
    again = dishu("ingest", shelf, files, "--json").json
    assert (again["seen"], again["ok"], again["vanished"]) == (2, 1, 0)
    (after, _) = sorted(dishu("export", shelf).json["documents"], key=lambda d: "堤防" not in d["title"])
    assert (after["id"], after["genre"], len(after["files"])) == (before["id"], "通报", 1)
    assert values(shelf, "SELECT is_present FROM location") == [1, 1]
    assert dishu("search", shelf, "堤防", "--json").json["count"] == 1
    assert dishu("check", shelf).status == 0


def test_a_folder_that_was_moved_is_told_by_its_hashes(dishu: Dishu, shelf: Path, files: Path) -> None:
    (files / "旧").mkdir()
    for number in range(1, 4):
        (files / "旧" / f"{number}.txt").write_text(letter("修缮堤防", number), encoding="utf-8")
    dishu("ingest", shelf, files)
    before = {one["id"] for one in dishu("export", shelf).json["documents"]}
    read_at = values(shelf, "SELECT extracted_at FROM content ORDER BY id")
    shutil.move(files / "旧", files / "新")
    summary = dishu("ingest", shelf, files, "--json").json
    assert (summary["ok"], summary["moved"], summary["vanished"]) == (3, 3, 0)
    assert {one["id"] for one in dishu("export", shelf).json["documents"]} == before
    assert values(shelf, "SELECT extracted_at FROM content ORDER BY id") == read_at


def test_a_copy_of_what_an_older_reader_read_is_read(dishu: Dishu, shelf: Path, files: Path) -> None:
    (files / "甲.txt").write_text(letter("修缮堤防"), encoding="utf-8")
    dishu("ingest", shelf, files)
    connection = sqlite3.connect(shelf / "catalogue.db")
    connection.execute("UPDATE content SET reader = 'plain_text 0'")
    connection.commit()
    connection.close()
    shutil.copy(files / "甲.txt", files / "乙.txt")
    assert dishu("ingest", shelf, files, "--json").json["ok"] == 1
    (reader,) = values(shelf, "SELECT reader FROM content")
    assert reader != "plain_text 0"


def test_a_person_releases_one_file_and_not_its_copies(dishu: Dishu, shelf: Path, files: Path) -> None:
    (files / "样张.txt").write_text(f"机密★5年\n{letter('保密培训')}", encoding="utf-8")
    assert dishu("ingest", shelf, files, "--json").json["quarantined"] == 1
    (waiting,) = dishu("quarantine", "list", shelf, "--json").lines
    reason = ("--by", "王示例", "--reason", "系培训样张")
    dishu("quarantine", "release", shelf, waiting["number"], *reason)
    assert dishu("ingest", shelf, files, "--json").json["ok"] == 1
    shutil.copy(files / "样张.txt", files / "副本.txt")
    assert dishu("ingest", shelf, files, "--json").json["quarantined"] == 1


def test_a_copy_of_a_mail_brings_its_attachments_along(dishu: Dishu, shelf: Path, files: Path) -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "wang@example.invalid", "li@example.invalid", "通知"
    mail.set_content("附件请查收。")
    mail.add_attachment(letter("修缮堤防"), filename="堤防.txt")
    (files / "甲.eml").write_bytes(bytes(mail))
    assert dishu("ingest", shelf, files, "--json").json["seen"] == 2
    shutil.copy(files / "甲.eml", files / "乙.eml")
    assert dishu("ingest", shelf, files, "--json").json["seen"] == 3, "the first mail counts as one"
    paths = {f["path"] for d in dishu("export", shelf).json["documents"] for f in d["files"]}
    assert {"甲.eml!/堤防.txt", "乙.eml!/堤防.txt"} <= paths
