"""Rules as data: when a document speaks for an attribute, on what basis, and what to look at.

A rule proposes and never decides. Rules are read from folders of TOML files; a later folder (the
customer's own) overrides a rule by its id. The edition names exactly which rules made a suggestion.
"""

import hashlib
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from app.classify.conditions import Condition, ConditionError, read_condition
from app.classify.data_files import DataFile, DataFileError, Entry, Problem, read_folder
from app.classify.facts import Facts, Quote
from app.classify.legal_basis import shipped_legal_basis
from app.domain.disclosure import DisclosureAttribute
from app.paths import resources

DEFAULT_PRIORITY = 50
_FIELDS = frozenset(
    {
        "id",
        "title",
        "edition",
        "date",
        "attribute",
        "basis",
        "priority",
        "redact",
        "explanation",
        "check",
        "when",
        "disabled",
    }
)
_REQUIRED = ("id", "title", "edition", "date", "attribute", "explanation", "when")
_WORDS = ("id", "title", "edition", "explanation")
_PLACEHOLDERS = frozenset({"quote", "title", "genre"})


@dataclass(frozen=True, slots=True)
class Rule:
    """``priority``: the highest that fires wins, the more restrictive one among equals.

    ``redact``: publish the rest after taking the places out (区分处理). ``check``: what a person
    must look at before deciding.
    """

    key: str
    title: str
    edition: str
    dated_on: date
    attribute: DisclosureAttribute
    basis: tuple[str, ...]
    priority: int
    redact: bool
    explanation: str
    check: tuple[str, ...]
    when: Condition
    file: str

    def explain(self, quotes: Sequence[Quote], facts: Facts) -> str:
        """The explanation with the words of the document filled in."""
        words = "、".join(dict.fromkeys(quote.words for quote in quotes if quote.words))
        return self.explanation.format(quote=words, title=facts.title, genre=facts.genre)


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule that applies to a document, with the words it rests on."""

    rule: Rule
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules in force. ``edition`` changes whenever any rule changes."""

    rules: tuple[Rule, ...]
    edition: str

    def firings(self, facts: Facts) -> tuple[Firing, ...]:
        """The rules that apply, the strongest first."""
        fired = [Firing(rule, quotes) for rule in self.rules if (quotes := rule.when(facts)) is not None]
        return tuple(sorted(fired, key=lambda firing: (-firing.rule.priority, _openness(firing.rule))))

    def rule(self, key: str) -> Rule | None:
        """The rule of that id."""
        return next((rule for rule in self.rules if rule.key == key), None)


def _openness(rule: Rule) -> int:
    order = (
        DisclosureAttribute.WITHHELD,
        DisclosureAttribute.ON_REQUEST,
        DisclosureAttribute.UNDETERMINED,
        DisclosureAttribute.PROACTIVE,
    )
    return order.index(rule.attribute)


@lru_cache(maxsize=1)
def shipped_rules() -> RuleSet:
    """The rules that the program ships in ``resources/rules``."""
    return load_rules([resources() / "rules"])


def load_rules(folders: Sequence[Path]) -> RuleSet:
    """The rules of all folders, later ones overriding by id.

    Raises:
        DataFileError: with every fault found, each with file, rule and key.
    """
    rules, problems, digest = _read(folders)
    if problems:
        raise DataFileError(problems)
    return RuleSet(tuple(rules.values()), f"{_newest(rules)}-{digest}")


def check(folders: Sequence[Path]) -> tuple[Problem, ...]:
    """Every fault in the folders' rules; empty when they can be used."""
    try:
        _, problems, _ = _read(folders)
    except DataFileError as error:
        return error.problems
    return tuple(problems)


def _newest(rules: Mapping[str, Rule]) -> str:
    return max((rule.dated_on for rule in rules.values()), default=date.min).isoformat()


def _read(folders: Sequence[Path]) -> tuple[dict[str, Rule], list[Problem], str]:
    rules: dict[str, Rule] = {}
    problems: list[Problem] = []
    digest = hashlib.sha256()
    for folder in folders:
        seen: set[str] = set()
        for file in read_folder(folder):
            problems += [
                Problem(file.name, "", name, "不认识的内容，规则应写成 [[rule]] 形式")
                for name in file.data
                if name != "rule"
            ]
            for entry in file.entries("rule"):
                digest.update(repr(sorted(entry.items())).encode())
                _take(file, entry, rules, seen, problems)
    return rules, problems, digest.hexdigest()[:12]


def _take(
    file: DataFile, entry: Entry, rules: dict[str, Rule], seen: set[str], problems: list[Problem]
) -> None:
    """Add or override one rule; ``disabled = true`` takes a shipped rule out of force."""
    key = str(entry.get("id", ""))
    if key in seen:
        problems.append(Problem(file.name, key, "id", "同一文件夹中编号重复"))
    seen.add(key)
    if entry.get("disabled") is True:
        rules.pop(key, None)
        return
    faults = _faults(file.name, key, entry)
    problems += faults
    if not faults:
        rule = _rule(file.name, key, entry, problems)
        if rule is not None:
            rules[key] = rule


def _faults(file: str, key: str, entry: Entry) -> list[Problem]:
    found = [Problem(file, key, name, "缺少") for name in _REQUIRED if name not in entry]
    found += [Problem(file, key, name, "不认识的字段") for name in entry if name not in _FIELDS]
    found += [
        Problem(file, key, name, "应为文字")
        for name in _WORDS
        if name in entry and not isinstance(entry[name], str)
    ]
    if entry.get("attribute") not in set(DisclosureAttribute):
        found.append(Problem(file, key, "attribute", "应为 proactive、on_request、withheld 或 undetermined"))
    if not isinstance(entry.get("date"), date):
        found.append(Problem(file, key, "date", "应为日期，例如 2026-11-01"))
    if not isinstance(entry.get("priority", DEFAULT_PRIORITY), int):
        found.append(Problem(file, key, "priority", "应为整数"))
    return [*found, *_basis_faults(file, key, entry), *_template_faults(file, key, entry)]


def _basis_faults(file: str, key: str, entry: Entry) -> list[Problem]:
    known = shipped_legal_basis().codes
    return [
        Problem(file, key, "basis", f"没有依据代码“{code}”")
        for code in _texts(entry, "basis")
        if code not in known
    ]


def _template_faults(file: str, key: str, entry: Entry) -> list[Problem]:
    try:
        names = {
            name for _, name, _, _ in string.Formatter().parse(str(entry.get("explanation", ""))) if name
        }
    except ValueError:
        return [Problem(file, key, "explanation", "花括号不成对")]
    unknown = names - _PLACEHOLDERS
    return (
        [Problem(file, key, "explanation", f"不认识的占位符：{'、'.join(sorted(unknown))}")]
        if unknown
        else []
    )


def _texts(entry: Entry, key: str) -> tuple[str, ...]:
    value = entry.get(key, [])
    return tuple(str(one) for one in value) if isinstance(value, list) else (str(value),)


def _rule(file: str, key: str, entry: Entry, problems: list[Problem]) -> Rule | None:
    try:
        when = read_condition(entry["when"])
    except ConditionError as fault:
        problems.append(Problem(file, key, fault.key, fault.message))
        return None
    dated_on, priority = entry["date"], entry.get("priority", DEFAULT_PRIORITY)
    assert isinstance(dated_on, date) and isinstance(priority, int)  # noqa: PT018 - tested in _faults
    return Rule(
        key=key,
        title=str(entry["title"]),
        edition=str(entry["edition"]),
        dated_on=dated_on,
        attribute=DisclosureAttribute(str(entry["attribute"])),
        basis=_texts(entry, "basis"),
        priority=priority,
        redact=entry.get("redact") is True,
        explanation=str(entry["explanation"]),
        check=_texts(entry, "check"),
        when=when,
        file=file,
    )
