"""What stands against a decision on one document: the same checks whatever way the decision comes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.domain.document import Applicability
from app.domain.review import AttributeChange, Decision, DecisionFault
from app.domain.terms import ATTRIBUTE_TERMS, REVIEW_STATE_TERMS
from app.domain.transitions import TransitionRule
from app.errors import AppError
from app.review.findings import open_findings
from app.store.proposals import Standing
from app.store.transitions import transition_table


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person saw of a document when he began to decide; a change since then makes him look again."""

    contents: str
    rule_edition: str
    attribute: str
    review_state: str


class StaleDecisionError(AppError):
    """The document or the rules changed since the person saw them; ``message`` says what."""


def decision_faults(change: AttributeChange) -> tuple[DecisionFault, ...]:
    """Everything that is missing from or wrong with a decision; empty when it can be proposed."""
    return transition_table().faults(change)


def asked_statements(change: AttributeChange) -> tuple[TransitionRule, ...]:
    """The rules that want a statement with this change; each names the keys of which one will do."""
    return transition_table().asks_for(change)


def is_secrecy_review_due(change: AttributeChange) -> bool:
    """Whether a secrecy reviewer signs before the approver (条例 711, art. 17)."""
    return transition_table().needs_secrecy_review(change)


def next_review_on(decision: Decision, today: date) -> str | None:
    """When the attribute will be looked at again if the person names no day himself."""
    return transition_table().next_review_on(decision, today)


def as_shown(standing: Standing) -> Shown:
    """A document's standing as far as a decision depends on it."""
    row = standing.row
    return Shown(standing.contents, standing.rule_edition, row.attribute, row.review_state)


def change_of(standing: Standing, decision: Decision) -> AttributeChange:
    """A decision seen against what is in force and what was found."""
    return AttributeChange(
        previous=standing.row.attribute,
        previous_basis=standing.basis_in_force,
        decision=decision,
        open_findings=open_findings(standing.findings, decision),
        finding_kinds=frozenset(finding.kind for finding in standing.findings),
    )


def objection(standing: Standing, decision: Decision, shown: Shown | None = None) -> AppError | None:
    """Why a decision on this document cannot be proposed; ``None`` when it can."""
    return (
        _not_ours(standing)
        or (stale(standing, shown) if shown else None)
        or _waits(standing)
        or faulty(change_of(standing, decision))
    )


def faulty(change: AttributeChange) -> AppError | None:
    """What is missing from a decision, as one error."""
    faults = decision_faults(change)
    if not faults:
        return None
    messages = dict.fromkeys(fault.message for fault in faults)
    return AppError("".join(messages), "补齐后再送审。")


def stale(standing: Standing, shown: Shown) -> StaleDecisionError | None:
    """What changed about a document since it was shown."""
    present = as_shown(standing)
    told = [tell(shown, present) for is_changed, tell in _CHANGES if is_changed(shown, present)]
    if not told:
        return None
    return StaleDecisionError(f"您查看之后情况有变化：{'；'.join(told)}。", "请重新查看后再决定。")


_Change = tuple[Callable[[Shown, Shown], bool], Callable[[Shown, Shown], str]]
_CHANGES: tuple[_Change, ...] = (
    (lambda then, now: then.contents != now.contents, lambda _then, _now: "公文的文件有变化"),
    (
        lambda then, now: then.rule_edition != now.rule_edition,
        lambda then, now: f"规则由“{then.rule_edition or '无'}”版更新为“{now.rule_edition or '无'}”版",
    ),
    (
        lambda then, now: then.attribute != now.attribute,
        lambda then, now: f"公开属性由{_attribute(then)}改为{_attribute(now)}",
    ),
    (
        lambda then, now: then.review_state != now.review_state,
        lambda then, now: f"审查状态由{_state(then)}变为{_state(now)}",
    ),
)


def _attribute(shown: Shown) -> str:
    return next(term for attribute, term in ATTRIBUTE_TERMS.items() if attribute == shown.attribute)


def _state(shown: Shown) -> str:
    return next(term for state, term in REVIEW_STATE_TERMS.items() if state == shown.review_state)


def _not_ours(standing: Standing) -> AppError | None:
    applicability = standing.row.applicability
    if applicability is Applicability.OTHER_MAKER:
        return AppError("这份公文由其他机关制作，本机关不认定其公开属性。", "请转告制作机关（条例第十条）。")
    if applicability is not Applicability.OURS:
        return AppError("这份文件不属于政府信息公开条例的适用范围。", "如有误，请先更正其适用范围。")
    return None


def _waits(standing: Standing) -> AppError | None:
    if standing.live is None:
        return None
    return AppError("这份公文已有待审定的建议。", "请先审定、退回或撤回原建议。")
