"""Searching a catalogue: from what a person typed to a page of hits, its count and its facets."""

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from app.domain.query import Field, Mistake, Node
from app.errors import WrongUseError
from app.search.explain import explain
from app.search.language import understand
from app.search.snippets import Marker, Snippet, Span
from app.search.suggestions import suggestions
from app.store import fulltext_query
from app.store.catalogue import Catalogue
from app.store.fulltext_query import FoundText, Order
from app.store.search_plan import plan

PAGE = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of a result list. ``path`` is the root's path joined with the rest; ``title_marks``
    and the snippet's marks are places to highlight; ``is_ocr``: the text was read from an image.
    """

    document: str | None
    content_id: int
    title: str
    title_marks: tuple[Span, ...]
    document_number: str | None
    issuing_body: str
    dated_on: str | None
    path: str | None
    snippet: Snippet
    is_ocr: bool


@dataclass(frozen=True, slots=True)
class SearchResult:
    """A page of hits. ``query`` is the query as understood, in words; ``count`` counts distinct texts,
    or items (件) when grouped; ``dropped``: lines of this page that have the words but not the
    punctuation; ``suggestions``: other queries when nothing was found.
    """

    query: str
    count: int
    hits: tuple[Hit, ...] = ()
    dropped: int = 0
    suggestions: tuple[str, ...] = ()


def understood(query: str) -> Node:
    """The tree of a query.

    Raises:
        WrongUseError: the query has a mistake; the message says where.
    """
    node = understand(query)
    if isinstance(node, Mistake):
        raise WrongUseError(f"检索式第 {node.start + 1} 个字符处：{node.message}")
    return node


def find(
    catalogue: Catalogue,
    query: str,
    *,
    order: Order = Order.NEWEST,
    limit: int = PAGE,
    offset: int = 0,
    group: bool = False,
) -> SearchResult:
    """Search a catalogue.

    Args:
        catalogue: where to search.
        query: as typed.
        order: ignored when grouped: items come newest first.
        limit: hits of this page at most.
        offset: hits before this page.
        group: one line for each item instead of each text.

    Raises:
        WrongUseError: the query has a mistake.
    """
    return find_tree(catalogue, understood(query), order=order, limit=limit, offset=offset, group=group)


def find_tree(
    catalogue: Catalogue,
    node: Node,
    *,
    order: Order = Order.NEWEST,
    limit: int = PAGE,
    offset: int = 0,
    group: bool = False,
) -> SearchResult:
    """Search a catalogue for a query tree, such as one narrowed by a facet."""
    marker = Marker(node)
    with catalogue.read() as connection:
        wanted = plan(connection, node)
        if group:
            total = fulltext_query.count_documents(connection, wanted)
            ids = fulltext_query.found_documents(connection, wanted, limit, offset)
        else:
            total = fulltext_query.count(connection, wanted)
            ids = fulltext_query.found_ids(connection, wanted, order, limit, offset)
        found = fulltext_query.found_texts(connection, ids)
    proposed = suggestions(catalogue, node) if total == 0 else ()
    shown = [text for text in found if not marker.is_strict or _is_strict_hit(marker, text)]
    hits = tuple(_hit(marker, text) for text in shown)
    return SearchResult(explain(node), total, hits, len(found) - len(shown), proposed)


def count(catalogue: Catalogue, query: str, *, group: bool = False) -> int:
    """The exact number of texts, or of items, that a query finds."""
    node = understood(query)
    with catalogue.read() as connection:
        wanted = plan(connection, node)
        if group:
            return fulltext_query.count_documents(connection, wanted)
        return fulltext_query.count(connection, wanted)


def facets(catalogue: Catalogue, query: str) -> dict[str, Counter[Any]]:
    """Counts of a query's texts by year, issuing body, genre, attribute, suggestion, state and format."""
    node = understood(query)
    with catalogue.read() as connection:
        return fulltext_query.facets(connection, plan(connection, node))


def _is_strict_hit(marker: Marker, text: FoundText) -> bool:
    return marker.honours_punctuation(
        {Field.TITLE: text.title, Field.NUMBER: text.document_number or "", Field.TEXT: text.text}
    )


def _hit(marker: Marker, text: FoundText) -> Hit:
    path = None if text.root is None or text.path is None else str(PurePath(text.root) / text.path)
    return Hit(
        document=text.document,
        content_id=text.content_id,
        title=text.title,
        title_marks=marker.marks(text.title),
        document_number=text.document_number,
        issuing_body=text.issuing_body,
        dated_on=text.dated_on,
        path=path,
        snippet=marker.snippet(text.text),
        is_ocr=text.is_ocr,
    )
