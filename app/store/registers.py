"""Registers that were read in, and their rows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Connection, delete, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.document import DocumentRole
from app.domain.registers import HeldDocument, MatchedBy, RegisterField, RegisterRow
from app.store.many_rows import listed
from app.store.tables.holdings import document, location, member, root
from app.store.tables.registers import register, register_mapping, register_row

_ATTRIBUTE = func.json_extract(register_row.c.fields, f"$.{RegisterField.ATTRIBUTE}")
_WHOLE_DOCUMENT = func.coalesce(document.c.merged_into, document.c.id).label("whole_document")


@dataclass(frozen=True, slots=True)
class StoredRegister:
    """A register and how its rows found their documents."""

    path: str
    sheet: str
    imported_by: str
    imported_at: str
    rows: int
    by_match: dict[str, int]


@dataclass(frozen=True, slots=True)
class TellingRow:
    """A row of a register, with all that it says."""

    path: str
    row: int
    fields: dict[RegisterField, str]


@dataclass(frozen=True, slots=True)
class Unregistered:
    """A document of ours that no register names, although one covers its series and year."""

    uuid: str
    title: str
    document_number: str
    dated_on: str | None


def held(connection: Connection) -> list[HeldDocument]:
    """All documents, as matching sees them."""
    rows = connection.execute(
        select(
            document.c.id,
            document.c.title,
            document.c.document_number,
            document.c.year,
            document.c.is_paper_only,
        ).where(document.c.merged_into.is_(None))
    )
    return [HeldDocument(*row[:4], bool(row.is_paper_only)) for row in rows]


def put(
    connection: Connection, path: str, sheet: str, mapping: Mapping[RegisterField, int], *, by: str, at: str
) -> int:
    """The register under this path, without rows."""
    values = {"sheet": sheet, "mapping": json.dumps(dict(mapping)), "imported_by": by, "imported_at": at}
    statement = insert(register).values(uuid=str(uuid4()), path=path, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["path"], set_=values))
    identifier: int = connection.execute(select(register.c.id).where(register.c.path == path)).scalar_one()
    connection.execute(delete(register_row).where(register_row.c.register_id == identifier))
    return identifier


def put_row(
    connection: Connection,
    register_id: int,
    row: RegisterRow,
    *,
    number: str | None,
    document_id: int,
    by: MatchedBy,
) -> None:
    """Keep a row with the document that it tells of."""
    connection.execute(
        register_row.insert().values(
            register_id=register_id,
            row=row.row,
            fields=json.dumps(row.fields, ensure_ascii=False),
            document_number=number,
            document_id=document_id,
            matched_by=by,
        )
    )


def document_at(connection: Connection, place: str) -> str | None:
    """The UUID of the document that was made of the file at a place, if it was taken in."""
    statement = (
        select(document.c.uuid)
        .join(member, member.c.document_id == document.c.id)
        .join(location, location.c.content_id == member.c.content_id)
        .join(root, root.c.id == location.c.root_id)
        .where(root.c.path + "/" + location.c.path == place, document.c.merged_into.is_(None))
    )
    return connection.scalar(statement.limit(1))


def rows_on_paper(connection: Connection) -> list[tuple[int, RegisterRow, int]]:
    """(id, row, its document) of every row of which no file was found so far."""
    statement = select(register_row).where(
        register_row.c.matched_by == MatchedBy.PAPER, register_row.c.document_id.is_not(None)
    )
    return [
        (found.id, RegisterRow(found.row, _fields(found.fields)), found.document_id)
        for found in connection.execute(statement.order_by(register_row.c.id))
    ]


def rows_of_document(connection: Connection, document_id: int) -> list[TellingRow]:
    """The rows that tell of a document, or of a record on paper that became part of it."""
    merged = select(document.c.id).where(document.c.merged_into == document_id)
    statement = (
        select(register.c.path, register_row.c.row, register_row.c.fields)
        .join(register, register.c.id == register_row.c.register_id)
        .where(or_(register_row.c.document_id == document_id, register_row.c.document_id.in_(merged)))
        .order_by(register.c.path, register_row.c.row)
    )
    return [
        TellingRow(found.path, found.row, _fields(found.fields)) for found in connection.execute(statement)
    ]


def attributes_told(connection: Connection, document_ids: Sequence[int]) -> dict[int, str]:
    """Document → the disclosure attribute as the register says that was read in last; most have none.

    A row tells of a record on paper too that became part of a document.
    """
    told = select(_WHOLE_DOCUMENT, _ATTRIBUTE.label("told"))
    told = told.select_from(document.join(register_row).join(register)).where(
        _ATTRIBUTE > "",
        or_(listed(document.c.id, document_ids), listed(document.c.merged_into, document_ids)),
    )
    rows = connection.execute(told.order_by(register.c.imported_at, register_row.c.id))
    return {row.whole_document: row.told for row in rows}


def documents_with_attribute(connection: Connection, path: str) -> set[int]:
    """The documents with files of which a register tells a disclosure attribute."""
    rows = select(_WHOLE_DOCUMENT).select_from(document.join(register_row).join(register))
    told = (register.c.path == path, register_row.c.matched_by != MatchedBy.PAPER, _ATTRIBUTE > "")
    return set(connection.scalars(rows.where(*told)))


def rematch_row(connection: Connection, row_id: int, document_id: int, by: MatchedBy) -> None:
    """A file was found of what a row tells."""
    connection.execute(
        update(register_row).where(register_row.c.id == row_id).values(document_id=document_id, matched_by=by)
    )


def _fields(packed: str) -> dict[RegisterField, str]:
    return {RegisterField(name): text for name, text in json.loads(packed).items()}


def save_mapping(
    connection: Connection, headings: str, mapping: Mapping[RegisterField, int], *, by: str, at: str
) -> None:
    """What a person said of the columns counts for every register with these headings."""
    values = {"mapping": json.dumps(dict(mapping)), "by": by, "at": at}
    statement = insert(register_mapping).values(headings=headings, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["headings"], set_=values))


def saved_mapping(connection: Connection, headings: str) -> dict[RegisterField, int] | None:
    """What a person said of the columns of registers with these headings."""
    packed = connection.scalar(
        select(register_mapping.c.mapping).where(register_mapping.c.headings == headings)
    )
    return {RegisterField(name): column for name, column in json.loads(packed).items()} if packed else None


def all_registers(connection: Connection) -> list[StoredRegister]:
    """Every register with its counts, in the order they were read."""
    counts: dict[int, dict[str, int]] = {}
    for identifier, by, count in connection.execute(
        select(register_row.c.register_id, register_row.c.matched_by, func.count()).group_by(
            register_row.c.register_id, register_row.c.matched_by
        )
    ):
        counts.setdefault(identifier, {})[by] = count
    return [
        StoredRegister(
            row.path, row.sheet, row.imported_by, row.imported_at, sum(counts.get(row.id, {}).values()),
            counts.get(row.id, {}),
        )
        for row in connection.execute(select(register).order_by(register.c.id))
    ]  # fmt: skip


def rows_with_documents(connection: Connection, path: str) -> list[tuple[int, str | None]]:
    """(row, UUID of its document) of a register; of a document that was merged, the one it is part of."""
    living = document.alias()
    uuid = func.coalesce(living.c.uuid, document.c.uuid)
    rows = connection.execute(
        select(register_row.c.row, uuid)
        .join(register, register.c.id == register_row.c.register_id)
        .outerjoin(document, document.c.id == register_row.c.document_id)
        .outerjoin(living, living.c.id == document.c.merged_into)
        .where(register.c.path == path)
        .order_by(register_row.c.row)
    )
    return [(row[0], row[1]) for row in rows]


def archival_codes(connection: Connection) -> list[tuple[str, str | None]]:
    """(archival code, UUID of its document) of every row with a code, in the order of the registers.

    ``None`` where the row's title is not the document's: the code is taken, but by what a person must say.
    """
    living = document.alias()
    uuid = func.coalesce(living.c.uuid, document.c.uuid).label("uuid")
    rows = connection.execute(
        select(register_row.c.fields, register_row.c.matched_by, uuid)
        .outerjoin(document, document.c.id == register_row.c.document_id)
        .outerjoin(living, living.c.id == document.c.merged_into)
        .order_by(register_row.c.register_id, register_row.c.row)
    )
    told = ((_fields(row.fields).get(RegisterField.ARCHIVAL_CODE, "").strip(), row) for row in rows)
    return [
        (code, None if row.matched_by == MatchedBy.NUMBER_ALONE else row.uuid) for code, row in told if code
    ]


def unregistered(connection: Connection) -> list[Unregistered]:
    """Documents of ours, in a series and year that a register covers, of which no row tells."""
    if connection.scalar(select(register_row.c.id).limit(1)) is None:
        return []
    covered = (
        select(document.c.number_series, document.c.number_year)
        .join(register_row, register_row.c.document_id == document.c.id)
        .where(document.c.number_series.is_not(None))
        .distinct()
        .subquery()
    )
    in_row = select(register_row.c.id).where(
        or_(
            register_row.c.document_id == document.c.id,
            register_row.c.document_number == document.c.document_number,
        )
    )
    rows = connection.execute(
        select(document.c.uuid, document.c.title, document.c.document_number, document.c.dated_on)
        .join(
            covered,
            (covered.c.number_series == document.c.number_series)
            & (covered.c.number_year == document.c.number_year),
        )
        .where(
            document.c.merged_into.is_(None),
            document.c.role != DocumentRole.INCOMING,
            ~in_row.exists(),
        )
        .order_by(document.c.number_series, document.c.number_year, document.c.number_serial)
    )
    return [Unregistered(*row) for row in rows]
