"""How much is held, what became of the files, and how far the documents are decided."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from app.domain.document import Applicability
from app.domain.review import ReviewState
from app.domain.source import FileStatus
from app.store.tables.holdings import IS_ON_PAPER, content, document, location, quarantine

_Years = Counter[tuple[int | None, str]]


@dataclass(frozen=True, slots=True)
class Overview:
    """What is held and how far it is decided.

    ``by_year_and_attribute`` counts every document, ``others_by_year_and_attribute`` those of them that are
    not ours to decide; such a document is not ``open`` in ``by_review_state``.
    """

    documents: int
    files: int
    by_status: dict[str, int]
    by_failure: dict[str, int]
    by_format: dict[str, int]
    by_year_and_attribute: dict[tuple[int | None, str], int]
    others_by_year_and_attribute: dict[tuple[int | None, str], int]
    by_review_state: dict[str, int]
    quarantined: int
    on_paper: int


def overview(connection: Connection) -> Overview:
    """The figures of the first page."""
    present = location.c.is_present == 1
    by_status = files_by_status(connection)
    by_year, others = _by_year_and_attribute(connection)
    return Overview(
        documents=by_year.total(),
        files=sum(by_status.values()),
        by_status=by_status,
        by_failure=_counts(
            connection, location.c.failure_kind, present, location.c.status == FileStatus.FAILED
        ),
        by_format=_counts(connection, content.c.format),
        by_year_and_attribute=dict(by_year),
        others_by_year_and_attribute=dict(others),
        by_review_state=by_review_state(connection),
        quarantined=open_quarantine_count(connection),
        on_paper=_on_paper(connection),
    )


def document_count(connection: Connection) -> int:
    """How many documents are held."""
    rows = select(func.count()).select_from(document)
    gone = connection.scalar(rows.where(document.c.merged_into.is_not(None))) or 0
    return (connection.scalar(rows) or 0) - gone  # neither looks at one document after the other


def by_review_state(connection: Connection, among: Iterable[ReviewState] = ReviewState) -> dict[str, int]:
    """How many documents stand in each of these states of review.

    What is not ours to decide (条例 §10) does not wait for us: it is not counted as open.
    """
    state = document.c.review_state
    waits = (state != ReviewState.OPEN) | (document.c.applicability == Applicability.OURS)
    return _counts(connection, state, document.c.merged_into.is_(None), state.in_(list(among)), waits)


def files_by_status(connection: Connection) -> dict[str, int]:
    """How many present files there are of each status."""
    return _counts(connection, location.c.status, location.c.is_present == 1)


def failed_count(connection: Connection) -> int:
    """How many present files could not be read."""
    statement = (
        select(func.count())
        .select_from(location)
        .where(location.c.status == FileStatus.FAILED, location.c.is_present == 1)
    )
    return connection.scalar(statement) or 0


def open_quarantine_count(connection: Connection) -> int:
    """How many files are refused as probably classified; only the number is ever shown in lists."""
    statement = select(func.count()).select_from(quarantine).where(quarantine.c.released_at.is_(None))
    return connection.scalar(statement) or 0


def _on_paper(connection: Connection) -> int:
    """How many items (件) exist on paper only."""
    return connection.scalar(select(func.count()).select_from(document).where(IS_ON_PAPER)) or 0


def _by_year_and_attribute(connection: Connection) -> tuple[_Years, _Years]:
    """Counts of all documents, and of those among them that are not ours to decide."""
    key = (document.c.year, document.c.attribute, document.c.applicability)
    everything: _Years = Counter()
    others: _Years = Counter()
    for year, attribute, applicability, count in connection.execute(
        select(*key, func.count()).where(document.c.merged_into.is_(None)).group_by(*key)
    ):
        everything[year, attribute] += count
        if applicability != Applicability.OURS:
            others[year, attribute] += count
    return everything, others


def _counts(
    connection: Connection, column: ColumnElement[str], *conditions: ColumnElement[bool]
) -> dict[str, int]:
    rows = connection.execute(select(column, func.count()).where(*conditions).group_by(column))
    return {value: count for value, count in rows if value is not None}
