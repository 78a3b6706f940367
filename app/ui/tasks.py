"""Work off the window's thread: two writer threads, a few reader threads, results back by one signal.

Short writes have a thread of their own, so that a correction does not wait for an ingest of hours; the
long ones, those with a title, follow one another. Both keep their transactions short.

The threads are plain Python and know no Qt; only frozen dataclasses, numbers and strings should
cross. A result whose owner is gone is dropped. Committed work stays when a task is cancelled.
"""

import itertools
import logging
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from queue import SimpleQueue
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from app.errors import AppError, Cancelled
from app.progress import Progress, Step, Throttled

READER_COUNT = 3
SECONDS_TO_FINISH = 10.0
SECONDS_TO_HOLD = 0.001
"""After so long a thread that computes lets another one have Python. With Python's own five milliseconds a
screen that is put together while something is read stands three times as late."""

log = logging.getLogger(__name__)

Work = Callable[[Progress], Any]


class _Kind(Enum):
    STEP = "step"
    DONE = "done"
    FAILED = "failed"
    BROKEN = "broken"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class _Message:
    task: int
    kind: _Kind
    payload: object = None


class _Reporting(Throttled):
    """Progress of one task, handed to the window's thread."""

    def __init__(self, task: int, send: Callable[[_Message], None]) -> None:
        super().__init__()
        self._task = task
        self._send = send
        self._going = threading.Event()
        self._going.set()

    def step(self, stage: str, done: int, total: int = 0) -> None:
        """Wait while the work is paused, then report."""
        self._going.wait()
        super().step(stage, done, total)

    def pause(self) -> None:
        """Let the work wait at its next step."""
        self._going.clear()

    def resume(self) -> None:
        """Let the work go on."""
        self._going.set()

    def cancel(self) -> None:
        """Ask the work to stop at its next step, also when it waits there."""
        super().cancel()
        self._going.set()

    def show(self, step: Step) -> None:
        """Send the step on its way."""
        self._send(_Message(self._task, _Kind.STEP, step))


@dataclass(frozen=True, slots=True)
class _Replies:
    on_success: Callable[[Any], None]
    on_failure: Callable[[AppError], None] | None
    on_progress: Callable[[Step], None] | None
    on_end: Callable[[], None] | None


@dataclass(slots=True, eq=False)
class Task:
    """One piece of work as the window sees it. ``title`` is empty for work nobody waits for."""

    number: int
    title: str
    owner: QObject
    replies: _Replies
    progress: _Reporting
    step: Step | None = None
    started_at: float = field(default_factory=time.monotonic)
    is_dropped: bool = False
    is_cancelled: bool = False
    paused_at: float | None = None

    def pause(self) -> None:
        """Let the work wait at its next step; what it has committed stays."""
        if self.paused_at is None:
            self.paused_at = time.monotonic()
            self.progress.pause()

    def resume(self) -> None:
        """Let the work go on; the pause does not count as working time."""
        if self.paused_at is not None:
            self.started_at += time.monotonic() - self.paused_at
            self.paused_at = None
            self.progress.resume()

    def cancel(self) -> None:
        """Ask the work to stop at its next step; if it finishes first, its result still counts."""
        self.is_cancelled = True
        self.progress.cancel()

    def drop(self) -> None:
        """Nobody wants the result any more."""
        self.is_dropped = True
        self.progress.cancel()

    @property
    def seconds(self) -> float:
        """Seconds since the start, pauses apart."""
        return (self.paused_at or time.monotonic()) - self.started_at

    @property
    def is_wanted(self) -> bool:
        """Whether there is still somebody to tell."""
        return not self.is_dropped and shiboken6.isValid(self.owner)


class Runner(QObject):
    """Runs work on background threads and tells its owner on the window's thread.

    ``began``, ``moved`` and ``ended`` carry the :class:`Task`; ``failed`` carries an
    :class:`AppError` nobody else took, ``broken`` an exception that is a defect of ours.
    """

    began = Signal(object)
    moved = Signal(object)
    ended = Signal(object)
    failed = Signal(object)
    broken = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(SECONDS_TO_HOLD)
        self._tasks: dict[int, Task] = {}
        self._numbers = itertools.count(1)
        self._reads: SimpleQueue[tuple[Task, Work] | None] = SimpleQueue()
        self._writes: SimpleQueue[tuple[Task, Work] | None] = SimpleQueue()
        self._long_writes: SimpleQueue[tuple[Task, Work] | None] = SimpleQueue()
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        lanes = [self._writes, self._long_writes, *[self._reads] * READER_COUNT]
        self._threads = [threading.Thread(target=self._serve, args=(lane,), daemon=True) for lane in lanes]
        for thread in self._threads:
            thread.start()

    def read(
        self,
        work: Work,
        owner: QObject,
        on_success: Callable[[Any], None],
        *,
        on_failure: Callable[[AppError], None] | None = None,
        on_end: Callable[[], None] | None = None,
        title: str = "",
    ) -> Task:
        """Run ``work`` on a reader thread; ``title`` is what the status bar says when it takes long."""
        task = self._new(title, owner, _Replies(on_success, on_failure, None, on_end))
        self._reads.put((task, work))
        return task

    def write(
        self,
        work: Work,
        owner: QObject,
        on_success: Callable[[Any], None],
        *,
        on_failure: Callable[[AppError], None] | None = None,
        on_progress: Callable[[Step], None] | None = None,
        on_end: Callable[[], None] | None = None,
        title: str = "",
    ) -> Task:
        """Run ``work`` on a writer thread, after all writes of its sort that were asked for earlier.

        Work with a ``title`` is long and shown to the user; it does not hold up work without one.
        """
        task = self._new(title, owner, _Replies(on_success, on_failure, on_progress, on_end))
        (self._long_writes if title else self._writes).put((task, work))
        return task

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Everything that waits or runs."""
        return tuple(self._tasks.values())

    def stop(self) -> bool:
        """Cancel everything and wait for the threads; whether all of them ended in time."""
        for task in self.tasks:
            task.drop()
        self._writes.put(None)
        self._long_writes.put(None)
        for _ in range(READER_COUNT):
            self._reads.put(None)
        until = time.monotonic() + SECONDS_TO_FINISH
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _new(self, title: str, owner: QObject, replies: _Replies) -> Task:
        number = next(self._numbers)
        task = Task(number, title, owner, replies, _Reporting(number, self._arrived.emit))
        self._tasks[number] = task
        self.began.emit(task)
        return task

    def _serve(self, lane: "SimpleQueue[tuple[Task, Work] | None]") -> None:
        while (entry := lane.get()) is not None:
            task, work = entry
            if not task.is_dropped:
                task.started_at = time.monotonic()
            self._arrived.emit(_outcome(task, work))
            del entry, task, work

    def _deliver(self, message: _Message) -> None:
        task = self._tasks.get(message.task)
        if task is None:
            return
        if message.kind is _Kind.STEP and isinstance(message.payload, Step):
            self._tell_step(task, message.payload)
            return
        del self._tasks[message.task]
        self.ended.emit(task)
        if task.is_wanted:
            self._tell_outcome(task, message)

    def _tell_step(self, task: Task, step: Step) -> None:
        task.step = step
        self.moved.emit(task)
        if task.replies.on_progress and task.is_wanted:
            task.replies.on_progress(step)

    def _tell_outcome(self, task: Task, message: _Message) -> None:
        if task.replies.on_end:
            task.replies.on_end()
        if message.kind is _Kind.DONE and _can_hear(task.replies.on_success):
            task.replies.on_success(message.payload)
        elif message.kind is _Kind.FAILED and isinstance(message.payload, AppError):
            told = task.replies.on_failure
            (told if told and _can_hear(told) else self.failed.emit)(message.payload)
        elif message.kind is _Kind.BROKEN:
            self.broken.emit(message.payload)


def _can_hear(reply: Callable[[Any], None]) -> bool:
    """Whether the dialog that a reply belongs to, if it is one, has not been closed meanwhile."""
    listener = getattr(reply, "__self__", None)
    return not isinstance(listener, QObject) or shiboken6.isValid(listener)


def _outcome(task: Task, work: Work) -> _Message:
    if task.is_dropped or task.is_cancelled:
        return _Message(task.number, _Kind.CANCELLED)
    try:
        return _Message(task.number, _Kind.DONE, work(task.progress))
    except Cancelled:
        return _Message(task.number, _Kind.CANCELLED)
    except AppError as error:
        return _Message(task.number, _Kind.FAILED, error)
    except Exception as error:  # one of the three places: a defect must reach the person, not the void
        log.error("task %d broke: %s", task.number, type(error).__name__)  # noqa: TRY400 - a trace holds names
        return _Message(task.number, _Kind.BROKEN, error)
