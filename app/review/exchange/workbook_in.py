"""A filled-in workbook comes back: checked stage by stage and row by row, taken in whole or not at all."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute
from app.domain.jobs import JobKind
from app.domain.people import PersonRole
from app.domain.review import Decision, DecisionOrigin
from app.errors import AppError
from app.formats.read.exchange_sheet import (
    CellKind,
    ReadCell,
    ReadSheet,
    UnreadableError,
    read_exchange_sheet,
)
from app.review import people
from app.review.exchange.faults import STATEMENTS, UNREADABLE, Conflict, RowFault, conflicts_of, fault
from app.review.exchange.layout import (
    DECIDABLE,
    DESCRIBING,
    EDITION,
    FILLED_IN,
    HEADINGS,
    KIND,
    LONGEST,
    PLACES,
    SHEET,
    Place,
    codes,
    row_of,
    shown_code,
)
from app.review.judging import change_of, decision_faults, objection
from app.review.proposing import Wish, propose_all
from app.store import jobs, proposals, reviews
from app.store.catalogue import Catalogue, Reading
from app.store.proposals import Standing
from app.store.reviews import Batch

FIRST_ROW = 2
"""The row of the sheet that holds the first document, as spreadsheet programs count."""


@dataclass(frozen=True, slots=True)
class CheckedWorkbook:
    """What a workbook holds. With ``faults`` nothing of it is taken in; ``conflicts`` are rows that a
    person must look at; ``empty`` and ``already`` rows need nothing.
    """

    batch: Batch | None
    wishes: tuple[Wish, ...]
    faults: tuple[RowFault, ...]
    conflicts: tuple[Conflict, ...]
    empty: int
    already: int


@dataclass(frozen=True, slots=True)
class ImportedWorkbook:
    """What was proposed from a workbook; ``job`` takes it back."""

    proposed: int
    conflicts: tuple[Conflict, ...]
    empty: int
    already: int
    job: str | None


def check_workbook(catalogue: Catalogue, path: Path) -> CheckedWorkbook:
    """What taking the workbook in would do; nothing is written."""
    with catalogue.read() as connection:
        return _check(connection, catalogue, path)


def import_workbook(catalogue: Catalogue, path: Path, *, by: str) -> ImportedWorkbook:
    """Propose what a workbook says in the name of ``by``, as one job.

    Raises:
        AppError: the workbook has faults (see :func:`check_workbook`), or the person may not review.
    """
    with catalogue.write(by=by, action="review.propose") as unit:
        person = people.require(unit, by, PersonRole.REVIEWER)
        checked = _check(unit.connection, catalogue, path)
        if checked.faults or checked.batch is None:
            raise AppError(
                f"表格有 {len(checked.faults)} 处问题，没有导入任何一行。{checked.faults[0].sentence}",
                "请按所列逐处改正后重新导入。",
            )
        if not checked.wishes:
            return ImportedWorkbook(0, checked.conflicts, checked.empty, checked.already, None)
        label = f"导入表格：{checked.batch.round_name} 第 {checked.batch.number} 批"
        job = jobs.add(unit.connection, JobKind.IMPORT_WORKBOOK, label, by=by, at=unit.at)
        outcome = propose_all(
            unit,
            checked.wishes,
            person,
            round_name=checked.batch.round_name,
            origin=DecisionOrigin.WORKBOOK,
            job_id=job.id,
        )
        if outcome.made:
            unit.record(job.uuid, [Change("documents", None, str(len(outcome.made)))])
            unit.commit()
    conflicts = (*checked.conflicts, *conflicts_of(outcome))
    made = len(outcome.made)
    return ImportedWorkbook(made, conflicts, checked.empty, checked.already, job.uuid if made else None)


def _check(connection: Reading, catalogue: Catalogue, path: Path) -> CheckedWorkbook:
    try:
        sheet = read_exchange_sheet(path, SHEET)
    except UnreadableError as error:
        return _faulty([UNREADABLE[error.reason]])
    batch, faults = _origin(connection, catalogue, sheet.mark)
    faults = faults or list(_structure(sheet))
    if faults or batch is None:
        return _faulty(faults)
    items = reviews.items(connection, batch.id)
    standings = proposals.standings(connection, [item.document_id for item in items])
    return _rows(batch, sheet, {standing.row.uuid: standing for standing in standings.values()})


def _faulty(faults: Sequence[RowFault]) -> CheckedWorkbook:
    return CheckedWorkbook(None, (), tuple(faults), (), 0, 0)


def _origin(
    connection: Reading, catalogue: Catalogue, mark: Mapping[str, str]
) -> tuple[Batch | None, list[RowFault]]:
    """The batch the workbook came from, or why it cannot be one of ours."""
    if mark.get("kind") != KIND:
        return None, [fault("foreign")]
    if mark.get("edition") != EDITION:
        return None, [fault("edition", value=mark.get("edition", ""))]
    if mark.get("catalogue") != catalogue.settings()["uuid"]:
        return None, [fault("other_catalogue")]
    found = reviews.batches(connection, uuid=mark.get("batch", ""))
    if not found:
        return None, [fault("wrong_batch", value=mark.get("batch_name", ""))]
    return found[0], []


def _structure(sheet: ReadSheet) -> Iterator[RowFault]:
    for number, heading in enumerate(sheet.headings):
        if number >= len(HEADINGS):
            yield fault("extra_column", 1, heading or "（空）")
        elif heading != HEADINGS[number]:
            yield fault("changed_heading", 1, HEADINGS[number], value=heading)
    for heading in HEADINGS[len(sheet.headings) :]:
        yield fault("missing_column", 1, heading)
    for area in sheet.merged:
        yield fault("merged_cells", value=area)
    expected = sheet.mark.get("rows", "")
    filled = sum(any(cell.text for cell in row) for row in sheet.rows)
    if not sheet.merged and expected.isdigit() and filled < int(expected):
        yield fault("missing_rows", value=str(int(expected) - filled))


@dataclass(slots=True)
class _Reading:
    """What was found while going through the rows."""

    wishes: list[Wish]
    faults: list[RowFault]
    conflicts: list[Conflict]
    empty: int = 0
    already: int = 0


def _rows(batch: Batch, sheet: ReadSheet, standings: Mapping[str, Standing]) -> CheckedWorkbook:
    seen = Counter(_cells(row)[Place.DOCUMENT].text for row in sheet.rows)
    reading = _Reading([], [], [])
    for number, row in enumerate(sheet.rows, FIRST_ROW):
        cells = _cells(row)
        if not any(cell.text for cell in row):
            continue
        uuid = cells[Place.DOCUMENT].text
        standing = standings.get(uuid)
        if standing is None:
            reading.faults.append(fault("changed_id", number, Place.DOCUMENT.heading))
        elif seen[uuid] > 1:
            reading.faults.append(fault("duplicate_row", number, Place.DOCUMENT.heading))
        else:
            _read_row(reading, number, cells, standing)
    return CheckedWorkbook(
        batch,
        tuple(reading.wishes),
        tuple(reading.faults),
        tuple(reading.conflicts),
        reading.empty,
        reading.already,
    )


def _read_row(reading: _Reading, number: int, cells: Mapping[Place, ReadCell], standing: Standing) -> None:
    faults = [*_cell_faults(number, cells), *_describing_faults(number, cells, standing)]
    if not faults and not any(cells[place].text for place in FILLED_IN):
        reading.empty += 1
        return
    faults = faults or list(_value_faults(number, cells))
    if faults:
        reading.faults += faults
        return
    decision = _decision(cells, standing)
    if _is_already(standing, decision):
        reading.already += 1
        return
    _judge(reading, number, cells, standing, decision)


def _judge(
    reading: _Reading,
    number: int,
    cells: Mapping[Place, ReadCell],
    standing: Standing,
    decision: Decision,
) -> None:
    row = standing.row
    if cells[Place.SHOWN].text != shown_code(standing):
        told = "表格导出之后，公文、规则或审查状态有变化，请重新查看。"
        reading.conflicts.append(Conflict(number, row.uuid, row.title, told))
        return
    wrong = decision_faults(change_of(standing, decision))
    for each in wrong:
        column = _COLUMNS.get(each.rule, Place.ATTRIBUTE).heading
        reading.faults.append(
            RowFault(number, column, each.rule, each.message, STATEMENTS.get(each.rule, "请补齐。"))
        )
    if wrong:
        return
    error = objection(standing, decision)
    if error is not None:
        reading.conflicts.append(Conflict(number, row.uuid, row.title, error.message))
        return
    reading.wishes.append(Wish(row.id, decision))


_COLUMNS = {
    "basis": Place.BASIS,
    "reason": Place.REASON,
    "state_secret": Place.BASIS,
    "third_party": Place.STATEMENT,
    "changed_circumstances": Place.STATEMENT,
    "takedown": Place.STATEMENT,
    "head_approval": Place.STATEMENT,
}


def _cell_faults(number: int, cells: Mapping[Place, ReadCell]) -> Iterator[RowFault]:
    for place, cell in cells.items():
        if cell.kind is CellKind.FORMULA:
            yield fault("formula", number, place.heading, value=cell.text)
        elif cell.kind is CellKind.ERROR:
            yield fault("error_value", number, place.heading, value=cell.text)
        elif len(cell.text) > LONGEST.get(place, 32_767):
            yield fault("too_long", number, place.heading, value=str(LONGEST[place]))


def _describing_faults(
    number: int, cells: Mapping[Place, ReadCell], standing: Standing
) -> Iterator[RowFault]:
    """Locked cells must say what they said; only while the document is as it went out."""
    if cells[Place.SHOWN].text != shown_code(standing):
        return
    expected = dict(zip(PLACES, row_of(0, standing), strict=True))
    for place in DESCRIBING:
        if cells[place].kind is not CellKind.FORMULA and cells[place].text != expected[place].strip():
            yield fault("changed_cell", number, place.heading, value=cells[place].text)


def _value_faults(number: int, cells: Mapping[Place, ReadCell]) -> Iterator[RowFault]:
    attribute = cells[Place.ATTRIBUTE].text
    if not attribute:
        yield fault("missing_attribute", number, Place.ATTRIBUTE.heading)
    elif attribute not in DECIDABLE:
        yield fault("unknown_attribute", number, Place.ATTRIBUTE.heading, value=attribute)
    known = {code for code, _ in codes()}
    for code in _codes(cells[Place.BASIS].text):
        if code not in known:
            yield fault("unknown_code", number, Place.BASIS.heading, value=code)
    day = cells[Place.NEXT_REVIEW].text
    if day and not _is_day(day):
        yield fault("bad_date", number, Place.NEXT_REVIEW.heading, value=day)
    elif day and day <= date.today().isoformat():
        yield fault("past_date", number, Place.NEXT_REVIEW.heading, value=day)


def _decision(cells: Mapping[Place, ReadCell], standing: Standing) -> Decision:
    statement = cells[Place.STATEMENT].text
    keys = ("changed_circumstances", "third_party", "head_approval", "takedown") if statement else ()
    return Decision(
        attribute=DECIDABLE[cells[Place.ATTRIBUTE].text],
        basis=_codes(cells[Place.BASIS].text),
        reason=cells[Place.REASON].text,
        redactions=(),
        attachments={key: statement for key in keys if _is_asked_for(key, standing)},
        next_review_on=cells[Place.NEXT_REVIEW].text or None,
    )


def _is_asked_for(key: str, standing: Standing) -> bool:
    """Whether the one column for statements means this one, given what is in force."""
    begins = {"changed_circumstances": "N-16", "third_party": "N-15", "head_approval": "N-14-3"}
    if key == "takedown":
        return standing.row.attribute is DisclosureAttribute.PROACTIVE
    return any(code.startswith(begins[key]) for code in standing.basis_in_force)


def _is_already(standing: Standing, decision: Decision) -> bool:
    """Whether the same decision was taken in from this row before."""
    made = standing.live or standing.in_force
    if made is None or made.origin is not DecisionOrigin.WORKBOOK:
        return False
    was = made.decision
    return (was.attribute, was.basis, was.reason) == (decision.attribute, decision.basis, decision.reason)


def _codes(text: str) -> tuple[str, ...]:
    for mark in "、；;，,":
        text = text.replace(mark, " ")
    return tuple(dict.fromkeys(text.split()))


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2025-01-31")


def _cells(row: Sequence[ReadCell]) -> dict[Place, ReadCell]:
    filled = [*row, *[ReadCell(CellKind.EMPTY, "")] * len(PLACES)]
    return dict(zip(PLACES, filled, strict=False))
