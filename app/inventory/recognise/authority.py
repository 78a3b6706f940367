"""The authority list of issuing bodies: full names, abbreviations, periods and renames.

The list is data: every ``*.toml`` in ``resources/issuing_bodies``. An entry's name holds from ``from``
up to and including ``to`` (ISO, as exact as known); the name printed in a document is the name of its time.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from app.domain.document import Element, Origin
from app.errors import AppError
from app.inventory.recognise.page_text import bare
from app.paths import resources
from app.text.folding import fold
from app.text.toml import parsed_toml

_Rule = TypeVar("_Rule", tuple[str, str], tuple[str, str, str])


@dataclass(frozen=True, slots=True)
class Body:
    """One name of a body. ``successors``: what took its place when the name ended."""

    name: str
    abbreviations: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    successors: tuple[str, ...] = ()

    def held(self, dated: str) -> bool:
        """Whether the name was in use at a date of any exactness (always, without a date)."""
        after = not dated or not self.since or dated[: len(self.since)] >= self.since[: len(dated)]
        before = not dated or not self.until or dated[: len(self.until)] <= self.until[: len(dated)]
        return after and before


@dataclass(frozen=True, slots=True)
class Authority:
    """Bodies by every folded name and abbreviation, and the rules for local ones.

    ``endings``: abbreviated and full endings, the longest first. ``successions``: (old ending, new
    ending, date). ``series``: codes of numbers (代字) and their bodies.
    """

    by_name: dict[str, tuple[Body, ...]]
    endings: tuple[tuple[str, str], ...] = ()
    successions: tuple[tuple[str, str, str], ...] = ()
    series: dict[str, str] = field(default_factory=dict)

    def full_name(self, printed: str, dated: str = "", place: str = "") -> str:
        """The full name of a body as printed, at the date; unknown names come back as they are.

        ``place`` is the province, city or county whose document it is: it completes 省政府 or 县教育局.
        """
        known = self.by_name.get(bare(fold(printed)), ())
        valid = next((body for body in known if body.held(dated)), known[0] if known else None)
        if valid is not None:
            return valid.name
        name = _with_place(printed, place)
        for short, full in self.endings:
            if name.endswith(short) and not name.endswith(full):
                return name.removesuffix(short) + full
        return name

    def successors(self, name: str) -> tuple[str, ...]:
        """The bodies that took the place of a former one; empty while it exists or is not known."""
        for body in self.by_name.get(bare(fold(name)), ()):
            if body.name == name and body.successors:
                return body.successors
        for old, new, _ in self.successions:
            if name.endswith(old) and not name.endswith(new):
                return (name.removesuffix(old) + new,)
        return ()

    def body_of_series(self, code: str) -> str | None:
        """The body that numbers its documents with this code, where only one does."""
        return self.series.get(bare(fold(code)))


@lru_cache(maxsize=1)
def authority() -> Authority:
    """The list of the resource folder; raises :class:`AppError` when a file cannot be understood."""
    return read_authority(resources() / "issuing_bodies")


def read_authority(folder: Path) -> Authority:
    """Read every list in the folder; later files add to earlier ones.

    Raises:
        AppError: a file cannot be read or lacks a field.
    """
    by_name: dict[str, list[Body]] = {}
    endings: list[tuple[str, str]] = []
    successions: list[tuple[str, str, str]] = []
    series: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        data = _load(path)
        for body in data.bodies:
            for name in {body.name, *body.abbreviations}:
                by_name.setdefault(bare(fold(name)), []).append(body)
        endings.extend(data.endings)
        successions.extend(data.successions)
        series |= data.series
    known = {name: tuple(bodies) for name, bodies in by_name.items()}
    return Authority(known, _longest_first(endings), _longest_first(successions), series)


def full_names(bodies: Element | None, dated: Element | None, title: Element | None) -> Element | None:
    """The full names of the issuing bodies at the document's date; derived, with the same evidence."""
    if bodies is None:
        return None
    printed = (bodies.value,) if isinstance(bodies.value, str) else bodies.value
    date = dated.value if dated is not None and isinstance(dated.value, str) else ""
    place = _place(title)
    names = tuple(authority().full_name(name, date, place) for name in printed)
    return Element(
        names, bodies.printed, Origin.DERIVED, bodies.confidence, bodies.evidence, "authority-list"
    )


def _place(title: Element | None) -> str:
    """The province, city or county that a title begins with, to complete 省政府 or 县教育局."""
    if title is None or not isinstance(title.value, str):
        return ""
    found = re.match(
        r"[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|自治州|县|区)(?=人民政府|[\u4e00-\u9fff]{2,10}(?:局|厅|委))",
        title.value,
    )
    return found[0] if found else ""


def _with_place(name: str, place: str) -> str:
    """省教育厅 in a document of 浙江省 is 浙江省教育厅; names with their own place stay."""
    if place and name[:1] in "省市县区州" and place.endswith(name[0]):
        return place + name[1:]
    return name


@dataclass(frozen=True, slots=True)
class _List:
    bodies: tuple[Body, ...]
    endings: tuple[tuple[str, str], ...]
    successions: tuple[tuple[str, str, str], ...]
    series: dict[str, str]


def _load(path: Path) -> _List:
    try:
        data = parsed_toml(path.read_text("utf-8"))
        return _List(
            tuple(_body(entry) for entry in data.get("body", [])),
            tuple(data.get("endings", {}).items()),
            tuple((entry["old"], entry["new"], entry["on"]) for entry in data.get("succession", [])),
            {bare(fold(code)): name for code, name in data.get("series", {}).items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        message = f"发文机关名录无法读取：{path.name}。"
        raise AppError(message, "请恢复程序自带的文件，或改正其中的格式错误。") from error


def _body(entry: dict[str, Any]) -> Body:
    return Body(
        name=entry["name"],
        abbreviations=tuple(entry.get("abbreviations", ())),
        since=entry.get("from", ""),
        until=entry.get("to", ""),
        successors=tuple(entry.get("successors", ())),
    )


def _longest_first(rules: list[_Rule]) -> tuple[_Rule, ...]:
    return tuple(sorted(rules, key=lambda rule: -len(rule[0])))
