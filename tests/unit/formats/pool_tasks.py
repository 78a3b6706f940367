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


def die_once(mark: str) -> str:
    """Dies the first time it is asked, like a worker somebody killed."""
    path = Path(mark)
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return "second time"


def nap(seconds: float) -> float:
    time.sleep(seconds)
    return seconds
