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
from tests.unit.recognise.worst_texts import MATCHES, WORST

WORTH_COMPARING = 0.1


def main() -> None:
    """Print a line for each text and the two promised figures."""
    parser = argparse.ArgumentParser(description="worst texts")
    parser.add_argument("--runs", type=int, default=5)
    runs: int = parser.parse_args().runs
    slowest = growth = 0.0
    for name, unit, of_text in _all_texts():
        *_, (half, whole) = cost.measured(of_text, unit, parts=2, runs=runs)
        print(f"{whole:6.3f} s  {whole / half:5.2f} x  {name}", flush=True)
        slowest = max(slowest, whole)
        if whole > WORTH_COMPARING:
            growth = max(growth, whole / half)
    promise.tell("slowest_seconds", slowest)
    promise.tell("growth", growth)


def _all_texts() -> list[tuple[str, str, Callable[[str], float]]]:
    whole = [(name, unit, cost.of_recognising) for name, unit in WORST.items()]
    return whole + [
        (name, unit, functools.partial(cost.of_finding_all, find)) for name, (find, unit) in MATCHES.items()
    ]


if __name__ == "__main__":
    main()
