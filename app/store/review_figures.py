"""What the papers of a review list: decisions in force with their documents, and counts by year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Determination
from app.store import determinations, queries
from app.store.batch_done import DONE_STATES
from app.store.many_rows import pages
from app.store.queries import DocumentRow
from app.store.tables.review import batch_document, determination


@dataclass(frozen=True, slots=True)
class ReviewedDocument:
    """A document of a round; ``determination``: the latest in it, ``None`` while nothing was proposed."""

    row: DocumentRow
    determination: Determination | None


@dataclass(slots=True)
class YearFigures:
    """One line of 复审情况汇总表: before the review, and what became of it."""

    total: int = 0
    before: Counter[DisclosureAttribute] = field(default_factory=Counter)
    changed_to: Counter[DisclosureAttribute] = field(default_factory=Counter)
    kept: int = 0
    waiting: int = 0


def reviewed(
    connection: Connection, *, round_id: int | None = None, batch_id: int | None = None
) -> Iterator[ReviewedDocument]:
    """The documents of a round, of a batch, or everything that has a determination, in reading order."""
    ids = _ids(connection, round_id, batch_id)
    for page in pages(ids):
        rows = queries.document_rows(connection, page)
        latest = _latest(connection, page, round_id)
        for each in page:
            yield ReviewedDocument(rows[each], latest.get(each))


def by_year(connection: Connection, *, round_id: int | None = None) -> dict[int | None, YearFigures]:
    """Year of the document → figures, years in order and the undated last."""
    found: dict[int | None, YearFigures] = {}
    for each in reviewed(connection, round_id=round_id):
        year = int(each.row.dated_on[:4]) if each.row.dated_on else None
        _count(found.setdefault(year, YearFigures()), each)
    return dict(sorted(found.items(), key=lambda item: (item[0] is None, item[0] or 0)))


def _count(figures: YearFigures, each: ReviewedDocument) -> None:
    made = each.determination
    figures.total += 1
    figures.before[made.previous_attribute if made else each.row.attribute] += 1
    if made is None or not made.is_in_force:
        figures.waiting += 1
    elif made.previous_attribute is made.decision.attribute:
        figures.kept += 1
    else:
        figures.changed_to[made.decision.attribute] += 1


def _ids(connection: Connection, round_id: int | None, batch_id: int | None) -> list[int]:
    if batch_id is not None:
        statement = select(batch_document.c.document_id).where(batch_document.c.batch_id == batch_id)
        return list(connection.scalars(statement.order_by(batch_document.c.ordinal)))
    if round_id is None:
        shown = determination.c.state.in_(DONE_STATES)
        statement = select(determination.c.document_id).where(shown).distinct()
        return list(connection.scalars(statement.order_by(determination.c.document_id)))
    batched = select(
        batch_document.c.document_id.label("id"), batch_document.c.batch_id, batch_document.c.ordinal
    ).where(batch_document.c.round_id == round_id)
    ids = [row.id for row in connection.execute(batched.order_by("batch_id", "ordinal"))]
    decided = select(determination.c.document_id).where(
        determination.c.round_id == round_id, determination.c.state.in_(DONE_STATES)
    )
    return list(dict.fromkeys([*ids, *connection.scalars(decided.order_by(determination.c.document_id))]))


def _latest(connection: Connection, ids: Sequence[int], round_id: int | None) -> dict[int, Determination]:
    statement = select(determination.c.id, determination.c.document_id).where(
        determination.c.document_id.in_(ids), determination.c.state.in_(DONE_STATES)
    )
    if round_id is not None:
        statement = statement.where(determination.c.round_id == round_id)
    rows = connection.execute(statement.order_by(determination.c.id)).all()
    made = determinations.with_ids(connection, [row.id for row in rows])
    return {row.document_id: made[row.id] for row in rows}
