"""The columns of the list of documents."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from app.domain import terms
from app.domain.disclosure import DisclosureAttribute
from app.store import queries
from app.store.queries import DocumentOrder, DocumentRow
from app.ui import words
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.widgets import badge
from app.ui.widgets.lazy_table import Column, LazyTableModel


def shown_attribute(row: DocumentRow) -> DisclosureAttribute:
    """The approved attribute."""
    return row.attribute


def suggested_word(row: DocumentRow) -> str:
    """The suggested attribute as a word; nothing when none was suggested."""
    return badge.word(row.suggested_attribute) if row.suggested_attribute else ""


def columns() -> tuple[Column[DocumentRow], ...]:
    """What the list of documents can show, in the language of the window."""
    return (
        Column(
            "dated_on",
            tr("成文日期"),
            _dated_on,
            100,
            is_right=True,
            order=DocumentOrder.NEWEST,
            gives_way=True,
        ),
        Column("attribute", tr("公开属性"), _attribute, 138, badge=shown_attribute, head=tr("属性")),
        Column("title", tr("标题"), _title, 320, order=DocumentOrder.TITLE, brief=title_in_brief),
        Column("number", tr("发文字号"), _number, 170, order=DocumentOrder.NUMBER),
        Column("body", tr("发文机关"), _body, 180, order=DocumentOrder.ISSUING_BODY),
        Column("genre", tr("文种"), _genre, 64),
        Column("suggested", tr("建议"), suggested_word, 138, badge=_suggested),
        Column("state", tr("办理情况"), _state, 84),
        Column("findings", tr("敏感处"), _findings, 64, is_right=True),
        Column("pages", tr("页数"), _pages, 56, is_right=True),
        Column("role", tr("来源"), _role, 72),
        Column("mark", tr("公开标注"), _mark, 110),
    )


def documents_model(desk: Desk, parent: QObject) -> LazyTableModel[DocumentRow]:
    """A model whose rows come from the open catalogue."""

    def fetch(ids: Sequence[int]) -> Mapping[int, DocumentRow]:
        with desk.catalogue.read() as connection:
            return queries.document_rows(connection, ids)

    return LazyTableModel(columns(), fetch, desk.runner, parent)


def _dated_on(row: DocumentRow) -> str:
    return row.dated_on or ""


def _title(row: DocumentRow) -> str:
    return row.title or tr("（无标题）")


def title_in_brief(row: DocumentRow) -> str:
    """The title without the issuing body, which most titles of a list have in common."""
    return words.subject(row.title, row.issuing_body) if row.title else _title(row)


def _attribute(row: DocumentRow) -> str:
    return badge.word(row.attribute)


def _number(row: DocumentRow) -> str:
    return row.document_number or ""


def _body(row: DocumentRow) -> str:
    return row.issuing_body


def _genre(row: DocumentRow) -> str:
    return row.genre or ""


def _suggested(row: DocumentRow) -> DisclosureAttribute | None:
    return row.suggested_attribute


def _state(row: DocumentRow) -> str:
    return tr(terms.REVIEW_STATE_TERMS[row.review_state])


def _findings(row: DocumentRow) -> str:
    return str(row.finding_count) if row.finding_count else ""


def _pages(row: DocumentRow) -> str:
    return str(row.page_count) if row.page_count else ""


def _role(row: DocumentRow) -> str:
    return tr(terms.ROLE_TERMS[row.role])


def _mark(row: DocumentRow) -> str:
    return row.disclosure_mark or ""
