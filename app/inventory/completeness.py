"""What document numbers say about what is missing, and why, as far as people know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.audit import Change
from app.domain.completeness import (
    CitedNumber,
    Coverage,
    DuplicateNumber,
    ExplainedNumber,
    GapReason,
    RegisterCoverage,
    SeriesGap,
    coverage,
    gaps,
)
from app.domain.registers import MatchedBy
from app.errors import WrongUseError
from app.inventory.office import number_series
from app.store import completeness as stored
from app.store import registers
from app.store.catalogue import Catalogue
from app.store.registers import StoredRegister
from app.text.document_number import FoundNumber, parse_number


@dataclass(frozen=True, slots=True)
class Completeness:
    """Gaps and duplicates of all series that our office numbers, the reasons recorded for gaps, numbers
    that are cited and not held, what is held of each period of the inventory and of each register, and
    how many documents of a registered series no register names.
    """

    gaps: tuple[SeriesGap, ...]
    duplicates: tuple[DuplicateNumber, ...]
    explained: tuple[ExplainedNumber, ...] = ()
    cited: tuple[CitedNumber, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    registers: tuple[RegisterCoverage, ...] = ()
    unregistered: int = 0


def completeness(catalogue: Catalogue, *, until: int | None = None) -> Completeness:
    """Compare what is held with what there should be, up to the year ``until`` (this year)."""
    numbered = number_series(catalogue)
    with catalogue.read() as connection:
        by_register = tuple(_of_register(one) for one in registers.all_registers(connection))
        unregistered = len(registers.unregistered(connection))
        held = stored.own_series(connection)
        repeated = stored.repeated(connection, held)
        explained = stored.explained(connection)
        years = stored.years(connection)
        cited = stored.cited(connection)
        borne = stored.borne(connection, cited)
        found = stored.named(connection, gaps(held))
    missing = {(gap.series, gap.year, serial) for gap in found for serial in gap.numbers}
    reasons = tuple(one for one in explained if (one.series, one.year, one.serial) in missing)
    ours = {*numbered, *(series.series for series in held)}
    absent = tuple(
        CitedNumber(number, _series(number) in ours, uuids)
        for number, uuids in sorted(cited.items())
        if number not in borne
    )
    last = until if until is not None else date.today().year
    of_periods = coverage(years, found, reasons, until=last)
    return Completeness(found, repeated, reasons, absent, of_periods, by_register, unregistered)


def _of_register(one: StoredRegister) -> RegisterCoverage:
    return RegisterCoverage(one.path, one.rows, one.rows - one.by_match.get(MatchedBy.PAPER, 0))


def explain(
    catalogue: Catalogue, numbers: Sequence[str], reason: GapReason, *, note: str = "", by: str
) -> None:
    """Record why these numbers have no document.

    Raises:
        WrongUseError: one of them is no number of a series and year, or a reason 其他 lacks its note.
    """
    if reason is GapReason.OTHER and not note.strip():
        raise WrongUseError("选“其他”时必须写明原因。", "请用 --note 写明这些号为何没有公文。")
    parsed = [_parsed(number) for number in numbers]
    with catalogue.write(by=by, action="gap.explain") as unit:
        made = [ExplainedNumber(f.series, y, f.serial, reason, note, by, unit.at) for f, y in parsed]
        stored.explain(unit.connection, made)
        for found, _ in parsed:
            unit.record(f"number:{found.canonical}", [Change("reason", None, f"{reason} {note}".strip())])
        unit.commit()


def _parsed(number: str) -> tuple[FoundNumber, int]:
    found = parse_number(number)
    if found is None or found.year is None:
        raise WrongUseError(f"“{number}”不是发文字号。", "请照 gaps 列出的样子写，如 临政办发〔2014〕4号。")
    return found, found.year


def _series(number: str) -> str:
    found = parse_number(number)
    return found.series if found else ""
