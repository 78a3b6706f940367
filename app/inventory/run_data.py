"""What a window or ``dishu status`` shows of a run while it goes on: speed, what is left, and until when."""

import os
import platform
import time
from collections import Counter, defaultdict, deque
from collections.abc import Mapping
from typing import Any

SECONDS_OF_NOW = 30.0
"""*Now* is the mean over the last half minute: single large files do not make it jump."""

READING, RECOGNISING = "reading", "recognising"


class RunData:
    """Counts files or pages of one stage; what :meth:`as_dict` gives is kept with every commit."""

    def __init__(self, stage: str, total: int, clock: float | None = None) -> None:
        self.stage = stage
        self.total = total
        self.done = 0
        self._started_at = time.monotonic() if clock is None else clock
        self._recent: deque[tuple[float, int]] = deque([(self._started_at, 0)])
        self._files: Counter[str] = Counter()
        self._seconds: dict[str, float] = defaultdict(float)

    def advance(self, count: int = 1, clock: float | None = None) -> None:
        """So many more are done."""
        now = time.monotonic() if clock is None else clock
        self.done += count
        self._recent.append((now, self.done))
        while now - self._recent[0][0] > SECONDS_OF_NOW and len(self._recent) > 2:
            self._recent.popleft()

    def count_format(self, file_format: str, seconds: float) -> None:
        """A file of this format was read, in so many seconds of a worker."""
        self._files[file_format] += 1
        self._seconds[file_format] += seconds

    def as_dict(self, clock: float | None = None) -> dict[str, Any]:
        """The figures for JSON; rates are per second, ``None`` where nothing can be said yet."""
        now = time.monotonic() if clock is None else clock
        overall = _rate(self.done, now - self._started_at)
        since, before = self._recent[0]
        recent = _rate(self.done - before, now - since)
        remaining = max(0, self.total - self.done)
        pace = recent or overall
        return {
            "stage": self.stage,
            "done": self.done,
            "total": self.total,
            "remaining": remaining,
            "per_second_now": recent,
            "per_second": overall,
            "seconds_left": round(remaining / pace) if pace else None,
            "by_format": {
                name: {"files": count, "seconds": round(self._seconds[name], 3)}
                for name, count in self._files.most_common()
            },
        }


def _rate(count: int, seconds: float) -> float | None:
    return round(count / seconds, 2) if seconds > 0 and count else None


def this_process() -> dict[str, Any]:
    """Which process writes a run, so that another one can tell whether it still lives."""
    import psutil  # to start is to wait for it otherwise

    return {
        "computer": platform.node(),
        "pid": os.getpid(),
        "started": psutil.Process().create_time(),
    }


def state_of(run: Mapping[str, Any]) -> str:
    """The state of a run as it is: one whose process is gone was interrupted, whatever it wrote last."""
    state = str(run["state"])
    process = run.get("process") or {}
    if state != "running" or process.get("computer") != platform.node():
        return state
    import psutil

    try:
        is_same = abs(psutil.Process(process["pid"]).create_time() - process["started"]) < 1
    except psutil.NoSuchProcess:
        is_same = False
    return state if is_same else "interrupted"
