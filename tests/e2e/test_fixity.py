"""Source files are compared, byte for byte, with what was read."""

import os
import zipfile
from pathlib import Path

import pytest

from app.cli.output import TerminalProgress
from app.errors import Cancelled
from app.inventory.fixity import Difference, Fault, check_sources
from app.progress import Silent
from app.store import integrity
from app.store.catalogue import open_catalogue
from tests.e2e.conftest import Dishu


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    (folder / "2015").mkdir(parents=True)
    for number in range(1, 6):
        (folder / "2015" / f"{number}.txt").write_text(
            f"关于第{number}号事项的通知\n请认真落实。\n", encoding="utf-8"
        )
    return folder


@pytest.fixture
def shelf(tmp_path: Path, files: Path, dishu: Dishu) -> Path:
    assert dishu("new", tmp_path / "c", "--office", "临湖县水利局").status == 0
    assert dishu("ingest", tmp_path / "c", files, "--workers", "1").status == 0
    return tmp_path / "c"


def test_untouched_files_are_as_they_were(dishu: Dishu, shelf: Path) -> None:
    done = dishu("check", shelf, "--sources", "--json")
    assert done.status == 0
    assert done.json == {"checked": 5, "differences": []}


def test_each_difference_is_named_with_what_it_means(dishu: Dishu, shelf: Path, files: Path) -> None:
    decayed, rewritten, missing = (files / "2015" / f"{number}.txt" for number in (1, 2, 3))
    before = decayed.stat()
    data = bytearray(decayed.read_bytes())
    data[-3] ^= 1
    decayed.write_bytes(data)
    os.utime(decayed, ns=(before.st_atime_ns, before.st_mtime_ns))
    rewritten.write_text("另存过", encoding="utf-8")
    missing.unlink()
    done = dishu("check", shelf, "--sources", "--json")
    assert done.status == 1
    assert {(Path(each["path"]).name, each["fault"]) for each in done.json["differences"]} == {
        ("1.txt", "decayed"),
        ("2.txt", "rewritten"),
        ("3.txt", "missing"),
    }
    told = dishu("check", shelf, "--sources").out
    assert "磁盘可能有故障" in told
    assert "核对了 5 个来源文件：找不到 1；已改动 1；内容变了而大小和时间没变 1。" in told


class StopsAfter(Silent):
    """A person who stops the check."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def step(self, _stage: str, done: int, _total: int = 0) -> None:
        if done >= self.steps:
            raise Cancelled


def test_a_check_that_was_stopped_goes_on_and_keeps_what_it_found(shelf: Path, files: Path) -> None:
    (files / "2015" / "1.txt").unlink()
    with open_catalogue(shelf) as catalogue:
        with pytest.raises(Cancelled):
            check_sources(catalogue, StopsAfter(2), by="王示例")
        with catalogue.read() as connection:
            assert "停在第 2 个" in "".join(integrity.warnings(connection))
        (files / "2015" / "1.txt").write_text("又回来了", encoding="utf-8")
        found = check_sources(catalogue, TerminalProgress(), by="王示例")
        assert found.checked == 5
        assert found.differences == (Difference(f"{files}/2015/1.txt", Fault.MISSING),)
        assert check_sources(catalogue, Silent(), by="王示例").differences[0].fault is Fault.REWRITTEN


def test_a_year_without_a_check_is_told(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_catalogue(shelf) as catalogue, catalogue.read() as connection:
        assert integrity.warnings(connection) == []
        monkeypatch.setattr(integrity, "now", lambda: "2099-01-01T00:00:00")
        assert "没有逐个核对过" in "".join(integrity.warnings(connection))


def test_a_container_vouches_for_its_members(dishu: Dishu, shelf: Path, files: Path) -> None:
    with zipfile.ZipFile(files / "packed.zip", "w") as packed:
        packed.writestr("a.txt", "关于春耕的通知\n请认真落实。")
    assert dishu("ingest", shelf, files, "--workers", "1").status == 0
    (files / "packed.zip").unlink()
    differences = dishu("check", shelf, "--sources", "--json").json["differences"]
    assert [(Path(each["path"]).name, each["fault"]) for each in differences] == [("packed.zip", "missing")]
