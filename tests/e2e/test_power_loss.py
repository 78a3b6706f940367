"""The power goes at any moment: what had been acknowledged is there, and the catalogue is whole.

``bench/power_loss.py`` is the long version.
"""

import random
from pathlib import Path

import pytest

from tests import disk, power_cuts
from tests.disk import Call, Disk
from tests.e2e.conftest import Dishu

CUTS = 30

needs_recorder = pytest.mark.skipif(not disk.can_record(), reason="needs strace on Linux")


def letter(number: int) -> str:
    return (
        f"临湖县水利局文件\n临水发〔2015〕{number}号\n关于第{number}号河道清淤的通知\n各乡镇水利站：\n"
        f"    请按第{number}号方案执行。\n临湖县水利局\n2015年3月{number}日\n"
    )


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for part, numbers in (("first", range(1, 7)), ("more", range(7, 13))):
        (tmp_path / part).mkdir()
        for number in numbers:
            (tmp_path / part / f"{number}.txt").write_text(letter(number), encoding="utf-8")
    return tmp_path


@needs_recorder
def test_a_power_cut_at_any_moment_costs_nothing_acknowledged(files: Path, dishu: Dishu) -> None:
    office = files / "c"
    dishu("new", office, "--office", "临湖县水利局")
    assert dishu("ingest", office, files / "first", "--workers", "1").status == 0
    dishu("people", "add", office, "王示例", "--role", "reviewer", "--by", "王示例")
    dishu("people", "add", office, "李复核", "--role", "approver", "--by", "王示例")
    ids = power_cuts.documents(office)
    proposing = ("--attribute", "proactive", "--by", "王示例")
    commands = [
        ("review", "decide", office, *ids[:3], *proposing),
        ("review", "approve", office, *ids[:2], "--by", "李复核"),
        ("ingest", office, files / "more", "--workers", "1"),
        ("backup", office),
        ("review", "return", office, ids[2], "--by", "李复核", "--reason", "请再核"),
        ("reindex", office),
        ("restore", office, power_cuts.NEWEST, "--by", "王示例"),
        ("review", "decide", office, ids[3], *proposing),
    ]
    chance = random.Random(11)
    before, calls = power_cuts.work(office, commands, files)
    assert len(power_cuts.promises(calls)) == len(commands) + 2, "one before the work, one before the restore"
    assert max(len(each.decisions) for each in power_cuts.promises(calls)) >= 3 + 3 + 2 + 1
    found = {
        cut.calls: problems
        for cut in power_cuts.cuts(before, calls, CUTS, files, chance)
        if (problems := power_cuts.problems(cut))
    }
    assert found == {}


def left(told: Disk, target: Path) -> set[tuple[str, bytes]]:
    """What may be left, over many cuts at the same moment."""
    found: set[tuple[str, bytes]] = set()
    for number in range(60):
        told.lay_out(target / str(number), random.Random(number))
        found |= {(path.name, path.read_bytes()) for path in (target / str(number)).rglob("*")}
    return found


def test_a_disk_promises_nothing_but_what_was_synced(tmp_path: Path) -> None:
    """The simulation itself must be able to lose things."""
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a").write_bytes(b"0" * 1024)
    path, new = str(tmp_path / "d" / "a"), str(tmp_path / "d" / "b")
    told = Disk(tmp_path / "d", leave_out="-shm")
    told.take(Call("pwrite64", path, b"1" * 1024, at=0))
    kept, torn, lost = b"1" * 1024, b"1" * 512 + b"0" * 512, b"0" * 1024
    assert {("a", kept), ("a", torn), ("a", lost)} <= left(told, tmp_path / "unsynced")
    told.take(Call("fsync", path))
    told.take(Call("rename", path, other=new))
    assert left(told, tmp_path / "synced") == {("a", kept), ("b", kept)}
    told.take(Call("fsync", str(tmp_path / "d")))
    assert left(told, tmp_path / "named") == {("b", kept)}
