"""Notes how much CPU one turn of the event loop takes on the window's thread."""

import time
from collections.abc import Callable
from types import TracebackType

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QThread

from tests.pace import is_within, without_collector

MOST_SECONDS = 0.05
"""A turn of a quiet machine. Longer ones are felt between a key and its letter."""

TRIES = 5
"""What is slow is slow each time; a disturbance of the machine is not."""


def assert_never_slow(
    act: Callable[[], object], *, dear: int = 0, turns: int = 1, usual: float = 0.0
) -> None:
    """Fail when an act that can be repeated makes the window's thread take a long turn every time.

    Args:
        act: what is done. Searches for garbage rest meanwhile; they are the matter of
            ``tests/ui/test_garbage.py`` and would walk through what all the tests before have left.
        dear: so many turns may be long; they pay for what is done once.
        turns: the act must take more, or nothing was measured.
        usual: seconds that a turn takes anyway, whatever is looked at here.
    """
    longest = float("inf")
    for _ in range(TRIES):
        longest = min(longest, longest_turn(act, dear=dear, turns=turns))
        if is_within(longest, usual + MOST_SECONDS):
            return
    pytest.fail(f"each time a turn of at least {longest:.3f} s")


def longest_turn(act: Callable[[], object], *, dear: int = 0, turns: int = 1) -> float:
    """Seconds of CPU of the longest turn of an act, apart from the dear ones."""
    with without_collector(), Watchdog() as watch:
        act()
    assert len(watch.turns) > max(dear, turns)
    return sorted(watch.turns)[-1 - dear]


class Watchdog:
    """Measures from one wait of the event loop to the next; neither waiting nor load on the machine counts.

    The whole way round is measured: one of Qt's dispatchers handles events before it says that it is
    awake, the other after.
    """

    def __init__(self) -> None:
        self.turns: list[float] = []
        self._since = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance(QThread.currentThread())
        assert dispatcher is not None
        self._dispatcher = dispatcher

    def __enter__(self) -> "Watchdog":
        self._since = time.thread_time()
        self._dispatcher.aboutToBlock.connect(self._about_to_block)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._dispatcher.aboutToBlock.disconnect(self._about_to_block)

    @property
    def longest(self) -> float:
        """Seconds of CPU of the longest turn."""
        return max(self.turns, default=0.0)

    def _about_to_block(self) -> None:
        now = time.thread_time()
        self.turns.append(now - self._since)
        self._since = now
