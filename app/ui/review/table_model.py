"""The queue: date, suggestion, title."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from app.domain import terms
from app.domain.disclosure import DisclosureAttribute
from app.domain.review import ReviewState
from app.store import queries
from app.store.queries import DocumentRow
from app.ui.desk import Desk
from app.ui.documents.table_model import title_in_brief
from app.ui.language import tr
from app.ui.widgets import badge
from app.ui.widgets.lazy_table import Column, LazyTableModel

SIGNS = {
    ReviewState.PROPOSED: "✓",
    ReviewState.APPROVED: "✓",
    ReviewState.FLAGGED: "⚑",
    ReviewState.RETURNED: "↩",
}
"""What was done with a document of the queue, without a word; the word is in the tip."""


Sign = Callable[[DocumentRow], str]


def queue_columns(sign: Sign) -> tuple[Column[DocumentRow], ...]:
    """What the queue shows; ``sign`` says what was done with a document."""
    return (
        Column("sign", tr("办理情况"), sign, 26, tip=_state),
        Column("dated_on", tr("日期"), _dated_on, 96, is_right=True, gives_way=True),
        Column("glyph", tr("建议"), _word, 44, badge=_attribute, glyph_only=True),
        Column("title", tr("标题"), _title, 220, tip=_tip, brief=title_in_brief),
    )


def queue_model(desk: Desk, parent: QObject, sign: Sign) -> LazyTableModel[DocumentRow]:
    """A model whose rows come from the open catalogue."""

    def fetch(ids: Sequence[int]) -> Mapping[int, DocumentRow]:
        with desk.catalogue.read() as connection:
            return queries.document_rows(connection, ids)

    return LazyTableModel(queue_columns(sign), fetch, desk.runner, parent)


def _dated_on(row: DocumentRow) -> str:
    return row.dated_on or ""


def _attribute(row: DocumentRow) -> DisclosureAttribute:
    if row.review_state is ReviewState.APPROVED:
        return row.attribute
    return row.suggested_attribute or DisclosureAttribute.UNDETERMINED


def _word(row: DocumentRow) -> str:
    return badge.word(_attribute(row))


def _title(row: DocumentRow) -> str:
    return row.title or tr("（无标题）")


def _tip(row: DocumentRow) -> str:
    return "\n".join(part for part in (row.title, row.document_number, row.issuing_body) if part)


def _state(row: DocumentRow) -> str:
    return tr(terms.REVIEW_STATE_TERMS[row.review_state])
