"""Where two versions of a text differ: by lines first, then by characters inside changed lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST_LINES = 4000
MOST_CHARACTERS = 2000
"""Longer texts, and longer changed stretches, are told as changed whole: comparing is quadratic."""


@dataclass(frozen=True, slots=True)
class Difference:
    """``text_a[start_a:end_a]`` became ``text_b[start_b:end_b]``; one of them may be empty."""

    start_a: int
    end_a: int
    start_b: int
    end_b: int


def differences(text_a: str, text_b: str) -> list[Difference]:
    """The stretches in which the texts differ, in their order; blank characters are compared too."""
    lines_a, lines_b = text_a.splitlines(keepends=True), text_b.splitlines(keepends=True)
    if max(len(lines_a), len(lines_b)) > MOST_LINES:
        return [] if text_a == text_b else [Difference(0, len(text_a), 0, len(text_b))]
    starts_a, starts_b = _starts(lines_a), _starts(lines_b)
    found: list[Difference] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, lines_a, lines_b, autojunk=False).get_opcodes():
        if tag != "equal":
            changed = Difference(starts_a[i1], starts_a[i2], starts_b[j1], starts_b[j2])
            found += _within(text_a, text_b, changed)
    return found


def _starts(lines: list[str]) -> list[int]:
    """Where each line begins, and where the last one ends."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    return starts


def _within(text_a: str, text_b: str, changed: Difference) -> Iterator[Difference]:
    """The characters that differ inside changed lines."""
    a = text_a[changed.start_a : changed.end_a]
    b = text_b[changed.start_b : changed.end_b]
    if not a or not b or max(len(a), len(b)) > MOST_CHARACTERS:
        yield changed
        return
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Difference(
                changed.start_a + i1, changed.start_a + i2, changed.start_b + j1, changed.start_b + j2
            )
