"""The window's promises on a catalogue of 100,000 documents, measured through the real main window.

    python bench/window.py [DOCUMENTS] [--keep FOLDER] [--steps STEPS]

``--keep``: the catalogue is made there once and used again; ``--steps``: how many documents are read one after
another to watch the memory, 5,000 when not said, none with 0. Needs no screen (``QT_QPA_PLATFORM=offscreen``). Prints one line for each figure beside its
limit, and ends with status 1 when one is missed. ``bench/window_walk.py`` walks through every screen.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import psutil
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.ui import application, garbage
from app.ui.memory import Memory
from app.ui.start.screen import StartScreen
from bench import promise
from tests.pace import slowness
from tests.ui.watchdog import Watchdog

if TYPE_CHECKING:  # loaded by the program itself, on the clock
    from app.ui.main_window import MainWindow
    from app.ui.reader.work import DocumentWork
    from app.ui.room import Room

STARTED = float(os.environ.get("BENCH_STARTED", "0"))
"""When the measured process was started: its clock runs while the program is imported."""
REVIEWER = "王示例"  # as in tests.ui.holdings, which is loaded only where the catalogue is made
DOCUMENTS = 100_000
SECONDS_TO_WAIT = 60.0
ROOMS = ("review", "overview", "ingest", "transfer", "registers", "audit", "settings")
MOST_TO_OPEN = 300
"""Milliseconds until a screen stands, and until what it reads is shown."""

STEPS = 200
LONG_STEPS = 5_000
SHARE_BEFORE_GROWTH = 5
"""Memory is compared with what it was after a fifth of the steps."""
MOST_GROWTH = 5.0
"""Percent by which memory may grow from step 1,000 to step 5,000."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement and its limit."""

    name: str
    value: float
    limit: float
    unit: str
    promise: str = ""
    """Its name among the promises."""

    @property
    def is_kept(self) -> bool:
        """Whether the promise holds."""
        return self.value <= self.limit

    def __str__(self) -> str:
        verdict = "ok" if self.is_kept else "MISSED"
        return f"{self.name:<44} {self.value:>9.1f} {self.unit:<4} limit {self.limit:>7.0f}  {verdict}"


def pause(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def seconds_until(condition: Callable[[], bool]) -> float:
    began = time.perf_counter()
    while not condition():
        if time.perf_counter() - began > SECONDS_TO_WAIT:
            message = "waited in vain"
            raise TimeoutError(message)
        pause(1)
    return time.perf_counter() - began


def memory_of(folder: Path, catalogue: Path) -> Memory:
    made = Memory(QSettings(str(folder / "bench.ini"), QSettings.Format.IniFormat))
    made.put(f"person/{catalogue}", REVIEWER)
    made.put("window/room", "documents")
    return made


def open_window(catalogue: Path, memory: Memory) -> tuple[StartScreen, "MainWindow", list[Figure]]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    garbage.rest_while_starting()  # as run_window does
    application.dress(app, memory)
    start = StartScreen(memory)
    figures: list[Figure] = []

    def painted(window: "MainWindow") -> None:
        window.resize(1366, 768)
        window.repaint()
        figures.append(
            Figure("start to first paint", (time.time() - STARTED) * 1000, 2000, "ms", "first_paint")
        )
        figures.append(Figure("  of that, CPU of the window's thread", time.thread_time() * 1000, 2000, "ms"))

    start.opened.connect(painted)
    start.open(catalogue)
    seconds_until(lambda: start.window is not None and start.window.isVisible())
    assert start.window is not None
    return start, start.window, figures


def first_rows_are_shown(window: "MainWindow") -> bool:
    from app.ui.desk import RoomName

    room = window.room(RoomName.DOCUMENTS)
    if room is None:
        return False
    model = room.model
    return bool(model.ids) and bool(model.data(model.index(0, 2)))


def enter(window: "MainWindow", name: str) -> "Room":
    from app.ui.desk import RoomName

    return window.show_room(RoomName(name))


def are_prepared(window: "MainWindow") -> bool:
    """Whether all rooms have been put together, which the window does while nobody asks for anything."""
    return window.findChild(garbage.Tidier) is not None  # the last thing it does


def measure_rooms(window: "MainWindow") -> list[Figure]:
    with Watchdog() as watch:
        seconds_until(partial(are_prepared, window))
        figures = _first_openings(window)
    longest = watch.longest * 1000 / slowness()
    return [*figures, Figure("longest slot of first openings, CPU", longest, 50, "ms", "openings")]


def _first_openings(window: "MainWindow") -> list[Figure]:
    figures = []
    for name in ROOMS:
        began, busy = time.perf_counter(), time.thread_time()
        room = enter(window, name)
        window.repaint()
        stands, used = time.perf_counter() - began, time.thread_time() - busy
        seconds_until(partial(shows_all, window, room))
        window.repaint()
        shows = time.perf_counter() - began
        figures.append(Figure(f"{name} stands", stands * 1000, MOST_TO_OPEN, "ms", name))
        figures.append(Figure("  of that, CPU of the window's thread", used * 1000, MOST_TO_OPEN, "ms"))
        figures.append(Figure(f"{name} shows what it reads", shows * 1000, MOST_TO_OPEN, "ms"))
        pause(200)
    return figures


def shows_all(window: "MainWindow", room: "Room") -> bool:
    """Whether a screen has what it reads, the review desk its first document too, with those read ahead of it."""
    has_document = room.NAME != "review" or room.work.record is not None
    return has_document and not window.desk.runner.tasks


def is_shown(work: "DocumentWork", document: int) -> bool:
    return work.record is not None and work.record.row.id == document


def measure_steps(window: "MainWindow") -> list[Figure]:
    room = enter(window, "review")
    seconds_until(lambda: not window.desk.runner.tasks)
    table, work = room.view.table, room.work
    table.stand_on(0)
    pause(300)
    spans, busy = [], time.thread_time()
    for _ in range(min(STEPS, len(room.model.ids) - 1)):
        place = table.currentIndex().row() + 1
        wanted = room.model.ids[place]
        began = time.perf_counter()
        table.stand_on(place)
        seconds_until(partial(is_shown, work, wanted))
        spans.append(time.perf_counter() - began)
        pause(20)
    spans.sort()
    each = (time.thread_time() - busy) / len(spans)
    return [
        Figure("key to next document, p95", spans[int(len(spans) * 0.95)] * 1000, 100, "ms", "next_document"),
        Figure("  CPU of the window's thread for each", each * 1000, 100, "ms"),
    ]


def measure_growth(window: "MainWindow", steps: int) -> list[Figure]:
    """Memory after a fifth and after all of so many documents read one after another."""
    room = enter(window, "review")
    table, model = room.view.table, room.model
    early = 0.0
    for step in range(steps):
        table.stand_on(step % len(model.ids))
        pause(8)
        if step % 500 == 0:
            enter(window, "documents")
            pause(50)
            enter(window, "review")
        if step + 1 == steps // SHARE_BEFORE_GROWTH:
            seconds_until(lambda: not window.desk.runner.tasks)
            early = psutil.Process().memory_info().rss
    seconds_until(lambda: not window.desk.runner.tasks)
    grown = 100 * (psutil.Process().memory_info().rss / early - 1)
    name = f"memory grown from step {steps // SHARE_BEFORE_GROWTH:,} to {steps:,}"
    return [Figure(name, grown, MOST_GROWTH, "%", "growth")]


def measure_scrolling(window: "MainWindow") -> list[Figure]:
    room = enter(window, "documents")
    bar = room.view.table.verticalScrollBar()
    with Watchdog() as watch:
        for step in range(100):
            bar.setValue(bar.maximum() * step // 100)
            pause(15)
    fetched = room.model.row_count_here
    return [
        Figure("longest slot while scrolling, CPU", watch.longest * 1000, 50, "ms", "scrolling"),
        Figure("rows held after scrolling through all", fetched, 13_000, ""),
    ]


def measure_typing(window: "MainWindow") -> list[Figure]:
    room = enter(window, "documents")
    field = room.view.search
    with Watchdog() as watch:
        for letter in "饮水安全":
            field.insert(letter)
            pause(60)
        field.clear()
        pause(1500)
        seconds_until(lambda: not window.desk.runner.tasks)
        pause(300)
    return [Figure("longest slot while typing in the search, CPU", watch.longest * 1000, 50, "ms", "typing")]


def measure(catalogue: Path, steps: int) -> int:
    start, window, figures = open_window(catalogue, memory_of(catalogue.parent, catalogue))
    seconds_until(lambda: first_rows_are_shown(window))
    figures.append(Figure("start to first rows", (time.time() - STARTED) * 1000, 3000, "ms"))
    seconds_until(lambda: not window.desk.runner.tasks)
    figures += measure_rooms(window)
    figures += measure_steps(window)
    figures += measure_scrolling(window)
    figures += measure_typing(window)
    if steps:
        figures += measure_growth(window, steps)
    figures.append(Figure("memory", psutil.Process().memory_info().rss / 2**20, 500, "MiB", "megabytes"))
    for figure in figures:
        print(figure)
        if figure.promise:
            promise.tell(figure.promise, figure.value)
    window.close()
    start.stop()
    return 0 if all(figure.is_kept for figure in figures) else 1


def made_catalogue(folder: Path, count: int) -> Path:
    """The generated catalogue in ``folder``, made now if it is not there."""
    from tests.ui.holdings import new_catalogue

    catalogue = folder / f"catalogue-{count}"
    if not catalogue.exists():
        began = time.perf_counter()
        new_catalogue(folder / "unfinished", count).close()
        (folder / "unfinished").rename(catalogue)
        print(f"{count:,} documents generated in {time.perf_counter() - began:.0f} s")
    return catalogue


def parsed() -> argparse.Namespace:
    """What was asked for on the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("documents", type=int, nargs="?", default=DOCUMENTS)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--steps", type=int, default=LONG_STEPS)
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> int:
    wanted = parsed()
    if wanted.measure:
        return measure(wanted.measure, wanted.steps)
    with tempfile.TemporaryDirectory() as made:
        folder = wanted.keep or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, __file__, "--measure", str(made_catalogue(folder, wanted.documents))]
        command += ["--steps", str(wanted.steps)]
        environment = os.environ | {"BENCH_STARTED": str(time.time())}
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
