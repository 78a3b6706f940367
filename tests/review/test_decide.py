"""Two persons, proofs of identity, and what a decision must hold."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.disclosure import DisclosureAttribute, Finding
from app.domain.document import Applicability
from app.domain.people import PersonRole
from app.domain.review import Decision, DeterminationState, ReviewState
from app.errors import AppError
from app.review import decide, people
from app.store import audit, determinations, documents, queries
from app.store.catalogue import Catalogue
from tests.catalogues import add_document, copied

PIN = "2468"
OPEN = Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",))
CLOSED = Decision(DisclosureAttribute.WITHHELD, ("N-16-1",), "内部管理事项")


@pytest.fixture(scope="module")
def staffed(blank_catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    both = {PersonRole.REVIEWER, PersonRole.APPROVER}
    folder = tmp_path_factory.mktemp("both") / "catalogue"
    with copied(blank_catalogue, folder) as made:
        people.add_person(made, "王示例", both, by="系统")
        people.add_person(made, "李复核", both, by="系统")
        people.set_pin(made, "李复核", PIN, by="李复核")  # before there is an administrator
        people.add_person(made, "钱管理", {PersonRole.ADMINISTRATOR}, by="系统")
    return folder


def shown(catalogue: Catalogue, uuid: str) -> queries.DocumentRow:
    with catalogue.read() as connection:
        document_id = documents.document_with_uuid(connection, uuid)
        assert document_id is not None
        return queries.document_row(connection, document_id)


def test_a_proposal_approved_by_another_person_is_in_force(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by="王示例")
    assert shown(catalogue, uuid).attribute is DisclosureAttribute.UNDETERMINED
    assert shown(catalogue, uuid).review_state is ReviewState.PROPOSED
    approved = decide.approve(catalogue, uuid, by="李复核", pin=PIN)
    assert approved.state is DeterminationState.APPROVED
    assert approved.is_proven
    assert [s.person for s in approved.signatures] == ["王示例", "李复核"]
    assert shown(catalogue, uuid).attribute is DisclosureAttribute.PROACTIVE


def test_every_act_leaves_an_audit_entry_and_the_chain_is_whole(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by="王示例")
    decide.send_back(catalogue, uuid, by="李复核", reason="请补充依据")
    decide.propose(catalogue, uuid, OPEN, by="王示例")
    decide.approve(catalogue, uuid, by="李复核", pin=PIN)
    with catalogue.read() as connection:
        acts = [entry.action for entry in audit.entries(connection, subject=uuid)][1:]
        assert acts == ["review.propose", "review.return", "review.propose", "review.approve"]
        assert not audit.faults(connection)


def test_the_same_person_cannot_approve(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by="李复核")
    with pytest.raises(AppError, match="同一人"):
        decide.approve(catalogue, uuid, by="李复核", pin=PIN)
    assert shown(catalogue, uuid).review_state is ReviewState.PROPOSED


def test_the_database_refuses_a_second_signature_of_one_person(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    made = decide.propose(catalogue, uuid, OPEN, by="王示例")
    connection = sqlite3.connect(catalogue.folder / "catalogue.db")
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute(
            "INSERT INTO signature (determination_id, document_id, round_id, person_id, act, note,"
            " identity_proven, account, at, is_void) SELECT determination_id, document_id, round_id, person_id,"
            " 'approve', '', 0, account, at, 0 FROM signature WHERE determination_id = ?",
            (made.id,),
        )
    connection.close()


@pytest.mark.parametrize(
    ("pin", "told"), [("0000", "口令不对"), ("", "口令不对"), (None, "设有口令，签字时要输入")]
)
def test_an_approver_with_a_pin_must_prove_himself(catalogue: Catalogue, pin: str | None, told: str) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by="王示例")
    with pytest.raises(AppError, match=told):
        decide.approve(catalogue, uuid, by="李复核", pin=pin)
    assert shown(catalogue, uuid).review_state is ReviewState.PROPOSED


def test_a_pin_that_was_not_asked_for_is_no_wrong_one(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by="王示例")
    for _ in range(6):
        with pytest.raises(AppError, match="设有口令"):
            decide.approve(catalogue, uuid, by="李复核", pin=None)
    assert decide.approve(catalogue, uuid, by="李复核", pin=PIN).is_proven


def test_an_approver_without_a_pin_approves_without_proof(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by="李复核")
    assert not decide.approve(catalogue, uuid, by="王示例", pin=None).is_proven


def test_wrong_pins_lock_the_account_even_for_the_right_one(catalogue: Catalogue) -> None:
    person = people.person_named(catalogue, "李复核")
    for _ in range(5):
        with pytest.raises(AppError, match="口令不对"):
            people.prove(catalogue, person, "9999")
    with pytest.raises(AppError, match="锁定"):
        people.prove(catalogue, person, PIN)


def test_an_administrator_cannot_decide(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    with pytest.raises(AppError, match="没有初审权限"):
        decide.propose(catalogue, uuid, OPEN, by="钱管理")


def test_what_another_body_made_is_not_decided_here(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue, applicability=Applicability.OTHER_MAKER)
    with pytest.raises(AppError, match="转告制作机关"):
        decide.propose(catalogue, uuid, OPEN, by="王示例")


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (Decision(DisclosureAttribute.UNDETERMINED), "存疑"),
        (Decision(DisclosureAttribute.WITHHELD, (), "理由"), "依据条款"),
        (Decision(DisclosureAttribute.WITHHELD, ("N-16-1",)), "理由"),
        (Decision(DisclosureAttribute.ON_REQUEST, ("R-13/27",)), "理由"),
        (Decision(DisclosureAttribute.PROACTIVE, ("N-16-1",)), "不一致"),
        (Decision(DisclosureAttribute.WITHHELD, ("N-14-1",), "涉密"), "国家秘密"),
    ],
)
def test_an_incomplete_decision_is_refused(catalogue: Catalogue, decision: Decision, sentence: str) -> None:
    uuid = add_document(catalogue)
    with pytest.raises(AppError, match=sentence):
        decide.propose(catalogue, uuid, decision, by="王示例")
    assert shown(catalogue, uuid).review_state is ReviewState.OPEN


def test_personal_data_must_be_redacted_before_publication(catalogue: Catalogue) -> None:
    found = Finding("resident_id", 3, 21, "330***********1234", 0.99)
    uuid = add_document(catalogue, findings=(found,))
    with pytest.raises(AppError, match="1 处敏感内容"):
        decide.propose(catalogue, uuid, OPEN, by="王示例")
    redacted = Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",), redactions=((0, 30),))
    assert decide.propose(catalogue, uuid, redacted, by="王示例").state is DeterminationState.PROPOSED


def test_opening_what_was_internal_needs_changed_circumstances(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, CLOSED, by="王示例")
    decide.approve(catalogue, uuid, by="李复核", pin=PIN)
    with pytest.raises(AppError, match="情势变化"):
        decide.propose(catalogue, uuid, OPEN, by="王示例", round_name="2025 年定期审查")
    explained = Decision(
        DisclosureAttribute.PROACTIVE, ("A-18",), attachments={"changed_circumstances": "机构已撤销"}
    )
    decide.propose(catalogue, uuid, explained, by="王示例", round_name="2025 年定期审查")
    decide.approve(catalogue, uuid, by="李复核", pin=PIN)
    with catalogue.read() as connection:
        document_id = documents.document_with_uuid(connection, uuid)
        assert document_id is not None
        states = [made.state for made in determinations.history(connection, document_id)]
    assert states == [DeterminationState.SUPERSEDED, DeterminationState.APPROVED]


@pytest.mark.parametrize("statement", ["third_party", "public_interest"])
def test_opening_what_concerns_a_third_party_needs_its_opinion(catalogue: Catalogue, statement: str) -> None:
    uuid = add_document(catalogue)
    secret = Decision(DisclosureAttribute.WITHHELD, ("N-15-1",), "商业秘密")
    decide.propose(catalogue, uuid, secret, by="王示例")
    decide.approve(catalogue, uuid, by="李复核", pin=PIN)
    with pytest.raises(AppError, match="第三方"):
        decide.propose(catalogue, uuid, OPEN, by="王示例", round_name="2025 年定期审查")
    heard = replace(OPEN, attachments={statement: "已书面征求意见，同意公开"})
    proposed = decide.propose(catalogue, uuid, heard, by="王示例", round_name="2025 年定期审查")
    assert proposed.state is DeterminationState.PROPOSED


def test_only_the_proposer_withdraws(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by="王示例")
    with pytest.raises(AppError, match="自己"):
        decide.withdraw(catalogue, uuid, by="李复核")
    decide.withdraw(catalogue, uuid, by="王示例")
    assert shown(catalogue, uuid).review_state is ReviewState.OPEN
