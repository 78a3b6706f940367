"""The law a decision rests on: closed list of basis codes with articles by period of validity.

Articles are short paraphrases of our own and say so; official wording comes from the customer's
files (``[[wording]]`` with ``regulation``, ``article`` and ``text``), because a form must not quote
what was not checked against the official text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from app.classify.data_files import DataFile, DataFileError, Entry, Problem, read_folder
from app.domain.disclosure import DisclosureAttribute
from app.paths import resources

REPLY = "reply"
"""Marks a code that answers a request without being an attribute (条例 711 art. 36)."""


@dataclass(frozen=True, slots=True)
class Regulation:
    """A regulation and the days it is in force; ``in_force_until`` is the last one, or open."""

    key: str
    title: str
    number: str
    in_force_from: date
    in_force_until: date | None

    def is_in_force(self, day: date) -> bool:
        """Whether the regulation applies on that day."""
        return self.in_force_from <= day and (self.in_force_until is None or day <= self.in_force_until)


@dataclass(frozen=True, slots=True)
class Article:
    """An article that grounds ``code``; ``is_paraphrase`` says that ``text`` is not the official wording."""

    code: str
    title: str
    attribute: DisclosureAttribute | None
    report_reason: str
    regulation: Regulation
    number: str
    text: str
    is_paraphrase: bool

    @property
    def citation(self) -> str:
        """《title》（number）article, as a form prints it."""
        return f"《{self.regulation.title}》（{self.regulation.number}）{self.number}"


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """All codes with their articles, the newest regulation first."""

    edition: str
    articles: Mapping[str, tuple[Article, ...]]

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, in the order of the file."""
        return tuple(self.articles)

    def article(self, code: str, on_date: date) -> Article | None:
        """The article in force on a day, ``None`` when none was (before 2008-05-01 nothing was).

        Raises:
            KeyError: for a code outside the closed list.
        """
        for found in self.articles[code]:
            if found.regulation.is_in_force(on_date):
                return found
        return None


def citations(codes: Sequence[str], on_date: date) -> str:
    """Basis codes with the articles in force on a day, as forms print them."""
    basis = shipped_legal_basis()
    told = []
    for code in codes:
        found = basis.article(code, on_date) if code in basis.codes else None
        told.append(f"{code} {found.title}，{found.citation}" if found else code)
    return "；".join(told)


@lru_cache(maxsize=1)
def shipped_legal_basis() -> LegalBasis:
    """What the program ships in ``resources/legal_basis``."""
    return load_legal_basis([resources() / "legal_basis"])


def load_legal_basis(folders: Sequence[Path]) -> LegalBasis:
    """Read the list; later folders override codes and add official wording.

    Raises:
        DataFileError: with every fault found.
    """
    files = [file for folder in folders for file in read_folder(folder)]
    problems: list[Problem] = []
    regulations = {
        regulation.key: regulation
        for file in files
        for entry in file.entries("regulation")
        if (regulation := _regulation(file, entry, problems)) is not None
    }
    wordings = _wordings(files, problems)
    articles = {
        str(entry.get("code", "")): _articles(file, entry, regulations, wordings, problems)
        for file in files
        for entry in file.entries("code")
    }
    if problems:
        raise DataFileError(problems)
    edition = "+".join(dict.fromkeys(str(file.data["edition"]) for file in files if "edition" in file.data))
    return LegalBasis(edition, MappingProxyType(articles))


def _text(file: DataFile, entry: Entry, key: str, problems: list[Problem]) -> str:
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        name = str(entry.get("code") or entry.get("id") or "")
        problems.append(Problem(file.name, name, key, "缺少或不是文字"))
        return ""
    return value


def _regulation(file: DataFile, entry: Entry, problems: list[Problem]) -> Regulation | None:
    begins, ends = entry.get("in_force_from"), entry.get("in_force_until")
    key, title, number = (_text(file, entry, name, problems) for name in ("id", "title", "number"))
    if not isinstance(begins, date) or not isinstance(ends, date | None):
        problems.append(Problem(file.name, key, "in_force_from", "应为日期，例如 2019-05-15"))
        return None
    return Regulation(key, title, number, begins, ends)


def _wordings(files: Sequence[DataFile], problems: list[Problem]) -> dict[tuple[str, str], str]:
    return {
        (_text(file, entry, "regulation", problems), _text(file, entry, "article", problems)): _text(
            file, entry, "text", problems
        )
        for file in files
        for entry in file.entries("wording")
    }


def _articles(
    file: DataFile,
    entry: Entry,
    regulations: Mapping[str, Regulation],
    wordings: Mapping[tuple[str, str], str],
    problems: list[Problem],
) -> tuple[Article, ...]:
    code, title = _text(file, entry, "code", problems), _text(file, entry, "title", problems)
    attribute = _attribute(file, entry, problems)
    reason = str(entry.get("report_reason", ""))
    found = []
    for source in DataFile(file.name, entry).entries("source"):
        regulation = regulations.get(str(source.get("regulation")))
        number = _text(file, source, "article", problems)
        paraphrase = _text(file, source, "paraphrase", problems)
        if regulation is None:
            problems.append(Problem(file.name, code, "regulation", "没有这部法规"))
            continue
        wording = wordings.get((regulation.key, number))
        found.append(
            Article(
                code, title, attribute, reason, regulation, number, wording or paraphrase, wording is None
            )
        )
    if not found:
        problems.append(Problem(file.name, code, "source", "至少要有一条依据"))
    return tuple(found)


def _attribute(file: DataFile, entry: Entry, problems: list[Problem]) -> DisclosureAttribute | None:
    value = entry.get("attribute")
    if value == REPLY:
        return None
    try:
        return DisclosureAttribute(str(value))
    except ValueError:
        problems.append(Problem(file.name, str(entry.get("code", "")), "attribute", "不是公开属性"))
        return None
