"""Reading a register in: its rows find their documents, and what has no file becomes a record on paper."""

from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

from app.domain.audit import Change
from app.domain.document import (
    Element,
    ElementName,
    Origin,
    Recognition,
)
from app.domain.registers import MatchedBy, RegisterField, RegisterRow
from app.domain.source import Failure
from app.errors import AppError
from app.formats.extract import extract
from app.formats.opening import open_for_reading
from app.formats.pool import WorkerPool
from app.formats.table_rows import Table, tables_of
from app.inventory.office import our_office
from app.inventory.recognise import Office, genre_of_title, role_and_applicability
from app.inventory.registers.mapping import Columns, RegisterMapping, guess, iso_date, read_rows
from app.inventory.registers.matching import Matcher
from app.inventory.secrecy import SecrecyVerdict, examine_extraction, examine_name
from app.progress import Progress
from app.store import codec, documents, paper, registers, suggestions
from app.store.catalogue import Catalogue, Unit

SECONDS_TO_READ = 120.0
_STAGE = "登记簿"
_ELEMENTS = {
    RegisterField.DOCUMENT_NUMBER: ElementName.DOCUMENT_NUMBER,
    RegisterField.TITLE: ElementName.TITLE,
    RegisterField.ISSUING_BODY: ElementName.ISSUING_BODY,
    RegisterField.DATED_ON: ElementName.DATED_ON,
    RegisterField.MAIN_RECIPIENTS: ElementName.MAIN_RECIPIENTS,
    RegisterField.SIGNATORY: ElementName.SIGNATORY,
}


@dataclass(frozen=True, slots=True)
class OpenedRegister:
    """A table of a register with the lay-out that is proposed for it."""

    path: Path
    table: Table
    mapping: RegisterMapping
    is_saved: bool


@dataclass(frozen=True, slots=True)
class RegisterSummary:
    """How the rows of a register found their documents.

    ``to_classify`` documents are classified anew the next time: of these it tells a disclosure attribute, or told
    one when it was read in before. ``itself``: the document that was made of the register's own file, because it
    lies in a folder that was taken in; it counts among the holdings.
    """

    rows: int
    by_match: dict[str, int]
    new_on_paper: int
    to_classify: int
    itself: str | None = None


def open_register(catalogue: Catalogue, pool: WorkerPool, path: Path, *, sheet: str = "") -> OpenedRegister:
    """Read a register and propose what its columns hold: as a person said of such headings, or guessed.

    Raises:
        AppError: it cannot be read, has no such sheet, or is itself classified (密级 in a column).
    """
    table = _table(_tables(pool, path), sheet)
    mapping = guess(table.rows)
    with catalogue.read() as connection:
        saved = registers.saved_mapping(connection, mapping.digest)
    return OpenedRegister(path, table, replace(mapping, columns=saved or mapping.columns), saved is not None)


def save_columns(
    catalogue: Catalogue, opened: OpenedRegister, columns: Columns, *, by: str
) -> OpenedRegister:
    """A person says what the columns hold; that counts for every register with the same headings."""
    merged = {**opened.mapping.columns, **columns}
    with catalogue.write(by=by, action="register.map") as unit:
        registers.save_mapping(unit.connection, opened.mapping.digest, merged, by=by, at=unit.at)
        unit.record("register", [Change("columns", None, str(len(merged)))])
        unit.commit()
    return replace(opened, mapping=replace(opened.mapping, columns=merged), is_saved=True)


def import_register(
    catalogue: Catalogue, opened: OpenedRegister, progress: Progress, *, by: str
) -> RegisterSummary:
    """Match every row, and make a record on paper of those that have no file.

    Reading the same file again replaces its rows; files that were taken in meanwhile take the place
    of records on paper that nobody has decided.

    Raises:
        AppError: neither a column of numbers nor one of titles is known.
    """
    if not opened.mapping.is_usable:
        raise AppError(
            "看不出哪一列是文号、哪一列是题名。", "请用 dishu register map … --set 题名=C 指明各列。"
        )
    rows = read_rows(opened.table.rows, opened.mapping)
    with catalogue.write(by=by, action="register.import") as unit:
        summary = _Import(unit, our_office(catalogue)).run(opened, rows, progress)
        counts = [Change("rows", None, str(summary.rows)), Change("paper", None, str(summary.new_on_paper))]
        unit.record("register", counts)
        unit.commit()
    return summary


class _Import:
    """One import, within one transaction: a register of twenty years takes seconds."""

    def __init__(self, unit: Unit, office: Office) -> None:
        self._unit = unit
        self._office = office
        self._matcher = Matcher(registers.held(unit.connection))

    def run(self, opened: OpenedRegister, rows: list[RegisterRow], progress: Progress) -> RegisterSummary:
        """Store the register and its rows."""
        connection, unit, path = self._unit.connection, self._unit, str(opened.path)
        told_before = registers.documents_with_attribute(connection, path)
        identifier = registers.put(
            connection, path, opened.table.name, opened.mapping.columns, by=unit.by, at=unit.at
        )
        counts: Counter[str] = Counter()
        new = 0
        for done, row in enumerate(rows, start=1):
            match = self._matcher.match(row)
            document_id = match.document.id if match.document else self._paper(row, match.number)
            new += match.document is None
            by = MatchedBy.PAPER if match.document is None or match.document.is_paper_only else match.by
            if match.number and by is not MatchedBy.PAPER:
                paper.absorb_numbered(connection, match.number, document_id)
            registers.put_row(
                connection, identifier, row, number=match.number, document_id=document_id, by=by
            )
            counts[by] += 1
            progress.step(_STAGE, done, len(rows))
        told = registers.documents_with_attribute(connection, path) | told_before
        suggestions.forget_classification(connection, told)
        itself = registers.document_at(connection, opened.path.absolute().as_posix())
        return RegisterSummary(len(rows), dict(counts), new, len(told), itself)

    def _paper(self, row: RegisterRow, number: str | None) -> int:
        """A record on paper with what the row says."""
        values = {
            name: codec.value_from_text(name, row.get(field))
            for field, name in _ELEMENTS.items()
            if row.get(field) and (field is not RegisterField.DATED_ON or iso_date(row.get(field)))
        }
        if number:
            values[ElementName.DOCUMENT_NUMBER] = number
        elements = {name: _told(value) for name, value in values.items()}
        if ElementName.TITLE in elements:
            genre = genre_of_title(elements[ElementName.TITLE], elements.get(ElementName.DATED_ON))
            values |= {ElementName.GENRE: genre.value} if genre is not None else {}
        made = paper.create(self._unit.connection, values, by=self._unit.by, at=self._unit.at)
        role, applicability = role_and_applicability(Recognition(elements=elements), self._office)
        documents.set_role(self._unit.connection, made, role, applicability)
        return made


def _told(value: str | tuple[str, ...]) -> Element:
    """A value as a row tells it."""
    return Element(value, "", Origin.REGISTER, 1.0, None, "register")


def read_tables(path: str) -> tuple[list[Table], SecrecyVerdict]:
    """The tables of a register, or none and why it must not be read; runs in a worker process."""
    verdict = examine_name(path)
    if verdict.quarantines:
        return [], verdict
    with open_for_reading(path) as stream:
        verdict = examine_extraction(extract(stream, path))
        return ([] if verdict.quarantines else tables_of(stream, path)), verdict


def _tables(pool: WorkerPool, path: Path) -> list[Table]:
    if not path.is_file():
        raise AppError(f"找不到登记簿“{path}”。", "请检查路径是否写对。")
    read = pool.submit(read_tables, str(path.absolute()), seconds=SECONDS_TO_READ).result()
    if isinstance(read, Failure):
        raise AppError("登记簿读不出来。", read.message)
    tables, verdict = read
    if verdict.quarantines:
        raise AppError(
            f"登记簿本身有涉密标志（{verdict.rule}），没有读入。",
            "请立即报告本单位保密工作机构；涉密条目应另册登记，不得存入本机。",
        )
    return tables


def _table(tables: list[Table], sheet: str) -> Table:
    """The sheet that was named, else the one with the most rows that name documents."""
    if sheet:
        named = [table for table in tables if table.name == sheet]
        if not named:
            names = "、".join(table.name for table in tables)
            raise AppError(f"登记簿里没有工作表“{sheet}”。", f"有这些工作表：{names}")
        return named[0]
    return max(tables, key=lambda table: len(read_rows(table.rows, guess(table.rows))), default=Table("", ()))
