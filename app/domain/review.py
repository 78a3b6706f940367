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
