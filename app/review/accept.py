"""Proposing what the suggestions say, for many documents at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.disclosure import DisclosureAttribute, Suggestion
from app.domain.people import PersonRole
from app.domain.review import Decision
from app.errors import AppError
from app.progress import Progress
from app.review import people
from app.review.decide import STANDING_ROUND, document_id, propose_in
from app.store import suggestions
from app.store.catalogue import Catalogue, Unit


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that was not proposed, and why."""

    document: str
    error: AppError


@dataclass(frozen=True, slots=True)
class Accepted:
    """Which documents are proposed now, and which need a person's own decision."""

    proposed: tuple[str, ...]
    refused: tuple[Refusal, ...]


def accept_suggestions(
    catalogue: Catalogue,
    uuids: Sequence[str],
    progress: Progress,
    *,
    by: str,
    round_name: str = STANDING_ROUND,
) -> Accepted:
    """Propose for each document what its suggestion says; each in a transaction of its own.

    Documents without a definite suggestion, and those whose decision would lack something, are
    refused and listed, never guessed.
    """
    proposed: list[str] = []
    refused: list[Refusal] = []
    for number, uuid in enumerate(uuids, 1):
        try:
            _accept(catalogue, uuid, by, round_name)
        except AppError as error:
            refused.append(Refusal(uuid, error))
        else:
            proposed.append(uuid)
        progress.step("送审", number, len(uuids))
    return Accepted(tuple(proposed), tuple(refused))


def _accept(catalogue: Catalogue, uuid: str, by: str, round_name: str) -> None:
    with catalogue.write(by=by, action="review.propose") as unit:
        person = people.require(unit, by, PersonRole.REVIEWER)
        document = document_id(unit, uuid)
        decision = decision_of(_suggestion(unit, document))
        propose_in(unit, document, decision, person, round_name=round_name)
        unit.commit()


def decision_of(suggestion: Suggestion) -> Decision:
    """The decision that accepts a suggestion as it is; the quoted words become the reason."""
    reason = "；".join(reason.quote for reason in suggestion.reasons if reason.quote)
    return Decision(suggestion.attribute, suggestion.basis, reason)


def _suggestion(unit: Unit, document: int) -> Suggestion:
    current = suggestions.current_suggestion(unit.connection, document)
    if current is None or current[1].attribute is DisclosureAttribute.UNDETERMINED:
        raise AppError("没有明确的建议。", "请逐件查看后自行认定。")
    return current[1]
