"""Writing proposals, one or thousands, inside a transaction of the caller."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.domain.audit import Change
from app.domain.people import Person, PersonRole
from app.domain.review import Act, AttributeChange, Decision, DecisionOrigin, DeterminationState, ReviewState
from app.errors import AppError
from app.review.judging import Shown, change_of, objection
from app.store import determinations, jobs, proposals, reviews
from app.store.audit import Record
from app.store.catalogue import Unit
from app.store.jobs import NewLine
from app.store.proposals import Frame, NewDetermination, Standing
from app.store.reviews import Round
from app.store.transitions import transition_table


@dataclass(frozen=True, slots=True)
class Wish:
    """A decision somebody wants for a document. ``uuid``: of a determination made in another catalogue."""

    document: int
    decision: Decision
    shown: Shown | None = None
    propagated_from: int | None = None
    seconds: float | None = None
    uuid: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Document → determination for what was proposed, document → error for what was refused."""

    made: Mapping[int, int]
    refused: Mapping[int, AppError]
    standings: Mapping[int, Standing] = field(default_factory=dict)


def propose_all(
    unit: Unit,
    wishes: Sequence[Wish],
    person: Person,
    *,
    round_name: str,
    origin: DecisionOrigin,
    job_id: int | None = None,
    identity_proven: bool = False,
    standings: Mapping[int, Standing] | None = None,
) -> Outcome:
    """Propose what passes, refuse the rest; the caller commits.

    In a round that one person decides alone an approver's proposal is in force at once, unless a secrecy
    review is due. ``standings``: of these documents, if they were read in this transaction already.
    """
    in_round = reviews.ensure_round(unit.connection, round_name, by=unit.by, at=unit.at)
    if standings is None:
        standings = proposals.standings(unit.connection, [wish.document for wish in wishes])
    refused = _refused(unit, wishes, standings, person, in_round)
    fresh = [_new(wish, standings[wish.document]) for wish in wishes if wish.document not in refused]
    frame = Frame(in_round.id, in_round.signatures, origin, unit.at, job_id)
    written = _write(unit, fresh, frame, person, identity_proven=identity_proven)
    return Outcome(written, refused, standings)


def changes_of(
    change: AttributeChange, before: ReviewState, after: ReviewState, **more: str | None
) -> list[Change]:
    """What an audit entry says about a decision; ``attribute_in_force`` only when it takes effect."""
    decision = change.decision
    values = {"basis": " ".join(decision.basis), "reason": decision.reason, **more}
    return [
        Change("attribute", change.previous, decision.attribute),
        Change("review_state", before, after),
        *(Change(name, None, value) for name, value in values.items() if value),
    ]


def _refused(
    unit: Unit,
    wishes: Sequence[Wish],
    standings: Mapping[int, Standing],
    person: Person,
    in_round: Round,
) -> dict[int, AppError]:
    held = reviews.held_by_another(
        unit.connection, in_round.id, person.id, [wish.document for wish in wishes]
    )
    found: dict[int, AppError] = {}
    for wish in wishes:
        if wish.document in held:
            name = held[wish.document]
            found[wish.document] = AppError(f"这份公文已由“{name}”领出。", "请等他交回，或换一批。")
        elif error := objection(standings[wish.document], wish.decision, wish.shown):
            found[wish.document] = error
    return found


def _new(wish: Wish, standing: Standing) -> NewDetermination:
    due = transition_table().next_review_on(wish.decision, date.today())
    decision = replace(wish.decision, next_review_on=due)
    change = change_of(standing, decision)
    return NewDetermination(standing, change, wish.propagated_from, wish.seconds, wish.uuid)


def _write(
    unit: Unit, fresh: Sequence[NewDetermination], frame: Frame, person: Person, *, identity_proven: bool
) -> dict[int, int]:
    if not fresh:
        return {}
    connection = unit.connection
    ids = [new.standing.row.id for new in fresh]
    determinations.begin_anew(connection, ids, frame.round_id)
    written = proposals.insert_all(connection, fresh, frame)
    alone = [new for new in fresh if _is_decided_alone(new, frame, person)]
    alone_ids = {new.standing.row.id for new in alone}
    for act, documents in (
        (Act.PROPOSE, [each for each in ids if each not in alone_ids]),
        (Act.APPROVE, list(alone_ids)),
    ):
        determinations.sign(
            connection,
            [written[each] for each in documents],
            person_id=person.id,
            act=act,
            at=unit.at,
            identity_proven=identity_proven,
        )
    waiting = [each for each in ids if each not in alone_ids]
    determinations.set_document_states(connection, waiting, ReviewState.PROPOSED)
    put_in_force(unit, {written[new.standing.row.id]: new for new in alone})
    unit.record_all([_record(new, unit.action, is_alone=new.standing.row.id in alone_ids) for new in fresh])
    if frame.job_id is not None:
        jobs.add_lines(connection, frame.job_id, [_line(new, written, alone_ids) for new in fresh])
    return written


def put_in_force(unit: Unit, approved: Mapping[int, NewDetermination]) -> None:
    """Let determinations count from now on; those before them are superseded."""
    replaced = [new.standing.in_force.id for new in approved.values() if new.standing.in_force]
    determinations.set_states(unit.connection, replaced, DeterminationState.SUPERSEDED)
    determinations.set_states(unit.connection, list(approved), DeterminationState.APPROVED)
    for attribute in {new.change.decision.attribute for new in approved.values()}:
        determinations.set_document_states(
            unit.connection,
            [new.standing.row.id for new in approved.values() if new.change.decision.attribute is attribute],
            ReviewState.APPROVED,
            attribute,
        )


def _is_decided_alone(new: NewDetermination, frame: Frame, person: Person) -> bool:
    return (
        frame.signatures_required == 1
        and person.may(PersonRole.APPROVER)
        and not transition_table().needs_secrecy_review(new.change)
    )


def _record(new: NewDetermination, action: str, *, is_alone: bool) -> Record:
    after = ReviewState.APPROVED if is_alone else ReviewState.PROPOSED
    changes = changes_of(
        new.change,
        new.standing.row.review_state,
        after,
        rule_edition=new.standing.rule_edition,
        table_edition=transition_table().edition,
        next_review_on=new.change.decision.next_review_on,
        redactions=" ".join(f"{start}-{end}" for start, end in new.change.decision.redactions),
        **new.change.decision.attachments,
    )
    if is_alone:
        changes.append(
            Change("attribute_in_force", new.standing.row.attribute, new.change.decision.attribute)
        )
    return Record(action, new.standing.row.uuid, changes)


def _line(new: NewDetermination, written: Mapping[int, int], alone_ids: set[int]) -> NewLine:
    row = new.standing.row
    is_alone = row.id in alone_ids
    return NewLine(
        document_id=row.id,
        determination_id=written[row.id],
        attribute_before=row.attribute,
        attribute_after=new.change.decision.attribute if is_alone else row.attribute,
        state_before=row.review_state,
        state_after=ReviewState.APPROVED if is_alone else ReviewState.PROPOSED,
        determination_before=None,
        determination_after=DeterminationState.APPROVED if is_alone else DeterminationState.PROPOSED,
        replaced_id=new.standing.in_force.id if is_alone and new.standing.in_force else None,
    )
