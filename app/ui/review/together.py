"""Deciding many documents at once: what will happen is shown before, what was refused after."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.errors import AppError
from app.progress import Progress
from app.review import decide
from app.review.accept import Accepted, Refusal
from app.store.catalogue import Catalogue
from app.ui.language import tr


@dataclass(frozen=True, slots=True)
class Approved:
    """Which documents are approved now, and which were refused."""

    approved: tuple[str, ...]
    refused: tuple[Refusal, ...]


def approve_all(
    catalogue: Catalogue, uuids: Sequence[str], progress: Progress, *, by: str, pin: str | None, note: str
) -> Approved:
    """Approve each document in a transaction of its own; a wrong PIN stops at the first.

    Raises:
        AppError: not even the first one could be approved.
    """
    approved: list[str] = []
    refused: list[Refusal] = []
    for number, uuid in enumerate(uuids, 1):
        try:
            decide.approve(catalogue, uuid, by=by, pin=pin, note=note)
        except AppError as error:
            if not approved:
                raise
            refused.append(Refusal(uuid, error))
        else:
            approved.append(uuid)
        progress.step(tr("审定"), number, len(uuids))
    return Approved(tuple(approved), tuple(refused))


def describe_accepted(outcome: Accepted) -> tuple[str, str]:
    """What became of a batch that was proposed: a sentence and what is left to do."""
    return _describe(tr("已送审 {count} 件。", count=len(outcome.proposed)), outcome.refused)


def describe_approved(outcome: Approved) -> tuple[str, str]:
    """What became of a batch that was approved."""
    return _describe(tr("已审定 {count} 件。", count=len(outcome.approved)), outcome.refused)


def _describe(done: str, refused: Sequence[Refusal]) -> tuple[str, str]:
    if not refused:
        return done, ""
    reasons = "".join(dict.fromkeys(refusal.error.message for refusal in refused))
    return done, tr("另有 {count} 件需要逐件办理：{reasons}", count=len(refused), reasons=reasons)
