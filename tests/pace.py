"""What work costs, told so that neither a slow machine nor a full one lets a test fail."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

QUIET_SECONDS = 0.009
"""What :func:`slowness` counts took on a quiet machine with two shared cores."""
PART = 16
MOST_GROWTH = PART * 4
"""Half way, as factors go, between a cost that grows with the length (16) and one that grows with its square (256)."""
RUNS = 6
NOT_WORTH_COMPARING = 0.25
"""Seconds. Nobody waits for less, and below it a figure is mostly what else the machine does."""


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


@contextmanager
def without_collector() -> Iterator[None]:
    """The garbage collector rests, as it does for ``timeit``: it would walk through all that the tests hold."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def cpu_seconds(work: Callable[[], object]) -> float:
    """CPU seconds of the thread for doing the work once."""
    with without_collector():
        began = time.thread_time()
        work()
        return time.thread_time() - began


def is_within(spent: float, seconds: float) -> bool:
    """Whether CPU seconds spent here are no more than this many on a quiet machine."""
    return spent <= seconds or spent <= seconds * slowness()


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Fail when the thread takes more CPU than this many seconds of a quiet machine."""
    with without_collector():
        began = time.thread_time()
        yield
        spent = time.thread_time() - began
    assert is_within(spent, seconds), f"{spent:.3f} s"


def assert_linear(cost: Callable[[int], float], length: int, seconds: float) -> None:
    """Fail when a length costs more CPU seconds than these, or grows out of proportion to a sixteenth of it.

    ``cost`` does the work for a length and tells its seconds. The best of some runs counts: a neighbour on the
    machine can only lengthen one. A sixteenth rather than a half is compared because four times its share of
    disturbance would be needed to fail what is linear.
    """
    part = whole = float("inf")
    for _ in range(RUNS):
        whole, part = min(whole, cost(length)), min(part, cost(length // PART))
        if is_within(whole, seconds) and whole <= max(part * MOST_GROWTH, NOT_WORTH_COMPARING):
            return
    pytest.fail(f"{part:.3f} s for a sixteenth of it, {whole:.3f} s for the whole")
