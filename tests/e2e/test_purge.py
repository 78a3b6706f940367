"""What turned out to be classified goes out of the catalogue: no byte of it is left."""

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from app.inventory.purge import BY_A_PERSON, CERTAIN, expel
from app.store.catalogue import open_catalogue
from app.store.purging import contents_at
from tests.e2e.conftest import OFFICE, Dishu, documents, letter
from tests.e2e.left_bytes import RARE, is_left


@pytest.mark.parametrize("named_by", ["path", "document"])
def test_purged_content_leaves_no_byte(dishu: Dishu, shelf: Path, files: Path, named_by: str) -> None:
    (files / "甲.txt").write_text(letter(f"{RARE}保护"), encoding="utf-8")
    (files / "乙.txt").write_text(letter("修缮堤防", 2), encoding="utf-8")
    dishu("ingest", shelf, files, "--ocr", "off")
    uuid = next(d["id"] for title, d in documents(dishu, shelf).items() if RARE in title)
    dishu("classify", shelf)
    dishu("correct", shelf, uuid, "annotation", f"{RARE}附注", "--by", "王示例")
    dishu("backup", shelf)
    assert is_left(shelf, RARE), "the search below would find nothing in any case"
    target = "甲.txt" if named_by == "path" else uuid
    assert dishu("purge", shelf, target, "--by", "王示例", "--reason", " ").status == 2
    done = dishu("purge", shelf, target, "--by", "王示例", "--reason", "核对原件后认定", "--json")
    assert done.json == {"locations": 1, "documents": 1, "kept_documents": [], "backups_replaced": 1,
        "leftovers_destroyed": 0, "set_aside_cleansed": 0, "set_aside_left": [], "elsewhere": [],
    }  # fmt: skip
    assert not is_left(shelf, RARE)
    assert dishu("check", shelf).status == 0
    assert dishu("audit", "verify", shelf, "--json").json["valid"]
    assert dishu("search", shelf, "堤防", "--json").json["count"] == 1
    assert dishu("search", shelf, RARE, "--json").json["count"] == 0
    assert dishu("export", shelf).json["quarantined"] == ["甲.txt"]


def test_a_purge_reaches_what_was_set_aside_and_names_what_lies_beside(
    dishu: Dishu, shelf: Path, files: Path, tmp_path: Path
) -> None:
    """A restore sets the present catalogue aside; repair, dump and people leave copies beside it."""
    (files / "甲.txt").write_text(letter(f"{RARE}保护"), encoding="utf-8")
    dishu("ingest", shelf, files, "--ocr", "off")
    dishu("classify", shelf)
    made = dishu("backup", shelf, "--json").json["backup"]
    dishu("restore", shelf, made, "--by", "王示例")
    (shelf / "catalogue.db.restoring").write_bytes(RARE.encode())
    assert dishu("repair", shelf, "--into", tmp_path / "修复", "--by", "王示例").status == 0
    dishu("dump", shelf, tmp_path / "导出")
    dishu("dump", shelf, tmp_path / "半份")
    (tmp_path / "半份" / "tables" / "setting.jsonl").unlink()
    shutil.copy(made, tmp_path / "抄走的.db")
    (tmp_path / "毁了").mkdir()
    (tmp_path / "毁了" / "catalogue.db").write_bytes(b"\xa5" * 8192)
    dishu("new", tmp_path / "别的", "--office", OFFICE)
    (tmp_path / "别人的.db").write_bytes(b"none of ours")
    assert list(shelf.glob("set-aside-*/catalogue.db"))
    done = dishu("purge", shelf, "甲.txt", "--by", "王示例", "--reason", "核对原件后认定", "--json")
    assert done.status == 1
    assert (done.json["set_aside_cleansed"], done.json["leftovers_destroyed"]) == (1, 1)
    beside = {"修复", "导出", "半份", "抄走的.db", "毁了"}
    assert {Path(path).name for path in done.json["elsewhere"]} == beside
    assert not is_left(shelf, RARE)
    (aside,) = shelf.glob("set-aside-*")
    assert not is_left(aside, RARE)
    assert dishu("purge", tmp_path / "修复", "甲.txt", "--by", "王示例", "--reason", "同上").status == 1
    assert not is_left(tmp_path / "修复", RARE)
    assert dishu("check", shelf).status == 0


def test_a_purge_leaves_what_is_newer_in_what_was_set_aside(dishu: Dishu, shelf: Path, files: Path) -> None:
    """An older backup was restored: only the catalogue that was set aside holds the work done since."""
    (files / "甲.txt").write_text(letter(f"{RARE}保护"), encoding="utf-8")
    dishu("ingest", shelf, files, "--ocr", "off")
    made = dishu("backup", shelf, "--json").json["backup"]
    (files / "乙.txt").write_text(letter("修缮堤防", 2), encoding="utf-8")
    (files / "丙.txt").write_text(letter(f"再论{RARE}", 3), encoding="utf-8")
    dishu("ingest", shelf, files, "--ocr", "off")
    uuid = next(d["id"] for title, d in documents(dishu, shelf).items() if "堤防" in title)
    dishu("correct", shelf, uuid, "annotation", "此件存查", "--by", "王示例")
    dishu("restore", shelf, made, "--by", "王示例")
    dishu("ingest", shelf, files, "--ocr", "off")
    (files / "丙.txt").rename(files / "丁.txt")
    dishu("ingest", shelf, files, "--ocr", "off")
    for name in ("甲.txt", "丁.txt"):
        done = dishu("purge", shelf, name, "--by", "王示例", "--reason", "核对原件后认定", "--json")
        assert (done.status, done.json["set_aside_cleansed"], done.json["set_aside_left"]) == (0, 1, [])
    (aside,) = shelf.glob("set-aside-*")
    assert not is_left(shelf, RARE)
    assert not is_left(aside, RARE)
    assert not list(aside.glob("backups/*"))
    assert dishu("check", aside).status == 0
    assert "此件存查" in dishu("show", aside, uuid).out
    assert dishu("audit", "verify", aside, "--json").json["valid"]


def test_a_purge_that_was_broken_off_is_finished_in_what_was_set_aside_too(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    (files / "甲.txt").write_text(letter(f"{RARE}保护"), encoding="utf-8")
    dishu("ingest", shelf, files, "--ocr", "off")
    dishu("restore", shelf, dishu("backup", shelf, "--json").json["backup"], "--by", "王示例")
    with open_catalogue(shelf) as catalogue, catalogue.write(by="王示例", action="purge") as unit:
        expel(unit, contents_at(unit.connection, "甲.txt", ""), CERTAIN, BY_A_PERSON, reason="断电之前")
        unit.commit()
    (aside,) = shelf.glob("set-aside-*")
    assert is_left(aside, RARE)
    again = ("purge", shelf, "甲.txt", "--by", "王示例", "--reason", "核对原件后认定")
    done = dishu(*again)
    assert (done.status, "先前已清除" in done.out) == (0, True)
    assert not is_left(shelf, RARE)
    assert not is_left(aside, RARE)
    assert dishu(*again).status == 3, "nothing is left to be done"


def test_what_was_set_aside_and_cannot_be_opened_is_destroyed_at_a_word_only(
    dishu: Dishu, shelf: Path, files: Path
) -> None:
    (files / "甲.txt").write_text(letter(f"{RARE}保护"), encoding="utf-8")
    dishu("ingest", shelf, files, "--ocr", "off")
    aside = shelf / "set-aside-20250307-090000"
    aside.mkdir()
    (aside / "catalogue.db").write_bytes(b"\xa5" * 8192 + RARE.encode())
    done = dishu("purge", shelf, "甲.txt", "--by", "王示例", "--reason", "核对原件后认定", "--json")
    assert (done.status, done.json["set_aside_left"]) == (1, [str(aside)])
    assert (aside / "catalogue.db").exists()
    both = ("--by", "王示例", "--reason", "损坏，已从备份恢复")
    assert dishu("purge", shelf, *both).status == 2
    assert dishu("purge", shelf, "甲.txt", "--destroy-set-aside", *both).status == 2
    assert dishu("purge", shelf, "--destroy-set-aside", *both, "--json").json == {"set_aside_destroyed": 1}
    assert not aside.exists()
    assert dishu("audit", "verify", shelf, "--json").json["valid"]


def test_a_purged_file_stays_out_until_a_person_releases_it(dishu: Dishu, shelf: Path, files: Path) -> None:
    with zipfile.ZipFile(files / "包.zip", "w") as package:
        package.writestr("甲.txt", letter(f"{RARE}保护"))
        package.writestr("乙.txt", letter("修缮堤防", 2))
    dishu("ingest", shelf, files, "--ocr", "off")
    dishu("purge", shelf, "包.zip!/甲.txt", "--by", "王示例", "--reason", "核对原件后认定")
    os.utime(files / "包.zip", (1, 1))
    again = dishu("ingest", shelf, files, "--ocr", "off", "--json").json
    assert (again["quarantined"], again["ok"]) == (1, 2)
    assert not is_left(shelf, RARE)
    (waiting,) = dishu("quarantine", "list", shelf, "--json").lines
    dishu("quarantine", "release", shelf, waiting["number"], "--by", "王示例", "--reason", "再次核对，不涉密")
    assert dishu("ingest", shelf, files, "--ocr", "off", "--json").json["ok"] == 3
