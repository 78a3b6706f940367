"""Every pattern of recognition and classification on a text made of what nearly fits it.

    python bench/patterns.py [--letters N] [--show N] [--only NAME] [--budget SECONDS]

For each compiled pattern in the modules below, units are made from its own parts: one that fits, one whose
end is missing, one with its longest runs. Each unit is repeated to N characters, on which the pattern itself,
recognition and the finders of personal information run. What takes more than its share, or grows more than
the text, is tried again at 500,000 and 1,000,000 characters, best of three, as tests/unit/recognise/test_cost.py
does; a text of nothing but findings, which no office holds, at an eighth of that (tests/unit/classify/test_cost.py). No run may take longer than the budget: what does counts as too slow. Some minutes; progress on stderr.
"""

import argparse
import gc
import importlib
import math
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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
MOST_PATTERN_GROWTH = 3
NOT_WORTH_COMPARING = 0.01
"""Seconds for a pattern by itself, at that length."""
WHOLE = 1_000_000
DENSE = 100
"""Characters for each finding; a text that has more findings than that is one of nothing but findings."""
DENSE_SHARE = 8
MOST_REPEATS = 12
REPEATED = 3
TOLD_EVERY = 20
"""Patterns between two lines of progress."""


@dataclass(frozen=True, slots=True)
class Slow:
    """Seconds for half the length and the whole; ``is_dense``: tried at an eighth of a megabyte."""

    name: str
    job: str
    unit: str
    half: float
    whole: float
    is_dense: bool

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


@contextmanager
def budget(most: float) -> Iterator[None]:
    """Ends what computes longer by a TimeoutError; patterns look for signals while they search."""
    signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _stop(_signal: int, _frame: object) -> None:
    raise TimeoutError


def made(unit: str, length: int) -> str:
    """The unit again and again, up to that length."""
    return (unit * (length // len(unit) + 1))[:length]


def seconds(work: Callable[[str], object], unit: str, length: int, most: float) -> float:
    """Thread CPU time of one run; endless for one that was stopped."""
    text = made(unit, length)
    gc.collect()
    start = time.thread_time()
    try:
        with budget(most):
            work(text)
    except TimeoutError:
        return math.inf
    return time.thread_time() - start


def first_look(length: int, most: float, only: str) -> Iterator[tuple[str, str, str]]:
    """What is worth a second look: (pattern, job, unit); a text that several patterns make is looked at once."""
    usual = {job: most_usual(job, length, most) for job in JOBS}
    looked: set[str] = set()
    for number, (name, pattern) in enumerate(patterns(), start=1):
        if only not in name:
            continue
        if number % TOLD_EVERY == 0:
            print(f"pattern {number}", file=sys.stderr, flush=True)
        for unit in sorted(units(pattern)):
            grows = is_growing(pattern, unit, length, most)
            for job in JOBS if grows or unit not in looked else ():
                if grows or is_slow(job, unit, length, 3 * usual[job]):
                    yield name, job, unit
            looked.add(unit)


def is_slow(job: str, unit: str, length: int, share: float) -> bool:
    """Whether a job takes more than this share, however often it is tried."""
    return all(seconds(JOBS[job], unit, length, share * 20) > share for _ in range(REPEATED))


def most_usual(job: str, length: int, most: float) -> float:
    """Seconds for a text in which nothing fits, or the share of the promise if that is more."""
    plain = min(seconds(JOBS[job], "各村要做好防汛工作，按期完成。\n", length, most) for _ in range(REPEATED))
    return max(plain, MOST_SECONDS * SHORTLISTED_SHARE * length / 1_000_000 / 3)


def is_growing(pattern: re.Pattern[str], unit: str, length: int, most: float) -> bool:
    """Whether the pattern by itself takes three times as long for twice the text, however often it is tried."""

    def every(text: str) -> None:
        for _ in pattern.finditer(text):
            pass

    for _ in range(REPEATED):
        whole = seconds(every, unit, length, most)
        if whole <= NOT_WORTH_COMPARING or whole <= MOST_PATTERN_GROWTH * seconds(
            every, unit, length // 2, most
        ):
            return False
    return True


def second_look(name: str, job: str, unit: str, most: float) -> Slow:
    """Half a megabyte and a whole one; the best of some runs where one is too slow."""
    looked = _looked(name, job, unit, most, 1)
    return _looked(name, job, unit, most, REPEATED) if looked.is_too_slow else looked


def _looked(name: str, job: str, unit: str, most: float, times: int) -> Slow:
    is_dense = job == "find" and len(find(made(unit, DENSE * DENSE))) > DENSE
    length = WHOLE // DENSE_SHARE if is_dense else WHOLE
    half, whole = (
        min(seconds(JOBS[job], unit, size, most) for _ in range(times)) for size in (length // 2, length)
    )
    return Slow(name, job, unit, half, whole, is_dense)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=20_000)
    parser.add_argument("--show", type=int, default=20)
    parser.add_argument("--only", default="", help="patterns with this in their name")
    parser.add_argument("--budget", type=float, default=20.0, help="CPU seconds for one run")
    given = parser.parse_args()
    print(f"{sum(1 for _ in patterns())} patterns", flush=True)
    looked = []
    for name, job, unit in first_look(given.letters, given.budget, given.only):
        looked.append(second_look(name, job, unit, given.budget))
        if looked[-1].is_too_slow:
            print(told(looked[-1]), flush=True)
    for slow in sorted(looked, key=lambda slow: -slow.whole)[: given.show]:
        print(told(slow))
    too_slow = sum(slow.is_too_slow for slow in looked)
    print(
        f"{len(looked)} units looked at twice; {too_slow} take more than {MOST_SECONDS} s or grow by more than {MOST_GROWTH}"
    )
    return 1 if too_slow else 0


def told(slow: Slow) -> str:
    """A line for people."""
    job = f"{slow.job} (findings only)" if slow.is_dense else slow.job
    return f"{slow.half:.2f} s, {slow.whole:.2f} s  {job} {slow.name}  {slow.unit[:60]!r}"


if __name__ == "__main__":
    sys.exit(main())
