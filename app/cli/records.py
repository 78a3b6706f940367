"""Documents and their parts as the command line's JSON contract spells them."""

from collections.abc import Iterable, Mapping

from app.domain.disclosure import Finding, Suggestion
from app.domain.document import Element, ElementName


def element_record(found: Element | None) -> dict[str, object] | None:
    """One element, or ``None`` when there is none."""
    if found is None:
        return None
    evidence = found.evidence
    return {
        "value": found.value if isinstance(found.value, str) else list(found.value),
        "printed": found.printed,
        "origin": found.origin,
        "confidence": round(found.confidence, 3),
        "evidence": {"start": evidence.start, "end": evidence.end, "page": evidence.page}
        if evidence
        else None,
        "rule": found.rule,
    }


def elements_record(elements: Mapping[ElementName, Element]) -> dict[str, object]:
    """Every element of the contract by name, ``null`` where there is none."""
    return {name.value: element_record(elements.get(name)) for name in ElementName}


def findings_record(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Sensitive places in a safe form."""
    return [
        {
            "kind": item.kind,
            "start": item.start,
            "end": item.end,
            "shown": item.shown,
            "confidence": round(item.confidence, 3),
            "page": item.page,
            "place": item.place,
        }
        for item in findings
    ]


def suggestion_record(made: Suggestion | None) -> dict[str, object] | None:
    """A suggestion with its reasons."""
    if made is None:
        return None
    return {
        "attribute": made.attribute,
        "applicability": made.applicability,
        "redact": made.redact,
        "basis": list(made.basis),
        "reasons": [
            {"rule": r.rule, "quote": r.quote, "start": r.start, "end": r.end, "page": r.page}
            for r in made.reasons
        ],
        "against": list(made.against),
        "to_check": list(made.to_check),
        "rule_edition": made.rule_edition,
    }
