"""Writing decisions: what is known of a document before, and the rows of a proposal.

Every row passes the transition table here once more, whatever way it came.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

from sqlalchemy import Connection, select

from app.domain.disclosure import Finding, Suggestion
from app.domain.review import AttributeChange, DecisionOrigin, Determination, DeterminationState
from app.errors import AppError
from app.store import codec, determinations, queries, suggestions
from app.store.many_rows import Value, insert_rows, pages
from app.store.queries import DocumentRow
from app.store.tables.classification import finding, suggestion
from app.store.tables.review import determination
from app.store.transitions import transition_table


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a document stands: its row, findings, suggestion, what waits and what is in force."""

    row: DocumentRow
    contents: str
    findings: tuple[Finding, ...] = ()
    suggestion: Suggestion | None = None
    suggestion_id: int | None = None
    live: Determination | None = None
    in_force: Determination | None = None

    @property
    def rule_edition(self) -> str:
        """The edition of the rules that made the suggestion; empty without one."""
        return self.suggestion.rule_edition if self.suggestion else ""

    @property
    def basis_in_force(self) -> tuple[str, ...]:
        """The basis codes of the determination in force."""
        return self.in_force.decision.basis if self.in_force else ()


@dataclass(frozen=True, slots=True)
class NewDetermination:
    """A proposal about to be written; ``uuid`` is given when it comes from another catalogue."""

    standing: Standing
    change: AttributeChange
    propagated_from: int | None = None
    seconds: float | None = None
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all proposals of one act share."""

    round_id: int
    signatures_required: int
    origin: DecisionOrigin
    at: str
    job_id: int | None = None


def standings(connection: Connection, ids: Sequence[int]) -> dict[int, Standing]:
    """Where documents stand, read together."""
    rows = queries.document_rows(connection, ids)
    digests = determinations.contents_digests(connection, ids)
    found = _findings(connection, [row.master_content_id for row in rows.values() if row.master_content_id])
    suggested = suggestions.current_suggestions(connection, ids)
    live = determinations.live_of(connection, ids)
    in_force = determinations.in_force_of(connection, ids)
    return {
        each: Standing(
            row=row,
            contents=digests[each],
            findings=tuple(found.get(row.master_content_id or 0, ())),
            suggestion=suggested[each][1] if each in suggested else None,
            suggestion_id=suggested[each][0] if each in suggested else None,
            live=live.get(each),
            in_force=in_force.get(each),
        )
        for each, row in rows.items()
    }


def insert_all(connection: Connection, made: Sequence[NewDetermination], frame: Frame) -> dict[int, int]:
    """Write proposals; returns document → determination.

    Raises:
        AppError: a decision does not pass the transition table.
    """
    table = transition_table()
    for new in made:
        if faults := table.faults(new.change):
            raise AppError("".join(fault.message for fault in faults), "补齐后再送审。")
    rows = [_row(new, frame) for new in made]
    written: dict[int, int] = {}
    for page in pages(rows):
        insert_rows(connection, determination, list(page[0]), [tuple(row.values()) for row in page])
        known = select(determination.c.document_id, determination.c.id).where(
            determination.c.uuid.in_([row["uuid"] for row in page])
        )
        written |= {row.document_id: row.id for row in connection.execute(known)}
    return written


def _row(new: NewDetermination, frame: Frame) -> dict[str, Value]:
    decision = new.change.decision
    return {
        "uuid": new.uuid or str(uuid4()),
        "document_id": new.standing.row.id,
        "round_id": frame.round_id,
        "state": DeterminationState.PROPOSED,
        "previous_attribute": new.change.previous,
        "attribute": decision.attribute,
        "basis": codec.packed_list(decision.basis),
        "reason": decision.reason,
        "redactions": json.dumps(decision.redactions),
        "attachments": json.dumps(dict(decision.attachments), ensure_ascii=False),
        "contents": new.standing.contents,
        "rule_edition": new.standing.rule_edition,
        "suggestion_id": new.standing.suggestion_id,
        "propagated_from": new.propagated_from,
        "next_review_on": decision.next_review_on,
        "made_at": frame.at,
        "signatures_required": frame.signatures_required,
        "needs_secrecy_review": int(
            frame.signatures_required == 3 or transition_table().needs_secrecy_review(new.change)
        ),
        "origin": frame.origin,
        "seconds": new.seconds,
        "job_id": frame.job_id,
    }


def _findings(connection: Connection, content_ids: Sequence[int]) -> dict[int, list[Finding]]:
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    for page in pages(content_ids):
        statement = (
            select(finding)
            .where(finding.c.content_id.in_(page))
            .order_by(finding.c.place.desc(), finding.c.start)
        )
        for row in connection.execute(statement):
            found[row.content_id].append(suggestions.finding_of(row))
    return found


def rules_behind(connection: Connection, determination_ids: Sequence[int]) -> dict[int, Suggestion]:
    """Determination → the suggestion that was shown when it was proposed."""
    found: dict[int, Suggestion] = {}
    for page in pages(determination_ids):
        statement = (
            select(determination.c.id.label("determination_id"), suggestion)
            .join(suggestion, suggestion.c.id == determination.c.suggestion_id)
            .where(determination.c.id.in_(page))
        )
        for row in connection.execute(statement):
            found[row.determination_id] = suggestions.suggestion_of(row)
    return found


def decided(connection: Connection, round_id: int | None) -> list[tuple[int, Determination, bool]]:
    """(document, determination in force, whether it says what was suggested), of one round or of all."""
    statement = select(determination.c.id, determination.c.document_id, suggestion.c.attribute)
    statement = statement.outerjoin(suggestion, suggestion.c.id == determination.c.suggestion_id).where(
        determination.c.state == DeterminationState.APPROVED
    )
    if round_id is not None:
        statement = statement.where(determination.c.round_id == round_id)
    rows = connection.execute(statement.order_by(determination.c.id)).all()
    made = determinations.with_ids(connection, [row.id for row in rows])
    return [(row.document_id, made[row.id], row.attribute == made[row.id].decision.attribute) for row in rows]
