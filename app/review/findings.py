"""Sensitive places that must be covered before a text is published (条例 711, art. 15, 37)."""

from collections.abc import Iterable

from app.domain.disclosure import Finding
from app.domain.review import Decision

PRIVATE_KINDS = frozenset(
    {
        "resident_id",
        "mobile_phone",
        "bank_card",
        "passport",
        "roster",
        "minor",
        "medical",
        "whistle_blower",
        "credential",
        "case_file",
    }
)
"""Findings that must be redacted before publication (条例 711, art. 15; 个人信息保护法 art. 28)."""


def open_findings(findings: Iterable[Finding], decision: Decision) -> int:
    """How many sensitive places a publication would still show (masked ones do not count)."""
    return sum(
        not any(start <= finding.start and finding.end <= end for start, end in decision.redactions)
        for finding in findings
        if finding.kind in PRIVATE_KINDS
    )


def private_places(findings: Iterable[Finding]) -> tuple[tuple[int, int], ...]:
    """The places of a text to cover so that nothing private is left in it."""
    return tuple((f.start, f.end) for f in findings if f.kind in PRIVATE_KINDS and f.place == "text")
