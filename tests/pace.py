"""What work costs, told so that neither a slow machine nor a full one lets a test fail."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

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


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the thread for doing the work once.

    The garbage collector rests meanwhile, as it does for ``timeit``: it would walk through all that the tests hold.
    """
    gc.disable()
    try:
        began = time.thread_time()
        work()
        return time.thread_time() - began
    finally:
        gc.enable()


def is_within(spent: float, seconds: float) -> bool:
    """Whether CPU seconds spent here are no more than this many on a quiet machine."""
    return spent <= seconds or spent <= seconds * slowness()


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fail when the thread takes more CPU than this many seconds of a quiet machine."""
    began = time.thread_time()
    yield
    spent = time.thread_time() - began
    assert is_within(spent, seconds), f"{spent:.3f} s"
