"""What recognition made of a content, as a whole."""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, select

from app.domain.document import (
    Elements,
    Era,
    Evidence,
    Observation,
    Recognition,
    Reference,
    ReferenceKind,
    Script,
)
from app.store.tables.holdings import content, observation, reference

Item = TypeVar("Item")


def packed_sheets(recognition: Recognition) -> str:
    """Where processing sheets (处理单, 拟稿纸) stand in the text, as JSON."""
    return json.dumps(recognition.sheet_pages)


def recognitions_of(connection: Connection, elements: Mapping[int, Elements]) -> dict[int, Recognition]:
    """The stored recognition of each content, with the elements that count for its document."""
    ids = list(elements)
    references = _by_content(connection, reference, ids, _reference)
    observations = _by_content(connection, observation, ids, _observation)
    rows = connection.execute(select(content).where(content.c.id.in_(ids)))
    return {
        row.id: Recognition(
            elements=elements[row.id],
            era=Era(row.era or Era.UNKNOWN),
            script=Script(row.script or Script.OTHER),
            references=tuple(references[row.id]),
            observations=tuple(observations[row.id]),
            sheet_pages=tuple((start, end) for start, end in json.loads(row.sheet_pages)),
            validity=row.validity,
            recogniser=row.recogniser,
        )
        for row in rows
    }


def _by_content(
    connection: Connection, table: Table, ids: Sequence[int], read: Callable[[Row[Any]], Item]
) -> Mapping[int, list[Item]]:
    found: dict[int, list[Item]] = defaultdict(list)
    statement = select(table).where(table.c.content_id.in_(ids)).order_by(table.c.content_id, table.c.start)
    for row in connection.execute(statement):
        found[row.content_id].append(read(row))
    return found


def _observation(row: Row[Any]) -> Observation:
    evidence = None if row.start is None else Evidence(row.start, row.end, row.page)
    return Observation(row.kind, row.message, evidence)


def _reference(row: Row[Any]) -> Reference:
    return Reference(ReferenceKind(row.kind), row.document_number, Evidence(row.start, row.end, row.page))
