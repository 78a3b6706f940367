"""Notes how much CPU one turn of the event loop takes on the window's thread."""

import time
from types import TracebackType

from PySide6.QtCore import QAbstractEventDispatcher, QThread


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
