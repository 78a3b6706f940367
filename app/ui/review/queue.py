"""What stands in the queue: the documents of a state, or those of a batch in its reading order."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.batching import BatchState
from app.domain.document import Applicability
from app.domain.review import ReviewState
from app.store import counts, people, queries, reviews, waiting
from app.store.catalogue import Reading
from app.store.queries import DocumentRow
from app.store.reviews import Batch
from app.store.waiting import Waiting
from app.ui.documents.listing import Wish, list_documents
from app.ui.reader.record import Record, load
from app.ui.widgets.lazy_table import PAGE

SECRECY = "secrecy"
"""The portion of what waits that a secrecy reviewer must sign first."""


@dataclass(frozen=True, slots=True)
class Queue:
    """A queue as it stood when it was read; it does not shrink under the reader's eyes.

    ``done``: documents of a batch that were decided before; ``own``: batches the person has taken out;
    ``record``: the document at which reading begins, ``rows``: those of the page of the list on which it stands.
    """

    ids: tuple[int, ...]
    counts: dict[str, int]
    mistake: str = ""
    batch: Batch | None = None
    done: frozenset[int] = frozenset()
    own: tuple[Batch, ...] = ()
    portions: tuple[Waiting, ...] = ()
    secrecy: int = 0
    page: int = 0
    rows: Mapping[int, DocumentRow] = field(default_factory=dict)
    record: Record | None = None

    def beginning(self, wished: int | None) -> int | None:
        """The place where reading begins: at the document that is wished for, else at the first that is not done."""
        if wished is not None and wished in self.ids:
            return self.ids.index(wished)
        return next((place for place, one in enumerate(self.ids) if one not in self.done), None)


def opened(connection: Reading, queue: Queue, wished: int | None) -> Queue:
    """The queue with what is seen of it at once: asked for afterwards it would be seen a tenth of a second later."""
    place = queue.beginning(wished)
    if place is None:
        return queue
    page = place // PAGE
    rows = queries.document_rows(connection, queue.ids[page * PAGE : (page + 1) * PAGE])
    return replace(queue, page=page, rows=rows, record=load(connection, queue.ids[place]))


def read_queue(
    connection: Reading, state: ReviewState, query: str, *, portion: str = "", person: str = ""
) -> Queue:
    """The documents of a state that a query finds, oldest first so that a year is worked through.

    ``portion``: of what waits for approval only this batch, or only what awaits a secrecy review.
    """
    found = list_documents(connection, Wish(query, _facets(state), queries.DocumentOrder.OLDEST))
    ids, portions, secrecy = found.ids, [], 0
    if state is ReviewState.PROPOSED:
        portions = waiting.by_batch(connection)
        for_secrecy = waiting.for_secrecy_review(connection)
        secrecy = len(for_secrecy)
        if portion:
            wanted = for_secrecy if portion == SECRECY else waiting.in_batch(connection, portion)
            ids = tuple(document for document in ids if document in wanted)
    return Queue(
        ids,
        _counts(connection, state, None if query or portion else ids),
        found.mistake,
        own=_own(connection, person),
        portions=tuple(portions),
        secrecy=secrecy,
    )


def read_batch(connection: Reading, batch: str, query: str) -> Queue:
    """The documents of a batch that a query finds, in the order they are to be read."""
    found = reviews.batches(connection, uuid=batch)
    items = reviews.items(connection, found[0].id) if found else []
    ids = [item.document_id for item in items]
    mistake = ""
    if query:
        listed = list_documents(connection, Wish(query))
        wanted, mistake = set(listed.ids), listed.mistake
        ids = [document for document in ids if document in wanted]
    done = frozenset(item.document_id for item in items if item.is_done)
    return Queue(
        tuple(ids), counts.by_review_state(connection), mistake, batch=next(iter(found), None), done=done
    )


def _counts(connection: Reading, state: ReviewState, ids: tuple[int, ...] | None) -> dict[str, int]:
    """How many documents stand in each queue; where all of one were read they are not counted once more."""
    if ids is None:
        return counts.by_review_state(connection)
    others = [each for each in ReviewState if each is not state]
    return {**counts.by_review_state(connection, others), state.value: len(ids)}


def _facets(state: ReviewState) -> dict[str, str]:
    """Of what nobody has looked at only what is ours to decide waits here (条例 §10)."""
    ours = {"applicability": Applicability.OURS} if state is ReviewState.OPEN else {}
    return {"review_state": state, **ours}


def _own(connection: Reading, name: str) -> tuple[Batch, ...]:
    person = people.with_name(connection, name) if name else None
    if person is None:
        return ()
    return tuple(reviews.batches(connection, assignee_id=person.id, state=BatchState.CHECKED_OUT))
