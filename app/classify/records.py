"""Elements, findings and suggestions as the command line's JSON contract spells them."""

from collections.abc import Iterable, Mapping

from app.domain.disclosure import Finding, Reason, Suggestion
from app.domain.document import Element, ElementName, Evidence


def elements_record(elements: Mapping[ElementName, Element]) -> dict[str, object]:
    """Every element of the contract by name, ``None`` where the document has none."""
    return {name.value: _element(elements.get(name)) for name in ElementName}


def findings_record(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Sensitive places in a safe form; ``place`` only where it is not the text."""
    return [_finding(one) for one in findings]


def suggestion_record(suggestion: Suggestion | None) -> dict[str, object] | None:
    """A suggestion with its reasons."""
    if suggestion is None:
        return None
    return {
        "attribute": suggestion.attribute,
        "applicability": suggestion.applicability,
        "redact": suggestion.redact,
        "basis": list(suggestion.basis),
        "reasons": [_reason(reason) for reason in suggestion.reasons],
        "against": list(suggestion.against),
        "to_check": list(suggestion.to_check),
        "rule_edition": suggestion.rule_edition,
    }


def _element(element: Element | None) -> dict[str, object] | None:
    if element is None:
        return None
    return {
        "value": list(element.value) if isinstance(element.value, tuple) else element.value,
        "printed": element.printed,
        "origin": element.origin,
        "confidence": round(element.confidence, 3),
        "evidence": _evidence(element.evidence),
        "rule": element.rule,
    }


def _evidence(evidence: Evidence | None) -> dict[str, object] | None:
    if evidence is None:
        return None
    return {"start": evidence.start, "end": evidence.end, "page": evidence.page}


def _finding(finding: Finding) -> dict[str, object]:
    record: dict[str, object] = {
        "kind": finding.kind,
        "start": finding.start,
        "end": finding.end,
        "shown": finding.shown,
        "confidence": round(finding.confidence, 3),
        "page": finding.page,
    }
    return record if finding.place == "text" else record | {"place": finding.place}


def _reason(reason: Reason) -> dict[str, object]:
    return {
        "rule": reason.rule,
        "quote": reason.quote,
        "start": reason.start,
        "end": reason.end,
        "page": reason.page,
        "explanation": reason.explanation,
    }
