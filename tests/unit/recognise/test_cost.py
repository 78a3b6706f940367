"""Recognition costs what a text of its length costs, whatever the text is made of.

The promise is a second for a megabyte on a quiet machine; ``bench/recognition.py`` prints the figures. Here, where
other tests run at the same time, twice as long is allowed: what grows faster than its text takes far longer.
"""

import functools
import gc
import time
from collections.abc import Callable, Iterable

import pytest

from app.inventory.recognise import recognise
from app.text.dates import find_dates
from app.text.document_number import find_numbers
from tests.unit.recognise.texts import extraction
from tests.unit.recognise.worst_texts import MATCHES, WORST, repeated

HALF, WHOLE = 500_000, 1_000_000
MOST_GROWTH, MOST_SECONDS = 2.5, 2.0
RUNS = 12
"""A measurement ends with the first of them that keeps to its share; a disturbed machine needs several."""
NOT_WORTH_COMPARING = 0.25
"""Seconds. Below it a busy machine doubles a figure by itself, and nobody waits."""
AT_ONCE = 0.05


def seconds(text: str) -> float:
    """Thread CPU time of recognising the text once."""
    subject = extraction(text)
    gc.collect()
    start = time.thread_time()
    recognise(subject)
    return time.thread_time() - start


def seconds_of_all(find: Callable[[str], Iterable[object]], text: str) -> float:
    """Thread CPU time of finding everything in the text once."""
    gc.collect()
    start = time.thread_time()
    assert sum(1 for _ in find(text)) > len(text) // 20
    return time.thread_time() - start


def keeps_to_its_share(cost: Callable[[str], float], unit: str) -> None:
    """Fail unless a megabyte is read in time and takes not much more than twice what half of it takes.

    Two halves are timed against the whole: both then run equally long and are disturbed alike.
    """
    half_text, whole_text = repeated(unit, HALF), repeated(unit, WHOLE)
    two_halves = whole = float("inf")
    for _ in range(RUNS):
        two_halves = min(two_halves, cost(half_text) + cost(half_text))
        whole = min(whole, cost(whole_text))
        if whole <= MOST_SECONDS and whole <= max(two_halves / 2 * MOST_GROWTH, NOT_WORTH_COMPARING):
            return
    pytest.fail(f"{two_halves:.3f} s for two halves of a megabyte, {whole:.3f} s for a whole one")


@pytest.mark.parametrize("unit", WORST.values(), ids=WORST)
def test_a_megabyte_takes_no_more_than_its_share(unit: str) -> None:
    keeps_to_its_share(seconds, unit)


@pytest.mark.parametrize(("find", "unit"), MATCHES.values(), ids=MATCHES)
def test_a_megabyte_of_nothing_but_matches_is_no_worse(
    find: Callable[[str], Iterable[object]], unit: str
) -> None:
    keeps_to_its_share(functools.partial(seconds_of_all, find), unit)


def test_an_own_number_is_found_without_reading_a_whole_megabyte() -> None:
    text = repeated("国发〔2020〕1号2020年3月7日", WHOLE)
    start = time.thread_time()
    next(find_numbers(text))
    next(find_dates(text))
    assert time.thread_time() - start < AT_ONCE
