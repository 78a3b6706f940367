"""The small language in which rules say when they apply.

A condition is a table of tests that must all hold. ``all``, ``any`` and ``none`` hold lists of
conditions. The tests: ``title``, ``head``, ``text``, ``file_name``, ``issuing_body`` (patterns);
``element`` with ``equals``, ``contains``, ``matches`` or ``present``; ``finding`` with ``at_least``,
``min_confidence`` and ``min_share``; ``genre``, ``role``, ``mark`` (lists); ``dated_before``,
``dated_from`` (dates).
Patterns are regular expressions on folded text: half width, lower case, brackets ``〔〕``.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from app.classify.facts import Facts, Quote, shortened
from app.classify.finding_kinds import TERMS, term
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import DocumentRole, ElementName
from app.text.folding import fold

NO_MARK = "none"
_PRINTED_FORMS = str.maketrans("（）【】﹝﹞：，；？！", "〔〕〔〕〔〕:,;?!")

Held = tuple[Quote, ...]
"""The words a condition rests on; an empty tuple still means that it holds."""


class Condition(Protocol):
    """Something that holds for a document or not."""

    def __call__(self, facts: Facts) -> Held | None:
        """The words it rests on, or ``None`` when it does not hold."""


class ConditionError(ValueError):
    """A condition cannot be understood; ``key`` names the faulty field."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(message)
        self.key = key
        self.message = message


@dataclass(frozen=True, slots=True)
class _All:
    conditions: tuple[Condition, ...]

    def __call__(self, facts: Facts) -> Held | None:
        quotes: list[Quote] = []
        for condition in self.conditions:
            held = condition(facts)
            if held is None:
                return None
            quotes += held
        return tuple(quotes)


@dataclass(frozen=True, slots=True)
class _Any:
    conditions: tuple[Condition, ...]

    def __call__(self, facts: Facts) -> Held | None:
        return next((held for condition in self.conditions if (held := condition(facts)) is not None), None)


@dataclass(frozen=True, slots=True)
class _None:
    conditions: tuple[Condition, ...]

    def __call__(self, facts: Facts) -> Held | None:
        return None if any(condition(facts) is not None for condition in self.conditions) else ()


@dataclass(frozen=True, slots=True)
class _Title:
    pattern: re.Pattern[str]

    def __call__(self, facts: Facts) -> Held | None:
        if not self.pattern.search(facts.title):
            return None
        quote = facts.quote_title()
        return (Quote(shortened(quote.words), quote.start, quote.end),)


@dataclass(frozen=True, slots=True)
class _Text:
    pattern: re.Pattern[str]
    head_only: bool

    def __call__(self, facts: Facts) -> Held | None:
        found = self.pattern.search(facts.folded_head if self.head_only else facts.folded)
        return (facts.quote_text(*found.span()),) if found else None


@dataclass(frozen=True, slots=True)
class _FileName:
    pattern: re.Pattern[str]

    def __call__(self, facts: Facts) -> Held | None:
        found = self.pattern.search(facts.bare_file_name)
        return (Quote(shortened(found[0])),) if found else None


@dataclass(frozen=True, slots=True)
class _Element:
    name: ElementName
    holds: Callable[[str], bool]

    def __call__(self, facts: Facts) -> Held | None:
        return (facts.quote_element(self.name),) if self.holds(facts.bare_value(self.name)) else None


@dataclass(frozen=True, slots=True)
class _Finding:
    kinds: frozenset[str]
    at_least: int
    min_confidence: float
    min_share: float

    def __call__(self, facts: Facts) -> Held | None:
        found = [
            one for one in facts.findings if one.kind in self.kinds and one.confidence >= self.min_confidence
        ]
        if len(found) < self.at_least:
            return None
        covered = sum(one.end - one.start for one in found if one.place == "text")
        if covered < self.min_share * max(1, len(facts.extraction.text.strip())):
            return None
        return tuple(_quote_finding(one.kind, one.shown, one.start, one.end, one.place) for one in found[:3])


def _quote_finding(kind: str, shown: str, start: int, end: int, place: str) -> Quote:
    words = f"{term(kind)}“{shown}”"
    return Quote(words, start, end) if place == "text" else Quote(words)


@dataclass(frozen=True, slots=True)
class _Genre:
    names: frozenset[str]

    def __call__(self, facts: Facts) -> Held | None:
        return (facts.quote_element(ElementName.GENRE),) if facts.genre in self.names else None


@dataclass(frozen=True, slots=True)
class _Dated:
    before: str | None
    since: str | None

    def __call__(self, facts: Facts) -> Held | None:
        dated = facts.dated_on
        if not dated:
            return None
        if self.before is not None and dated >= self.before[: len(dated)]:
            return None
        if self.since is not None and dated < self.since[: len(dated)]:
            return None
        return (facts.quote_element(ElementName.DATED_ON),)


@dataclass(frozen=True, slots=True)
class _Role:
    roles: frozenset[DocumentRole]

    def __call__(self, facts: Facts) -> Held | None:
        return () if facts.role in self.roles else None


@dataclass(frozen=True, slots=True)
class _Mark:
    attributes: frozenset[DisclosureAttribute | None]

    def __call__(self, facts: Facts) -> Held | None:
        return () if facts.mark in self.attributes else None


def read_condition(table: object, key: str = "when") -> Condition:
    """A condition from its TOML table.

    Raises:
        ConditionError: naming the key that is unknown or has a wrong value.
    """
    if not isinstance(table, Mapping) or not table:
        raise ConditionError(key, "应为非空的条件表")
    _reject_unknown(table, key)
    return _All(tuple(read(table, key) for name, read in _READERS.items() if name in table))


def _reject_unknown(table: Mapping[str, object], key: str) -> None:
    known = {*_READERS, *(name for names in _COMPANIONS.values() for name in names)}
    for name in table:
        if name not in known:
            raise ConditionError(f"{key}.{name}", "不认识的条件")
    for owner, names in _COMPANIONS.items():
        for name in names:
            if name in table and owner not in table:
                raise ConditionError(f"{key}.{name}", f"只能与 {owner} 一起使用")


def _list(table: Mapping[str, object], name: str, key: str) -> list[object]:
    value = table[name]
    if isinstance(value, str):
        return [value]
    if not isinstance(value, list) or not value:
        raise ConditionError(f"{key}.{name}", "应为非空列表")
    return value


def _conditions(table: Mapping[str, object], name: str, key: str) -> tuple[Condition, ...]:
    listed = _list(table, name, key)
    return tuple(read_condition(one, f"{key}.{name}[{index}]") for index, one in enumerate(listed))


def _pattern(table: Mapping[str, object], name: str, key: str) -> re.Pattern[str]:
    value = table[name]
    if not isinstance(value, str) or not value:
        raise ConditionError(f"{key}.{name}", "应为正则表达式")
    try:
        return re.compile(value.translate(_PRINTED_FORMS))
    except re.error as fault:
        raise ConditionError(f"{key}.{name}", f"正则表达式有误：{fault}") from fault


def _element(table: Mapping[str, object], key: str) -> Condition:
    name = table["element"]
    if name not in set(ElementName):
        raise ConditionError(f"{key}.element", f"没有要素“{name}”")
    tests = [test for test in _COMPANIONS["element"] if test in table]
    if len(tests) != 1:
        raise ConditionError(f"{key}.element", "须且只须带 equals、contains、matches、present 之一")
    return _Element(ElementName(str(name)), _element_test(table, tests[0], key))


def _element_test(table: Mapping[str, object], test: str, key: str) -> Callable[[str], bool]:
    if test == "present":
        wanted = table["present"]
        return lambda value: bool(value) is wanted
    if test == "matches":
        pattern = _pattern(table, "matches", key)
        return lambda value: pattern.search(value) is not None
    words = [re.sub(r"\s", "", fold(str(word))) for word in _list(table, test, key)]
    if test == "equals":
        return lambda value: value in words
    return lambda value: any(word in value for word in words)


def _finding(table: Mapping[str, object], key: str) -> Condition:
    kinds = frozenset(str(kind) for kind in _list(table, "finding", key))
    unknown = kinds - set(TERMS)
    if unknown:
        raise ConditionError(f"{key}.finding", f"没有这类发现：{'、'.join(sorted(unknown))}")
    return _Finding(
        kinds,
        int(_number(table, "at_least", 1, key)),
        _number(table, "min_confidence", 0.5, key),
        _number(table, "min_share", 0.0, key),
    )


def _number(table: Mapping[str, object], name: str, default: float, key: str) -> float:
    value = table.get(name, default)
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise ConditionError(f"{key}.{name}", "应为数字")
    return float(value)


def _dated(table: Mapping[str, object], name: str, key: str) -> Condition:
    value = table[name]
    if not isinstance(value, date):
        raise ConditionError(f"{key}.{name}", "应为日期，例如 2008-05-01")
    day = value.isoformat()[:10]
    return _Dated(day, None) if name == "dated_before" else _Dated(None, day)


def _roles(table: Mapping[str, object], key: str) -> Condition:
    try:
        return _Role(frozenset(DocumentRole(str(one)) for one in _list(table, "role", key)))
    except ValueError as fault:
        raise ConditionError(f"{key}.role", "应为 own、incoming 或 forwarded") from fault


def _marks(table: Mapping[str, object], key: str) -> Condition:
    try:
        return _Mark(
            frozenset(
                None if one == NO_MARK else DisclosureAttribute(str(one)) for one in _list(table, "mark", key)
            )
        )
    except ValueError as fault:
        raise ConditionError(f"{key}.mark", "应为公开属性或 none") from fault


def _issuing_body(table: Mapping[str, object], key: str) -> Condition:
    pattern = _pattern(table, "issuing_body", key)
    return _Element(ElementName.ISSUING_BODY, lambda value: pattern.search(value) is not None)


_COMPANIONS: Mapping[str, tuple[str, ...]] = {
    "element": ("equals", "contains", "matches", "present"),
    "finding": ("at_least", "min_confidence", "min_share"),
}
_READERS: Mapping[str, Callable[[Mapping[str, object], str], Condition]] = {
    "all": lambda table, key: _All(_conditions(table, "all", key)),
    "any": lambda table, key: _Any(_conditions(table, "any", key)),
    "none": lambda table, key: _None(_conditions(table, "none", key)),
    "role": _roles,
    "mark": _marks,
    "genre": lambda table, key: _Genre(
        frozenset(re.sub(r"\s", "", fold(str(name))) for name in _list(table, "genre", key))
    ),
    "title": lambda table, key: _Title(_pattern(table, "title", key)),
    "file_name": lambda table, key: _FileName(_pattern(table, "file_name", key)),
    "issuing_body": _issuing_body,
    "element": _element,
    "dated_before": lambda table, key: _dated(table, "dated_before", key),
    "dated_from": lambda table, key: _dated(table, "dated_from", key),
    "finding": _finding,
    "head": lambda table, key: _Text(_pattern(table, "head", key), head_only=True),
    "text": lambda table, key: _Text(_pattern(table, "text", key), head_only=False),
}
