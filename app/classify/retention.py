"""Suggested 保管期限 with its reason, from an editable table (国家档案局令第8号).

The word follows the era: 永久/长期/短期 before 2007, 永久/30年/10年 since. A person decides.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.classify.conditions import Condition, ConditionError, read_condition
from app.classify.data_files import DataFile, DataFileError, Entry, Problem, read_folder
from app.classify.facts import Facts, Quote
from app.domain.archival import RetentionPeriod, retention_vocabulary
from app.paths import resources

_POSITIONS = {"permanent": 0, "thirty": 1, "ten": 2}
"""Place of a class's period in the vocabulary of every era."""


@dataclass(frozen=True, slots=True)
class RetentionClass:
    """A row of the table; ``position`` is the period's place in the vocabulary of an era."""

    key: str
    title: str
    position: int
    when: Condition


@dataclass(frozen=True, slots=True)
class RetentionTable:
    """The classes in the order in which they are tried."""

    edition: str
    classes: tuple[RetentionClass, ...]


@dataclass(frozen=True, slots=True)
class RetentionSuggestion:
    """A period and why: the class of the table and the words of the document."""

    period: RetentionPeriod
    class_key: str
    reason: str


def suggest_retention(facts: Facts, table: RetentionTable, year: int | None) -> RetentionSuggestion | None:
    """The first class that fits, in the vocabulary of ``year``; ``None`` when no class does.

    Without a year the present vocabulary is used, since the era is for a person to find out.
    """
    vocabulary = retention_vocabulary(year) if year is not None else retention_vocabulary(9999)
    for one in table.classes:
        quotes = one.when(facts)
        if quotes is not None:
            return RetentionSuggestion(vocabulary[one.position], one.key, _reason(one, quotes))
    return None


def _reason(one: RetentionClass, quotes: Sequence[Quote]) -> str:
    words = next((quote.words for quote in quotes if quote.words), "")
    return f"{one.title}：“{words}”" if words else one.title


@lru_cache(maxsize=1)
def shipped_retention() -> RetentionTable:
    """The table that the program ships in ``resources/retention``."""
    return load_retention(resources() / "retention")


def load_retention(folder: Path) -> RetentionTable:
    """The table of one folder.

    Raises:
        DataFileError: with every fault found.
    """
    problems: list[Problem] = []
    files = list(read_folder(folder))
    classes = [
        found
        for file in files
        for entry in file.entries("class")
        if (found := _class(file, entry, problems)) is not None
    ]
    if problems:
        raise DataFileError(problems)
    edition = "+".join(str(file.data.get("edition", "")) for file in files)
    return RetentionTable(edition, tuple(classes))


def _class(file: DataFile, entry: Entry, problems: list[Problem]) -> RetentionClass | None:
    key = str(entry.get("id", ""))
    position = _POSITIONS.get(str(entry.get("period")))
    if position is None:
        problems.append(Problem(file.name, key, "period", "应为 permanent、thirty 或 ten"))
    try:
        when = read_condition(entry.get("when"))
    except ConditionError as fault:
        problems.append(Problem(file.name, key, fault.key, fault.message))
        return None
    return RetentionClass(key, str(entry.get("title", key)), position or 0, when)
