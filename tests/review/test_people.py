"""Accounts: roles that go together, putting out of use, forgotten PINs; who may do it, and what the trail says."""

import pytest

from app import cli
from app.domain.people import PersonRole, are_compatible
from app.domain.review import ReviewState
from app.errors import AppError
from app.review import decide, people
from app.store import audit
from app.store.catalogue import Catalogue
from tests.catalogues import add_document
from tests.review.staff import ADMINISTRATOR, APPROVER, CLOSED, OPEN, PIN, REVIEWER, SECOND, hire, shown


@pytest.fixture(autouse=True)
def staff(catalogue: Catalogue) -> None:
    hire(catalogue)


def dishu(*arguments: object) -> int:
    return cli.run([str(argument) for argument in arguments])


@pytest.mark.parametrize(
    ("roles", "fit"),
    [
        ({PersonRole.REVIEWER, PersonRole.APPROVER, PersonRole.SECRECY_REVIEWER}, True),
        ({PersonRole.ADMINISTRATOR}, True),
        ({PersonRole.AUDITOR}, True),
        ({PersonRole.ADMINISTRATOR, PersonRole.REVIEWER}, False),
        ({PersonRole.ADMINISTRATOR, PersonRole.APPROVER}, False),
        ({PersonRole.AUDITOR, PersonRole.REVIEWER}, False),
        ({PersonRole.AUDITOR, PersonRole.ADMINISTRATOR}, False),
    ],
)
def test_who_keeps_accounts_or_only_reads_does_not_decide(catalogue, roles, fit) -> None:
    assert are_compatible(roles) is fit
    if not fit:
        with pytest.raises(AppError, match="不能兼任"):
            people.add_person(catalogue, "郑兼任", roles, by="系统")


def test_changed_roles_count_from_now_on_and_stand_in_the_trail(catalogue) -> None:
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=SECOND)
    people.change_roles(catalogue, SECOND, {PersonRole.APPROVER}, by=ADMINISTRATOR)
    assert last(catalogue) == ("people.roles", ADMINISTRATOR, [("roles", "reviewer", "approver")])
    with pytest.raises(AppError, match="没有初审权限"):
        decide.propose(catalogue, add_document(catalogue), OPEN, by=SECOND)
    with pytest.raises(AppError, match="同一人"):
        decide.approve(catalogue, uuid, by=SECOND, pin=None)


def test_account_out_of_use_acts_no_more_and_what_it_did_stays(catalogue) -> None:
    waiting, decided = add_document(catalogue), add_document(catalogue)
    decide.propose(catalogue, waiting, CLOSED, by=REVIEWER)
    decide.propose(catalogue, decided, OPEN, by=REVIEWER)
    decide.approve(catalogue, decided, by=APPROVER, pin=PIN)
    for name in (REVIEWER, APPROVER):
        people.set_active(catalogue, name, is_active=False, by=ADMINISTRATOR, reason="调离")
    assert last(catalogue)[2] == [("active", "yes", "no"), ("reason", None, "调离")]
    with pytest.raises(AppError, match="已停用"):
        decide.propose(catalogue, add_document(catalogue), OPEN, by=REVIEWER)
    with pytest.raises(AppError, match="已停用"):
        decide.approve(catalogue, waiting, by=APPROVER, pin=PIN)
    assert shown(catalogue, decided).review_state is ReviewState.APPROVED
    people.set_active(catalogue, APPROVER, is_active=True, by=ADMINISTRATOR)
    assert decide.approve(catalogue, waiting, by=APPROVER, pin=PIN).is_proven


def test_forgotten_pin_is_taken_away_by_an_administrator_only(catalogue) -> None:
    with pytest.raises(AppError, match="没有管理员权限"):
        people.reset_pin(catalogue, APPROVER, by=REVIEWER)
    people.reset_pin(catalogue, APPROVER, by=ADMINISTRATOR)
    assert not people.person_named(catalogue, APPROVER).has_pin
    assert last(catalogue)[:2] == ("people.pin_reset", ADMINISTRATOR)
    people.set_pin(catalogue, APPROVER, "8642", by=APPROVER)
    people.prove(catalogue, people.person_named(catalogue, APPROVER), "8642")


def test_only_administrators_change_accounts_and_the_last_one_stays(catalogue) -> None:
    with pytest.raises(AppError, match="没有管理员权限"):
        people.change_roles(catalogue, REVIEWER, {PersonRole.APPROVER}, by=REVIEWER)
    with pytest.raises(AppError, match="唯一的管理员"):
        people.set_active(catalogue, ADMINISTRATOR, is_active=False, by=ADMINISTRATOR)
    with pytest.raises(AppError, match="唯一的管理员"):
        people.change_roles(catalogue, ADMINISTRATOR, {PersonRole.REVIEWER}, by=ADMINISTRATOR)
    people.add_person(catalogue, "郑管理", {PersonRole.ADMINISTRATOR}, by=ADMINISTRATOR)
    people.set_active(catalogue, ADMINISTRATOR, is_active=False, by="郑管理")
    with pytest.raises(AppError, match="已停用"):
        people.change_roles(catalogue, REVIEWER, {PersonRole.APPROVER}, by=ADMINISTRATOR)


def test_on_the_command_line(catalogue, capfdbinary) -> None:
    home = catalogue.folder
    assert dishu("people", "roles", home, SECOND, "--role", "approver", "--by", ADMINISTRATOR) == 0
    assert dishu("people", "deactivate", home, SECOND, "--reason", "调离", "--by", ADMINISTRATOR) == 0
    assert dishu("people", "pin", home, APPROVER, "--reset", "--by", ADMINISTRATOR) == 0
    assert dishu("people", "list", home) == 0
    out = capfdbinary.readouterr().out.decode()
    assert f"{SECOND}　审定　无口令　已停用" in out
    assert f"{APPROVER}　审定　无口令" in out
    assert dishu("people", "activate", home, SECOND, "--by", ADMINISTRATOR) == 0
    assert dishu("people", "activate", home, "无此人", "--by", ADMINISTRATOR) == 3


def last(catalogue: Catalogue) -> tuple[str, str, list[tuple[str, str | None, str | None]]]:
    with catalogue.read() as connection:
        entry = list(audit.entries(connection))[-1]
    return entry.action, entry.by, [(c.name, c.before, c.after) for c in entry.changes]
