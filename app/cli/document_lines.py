"""Elements, findings and suggestions in the lines that a person reads in a terminal."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from app.classify.finding_kinds import term
from app.classify.legal_basis import citations
from app.domain.disclosure import Finding, Reason, Suggestion
from app.domain.document import ElementName
from app.domain.terms import APPLICABILITY_TERMS, ATTRIBUTE_TERMS, ELEMENT_TERMS

MOST_PLACES = 3
"""Of one kind of finding whose safe forms are shown."""

LONGEST_QUOTE = 60


def element_lines(texts: Mapping[ElementName, str]) -> Iterator[str]:
    """The elements in the order in which a page shows them."""
    return (f"{term_}：{texts[name]}" for name, term_ in ELEMENT_TERMS.items() if name in texts)


def suggestion_lines(suggestion: Suggestion, on_date: date) -> Iterator[str]:
    """What is suggested, on what ground, why, what speaks against it and what is left to look at.

    ``on_date`` says whose law is quoted.
    """
    ours = APPLICABILITY_TERMS[suggestion.applicability]
    redact = "，公开前须遮盖敏感处" if suggestion.redact else ""
    yield f"建议：{ATTRIBUTE_TERMS[suggestion.attribute]}（{ours}{redact}）"
    if suggestion.basis:
        yield f"  依据：{citations(suggestion.basis, on_date)}"
    for reason in suggestion.reasons:
        yield f"  因为{_because(reason)}（规则 {reason.rule}）"
    yield from (f"  相反：{text}" for text in suggestion.against)
    yield from (f"  注意：{text}" for text in suggestion.to_check)


def finding_lines(findings: Sequence[Finding]) -> Iterator[str]:
    """One line for each kind: how many places, and the safe forms of the first."""
    by_kind: dict[str, list[Finding]] = defaultdict(list)
    for found in findings:
        by_kind[found.kind].append(found)
    for kind, places in by_kind.items():
        shown = "、".join(dict.fromkeys(_short(one.shown) for one in places[:MOST_PLACES]))
        yield f"敏感：{term(kind)} {len(places)} 处　{shown}{'……' if len(places) > MOST_PLACES else ''}"


def _because(reason: Reason) -> str:
    """The words of the text and what they mean, the words only once where the sentence holds them."""
    quote, sentence = (" ".join(text.split()) for text in (reason.quote, reason.explanation))
    if not quote or quote in sentence:
        return f"：{sentence}"
    return f"“{_short(quote)}”：{sentence}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUOTE else f"{line[:LONGEST_QUOTE]}…"
