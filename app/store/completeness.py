"""What completeness is judged by: years that are held, numbers that are cited, reasons people gave."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, case, func, select, tuple_, update

from app.domain.completeness import (
    DuplicateNumber,
    ExplainedNumber,
    GapReason,
    HeldSeries,
    SeriesGap,
    YearHeld,
)
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import DocumentRole, MemberRole
from app.domain.source import SHEET_FORMATS
from app.store.many_rows import pages
from app.store.tables.grouping import number_explanation
from app.store.tables.holdings import content, document, member, reference

_OF_A_YEAR = (document.c.number_series, document.c.number_year)
_SHEETS = select(content.c.id).where(content.c.format.in_(SHEET_FORMATS))
_OF_OURS: tuple[ColumnElement[bool], ...] = (
    document.c.role != DocumentRole.INCOMING,
    document.c.merged_into.is_(None),
    func.coalesce(document.c.master_content_id, 0).not_in(_SHEETS),
)
"""Documents of our office; lists in sheets bear no number of their own."""


def own_series(connection: Connection) -> list[HeldSeries]:
    """The document numbers of all documents that our office made, by series and year; without the names of
    bodies, which :func:`named` adds where they are shown.
    """
    serials = func.json_group_array(document.c.number_serial)
    statement = (
        select(*_OF_A_YEAR, serials)
        .where(document.c.number_series.is_not(None), *_OF_OURS)
        .group_by(*_OF_A_YEAR)  # the order of an index, so that nothing is sorted
    )
    return [
        HeldSeries(series, year, tuple(json.loads(packed)))
        for series, year, packed in connection.execute(statement)
    ]


def named(connection: Connection, found: Sequence[SeriesGap]) -> tuple[SeriesGap, ...]:
    """Gaps with the issuing body that most documents of their series and year name, of several the first."""
    bodies: dict[tuple[str, int], str] = {}
    for page in pages(found):
        statement = (
            select(*_OF_A_YEAR, document.c.issuing_body)
            .where(tuple_(*_OF_A_YEAR).in_([(gap.series, gap.year) for gap in page]), *_OF_OURS)
            .group_by(*_OF_A_YEAR, document.c.issuing_body)
            .order_by(func.count(), func.min(document.c.id).desc())
        )
        bodies |= {(series, year): body for series, year, body in connection.execute(statement)}
    return tuple(replace(gap, body=bodies[gap.series, gap.year]) for gap in found)


def repeated(connection: Connection, held: Iterable[HeldSeries]) -> tuple[DuplicateNumber, ...]:
    """The numbers that several documents bear, with the UUIDs of those."""
    found = (one for series in held for one in _repeated(connection, series, series.repeated))
    return tuple(sorted(found, key=lambda one: one.document_number))


def _repeated(connection: Connection, held: HeldSeries, serials: Sequence[int]) -> list[DuplicateNumber]:
    bearers: dict[int, list[str]] = defaultdict(list)
    for page in pages(serials):
        statement = select(document.c.number_serial, document.c.uuid).where(
            *_OF_OURS,
            document.c.number_series == held.series,
            document.c.number_year == held.year,
            document.c.number_serial.in_(page),
        )
        for serial, uuid in connection.execute(statement):
            bearers[serial].append(uuid)
    return [
        DuplicateNumber(f"{held.series}〔{held.year}〕{serial}号", tuple(sorted(uuids)))
        for serial, uuids in bearers.items()
    ]


def years(connection: Connection) -> list[YearHeld]:
    """How many documents are held of each year."""
    statement = (
        select(
            document.c.year,
            func.count(),
            func.sum(case((document.c.role != DocumentRole.INCOMING, 1), else_=0)),
            func.sum(case((document.c.attribute != DisclosureAttribute.UNDETERMINED, 1), else_=0)),
        )
        .where(document.c.merged_into.is_(None))
        .group_by(document.c.year)
        .order_by(document.c.year)
    )
    return [YearHeld(*row) for row in connection.execute(statement)]


def cited(connection: Connection) -> dict[str, tuple[str, ...]]:
    """The numbers that documents cite, drafts aside, with the UUIDs of the citing documents."""
    statement = (
        select(reference.c.document_number, document.c.uuid)
        .join(member, member.c.content_id == reference.c.content_id)
        .join(document, document.c.id == member.c.document_id)
        .where(member.c.role.not_in((MemberRole.DRAFT, MemberRole.ANNEX)))
        .distinct()
        .order_by(reference.c.document_number, document.c.uuid)
    )
    found: dict[str, list[str]] = defaultdict(list)
    for number, uuid in connection.execute(statement):
        found[number].append(uuid)
    return {number: tuple(uuids) for number, uuids in found.items()}


def borne(connection: Connection, numbers: Iterable[str]) -> set[str]:
    """Those of the numbers that a document bears."""
    found: set[str] = set()
    for page in pages(sorted(numbers)):
        statement = select(document.c.document_number).where(
            document.c.document_number.in_(page), document.c.merged_into.is_(None)
        )
        found |= set(connection.scalars(statement))
    return found


def explained(connection: Connection) -> list[ExplainedNumber]:
    """The reasons recorded for missing numbers, as they count now."""
    statement = select(number_explanation).where(number_explanation.c.is_current == 1)
    order = (number_explanation.c.series, number_explanation.c.year, number_explanation.c.serial)
    return [
        ExplainedNumber(row.series, row.year, row.serial, GapReason(row.reason), row.note, row.by, row.at)
        for row in connection.execute(statement.order_by(*order))
    ]


def explain(connection: Connection, made: Iterable[ExplainedNumber]) -> None:
    """Record why numbers are missing; an earlier reason stays on record and no longer counts."""
    table = number_explanation.c
    for one in made:
        connection.execute(
            update(number_explanation)
            .where(
                table.series == one.series,
                table.year == one.year,
                table.serial == one.serial,
                table.is_current == 1,
            )
            .values(is_current=0)
        )
        connection.execute(
            number_explanation.insert().values(
                uuid=str(uuid4()), series=one.series, year=one.year, serial=one.serial, reason=one.reason,
                note=one.note, by=one.by, at=one.at,
            )
        )  # fmt: skip
