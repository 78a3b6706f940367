"""Which documents a list shows: search, filters and order, answered in one read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain import terms
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.query import Node
from app.domain.review import ReviewState
from app.domain.source import ON_PAPER
from app.errors import WrongUseError
from app.search.explain import explain
from app.search.find import conditions_alone, understood
from app.search.similar import like_document
from app.search.snippets import Marker
from app.search.suggestions import suggestions
from app.store import counts, documents, fulltext_query, queries
from app.store.catalogue import Catalogue, Reading
from app.store.queries import DocumentFilter, DocumentOrder
from app.store.search_plan import plan
from app.ui.language import tr
from app.ui.reader.record import Record
from app.ui.widgets.search import Choice

MOST_CHOICES = 40
MOST_ALIKE = 100


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asked for: query, chosen facet values, order."""

    query: str = ""
    facets: Mapping[str, str] = field(default_factory=dict)
    order: DocumentOrder = DocumentOrder.NEWEST


@dataclass(frozen=True, slots=True)
class Listing:
    """The answer to a wish.

    ``ids`` in order, ``is_empty`` when nothing is held at all, ``words`` the query as it was understood,
    ``mistake`` why it could not be, ``proposed`` other queries when it found nothing and
    ``alone`` what each of its conditions finds by itself.
    """

    ids: tuple[int, ...] = ()
    is_empty: bool = True
    words: str = ""
    mistake: str = ""
    node: Node | None = None
    proposed: tuple[str, ...] = ()
    alone: tuple[tuple[str, int], ...] = ()

    def marks_in(self, record: Record) -> Sequence[tuple[int, int]]:
        """Where the search found something in a document's text."""
        return Marker(self.node).marks(record.text) if self.node is not None else ()


def list_documents(connection: Reading, wish: Wish) -> Listing:
    """Answer a wish."""
    node, mistake = _node(wish.query)
    wanted = filter_of(wish.facets)
    ids: Sequence[int] = () if mistake else queries.document_ids(connection, wanted, wish.order)
    if node is not None:
        ids = _found_among(connection, node, ids, wish.order)
    is_empty = not ids and not counts.document_count(connection)
    words = explain(node) if node is not None else ""
    if node is None or ids:
        return Listing(tuple(ids), is_empty, words, mistake, node)
    proposed, alone = suggestions(connection, node), conditions_alone(connection, node)
    return Listing((), is_empty, words, mistake, node, proposed, alone)


def _found_among(connection: Reading, node: Node, ids: Sequence[int], order: DocumentOrder) -> Sequence[int]:
    """Those of the documents that a query finds, in their order or by relevance."""
    wanted = plan(connection, node)
    if order is DocumentOrder.RELEVANCE:
        listed = set(ids)
        return [one for one in fulltext_query.documents_by_relevance(connection, wanted) if one in listed]
    found = set(fulltext_query.all_documents(connection, wanted))
    return [one for one in ids if one in found]


def list_alike(catalogue: Catalogue, document_id: int) -> Listing:
    """A document and those with a title like its own, the most alike first."""
    with catalogue.read() as connection:
        row = queries.document_row(connection, document_id)
    hits = like_document(catalogue, row.uuid, limit=MOST_ALIKE)
    with catalogue.read() as connection:
        found = documents.documents_with_uuids(connection, [hit.document for hit in hits if hit.document])
    ids = dict.fromkeys([document_id, *found.values()])
    return Listing(tuple(ids), is_empty=False, words=tr("与“{title}”相似的公文", title=row.title))


def facet_values(connection: Reading, name: str, wish: Wish) -> list[tuple[str, int]]:
    """The values of one facet with their counts within the query and the other facets."""
    node, _ = _node(wish.query)
    found = plan(connection, node) if node is not None else None
    return queries.facet(connection, name, _without(filter_of(wish.facets), name), found)[:MOST_CHOICES]


def _node(query: str) -> tuple[Node | None, str]:
    if not query:
        return None, ""
    try:
        return understood(query), ""
    except WrongUseError as error:
        return None, str(error)


def _without(wanted: DocumentFilter, name: str) -> DocumentFilter:
    lifted: dict[str, Any] = {name: None}
    return replace(wanted, **lifted)


def filter_of(facets: Mapping[str, str]) -> DocumentFilter:
    """The chosen facet values as the store understands them."""
    chosen: dict[str, Any] = {name: _READERS[name](value) for name, value in facets.items()}
    return DocumentFilter(**chosen)


def facet_choices(name: str, values: Sequence[tuple[str, int]]) -> list[Choice]:
    """The values of a facet in the words of the window."""
    ordered = sorted(values, reverse=True) if name == "year" else values
    return [Choice(value, _title(value), count) for value, count in ordered]


def _title(value: str) -> str:
    return tr("纸质") if value == ON_PAPER else tr(_TITLES.get(value, value))


_READERS: Mapping[str, Callable[[str], object]] = {
    "year": int,
    "genre": str,
    "issuing_body": str,
    "attribute": DisclosureAttribute,
    "suggested_attribute": DisclosureAttribute,
    "review_state": ReviewState,
    "applicability": Applicability,
    "format": str,
}

_TITLES: Mapping[str, str] = {
    **{attribute.value: term for attribute, term in terms.ATTRIBUTE_TERMS.items()},
    **{state.value: term for state, term in terms.REVIEW_STATE_TERMS.items()},
    **{one.value: term for one, term in terms.APPLICABILITY_TERMS.items()},
}
