"""Wrong characters: an editable lexicon of words that are written wrong, and what is meant."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.domain.source import Extraction
from app.paths import resources
from app.report.publication.faults import Fault, FaultKind, safe
from app.report.templates import faulty, read_data


@dataclass(frozen=True, slots=True)
class WrongWord:
    """A wrong word and the right one. ``unless``: words that hold the wrong one rightly."""

    wrong: str
    right: str
    unless: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def lexicon() -> tuple[WrongWord, ...]:
    """Every ``*.toml`` of ``resources/wrong_characters``.

    Raises:
        AppError: a file cannot be used.
    """
    found: list[WrongWord] = []
    for path in sorted((resources() / "wrong_characters").glob("*.toml")):
        data = read_data(path)
        try:
            found += [WrongWord(wrong, right) for wrong, right in data.get("words", {}).items()]
            found += [
                WrongWord(one["wrong"], one["right"], tuple(one["unless"])) for one in data.get("careful", [])
            ]
        except (KeyError, TypeError, AttributeError) as error:
            raise faulty(path.name, error) from error
    return tuple(found)


def wording_faults(extraction: Extraction) -> Iterator[Fault]:
    """Every wrong word of the text with its place and what is meant; broken lines are joined."""
    text = re.sub(r"(?<=[\u4e00-\u9fff])\n(?=[\u4e00-\u9fff])", "", extraction.text)
    for word in lexicon():
        for start in _places(text, word):
            around = text[max(0, start - 6) : start + len(word.wrong) + 6].replace("\n", " ")
            message = f"“{word.wrong}”疑为“{word.right}”"
            yield Fault(FaultKind.WORDING, "wrong_word", message, f"“{safe(around)}”", word.wrong)


def _places(text: str, word: WrongWord) -> Iterator[int]:
    start = text.find(word.wrong)
    while start >= 0:
        if not any(_holds(text, start, word.wrong, right) for right in word.unless):
            yield start
        start = text.find(word.wrong, start + 1)


def _holds(text: str, start: int, wrong: str, right: str) -> bool:
    """Whether the wrong word at ``start`` is part of a right one."""
    begin = start - right.find(wrong)
    return right in text[max(0, begin) : begin + len(right)]
