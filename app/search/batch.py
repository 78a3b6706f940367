"""Searching for a list of words at once, one term per line."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.query import Node, Or, Word
from app.errors import WrongUseError
from app.progress import Progress
from app.store import fulltext_query
from app.store.catalogue import Catalogue
from app.store.search_plan import plan
from app.text.folding import fold
from app.text.tokens import runs

MOST_TERMS = 5000


@dataclass(frozen=True, slots=True)
class TermCount:
    """A term of the list and the number of texts that hold it."""

    term: str
    count: int


def terms(lines: Iterable[str]) -> list[str]:
    """The terms of a word list: blank lines, signs alone and repetitions are left out.

    Raises:
        WrongUseError: the list has no term or more than 5,000.
    """
    found: dict[str, str] = {}
    for line in lines:
        term = line.strip().lstrip("\ufeff")
        if runs(fold(term)):
            found.setdefault(fold(term), term)
    if not found:
        raise WrongUseError("词表里没有可以查找的字词。", "每行写一个词。")
    if len(found) > MOST_TERMS:
        raise WrongUseError(f"词表超过 {MOST_TERMS} 个词。", "请分成几份。")
    return list(found.values())


def count_terms(catalogue: Catalogue, wanted: Iterable[str], progress: Progress) -> list[TermCount]:
    """How many texts hold each term, taken literally: nothing in it is an operator."""
    listed = terms(wanted)
    counted = []
    for done, term in enumerate(listed):
        progress.step("按词表检索", done, len(listed))
        with catalogue.read() as connection:
            found = fulltext_query.count(connection, plan(connection, Word(term)))
        counted.append(TermCount(term, found))
    return counted


def any_of(wanted: Iterable[str]) -> Node:
    """The query for texts that hold any of the terms, for a list of hits with marks."""
    words = tuple(Word(term) for term in terms(wanted))
    return words[0] if len(words) == 1 else Or(words)
