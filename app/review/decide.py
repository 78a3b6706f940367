"""Proposing, approving, returning and withdrawing a determination (条例 711, art. 17)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.domain.audit import Change
from app.domain.jobs import JobKind
from app.domain.people import Person, PersonRole
from app.domain.review import (
    Act,
    Decision,
    DecisionOrigin,
    Determination,
    DeterminationState,
    ReviewState,
)
from app.errors import AppError
from app.review import people
from app.review.approving import approve_all, changed_contents, second_person
from app.review.judging import Shown
from app.review.proposing import Wish, propose_all
from app.store import determinations, jobs, proposals
from app.store.audit import Record
from app.store.catalogue import Catalogue, Unit
from app.store.documents import documents_with_uuids
from app.store.naming import known_document, known_documents, unknown_document
from app.store.proposals import Standing

STANDING_ROUND = "日常审查"
"""The round of decisions that belong to no periodic review."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document with which nothing was done, and why."""

    document: str
    error: AppError


@dataclass(frozen=True, slots=True)
class Approved:
    """Which documents are signed now and which were refused; ``job`` takes all of it back."""

    approved: tuple[str, ...]
    refused: tuple[Refusal, ...]
    job: str | None = None


def propose(
    catalogue: Catalogue,
    document: str,
    decision: Decision,
    *,
    by: str,
    round_name: str = STANDING_ROUND,
    shown: Shown | None = None,
    seconds: float | None = None,
    pin: str | None = None,
) -> Determination:
    """Propose an attribute for the document with this UUID.

    Args:
        catalogue: where the document is.
        document: its UUID.
        decision: what is proposed.
        by: the reviewer.
        round_name: the round the decision belongs to.
        shown: what the reviewer saw; a change since then is refused.
        seconds: how long the reviewer looked at it.
        pin: of a person who decides alone.

    Raises:
        AppError: the decision lacks something, another proposal waits, or it is not ours to decide.
    """
    proven = _proven(catalogue, by, pin) if pin is not None else False
    with catalogue.write(by=by, action="review.propose") as unit:
        person = people.require(unit, by, PersonRole.REVIEWER)
        wish = Wish(known_document(unit.connection, document), decision, shown, seconds=seconds)
        made = _propose(unit, wish, person, round_name, identity_proven=proven)
        unit.commit()
    return made


def approve(
    catalogue: Catalogue,
    document: str,
    *,
    by: str,
    pin: str | None,
    note: str = "",
) -> Determination:
    """Approve the proposal that waits for a document; it is in force from now on.

    Without a PIN the approval counts, but is marked as given without proof of identity.

    Raises:
        AppError: nothing waits, the same person proposed it, the PIN is wrong, or the document's
            files or what the rules say of it changed since it was proposed.
    """
    proven = _proven(catalogue, by, pin)
    with catalogue.write(by=by, action="review.approve") as unit:
        person = people.require(unit, by, PersonRole.APPROVER)
        identifier = known_document(unit.connection, document)
        outcome = approve_all(unit, [identifier], person, note=note, identity_proven=proven)
        for error in outcome.refused.values():
            raise error
        approved = determinations.in_force(unit.connection, identifier)
        unit.commit()
    assert approved is not None
    return approved


def approve_many(
    catalogue: Catalogue, uuids: Sequence[str], by: str, pin: str | None, *, note: str = ""
) -> Approved:
    """Approve many proposals at once, with one proof of identity; those that cannot be are listed.

    Raises:
        AppError: the PIN is wrong, the person may not approve, or a document does not exist.
    """
    proven = _proven(catalogue, by, pin)
    with catalogue.write(by=by, action="review.approve") as unit:
        person = people.require(unit, by, PersonRole.APPROVER)
        ids = known_documents(unit.connection, uuids)
        job = jobs.add(unit.connection, JobKind.APPROVE, f"批量审定 {len(ids)} 件", by=by, at=unit.at)
        outcome = approve_all(
            unit, list(dict.fromkeys(ids.values())), person, note=note, identity_proven=proven, job_id=job.id
        )
        if outcome.made:
            unit.record(job.uuid, [Change("documents", None, str(len(outcome.made)))])
            unit.commit()
    refused = (Refusal(uuid, outcome.refused[ids[uuid]]) for uuid in ids if ids[uuid] in outcome.refused)
    approved = tuple(uuid for uuid in ids if ids[uuid] in outcome.made)
    return Approved(approved, tuple(refused), job.uuid if outcome.made else None)


def review_secrecy(
    catalogue: Catalogue, document: str, *, by: str, pin: str | None = None, note: str = ""
) -> Determination:
    """Sign a proposal as secrecy reviewer (保密审查, art. 17), or as the second of three persons.

    Raises:
        AppError: nothing waits for it, the same person proposed it, or the files changed.
    """
    proven = _proven(catalogue, by, pin) if pin is not None else False
    with catalogue.write(by=by, action="review.secrecy") as unit:
        person = people.require(unit, by, PersonRole.SECRECY_REVIEWER)
        standings, done = _sort_out(unit, [document], lambda each: _no_secrecy_review(each, person))
        _raise_refused(done)
        (signed,) = _review_secrecy(unit, standings, person, note, identity_proven=proven)
        unit.commit()
        return determinations.with_ids(unit.connection, [signed])[signed]


def review_secrecy_many(
    catalogue: Catalogue, uuids: Sequence[str], by: str, pin: str | None, *, note: str = ""
) -> Approved:
    """Sign many proposals as secrecy reviewer with one proof of identity; the others are listed.

    Raises:
        AppError: the PIN is wrong or the person does not review secrecy.
    """
    proven = _proven(catalogue, by, pin)
    with catalogue.write(by=by, action="review.secrecy") as unit:
        person = people.require(unit, by, PersonRole.SECRECY_REVIEWER)
        standings, done = _sort_out(unit, uuids, lambda each: _no_secrecy_review(each, person))
        _review_secrecy(unit, standings, person, note, identity_proven=proven)
        if done.approved:
            unit.commit()
    return done


def send_back(catalogue: Catalogue, document: str, *, by: str, reason: str) -> None:
    """Return a proposal to its maker with a reason.

    Raises:
        AppError: nothing waits, no reason was given, or the person neither approves nor reviews secrecy.
    """
    _require_reason(reason)
    with catalogue.write(by=by, action="review.return") as unit:
        _raise_refused(_return(unit, [document], reason))
        unit.commit()


def send_back_many(catalogue: Catalogue, uuids: Sequence[str], *, by: str, reason: str) -> Approved:
    """Return many proposals to their makers with one reason; those that cannot be are listed.

    Raises:
        AppError: no reason was given.
    """
    _require_reason(reason)
    with catalogue.write(by=by, action="review.return") as unit:
        done = _return(unit, uuids, reason)
        if done.approved:
            unit.commit()
    return done


def withdraw(catalogue: Catalogue, document: str, *, by: str, reason: str = "") -> None:
    """Take one's own proposal back before it is approved.

    Raises:
        AppError: nothing waits, or somebody else proposed it.
    """
    with catalogue.write(by=by, action="review.withdraw") as unit:
        person = people.require(unit, by, PersonRole.REVIEWER)
        standings, done = _sort_out(unit, [document], lambda each: _not_own(each, by))
        _raise_refused(done)
        _end(unit, standings, person, Act.WITHDRAW, reason)
        unit.commit()


def _propose(
    unit: Unit, wish: Wish, person: Person, round_name: str, *, identity_proven: bool = False
) -> Determination:
    outcome = propose_all(
        unit,
        [wish],
        person,
        round_name=round_name,
        origin=DecisionOrigin.HAND,
        identity_proven=identity_proven,
    )
    for error in outcome.refused.values():
        raise error
    made = outcome.made[wish.document]
    return determinations.with_ids(unit.connection, [made])[made]


def _proven(catalogue: Catalogue, by: str, pin: str | None) -> bool:
    """Whether the person proved himself; who has a PIN must.

    Raises:
        AppError: the PIN is wrong, or missing, which is not counted as a wrong one.
    """
    person = people.person_named(catalogue, by)
    if person.has_pin and pin is None:
        raise AppError(f"“{by}”设有口令，签字时要输入。", "命令行请加 --pin。")
    if pin is not None:
        people.prove(catalogue, person, pin)
    return person.has_pin


def _sort_out(
    unit: Unit, uuids: Sequence[str], objection: Callable[[Standing], AppError | None]
) -> tuple[list[Standing], Approved]:
    """Where the documents stand to which nobody objects, and what will be told of all of them."""
    named = list(dict.fromkeys(uuids))
    ids = documents_with_uuids(unit.connection, named)
    standings = proposals.standings(unit.connection, list(dict.fromkeys(ids.values())))
    errors = {each: error for each, standing in standings.items() if (error := objection(standing))}
    refused = {uuid: errors.get(ids[uuid]) if uuid in ids else unknown_document() for uuid in named}
    done = Approved(
        tuple(uuid for uuid, error in refused.items() if error is None),
        tuple(Refusal(uuid, error) for uuid, error in refused.items() if error is not None),
    )
    return [standing for each, standing in standings.items() if each not in errors], done


def _raise_refused(done: Approved) -> None:
    for refusal in done.refused:
        raise refusal.error


def _nothing_waits(standing: Standing) -> AppError | None:
    if standing.live is None:
        return AppError("这份公文没有待审定的建议。", "请先由初审人提出建议。")
    return None


def _no_secrecy_review(standing: Standing, person: Person) -> AppError | None:
    """Why this person cannot sign as secrecy reviewer."""
    waiting = standing.live
    if waiting is None:
        return _nothing_waits(standing)
    if waiting.awaits is not Act.SECRECY_REVIEW:
        return AppError("这份公文不待保密审查。", "请直接审定。")
    return second_person(waiting, person.name) or changed_contents(standing, waiting)


def _not_own(standing: Standing, by: str) -> AppError | None:
    """Why this person cannot withdraw."""
    if standing.live is not None and standing.live.proposer != by:
        return AppError("只能撤回自己提出的建议。", "请由提出人撤回，或由审定人退回。")
    return _nothing_waits(standing)


def _review_secrecy(
    unit: Unit, standings: Sequence[Standing], person: Person, note: str, *, identity_proven: bool
) -> list[int]:
    signed = _sign(unit, standings, person, Act.SECRECY_REVIEW, note, identity_proven=identity_proven)
    determinations.set_states(unit.connection, signed, DeterminationState.SECRECY_REVIEWED)
    told = [Change("note", None, note)] if note else []
    unit.record_all([Record(unit.action, standing.row.uuid, told) for standing in standings])
    return signed


def _return(unit: Unit, uuids: Sequence[str], reason: str) -> Approved:
    """Return what this person may return: what awaits a secrecy review also those who do that."""
    persons: dict[bool, Person | AppError] = {}

    def objection(standing: Standing) -> AppError | None:
        if standing.live is None:
            return _nothing_waits(standing)
        is_secret = standing.live.awaits is Act.SECRECY_REVIEW
        if is_secret not in persons:
            persons[is_secret] = _who_returns(unit, is_secret=is_secret)
        found = persons[is_secret]
        return found if isinstance(found, AppError) else None

    standings, done = _sort_out(unit, uuids, objection)
    person = next((one for one in persons.values() if isinstance(one, Person)), None)
    if person is not None:
        _end(unit, standings, person, Act.RETURN, reason)
    return done


def _who_returns(unit: Unit, *, is_secret: bool) -> Person | AppError:
    roles = (PersonRole.APPROVER, PersonRole.SECRECY_REVIEWER) if is_secret else (PersonRole.APPROVER,)
    try:
        return people.require_any(unit, unit.by, *roles)
    except AppError as error:
        return error


def _sign(
    unit: Unit,
    standings: Sequence[Standing],
    person: Person,
    act: Act,
    note: str = "",
    *,
    identity_proven: bool = False,
) -> list[int]:
    """Sign what waits; the determinations that are signed now."""
    waiting = [standing.live.id for standing in standings if standing.live]
    determinations.sign(
        unit.connection,
        waiting,
        person_id=person.id,
        act=act,
        at=unit.at,
        note=note,
        identity_proven=identity_proven,
    )
    return waiting


_ENDS = {Act.RETURN: DeterminationState.RETURNED, Act.WITHDRAW: DeterminationState.WITHDRAWN}


def _end(unit: Unit, standings: Sequence[Standing], person: Person, act: Act, reason: str) -> None:
    """Proposals wait no longer; what was in force before them is so still."""
    ended = _sign(unit, standings, person, act, reason)
    determinations.set_states(unit.connection, ended, _ENDS[act])
    after = {standing.row.id: _resting_state(standing, act) for standing in standings}
    for state in dict.fromkeys(after.values()):
        determinations.set_document_states(
            unit.connection, [each for each, its in after.items() if its is state], state
        )
    unit.record_all(
        [_ending(unit.action, standing, after[standing.row.id], reason) for standing in standings]
    )


def _ending(action: str, standing: Standing, after: ReviewState, reason: str) -> Record:
    changes = [Change("review_state", standing.row.review_state, after), Change("reason", None, reason)]
    return Record(action, standing.row.uuid, changes)


def _resting_state(standing: Standing, act: Act) -> ReviewState:
    """Where a document is without the proposal: approved if something is in force, else open."""
    if act is Act.RETURN:
        return ReviewState.RETURNED
    return ReviewState.APPROVED if standing.in_force else ReviewState.OPEN


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise AppError("退回必须写明理由。", "请写明需要补正的内容。")
