"""One, two or three persons; the secrecy review; stale decisions; approving many with one proof."""

import dataclasses

import pytest

from app.domain.disclosure import DisclosureAttribute, Finding
from app.domain.people import PersonRole
from app.domain.review import Decision, DeterminationState, ReviewState
from app.errors import AppError
from app.review import decide, people, rounds
from app.review.judging import StaleDecisionError, as_shown
from app.store import audit, determinations, documents, proposals, queries, suggestions
from app.store.catalogue import Catalogue
from app.store.naming import known_document
from tests.catalogues import add_document
from tests.review.staff import (
    ADMINISTRATOR,
    APPROVER,
    AUDITOR,
    CLOSED,
    ON_REQUEST,
    OPEN,
    PIN,
    REVIEWER,
    SECOND,
    SECRECY,
    shown,
    suggest,
)

SAFETY = Decision(DisclosureAttribute.WITHHELD, ("N-14-3",), "危及公共安全")


def test_three_persons_sign_where_three_are_required(catalogue: Catalogue) -> None:
    rounds.require_signatures(catalogue, "三审", 3, by=ADMINISTRATOR)
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER, round_name="三审")
    with pytest.raises(AppError, match="先经保密审查"):
        decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    decide.review_secrecy(catalogue, uuid, by=SECRECY)
    made = decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    assert [signature.person for signature in made.signatures] == [REVIEWER, SECRECY, APPROVER]


def test_one_person_decides_alone_where_one_is_enough(catalogue: Catalogue) -> None:
    people.add_person(catalogue, "郑独任", {PersonRole.REVIEWER, PersonRole.APPROVER}, by="系统")
    rounds.require_signatures(catalogue, "独任", 1, by=ADMINISTRATOR)
    uuid, other = add_document(catalogue), add_document(catalogue)
    made = decide.propose(catalogue, uuid, OPEN, by="郑独任", round_name="独任")
    assert made.state is DeterminationState.APPROVED
    assert not made.is_proven
    assert shown(catalogue, uuid).attribute is DisclosureAttribute.PROACTIVE
    waiting = decide.propose(catalogue, other, SAFETY, by="郑独任", round_name="独任")
    assert waiting.state is DeterminationState.PROPOSED, "a secrecy review is never skipped"


@pytest.mark.parametrize(
    ("decision", "kind", "is_due"),
    [
        (OPEN, None, False),
        (SAFETY, None, True),
        (OPEN, "internal_mark", True),
        (ON_REQUEST, "security_plan", True),
        (CLOSED, "internal_mark", False),
        (dataclasses.replace(OPEN, attachments={"secrecy_review": "请看第三条"}), None, True),
    ],
)
def test_a_secrecy_review_is_due_where_flagged(catalogue: Catalogue, decision, kind, is_due) -> None:
    found = (Finding(kind, 0, 2, "内部", 0.9),) if kind else ()
    uuid = add_document(catalogue, findings=found)
    assert decide.propose(catalogue, uuid, decision, by=REVIEWER).needs_secrecy_review is is_due


def test_the_secrecy_reviewer_may_return(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, SAFETY, by=REVIEWER)
    decide.send_back(catalogue, uuid, by=SECRECY, reason="改为不予公开第十六条")
    assert shown(catalogue, uuid).review_state is ReviewState.RETURNED


@pytest.mark.parametrize("name", [ADMINISTRATOR, AUDITOR, SECOND, SECRECY])
def test_only_approvers_approve(catalogue: Catalogue, name: str) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    with pytest.raises(AppError, match="没有审定权限"):
        decide.approve(catalogue, uuid, by=name, pin=None)


def test_what_changed_since_it_was_shown_is_told(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    suggest(catalogue, uuid, DisclosureAttribute.PROACTIVE, "2026.1")
    with catalogue.read() as connection:
        document = known_document(connection, uuid)
        seen = as_shown(proposals.standings(connection, [document])[document])
    suggest(catalogue, uuid, DisclosureAttribute.WITHHELD, "2026.2")
    decide.propose(catalogue, uuid, ON_REQUEST, by=SECOND)
    with pytest.raises(StaleDecisionError) as refused:
        decide.propose(catalogue, uuid, OPEN, by=REVIEWER, shown=seen)
    assert refused.value.message == (
        "您查看之后情况有变化：规则由“2026.1”版更新为“2026.2”版；审查状态由未审变为待审定。"
    )


def test_an_approval_is_refused_when_the_rules_now_say_something_else(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    suggest(catalogue, uuid, DisclosureAttribute.PROACTIVE, "2026.1")
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    suggest(catalogue, uuid, DisclosureAttribute.PROACTIVE, "2026.2")
    suggest(catalogue, uuid, DisclosureAttribute.WITHHELD, "2026.3")
    with pytest.raises(StaleDecisionError, match=r"“2026\.3”版"):
        decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    suggest(catalogue, uuid, DisclosureAttribute.PROACTIVE, "2026.4")
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)


def test_findings_made_since_the_proposal_stop_the_approval(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    with catalogue.write(by="系统", action="test") as unit:
        row = queries.document_row(unit.connection, documents.document_with_uuid(unit.connection, uuid))
        found = Finding("resident_id", 3, 21, "330***********1234", 0.99)
        suggestions.put_findings(unit.connection, {row.master_content_id: [found]})
        unit.record(uuid)
        unit.commit()
    with pytest.raises(AppError, match="1 处敏感内容"):
        decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)


def test_many_are_approved_with_one_proof_and_the_others_are_listed(catalogue: Catalogue) -> None:
    uuids = [add_document(catalogue) for _ in range(4)]
    for uuid in uuids[:3]:
        decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    done = decide.approve_many(catalogue, uuids, APPROVER, PIN, note="同意")
    assert done.approved == tuple(uuids[:3])
    assert [refusal.document for refusal in done.refused] == uuids[3:]
    with catalogue.read() as connection:
        proofs = [entry for entry in audit.entries(connection) if entry.action == "people.prove"]
        made = determinations.in_force(connection, documents.document_with_uuid(connection, uuids[0]))
    assert len(proofs) == 1
    assert made is not None
    assert made.is_proven


def test_a_wrong_pin_approves_nothing(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    with pytest.raises(AppError, match="口令不对"):
        decide.approve_many(catalogue, [uuid], APPROVER, "0000")
    assert shown(catalogue, uuid).review_state is ReviewState.PROPOSED


def test_the_next_review_is_a_year_away_for_what_stays_closed(catalogue: Catalogue) -> None:
    closed, opened = add_document(catalogue), add_document(catalogue)
    assert decide.propose(catalogue, closed, CLOSED, by=REVIEWER).decision.next_review_on is not None
    assert decide.propose(catalogue, opened, OPEN, by=REVIEWER).decision.next_review_on is None


def test_the_same_document_can_be_decided_anew_in_the_same_round(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, ON_REQUEST, by=REVIEWER)
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    decide.withdraw(catalogue, uuid, by=REVIEWER)
    assert shown(catalogue, uuid).review_state is ReviewState.APPROVED, "what is in force stays in force"
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    assert shown(catalogue, uuid).attribute is DisclosureAttribute.PROACTIVE
