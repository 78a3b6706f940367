"""Acts on many documents: what each did to every document, so that it can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Row, Select, func, select

from app.domain.disclosure import DisclosureAttribute
from app.domain.jobs import JobKind
from app.domain.review import DeterminationState, ReviewState
from app.store.determinations import LIVE_STATES
from app.store.many_rows import insert_rows
from app.store.tables.holdings import document
from app.store.tables.review import determination, job_document, review_job


@dataclass(frozen=True, slots=True)
class Job:
    """One act on many documents."""

    id: int
    uuid: str
    kind: JobKind
    label: str
    by: str
    at: str
    documents: int
    is_reverted: bool


@dataclass(frozen=True, slots=True)
class NewLine:
    """What a job did to one document. ``determination_before`` is ``None`` when the job made it;
    ``replaced_id``: the determination that was in force before.
    """

    document_id: int
    determination_id: int
    attribute_before: DisclosureAttribute
    attribute_after: DisclosureAttribute
    state_before: ReviewState
    state_after: ReviewState
    determination_before: DeterminationState | None
    determination_after: DeterminationState
    replaced_id: int | None = None


@dataclass(frozen=True, slots=True)
class JobLine(NewLine):
    """A line with where the document and the determination stand now."""

    document_uuid: str = ""
    title: str = ""
    proposed: DisclosureAttribute = DisclosureAttribute.UNDETERMINED
    attribute_now: DisclosureAttribute = DisclosureAttribute.UNDETERMINED
    state_now: ReviewState = ReviewState.OPEN
    determination_now: DeterminationState = DeterminationState.PROPOSED
    has_other_live: bool = False


def add(
    connection: Connection, kind: JobKind, label: str, *, by: str, at: str, reverts: int | None = None
) -> Job:
    """A new job without lines."""
    uuid = str(uuid4())
    connection.execute(
        review_job.insert().values(uuid=uuid, kind=kind, label=label, by=by, at=at, reverts_id=reverts)
    )
    made = with_uuid(connection, uuid)
    assert made is not None
    return made


def add_lines(connection: Connection, job_id: int, lines: Sequence[NewLine]) -> None:
    """Keep what a job did to documents."""
    columns = [each.name for each in fields(NewLine)]
    insert_rows(
        connection,
        job_document,
        ["job_id", *columns],
        [(job_id, *(getattr(line, name) for name in columns)) for line in lines],
    )


def reversed_line(line: JobLine) -> NewLine:
    """What taking back does to the document of a line."""
    return NewLine(
        document_id=line.document_id,
        determination_id=line.determination_id,
        attribute_before=line.attribute_after,
        attribute_after=line.attribute_before,
        state_before=line.state_after,
        state_after=line.state_before,
        determination_before=line.determination_after,
        determination_after=line.determination_before or DeterminationState.REVERTED,
    )


def jobs(connection: Connection) -> list[Job]:
    """All jobs, newest first."""
    return [_job(row) for row in connection.execute(_jobs().order_by(review_job.c.id.desc()))]


def with_uuid(connection: Connection, uuid: str) -> Job | None:
    """The job with this UUID."""
    row = connection.execute(_jobs().where(review_job.c.uuid == uuid)).first()
    return _job(row) if row else None


def lines(connection: Connection, job_id: int) -> list[JobLine]:
    """What a job did, with where everything stands now."""
    other = determination.alias("other")
    has_other_live = (
        select(other.c.id)
        .where(
            other.c.document_id == job_document.c.document_id,
            other.c.state.in_(LIVE_STATES),
            other.c.id != job_document.c.determination_id,
        )
        .exists()
    )
    statement = (
        select(
            job_document, document.c.uuid, document.c.title, determination.c.attribute.label("proposed"),
            document.c.attribute.label("attribute_now"), document.c.review_state.label("state_now"),
            determination.c.state.label("determination_now"), has_other_live.label("has_other_live"),
        )
        .join(document, document.c.id == job_document.c.document_id)
        .join(determination, determination.c.id == job_document.c.determination_id)
        .where(job_document.c.job_id == job_id)
        .order_by(job_document.c.document_id)
    )  # fmt: skip
    return [_line(row) for row in connection.execute(statement)]


def _jobs() -> Select[Any]:
    later = review_job.alias("later")
    is_reverted = select(later.c.id).where(later.c.reverts_id == review_job.c.id).exists()
    count = (
        select(func.count()).where(job_document.c.job_id == review_job.c.id).correlate(review_job)
    ).scalar_subquery()
    return select(review_job, count.label("documents"), is_reverted.label("is_reverted"))


def _job(row: Row[Any]) -> Job:
    return Job(
        row.id, row.uuid, JobKind(row.kind), row.label, row.by, row.at, row.documents, bool(row.is_reverted)
    )


def _line(row: Row[Any]) -> JobLine:
    before = row.determination_before
    return JobLine(
        document_id=row.document_id,
        determination_id=row.determination_id,
        attribute_before=DisclosureAttribute(row.attribute_before),
        attribute_after=DisclosureAttribute(row.attribute_after),
        state_before=ReviewState(row.state_before),
        state_after=ReviewState(row.state_after),
        determination_before=DeterminationState(before) if before else None,
        determination_after=DeterminationState(row.determination_after),
        replaced_id=row.replaced_id,
        document_uuid=row.uuid,
        title=row.title,
        proposed=DisclosureAttribute(row.proposed),
        attribute_now=DisclosureAttribute(row.attribute_now),
        state_now=ReviewState(row.state_now),
        determination_now=DeterminationState(row.determination_now),
        has_other_live=bool(row.has_other_live),
    )
