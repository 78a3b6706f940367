"""Proposing, approving, returning and withdrawing a determination (条例 711, art. 17)."""

from collections.abc import Mapping

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute, Finding
from app.domain.document import Applicability
from app.domain.people import Person, PersonRole
from app.domain.review import (
    SIGNING_ACTS,
    Act,
    AttributeChange,
    Decision,
    Determination,
    DeterminationState,
    ReviewState,
    decision_faults,
)
from app.errors import AppError
from app.review import people
from app.store import determinations, documents, queries, suggestions
from app.store.catalogue import Catalogue, Unit

STANDING_ROUND = "日常审查"
"""The round of decisions that belong to no periodic review."""


def propose(
    catalogue: Catalogue, document: str, decision: Decision, *, by: str, round_name: str = STANDING_ROUND
) -> Determination:
    """Propose an attribute for the document with this UUID.

    Raises:
        AppError: the decision lacks something, another proposal waits, or it is not ours to decide.
    """
    with catalogue.write(by=by, action="review.propose") as unit:
        person = people.require(unit, by, PersonRole.REVIEWER)
        made = propose_in(unit, document_id(unit, document), decision, person, round_name=round_name)
        unit.commit()
    return made


def propose_in(
    unit: Unit,
    document: int,
    decision: Decision,
    person: Person,
    *,
    round_name: str = STANDING_ROUND,
    propagated_from: int | None = None,
) -> Determination:
    """Propose inside a transaction of the caller, who commits."""
    row = queries.document_row(unit.connection, document)
    _require_ours(row.applicability)
    if determinations.live(unit.connection, document) is not None:
        raise AppError("这份公文已有待审定的建议。", "请先审定、退回或撤回原建议。")
    _require_faultless(unit, row, decision)
    current = suggestions.current_suggestion(unit.connection, document)
    round_id = determinations.ensure_round(unit.connection, round_name, query="", by=unit.by, at=unit.at)
    identifier = determinations.insert_determination(
        unit.connection,
        document_id=document,
        round_id=round_id,
        decision=decision,
        previous=row.attribute,
        rule_edition=current[1].rule_edition if current else "",
        suggestion_id=current[0] if current else None,
        propagated_from=propagated_from,
        at=unit.at,
    )
    _sign(unit, identifier, person, Act.PROPOSE)
    determinations.set_document_state(unit.connection, document, ReviewState.PROPOSED)
    unit.record(row.uuid, _changes(row.attribute, decision))
    made = determinations.live(unit.connection, document)
    assert made is not None
    return made


def approve(
    catalogue: Catalogue, document: str, *, by: str, pin: str | None, note: str = ""
) -> Determination:
    """Approve the proposal that waits for a document; it is in force from now on.

    Without a PIN the approval counts, but is marked as given without proof of identity.

    Raises:
        AppError: nothing waits, the same person proposed it, the PIN is wrong, or the document's
            files changed since it was proposed.
    """
    person = people.person_named(catalogue, by)
    if person.has_pin or pin is not None:
        people.prove(catalogue, person, pin or "")
    with catalogue.write(by=by, action="review.approve") as unit:
        people.require(unit, by, PersonRole.APPROVER)
        identifier = document_id(unit, document)
        waiting = _waiting(unit, identifier)
        _require_second_person(waiting, by)
        if waiting.contents != determinations.contents_digest(unit.connection, identifier):
            raise AppError("提出建议之后，这份公文的文件有变化。", "请退回，由初审人重新查看后再送审。")
        _sign(unit, waiting.id, person, Act.APPROVE, note, identity_proven=person.has_pin)
        determinations.supersede_approved(unit.connection, identifier, except_for=waiting.id)
        determinations.set_state(unit.connection, waiting.id, DeterminationState.APPROVED)
        determinations.set_document_state(
            unit.connection, identifier, ReviewState.APPROVED, waiting.decision.attribute
        )
        unit.record(document, _changes(waiting.previous_attribute, waiting.decision, person.has_pin))
        approved = determinations.in_force(unit.connection, identifier)
        unit.commit()
    assert approved is not None
    return approved


def send_back(catalogue: Catalogue, document: str, *, by: str, reason: str) -> None:
    """Return a proposal to its maker with a reason.

    Raises:
        AppError: nothing waits, or no reason was given.
    """
    if not reason.strip():
        raise AppError("退回必须写明理由。", "请写明需要补正的内容。")
    with catalogue.write(by=by, action="review.return") as unit:
        person = people.require(unit, by, PersonRole.APPROVER)
        _end(unit, document, person, Act.RETURN, DeterminationState.RETURNED, reason)
        unit.commit()


def withdraw(catalogue: Catalogue, document: str, *, by: str, reason: str = "") -> None:
    """Take one's own proposal back before it is approved.

    Raises:
        AppError: nothing waits, or somebody else proposed it.
    """
    with catalogue.write(by=by, action="review.withdraw") as unit:
        person = people.require(unit, by, PersonRole.REVIEWER)
        waiting = _waiting(unit, document_id(unit, document))
        if not any(s.act is Act.PROPOSE and s.person == by for s in waiting.signatures):
            raise AppError("只能撤回自己提出的建议。", "请由提出人撤回，或由审定人退回。")
        _end(unit, document, person, Act.WITHDRAW, DeterminationState.WITHDRAWN, reason)
        unit.commit()


def document_id(unit: Unit, uuid: str) -> int:
    """The id of a document.

    Raises:
        AppError: there is none with this UUID.
    """
    found = documents.document_with_uuid(unit.connection, uuid)
    if found is None:
        raise AppError("目录里没有这份公文。", "请核对公文编号(export 或 search 的 document 一栏)。")
    return found


def open_findings(findings: tuple[Finding, ...], decision: Decision) -> int:
    """How many sensitive places a publication would still show (masked ones do not count)."""
    return sum(
        not finding.kind.startswith("masked_")
        and not any(start <= finding.start and finding.end <= end for start, end in decision.redactions)
        for finding in findings
        if finding.kind in PRIVATE_KINDS
    )


PRIVATE_KINDS = frozenset(
    {
        "resident_id",
        "mobile_phone",
        "bank_card",
        "passport",
        "roster",
        "minor",
        "medical",
        "whistle_blower",
        "credential",
        "case_file",
    }
)
"""Findings that must be redacted before publication (条例 711, art. 15; 个人信息保护法 art. 28)."""


def _require_ours(applicability: Applicability) -> None:
    if applicability is Applicability.OTHER_MAKER:
        raise AppError("这份公文由其他机关制作，本机关不认定其公开属性。", "请转告制作机关（条例第十条）。")
    if applicability is not Applicability.OURS:
        raise AppError("这份文件不属于政府信息公开条例的适用范围。", "如有误，请先更正其适用范围。")


def _require_faultless(unit: Unit, row: queries.DocumentRow, decision: Decision) -> None:
    in_force = determinations.in_force(unit.connection, row.id)
    found = (
        suggestions.findings_of(unit.connection, row.master_content_id)
        if row.master_content_id is not None
        else ()
    )
    faults = decision_faults(
        AttributeChange(
            previous=row.attribute,
            previous_basis=in_force.decision.basis if in_force else (),
            decision=decision,
            open_findings=open_findings(found, decision),
        )
    )
    if faults:
        raise AppError("".join(fault.message for fault in faults), "补齐后再送审。")


def _require_second_person(waiting: Determination, name: str) -> None:
    if any(s.person == name and s.act in SIGNING_ACTS for s in waiting.signatures):
        raise AppError("同一人不能既提出又审定。", "请由另一位有审定权限的人员办理。")


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
        determination,
        person_id=person.id,
        act=act,
        at=unit.at,
        note=note,
        identity_proven=identity_proven,
    )


def _end(unit: Unit, document: str, person: Person, act: Act, state: DeterminationState, reason: str) -> None:
    identifier = document_id(unit, document)
    waiting = _waiting(unit, identifier)
    _sign(unit, waiting.id, person, act, reason)
    determinations.set_state(unit.connection, waiting.id, state)
    after = ReviewState.RETURNED if act is Act.RETURN else ReviewState.OPEN
    determinations.set_document_state(unit.connection, identifier, after)
    unit.record(
        document, [Change("review_state", ReviewState.PROPOSED, after), Change("reason", None, reason)]
    )


def _changes(previous: DisclosureAttribute, decision: Decision, proven: bool | None = None) -> list[Change]:
    values: Mapping[str, str | None] = {
        "attribute": decision.attribute,
        "basis": " ".join(decision.basis),
        "reason": decision.reason,
        "identity_proven": None if proven is None else ("yes" if proven else "no"),
    }
    return [
        Change(name, previous if name == "attribute" else None, value)
        for name, value in values.items()
        if value is not None
    ]
