"""What became of many documents at once, in a sentence and what is left to do."""

from collections.abc import Sequence

from app.review.accept import Accepted
from app.review.decide import Approved, Refusal
from app.review.groups import GroupOutcome
from app.ui.language import told, tr


def describe_accepted(outcome: Accepted) -> tuple[str, str]:
    """A batch that was proposed."""
    return _describe(tr("已送审 {count} 件。", count=len(outcome.proposed)), outcome.refused)


def describe_signed(outcome: Approved) -> tuple[str, str]:
    """Several that were approved or passed the secrecy review."""
    return _describe(tr("已签署 {count} 件。", count=len(outcome.approved)), outcome.refused)


def describe_returned(outcome: Approved) -> tuple[str, str]:
    """Several that were sent back to those who proposed them."""
    return _describe(tr("已退回 {count} 件。", count=len(outcome.approved)), outcome.refused)


def describe_group(outcome: GroupOutcome) -> tuple[str, str]:
    """A group that was decided."""
    return _describe(tr("已送审 {count} 件。", count=len(outcome.proposed)), outcome.left_out)


def _describe(done: str, refused: Sequence[Refusal]) -> tuple[str, str]:
    if not refused:
        return done, ""
    reasons = "".join(dict.fromkeys(told(refusal.error.message) for refusal in refused))
    return done, tr("另有 {count} 件需要逐件办理：{reasons}", count=len(refused), reasons=reasons)
