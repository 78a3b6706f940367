"""Disclosure attributes, findings and suggestions (政府信息公开条例, State Council Decree 711)."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.document import Applicability


class DisclosureAttribute(StrEnum):
    """公开属性; not to be mixed with 开放标识 of the archives law."""

    PROACTIVE = "proactive"
    ON_REQUEST = "on_request"
    WITHHELD = "withheld"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Finding:
    """A sensitive place. ``shown`` is a safe form for display; ``place`` says where ``start`` and
    ``end`` count: in the text, or in the aside with that index (``aside:0``).
    """

    kind: str
    start: int
    end: int
    shown: str
    confidence: float
    page: int | None = None
    validator: str = ""
    place: str = "text"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a rule speaks for an attribute: the rule's id, the words of the text, a Chinese sentence."""

    rule: str
    quote: str
    start: int | None = None
    end: int | None = None
    page: int | None = None
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A proposal to a person; never a decision. ``basis`` holds basis codes such as ``A-20-1``,
    ``against`` what speaks against the proposal and ``to_check`` what a person must still look at.
    """

    attribute: DisclosureAttribute
    applicability: Applicability
    redact: bool = False
    basis: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    against: tuple[str, ...] = ()
    to_check: tuple[str, ...] = ()
    rule_edition: str = ""
