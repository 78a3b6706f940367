"""The life of one worker process: take a task, run it, send back what came of it.

A worker is silent (what libraries print would end up in ``--json`` output), deaf to the terminal's
interrupt, limited in memory and gone when its parent is gone.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.domain.source import Failure, FailureKind
from app.formats.reader import UnreadableError

_PR_SET_PDEATHSIG = 1

READY = b"ready"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of a module and its arguments; both must be picklable."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]

    def run(self) -> object:
        """The value, or the failure that stands for it; a defect costs this task alone."""
        try:
            return self.function(*self.arguments)
        except UnreadableError as error:
            return error.failure
        except MemoryError:
            return Failure(
                FailureKind.OUT_OF_MEMORY, "读取该文件所需内存超过限额，请单独转换或拆分后再读取。"
            )
        except Exception as error:  # the per-file loop: a defect is data in a list
            return Failure(
                FailureKind.CRASHED, f"读取程序内部出错（{_place_of(error)}），请将该文件交技术人员查看。"
            )


def _place_of(error: Exception) -> str:
    """Type and place of a defect; its message may hold text of the document and is left out."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    return f"{type(error).__name__} {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"


def serve(connection: Connection, memory_bytes: int | None, parent: int) -> None:
    """Run calls from the connection until it closes."""
    _be_silent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        _die_with(parent)
        _limit_memory(memory_bytes)
    try:
        connection.send_bytes(READY)
        while True:
            call: Call = pickle.loads(connection.recv_bytes())  # noqa: S301 - written by our own parent process
            connection.send_bytes(_packed(call.run()))
    except (EOFError, OSError):
        return


def _packed(value: object) -> bytes:
    try:
        return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps(
            Failure(FailureKind.OUT_OF_MEMORY, "读取结果过大，超过内存限额，请拆分后再读取。")
        )
    except (TypeError, AttributeError, pickle.PicklingError) as error:
        message = f"读取程序内部出错（{_place_of(error)}），请将该文件交技术人员查看。"
        return pickle.dumps(Failure(FailureKind.CRASHED, message))


def _be_silent() -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)


if sys.platform == "linux":

    def _die_with(parent: int) -> None:
        """Let the kernel end this process with its parent, even inside a library's endless loop."""
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(0)

    def _limit_memory(memory_bytes: int | None) -> None:
        import resource

        if memory_bytes is not None:
            resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
