"""The window's promises on a catalogue of 100,000 documents, measured through the real main window.

Run ``python bench/window.py [DOCUMENTS]``; needs no screen (``QT_QPA_PLATFORM=offscreen``). Prints one line
for each figure beside its limit, and ends with status 1 when one is missed.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
if len(sys.argv) > 2:  # the measured process: its clock starts before the program is imported
    STARTED = float(sys.argv[2])

import psutil
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from app.ui import application
from app.ui.desk import RoomName
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.reader.work import DocumentWork
from app.ui.start.screen import StartScreen
from bench import promise
from tests.ui.holdings import REVIEWER, new_catalogue
from tests.ui.watchdog import Watchdog

DOCUMENTS = 100_000
SECONDS_TO_WAIT = 60.0
ROOMS = (
    RoomName.DOCUMENTS,
    RoomName.REVIEW,
    RoomName.OVERVIEW,
    RoomName.INGEST,
    RoomName.AUDIT,
    RoomName.SETTINGS,
)
STEPS = 200
LONG_STEPS, STEPS_BEFORE_GROWTH = 5_000, 1_000
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
    made.put("window/room", RoomName.DOCUMENTS.value)
    return made


def open_window(catalogue: Path, memory: Memory) -> tuple[StartScreen, MainWindow, list[Figure]]:
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    application.dress(app, memory)
    start = StartScreen(memory)
    figures: list[Figure] = []

    def painted(window: MainWindow) -> None:
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


def first_rows_are_shown(window: MainWindow) -> bool:
    room = window.room(RoomName.DOCUMENTS)
    if room is None:
        return False
    model = room.model  # type: ignore[attr-defined]
    return bool(model.ids) and bool(model.data(model.index(0, 2)))


def measure_rooms(window: MainWindow) -> list[Figure]:
    figures = []
    for name in ROOMS[1:]:
        began, busy = time.perf_counter(), time.thread_time()
        window.show_room(name)
        window.repaint()
        figures.append(Figure(f"open {name}", (time.perf_counter() - began) * 1000, 300, "ms", name))
        figures.append(Figure("  of that, CPU", (time.thread_time() - busy) * 1000, 300, "ms"))
        seconds_until(lambda: not window.desk.runner.tasks)
        pause(200)
    return figures


def is_shown(work: DocumentWork, document: int) -> bool:
    return work.record is not None and work.record.row.id == document


def measure_steps(window: MainWindow) -> list[Figure]:
    room = window.show_room(RoomName.REVIEW)
    seconds_until(lambda: not window.desk.runner.tasks)
    table, work = room.view.table, room.work  # type: ignore[attr-defined]
    table.stand_on(0)
    pause(300)
    spans, busy = [], time.thread_time()
    for _ in range(STEPS):
        place = table.currentIndex().row() + 1
        wanted = room.model.ids[place]  # type: ignore[attr-defined]
        began = time.perf_counter()
        table.stand_on(place)
        seconds_until(partial(is_shown, work, wanted))
        spans.append(time.perf_counter() - began)
        pause(20)
    spans.sort()
    each = (time.thread_time() - busy) / STEPS
    return [
        Figure("key to next document, p95", spans[int(STEPS * 0.95)] * 1000, 100, "ms", "next_document"),
        Figure("  CPU of the window's thread for each", each * 1000, 100, "ms"),
    ]


def measure_growth(window: MainWindow) -> list[Figure]:
    """Memory after a thousand and after five thousand documents read one after another."""
    room = window.show_room(RoomName.REVIEW)
    table, model = room.view.table, room.model  # type: ignore[attr-defined]
    early = 0.0
    for step in range(LONG_STEPS):
        table.stand_on(step % len(model.ids))
        pause(8)
        if step % 500 == 0:
            window.show_room(RoomName.DOCUMENTS)
            pause(50)
            window.show_room(RoomName.REVIEW)
        if step + 1 == STEPS_BEFORE_GROWTH:
            seconds_until(lambda: not window.desk.runner.tasks)
            early = psutil.Process().memory_info().rss
    seconds_until(lambda: not window.desk.runner.tasks)
    grown = 100 * (psutil.Process().memory_info().rss / early - 1)
    return [Figure("memory grown from step 1,000 to 5,000", grown, MOST_GROWTH, "%", "growth")]


def measure_scrolling(window: MainWindow) -> list[Figure]:
    room = window.show_room(RoomName.DOCUMENTS)
    bar = room.view.table.verticalScrollBar()  # type: ignore[attr-defined]
    with Watchdog() as watch:
        for step in range(100):
            bar.setValue(bar.maximum() * step // 100)
            pause(15)
    fetched = room.model.row_count_here  # type: ignore[attr-defined]
    return [
        Figure("longest slot while scrolling, CPU", watch.longest * 1000, 50, "ms", "scrolling"),
        Figure("rows held after scrolling through all", fetched, 13_000, ""),
    ]


def measure_typing(window: MainWindow) -> list[Figure]:
    room = window.show_room(RoomName.DOCUMENTS)
    field = room.view.search  # type: ignore[attr-defined]
    with Watchdog() as watch:
        for letter in "饮水安全":
            field.insert(letter)
            pause(60)
        field.clear()
        pause(1500)
        seconds_until(lambda: not window.desk.runner.tasks)
        pause(300)
    return [Figure("longest slot while typing in the search, CPU", watch.longest * 1000, 50, "ms", "typing")]


def measure(folder: Path) -> int:
    catalogue = folder / "catalogue"
    start, window, figures = open_window(catalogue, memory_of(folder, catalogue))
    seconds_until(lambda: first_rows_are_shown(window))
    figures.append(Figure("start to first rows", (time.time() - STARTED) * 1000, 3000, "ms"))
    pause(4000)
    figures += measure_rooms(window)
    figures += measure_steps(window)
    figures += measure_scrolling(window)
    figures += measure_typing(window)
    figures += measure_growth(window)
    figures.append(Figure("memory", psutil.Process().memory_info().rss / 2**20, 500, "MiB", "megabytes"))
    for figure in figures:
        print(figure)
        if figure.promise:
            promise.tell(figure.promise, figure.value)
    window.close()
    start.stop()
    return 0 if all(figure.is_kept for figure in figures) else 1


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    if len(sys.argv) > 3:
        return measure(Path(sys.argv[3]))
    with tempfile.TemporaryDirectory() as made:
        began = time.perf_counter()
        new_catalogue(Path(made) / "catalogue", count).close()
        print(f"{count:,} documents generated in {time.perf_counter() - began:.0f} s")
        command = [sys.executable, __file__, str(count), str(time.time()), made]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
