"""What a megabyte costs the recognisers when it is made to cost most, and how cost grows with length.

    .venv/bin/python -m bench.recognition [--runs 5]

Each text of ``tests/unit/recognise/worst_texts.py`` is recognised as a whole megabyte, and twice half of it, by turns;
thread CPU time, the best of several runs. Two halves run as long as the whole, so that both are disturbed alike.
Growth is told for texts that take longer than ``WORTH_COMPARING`` seconds.
"""

import argparse
import time
from collections import deque
from collections.abc import Callable

from app.inventory.recognise import recognise
from bench import promise
from tests.unit.recognise.texts import extraction
from tests.unit.recognise.worst_texts import MATCHES, WORST, repeated

HALF, WHOLE = 500_000, 1_000_000
WORTH_COMPARING = 0.1


def main() -> None:
    """Print a line for each text and the two promised figures."""
    parser = argparse.ArgumentParser(description="worst texts")
    parser.add_argument("--runs", type=int, default=5)
    runs: int = parser.parse_args().runs
    slowest = growth = 0.0
    for name, unit, work in _all_texts():
        half, whole = best(work, unit, runs)
        print(f"{whole:6.3f} s  {whole / half:5.2f} x  {name}", flush=True)
        slowest = max(slowest, whole)
        if whole > WORTH_COMPARING:
            growth = max(growth, whole / half)
    promise.tell("slowest_seconds", slowest)
    promise.tell("growth", growth)


def best(work: Callable[[str], object], unit: str, runs: int) -> tuple[float, float]:
    """Thread CPU seconds for half a megabyte and for a whole one, of the quickest runs."""
    half_text, whole_text = repeated(unit, HALF), repeated(unit, WHOLE)
    two_halves = whole = float("inf")
    for _ in range(runs):
        two_halves = min(two_halves, seconds(work, half_text) + seconds(work, half_text))
        whole = min(whole, seconds(work, whole_text))
    return two_halves / 2, whole


def seconds(work: Callable[[str], object], text: str) -> float:
    """Thread CPU seconds of the work."""
    start = time.thread_time()
    work(text)
    return time.thread_time() - start


def _all_texts() -> list[tuple[str, str, Callable[[str], object]]]:
    whole = [(name, unit, _recognise) for name, unit in WORST.items()]
    return whole + [
        (name, unit, lambda text, find=find: deque(find(text), maxlen=0))
        for name, (find, unit) in MATCHES.items()
    ]


def _recognise(text: str) -> object:
    return recognise(extraction(text))


if __name__ == "__main__":
    main()
