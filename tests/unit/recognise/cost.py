"""What a text costs the recognisers, for the tests and for ``bench/recognition.py``."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator

from app.inventory.recognise import recognise
from tests.unit.recognise.texts import extraction
from tests.unit.recognise.worst_texts import repeated

MEGABYTE = 1_000_000


def of_recognising(text: str) -> float:
    """Thread CPU seconds of recognising the text once."""
    subject = extraction(text)
    gc.collect()
    start = time.thread_time()
    recognise(subject)
    return time.thread_time() - start


def of_finding_all(find: Callable[[str], Iterable[object]], text: str) -> float:
    """Thread CPU seconds of finding everything in the text once."""
    gc.collect()
    start = time.thread_time()
    assert sum(1 for _ in find(text)) > len(text) // 20
    return time.thread_time() - start


def measured(
    cost: Callable[[str], float], unit: str, *, parts: int, runs: int
) -> Iterator[tuple[float, float]]:
    """Seconds for one part of a megabyte and for the whole, the best so far after each run.

    All parts are timed against the whole: both then run equally long and are disturbed alike.
    """
    part_text, whole_text = repeated(unit, MEGABYTE // parts), repeated(unit, MEGABYTE)
    all_parts = whole = float("inf")
    for _ in range(runs):
        all_parts = min(all_parts, sum(cost(part_text) for _ in range(parts)))
        whole = min(whole, cost(whole_text))
        yield all_parts / parts, whole
