"""A proposal for the disclosure attribute, with the words and the article it rests on.

The order of evidence: recorded decision, issue sheet, printed note, catalogue, listing; without any,
the rules. Whatever they say, text with unmasked identity numbers, lists of persons, case files or a
mark of secrecy is never proposed for 主动公开. A person decides.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from app.classify.evidence import CONFLICT, TERMS, AttributeEvidence, attribute_evidence
from app.classify.facts import Facts
from app.classify.finding_kinds import NEVER_PROACTIVE, TO_REDACT, term
from app.classify.rules import Firing, RuleSet
from app.domain.disclosure import DisclosureAttribute, Finding, Reason, Suggestion
from app.domain.document import Applicability, DocumentRole, ElementName, Origin, Recognition
from app.domain.source import Extraction
from app.domain.terms import ATTRIBUTE_TERMS
from app.inventory.secrecy import examine_extraction, expiry_note
from app.text.folding import fold

DISCLOSURE_BEGINS = "2008-05-01"
"""Decree 492 in force; a document made before carries no duty to print a mark."""

NOTHING_FOUND = "未发现敏感特征，仍需人工审查。"
SURE = 0.5
MOST_REASONS = 5
MOST_AGAINST = 4
_SECRET_LEVEL = re.compile("(?:密级:?)?(?:绝密|机密|秘密)")
"""密级 may also say 公开 or 普通, which only means that nothing is secret."""

_DATE_DOUBTS = frozenset({"year_mismatch", "invalid_date"})
"""Observations that a person should see; a number of the year before (``year_turn``) is ordinary in January."""

_BASIS_OF_MARK = {DisclosureAttribute.PROACTIVE: ("A-19",), DisclosureAttribute.ON_REQUEST: ("R-13/27",)}
_REFERRALS = {
    Applicability.OTHER_MAKER: "非本机关制作，由制作机关负责公开（条例第十条）；如需公开，商请制作机关确定属性。",
    Applicability.PARTY: "党组织制发或以党组织名义为主的文件，一般不适用政府信息公开条例，由人工确认。",
    Applicability.NOT_INFORMATION: "不属于履行行政管理职能过程中制作或者获取的信息，由人工确认。",
}


@dataclass(frozen=True)
class Case:
    """One document to suggest for.

    ``registered`` is what a register calls its attribute; ``today`` only decides whether a term of secrecy has run
    out; ``folded_text`` is the text folded, where a caller has it already.
    """

    extraction: Extraction
    recognition: Recognition
    findings: tuple[Finding, ...]
    rule_set: RuleSet
    role: DocumentRole = DocumentRole.OWN
    applicability: Applicability = Applicability.OURS
    registered: str = ""
    file_name: str = ""
    today: date | None = None
    folded_text: str | None = None

    @cached_property
    def evidence(self) -> tuple[AttributeEvidence, ...]:
        """What marks and registers say about the attribute, the strongest first."""
        return attribute_evidence(self.extraction, self.recognition, self.registered)

    @cached_property
    def facts(self) -> Facts:
        """What rules may look at."""
        return Facts(
            self.extraction,
            self.recognition,
            self.findings,
            self.role,
            _decided(self.evidence),
            self.file_name,
            self.folded_text,
        )


def suggest(case: Case) -> Suggestion:
    """The proposal for one document."""
    evidence, facts = case.evidence, case.facts
    firings = case.rule_set.firings(facts)
    if case.applicability is not Applicability.OURS:
        proposal = _refer(case.applicability, evidence)
    elif facts.mark is not None:
        proposal = _follow_mark(facts.mark, evidence, firings, facts)
    else:
        proposal = _follow_rules(firings, facts)
    proposal = _with_doubts(proposal, case, evidence, facts)
    proposal = _with_redaction(_gated(proposal, case), case)
    return replace(
        proposal, rule_edition=case.rule_set.edition, reasons=_paged(proposal.reasons, case.extraction)
    )


def _decided(evidence: Sequence[AttributeEvidence]) -> DisclosureAttribute | None:
    """The attribute of the strongest evidence; a mark that only a person can read decides nothing."""
    if not evidence or evidence[0].attribute is DisclosureAttribute.UNDETERMINED:
        return None
    return evidence[0].attribute


def _refer(applicability: Applicability, evidence: Sequence[AttributeEvidence]) -> Suggestion:
    """Not ours to decide: the maker's own mark, if it printed one."""
    attribute = _decided(evidence) or DisclosureAttribute.UNDETERMINED
    reasons = tuple(_mark_reason(one) for one in evidence[:1])
    return Suggestion(attribute, applicability, reasons=reasons, to_check=(_REFERRALS[applicability],))


def _mark_reason(evidence: AttributeEvidence) -> Reason:
    words = f"{TERMS[evidence.source]}：{ATTRIBUTE_TERMS[evidence.attribute]}。"
    quote = evidence.quote
    return Reason(f"mark:{evidence.source}", quote.words, quote.start, quote.end, explanation=words)


def _follow_mark(
    mark: DisclosureAttribute, evidence: Sequence[AttributeEvidence], firings: Sequence[Firing], facts: Facts
) -> Suggestion:
    agreeing = [firing for firing in firings if firing.rule.attribute is mark]
    basis = agreeing[0].rule.basis if agreeing and agreeing[0].rule.basis else _BASIS_OF_MARK.get(mark, ())
    checks = [] if basis else ["原标注不予公开而未见理由，请核对理由和依据。"]
    if mark is not DisclosureAttribute.PROACTIVE and firings and _opens(firings[0]):
        code = firings[0].rule.basis[0] if firings[0].rule.basis else "A-19"
        checks.append(f"内容符合主动公开事项（{code}），可按条例第十八条评估是否转为主动公开。")
    return Suggestion(
        mark,
        Applicability.OURS,
        basis=basis,
        reasons=(_mark_reason(evidence[0]), *_reasons(agreeing, facts)),
        against=_against(mark, firings, facts),
        to_check=(*checks, *_checks(agreeing)),
    )


def _opens(firing: Firing) -> bool:
    return firing.rule.attribute is DisclosureAttribute.PROACTIVE


def _follow_rules(firings: Sequence[Firing], facts: Facts) -> Suggestion:
    if not firings:
        return Suggestion(
            DisclosureAttribute.UNDETERMINED,
            Applicability.OURS,
            to_check=(NOTHING_FOUND, *_without_mark(facts)),
        )
    strongest = firings[0].rule
    agreeing = [firing for firing in firings if firing.rule.attribute is strongest.attribute]
    return Suggestion(
        strongest.attribute,
        Applicability.OURS,
        redact=strongest.redact,
        basis=tuple(dict.fromkeys((*strongest.basis, *_same_basis(agreeing, strongest.basis)))),
        reasons=_reasons(agreeing, facts),
        against=_against(strongest.attribute, firings, facts),
        to_check=(*_checks(agreeing), *_without_mark(facts)),
    )


def _same_basis(agreeing: Sequence[Firing], basis: Sequence[str]) -> Iterator[str]:
    """Further grounds of the same kind: a second category of art. 20, a second exemption."""
    kinds = {code[:1] for code in basis}
    for firing in agreeing[1:3]:
        yield from (code for code in firing.rule.basis if code[:1] in kinds)


def _reasons(firings: Sequence[Firing], facts: Facts) -> tuple[Reason, ...]:
    reasons = []
    for firing in firings[:MOST_REASONS]:
        quote = next((quote for quote in firing.quotes if quote.words), None)
        explanation = firing.rule.explain(firing.quotes, facts)
        if quote is None:
            reasons.append(Reason(firing.rule.key, "", explanation=explanation))
        else:
            reasons.append(
                Reason(firing.rule.key, quote.words, quote.start, quote.end, explanation=explanation)
            )
    return tuple(reasons)


def _against(attribute: DisclosureAttribute, firings: Sequence[Firing], facts: Facts) -> tuple[str, ...]:
    others = [firing for firing in firings if firing.rule.attribute is not attribute]
    return tuple(
        f"{ATTRIBUTE_TERMS[firing.rule.attribute]}（{'、'.join(firing.rule.basis) or '无依据代码'}）："
        f"{firing.rule.explain(firing.quotes, facts)}"
        for firing in others[:MOST_AGAINST]
    )


def _checks(firings: Sequence[Firing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(check for firing in firings[:MOST_REASONS] for check in firing.rule.check))


def _without_mark(facts: Facts) -> Iterator[str]:
    dated = facts.dated_on
    if dated and dated < DISCLOSURE_BEGINS[: len(dated)]:
        yield "成文早于2008年5月1日条例施行，未标注公开属性不属违规，按现行条例认定。"
    elif dated:
        yield "未见公开属性标注，属未认定，不等于不予公开。"


def _with_doubts(
    proposal: Suggestion, case: Case, evidence: Sequence[AttributeEvidence], facts: Facts
) -> Suggestion:
    """Contradicting marks, marks only a person can read, forwarded texts, terms of secrecy."""
    against = [*_conflicts(evidence), *_printed_conflicts(case.recognition), *proposal.against]
    checks = [*proposal.to_check]
    if evidence and evidence[0].attribute is DisclosureAttribute.UNDETERMINED:
        checks.insert(0, f"标注“{evidence[0].quote.words}”不是三种公开属性之一，须人工认定。")
    if case.role is DocumentRole.FORWARDED and facts.mark is None:
        checks.append("转发、批转文件随被转发文件的属性；被转发文件无标注的重新认定。")
    checks += _expired_secrecy(case)
    checks += _doubtful_dates(case.recognition)
    return replace(proposal, against=tuple(dict.fromkeys(against)), to_check=tuple(dict.fromkeys(checks)))


def _conflicts(evidence: Sequence[AttributeEvidence]) -> Iterator[str]:
    for other in evidence[1:]:
        if other.attribute is not evidence[0].attribute:
            yield (
                f"属性冲突：{TERMS[evidence[0].source]}为{ATTRIBUTE_TERMS[evidence[0].attribute]}，"
                f"{TERMS[other.source]}为{ATTRIBUTE_TERMS[other.attribute]}。"
            )


def _printed_conflicts(recognition: Recognition) -> Iterator[str]:
    for observation in recognition.observations:
        if observation.kind == CONFLICT:
            yield f"属性冲突：{observation.message}"


def _doubtful_dates(recognition: Recognition) -> Iterator[str]:
    """What recognition found odd about date and number, until a person has put either right."""
    telling = (recognition.elements.get(name) for name in (ElementName.DATED_ON, ElementName.DOCUMENT_NUMBER))
    if any(element is not None and element.origin is Origin.PERSON for element in telling):
        return
    yield from (one.message for one in recognition.observations if one.kind in _DATE_DOUBTS)


def _expired_secrecy(case: Case) -> Iterator[str]:
    mark = case.recognition.elements.get(ElementName.SECURITY_CLASSIFICATION)
    dated = case.recognition.elements.get(ElementName.DATED_ON)
    if mark is not None and case.today is not None:
        note = expiry_note(mark.text, dated.text if dated is not None else None, case.today)
        if note is not None:
            term = "未标期限，按最长期限" if note.assumed_term else ""
            yield f"{note.message}（{term}推算期满日{note.ends_on.isoformat()}）。"


def _gated(proposal: Suggestion, case: Case) -> Suggestion:
    """The last word before a person's: what is never proposed for 主动公开 as it stands."""
    if proposal.attribute is not DisclosureAttribute.PROACTIVE:
        return proposal
    if _is_classified(case):
        return _closed(proposal, DisclosureAttribute.WITHHELD, "N-14-1", "有国家秘密标志，未经解密不得公开。")
    kinds = {one.kind for one in case.findings if one.kind in NEVER_PROACTIVE and one.confidence >= SURE}
    if not kinds:
        return proposal
    named = "、".join(sorted(map(term, kinds)))
    if "case_file" in kinds:
        return _closed(proposal, DisclosureAttribute.WITHHELD, "N-16-3", f"含{named}。")
    if kinds & {"security_plan", "credential"}:
        return _closed(proposal, DisclosureAttribute.WITHHELD, "N-14-3", f"含{named}。")
    closed = _closed(proposal, DisclosureAttribute.ON_REQUEST, "N-15-2", f"含{named}，删减前不宜主动公开。")
    return replace(closed, redact=True)


def _is_classified(case: Case) -> bool:
    mark = case.recognition.elements.get(ElementName.SECURITY_CLASSIFICATION)
    has_level = mark is not None and _SECRET_LEVEL.match("".join(fold(mark.text).split())) is not None
    return has_level or examine_extraction(case.extraction).quarantines


def _closed(proposal: Suggestion, attribute: DisclosureAttribute, code: str, why: str) -> Suggestion:
    was = ATTRIBUTE_TERMS[proposal.attribute]
    return replace(
        proposal,
        attribute=attribute,
        basis=(code,),
        reasons=(Reason("gate", "", explanation=why), *proposal.reasons),
        against=(f"原标注或规则指向{was}。", *proposal.against),
    )


def _with_redaction(proposal: Suggestion, case: Case) -> Suggestion:
    """Publishing with places taken out, and which places (条例 711 art. 37)."""
    places = [one for one in case.findings if one.kind in TO_REDACT and one.confidence >= SURE]
    if not places or proposal.attribute in {DisclosureAttribute.WITHHELD, DisclosureAttribute.UNDETERMINED}:
        return proposal
    counted = Counter(term(one.kind) for one in places)
    listed = "、".join(f"{kind}{count}处" for kind, count in counted.most_common())
    check = f"区分处理：公开前删减{listed}。"
    reasons = (*proposal.reasons, *_place_reasons(places, proposal.reasons))
    return replace(proposal, redact=True, reasons=reasons, to_check=(*proposal.to_check, check))


def _place_reasons(places: Sequence[Finding], present: Sequence[Reason]) -> Iterator[Reason]:
    quoted = {reason.start for reason in present}
    shown: Counter[str] = Counter()
    for one in places:
        if one.place == "text" and one.start not in quoted and shown[one.kind] < MOST_REASONS:
            shown[one.kind] += 1
            yield Reason(
                "redact", f"{term(one.kind)}：{one.shown}", one.start, one.end, explanation="公开前删减。"
            )


def _paged(reasons: Sequence[Reason], extraction: Extraction) -> tuple[Reason, ...]:
    return tuple(
        replace(reason, page=extraction.page_of(reason.start)) if reason.start is not None else reason
        for reason in reasons
    )
