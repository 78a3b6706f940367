"""索引号: index numbers of public catalogues by a configurable scheme, issued once and kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.audit import Change
from app.errors import AppError, WrongUseError
from app.report.templates import load_data
from app.store import transfers
from app.store.audit import Record
from app.store.catalogue import Catalogue
from app.store.report_rows import HeldDocument

PERSON_ACTION = "report.index_numbers"


@dataclass(frozen=True, slots=True)
class IndexScheme:
    """How an index number is built. ``organisation_code`` is the pattern its code must have."""

    id: str
    name: str
    pattern: str
    digits: int
    restarts: str
    organisation_code: str


@dataclass(frozen=True, slots=True)
class IndexIssuer:
    """A scheme with the codes of one office. ``source``: 0 for the government network, 1 otherwise."""

    scheme: IndexScheme
    code: str
    source: str = "0"

    def number(self, year: int, serial: int) -> str:
        """The index number of a year's serial."""
        return self.scheme.pattern.format(
            organisation_code=self.code,
            source=self.source,
            year=year,
            serial=f"{serial:0{self.scheme.digits}d}",
        )

    def serial_of(self, number: str) -> tuple[int, int] | None:
        """Year and serial of a number of this scheme; ``None`` for any other string."""
        pattern = re.escape(self.scheme.pattern)
        parts = {"organisation_code": re.escape(self.code), "source": ".", "year": r"(\d{4})"}
        for name, part in {**parts, "serial": rf"(\d{{{self.scheme.digits},}})"}.items():
            pattern = pattern.replace(re.escape(f"{{{name}}}"), part)
        found = re.fullmatch(pattern, number)
        return (int(found[1]), int(found[2])) if found else None


def schemes() -> dict[str, IndexScheme]:
    """Every scheme of ``resources/report_templates/index_numbers.toml`` by its id."""
    data = load_data("report_templates", "index_numbers")
    return {entry["id"]: IndexScheme(**entry) for entry in data["scheme"]}


def issuer(scheme: str, code: str, source: str = "0") -> IndexIssuer:
    """The issuer of an office.

    Raises:
        WrongUseError: there is no such scheme, or the code does not fit it.
    """
    known = schemes()
    if scheme not in known:
        raise WrongUseError(f"没有“{scheme}”这种索引号规则。", f"可用：{'、'.join(known)}。")
    if not re.fullmatch(known[scheme].organisation_code, code):
        raise WrongUseError(
            f"机构代码“{code}”不符合{known[scheme].name}。", "请核对组织机构代码，不含连字符。"
        )
    return IndexIssuer(known[scheme], code, source)


def proposed_numbers(documents: Iterable[HeldDocument], by: IndexIssuer) -> dict[str, str]:
    """Index numbers by document UUID: those that exist stay, the others follow the highest of their year."""
    held = list(documents)
    given = {one.uuid: one.index_number for one in held if one.index_number}
    last: dict[int, int] = {}
    for number in given.values():
        if (found := by.serial_of(number)) is not None:
            year = found[0] if by.scheme.restarts == "year" else 0
            last[year] = max(last.get(year, 0), found[1])
    for one in held:
        if one.uuid not in given and one.year is not None:
            key = one.year if by.scheme.restarts == "year" else 0
            last[key] = last.get(key, 0) + 1
            given[one.uuid] = by.number(one.year, last[key])
    return given


def keep_numbers(
    catalogue: Catalogue, documents: Iterable[HeldDocument], numbers: dict[str, str], *, by: str
) -> int:
    """Record new index numbers with the documents, for good; returns how many were new.

    Raises:
        AppError: a number is borne by another document already.
    """
    new = [one for one in documents if not one.index_number and one.uuid in numbers]
    if len({numbers[one.uuid] for one in new}) < len(new):
        raise AppError("索引号重复。", "请检查索引号规则中的流水号位数。")
    if not new:
        return 0
    with catalogue.write(by=by, action=PERSON_ACTION) as unit:
        for one in new:
            values = {"index_number": numbers[one.uuid]}
            transfers.put_description(unit.connection, one.id, values, by=by, at=unit.at)
        unit.record_all(
            [Record(unit.action, one.uuid, [Change("index_number", None, numbers[one.uuid])]) for one in new]
        )
        unit.commit()
    return len(new)
