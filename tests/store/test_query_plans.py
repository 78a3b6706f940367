"""No list, facet or search of the program reads a whole table of what is held.

The plans are those of a catalogue of any size: the program keeps no statistics of its tables, so
that SQLite chooses by the indexes alone. Jobs that take every document anyway (export, transfer
candidates, grouping, dump) are not meant.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import Connection, event, insert

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.query import And, DateRange, Field, FieldEquals, Node, Not, Or, Phrase, Prefix, Word
from app.domain.review import ReviewState
from app.domain.source import FailureKind, FileStatus
from app.store import (
    completeness,
    counts,
    detail,
    determinations,
    documents,
    facets,
    fulltext,
    fulltext_query,
    near,
    people,
    proposals,
    quarantine,
    queries,
    reindex,
    reviews,
    runs,
    searches,
    suggestions,
    transfer_candidates,
)
from app.store.catalogue import Catalogue, create_catalogue
from app.store.fulltext_query import Order
from app.store.queries import DocumentFilter, DocumentOrder
from app.store.reindex import needs_rebuild
from app.store.search_plan import plan
from app.store.tables.holdings import root

FEW_ROWS = {
    "setting",
    "root",
    "person",
    "review_round",
    "review_batch",
    "ingest_run",
    "saved_search",
    "logged_search",
    "facet_origin",
    "facet_kind",
    "quarantine",
}
"""Tables that hold some hundred rows at most, or are read whole for a page about them."""

FEW_ENTRIES = ("ix_index_entry_dead", "ix_index_entry_spilled")
"""Indexes of the few rows that are out of the ordinary."""

Query = Callable[[Connection], object]


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    with create_catalogue(tmp_path_factory.mktemp("p") / "c", office="临湖县档案馆", by="王芳") as made:
        with made.write(by="王芳", action="test") as unit:
            unit.connection.execute(insert(root).values(uuid="r", label="共享盘", path="/share"))
            unit.record("r")
            unit.commit()
        yield made


def scans(catalogue: Catalogue, query: Query) -> list[str]:
    """What SQLite would scan for the statements of a query, covering indexes and small tables apart."""
    return [one for one in steps(catalogue, query) if _is_scan(one)]


def steps(catalogue: Catalogue, query: Query) -> list[str]:
    """How SQLite would answer the statements of a query."""
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        asked.append((statement, values))

    with catalogue.read() as connection:
        event.listen(connection, "before_cursor_execute", note)
        query(connection)
        event.remove(connection, "before_cursor_execute", note)
        assert asked, "the query asked nothing"
        return [
            row.detail
            for statement, values in asked
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]


def _is_scan(step: str) -> bool:
    if "COVERING INDEX" in step or "VIRTUAL TABLE" in step or step.endswith(FEW_ENTRIES):
        return False
    if re.search(r"\((?:merged_into|is_present|live)=\?\)", step):
        return True  # nearly every row has this value
    scanned = re.match(r"SCAN (?:TABLE )?(\w+)", step)
    if scanned is None or scanned[1] == "CONSTANT":
        return False
    return scanned[1] not in FEW_ROWS and not scanned[1].startswith(("seen", "anon"))


FILTERS = [
    DocumentFilter(),
    DocumentFilter(year=2008),
    DocumentFilter(genre="通知"),
    DocumentFilter(issuing_body="临湖县财政局"),
    DocumentFilter(attribute=DisclosureAttribute.PROACTIVE),
    DocumentFilter(suggested_attribute=DisclosureAttribute.PROACTIVE),
    DocumentFilter(review_state=ReviewState.OPEN),
    DocumentFilter(review_state=ReviewState.OPEN, applicability=Applicability.OURS),
    DocumentFilter(applicability=Applicability.OTHER_MAKER),
    DocumentFilter(with_findings=True),
    DocumentFilter(format="docx"),
    DocumentFilter(year=2008, genre="通知", review_state=ReviewState.OPEN),
]
FACETS = [
    *("year", "genre", "issuing_body", "attribute", "suggested_attribute", "review_state", "applicability"),
    "format",
]


@pytest.mark.parametrize("wanted", FILTERS, ids=lambda wanted: str(FILTERS.index(wanted)))
@pytest.mark.parametrize("order", list(DocumentOrder))
def test_lists_of_documents(catalogue: Catalogue, wanted: DocumentFilter, order: DocumentOrder) -> None:
    assert scans(catalogue, lambda connection: queries.document_ids(connection, wanted, order)) == []


@pytest.mark.parametrize("wanted", FILTERS, ids=lambda wanted: str(FILTERS.index(wanted)))
@pytest.mark.parametrize("name", FACETS)
def test_facets_of_lists(catalogue: Catalogue, wanted: DocumentFilter, name: str) -> None:
    assert scans(catalogue, lambda connection: queries.facet(connection, name, wanted)) == []


@pytest.mark.parametrize("wanted", [DocumentFilter(), DocumentFilter(year=2008)], ids=str)
@pytest.mark.parametrize("name", FACETS)
def test_facets_of_what_a_search_found(catalogue: Catalogue, wanted: DocumentFilter, name: str) -> None:
    for node in SEARCHES:
        asked = scans(catalogue, lambda c, node=node: queries.facet(c, name, wanted, plan(c, node)))
        assert asked == []


OTHERS: dict[str, Query] = {
    "document_rows": lambda c: queries.document_rows(c, [1, 2]),
    "text_of": lambda c: queries.text_of(c, 1),
    "files_of": lambda c: queries.files_of(c, 1),
    "file_names": lambda c: queries.file_names(c, [1, 2]),
    "problem_files": queries.problem_files,
    "problem_files of a kind": lambda c: queries.problem_files(c, FailureKind.DAMAGED),
    "files_with_status": lambda c: queries.files_with_status(c, FileStatus.NEEDS_OCR),
    "overview": counts.overview,
    "by_review_state": counts.by_review_state,
    "document_count": counts.document_count,
    "failed_count": counts.failed_count,
    "open_quarantine_count": counts.open_quarantine_count,
    "number_series": near.number_series,
    "own_series": completeness.own_series,
    "candidates in sight": lambda c: transfer_candidates.candidates_in_sight(
        c, transfer_candidates.InSight(9, 9, 9), [Applicability.PARTY]
    ),
    "texts of elements": lambda c: documents.effective_texts_of(c, [1, 2]),
    "numbers_of": lambda c: near.numbers_of(c, ["临政发"], 2008, 3, reach=3),
    "same_serial": lambda c: near.same_serial(c, "临政发", 3),
    "saved_searches": searches.saved_searches,
    "newest_number": searches.newest_number,
    "place of a new entry": lambda c: fulltext.next_place(c, fulltext.Found(1), 733000),
    "extent": searches.extent,
    "needs_rebuild": needs_rebuild,
    "state of the index": reindex.state,
    "has_too_many_dead": fulltext.has_too_many_dead,
    "findings_of": lambda c: suggestions.findings_of(c, 1),
    "current_suggestion": lambda c: suggestions.current_suggestion(c, 1),
    "retention_of": lambda c: suggestions.retention_of(c, 1),
    "live determination": lambda c: determinations.live(c, 1),
    "in force": lambda c: determinations.in_force_of(c, [1, 2]),
    "standings": lambda c: proposals.standings(c, [1, 2]),
    "history": lambda c: determinations.history(c, 1),
    "known_uuids": lambda c: determinations.known_uuids(c, ["a", "b"]),
    "batches": lambda c: reviews.batches(c, round_id=1),
    "next_open": lambda c: reviews.next_open(c, 1, 1),
    "items": lambda c: reviews.items(c, 1),
    "minutes_left": lambda c: reviews.minutes_left(c, 1),
    "proposals": lambda c: reviews.proposals(c, 1),
    "quarantine": quarantine.waiting,
    "latest run": runs.latest,
    "everyone": people.everyone,
    "found_texts": lambda c: fulltext_query.found_texts(c, [1, 2, 3]),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_lists(catalogue: Catalogue, name: str) -> None:
    assert scans(catalogue, OTHERS[name]) == []


@pytest.mark.parametrize(
    "name", ["batches", "items", "minutes_left", "live determination", "in force", "standings"]
)
def test_what_was_decided_of_a_document_is_asked_of_its_own_decisions(
    catalogue: Catalogue, name: str
) -> None:
    """Asked of all decisions of the round, a list of batches took minutes with 50,000 documents half done; of
    all that are approved, every single decision three times as long.
    """
    asked = [one for one in steps(catalogue, OTHERS[name]) if re.search(r"\bdetermination\b", one)]
    assert asked
    assert all("(document_id=?" in one for one in asked), asked


FIRE = Word("防火")
SEARCHES: list[Node] = [
    FIRE,
    Phrase("防火，工作"),
    Prefix("gdp"),
    Not(FIRE),
    Word("防火", Field.TITLE),
    And((FIRE, Not(Word("通知")))),
    And((FIRE, FieldEquals(Field.GENRE, "通知"))),
    And((FIRE, FieldEquals(Field.FOLDER, "2003"))),
    And((FIRE, DateRange(date(2008, 1, 1), None, ""))),
    And((FIRE, Not(FieldEquals(Field.ATTRIBUTE, "withheld")))),
    Or((FIRE, FieldEquals(Field.GENRE, "通知"))),
    FieldEquals(Field.BODY, "财政"),
    FieldEquals(Field.STATE, "open"),
    FieldEquals(Field.APPLICABILITY, "ours"),
    FieldEquals(Field.FOLDER, "2003"),
    DateRange(date(2008, 1, 1), date(2009, 1, 1), ""),
    Word("的"),
    Not(Word("的")),
    And((FIRE, Word("的"))),
    And((FIRE, Not(Word("的")))),
    And((Word("的"), DateRange(date(2008, 1, 1), None, ""))),
    And((Word("的"), FieldEquals(Field.GENRE, "通知"))),
]


@pytest.mark.parametrize("node", SEARCHES, ids=lambda node: str(SEARCHES.index(node)))
@pytest.mark.parametrize("order", list(Order))
def test_pages_of_hits(catalogue: Catalogue, node: Node, order: Order) -> None:
    def query(connection: Connection) -> None:
        fulltext_query.found_ids(connection, plan(connection, node), order, 50)

    assert scans(catalogue, query) == []


ABOUT_HITS: dict[str, Callable[[Connection, Node], object]] = {
    "count": lambda c, node: fulltext_query.count(c, plan(c, node)),
    "count_documents": lambda c, node: fulltext_query.count_documents(c, plan(c, node)),
    "count_added_after": lambda c, node: fulltext_query.count_added_after(c, plan(c, node), 10),
    "found_documents": lambda c, node: fulltext_query.found_documents(c, plan(c, node), 50),
    "all_documents": lambda c, node: fulltext_query.all_documents(c, plan(c, node)),
    "documents_by_relevance": lambda c, node: fulltext_query.documents_by_relevance(c, plan(c, node)),
    "facets": lambda c, node: facets.facets(c, plan(c, node)),
    "facets of items": lambda c, node: facets.facets(c, plan(c, node), is_grouped=True),
}


@pytest.mark.parametrize("node", SEARCHES, ids=lambda node: str(SEARCHES.index(node)))
@pytest.mark.parametrize("name", ABOUT_HITS)
def test_counts_and_facets_of_hits(catalogue: Catalogue, name: str, node: Node) -> None:
    assert scans(catalogue, lambda connection: ABOUT_HITS[name](connection, node)) == []


def test_a_document_as_a_whole(catalogue: Catalogue) -> None:
    def query(connection: Connection) -> None:
        with pytest.raises(KeyError):  # the catalogue is empty
            detail.of(connection, 1)

    assert scans(catalogue, query) == []
