"""Samples for a second reading: what was drawn, and what the second reader said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, insert, select, update

from app.domain.disclosure import DisclosureAttribute
from app.domain.sampling import SampleKind, Stratum
from app.store.tables.holdings import document
from app.store.tables.review import sample, sample_document


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample of ``population`` decisions, drawn with ``seed`` so that it can be drawn again."""

    id: int
    uuid: str
    name: str
    kind: SampleKind
    population: int
    seed: int
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class SampleLine:
    """One document of a sample; what the first reader decided stays hidden from the second."""

    document: str
    title: str
    stratum: Stratum
    first_attribute: DisclosureAttribute
    first_person: str
    second_attribute: DisclosureAttribute | None
    second_person: str | None
    note: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A document that was drawn, with what was decided for it."""

    document_id: int
    stratum: Stratum
    attribute: DisclosureAttribute
    person: str


def add(
    connection: Connection,
    name: str,
    kind: SampleKind,
    drawn: Sequence[Drawn],
    *,
    population: int,
    seed: int,
    by: str,
    at: str,
) -> Sample:
    """Keep a new sample; its name is unique."""
    connection.execute(
        insert(sample).values(
            uuid=str(uuid4()), name=name, kind=kind, population=population, seed=seed, by=by, at=at
        )
    )
    made = named(connection, name)
    assert made is not None
    connection.execute(
        insert(sample_document),
        [
            {
                "sample_id": made.id,
                "document_id": each.document_id,
                "stratum": each.stratum,
                "first_attribute": each.attribute,
                "first_person": each.person,
            }
            for each in drawn
        ],
    )
    return made


def everything(connection: Connection) -> list[Sample]:
    """All samples, newest first."""
    return [_sample(row) for row in connection.execute(select(sample).order_by(sample.c.id.desc()))]


def named(connection: Connection, name: str) -> Sample | None:
    """The sample with this name."""
    row = connection.execute(select(sample).where(sample.c.name == name)).first()
    return _sample(row) if row else None


def lines(connection: Connection, sample_id: int) -> list[SampleLine]:
    """The documents of a sample in the order of their ids, which says nothing about the decisions."""
    statement = (
        select(sample_document, document.c.uuid, document.c.title)
        .join(document, document.c.id == sample_document.c.document_id)
        .where(sample_document.c.sample_id == sample_id)
        .order_by(document.c.id)
    )
    return [_line(row) for row in connection.execute(statement)]


def put_second(
    connection: Connection,
    sample_id: int,
    document_id: int,
    attribute: DisclosureAttribute,
    *,
    person: str,
    at: str,
    note: str,
) -> None:
    """Keep what the second reader said; the database refuses the first one."""
    connection.execute(
        update(sample_document)
        .where(sample_document.c.sample_id == sample_id, sample_document.c.document_id == document_id)
        .values(second_attribute=attribute, second_person=person, second_at=at, note=note)
    )


def _sample(row: Row[Any]) -> Sample:
    return Sample(row.id, row.uuid, row.name, SampleKind(row.kind), row.population, row.seed, row.by, row.at)


def _line(row: Row[Any]) -> SampleLine:
    return SampleLine(
        document=row.uuid,
        title=row.title,
        stratum=Stratum(row.stratum),
        first_attribute=DisclosureAttribute(row.first_attribute),
        first_person=row.first_person,
        second_attribute=DisclosureAttribute(row.second_attribute) if row.second_attribute else None,
        second_person=row.second_person,
        note=row.note,
    )
