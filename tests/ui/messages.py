"""Every text of the window that can be translated, found in its code."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.classify import finding_kinds
from app.domain import terms
from app.domain.archival import RETENTION_TERMS
from app.domain.batching import BATCH_STATE_TERMS, GROUPING_TERMS
from app.domain.completeness import GAP_REASON_TERMS
from app.domain.jobs import JOB_TERMS
from app.domain.sampling import SAMPLE_TERMS
from app.domain.transfer import ACCESS_TERMS
from app.report.orders import kinds
from app.report.publication.faults import FAULT_TERMS
from app.report.publication.results import SEVERITY_TERMS, VERDICTS
from app.review import trail_words
from app.review.papers.lists import PAPER_TERMS
from app.ui import words
from app.ui.documents import acts as document_acts
from app.ui.documents import help as query_help
from app.ui.documents import view as documents_view
from app.ui.ingest import quarantine as ingest_quarantine
from app.ui.ingest import run as ingest_run
from app.ui.reader.approval import SIGNING
from app.ui.registers import preview, publication_page, register_page, report_page
from app.ui.review import group, new_round
from app.ui.review.keys import KEYS
from app.ui.settings import backup as backup_page
from app.ui.settings import fonds as fonds_page
from app.ui.start import tour
from app.ui.transfer import dialogs as transfer_dialogs
from app.ui.transfer import paper_dialogs

UI = Path(words.__file__).parent
OWN: tuple[Mapping[Any, str], ...] = (
    words.ORIGINS,
    words.DETERMINATION_STATES,
    words.ACTS,
    terms.PERSON_ROLE_TERMS,
    words.MEMBER_ROLES,
    words.RELATIONS,
    trail_words.NAMES,
    trail_words.VALUES,
    terms.TRANSFER_STATE_TERMS,
    transfer_dialogs.LAYOUTS,
    transfer_dialogs.CARRIERS,
    transfer_dialogs.MEDIA,
    paper_dialogs.FORMATS,
    ingest_quarantine.LEVELS,
    backup_page.SORTS,
    backup_page.FAULTS,
    document_acts.ORDERS,
    SEVERITY_TERMS,
    FAULT_TERMS,
    new_round.SIGNATURES,
    group.KIND_TERMS,
)
"""Tables of the window itself."""

DOMAIN: tuple[Mapping[Any, str], ...] = (
    terms.ATTRIBUTE_TERMS,
    terms.ELEMENT_TERMS,
    terms.REVIEW_STATE_TERMS,
    terms.APPLICABILITY_TERMS,
    terms.ROLE_TERMS,
    terms.STATUS_TERMS,
    terms.FAILURE_TERMS,
    terms.ACTION_TERMS,
    terms.STATEMENT_TERMS,
    GROUPING_TERMS,
    BATCH_STATE_TERMS,
    SAMPLE_TERMS,
    PAPER_TERMS,
    JOB_TERMS,
    GAP_REASON_TERMS,
    RETENTION_TERMS,
    ACCESS_TERMS,
    finding_kinds.TERMS,
)
"""Terms of the trade; a new one shows in Chinese until somebody translates it."""


def written_messages() -> Iterator[str]:
    """The first argument of every ``tr(...)`` that is written out."""
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "tr":
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    yield first.value


def listed_messages() -> Iterator[str]:
    """What is translated by looking it up in a table of the window."""
    for table in OWN:
        yield from table.values()
    yield from register_messages()
    yield trail_words.PERSON_NAME
    yield from (key.title for key in KEYS)
    yield from (meaning for _example, meaning in query_help.EXAMPLES)
    yield from (title for _name, title in documents_view.FACETS)
    yield from (title for _name, title in fonds_page.TEXTS)
    yield fonds_page.YES
    yield from ingest_run.STAGES
    for stop in tour.STOPS:
        yield from (stop.title, stop.text)
    for spoken in SIGNING.values():
        yield from (spoken.title, spoken.signer, spoken.button, spoken.nobody)


def register_messages() -> Iterator[str]:
    """What the lists and the check before publication say of themselves."""
    for kind in kinds().values():
        yield from (kind.title, kind.purpose)
        if kind.files is not None:
            yield from (kind.files.title, kind.files.advice)
    yield from (publication_page.TITLE, publication_page.PURPOSE, preview.FOR_A_PERSON)
    yield from (register_page.TITLE, register_page.PURPOSE, *register_page.MATCHES.values())
    yield from (*report_page.FIRST_STEPS, *VERDICTS)


def domain_messages() -> set[str]:
    """The terms of the trade that the window shows."""
    return {term for table in DOMAIN for term in table.values()}


def needed_messages() -> list[str]:
    """Every message the window must have in English, once, in a steady order."""
    return sorted({*written_messages(), *listed_messages()} - domain_messages())
