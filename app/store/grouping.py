"""What grouping reads of the files that are held, and how its outcome is written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import Connection, Row, Select, delete, func, select, update

from app.domain.document import ElementName, Origin, ReferenceKind
from app.domain.grouping import Relation, RelationKind
from app.store import codec
from app.store.many_rows import upsert
from app.store.tables.grouping import person_grouping, relation, sketch
from app.store.tables.holdings import (
    content,
    content_text,
    correction,
    document,
    element,
    location,
    location_version,
    member,
    reference,
    root,
)
from app.text.similarity import SKETCH_VERSION, Sketch

READ = (
    ElementName.TITLE,
    ElementName.DOCUMENT_NUMBER,
    ElementName.DATED_ON,
    ElementName.ISSUING_BODY,
    ElementName.ISSUING_BODY_FULL,
    ElementName.ANNEX_NOTE,
)

CITED_KINDS = (ReferenceKind.REPLY_TO, ReferenceKind.FORWARDED)


@dataclass(frozen=True, slots=True)
class StoredCarrier:
    """One content as grouping sees it. ``places``: (root, path) of the files that are present;
    ``elements``: value and origin, a person's correction before what was recognised;
    ``is_read``: whether the document's elements and text are taken from this content.
    """

    content_id: int
    document_id: int
    role: str
    is_read: bool
    format: str
    text_length: int
    ocr_confidence: float | None
    places: tuple[tuple[int, str], ...]
    elements: Mapping[ElementName, tuple[str, Origin]]
    sketch: Sketch


def put_sketch(connection: Connection, content_id: int, made: Sketch) -> None:
    """Keep the sketch of a content's text."""
    values = {
        "content_id": content_id,
        "version": SKETCH_VERSION,
        "digest": made.digest,
        "shingle_count": made.shingle_count,
        "signature": made.signature,
    }
    connection.execute(_PUT_SKETCH, values)


def without_sketch(connection: Connection, limit: int) -> list[tuple[int, str]]:
    """(content, text) of files that belong to a document and have no sketch of the present version."""
    current = (sketch.c.content_id == content_text.c.content_id) & (sketch.c.version == SKETCH_VERSION)
    statement = (
        select(content_text.c.content_id, content_text.c.body)
        .join(member, member.c.content_id == content_text.c.content_id)
        .outerjoin(sketch, current)
        .where(sketch.c.content_id.is_(None))
        .limit(limit)
    )
    return [(row.content_id, codec.unpack_text(row.body)) for row in connection.execute(statement)]


def count_carriers(connection: Connection) -> int:
    """How many contents belong to documents."""
    return connection.scalar(select(func.count()).select_from(member)) or 0


def carriers(connection: Connection, *, after: int, limit: int) -> list[StoredCarrier]:
    """The contents that belong to documents, behind the content ``after``, in order."""
    return _completed(connection, _carriers().where(content.c.id > after).limit(limit))


def carriers_of(connection: Connection, document_ids: Sequence[int]) -> list[StoredCarrier]:
    """The contents of a few documents, in order."""
    return _completed(connection, _carriers().where(member.c.document_id.in_(document_ids)))


def paths_of(connection: Connection, content_id: int) -> set[str]:
    """The places of a content: under their roots, and in full."""
    statement = (
        select(location.c.path, root.c.path.label("root_path"))
        .join(root, root.c.id == location.c.root_id)
        .where(location.c.content_id == content_id)
    )
    rows = connection.execute(statement).all()
    return {row.path for row in rows} | {f"{row.root_path}/{row.path}" for row in rows}


def _completed(connection: Connection, statement: Select[tuple[object, ...]]) -> list[StoredCarrier]:
    rows = connection.execute(statement).all()
    if not rows:
        return []
    span = (rows[0].id, rows[-1].id)
    elements = _elements(connection, span)
    corrected = _corrections(connection, [row.document_id for row in rows])
    places = _places(connection, span)
    return [_carrier(row, elements[row.id], corrected[row.document_id], places[row.id]) for row in rows]


def _carriers() -> Select[tuple[object, ...]]:
    return (
        select(
            content.c.id, content.c.format, content.c.text_length, content.c.ocr_confidence,
            member.c.document_id, member.c.role, document.c.master_content_id, sketch.c.digest,
            sketch.c.shingle_count, sketch.c.signature,
        )
        .join(member, member.c.content_id == content.c.id)
        .join(document, document.c.id == member.c.document_id)
        .join(sketch, sketch.c.content_id == content.c.id)
        .order_by(content.c.id)
    )  # fmt: skip


_Values = dict[ElementName, tuple[str, Origin]]


def _carrier(
    row: Row[tuple[object, ...]], found: _Values, corrected: _Values, places: list[tuple[int, str]]
) -> StoredCarrier:
    is_read = row.id == row.master_content_id
    return StoredCarrier(
        content_id=row.id,
        document_id=row.document_id,
        role=row.role,
        is_read=is_read,
        format=row.format,
        text_length=row.text_length,
        ocr_confidence=row.ocr_confidence,
        places=tuple(places),
        elements={**found, **corrected} if is_read else found,
        sketch=Sketch(row.digest, row.shingle_count, row.signature),
    )


def _elements(connection: Connection, span: tuple[int, int]) -> dict[int, _Values]:
    statement = select(element.c.content_id, element.c.name, element.c.value, element.c.origin).where(
        element.c.content_id.between(*span), element.c.name.in_(READ)
    )
    found: dict[int, _Values] = defaultdict(dict)
    for row in connection.execute(statement):
        found[row.content_id][ElementName(row.name)] = (_text(row.value), Origin(row.origin))
    return found


def _corrections(connection: Connection, document_ids: Sequence[int]) -> dict[int, _Values]:
    low, high = min(document_ids), max(document_ids)
    statement = select(correction.c.document_id, correction.c.name, correction.c.value).where(
        correction.c.document_id.between(low, high), correction.c.name.in_(READ), correction.c.is_current == 1
    )
    found: dict[int, _Values] = defaultdict(dict)
    for row in connection.execute(statement):
        found[row.document_id][ElementName(row.name)] = (_text(row.value), Origin.PERSON)
    return found


def _places(connection: Connection, span: tuple[int, int]) -> dict[int, list[tuple[int, str]]]:
    statement = (
        select(location.c.content_id, location.c.root_id, location.c.path)
        .where(location.c.content_id.between(*span), location.c.is_present == 1)
        .order_by(location.c.path)
    )
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in connection.execute(statement):
        found[row.content_id].append((row.root_id, row.path))
    return found


def _text(packed: str) -> str:
    value = codec.unpack_value(packed)
    return value if isinstance(value, str) else "；".join(value)


def versions(connection: Connection) -> list[tuple[int, int]]:
    """(content, earlier or later content) that stood at the same place one after the other."""
    several = (
        select(location_version.c.location_id)
        .group_by(location_version.c.location_id)
        .having(func.count() > 1)
    )
    statement = (
        select(location_version.c.location_id, location_version.c.content_id)
        .where(location_version.c.location_id.in_(several))
        .order_by(location_version.c.location_id, location_version.c.id)
    )
    rows = connection.execute(statement).all()
    return [
        (one.content_id, other.content_id)
        for one, other in pairwise(rows)
        if one.location_id == other.location_id and one.content_id != other.content_id
    ]


def said_by_people(connection: Connection) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of contents that persons put together, and pairs that they told apart."""
    rows = connection.execute(select(person_grouping).where(person_grouping.c.is_current == 1)).all()
    together = [(row.content_id, row.other_id) for row in rows if row.is_together]
    apart = [(row.content_id, row.other_id) for row in rows if not row.is_together]
    return together, apart


def put_word(
    connection: Connection, pairs: Iterable[tuple[int, int]], *, is_together: bool, by: str, at: str
) -> None:
    """A person says that the contents of each pair belong together or apart; an earlier word is over."""
    for one, other in pairs:
        low, high = sorted((one, other))
        connection.execute(
            update(person_grouping)
            .where(
                person_grouping.c.content_id == low,
                person_grouping.c.other_id == high,
                person_grouping.c.is_current == 1,
            )
            .values(is_current=0)
        )
        connection.execute(
            person_grouping.insert().values(
                content_id=low, other_id=high, is_together=int(is_together), by=by, at=at
            )
        )


def citations(connection: Connection, kinds: Sequence[ReferenceKind]) -> list[tuple[int, ReferenceKind, str]]:
    """(content, kind, cited number) of all references of these kinds."""
    statement = select(reference.c.content_id, reference.c.kind, reference.c.document_number).where(
        reference.c.kind.in_(kinds)
    )
    return [
        (row.content_id, ReferenceKind(row.kind), row.document_number)
        for row in connection.execute(statement)
    ]


def relations(connection: Connection) -> set[Relation]:
    """All relations between items."""
    return {
        Relation(RelationKind(row.kind), row.document_id, row.other_id, row.similarity)
        for row in connection.execute(select(relation))
    }


def relations_of(connection: Connection, document_id: int) -> list[Relation]:
    """The relations in which an item stands, on either side."""
    statement = select(relation).where(
        (relation.c.document_id == document_id) | (relation.c.other_id == document_id)
    )
    return [
        Relation(RelationKind(row.kind), row.document_id, row.other_id, row.similarity)
        for row in connection.execute(statement.order_by(relation.c.kind, relation.c.id))
    ]


def change_relations(connection: Connection, *, gone: Iterable[Relation], new: Iterable[Relation]) -> None:
    """Remove relations that no longer hold, and add new ones."""
    for one in gone:
        connection.execute(
            delete(relation).where(
                relation.c.kind == one.kind,
                relation.c.document_id == one.document,
                relation.c.other_id == one.other,
            )
        )
    rows = [
        {
            "kind": one.kind,
            "document_id": one.document,
            "other_id": one.other,
            "similarity": one.similarity,
        }
        for one in new
    ]
    if rows:
        connection.execute(relation.insert(), rows)


_PUT_SKETCH = upsert(sketch, ("content_id",))
