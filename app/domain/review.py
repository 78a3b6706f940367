"""Determinations: what a person proposes, another approves (条例 711, art. 17 and 18)."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.disclosure import DisclosureAttribute
from app.domain.transitions import BASIS_LETTERS, AttributeChange, Decision, DecisionFault

__all__ = [
    "BASIS_LETTERS",
    "SIGNING_ACTS",
    "Act",
    "AttributeChange",
    "Decision",
    "DecisionFault",
    "DecisionOrigin",
    "Determination",
    "DeterminationState",
    "ReviewState",
    "Signature",
]


class DeterminationState(StrEnum):
    """How far a determination has come. Only ``APPROVED`` sets the document's attribute."""

    PROPOSED = "proposed"
    SECRECY_REVIEWED = "secrecy_reviewed"
    APPROVED = "approved"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    REVERTED = "reverted"


class ReviewState(StrEnum):
    """What a document waits for in review."""

    OPEN = "open"
    FLAGGED = "flagged"
    PROPOSED = "proposed"
    RETURNED = "returned"
    APPROVED = "approved"


class DecisionOrigin(StrEnum):
    """How a decision came about; what was not made by hand is sampled more heavily."""

    HAND = "hand"
    SUGGESTION = "suggestion"
    GROUP = "group"
    WORKBOOK = "workbook"
    PACKAGE = "package"


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
class Signature:
    """Who did what to a determination; ``identity_proven`` by his own PIN. ``is_void``: the decision is
    over, or the act was taken back.
    """

    person: str
    act: Act
    at: str
    note: str
    identity_proven: bool
    is_void: bool = False


@dataclass(frozen=True, slots=True)
class Determination:
    """A decision on its way or in force, with everyone who signed it.

    ``propagated_from``: UUID of the determination whose decision a group took over; ``seconds``: from
    showing the document to deciding, where it is known.
    """

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
    signatures_required: int = 2
    needs_secrecy_review: bool = False
    origin: DecisionOrigin = DecisionOrigin.HAND
    propagated_from: str | None = None
    seconds: float | None = None

    @property
    def is_in_force(self) -> bool:
        """Whether it is approved and nothing later has taken its place."""
        return self.state is DeterminationState.APPROVED

    @property
    def is_proven(self) -> bool:
        """Whether the approver proved his identity."""
        approvals = [signature for signature in self.signatures if signature.act is Act.APPROVE]
        is_decided = self.state in {DeterminationState.APPROVED, DeterminationState.SUPERSEDED}
        return is_decided and bool(approvals) and approvals[-1].identity_proven

    @property
    def awaits(self) -> Act:
        """What must be signed next: a secrecy review first where it is due, else the approval."""
        if self.needs_secrecy_review and self.state is DeterminationState.PROPOSED:
            return Act.SECRECY_REVIEW
        return Act.APPROVE

    @property
    def proposer(self) -> str:
        """Who proposed it, or decided it alone."""
        return self.signatures[0].person if self.signatures else ""
