"""What recognition made of a content, as a whole."""

import json

from sqlalchemy import Connection, select

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


def packed_sheets(recognition: Recognition) -> str:
    """Where processing sheets (处理单, 拟稿纸) stand in the text, as JSON."""
    return json.dumps(recognition.sheet_pages)


def recognition_of(connection: Connection, content_id: int, elements: Elements) -> Recognition:
    """The stored recognition of a content with the elements that count for its document."""
    row = connection.execute(select(content).where(content.c.id == content_id)).one()
    return Recognition(
        elements=elements,
        era=Era(row.era or Era.UNKNOWN),
        script=Script(row.script or Script.OTHER),
        references=_references(connection, content_id),
        observations=observations_of(connection, content_id),
        sheet_pages=tuple((start, end) for start, end in json.loads(row.sheet_pages)),
        validity=row.validity,
        recogniser=row.recogniser,
    )


def observations_of(connection: Connection, content_id: int) -> tuple[Observation, ...]:
    """What a person should look at, in the order of the text."""
    rows = connection.execute(
        select(observation).where(observation.c.content_id == content_id).order_by(observation.c.start)
    )
    return tuple(
        Observation(
            row.kind, row.message, None if row.start is None else Evidence(row.start, row.end, row.page)
        )
        for row in rows
    )


def _references(connection: Connection, content_id: int) -> tuple[Reference, ...]:
    rows = connection.execute(
        select(reference).where(reference.c.content_id == content_id).order_by(reference.c.start)
    )
    return tuple(
        Reference(ReferenceKind(row.kind), row.document_number, Evidence(row.start, row.end, row.page))
        for row in rows
    )
