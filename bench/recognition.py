"""What a megabyte costs the recognisers when it is made to cost most, and how cost grows with length.

    .venv/bin/python -m bench.recognition [--runs 5]

Each text of ``tests/unit/recognise/worst_texts.py`` is recognised as a whole megabyte, and twice half of it, by turns;
the best of several runs. Growth is told for texts that take longer than ``WORTH_COMPARING`` seconds.
"""

import argparse
import functools
from collections.abc import Callable

from bench import promise
from tests.unit.recognise import cost
from tests.unit.recognise.worst_texts import MATCHES, WORST, repeated

WORTH_COMPARING = 0.1


def main() -> None:
    """Print a line for each text and the two promised figures."""
    parser = argparse.ArgumentParser(description="worst texts")
    parser.add_argument("--runs", type=int, default=5)
    runs: int = parser.parse_args().runs
    slowest = growth = 0.0
    for name, unit, of_text in _all_texts():
        half, whole = _half_and_whole(of_text, unit, runs)
        print(f"{whole:6.3f} s  {whole / half:5.2f} x  {name}", flush=True)
        slowest = max(slowest, whole)
        if whole > WORTH_COMPARING:
            growth = max(growth, whole / half)
    promise.tell("slowest_seconds", slowest)
    promise.tell("growth", growth)


def _half_and_whole(cost_of: Callable[[str], float], unit: str, runs: int) -> tuple[float, float]:
    """Seconds, the best of the runs. Two halves are timed against the whole, so that both are disturbed alike."""
    half_text, whole_text = repeated(unit, cost.MEGABYTE // 2), repeated(unit, cost.MEGABYTE)
    halves = whole = float("inf")
    for _ in range(runs):
        whole = min(whole, cost_of(whole_text))
        halves = min(halves, cost_of(half_text) + cost_of(half_text))
    return halves / 2, whole


def _all_texts() -> list[tuple[str, str, Callable[[str], float]]]:
    whole = [(name, unit, cost.of_recognising) for name, unit in WORST.items()]
    return whole + [
        (name, unit, functools.partial(cost.of_finding_all, find)) for name, (find, unit) in MATCHES.items()
    ]


if __name__ == "__main__":
    main()
