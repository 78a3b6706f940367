"""The authority list of issuing bodies: full names, abbreviations, periods and renames.

The list is data: every ``*.toml`` in ``resources/issuing_bodies``. An entry's name holds from ``from``
up to and including ``to`` (ISO, as exact as known); the name printed in a document is the name of its time.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from app.domain.document import Element, Origin
from app.errors import AppError
from app.inventory.recognise.page_text import bare
from app.paths import resources
from app.text.folding import fold


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
    """Bodies by every folded name and abbreviation; ``local`` turns abbreviated endings into full ones."""

    by_name: dict[str, tuple[Body, ...]]
    local: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, str], ...]

    def full_name(self, printed: str, dated: str = "", place: str = "") -> str:
        """The full name of a body as printed, at the date; unknown names come back as they are."""
        key = bare(fold(printed))
        known = self.by_name.get(key, ())
        for body in known:
            if body.held(dated):
                return body.name
        if known:
            return known[0].name
        return self._local_name(printed, place)

    def _local_name(self, printed: str, place: str) -> str:
        """省政府 in a province's document is that province's people's government."""
        name = printed
        for short, full in self.places:
            if name.startswith(short) and not name.startswith(full):
                name = full + name.removeprefix(short)
                break
        for short, full in self.local:
            if name.endswith(short) and not name.endswith(full):
                name = name.removesuffix(short) + full
                break
        if place and re.match(r"[省市县区州镇乡]", name) and place.endswith(name[0]):
            name = place + name[1:]
        return name


@lru_cache(maxsize=1)
def authority() -> Authority:
    """The list of the resource folder; raises :class:`AppError` when a file cannot be understood."""
    return read_authority(resources() / "issuing_bodies")


def read_authority(folder: Path) -> Authority:
    """Read every list in the folder; later files add to earlier ones."""
    by_name: dict[str, list[Body]] = {}
    local: list[tuple[str, str]] = []
    places: list[tuple[str, str]] = []
    for path in sorted(folder.glob("*.toml")):
        data = _load(path)
        for body in map(_body, data.get("body", [])):
            for name in (body.name, *body.abbreviations):
                by_name.setdefault(bare(fold(name)), []).append(body)
        local.extend((short, full) for short, full in data.get("endings", {}).items())
        places.extend((short, full) for short, full in data.get("places", {}).items())
    return Authority(
        {name: tuple(bodies) for name, bodies in by_name.items()},
        _longest_first(local),
        _longest_first(places),
    )


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


def _body(entry: dict[str, Any]) -> Body:
    return Body(
        name=entry["name"],
        abbreviations=tuple(entry.get("abbreviations", ())),
        since=entry.get("from", ""),
        until=entry.get("to", ""),
        successors=tuple(entry.get("successors", ())),
    )


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        message = f"发文机关名录无法读取：{path.name}。"
        raise AppError(message, "请恢复程序自带的文件，或改正其中的格式错误。") from error


def _longest_first(pairs: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))
