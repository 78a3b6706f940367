"""What would change if other rules were in force; nothing is stored."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.classify.rules import load_rules
from app.classify.run import SECONDS_PER_TASK, classify_task, tasks_for
from app.domain.disclosure import DisclosureAttribute, Suggestion
from app.domain.review import Determination
from app.domain.source import Failure
from app.formats.pool import WorkerPool
from app.progress import Progress
from app.store import determinations, queries, suggestions
from app.store.catalogue import Catalogue, Reading
from app.store.queries import DocumentRow
from app.store.suggestions import Classified


@dataclass(frozen=True, slots=True)
class Difference:
    """A document for which the other rules propose something else.

    ``decided``: the attribute in force, when a person has decided; such a decision stays as it is.
    """

    document: str
    title: str
    suggested: DisclosureAttribute | None
    would_be: DisclosureAttribute
    basis: tuple[str, ...]
    would_be_basis: tuple[str, ...]
    decided: DisclosureAttribute | None

    @property
    def speaks_against_decision(self) -> bool:
        """Whether the other rules propose another attribute than the one a person decided on."""
        return self.decided is not None and self.would_be not in {
            self.decided,
            DisclosureAttribute.UNDETERMINED,
        }


def what_if(
    catalogue: Catalogue, rule_folders: Sequence[Path], pool: WorkerPool, progress: Progress
) -> Iterator[Difference]:
    """Compare the suggestions of other rules with the present ones and with past decisions.

    Raises:
        AppError: the rules cannot be understood.
    """
    edition = load_rules(rule_folders).edition
    with catalogue.read() as connection:
        total = suggestions.count_unclassified(connection, edition)
    seen = 0
    for task, outcome in pool.map_bounded(
        classify_task, tasks_for(catalogue, edition, rule_folders), seconds_for=lambda _: SECONDS_PER_TASK
    ):
        seen += len(task.jobs)
        progress.step("比较规则", seen, total)
        if isinstance(outcome, Failure):
            continue
        with catalogue.read() as connection:
            found = _differences(connection, outcome)
        yield from found


def _differences(connection: Reading, outcome: Sequence[Classified]) -> list[Difference]:
    current = suggestions.current_suggestions(connection, [one.document_id for one in outcome])
    pairs = [(one, current[one.document_id][1] if one.document_id in current else None) for one in outcome]
    differing = [(one, was) for one, was in pairs if was is None or not _agree(was, one.suggestion)]
    ids = [one.document_id for one, _ in differing]
    rows = queries.document_rows(connection, ids)
    in_force = determinations.in_force_of(connection, ids)
    return [
        _difference(one, was, rows[one.document_id], in_force.get(one.document_id)) for one, was in differing
    ]


def _agree(one: Suggestion, other: Suggestion) -> bool:
    return (one.attribute, one.basis) == (other.attribute, other.basis)


def _difference(
    one: Classified, was: Suggestion | None, row: DocumentRow, in_force: Determination | None
) -> Difference:
    return Difference(
        row.uuid,
        row.title,
        was.attribute if was else None,
        one.suggestion.attribute,
        was.basis if was else (),
        one.suggestion.basis,
        in_force.decision.attribute if in_force else None,
    )
