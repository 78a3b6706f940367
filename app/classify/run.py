"""Classifying what the catalogue holds: findings and suggestions, made in worker processes.

A run can be stopped and resumed: what the present edition of the rules has seen is not seen again.
A suggestion is added to the earlier ones and never touches a person's decision.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from app.classify.findings import findings_of, year_of
from app.classify.personal_information import find_in
from app.classify.retention import shipped_retention, suggest_retention
from app.classify.rules import RuleSet, load_rules
from app.classify.suggest import Case, suggest
from app.domain.archival import RETENTION_TERMS
from app.domain.audit import Change
from app.domain.disclosure import Finding
from app.domain.document import Applicability, DocumentRole, Recognition
from app.domain.people import SYSTEM
from app.domain.source import Failure
from app.formats.pool import WorkerPool
from app.progress import Progress
from app.store import codec, documents, items, queries, recognitions, registers, suggestions
from app.store.catalogue import Catalogue
from app.store.suggestions import Classified
from app.text.folding import fold

ANNEX = "annex"
"""The place of a finding that stands in another file of the item."""

DOCUMENTS_PER_TASK = 100
DOCUMENTS_PER_PAGE = 500
SECONDS_PER_TASK = 120.0


@dataclass(frozen=True, slots=True)
class Job:
    """One document to classify, packed for a worker process.

    ``registered`` is what a register calls its attribute.
    """

    document_id: int
    content_id: int
    body: bytes
    structure: bytes
    recognition: Recognition
    role: DocumentRole
    applicability: Applicability
    file_name: str
    registered: str = ""
    annexes: tuple[tuple[bytes, bytes], ...] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """Some documents and the folders of the rules to judge them by."""

    rule_folders: tuple[str, ...]
    jobs: tuple[Job, ...]


@dataclass(slots=True)
class ClassifySummary:
    """How many documents were classified, and how many of them with which proposal."""

    classified: int = 0
    failed: int = 0
    by_attribute: Counter[str] = field(default_factory=Counter)
    rule_edition: str = ""


def classify(
    catalogue: Catalogue,
    rule_folders: Sequence[Path],
    pool: WorkerPool,
    progress: Progress,
    *,
    by: str = SYSTEM,
) -> ClassifySummary:
    """Classify every document that the present edition of the rules has not seen.

    Raises:
        AppError: the rules cannot be understood.
        Cancelled: the user stopped; what was committed stays.
    """
    edition = load_rules(rule_folders).edition
    summary = ClassifySummary(rule_edition=edition)
    with catalogue.read() as connection:
        total = suggestions.count_unclassified(connection, edition)
    tasks = tasks_for(catalogue, edition, rule_folders)
    for task, outcome in pool.map_bounded(classify_task, tasks, seconds_for=lambda _: SECONDS_PER_TASK):
        if isinstance(outcome, Failure):
            summary.failed += len(task.jobs)
        else:
            _store(catalogue, outcome, edition, by)
            summary.classified += len(outcome)
            summary.by_attribute.update(one.suggestion.attribute for one in outcome)
        progress.step("给出建议", summary.classified + summary.failed, total)
    return summary


def classify_task(task: Task) -> list[Classified]:
    """Runs in a worker process."""
    rules = _rules(task.rule_folders)
    return [_classify(job, rules) for job in task.jobs]


@lru_cache(maxsize=4)
def _rules(folders: tuple[str, ...]) -> RuleSet:
    return load_rules([Path(folder) for folder in folders])


def _classify(job: Job, rules: RuleSet) -> Classified:
    extraction = codec.unpack_extraction(codec.unpack_text(job.body), job.structure)
    recognition = job.recognition
    year = year_of(recognition)
    folded = fold(extraction.text)
    findings = (*findings_of(extraction, recognition, folded=folded), *_annex_findings(job, year))
    case = Case(
        extraction,
        recognition,
        findings,
        rules,
        role=job.role,
        applicability=job.applicability,
        registered=job.registered,
        file_name=job.file_name,
        today=date.today(),
        folded_text=folded,
    )
    kept = suggest_retention(case.facts, shipped_retention(), year)
    retention = (RETENTION_TERMS[kept.period], kept.reason) if kept else None
    return Classified(job.document_id, job.content_id, findings, suggest(case), retention)


def _annex_findings(job: Job, year: int | None) -> Iterator[Finding]:
    """What stands in annexes filed as files of their own; their places are not in the document's text."""
    for body, structure in job.annexes:
        extraction = codec.unpack_extraction(codec.unpack_text(body), structure)
        yield from (replace(one, place=ANNEX, page=None) for one in find_in(extraction, year=year))


def tasks_for(catalogue: Catalogue, edition: str, rule_folders: Sequence[Path]) -> Iterator[Task]:
    """Everything this edition of the rules has not seen, page by page in the order of the documents."""
    folders = tuple(map(str, rule_folders))
    after = 0
    while True:
        with catalogue.read() as connection:
            page = suggestions.unclassified(connection, edition, after=after, limit=DOCUMENTS_PER_PAGE)
        if not page:
            return
        after = page[-1][0]
        for start in range(0, len(page), DOCUMENTS_PER_TASK):
            yield Task(folders, tuple(_jobs(catalogue, page[start : start + DOCUMENTS_PER_TASK])))


def _jobs(catalogue: Catalogue, pairs: Sequence[tuple[int, int]]) -> Iterator[Job]:
    """Read in a few statements for all documents of a task."""
    ids = [document_id for document_id, _ in pairs]
    with catalogue.read() as connection:
        rows = queries.document_rows(connection, ids)
        effective = documents.effective_elements_of(connection, ids)
        elements = {
            content_id: {name: found.element for name, found in effective[document_id].items()}
            for document_id, content_id in pairs
        }
        recognised = recognitions.recognitions_of(connection, elements)
        names = queries.file_names(connection, list(elements))
        annexes = items.annexes_of(connection, ids)
        registered = registers.attributes_told(connection, ids)
        wanted = [*elements, *(annex for found in annexes.values() for annex in found)]
        texts = {key: (body, rest) for key, body, rest in suggestions.packed_texts(connection, wanted)}
    for document_id, content_id in pairs:
        yield Job(
            document_id,
            content_id,
            *texts[content_id],
            recognition=recognised[content_id],
            role=rows[document_id].role,
            applicability=rows[document_id].applicability,
            file_name=names.get(content_id, ""),
            registered=registered.get(document_id, ""),
            annexes=tuple(texts[annex] for annex in annexes.get(document_id, ()) if annex in texts),
        )


def _store(catalogue: Catalogue, outcome: list[Classified], edition: str, by: str) -> None:
    with catalogue.write(by=by, action="classify") as unit:
        suggestions.put_classified(unit.connection, outcome, at=unit.at)
        changes = [Change("documents", None, str(len(outcome))), Change("rule_edition", None, edition)]
        unit.record("classify", changes)
        unit.commit()
