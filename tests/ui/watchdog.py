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


def assert_never_slow(act: Callable[[], object], *, dear: int = 0, turns: int = 1) -> None:
    """Fail when an act that can be repeated makes the window's thread take a long turn every time.

    ``dear`` turns may be long: they pay for what is done once. The act must take more than ``turns``, or
    nothing was measured. Searches for garbage are the matter of ``tests/ui/test_garbage.py``: they would walk
    through what all the tests before have left.
    """
    longest = float("inf")
    for _ in range(TRIES):
        with without_collector(), Watchdog() as watch:
            act()
        assert len(watch.turns) > max(dear, turns)
        longest = min(longest, sorted(watch.turns)[-1 - dear])
        if is_within(longest, MOST_SECONDS):
            return
    pytest.fail(f"each time a turn of at least {longest:.3f} s")


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
