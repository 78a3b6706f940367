"""Findings and suggestions as they are kept."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.disclosure import DisclosureAttribute, Finding, Reason, Suggestion
from app.domain.document import Applicability
from app.store import codec
from app.store.tables.classification import classified, finding, suggestion
from app.store.tables.holdings import content, content_text, document


def put_findings(connection: Connection, content_id: int, findings: Sequence[Finding]) -> None:
    """Replace the findings of a content."""
    connection.execute(delete(finding).where(finding.c.content_id == content_id))
    if findings:
        connection.execute(
            finding.insert(), [{"content_id": content_id, **asdict(item)} for item in findings]
        )


def findings_of(connection: Connection, content_id: int) -> tuple[Finding, ...]:
    """The findings of a content in the order of the text."""
    rows = connection.execute(
        select(finding)
        .where(finding.c.content_id == content_id)
        .order_by(finding.c.place.desc(), finding.c.start)
    )
    return tuple(finding_of(row) for row in rows)


def finding_of(row: Row[Any]) -> Finding:
    """The finding that a row of its table holds."""
    return Finding(
        row.kind, row.start, row.end, row.shown, row.confidence, row.page, row.validator, row.place
    )


def put_suggestion(
    connection: Connection,
    document_id: int,
    made: Suggestion,
    *,
    at: str,
    finding_count: int,
    retention: tuple[str, str] | None = None,
) -> int:
    """Add a suggestion that counts from now on; earlier ones stay on record.

    ``retention``: the suggested 保管期限 and its reason.
    """
    connection.execute(
        update(suggestion)
        .where(suggestion.c.document_id == document_id, suggestion.c.is_current == 1)
        .values(is_current=0)
    )
    added = connection.execute(
        suggestion.insert()
        .values(
            document_id=document_id,
            attribute=made.attribute,
            applicability=made.applicability,
            redact=int(made.redact),
            basis=codec.packed_list(made.basis),
            reasons=json.dumps([asdict(reason) for reason in made.reasons], ensure_ascii=False),
            against=codec.packed_list(made.against),
            to_check=codec.packed_list(made.to_check),
            retention=retention[0] if retention else None,
            retention_reason=retention[1] if retention else None,
            rule_edition=made.rule_edition,
            made_at=at,
        )
        .returning(suggestion.c.id)
    )
    connection.execute(
        update(document)
        .where(document.c.id == document_id)
        .values(
            suggested_attribute=made.attribute, applicability=made.applicability, finding_count=finding_count
        )
    )
    identifier: int = added.scalar_one()
    return identifier


def current_suggestion(connection: Connection, document_id: int) -> tuple[int, Suggestion] | None:
    """The suggestion that counts, with its id."""
    row = connection.execute(
        select(suggestion).where(suggestion.c.document_id == document_id, suggestion.c.is_current == 1)
    ).first()
    return (row.id, suggestion_of(row)) if row else None


def retention_of(connection: Connection, document_id: int) -> tuple[str, str] | None:
    """The suggested 保管期限 with its reason."""
    row = connection.execute(
        select(suggestion.c.retention, suggestion.c.retention_reason).where(
            suggestion.c.document_id == document_id, suggestion.c.is_current == 1
        )
    ).first()
    return (row.retention, row.retention_reason) if row and row.retention else None


def mark_classified(connection: Connection, content_id: int, rule_edition: str, at: str) -> None:
    """This content was classified with this edition of the rules."""
    values = {"rule_edition": rule_edition, "at": at}
    statement = insert(classified).values(content_id=content_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["content_id"], set_=values))


def unclassified(
    connection: Connection, rule_edition: str, *, after: int, limit: int
) -> list[tuple[int, int]]:
    """(document, leading content) pairs behind ``after`` that this edition has not seen yet."""
    statement = (
        _unseen(select(document.c.id, document.c.master_content_id), rule_edition)
        .where(document.c.id > after)
        .order_by(document.c.id)
        .limit(limit)
    )
    return [(row.id, row.master_content_id) for row in connection.execute(statement)]


def count_unclassified(connection: Connection, rule_edition: str) -> int:
    """How many documents this edition of the rules has not seen yet."""
    return connection.scalar(_unseen(select(func.count()), rule_edition)) or 0


def _unseen(statement: Select[Any], rule_edition: str) -> Select[Any]:
    return (
        statement.select_from(document)
        .join(content_text, content_text.c.content_id == document.c.master_content_id)
        .outerjoin(classified, classified.c.content_id == document.c.master_content_id)
        .where(document.c.merged_into.is_(None), func.coalesce(classified.c.rule_edition, "") != rule_edition)
    )


def packed_texts(connection: Connection, content_ids: Sequence[int]) -> Iterator[tuple[int, bytes, bytes]]:
    """(content, packed text, packed structure), to be unpacked in a worker process."""
    statement = (
        select(content_text.c.content_id, content_text.c.body, content_text.c.structure)
        .join(content, content.c.id == content_text.c.content_id)
        .where(content_text.c.content_id.in_(content_ids))
    )
    for row in connection.execute(statement):
        yield (row.content_id, row.body, row.structure)


def suggestion_of(row: Row[Any]) -> Suggestion:
    """The suggestion that a row of its table holds."""
    return Suggestion(
        attribute=DisclosureAttribute(row.attribute),
        applicability=Applicability(row.applicability),
        redact=bool(row.redact),
        basis=codec.unpacked_list(row.basis),
        reasons=tuple(Reason(**reason) for reason in json.loads(row.reasons)),
        against=codec.unpacked_list(row.against),
        to_check=codec.unpacked_list(row.to_check),
        rule_edition=row.rule_edition,
    )
