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
from app.store import determinations, jobs, proposals, queries
from app.store.catalogue import Catalogue, Unit
from app.store.naming import known_document, known_documents

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
        signed = _review_secrecy(unit, document, person, note, identity_proven=proven)
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

        def sign(uuid: str) -> None:
            _review_secrecy(unit, uuid, person, note, identity_proven=proven)

        done = _each(uuids, sign)
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
        _return(unit, document, by, reason)
        unit.commit()


def send_back_many(catalogue: Catalogue, uuids: Sequence[str], *, by: str, reason: str) -> Approved:
    """Return many proposals to their makers with one reason; those that cannot be are listed.

    Raises:
        AppError: no reason was given.
    """
    _require_reason(reason)
    with catalogue.write(by=by, action="review.return") as unit:
        done = _each(uuids, lambda uuid: _return(unit, uuid, by, reason))
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
        waiting = _waiting(unit, known_document(unit.connection, document))
        if waiting.proposer != by:
            raise AppError("只能撤回自己提出的建议。", "请由提出人撤回，或由审定人退回。")
        _end(unit, document, person, Act.WITHDRAW, DeterminationState.WITHDRAWN, reason)
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


def _waiting(unit: Unit, document: int) -> Determination:
    found = determinations.live(unit.connection, document)
    if found is None:
        raise AppError("这份公文没有待审定的建议。", "请先由初审人提出建议。")
    return found


def _sign(
    unit: Unit, determination: int, person: Person, act: Act, note: str = "", *, identity_proven: bool = False
) -> None:
    determinations.sign(
        unit.connection,
        [determination],
        person_id=person.id,
        act=act,
        at=unit.at,
        note=note,
        identity_proven=identity_proven,
    )


def _review_secrecy(unit: Unit, document: str, person: Person, note: str, *, identity_proven: bool) -> int:
    identifier = known_document(unit.connection, document)
    waiting = _waiting(unit, identifier)
    standing = proposals.standings(unit.connection, [identifier])[identifier]
    if waiting.awaits is not Act.SECRECY_REVIEW:
        raise AppError("这份公文不待保密审查。", "请直接审定。")
    for error in (second_person(waiting, person.name), changed_contents(standing, waiting)):
        if error is not None:
            raise error
    _sign(unit, waiting.id, person, Act.SECRECY_REVIEW, note, identity_proven=identity_proven)
    determinations.set_state(unit.connection, waiting.id, DeterminationState.SECRECY_REVIEWED)
    unit.record(document, [Change("note", None, note)] if note else [])
    return waiting.id


def _return(unit: Unit, document: str, by: str, reason: str) -> None:
    waiting = _waiting(unit, known_document(unit.connection, document))
    roles = (
        (PersonRole.APPROVER, PersonRole.SECRECY_REVIEWER)
        if waiting.awaits is Act.SECRECY_REVIEW
        else (PersonRole.APPROVER,)
    )
    person = people.require_any(unit, by, *roles)
    _end(unit, document, person, Act.RETURN, DeterminationState.RETURNED, reason)


def _require_reason(reason: str) -> None:
    if not reason.strip():
        raise AppError("退回必须写明理由。", "请写明需要补正的内容。")


def _each(uuids: Sequence[str], act: Callable[[str], object]) -> Approved:
    """Do something to each document; what is refused is listed and stops nobody else.

    The act must refuse before it writes.
    """
    done: list[str] = []
    refused: list[Refusal] = []
    for uuid in dict.fromkeys(uuids):
        try:
            act(uuid)
        except AppError as error:
            refused.append(Refusal(uuid, error))
        else:
            done.append(uuid)
    return Approved(tuple(done), tuple(refused))


def _end(unit: Unit, document: str, person: Person, act: Act, state: DeterminationState, reason: str) -> None:
    identifier = known_document(unit.connection, document)
    waiting = _waiting(unit, identifier)
    _sign(unit, waiting.id, person, act, reason)
    determinations.set_state(unit.connection, waiting.id, state)
    before = queries.document_row(unit.connection, identifier).review_state
    after = ReviewState.RETURNED if act is Act.RETURN else _resting_state(unit, identifier)
    determinations.set_document_state(unit.connection, identifier, after)
    unit.record(document, [Change("review_state", before, after), Change("reason", None, reason)])


def _resting_state(unit: Unit, document: int) -> ReviewState:
    """Where a document is without the proposal: approved if something is in force, else open."""
    has_one = determinations.in_force(unit.connection, document) is not None
    return ReviewState.APPROVED if has_one else ReviewState.OPEN
