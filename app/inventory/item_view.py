"""An item as a person looks at it: its files with what sets them apart, its neighbours, its citations."""

import re
from dataclasses import dataclass

from app.domain.document import MemberRole
from app.domain.grouping import Relation, RelationKind
from app.store import detail, grouping, items, queries, relatives
from app.store.catalogue import Reading
from app.store.queries import DocumentRow
from app.store.relatives import Citation
from app.text.differences import Difference, differences
from app.text.similarity import letters

_PAGE_NUMBER = re.compile(r"(?m)^\s{0,40}[-—–]\s{0,3}\d{1,4}\s{0,3}[-—–]\s{0,40}$")


@dataclass(frozen=True, slots=True)
class Change:
    """``was`` at ``start`` to ``end`` of the master's text stands as ``text`` at ``other_start`` to
    ``other_end`` of the other file's.
    """

    start: int
    end: int
    was: str
    other_start: int
    other_end: int
    text: str


@dataclass(frozen=True, slots=True)
class ItemMember:
    """A file's part in the item. ``changes`` of words against the text that is read; ``None`` where there is nothing to
    compare: the master itself, annexes, scans without text.
    """

    content_id: int
    sha256: str
    paths: tuple[str, ...]
    role: MemberRole
    similarity: float
    made_by: str
    changes: tuple[Change, ...] | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another item in a relation. ``is_source``: the relation leads from ours to it (we reply to it)."""

    kind: RelationKind
    is_source: bool
    document: str
    title: str
    document_number: str | None
    similarity: float | None


@dataclass(frozen=True, slots=True)
class ItemView:
    """What makes up an item and what it hangs together with."""

    members: tuple[ItemMember, ...]
    neighbours: tuple[Neighbour, ...]
    cites: tuple[Citation, ...]
    cited_by: tuple[Citation, ...]


def item_view(connection: Reading, document_id: int) -> ItemView:
    """Everything about the item with this id; texts are compared here, which takes some milliseconds each."""
    row = queries.document_row(connection, document_id)
    number = row.document_number
    return ItemView(
        _members(connection, document_id, row.master_content_id),
        _neighbours(connection, document_id),
        tuple(relatives.citations_of(connection, document_id)),
        tuple(relatives.citing(connection, number)) if number else (),
    )


def _members(connection: Reading, document_id: int, read: int | None) -> tuple[ItemMember, ...]:
    paths: dict[str, list[str]] = {}
    for file in queries.files_of(connection, document_id):
        paths.setdefault(file.sha256 or "", []).append(file.path)
    hashes = items.hashes(connection, document_id)
    text = _text(connection, read)
    return tuple(
        ItemMember(
            one.content_id,
            hashes[one.content_id],
            tuple(paths.get(hashes[one.content_id], ())),
            one.role,
            one.similarity,
            one.made_by,
            None if one.content_id == read else _changes(connection, text, one),
        )
        for one in items.memberships(connection, document_id)
    )


def _changes(connection: Reading, text: str, member: items.Membership) -> tuple[Change, ...] | None:
    other = "" if member.role is MemberRole.ANNEX else _text(connection, member.content_id)
    if not text.strip() or not other.strip():
        return None
    found = (_change(text, other, one) for one in differences(text, other))
    return tuple(change for change in found if _is_told(change))


def _change(text: str, other: str, one: Difference) -> Change:
    was, now = text[one.start_a : one.end_a], other[one.start_b : one.end_b]
    return Change(one.start_a, one.end_a, was, one.start_b, one.end_b, now)


def _is_told(change: Change) -> bool:
    """Whether words differ, not only blanks, line ends, variants of characters or page numbers."""
    was, text = letters(_PAGE_NUMBER.sub("", change.was)), letters(_PAGE_NUMBER.sub("", change.text))
    return was != text


def _text(connection: Reading, content_id: int | None) -> str:
    read = detail.extraction_of(connection, content_id) if content_id is not None else None
    return read.text if read is not None else ""


def _neighbours(connection: Reading, document_id: int) -> tuple[Neighbour, ...]:
    found = grouping.relations_of(connection, document_id)
    rows = queries.document_rows(connection, [_other(one, document_id) for one in found])
    return tuple(_neighbour(one, rows[_other(one, document_id)], document_id) for one in found)


def _other(relation: Relation, document_id: int) -> int:
    return relation.other if relation.document == document_id else relation.document


def _neighbour(relation: Relation, row: DocumentRow, document_id: int) -> Neighbour:
    is_source = relation.document == document_id
    return Neighbour(relation.kind, is_source, row.uuid, row.title, row.document_number, relation.similarity)
