"""The whole job in real processes, workers and window failing in the middle of it: nothing of a document is left about."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from tests.e2e.test_keeping import NAME, RESIDENT, TITLE, leaks, plant

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="workers are ended by signals of Linux")
COPIES = 25
STARTED = 0.3
"""CPU seconds after which a worker reads files; all of them take it three times as long."""
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.ui import application

dress = application.dress

def fail():
    QTimer.singleShot(1000, end)
    raise ValueError("cannot show " + sys.argv[2])

def end():
    print("crash dialogs:", sum(one.objectName() == "crash" for one in QApplication.topLevelWidgets()))
    for one in QApplication.topLevelWidgets():
        if one.objectName() == "crash":
            print(one.details)
    QApplication.exit(0)

def dress_and_fail(app, memory):
    dress(app, memory)
    QTimer.singleShot(1500, fail)

application.dress = dress_and_fail
sys.exit(application.run_window([sys.argv[1]]))
"""


class Desk:
    """A catalogue, its own temporary folder, home and working folder; what processes said."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalogue = folder / "c"
        self.said: list[bytes] = []
        places = {name: folder / name for name in ("tmp", "home", "cwd")}
        for place in places.values():
            place.mkdir()
        self.environment = {
            **os.environ, "TMPDIR": str(places["tmp"]), "HOME": str(places["home"]), "XDG_CONFIG_HOME": str(places["home"]),
            "PYTHONUTF8": "1", "PYTHONPATH": str(Path.cwd()), "QT_QPA_PLATFORM": "offscreen",
        }  # fmt: skip

    def start(self, *command: object) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, *map(str, command)], env=self.environment, cwd=self.folder / "cwd",
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip

    def run(self, *command: object) -> int:
        return self.end(self.start(*command))

    def dishu(self, *words: object) -> int:
        return self.run("-m", "app", *words)

    def end(self, process: subprocess.Popen[bytes]) -> int:
        out, err = process.communicate(timeout=600)
        self.said += [out, err]
        return process.returncode

    def left_over(self) -> list[str]:
        """Planted words in what was said, and in every file but sources, catalogue and its backups."""
        files = [
            path
            for place in (
                self.folder / "tmp",
                self.folder / "home",
                self.folder / "cwd",
                self.catalogue / "logs",
            )
            for path in place.rglob("*")
            if path.is_file()
        ]
        return leaks(
            *self.said, *(path.read_bytes() for path in files), *(path.name.encode() for path in files)
        )


def shoot_workers(process: subprocess.Popen[bytes], times: int) -> int:
    """End workers with a fault of the processor while the command runs; how many were hit."""
    hit = 0
    parent = psutil.Process(process.pid)
    while process.poll() is None and hit < times:
        for child in parent.children(recursive=True):
            try:
                if "spawn_main" in " ".join(child.cmdline()) and child.cpu_times().user > STARTED:
                    child.send_signal(signal.SIGSEGV)
                    hit += 1
            except psutil.NoSuchProcess:
                continue
        time.sleep(0.1)
    return hit


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    plant(tmp_path / "files")
    text = (
        f"临湖县水利局文件\n{TITLE}\n各股室：\n    {NAME}，身份证号{RESIDENT}。\n"
        + "    执行有关规定。\n" * 4000
    )
    for number in range(COPIES):
        (tmp_path / "files" / f"{number}.txt").write_text(f"{text}{number}\n2015年3月7日\n", encoding="utf-8")
    assert desk.dishu("new", desk.catalogue, "--office", "临湖县水利局") == 0
    return desk


def test_workers_that_die_at_work_leave_nothing_about(desk: Desk, tmp_path: Path) -> None:
    ingest = desk.start(
        "-m", "app", "ingest", desk.catalogue, tmp_path / "files", "--workers", "2", "--ocr", "off"
    )
    assert shoot_workers(ingest, 3) > 0, "no worker was hit: nothing was tried"
    assert desk.end(ingest) == 1
    for words in (("group",), ("classify", "--workers", "1"), ("backup",), ("check",), ("reindex",)):
        assert desk.dishu(words[0], desk.catalogue, *words[1:]) == 0
    assert desk.dishu("search", desk.catalogue, "规定", "--count") == 0
    assert desk.left_over() == []
    assert not list((tmp_path / "cwd").iterdir()), "no core file, no trace"


def test_a_window_that_fails_leaves_nothing_about(desk: Desk, tmp_path: Path) -> None:
    pytest.importorskip("PySide6")
    desk.dishu("ingest", desk.catalogue, tmp_path / "files", "--workers", "1", "--ocr", "off")
    (tmp_path / "window.py").write_text(WINDOW, encoding="utf-8")
    assert desk.run(tmp_path / "window.py", desk.catalogue, f"{TITLE} {RESIDENT}") == 0
    said = b"".join(desk.said).decode()
    assert "crash dialogs: 1" in said
    assert "ValueError" in said
    assert desk.left_over() == []
