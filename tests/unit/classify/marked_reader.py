"""Reads invented texts in which what must be found is marked, and scores the detectors on them."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.classify.personal_information import find
from tests.unit.classify.cases_reader import NUMBERS

FILE = Path(__file__).parent / "marked" / "personal.txt"
_MARK = re.compile(r"\[\[(?P<kind>[a-z_]+)\|(?P<words>.*?)\]\]", re.DOTALL)
_NUMBER = re.compile(r"\{(?P<name>id[123]|child|card)(?::(?P<way>[a-z]+))?\}")
_WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
_WAYS = {
    "wide": lambda number: number.translate(_WIDE),
    "groups": lambda number: f"{number[:6]} {number[6:14]} {number[14:]}",
    "dashes": lambda number: f"{number[:6]}-{number[6:14]}-{number[14:]}",
    "break": lambda number: f"{number[:10]}\n{number[10:]}",
    "cells": "\t".join,
    "cards": lambda number: " ".join(number[at : at + 4] for at in range(0, len(number), 4)),
    None: str,
}
_ABOUT_A_PLACE = frozenset(
    {
        "roster",
        "minor",
        "medical",
        "whistle_blower",
        "relief_recipient",
        "process_draft",
        "case_file",
        "internal_mark",
        "personnel_matter",
    }
)
"""Kinds that say what a neighbourhood is about; they have tests of their own."""

Place = tuple[str, int, int]


@dataclass(frozen=True)
class MarkedText:
    """``group`` is the heading it stands below; ``wanted`` the places to be found in ``text``."""

    group: str
    text: str
    wanted: frozenset[Place]

    def found(self) -> frozenset[Place]:
        return frozenset(
            (one.kind, one.start, one.end) for one in find(self.text) if one.kind not in _ABOUT_A_PLACE
        )


@lru_cache(maxsize=1)
def marked_texts() -> tuple[MarkedText, ...]:
    """Every line of the file that is neither empty, nor a comment, nor a heading."""
    return tuple(_read(FILE.read_text("utf-8")))


def _read(lines: str) -> Iterator[MarkedText]:
    group = ""
    for line in lines.splitlines():
        if line.startswith("## "):
            group = line[3:]
        elif line and not line.startswith("#"):
            yield _parse(group, line.replace("\\n", "\n").replace("\\t", "\t"))


def _parse(group: str, line: str) -> MarkedText:
    line = _NUMBER.sub(lambda found: _WAYS[found["way"]](NUMBERS[f"{{{found['name']}}}"]), line)
    text, done, wanted = "", 0, set()
    for mark in _MARK.finditer(line):
        text += line[done : mark.start()]
        wanted.add((mark["kind"], len(text), len(text) + len(mark["words"])))
        text, done = text + mark["words"], mark.end()
    return MarkedText(group, text + line[done:], frozenset(wanted))


@dataclass(frozen=True)
class Score:
    """``right`` of ``given`` findings and of ``wanted`` places have kind and borders in common."""

    right: int
    given: int
    wanted: int

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.given + self.wanted) if self.given + self.wanted else 1.0


def scores() -> dict[str, Score]:
    """By kind, and under "all" for all kinds but names."""
    right, given, wanted = Counter(), Counter(), Counter()
    for one in marked_texts():
        found = one.found()
        for counter, places in ((right, one.wanted & found), (given, found), (wanted, one.wanted)):
            for kind, _, _ in places:
                counter.update([kind] if kind == "person_name" else [kind, "all"])
    return {kind: Score(right[kind], given[kind], wanted[kind]) for kind in sorted(given | wanted)}
