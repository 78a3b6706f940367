"""Worker processes that may hang, crash or eat memory without costing more than one file.

Each worker has a pipe of its own, so that one that dies in the middle of a message takes nothing
shared with it. (The pools of ``concurrent.futures`` and of pebble share a queue and its locks: a
worker that is killed while idle or while holding a lock ends the whole pool.)
"""

import atexit
import multiprocessing
import os
import pickle
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing import connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Any, Self, TypeVar

from app.domain.source import Failure, FailureKind
from app.errors import AppError
from app.formats.processor_wait import seconds_waited
from app.formats.windows_job import WindowsJob
from app.formats.worker import READY, Call, serve

Item = TypeVar("Item")
Value = TypeVar("Value")

_SECONDS_TO_START = 120.0
_KILLED = -9
_STARTS_THAT_MAY_FAIL = 10
_TRIES = 2
_TRIES_IF_KILLED = 5
"""A crash in twice the same file is the file's; SIGKILL comes from outside and may meet it by chance."""


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one task may cost.

    ``seconds`` of wall time unless the caller says otherwise, without what a worker waited for a
    processor (Linux); ``memory_bytes`` of address space
    (Linux) or committed memory (Windows) of one worker, ``None`` for no limit; after
    ``tasks_per_worker`` a fresh process takes over, so that leaks of libraries stay small.
    """

    seconds: float = 60.0
    memory_bytes: int | None = 3 * 1024**3
    tasks_per_worker: int = 500


@dataclass(eq=False, slots=True)
class _Task:
    message: bytes
    seconds: float
    future: Future[Any] = field(default_factory=Future)
    tries: int = 0

    def settle(self, value: object) -> None:
        if self.future.set_running_or_notify_cancel():
            self.future.set_result(value)


@dataclass(eq=False, slots=True)
class _Worker:
    process: SpawnProcess
    pipe: connection.Connection
    deadline: float
    is_ready: bool = False
    task: _Task | None = None
    tasks_done: int = 0
    waited: float = 0.0

    @property
    def is_idle(self) -> bool:
        return self.is_ready and self.task is None

    def give(self, task: _Task) -> None:
        task.tries += 1
        self.task = task
        self.deadline = time.monotonic() + task.seconds
        self.waited = seconds_waited(self.process.pid)
        try:
            self.pipe.send_bytes(task.message)
        except OSError:
            return  # it died meanwhile; its sentinel tells

    def is_overdue(self, now: float) -> bool:
        """Whether its time is up; what it waited for a processor that others used is not its time."""
        if self.deadline > now:
            return False
        waited = seconds_waited(self.process.pid)
        self.deadline += waited - self.waited
        self.waited = waited
        return self.deadline <= now

    def end(self) -> int | None:
        self.process.kill()
        self.process.join()
        code = self.process.exitcode
        self.pipe.close()
        self.process.close()
        return code


def _call_off(task: _Task) -> None:
    task.future.cancel()
    task.future.set_running_or_notify_cancel()


class WorkerPool:
    """Runs functions in ``workers`` spawned processes; a context manager.

    A task's result is the function's value or a :class:`~app.domain.source.Failure`: timed out,
    crashed (the worker died twice over it, or five times when it was killed from outside, or the function
    raised what it should not), out of memory, or what an ``UnreadableError`` said. Functions stand at the
    top of a module and have no effect but their value, because a task whose worker died is run again.

    Usable from several threads. Workers start when there is work.
    """

    def __init__(self, workers: int, limits: WorkerLimits | None = None) -> None:
        self.workers = max(1, workers)
        self.limits = limits or WorkerLimits()
        self._pending: deque[_Task] = deque()
        self._crew: list[_Worker] = []
        self._failed_starts = 0
        self._is_closing = False
        self._context = multiprocessing.get_context("spawn")
        self._wake_reader, self._wake_writer = self._context.Pipe(duplex=False)
        self._lock = threading.RLock()
        self._job = WindowsJob(self.limits.memory_bytes)
        self._thread = threading.Thread(target=self._manage, name="worker-pool", daemon=True)
        self._thread.start()
        atexit.register(self.stop)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def submit(
        self, function: Callable[..., Value], *arguments: object, seconds: float | None = None
    ) -> Future[Value | Failure]:
        """Run ``function(*arguments)`` in a worker; ``cancel()`` of the future kills it if it runs.

        ``result()`` raises :class:`~app.errors.AppError` when no worker can be started at all and
        ``CancelledError`` after ``cancel()`` or ``stop()``.
        """
        message = pickle.dumps(Call(function, arguments), pickle.HIGHEST_PROTOCOL)
        task = _Task(message, seconds if seconds is not None else self.limits.seconds)
        task.future.add_done_callback(self._wake_if_cancelled)
        with self._lock:
            if self._is_closing:
                _call_off(task)
            else:
                self._pending.append(task)
        self._wake()
        return task.future

    def map_bounded(
        self,
        function: Callable[[Item], Value],
        items: Iterable[Item],
        *,
        seconds_for: Callable[[Item], float] | None = None,
        window: int | None = None,
    ) -> Iterator[tuple[Item, Value | Failure]]:
        """Each item with its result, as they are completed.

        No more than ``window`` items (twice the workers and two, if not given) are taken from
        ``items`` ahead of the consumer, so memory stays flat. Leaving the loop cancels the rest.
        """
        room = window or 2 * self.workers + 2
        source = iter(items)
        waiting: dict[Future[Value | Failure], Item] = {}
        try:
            while True:
                for item in islice(source, room - len(waiting)):
                    seconds = seconds_for(item) if seconds_for else None
                    waiting[self.submit(function, item, seconds=seconds)] = item
                if not waiting:
                    return
                done = next(iter(wait(waiting, return_when=FIRST_COMPLETED).done))
                yield waiting.pop(done), done.result()
        finally:
            for future in waiting:
                future.cancel()

    def stop(self) -> None:
        """End all workers at once; tasks that are not finished are cancelled."""
        with self._lock:
            self._is_closing = True
        self._wake()
        self._thread.join()
        atexit.unregister(self.stop)

    def _wake(self) -> None:
        with self._lock:
            if not self._wake_writer.closed:
                self._wake_writer.send_bytes(b"!")

    def _wake_if_cancelled(self, future: Future[Any]) -> None:
        if future.cancelled():
            self._wake()

    # What follows runs in the pool's own thread, which alone touches the crew.

    def _manage(self) -> None:
        try:
            while not self._is_closing:
                self._staff()
                self._wait_for_news()
                self._end_overdue()
        finally:
            self._clear_away()

    def _staff(self) -> None:
        for worker in self._crew:
            if worker.is_idle and (task := self._next_task()):
                worker.give(task)
        starting = sum(not worker.is_ready for worker in self._crew)
        wanted = min(self.workers - len(self._crew), len(self._pending) - starting)
        for _ in range(wanted):
            self._crew.append(self._started())

    def _next_task(self) -> _Task | None:
        while self._pending:
            task = self._pending.popleft()
            if not task.future.cancelled():
                return task
            task.future.set_running_or_notify_cancel()
        return None

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=serve, args=(theirs, self.limits.memory_bytes, os.getpid()), name="worker", daemon=True
        )
        process.start()
        theirs.close()
        self._job.add(process.sentinel)
        return _Worker(process, ours, time.monotonic() + _SECONDS_TO_START)

    def _wait_for_news(self) -> None:
        now = time.monotonic()
        pipes = {worker.pipe: worker for worker in self._crew}
        deadlines = [worker.deadline for worker in self._crew if not worker.is_idle]
        timeout = max(0.0, min(deadlines) - now) if deadlines else None
        for ready in connection.wait([self._wake_reader, *pipes], timeout):
            if ready is self._wake_reader:
                self._drain_wakes()
            elif isinstance(ready, connection.Connection):
                self._listen_to(pipes[ready])

    def _drain_wakes(self) -> None:
        while self._wake_reader.poll():
            self._wake_reader.recv_bytes()

    def _listen_to(self, worker: _Worker) -> None:
        try:
            message = worker.pipe.recv_bytes()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if worker.is_ready:
            self._finish(worker, pickle.loads(message))  # noqa: S301 - written by our own worker
        elif message == READY:
            worker.is_ready = True
            self._failed_starts = 0

    def _finish(self, worker: _Worker, value: object) -> None:
        if worker.task is not None:
            worker.task.settle(value)
        worker.task = None
        worker.tasks_done += 1
        is_spent = isinstance(value, Failure) and value.kind is FailureKind.OUT_OF_MEMORY
        if is_spent or worker.tasks_done >= self.limits.tasks_per_worker:
            self._crew.remove(worker)
            worker.end()

    def _bury(self, worker: _Worker) -> None:
        """A worker died: its task is tried again in a fresh one, then counts as crashed."""
        self._crew.remove(worker)
        code = worker.end()
        if not worker.is_ready:
            self._count_failed_start()
        if worker.task is None:
            return
        if worker.task.tries < (_TRIES_IF_KILLED if code == _KILLED else _TRIES):
            self._pending.appendleft(worker.task)
        else:
            message = f"读取该文件时程序意外中止（代码 {code}），请用原软件打开检查后另存再试。"
            worker.task.settle(Failure(FailureKind.CRASHED, message))

    def _count_failed_start(self) -> None:
        self._failed_starts += 1
        if self._failed_starts < _STARTS_THAT_MAY_FAIL:
            return
        error = AppError(
            "读取文件的工作进程无法启动。", "请检查程序安装是否完整、内存是否充足、杀毒软件是否拦截。"
        )
        while task := self._next_task():
            if task.future.set_running_or_notify_cancel():
                task.future.set_exception(error)
        self._failed_starts = 0

    def _end_overdue(self) -> None:
        now = time.monotonic()
        for worker in [worker for worker in self._crew if not worker.is_idle]:
            if worker.task is not None and worker.task.future.cancelled():
                self._crew.remove(worker)
                worker.end()
                worker.task.future.set_running_or_notify_cancel()
            elif not worker.is_overdue(now):
                continue
            elif worker.task is not None:
                self._crew.remove(worker)
                worker.end()
                message = f"读取该文件超过时限（{worker.task.seconds:g} 秒），请单独打开检查后另存再试。"
                worker.task.settle(Failure(FailureKind.TIMED_OUT, message))
            else:
                self._bury(worker)

    def _clear_away(self) -> None:
        for worker in self._crew:
            worker.end()
            if worker.task is not None:
                self._pending.append(worker.task)
        self._crew.clear()
        with self._lock:
            self._is_closing = True
            self._wake_writer.close()
        self._wake_reader.close()
        for task in self._pending:
            _call_off(task)
        self._pending.clear()
        self._job.close()
