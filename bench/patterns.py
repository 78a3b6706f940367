"""Every pattern of recognition and classification on a text made of what nearly fits it.

    python bench/patterns.py [--letters N] [--show N]

For each compiled pattern in the modules below, units are made from its own parts: one that fits, one whose
end is missing, one with its longest runs. Each unit is repeated to N and 2 N characters; recognition and the
finders of personal information run on both. What takes more than its share, or grows more than the text, is
tried again at 500,000 and 1,000,000 characters, best of five, as tests/unit/recognise/test_cost.py does.
"""

import argparse
import gc
import importlib
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from re import _parser
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.classify.personal_information import find
from app.domain.source import Extraction, FileFormat
from app.inventory.recognise import recognise

PACKAGES = ("app.inventory.recognise", "app.classify", "app.text", "app.inventory.secrecy")
MOST_GROWTH, MOST_SECONDS = 2.5, 1.0
SHORTLISTED_SHARE = 0.6
"""Of the seconds allowed to a megabyte, at the length of the first look."""
MOST_REPEATS = 12


@dataclass(frozen=True, slots=True)
class Slow:
    """Seconds for half a megabyte and a whole one."""

    name: str
    job: str
    unit: str
    half: float
    whole: float

    @property
    def is_too_slow(self) -> bool:
        """Whether it misses the promise."""
        return self.whole > MOST_SECONDS or (self.whole > 0.25 and self.whole > MOST_GROWTH * self.half)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern that a module of the packages holds, by itself or in a list."""
    seen = set()
    for module in _modules():
        for name, value in vars(module).items():
            for pattern in value if isinstance(value, tuple | list) else (value,):
                if isinstance(pattern, re.Pattern) and pattern.pattern not in seen:
                    seen.add(pattern.pattern)
                    if isinstance(pattern.pattern, str):
                        yield f"{module.__name__.removeprefix('app.')}.{name}", pattern


def _modules() -> Iterator[Any]:
    for package in PACKAGES:
        root = importlib.import_module(package)
        yield root
        for found in pkgutil.walk_packages(root.__path__, f"{package}."):
            yield importlib.import_module(found.name)


def units(pattern: re.Pattern[str]) -> set[str]:
    """What fits the pattern, what fits but for its end, and what fits with long runs."""
    tree = _parser.parse(pattern.pattern, pattern.flags)
    short, long = "".join(_sample(tree, 0)), "".join(_sample(tree, MOST_REPEATS))
    made = {short, short[:-1], long, long[:-1], short + "\n", long[: len(long) // 2]}
    return {unit for unit in made if unit}


def _sample(tree: Any, most: int) -> Iterator[str]:  # noqa: ANN401 - a tree of the standard library
    for code, argument in tree:
        yield from _piece(code, argument, most)


def _piece(code: Any, argument: Any, most: int) -> Iterator[str]:  # noqa: ANN401
    match str(code):
        case "LITERAL":
            yield chr(argument)
        case "NOT_LITERAL" | "ANY":
            yield "国"
        case "IN":
            yield _member(argument)
        case "BRANCH":
            yield from _sample(argument[1][0], most)
        case "SUBPATTERN":
            yield from _sample(argument[3], most)
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            low, high, inner = argument
            count = max(low, min(int(high), most))
            yield "".join(_sample(inner, most)) * count
        case "ATOMIC_GROUP":
            yield from _sample(argument, most)


def _member(members: Any) -> str:  # noqa: ANN401
    """A character of a set; of an excluding one a character outside it."""
    code, argument = members[0]
    match str(code):
        case "NEGATE":
            return next(c for c in "国1a。〕" if not re.fullmatch(_class_of(members[1:]), c))
        case "LITERAL":
            return chr(argument)
        case "RANGE":
            return chr(argument[0])
        case _:
            return {"CATEGORY_DIGIT": "1", "CATEGORY_SPACE": " "}.get(str(argument), "国")


def _class_of(members: Any) -> str:  # noqa: ANN401
    parts = []
    for code, argument in members:
        match str(code):
            case "LITERAL":
                parts.append(re.escape(chr(argument)))
            case "RANGE":
                parts.append(f"{re.escape(chr(argument[0]))}-{re.escape(chr(argument[1]))}")
            case _:
                parts.append({"CATEGORY_DIGIT": r"\d", "CATEGORY_SPACE": r"\s"}.get(str(argument), r"\w"))
    return f"[{''.join(parts)}]"


JOBS: dict[str, Callable[[str], object]] = {
    "recognise": lambda text: recognise(Extraction(FileFormat.TXT, None, text)),
    "find": find,
}


def seconds(job: str, unit: str, length: int) -> float:
    """Thread CPU time of one run."""
    text = (unit * (length // len(unit) + 1))[:length]
    gc.collect()
    start = time.thread_time()
    JOBS[job](text)
    return time.thread_time() - start


def first_look(length: int) -> Iterator[tuple[str, str, str]]:
    """What is worth a second look."""
    for name, pattern in patterns():
        for unit in sorted(units(pattern)):
            for job in JOBS:
                half, whole = seconds(job, unit, length // 2), seconds(job, unit, length)
                share = MOST_SECONDS * SHORTLISTED_SHARE * length / 1_000_000
                if whole > share or (whole > 0.02 and whole > 3 * half):
                    yield name, job, unit


def second_look(name: str, job: str, unit: str) -> Slow:
    half = min(seconds(job, unit, 500_000) for _ in range(5))
    whole = min(seconds(job, unit, 1_000_000) for _ in range(5))
    return Slow(name, job, unit, half, whole)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=60_000)
    parser.add_argument("--show", type=int, default=20)
    given = parser.parse_args()
    count = sum(1 for _ in patterns())
    shortlist = list(first_look(given.letters))
    print(f"{count} patterns; {len(shortlist)} units are looked at again", flush=True)
    looked = sorted((second_look(*one) for one in shortlist), key=lambda slow: -slow.whole)
    for slow in looked[: given.show]:
        print(f"{slow.half:.2f} s, {slow.whole:.2f} s  {slow.job} {slow.name}  {slow.unit[:60]!r}")
    too_slow = [slow for slow in looked if slow.is_too_slow]
    print(f"{len(too_slow)} units take more than {MOST_SECONDS} s or grow by more than {MOST_GROWTH}")
    return 1 if too_slow else 0


if __name__ == "__main__":
    sys.exit(main())
