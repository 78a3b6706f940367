"""The transition table of disclosure attributes: which change of an attribute needs what (条例 711, art. 13-18).

The table is data (``resources/review/transitions.toml``); this module gives it its meaning. What a person
proposes, what a batch does, what an import brings and what the store writes all pass the same rules.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from app.domain.disclosure import DisclosureAttribute

BASIS_LETTERS = {
    DisclosureAttribute.PROACTIVE: "A",
    DisclosureAttribute.ON_REQUEST: "R",
    DisclosureAttribute.WITHHELD: "N",
}
"""The first letter of the basis codes (条例 711) that can carry an attribute."""

SECRECY_WISH = "secrecy_review"
"""The attachment by which a proposer asks for a secrecy review himself."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person wants a document's attribute to be.

    ``redactions``: places of the text to cover before publication (区分处理, art. 37).
    ``attachments`` holds statements that some changes need, by key: ``third_party`` (art. 32),
    ``public_interest`` (art. 15), ``changed_circumstances`` (art. 18), ``head_approval``, ``takedown``,
    ``secrecy_review``.
    """

    attribute: DisclosureAttribute
    basis: tuple[str, ...] = ()
    reason: str = ""
    redactions: tuple[tuple[int, int], ...] = ()
    attachments: Mapping[str, str] = field(default_factory=dict)
    next_review_on: str | None = None


@dataclass(frozen=True, slots=True)
class AttributeChange:
    """A decision seen against what was in force and what was found in the document.

    ``previous_basis``: basis codes of the determination in force; ``open_findings``: sensitive places
    in the text that are not among the decision's redactions; ``finding_kinds``: all kinds found.
    """

    previous: DisclosureAttribute
    previous_basis: tuple[str, ...]
    decision: Decision
    open_findings: int
    finding_kinds: frozenset[str] = frozenset()

    @property
    def keeps(self) -> bool:
        """Whether the attribute in force is confirmed (维持)."""
        decided = self.previous is not DisclosureAttribute.UNDETERMINED
        return decided and self.previous is self.decision.attribute


@dataclass(frozen=True, slots=True)
class DecisionFault:
    """Why a decision cannot be proposed, in a sentence for the person who made it."""

    rule: str
    message: str


class Need(StrEnum):
    """What a rule asks of a decision."""

    ATTRIBUTE = "attribute"
    FITTING_BASIS = "fitting_basis"
    BASIS = "basis"
    REASON = "reason"
    CLEAN = "clean"
    ATTACHMENT = "attachment"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class TransitionRule:
    """One line of the table; empty conditions do not restrict."""

    id: str
    needs: Need
    message: str
    before: frozenset[DisclosureAttribute] = frozenset()
    after: frozenset[DisclosureAttribute] = frozenset()
    keeps: bool | None = None
    previous_basis: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()

    def concerns(self, change: AttributeChange) -> bool:
        """Whether the rule applies to a change."""
        return (
            (not self.before or change.previous in self.before)
            and (not self.after or change.decision.attribute in self.after)
            and (self.keeps is None or self.keeps is change.keeps)
            and _begins(change.previous_basis, self.previous_basis)
            and _begins(change.decision.basis, self.basis)
        )

    def is_met(self, change: AttributeChange) -> bool:
        """Whether the change has what the rule asks for."""
        return _MET[self.needs](self, change)


@dataclass(frozen=True, slots=True)
class TransitionTable:
    """All rules, when a secrecy review is due, and after how many months an attribute is looked at again."""

    edition: str
    rules: tuple[TransitionRule, ...]
    secrecy_basis: tuple[str, ...] = ()
    secrecy_previous_basis: tuple[str, ...] = ()
    secrecy_after: frozenset[DisclosureAttribute] = frozenset()
    secrecy_kinds: frozenset[str] = frozenset()
    months: Mapping[DisclosureAttribute, int] = field(default_factory=dict)

    def faults(self, change: AttributeChange) -> tuple[DecisionFault, ...]:
        """Everything that is missing from or wrong with a decision; empty when it can be proposed."""
        return tuple(
            DecisionFault(rule.id, rule.message.format(open=change.open_findings))
            for rule in self.rules
            if rule.concerns(change) and not rule.is_met(change)
        )

    def asks_for(self, change: AttributeChange) -> tuple[TransitionRule, ...]:
        """The rules that want a statement with this change, whether it is there already or not."""
        return tuple(rule for rule in self.rules if rule.needs is Need.ATTACHMENT and rule.concerns(change))

    def needs_secrecy_review(self, change: AttributeChange) -> bool:
        """Whether a secrecy reviewer must see the decision before it is approved (art. 17)."""
        opens = change.decision.attribute in self.secrecy_after
        return (
            _any_begins(change.decision.basis, self.secrecy_basis)
            or _any_begins(change.previous_basis, self.secrecy_previous_basis)
            or (opens and bool(change.finding_kinds & self.secrecy_kinds))
            or bool(change.decision.attachments.get(SECRECY_WISH, "").strip())
        )

    def next_review_on(self, decision: Decision, today: date) -> str | None:
        """When the attribute is to be looked at again: as decided, else by the table's interval."""
        months = self.months.get(decision.attribute, 0)
        if decision.next_review_on is not None or not months:
            return decision.next_review_on
        year, month = divmod(today.year * 12 + today.month - 1 + months, 12)
        return date(year, month + 1, min(today.day, 28)).isoformat()


def parse_table(text: str) -> TransitionTable:
    """The table that a TOML text describes.

    Raises:
        ValueError: not TOML, or a rule names something unknown (also ``KeyError`` for a missing key).
    """
    import tomllib  # most commands judge no change

    data = tomllib.loads(text)
    secrecy = data.get("secrecy_review", {})
    return TransitionTable(
        edition=str(data["edition"]),
        rules=tuple(_rule(entry) for entry in data["rule"]),
        secrecy_basis=tuple(secrecy.get("basis", ())),
        secrecy_previous_basis=tuple(secrecy.get("previous_basis", ())),
        secrecy_after=_attributes(secrecy.get("to", ())),
        secrecy_kinds=frozenset(secrecy.get("finding_kinds", ())),
        months=MappingProxyType(
            {DisclosureAttribute(name): int(months) for name, months in data.get("next_review", {}).items()}
        ),
    )


def _rule(entry: Mapping[str, object]) -> TransitionRule:
    return TransitionRule(
        id=str(entry["id"]),
        needs=Need(str(entry["needs"])),
        message=str(entry["message"]),
        before=_attributes(entry.get("from", ())),
        after=_attributes(entry.get("to", ())),
        keeps=entry.get("same"),  # type: ignore[arg-type]  # a TOML boolean or absent
        previous_basis=_strings(entry.get("previous_basis", ())),
        basis=_strings(entry.get("basis", ())),
        attachments=_strings(entry.get("attachments", ())),
    )


def _strings(values: object) -> tuple[str, ...]:
    if not isinstance(values, list | tuple):
        raise ValueError(values)  # noqa: TRY004 - a mistake in data, not in types
    return tuple(str(value) for value in values)


def _attributes(values: object) -> frozenset[DisclosureAttribute]:
    return frozenset(DisclosureAttribute(value) for value in _strings(values))


def _begins(codes: Collection[str], prefixes: tuple[str, ...]) -> bool:
    return not prefixes or _any_begins(codes, prefixes)


def _any_begins(codes: Collection[str], prefixes: tuple[str, ...]) -> bool:
    return any(code.startswith(prefixes) for code in codes) if prefixes else False


def _fits(_rule: TransitionRule, change: AttributeChange) -> bool:
    letter = BASIS_LETTERS.get(change.decision.attribute)
    return letter is None or all(code.startswith(letter) for code in change.decision.basis)


def _is_attached(rule: TransitionRule, change: AttributeChange) -> bool:
    return any(change.decision.attachments.get(key, "").strip() for key in rule.attachments)


_MET: Mapping[Need, Callable[[TransitionRule, AttributeChange], bool]] = {
    Need.ATTRIBUTE: lambda _, change: change.decision.attribute is not DisclosureAttribute.UNDETERMINED,
    Need.FITTING_BASIS: _fits,
    Need.BASIS: lambda _, change: bool(change.decision.basis),
    Need.REASON: lambda _, change: bool(change.decision.reason.strip()),
    Need.CLEAN: lambda _, change: not change.open_findings,
    Need.ATTACHMENT: _is_attached,
    Need.NEVER: lambda _rule, _change: False,
}
