"""Proposing what the suggestions say, for many documents at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute, Suggestion
from app.domain.jobs import JobKind
from app.domain.people import PersonRole
from app.domain.review import Decision, DecisionOrigin
from app.errors import AppError
from app.progress import Progress
from app.review import people
from app.review.decide import STANDING_ROUND, Refusal
from app.review.proposing import Wish, propose_all
from app.store import documents, jobs, proposals
from app.store.catalogue import Catalogue
from app.store.jobs import Job
from app.store.naming import unknown_document
from app.store.proposals import Standing

AT_ONCE = 200
"""Documents proposed in one transaction; a stop keeps those before."""

NO_SUGGESTION = AppError("没有明确的建议。", "请逐件查看后自行认定。")


@dataclass(frozen=True, slots=True)
class Accepted:
    """Which documents are proposed now, and which need a person's own decision; ``job`` takes it back."""

    proposed: tuple[str, ...]
    refused: tuple[Refusal, ...]
    job: str | None = None


def accept_suggestions(
    catalogue: Catalogue,
    uuids: Sequence[str],
    progress: Progress,
    *,
    by: str,
    round_name: str = STANDING_ROUND,
) -> Accepted:
    """Propose for each document what its suggestion says, as one job.

    Documents without a definite suggestion, and those whose decision would lack something, are
    refused and listed, never guessed.
    """
    proposed: list[str] = []
    refused: list[Refusal] = []
    job: Job | None = None
    for start in range(0, len(uuids), AT_ONCE):
        page = uuids[start : start + AT_ONCE]
        done = _accept(catalogue, page, by, round_name, job, len(uuids))
        job = done.job
        proposed += done.proposed
        refused += done.refused
        progress.step("送审", min(start + AT_ONCE, len(uuids)), len(uuids))
    return Accepted(tuple(proposed), tuple(refused), job.uuid if job else None)


@dataclass(frozen=True, slots=True)
class _Page:
    proposed: list[str]
    refused: list[Refusal]
    job: Job | None


def _accept(
    catalogue: Catalogue, page: Sequence[str], by: str, round_name: str, job: Job | None, total: int
) -> _Page:
    with catalogue.write(by=by, action="review.propose") as unit:
        person = people.require(unit, by, PersonRole.REVIEWER)
        ids = documents.documents_with_uuids(unit.connection, page)
        standings = proposals.standings(unit.connection, list(dict.fromkeys(ids.values())))
        made_job = job or jobs.add(unit.connection, JobKind.ACCEPT, f"采纳建议 {total} 件", by=by, at=unit.at)
        wishes = [
            Wish(each, decision) for each, standing in standings.items() if (decision := _wanted(standing))
        ]
        outcome = propose_all(
            unit,
            wishes,
            person,
            round_name=round_name,
            origin=DecisionOrigin.SUGGESTION,
            job_id=made_job.id,
            standings=standings,
        )
        if outcome.made:
            unit.record(made_job.uuid, [Change("documents", None, str(len(outcome.made)))])
            unit.commit()
    refused = [
        Refusal(uuid, outcome.refused.get(ids[uuid], NO_SUGGESTION) if uuid in ids else unknown_document())
        for uuid in page
        if uuid not in ids or ids[uuid] not in outcome.made
    ]
    done = [uuid for uuid in page if uuid in ids and ids[uuid] in outcome.made]
    return _Page(done, refused, made_job if outcome.made else job)


def decision_of(suggestion: Suggestion) -> Decision:
    """The decision that accepts a suggestion as it is; the quoted words become the reason."""
    reason = "；".join(reason.quote for reason in suggestion.reasons if reason.quote)
    return Decision(suggestion.attribute, suggestion.basis, reason)


def _wanted(standing: Standing) -> Decision | None:
    suggested = standing.suggestion
    if suggested is None or suggested.attribute is DisclosureAttribute.UNDETERMINED:
        return None
    return decision_of(suggested)
