"""Findings and suggestions as they are kept."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert

from app.domain.disclosure import DisclosureAttribute, Finding, Reason, Suggestion
from app.domain.document import Applicability
from app.store import codec
from app.store.many_rows import listed, pages
from app.store.tables.classification import classified, finding, suggestion
from app.store.tables.holdings import content, content_text, document


@dataclass(frozen=True, slots=True)
class Classified:
    """What classification found in a document and proposes; ``retention``: 保管期限 and why."""

    document_id: int
    content_id: int
    findings: tuple[Finding, ...]
    suggestion: Suggestion
    retention: tuple[str, str] | None = None


def put_classified(connection: Connection, made: Sequence[Classified], *, at: str) -> None:
    """Add suggestions that count from now on; earlier ones stay on record, findings are replaced."""
    put_findings(connection, {one.content_id: one.findings for one in made})
    _put_suggestions(connection, made, at)
    seen = [
        {"content_id": one.content_id, "rule_edition": one.suggestion.rule_edition, "at": at} for one in made
    ]
    statement = insert(classified)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["content_id"],
            set_={"rule_edition": statement.excluded.rule_edition, "at": statement.excluded.at},
        ),
        seen,
    )


def put_findings(connection: Connection, findings: Mapping[int, Sequence[Finding]]) -> None:
    """Replace the findings of contents."""
    connection.execute(delete(finding).where(finding.c.content_id.in_(findings)))
    rows = [{"content_id": key, **asdict(item)} for key, items in findings.items() for item in items]
    if rows:
        connection.execute(finding.insert(), rows)


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


def _put_suggestions(connection: Connection, made: Sequence[Classified], at: str) -> None:
    ids = [one.document_id for one in made]
    connection.execute(
        update(suggestion)
        .where(suggestion.c.document_id.in_(ids), suggestion.c.is_current == 1)
        .values(is_current=0)
    )
    connection.execute(suggestion.insert(), [_suggestion_row(one, at) for one in made])
    connection.execute(
        update(document).where(document.c.id == bindparam("its_id")),
        [
            {
                "its_id": one.document_id,
                "suggested_attribute": one.suggestion.attribute,
                "applicability": one.suggestion.applicability,
                "finding_count": len(one.findings),
            }
            for one in made
        ],
    )


def _suggestion_row(one: Classified, at: str) -> dict[str, object]:
    made = one.suggestion
    return {
        "document_id": one.document_id,
        "attribute": made.attribute,
        "applicability": made.applicability,
        "redact": int(made.redact),
        "basis": codec.packed_list(made.basis),
        "reasons": json.dumps([asdict(reason) for reason in made.reasons], ensure_ascii=False),
        "against": codec.packed_list(made.against),
        "to_check": codec.packed_list(made.to_check),
        "retention": one.retention[0] if one.retention else None,
        "retention_reason": one.retention[1] if one.retention else None,
        "rule_edition": made.rule_edition,
        "made_at": at,
    }


def current_suggestion(connection: Connection, document_id: int) -> tuple[int, Suggestion] | None:
    """The suggestion that counts, with its id."""
    return current_suggestions(connection, [document_id]).get(document_id)


def current_suggestions(
    connection: Connection, document_ids: Sequence[int]
) -> dict[int, tuple[int, Suggestion]]:
    """Document → the suggestion that counts, with its id; those without are left out."""
    found: dict[int, tuple[int, Suggestion]] = {}
    for page in pages(document_ids):
        statement = select(suggestion).where(suggestion.c.document_id.in_(page), suggestion.c.is_current == 1)
        for row in connection.execute(statement):
            found[row.document_id] = (row.id, suggestion_of(row))
    return found


def retention_of(connection: Connection, document_id: int) -> tuple[str, str] | None:
    """The suggested 保管期限 with its reason."""
    row = connection.execute(
        select(suggestion.c.retention, suggestion.c.retention_reason).where(
            suggestion.c.document_id == document_id, suggestion.c.is_current == 1
        )
    ).first()
    return (row.retention, row.retention_reason) if row and row.retention else None


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


def forget_classification(connection: Connection, document_ids: Iterable[int]) -> None:
    """Let documents be classified again: something was learnt of them that their files do not say."""
    leading = select(document.c.master_content_id).where(listed(document.c.id, document_ids))
    connection.execute(delete(classified).where(classified.c.content_id.in_(leading)))


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
