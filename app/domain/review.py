"""Determinations: what a person proposes, another approves (条例 711, art. 17 and 18)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.disclosure import DisclosureAttribute


class DeterminationState(StrEnum):
    """How far a determination has come. Only ``APPROVED`` sets the document's attribute."""

    PROPOSED = "proposed"
    SECRECY_REVIEWED = "secrecy_reviewed"
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class ReviewState(StrEnum):
    """What a document waits for in review."""

    OPEN = "open"
    FLAGGED = "flagged"
    PROPOSED = "proposed"
    RETURNED = "returned"
    APPROVED = "approved"


class Act(StrEnum):
    """What a person signs."""

    PROPOSE = "propose"
    SECRECY_REVIEW = "secrecy_review"
    APPROVE = "approve"
    RETURN = "return"
    WITHDRAW = "withdraw"


SIGNING_ACTS = frozenset({Act.PROPOSE, Act.SECRECY_REVIEW, Act.APPROVE})
"""Acts of which one person may do only one on the same document in the same round."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person wants a document's attribute to be.

    ``attachments`` holds statements that some changes need, by key: ``third_party`` (art. 32),
    ``public_interest`` (art. 15), ``changed_circumstances`` (art. 18), ``takedown``.
    """

    attribute: DisclosureAttribute
    basis: tuple[str, ...] = ()
    reason: str = ""
    redactions: tuple[tuple[int, int], ...] = ()
    attachments: Mapping[str, str] = field(default_factory=dict)
    next_review_on: str | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did what to a determination; ``identity_proven`` by his own PIN."""

    person: str
    act: Act
    at: str
    note: str
    identity_proven: bool


@dataclass(frozen=True, slots=True)
class Determination:
    """A decision on its way or in force, with everyone who signed it."""

    id: int
    uuid: str
    document_uuid: str
    state: DeterminationState
    previous_attribute: DisclosureAttribute
    decision: Decision
    rule_edition: str
    contents: str
    made_at: str
    signatures: tuple[Signature, ...]

    @property
    def is_proven(self) -> bool:
        """Whether the approver proved his identity."""
        return any(
            signature.act is Act.APPROVE and signature.identity_proven for signature in self.signatures
        )


@dataclass(frozen=True, slots=True)
class AttributeChange:
    """A decision seen against what was in force and what was found in the document.

    ``previous_basis``: basis codes of the determination in force; ``open_findings``: sensitive places
    in the text that are not among the decision's redactions.
    """

    previous: DisclosureAttribute
    previous_basis: tuple[str, ...]
    decision: Decision
    open_findings: int


@dataclass(frozen=True, slots=True)
class DecisionFault:
    """Why a decision cannot be proposed, in a sentence for the person who made it."""

    rule: str
    message: str


CLASSIFIED_BASIS = "N-14-1"
BASIS_LETTERS = {
    DisclosureAttribute.PROACTIVE: "A",
    DisclosureAttribute.ON_REQUEST: "R",
    DisclosureAttribute.WITHHELD: "N",
}
"""The first letter of the basis codes (条例 711) that can carry an attribute."""


def decision_faults(change: AttributeChange) -> tuple[DecisionFault, ...]:
    """Everything that is missing from or wrong with a decision; empty when it can be proposed."""
    found = (check(change) for check in _CHECKS)
    return tuple(fault for fault in found if fault is not None)


def _is_decided(change: AttributeChange) -> DecisionFault | None:
    if change.decision.attribute is DisclosureAttribute.UNDETERMINED:
        return DecisionFault("attribute", "请选择主动公开、依申请公开或不予公开；拿不准的请用“存疑”。")
    return None


def _basis_fits(change: AttributeChange) -> DecisionFault | None:
    letter = BASIS_LETTERS.get(change.decision.attribute)
    if letter and any(not code.startswith(letter) for code in change.decision.basis):
        return DecisionFault("basis", "所选依据条款与公开属性不一致，请重新选择条款。")
    return None


def _basis_is_given(change: AttributeChange) -> DecisionFault | None:
    if change.decision.attribute is DisclosureAttribute.WITHHELD and not change.decision.basis:
        return DecisionFault("basis", "不予公开必须写明依据条款（条例第十四至十六条）。")
    return None


def _reason_is_given(change: AttributeChange) -> DecisionFault | None:
    needs_reason = change.decision.attribute in {DisclosureAttribute.WITHHELD, DisclosureAttribute.ON_REQUEST}
    if needs_reason and not change.decision.reason.strip():
        return DecisionFault("reason", "依申请公开和不予公开必须写明理由。")
    return None


def _is_no_state_secret(change: AttributeChange) -> DecisionFault | None:
    if CLASSIFIED_BASIS in (*change.decision.basis, *change.previous_basis):
        return DecisionFault("state_secret", "国家秘密不得在本机处理，请移出本机并报告保密工作机构。")
    return None


def _is_clean_for_publication(change: AttributeChange) -> DecisionFault | None:
    if change.decision.attribute is DisclosureAttribute.PROACTIVE and change.open_findings:
        return DecisionFault(
            "findings", f"还有 {change.open_findings} 处敏感内容未列入遮盖清单，不能定为主动公开。"
        )
    return None


def _third_party_was_asked(change: AttributeChange) -> DecisionFault | None:
    protects_others = any(code.startswith("N-15") for code in change.previous_basis)
    opens = change.decision.attribute is DisclosureAttribute.PROACTIVE
    if protects_others and opens and not _any(change, "third_party", "public_interest"):
        return DecisionFault(
            "third_party", "原以第十五条不予公开，须附第三方意见或公共利益说明（条例第十五条、第三十二条）。"
        )
    return None


def _circumstances_changed(change: AttributeChange) -> DecisionFault | None:
    was_internal = any(code.startswith("N-16") for code in change.previous_basis)
    opens = change.decision.attribute is not DisclosureAttribute.WITHHELD
    if was_internal and opens and not _any(change, "changed_circumstances"):
        return DecisionFault(
            "changed_circumstances", "原以第十六条不予公开，须写明情势变化（条例第十八条）。"
        )
    return None


def _takedown_is_explained(change: AttributeChange) -> DecisionFault | None:
    closes = change.previous is DisclosureAttribute.PROACTIVE is not change.decision.attribute
    if closes and not change.decision.reason.strip():
        return DecisionFault("takedown", "已主动公开的改为不公开，必须写明理由和下线安排。")
    return None


def _any(change: AttributeChange, *keys: str) -> bool:
    return any(change.decision.attachments.get(key, "").strip() for key in keys)


_CHECKS = (
    _is_decided,
    _basis_fits,
    _basis_is_given,
    _reason_is_given,
    _is_no_state_secret,
    _is_clean_for_publication,
    _third_party_was_asked,
    _circumstances_changed,
    _takedown_is_explained,
)
