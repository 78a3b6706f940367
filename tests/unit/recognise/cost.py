"""What a text costs the recognisers, for the tests and for ``bench/recognition.py``."""

from collections.abc import Callable, Iterable, Iterator

from app.inventory.recognise import recognise
from tests.pace import cpu_seconds
from tests.unit.recognise.texts import extraction
from tests.unit.recognise.worst_texts import repeated

MEGABYTE = 1_000_000


def of_recognising(text: str) -> float:
    """Thread CPU seconds of recognising the text once."""
    subject = extraction(text)
    return cpu_seconds(lambda: recognise(subject))


def of_finding_all(find: Callable[[str], Iterable[object]], text: str) -> float:
    """Thread CPU seconds of finding everything in the text once."""
    found: list[int] = []
    seconds = cpu_seconds(lambda: found.append(sum(1 for _ in find(text))))
    assert found[0] > len(text) // 20
    return seconds


def measured(
    cost: Callable[[str], float], unit: str, *, parts: int, runs: int, worth_comparing: float = 0.0
) -> Iterator[tuple[float, float]]:
    """Seconds for one part of a megabyte and for the whole, the best so far after each run.

    All parts are timed against the whole: both then run equally long and are disturbed alike. They are not timed
    for a whole that takes no longer than is ``worth_comparing``.
    """
    part_text, whole_text = repeated(unit, MEGABYTE // parts), repeated(unit, MEGABYTE)
    all_parts = whole = float("inf")
    for _ in range(runs):
        whole = min(whole, cost(whole_text))
        if whole > worth_comparing:
            all_parts = min(all_parts, sum(cost(part_text) for _ in range(parts)))
        yield all_parts / parts, whole
