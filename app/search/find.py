"""Searching a catalogue: from what a person typed to a page of hits, its count and its facets."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from app.domain.query import And, Field, Mistake, Node
from app.errors import WrongUseError
from app.search.explain import explain
from app.search.snippets import BEFORE, LENGTH, Marker, Snippet, Span
from app.search.suggestions import suggestions
from app.store import facets as store_facets
from app.store import fulltext_query
from app.store.catalogue import Catalogue, Reading
from app.store.fulltext_query import FoundText, Order
from app.store.search_plan import Plan, plan

PAGE = 50
MOST_CHECKED = 1000
"""So many texts are read through, about a tenth of a second, to count a phrase with its punctuation."""

SHOWN_OF_A_MISTAKE = 12
"""Characters of the query that are repeated where it has a mistake."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of a result list. ``path`` is the root's path joined with the rest; ``title_marks``
    and the snippet's marks are places to highlight; ``is_ocr``: the text was read from an image. A record
    on paper has neither content nor path.
    """

    document: str | None
    content_id: int | None
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
    or items (件) when grouped; ``suggestions``: other queries when nothing was found.

    ``alone``: when nothing was found, what each condition of several finds by itself, in words with its
    number of texts, so that a person sees which one to loosen.

    ``is_exact`` is false when a phrase with punctuation has more than :data:`MOST_CHECKED` texts with
    its words: then those are counted, and only the lines of this page were checked, ``dropped`` of
    which had other punctuation.
    """

    query: str
    count: int
    hits: tuple[Hit, ...] = ()
    dropped: int = 0
    suggestions: tuple[str, ...] = ()
    is_exact: bool = True
    alone: tuple[tuple[str, int], ...] = ()


def understood(query: str) -> Node:
    """The tree of a query.

    Raises:
        WrongUseError: the query has a mistake; the message says where.
    """
    from app.search.language import understand  # its parser is loaded with the first query

    node = understand(query)
    if isinstance(node, Mistake):
        place = query[node.start : node.end].strip()
        shown = f"“{place[:SHOWN_OF_A_MISTAKE]}”" if place else ""
        raise WrongUseError(f"检索式第 {node.start + 1} 个字符处{shown}：{node.message}")
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
        page = _page(
            connection, plan(connection, node), marker, _Page(order, limit, offset, is_grouped=group)
        )
        proposed = suggestions(connection, node) if page.count == 0 else ()
        alone = conditions_alone(connection, node) if page.count == 0 else ()
    hits = tuple(_hits(marker, page.texts))
    return SearchResult(explain(node), page.count, hits, page.dropped, proposed, page.is_exact, alone)


def found_entries(catalogue: Catalogue, node: Node, *, order: Order = Order.NEWEST) -> list[int]:
    """The index entries of every text a query tree finds, whatever punctuation its phrases have."""
    with catalogue.read() as connection:
        wanted = plan(connection, node)
        count = fulltext_query.count(connection, wanted)
        return fulltext_query.found_ids(connection, wanted, order, count)


def hits_of(catalogue: Catalogue, node: Node, entries: Sequence[int]) -> tuple[Hit, ...]:
    """The hits at these entries, without those whose punctuation is another than that of a phrase."""
    marker = Marker(node)
    with catalogue.read() as connection:
        texts = fulltext_query.found_texts(connection, entries)
    if marker.is_strict:
        texts = [text for text in texts if _is_strict_hit(marker, text)]
    return tuple(_hits(marker, texts))


def conditions_alone(connection: Reading, node: Node) -> tuple[tuple[str, int], ...]:
    """What each of several conditions finds by itself, in words; of a single one nothing."""
    parts = node.parts if isinstance(node, And) else ()
    return tuple((explain(part), fulltext_query.count(connection, plan(connection, part))) for part in parts)


def tally(catalogue: Catalogue, query: str, *, group: bool = False) -> SearchResult:
    """The number of texts, or of items, that a query finds, without hits.

    Raises:
        WrongUseError: the query has a mistake.
    """
    node = understood(query)
    with catalogue.read() as connection:
        return tally_tree(connection, node, group=group)


def tally_tree(connection: Reading, node: Node, *, group: bool = False) -> SearchResult:
    """The number of texts, or of items, that a query tree finds, in the caller's transaction."""
    wanted = _Page(Order.NEWEST, 0, 0, is_grouped=group)
    page = _page(connection, plan(connection, node), Marker(node), wanted)
    return SearchResult(explain(node), page.count, is_exact=page.is_exact)


@dataclass(frozen=True, slots=True)
class _Page:
    """Which lines of a result list are wanted."""

    order: Order
    limit: int
    offset: int
    is_grouped: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """The texts of a page, and how many there are in all; the rest as in :class:`SearchResult`."""

    texts: list[FoundText]
    count: int
    dropped: int = 0
    is_exact: bool = True


def _page(connection: Reading, wanted: Plan, marker: Marker, page: _Page) -> _Found:
    if wanted.is_open and page.limit and not page.is_grouped and not marker.is_strict:
        return _page_of_all(connection, wanted, page)
    by_words = _count(connection, wanted, is_grouped=page.is_grouped)
    if marker.is_strict and by_words <= MOST_CHECKED:
        return _checked_page(connection, wanted, marker, page)
    if page.limit == 0:
        return _Found([], by_words, is_exact=not marker.is_strict)
    if page.is_grouped:
        ids = fulltext_query.found_documents(connection, wanted, page.limit, page.offset)
    else:
        ids = fulltext_query.found_ids(connection, wanted, page.order, page.limit, page.offset)
    texts = fulltext_query.found_texts(connection, ids)
    if not marker.is_strict:
        return _Found(texts, by_words)
    shown = [text for text in texts if _is_strict_hit(marker, text)]
    return _Found(shown, by_words, len(texts) - len(shown), is_exact=False)


def _page_of_all(connection: Reading, wanted: Plan, page: _Page) -> _Found:
    """A page and its count from one list of all hits, where putting that list together is what takes long."""
    ids = fulltext_query.found_ids(connection, wanted, page.order, fulltext_query.ALL)
    wanted_ids = ids[page.offset : page.offset + page.limit]
    return _Found(fulltext_query.found_texts(connection, wanted_ids), len(ids))


def _count(connection: Reading, wanted: Plan, *, is_grouped: bool) -> int:
    if is_grouped:
        return fulltext_query.count_documents(connection, wanted)
    return fulltext_query.count(connection, wanted)


def _checked_page(connection: Reading, wanted: Plan, marker: Marker, page: _Page) -> _Found:
    """A page of the texts that have the phrase with its punctuation, all candidates being read."""
    order = Order.NEWEST if page.is_grouped else page.order
    ids = fulltext_query.found_ids(connection, wanted, order, MOST_CHECKED)
    texts = [text for text in fulltext_query.found_texts(connection, ids) if _is_strict_hit(marker, text)]
    if page.is_grouped:
        newest: dict[str | None, FoundText] = {}
        for text in texts:
            newest.setdefault(text.document, text)
        texts = list(newest.values())
    return _Found(texts[page.offset : page.offset + page.limit], len(texts))


def facets(catalogue: Catalogue, query: str, *, group: bool = False) -> dict[str, Counter[Any]]:
    """Counts of a query's texts, or items, by year, issuing body, genre, attribute, suggestion, state and format.

    Punctuation in phrases does not matter here.
    """
    node = understood(query)
    with catalogue.read() as connection:
        return store_facets.facets(connection, plan(connection, node), is_grouped=group)


def _is_strict_hit(marker: Marker, text: FoundText) -> bool:
    return marker.honours_punctuation(
        {Field.TITLE: text.title, Field.NUMBER: text.document_number or "", Field.TEXT: text.text}
    )


def _hits(marker: Marker, texts: list[FoundText]) -> list[Hit]:
    titles = marker.marks_of([text.title for text in texts])
    snippets = marker.snippets([text.around(marker.typed, BEFORE + 1, LENGTH) for text in texts])
    return [_hit(*found) for found in zip(texts, titles, snippets, strict=True)]


def _hit(text: FoundText, title_marks: tuple[Span, ...], snippet: Snippet) -> Hit:
    path = None if text.root is None or text.path is None else str(PurePath(text.root) / text.path)
    return Hit(
        document=text.document,
        content_id=text.content_id,
        title=text.title,
        title_marks=title_marks,
        document_number=text.document_number,
        issuing_body=text.issuing_body,
        dated_on=text.dated_on,
        path=path,
        snippet=snippet,
        is_ocr=text.is_ocr,
    )
