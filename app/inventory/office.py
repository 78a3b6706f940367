"""Who we are: the names our office has borne, with their periods, and the codes of its document numbers."""

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

from app.errors import WrongUseError
from app.inventory.recognise import Office
from app.store.catalogue import Catalogue
from app.text.document_number import parse_number

SETTING, SERIES_SETTING = "office_names", "number_series"
FIRST_DAY, LAST_DAY = "-01-01", "-12-31"
_DAY = r"\d{4}(?:-\d{2}-\d{2})?"
_WITH_PERIOD = re.compile(
    rf"(?P<name>.+?)[\s(（]+(?P<first>{_DAY})?\s*(?:至|到|—+|–|~|～|-)\s*(?P<last>{_DAY})?[)）]?"
)
_BETWEEN = re.compile(r"[、，,；;/]")
_SERVES = re.compile("(.+(?:人民政府|管理委员会))办公[室厅]")


class OfficeName(NamedTuple):
    """A name and its period as ISO dates; ``None`` leaves an end open."""

    name: str
    valid_from: str | None = None
    valid_to: str | None = None


def office_names(catalogue: Catalogue) -> tuple[OfficeName, ...]:
    """The names kept in the catalogue's settings, the present one first.

    The office of a government also keeps and decides what is issued in the government's own name,
    so that the government counts as ours as well (条例 711, art. 4 and 10).
    """
    settings = catalogue.settings()
    others = json.loads(settings.get(SETTING, "[]"))
    names = (OfficeName(settings["office"]), *(OfficeName(**other) for other in others))
    governments = (
        name._replace(name=served[1]) for name in names if (served := _SERVES.fullmatch(name.name))
    )
    return (*names, *governments)


def our_office(catalogue: Catalogue) -> Office:
    """All that tells our documents from those of others."""
    return Office(office_names(catalogue), frozenset(number_series(catalogue)))


def number_series(catalogue: Catalogue) -> tuple[str, ...]:
    """The codes (代字) of the numbers that our office gives out, as far as a person has named them."""
    return tuple(json.loads(catalogue.settings().get(SERIES_SETTING, "[]")))


def series_from_text(text: str) -> tuple[str, ...]:
    """Codes as a person types them, apart by any sign or blank: ``临政发、临政办发``.

    Raises:
        WrongUseError: one is no code of a document number.
    """
    codes = tuple(dict.fromkeys(_BETWEEN.sub(" ", text).split()))
    for code in codes:
        found = parse_number(f"{code}〔2020〕1号")
        if found is None or found.series != code:
            raise WrongUseError(
                f"“{code}”不是发文字号的代字。",
                "代字是年份前面的部分：临政办发〔2014〕4号的代字是 临政办发。",
            )
    return codes


def former_names(catalogue: Catalogue) -> tuple[OfficeName, ...]:
    """The former names and predecessors as they were typed, without the present name."""
    others = json.loads(catalogue.settings().get(SETTING, "[]"))
    return tuple(OfficeName(**other) for other in others)


def names_from_lines(text: str) -> tuple[OfficeName, ...]:
    """Names as a person types them, one a line, with years or days where known.

    ``临湖县国土资源局 2004-2010``, ``临湖县国土资源局（2004-01-01至2019-03-01）`` and ``临湖县土地局 至2003`` are all
    understood; a year alone means its first or last day.

    Raises:
        WrongUseError: a period ends before it begins.
    """
    return tuple(_name_from(line.strip()) for line in text.splitlines() if line.strip())


def lines_of_names(names: Iterable[OfficeName]) -> str:
    """The names as :func:`names_from_lines` reads them."""
    return "\n".join(_line_of(name) for name in names)


def _name_from(line: str) -> OfficeName:
    found = _WITH_PERIOD.fullmatch(line)
    if found is None:
        return OfficeName(line)
    first, last = _whole(found["first"], FIRST_DAY), _whole(found["last"], LAST_DAY)
    if first and last and first > last:
        raise WrongUseError(f"“{line}”的起止年份写反了。", "请把早的年份写在前面。")
    return OfficeName(found["name"], first, last)


def _whole(day: str | None, rest: str) -> str | None:
    return f"{day}{rest}" if day and len(day) == len("2004") else day


def _line_of(name: OfficeName) -> str:
    first = (name.valid_from or "").removesuffix(FIRST_DAY)
    last = (name.valid_to or "").removesuffix(LAST_DAY)
    return f"{name.name} {first}至{last}" if first or last else name.name


def change_office(
    catalogue: Catalogue,
    *,
    by: str,
    name: str = "",
    former: Iterable[OfficeName] | None = None,
    series: Iterable[str] | None = None,
) -> None:
    """Change what is kept of the office; ``None`` and an empty name leave it as it is.

    An office that takes another name keeps its old one among the former names, so that the documents it
    issued under that name stay ours.
    """
    before = catalogue.settings()
    present = before["office"]
    names = list(former_names(catalogue) if former is None else former)
    if name and name != present and present not in {one.name for one in names}:
        names.insert(0, OfficeName(present))
    changed = {
        "office": name or present,
        SETTING: json.dumps([n._asdict() for n in names], ensure_ascii=False),
    }
    if series is not None:
        changed[SERIES_SETTING] = json.dumps(list(series), ensure_ascii=False)
    changed = {key: value for key, value in changed.items() if before.get(key, "[]") != value}
    if changed:
        catalogue.change_settings(changed, by=by)
