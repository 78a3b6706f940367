"""The labelled cases: agreement, balanced accuracy, confusion, every rule seen, and the hard gate."""

from collections import Counter
from dataclasses import replace

import pytest

from app.classify.finding_kinds import NEVER_PROACTIVE
from app.classify.personal_information import find
from app.classify.rules import shipped_rules
from app.domain.disclosure import DisclosureAttribute
from app.domain.source import Extraction, FileFormat
from app.inventory.secrecy import examine_extraction
from tests.unit.classify.cases_reader import NUMBERS, labelled_cases

LEAST_CASES = 400
LEAST_AGREEMENT = 0.97
LEAST_BALANCED_ACCURACY = 0.97

CASES = labelled_cases()


@pytest.fixture(scope="module")
def suggestions():
    return [(case, case.suggestion()) for case in CASES]


def test_the_set_is_large_enough():
    assert len(CASES) >= LEAST_CASES


def test_agreement_and_balanced_accuracy(suggestions):
    confusion = Counter((case.attribute, made.attribute.value) for case, made in suggestions)
    wanted = Counter(case.attribute for case, _ in suggestions)
    recalls = {name: confusion[name, name] / count for name, count in wanted.items()}
    agreement = sum(confusion[name, name] for name in wanted) / len(suggestions)
    balanced = sum(recalls.values()) / len(recalls)
    print(f"\n{len(suggestions)} cases, agreement {agreement:.3f}, balanced accuracy {balanced:.3f}")
    for name, recall in sorted(recalls.items()):
        row = "  ".join(f"{other}:{confusion[name, other]}" for other in sorted(wanted))
        print(f"  {name:14}{recall:.3f}   {row}")
    for case, made in suggestions:
        if made.attribute != case.attribute:
            print(f"  {case.name}: {made.attribute.value} {[reason.rule for reason in made.reasons]}")
    assert agreement >= LEAST_AGREEMENT
    assert balanced >= LEAST_BALANCED_ACCURACY


def test_the_basis_is_among_those_proposed(suggestions):
    missed = [
        (case.name, made.basis)
        for case, made in suggestions
        if case.basis and made.attribute == case.attribute and case.basis not in made.basis
    ]
    print(f"\nbasis missed: {missed}")
    assert len(missed) <= 0.05 * len(suggestions)


def test_redaction_is_proposed_where_only_places_are_sensitive(suggestions):
    wrong = [
        case.name for case, made in suggestions if case.redact is not None and made.redact is not case.redact
    ]
    assert wrong == []


def test_applicability_is_kept_and_explained(suggestions):
    for case, made in suggestions:
        assert made.applicability == case.applicability, case.name
        if case.expects:
            assert any(case.expects in line for line in made.to_check), case.name


def test_every_rule_is_covered(suggestions):
    fired = {reason.rule for _, made in suggestions for reason in made.reasons}
    print(f"\nrules no case rests on: {sorted({rule.key for rule in shipped_rules().rules} - fired)}")
    assert {rule.key for rule in shipped_rules().rules} - fired == set()


def test_nothing_protected_is_ever_proposed_for_the_public(suggestions):
    for case, made in suggestions:
        if made.attribute is DisclosureAttribute.PROACTIVE:
            kinds = {one.kind for one in find(case.text) if one.confidence >= 0.5}
            assert not kinds & NEVER_PROACTIVE, case.name
            assert not examine_extraction(Extraction(FileFormat.TXT, None, case.text)).quarantines, case.name


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("", "联系人身份证号：{id1}\n"),
        ("机密★5年\n", ""),
        ("", "姓名\t住址\t金额\n陆大山\t望湖村3组\t5\n俞小河\t望湖村4组\t6\n章立秋\t望湖村5组\t7\n"),
        ("询问笔录\n", ""),
    ],
    ids=["identity number", "classified mark", "roster", "case file"],
)
def test_no_public_document_stays_public_with_something_protected_in_it(before, behind):
    behind = behind.replace("{id1}", NUMBERS["{id1}"])
    public = [case for case in CASES if case.attribute == "proactive"]
    made = [replace(case, text=f"{before}{case.text}\n{behind}").suggestion() for case in public]
    assert not [one for one in made if one.attribute is DisclosureAttribute.PROACTIVE]


def test_every_reason_quotes_the_text_it_points_to(suggestions):
    for case, made in suggestions:
        for reason in made.reasons:
            assert reason.start is None or 0 <= reason.start < reason.end <= len(case.text), case.name
            assert len(reason.quote) <= 80
