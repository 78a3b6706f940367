"""Notes how much CPU one turn of the event loop takes on the window's thread."""

import time
from types import TracebackType

from PySide6.QtCore import QAbstractEventDispatcher, QThread

QUIET_SECONDS = 0.009
"""What :func:`slowness` counts took on a quiet machine with two shared cores."""


def slowness() -> float:
    """How many times slower than that machine this one is at the moment, but never below 1: with all cores
    taken by others even a second of CPU holds half the work.
    """
    spans = []
    for _ in range(5):
        began, total = time.thread_time(), 0
        for number in range(200_000):
            total += number % 7
        spans.append(time.thread_time() - began)
    return max(1.0, sorted(spans)[2] / QUIET_SECONDS)


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
