"""Documents that stand in a relation found by grouping, as far as the review needs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, select

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import MemberRole, ReferenceKind
from app.domain.grouping import RelationKind
from app.store.tables.grouping import relation
from app.store.tables.holdings import document, member, reference


@dataclass(frozen=True, slots=True)
class Related:
    """Another document and what makes it one; ``similarity`` where texts were compared."""

    document_id: int
    kind: RelationKind
    similarity: float | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two near-identical documents with different attributes in force."""

    document: str
    title: str
    attribute: DisclosureAttribute
    other: str
    other_title: str
    other_attribute: DisclosureAttribute
    kind: RelationKind
    similarity: float | None


@dataclass(frozen=True, slots=True)
class Citation:
    """A number that a document cites (or, seen from the other side, the number of one that cites it);
    ``document`` is the UUID of the document that bears it, where one does; ``title`` that of one that cites.
    """

    kind: ReferenceKind
    document_number: str
    document: str | None
    title: str = ""


ALIKE = (RelationKind.SAME_TEXT, RelationKind.NEAR_DUPLICATE)
"""Relations that say two texts are nearly the same."""


def related(connection: Connection, document_id: int, kinds: Sequence[RelationKind]) -> list[Related]:
    """Documents in one of these relations to a document, whichever way, the most alike first."""
    found: dict[int, Related] = {}
    for near, far in (
        (relation.c.document_id, relation.c.other_id),
        (relation.c.other_id, relation.c.document_id),
    ):
        statement = (
            select(far.label("id"), relation.c.kind, relation.c.similarity)
            .join(document, document.c.id == far)
            .where(near == document_id, relation.c.kind.in_(kinds), document.c.merged_into.is_(None))
        )
        for row in connection.execute(statement):
            found.setdefault(row.id, Related(row.id, RelationKind(row.kind), row.similarity))
    return sorted(found.values(), key=lambda each: (-(each.similarity or 0), each.document_id))


def leads(connection: Connection) -> dict[int, int]:
    """Document → the first of those with nearly the same text; documents that stand alone are left out."""
    found: dict[int, int] = {}

    def lead(each: int) -> int:
        while (up := found.setdefault(each, each)) != each:
            found[each] = found[up]
            each = up
        return each

    pairs = select(relation.c.document_id, relation.c.other_id).where(relation.c.kind.in_(ALIKE))
    for one, other in connection.execute(pairs):
        low, high = sorted((lead(one), lead(other)))
        found[high] = low
    return {each: lead(each) for each in list(found)}


def contradictions(connection: Connection, document_id: int | None = None) -> list[Contradiction]:
    """Pairs of near-identical documents that were determined differently, of one document or of all."""
    one, other = document.alias("one"), document.alias("other")
    undetermined = DisclosureAttribute.UNDETERMINED
    statement = (
        _pairs(one, other)
        .where(
            relation.c.kind.in_(ALIKE),
            one.c.attribute != other.c.attribute,
            one.c.attribute != undetermined,
            other.c.attribute != undetermined,
            one.c.merged_into.is_(None),
            other.c.merged_into.is_(None),
        )
        .order_by(relation.c.similarity.desc(), one.c.id)
    )
    if document_id is not None:
        statement = statement.where((one.c.id == document_id) | (other.c.id == document_id))
    return [_contradiction(row) for row in connection.execute(statement)]


def _pairs(one: Any, other: Any) -> Select[Any]:  # noqa: ANN401 - aliases of a table
    return (
        select(
            one.c.uuid, one.c.title, one.c.attribute, other.c.uuid.label("other_uuid"),
            other.c.title.label("other_title"), other.c.attribute.label("other_attribute"),
            relation.c.kind, relation.c.similarity,
        )
        .join(one, one.c.id == relation.c.document_id)
        .join(other, other.c.id == relation.c.other_id)
    )  # fmt: skip


def _contradiction(row: Row[Any]) -> Contradiction:
    return Contradiction(
        document=row.uuid,
        title=row.title,
        attribute=DisclosureAttribute(row.attribute),
        other=row.other_uuid,
        other_title=row.other_title,
        other_attribute=DisclosureAttribute(row.other_attribute),
        kind=RelationKind(row.kind),
        similarity=row.similarity,
    )


def citations_of(connection: Connection, document_id: int) -> list[Citation]:
    """What the files of a document cite, annexes and drafts aside, in the order of the text."""
    bearer = document.alias("bearer")
    statement = (
        select(reference.c.kind, reference.c.document_number, bearer.c.uuid)
        .join(member, member.c.content_id == reference.c.content_id)
        .outerjoin(
            bearer,
            (bearer.c.document_number == reference.c.document_number) & bearer.c.merged_into.is_(None),
        )
        .where(
            member.c.document_id == document_id,
            member.c.role.not_in((MemberRole.ANNEX, MemberRole.DRAFT)),
        )
        .order_by(reference.c.id)
    )
    found = {(row.kind, row.document_number): row.uuid for row in connection.execute(statement)}
    return [Citation(ReferenceKind(kind), number, uuid) for (kind, number), uuid in found.items()]


def citing(connection: Connection, document_number: str) -> list[Citation]:
    """The documents that cite this number, such as one that repealed it."""
    statement = (
        select(reference.c.kind, document.c.document_number, document.c.uuid, document.c.title)
        .join(member, member.c.content_id == reference.c.content_id)
        .join(document, document.c.id == member.c.document_id)
        .where(
            reference.c.document_number == document_number,
            member.c.role.not_in((MemberRole.ANNEX, MemberRole.DRAFT)),
            document.c.merged_into.is_(None),
        )
        .distinct()
        .order_by(document.c.dated_on, document.c.uuid, reference.c.kind)
    )
    return [
        Citation(ReferenceKind(row.kind), row.document_number or "", row.uuid, row.title or "")
        for row in connection.execute(statement)
    ]
