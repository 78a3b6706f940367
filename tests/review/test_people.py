"""Accounts: roles that go together, putting out of use, forgotten PINs; who may do it, and what the trail says."""

import io
import re
import sys

import pytest

from app import cli
from app.domain.people import PersonRole, are_compatible
from app.domain.review import ReviewState
from app.errors import AppError
from app.review import decide, people
from app.store import audit
from app.store import people as accounts
from app.store.catalogue import Catalogue, create_catalogue
from tests.catalogues import add_document
from tests.review.staff import ADMINISTRATOR, APPROVER, CLOSED, OPEN, PIN, REVIEWER, SECOND, shown


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


ADMINISTRATORS_PIN = "97531"


def known_administrator(catalogue: Catalogue) -> None:
    """An administrator with a PIN of his own, as if he had been the first."""
    with catalogue.write(by=ADMINISTRATOR, action="test") as unit:
        held = people.require(unit, ADMINISTRATOR, PersonRole.ADMINISTRATOR)
        accounts.set_pin(unit.connection, held.id, ADMINISTRATORS_PIN)
        unit.record(held.uuid)
        unit.commit()


def test_nobody_chooses_the_first_pin_of_another_person(catalogue) -> None:
    with pytest.raises(AppError, match="只能由本人"):
        people.set_pin(catalogue, REVIEWER, "1357", by=APPROVER)
    with pytest.raises(AppError, match="要由别人当面给"):
        people.set_pin(catalogue, REVIEWER, "1357", by=REVIEWER)
    assert not people.person_named(catalogue, REVIEWER).has_pin


def test_the_very_first_pin_is_chosen_by_an_administrator_where_there_is_one(tmp_path) -> None:
    with create_catalogue(tmp_path / "c", office="临湖县水利局", by="系统") as made:
        people.add_person(made, REVIEWER, {PersonRole.REVIEWER}, by="系统")
        people.add_person(made, ADMINISTRATOR, {PersonRole.ADMINISTRATOR}, by="系统")
        with pytest.raises(AppError, match="要由别人当面给"):
            people.set_pin(made, REVIEWER, "1357", by=REVIEWER)
        people.set_pin(made, ADMINISTRATOR, ADMINISTRATORS_PIN, by=ADMINISTRATOR)
        people.prove(made, people.person_named(made, ADMINISTRATOR), ADMINISTRATORS_PIN)


def test_one_time_pin_proves_nothing_until_it_was_replaced(catalogue) -> None:
    known_administrator(catalogue)
    uuid = add_document(catalogue)
    decide.propose(catalogue, uuid, OPEN, by=REVIEWER)
    once = people.give_pin(catalogue, APPROVER, by=ADMINISTRATOR, pin=ADMINISTRATORS_PIN)
    assert last(catalogue)[:2] == ("people.pin_given", ADMINISTRATOR)
    assert people.person_named(catalogue, APPROVER).must_change_pin
    for pin, sentence in ((PIN, "口令不对"), (once, "一次性口令"), (None, "设有口令")):
        with pytest.raises(AppError, match=sentence):
            decide.approve(catalogue, uuid, by=APPROVER, pin=pin)
    for new, present, sentence in ((once, once, "相同"), ("8642", "8642", "相同"), ("8642", PIN, "不对")):
        with pytest.raises(AppError, match=sentence):
            people.set_pin(catalogue, APPROVER, new, by=APPROVER, present_pin=present)
    people.set_pin(catalogue, APPROVER, "8642", by=APPROVER, present_pin=once)
    assert decide.approve(catalogue, uuid, by=APPROVER, pin="8642").is_proven


def test_one_time_pin_is_given_by_a_proven_administrator_only(catalogue) -> None:
    cases = [
        (APPROVER, PIN, "没有管理权限"),
        (ADMINISTRATOR, "0000", "还没有口令"),
        (REVIEWER, "1357", "不能给自己"),
    ]
    for by, pin, sentence in cases:
        with pytest.raises(AppError, match=sentence):
            people.give_pin(catalogue, REVIEWER, by=by, pin=pin)
    known_administrator(catalogue)
    with pytest.raises(AppError, match="口令不对"):
        people.give_pin(catalogue, REVIEWER, by=ADMINISTRATOR, pin="0000")
    assert not people.person_named(catalogue, REVIEWER).has_pin


def test_without_an_administrator_a_known_person_gives_first_pins_and_replaces_none(tmp_path) -> None:
    with create_catalogue(tmp_path / "c", office="临湖县水利局", by="系统") as made:
        people.add_person(made, REVIEWER, {PersonRole.REVIEWER}, by="系统")
        people.add_person(made, APPROVER, {PersonRole.APPROVER}, by="系统")
        people.set_pin(made, APPROVER, PIN, by=APPROVER)
        once = people.give_pin(made, REVIEWER, by=APPROVER, pin=PIN)
        people.set_pin(made, REVIEWER, "1357", by=REVIEWER, present_pin=once)
        with pytest.raises(AppError, match="没有管理权限"):
            people.give_pin(made, REVIEWER, by=APPROVER, pin=PIN)
        people.prove(made, people.person_named(made, REVIEWER), "1357")


def test_accounts_are_kept_with_the_administrators_pin_once_he_has_one(catalogue) -> None:
    known_administrator(catalogue)
    for by, pin, sentence in (
        (ADMINISTRATOR, None, "口令不对"),
        (APPROVER, PIN, "没有管理权限"),
        (REVIEWER, "1357", "不能证明身份"),
    ):
        with pytest.raises(AppError, match=sentence):
            people.add_person(catalogue, "郑假名", {PersonRole.ADMINISTRATOR}, by=by, pin=pin)
        with pytest.raises(AppError, match=sentence):
            people.change_roles(catalogue, REVIEWER, {PersonRole.ADMINISTRATOR}, by=by, pin=pin)
        with pytest.raises(AppError, match=sentence):
            people.set_active(catalogue, APPROVER, is_active=False, by=by, pin=pin)
    added = people.add_person(
        catalogue, "郑管理", {PersonRole.ADMINISTRATOR}, by=ADMINISTRATOR, pin=ADMINISTRATORS_PIN
    )
    with pytest.raises(AppError, match="唯一的管理员（有口令的）"):
        people.set_active(catalogue, ADMINISTRATOR, is_active=False, by=ADMINISTRATOR, pin=ADMINISTRATORS_PIN)
    assert not added.has_pin


def test_only_administrators_change_accounts_and_the_last_one_stays(catalogue) -> None:
    with pytest.raises(AppError, match="没有管理权限"):
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
    assert dishu("people", "list", home) == 0
    out = capfdbinary.readouterr().out.decode()
    assert f"{SECOND}　审定　无口令　已停用" in out
    assert f"{APPROVER}　审定　有口令" in out
    assert dishu("people", "activate", home, SECOND, "--by", ADMINISTRATOR) == 0
    assert dishu("people", "activate", home, "无此人", "--by", ADMINISTRATOR) == 3


def test_pins_on_the_command_line(catalogue, capfdbinary, monkeypatch) -> None:
    home = catalogue.folder

    def typed(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    typed(PIN)
    assert dishu("people", "pin", home, REVIEWER, "--by", APPROVER) == 3
    known_administrator(catalogue)
    capfdbinary.readouterr()
    typed(ADMINISTRATORS_PIN)
    assert dishu("people", "pin", home, REVIEWER, "--by", ADMINISTRATOR) == 0
    once = re.search(r"一次性口令：(\d{6})", capfdbinary.readouterr().out.decode())
    assert once
    assert dishu("people", "list", home) == 0
    assert f"{REVIEWER}　初审　一次性口令" in capfdbinary.readouterr().out.decode()
    typed(once[1], "1357")
    assert dishu("people", "pin", home, REVIEWER, "--by", REVIEWER) == 0
    typed(ADMINISTRATORS_PIN)
    assert dishu("people", "add", home, "冯新人", "--role", "reviewer", "--by", ADMINISTRATOR) == 0
    typed("0000")
    assert dishu("people", "add", home, "陈旧人", "--role", "reviewer", "--by", ADMINISTRATOR) == 3


def last(catalogue: Catalogue) -> tuple[str, str, list[tuple[str, str | None, str | None]]]:
    with catalogue.read() as connection:
        entry = list(audit.entries(connection))[-1]
    return entry.action, entry.by, [(c.name, c.before, c.after) for c in entry.changes]
