"""Personal, commercial and internal information in a text: what a person should look at before release.

Everything here proposes and nothing decides (条例 711 art. 15-17). Patterns are linear in the length
of the text; values are never logged, and :attr:`Finding.shown` is masked.
"""

from dataclasses import replace

from app.classify.personal_information.accounts import find_accounts, find_cards
from app.classify.personal_information.addresses import find_addresses
from app.classify.personal_information.contact import find_emails, find_telephones
from app.classify.personal_information.identity import find_identity_numbers, find_papers
from app.classify.personal_information.markers import find_markers
from app.classify.personal_information.names import find_names
from app.classify.personal_information.rosters import find_rosters
from app.classify.personal_information.source import Source
from app.classify.personal_information.stacked_tables import find_stacked_tables
from app.classify.personal_information.subjects import find_subjects
from app.classify.personal_information.tables import Table, find_tables, has_name_header
from app.domain.disclosure import Finding
from app.domain.source import Extraction
from app.text.folding import fold

__all__ = ["find", "find_in"]

_PRECEDENCE = ("resident_id", "masked_resident_id", "bank_card", "email", "passport")
"""Kinds that win where two findings claim the same characters."""

_IN_LINKS = frozenset({"resident_id", "email"})
"""Kinds that count inside a web address too; other digits there are part of the address."""


def find(text: str, *, year: int | None = None, folded: str | None = None) -> tuple[Finding, ...]:
    """All findings in a text, in the order of their places.

    ``year`` is the year of the document, which decides who was a minor; ``folded`` is the text
    folded, where a caller has it already.
    """
    source = Source(text, fold(text) if folded is None else folded, year)
    tables = _tables(source.folded)
    everything = [*find_accounts(source), *find_emails(source), *find_papers(source)]
    if source.has_long_number:
        everything += [*find_identity_numbers(source), *find_telephones(source), *find_cards(source)]
    numbers = _disjoint(
        [one for one in everything if one.kind in _IN_LINKS or one.start not in source.linked]
    )
    names = list(find_names(source, numbers, tables))
    rosters = list(find_rosters(source, tables, numbers))
    persons = sorted([*numbers, *names, *rosters], key=lambda finding: finding.start)
    others = [*find_addresses(source, tables), *find_subjects(source, persons), *find_markers(source)]
    return tuple(sorted([*persons, *others], key=lambda finding: (finding.start, finding.end, finding.kind)))


def _tables(folded: str) -> tuple[Table, ...]:
    return (*find_tables(folded), *find_stacked_tables(folded)) if has_name_header(folded) else ()


def find_in(
    extraction: Extraction, *, year: int | None = None, folded: str | None = None
) -> tuple[Finding, ...]:
    """All findings in an extraction: its text with page numbers, and its asides (deleted, hidden)."""
    found = [
        replace(finding, page=extraction.page_of(finding.start))
        for finding in find(extraction.text, year=year, folded=folded)
    ]
    for index, aside in enumerate(extraction.asides):
        found += [replace(finding, place=f"aside:{index}") for finding in find(aside.text, year=year)]
    return tuple(found)


def _disjoint(findings: list[Finding]) -> list[Finding]:
    """Numbers that do not overlap; the kind with the stronger proof stays."""
    ranked = sorted(findings, key=lambda finding: (_rank(finding.kind), -(finding.end - finding.start)))
    taken: list[Finding] = []
    used: set[int] = set()
    for finding in ranked:
        if not used.intersection(range(finding.start, finding.end)):
            used.update(range(finding.start, finding.end))
            taken.append(finding)
    return sorted(taken, key=lambda finding: finding.start)


def _rank(kind: str) -> int:
    return _PRECEDENCE.index(kind) if kind in _PRECEDENCE else len(_PRECEDENCE)
