"""Approving proposals, one or thousands, inside a transaction of the caller."""

from collections.abc import Mapping, Sequence

from app.domain.audit import Change
from app.domain.disclosure import Suggestion
from app.domain.people import Person
from app.domain.review import Act, Determination, DeterminationState, ReviewState
from app.errors import AppError
from app.review.judging import StaleDecisionError, change_of, faulty
from app.review.proposing import Outcome, changes_of, put_in_force
from app.store import determinations, jobs, proposals
from app.store.audit import Record
from app.store.catalogue import Unit
from app.store.jobs import NewLine
from app.store.proposals import NewDetermination, Standing

BINDING = frozenset({Act.PROPOSE, Act.SECRECY_REVIEW})
"""Acts after which a person cannot sign the same decision again."""


def approve_all(
    unit: Unit,
    ids: Sequence[int],
    person: Person,
    *,
    note: str,
    identity_proven: bool,
    job_id: int | None = None,
) -> Outcome:
    """Approve what can be approved, refuse the rest; the caller commits."""
    standings = proposals.standings(unit.connection, ids)
    live = [standing.live.id for standing in standings.values() if standing.live]
    behind = proposals.rules_behind(unit.connection, live)
    refused: dict[int, AppError] = {}
    approved: dict[int, NewDetermination] = {}
    for each, standing in standings.items():
        error = _objection(standing, person, behind)
        if error is not None:
            refused[each] = error
        elif standing.live is not None:
            approved[standing.live.id] = NewDetermination(
                standing, change_of(standing, standing.live.decision)
            )
    _write(unit, approved, person, note, identity_proven=identity_proven)
    if job_id is not None:
        jobs.add_lines(unit.connection, job_id, [_line(made, new) for made, new in approved.items()])
    return Outcome({new.standing.row.id: made for made, new in approved.items()}, refused, standings)


def second_person(waiting: Determination, name: str) -> AppError | None:
    """Why this person cannot sign: nobody signs one decision twice."""
    if any(signature.person == name and signature.act in BINDING for signature in waiting.signatures):
        return AppError("同一人不能既提出又审定。", "请由另一位有审定权限的人员办理。")
    return None


def changed_contents(standing: Standing, waiting: Determination) -> AppError | None:
    """Why a proposal cannot be signed: its document is not the one that was judged."""
    if waiting.contents != standing.contents:
        return StaleDecisionError(
            "提出建议之后，这份公文的文件有变化。", "请退回，由初审人重新查看后再送审。"
        )
    return None


def _objection(standing: Standing, person: Person, behind: Mapping[int, Suggestion]) -> AppError | None:
    waiting = standing.live
    if waiting is None:
        return AppError("这份公文没有待审定的建议。", "请先由初审人提出建议。")
    if waiting.awaits is Act.SECRECY_REVIEW:
        return AppError("这份公文须先经保密审查。", "请由保密审查人员办理后再审定（条例第十七条）。")
    return (
        second_person(waiting, person.name)
        or changed_contents(standing, waiting)
        or _changed_rules(standing, behind.get(waiting.id))
        or faulty(change_of(standing, waiting.decision))
    )


def _changed_rules(standing: Standing, then: Suggestion | None) -> AppError | None:
    """A new edition of the rules only matters when it says something else about this document."""
    now = standing.suggestion
    if then is None or now is None or (then.attribute, then.basis) == (now.attribute, now.basis):
        return None
    return StaleDecisionError(
        f"提出建议之后，规则由“{then.rule_edition}”版更新为“{now.rule_edition}”版，对这份公文的建议已不同。",
        "请退回，由初审人重新查看后再送审。",
    )


def _write(
    unit: Unit,
    approved: Mapping[int, NewDetermination],
    person: Person,
    note: str,
    *,
    identity_proven: bool,
) -> None:
    if not approved:
        return
    determinations.sign(
        unit.connection,
        list(approved),
        person_id=person.id,
        act=Act.APPROVE,
        at=unit.at,
        note=note,
        identity_proven=identity_proven,
    )
    put_in_force(unit, approved)
    unit.record_all([_record(new, unit.action, note, identity_proven) for new in approved.values()])


def _record(new: NewDetermination, action: str, note: str, proven: bool) -> Record:
    before = new.standing.row
    changes = changes_of(
        new.change,
        before.review_state,
        ReviewState.APPROVED,
        identity_proven="yes" if proven else "no",
        rule_edition=new.standing.rule_edition,
        note=note,
    )
    in_force = Change("attribute_in_force", before.attribute, new.change.decision.attribute)
    return Record(action, before.uuid, [*changes, in_force])


def _line(determination_id: int, new: NewDetermination) -> NewLine:
    standing = new.standing
    assert standing.live is not None
    return NewLine(
        document_id=standing.row.id,
        determination_id=determination_id,
        attribute_before=standing.row.attribute,
        attribute_after=new.change.decision.attribute,
        state_before=standing.row.review_state,
        state_after=ReviewState.APPROVED,
        determination_before=standing.live.state,
        determination_after=DeterminationState.APPROVED,
        replaced_id=standing.in_force.id if standing.in_force else None,
    )
