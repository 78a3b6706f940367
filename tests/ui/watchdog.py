"""Notes how much CPU one turn of the event loop takes on the window's thread."""

import time
from types import TracebackType

from PySide6.QtCore import QAbstractEventDispatcher, QThread


class Watchdog:
    """Measures from waking up to going to sleep again; load on the machine does not count."""

    def __init__(self) -> None:
        self.turns: list[float] = []
        self._since = time.thread_time()
        dispatcher = QAbstractEventDispatcher.instance(QThread.currentThread())
        assert dispatcher is not None
        self._dispatcher = dispatcher

    def __enter__(self) -> "Watchdog":
        self._dispatcher.awake.connect(self._awake)
        self._dispatcher.aboutToBlock.connect(self._about_to_block)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._dispatcher.awake.disconnect(self._awake)
        self._dispatcher.aboutToBlock.disconnect(self._about_to_block)

    @property
    def longest(self) -> float:
        """Seconds of CPU of the longest turn."""
        return max(self.turns, default=0.0)

    def _awake(self) -> None:
        self._since = time.thread_time()

    def _about_to_block(self) -> None:
        self.turns.append(time.thread_time() - self._since)
