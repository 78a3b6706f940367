"""Python's search for garbage: what takes long waits until nobody works, and what is left over is found then."""

import gc
import time
import weakref
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.progress import Progress
from app.ui import garbage
from app.ui.garbage import ENOUGH_TO_SEARCH, ENOUGH_TO_SEARCH_ALL, Search, Tidier, search_due
from app.ui.tasks import Runner

LOADED = 1_000_000
"""Objects that stand."""
MOST_RINGS = 20_000
"""What may wait to be found: :data:`garbage.MOST_UNSEARCHED` lots of some 7,000 objects, 22 of them a ring."""
OLDEST = 2

NOTHING, OLD, EVERYTHING = Search.NOTHING, Search.OLD, Search.EVERYTHING
FEW, SOME, MANY = ENOUGH_TO_SEARCH - 1, ENOUGH_TO_SEARCH, ENOUGH_TO_SEARCH_ALL


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Searching goes on as it was when a test is over."""
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)
    gc.enable()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@dataclass
class Watched:
    """Searches that were made: of which generation, with the CPU seconds of each."""

    made: list[tuple[int, float]] = field(default_factory=list)
    _began: float = 0.0

    def __call__(self, phase: str, told: dict[str, int]) -> None:
        if phase == "start":
            self._began = time.thread_time()
        else:
            self.made.append((told["generation"], time.thread_time() - self._began))

    @property
    def oldest(self) -> int:
        return sum(generation == OLDEST for generation, _seconds in self.made)


@pytest.fixture
def watched() -> Iterator[Watched]:
    made = Watched()
    gc.callbacks.append(made)
    yield made
    gc.callbacks.remove(made)


class Ring:
    """Refers to itself, so that only a search finds it."""

    def __init__(self) -> None:
        self.itself = self
        self.more = [[self] for _ in range(20)]


def many_rings(_progress: Progress) -> None:
    """What a read leaves behind at its worst."""
    kept = [Ring() for _ in range(50)]
    assert kept


@pytest.mark.parametrize(
    ("quiet", "is_away", "old", "since", "due"),
    [
        (0.5, False, MANY, MANY, NOTHING),
        (0.5, True, MANY, MANY, NOTHING),
        (2.5, False, FEW, FEW, NOTHING),
        (2.5, False, SOME, SOME, OLD),
        (2.5, False, SOME, MANY, OLD),
        (2.5, True, SOME, SOME, OLD),
        (2.5, True, FEW, MANY, EVERYTHING),
        (61.0, False, FEW, MANY, EVERYTHING),
        (61.0, False, FEW, FEW, NOTHING),
    ],
)
def test_what_is_searched_when(quiet: float, is_away: bool, old: int, since: int, due: Search) -> None:
    assert search_due(quiet, is_away=is_away, old=old, since_everything=since) is due


def test_nothing_is_searched_while_the_program_starts(
    qtbot: QtBot, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "MILLISECONDS_OF_STARTING", 50)
    before = gc.get_threshold()
    garbage.rest_while_starting()
    loaded = [[number] for number in range(LOADED)]
    assert not watched.made
    qtbot.waitUntil(gc.isenabled)
    assert gc.get_threshold() == (*before[:2], garbage.MOST_UNSEARCHED)
    assert gc.get_freeze_count() > len(loaded)


def test_nobody_waits_for_a_long_search_while_he_works(
    qtbot: QtBot, window: QWidget, runner: Runner, watched: Watched
) -> None:
    loaded = [[number] for number in range(LOADED)]
    young, middle, _oldest = gc.get_threshold()
    gc.set_threshold(young, middle, garbage.MOST_UNSEARCHED)
    Tidier(window)
    watched.made.clear()
    until = time.monotonic() + 1.5 * garbage.SECONDS_OF_REST
    while time.monotonic() < until:
        runner.read(many_rings, window, lambda _nothing: None)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_J)
        qtbot.waitUntil(lambda: not runner.tasks)
    assert len(watched.made) > 20
    assert gc.get_freeze_count() > len(loaded), "a search would go through what stands"
    assert sum(isinstance(one, Ring) for one in gc.get_objects()) < MOST_RINGS


def searched_when(qtbot: QtBot, window: QWidget, refers: Callable[[], Ring | None]) -> None:
    """Wait for the moments of rest until the ring is gone, as a person who stops working does."""
    tidier = window.findChild(Tidier)
    assert tidier is not None
    qtbot.waitUntil(lambda: (tidier.look(), refers() is None)[1])


def test_what_grew_old_is_found_in_a_moment_of_rest(
    qtbot: QtBot, window: QWidget, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "SECONDS_OF_REST", 0.2)
    Tidier(window)
    ring = Ring()
    refers = weakref.ref(ring)
    gc.collect()
    del ring
    for _ in range(ENOUGH_TO_SEARCH):
        gc.collect(1)
    assert refers() is not None
    watched.made.clear()
    searched_when(qtbot, window, refers)
    assert watched.oldest == 1


def test_everything_is_found_while_the_person_is_away(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "SECONDS_OF_REST", 0.2)
    ring = Ring()
    refers = weakref.ref(ring)
    tidier = Tidier(window)  # leaves the ring out, as the rooms of a catalogue that was closed
    del ring
    qtbot.wait(400)
    tidier.look()
    gc.collect()
    assert refers() is not None
    window.showMinimized()
    searched_when(qtbot, window, refers)
    assert gc.get_freeze_count() > 0


def test_nothing_long_is_searched_while_a_dialog_is_open(
    qtbot: QtBot, window: QWidget, watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(garbage, "SECONDS_OF_REST", 0.05)
    tidier = Tidier(window)
    dialog = QDialog(window)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    for _ in range(2 * ENOUGH_TO_SEARCH):
        gc.collect(1)
    watched.made.clear()
    qtbot.wait(200)
    tidier.look()
    assert watched.oldest == 0
    dialog.close()
    tidier.look()
    assert watched.oldest == 1
