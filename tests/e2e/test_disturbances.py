"""What the world does while the program works: shares that go, folders emptied, two programs at once."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import AppError
from app.formats.pool import WorkerPool
from app.inventory.ingest import ingest
from app.store.catalogue import open_catalogue
from tests.e2e.conftest import Dishu

OFFICE = "临湖县水利局"


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "共享盘"
    for year in (2014, 2015):
        (folder / str(year)).mkdir(parents=True)
        for number in range(1, 4):
            text = (
                f"关于{year}年第{number}号河道清淤的通知\n各水利站：\n    请执行。\n{year}年3月{number}日\n"
            )
            (folder / str(year) / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def shelf(tmp_path: Path, dishu: Dishu) -> Path:
    dishu("new", tmp_path / "c", "--office", OFFICE)
    return tmp_path / "c"


def present(dishu: Dishu, shelf: Path) -> int:
    return sum(len(document["files"]) for document in dishu("export", shelf).json["documents"])


def test_a_share_that_left_an_empty_folder_costs_no_file(dishu: Dishu, shelf: Path, files: Path) -> None:
    dishu("ingest", shelf, files, "--workers", "1")
    kept = files.rename(files.with_name("拔掉的盘"))
    files.mkdir()
    said = dishu("ingest", shelf, files, "--workers", "1")
    assert said.status == 3
    assert "是空的，而上次里面有 6 个文件" in said.err
    files.rmdir()
    said = dishu("ingest", shelf, files, "--workers", "1")
    assert said.status == 3
    assert "找不到文件夹" in said.err
    assert present(dishu, shelf) == 6
    kept.rename(files)
    assert dishu("ingest", shelf, files, "--workers", "1", "--json").json["unchanged"] == 6


def test_a_folder_that_was_emptied_on_purpose_can_say_so(dishu: Dishu, shelf: Path, files: Path) -> None:
    dishu("ingest", shelf, files, "--workers", "1")
    shutil.rmtree(files)
    files.mkdir()
    (files / "已清空.txt").write_text("2026年清理完毕。", encoding="utf-8")
    assert dishu("ingest", shelf, files, "--workers", "1", "--json").json["vanished"] == 6


class Pulled:
    """Progress of a run during which somebody pulls the plug of the share."""

    def __init__(self, share: Path) -> None:
        self._share = share

    def step(self, stage: str, done: int, total: int = 0) -> None:
        """The share is gone once the first file was read; its empty folder stays."""
        del total
        if stage == "读取文件" and done == 1 and not self._share.with_name("拔掉的盘").exists():
            self._share.rename(self._share.with_name("拔掉的盘"))
            self._share.mkdir()


def test_a_share_that_goes_while_it_is_read_costs_no_file(dishu: Dishu, shelf: Path, files: Path) -> None:
    dishu("ingest", shelf, files, "--workers", "1")
    for path in files.rglob("*.txt"):
        path.write_text(path.read_text(encoding="utf-8") + "（此件公开发布）\n", encoding="utf-8")
    with (
        open_catalogue(shelf) as catalogue,
        WorkerPool(1) as pool,
        pytest.raises(AppError, match="现在是空的"),
    ):
        ingest(catalogue, [files], pool, Pulled(files), by="系统")
    files.rmdir()
    files.with_name("拔掉的盘").rename(files)
    again = dishu("ingest", shelf, files, "--workers", "1", "--json").json
    assert (again["vanished"], sum(again["failed"].values())) == (0, 0)
    assert present(dishu, shelf) == 6
    assert dishu("check", shelf).status == 0


def test_two_programs_take_turns_on_one_catalogue(dishu: Dishu, shelf: Path, files: Path) -> None:
    command = [sys.executable, "-m", "app", "ingest", str(shelf)]
    working = [
        subprocess.Popen(
            [*command, str(files / year), "--workers", "1"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for year in ("2014", "2015")
    ]
    said = [process.communicate(timeout=600)[1].decode() for process in working]
    assert [process.returncode for process in working] == [0, 0], said
    assert present(dishu, shelf) == 6
    assert dishu("check", shelf, "--json").json == {"valid": True, "problems": [], "warnings": []}
    assert dishu("audit", "verify", shelf, "--json").json["valid"]
