"""What a text costs the recognisers, for the tests and for ``bench/recognition.py``."""

from collections.abc import Callable, Iterable

from app.inventory.recognise import recognise
from tests.pace import cpu_seconds
from tests.unit.recognise.texts import extraction

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
