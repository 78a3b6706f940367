"""What the workers of the pool's tests are asked to do."""

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

from app.domain.source import FailureKind
from app.formats.reader import UnreadableError


def double(number: int) -> int:
    return 2 * number


def own_pid(_: int) -> int:
    return os.getpid()


def segfault() -> None:
    ctypes.string_at(0)


def leave() -> None:
    os._exit(3)


def hang() -> None:
    while True:
        pass


def eat() -> int:
    eaten = [bytearray(32 * 1024**2) for _ in range(10_000)]
    return len(eaten)


def misread() -> None:
    raise UnreadableError(FailureKind.ENCRYPTED, "加密")


def blunder() -> None:
    raise KeyError("秘密内容")


def chatter() -> str:
    print("noise")
    print("noise", file=sys.stderr)
    os.write(2, b"noise")
    return "said"


def interrupted() -> str:
    os.kill(os.getpid(), signal.SIGINT)
    return "deaf"


def misbehave(number: int) -> int:
    actions = {3: segfault, 7: hang, 11: eat, 13: blunder}
    actions.get(number, lambda: None)()
    return number


def die(folder: str, times: int, by: signal.Signals) -> int:
    """Dies so many times when it is asked, like a worker somebody killed; then says how often it was asked."""
    asked = len(list(Path(folder).iterdir()))
    (Path(folder) / str(asked)).touch()
    if asked < times:
        os.kill(os.getpid(), by)
    return asked + 1


def nap(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def reckon(seconds: float, processor: int) -> float:
    """Keeps one processor busy until it had so many seconds of it."""
    os.sched_setaffinity(0, {processor})
    start = time.process_time()
    while time.process_time() - start < seconds:
        pass
    return seconds
