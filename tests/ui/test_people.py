"""人员: registering, roles, PINs, accounts out of use; and changing the acting person."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.people import Person, PersonRole
from app.errors import AppError
from app.review import people
from app.store.catalogue import create_catalogue
from app.ui.desk import Desk
from app.ui.memory import Memory
from app.ui.people.page import PeoplePage
from app.ui.people.pin import PinDialog, ProofDialog
from app.ui.room import Room
from app.ui.settings.screen import SettingsScreen
from app.ui.tasks import Runner
from app.wiring import Session
from tests.ui.conftest import is_closed, settled
from tests.ui.holdings import APPROVER, OFFICE, PIN, REVIEWER

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> SettingsScreen:
    made = SettingsScreen(desk)
    show(made)
    return made


def named(room: Room, name: str) -> Person:
    return people.person_named(room.desk.catalogue, name)


def stand_on(page: PeoplePage, name: str) -> None:
    page.table.stand_on([person.name for person in page.model.listed].index(name))


def test_the_chosen_person_shows_his_roles(room: SettingsScreen) -> None:
    stand_on(room.people, APPROVER)
    boxes = room.people.chosen_roles
    assert {role for role, box in boxes.items() if box.isChecked()} == {PersonRole.APPROVER}


def test_roles_are_changed_and_the_choice_stays(qtbot: QtBot, room: SettingsScreen) -> None:
    stand_on(room.people, APPROVER)
    room.people.chosen_roles[PersonRole.SECRECY_REVIEWER].setChecked(True)
    room.people.keep.click()
    settled(qtbot, room.desk)
    assert named(room, APPROVER).roles == {PersonRole.APPROVER, PersonRole.SECRECY_REVIEWER}
    assert room.people.person is not None
    assert room.people.person.name == APPROVER


def test_who_is_out_of_use_cannot_act_and_can_come_back(qtbot: QtBot, room: SettingsScreen) -> None:
    stand_on(room.people, APPROVER)
    room.people.active.click()
    settled(qtbot, room.desk)
    assert not named(room, APPROVER).is_active
    assert not named(room, APPROVER).may(PersonRole.APPROVER)
    room.people.active.click()
    settled(qtbot, room.desk)
    assert named(room, APPROVER).is_active


@pytest.fixture
def administered(tmp_path: Path, memory: Memory, runner: Runner, show: Show) -> Iterator[SettingsScreen]:
    """An office that began with an administrator who has a PIN; he acts."""
    catalogue = create_catalogue(tmp_path / "own", office=OFFICE, by=REVIEWER)
    people.add_person(catalogue, "钱样例", [PersonRole.ADMINISTRATOR], by=REVIEWER)
    people.set_pin(catalogue, "钱样例", "97531", by="钱样例")
    people.add_person(catalogue, APPROVER, [PersonRole.APPROVER], by="钱样例", pin="97531")
    desk = Desk(Session(catalogue), runner, memory)
    desk.choose_person("钱样例")
    made = SettingsScreen(desk)
    show(made)
    yield made
    runner.stop()
    catalogue.close()


def test_an_administrator_gives_a_one_time_pin_with_his_own(
    qtbot: QtBot, administered: SettingsScreen
) -> None:
    room = administered
    stand_on(room.people, APPROVER)
    room.people.give.click()
    dialog = room.findChild(ProofDialog)
    assert dialog is not None
    dialog.pin.setText("0000")
    dialog.go.click()
    settled(qtbot, room.desk)
    assert "口令不对" in dialog.fault.text()
    dialog.pin.setText("97531")
    dialog.go.click()
    settled(qtbot, room.desk)
    box = room.findChild(QMessageBox, "givenPin")
    assert box is not None
    assert re.search(r"\d{6}", box.text())
    assert named(room, APPROVER).must_change_pin
    room.people.active.click()
    asked = room.findChildren(ProofDialog)[-1]
    assert asked.isVisible()
    asked.pin.setText("97531")
    asked.go.click()
    settled(qtbot, room.desk)
    assert not named(room, APPROVER).is_active


def test_roles_that_do_not_go_together_are_refused(qtbot: QtBot, room: SettingsScreen) -> None:
    failed: list[AppError] = []
    room.desk.failed.connect(failed.append)
    stand_on(room.people, APPROVER)
    room.people.chosen_roles[PersonRole.ADMINISTRATOR].setChecked(True)
    room.people.keep.click()
    settled(qtbot, room.desk)
    assert failed
    assert named(room, APPROVER).roles == {PersonRole.APPROVER}


def test_with_an_administrator_others_cannot_change_accounts(qtbot: QtBot, room: SettingsScreen) -> None:
    people.add_person(room.desk.catalogue, "钱样例", [PersonRole.ADMINISTRATOR], by=REVIEWER)
    failed: list[AppError] = []
    room.desk.failed.connect(failed.append)
    stand_on(room.people, APPROVER)
    room.people.chosen_roles[PersonRole.REVIEWER].setChecked(True)
    room.people.keep.click()
    settled(qtbot, room.desk)
    assert "没有管理权限" in failed[0].message
    assert named(room, APPROVER).roles == {PersonRole.APPROVER}


def test_two_different_pins_are_refused_and_the_same_is_kept(qtbot: QtBot, room: SettingsScreen) -> None:
    stand_on(room.people, APPROVER)
    room.people.pin.click()
    dialog = room.findChild(PinDialog)
    assert dialog is not None
    dialog.present.setText(PIN)
    dialog.new.setText("1357")
    dialog.again.setText("1358")
    dialog.keep.click()
    assert dialog.isVisible()
    dialog.again.setText("1357")
    dialog.keep.click()
    settled(qtbot, room.desk)
    assert is_closed(dialog)
    people.prove(room.desk.catalogue, named(room, APPROVER), "1357")


def test_the_first_pin_of_another_person_is_refused(qtbot: QtBot, room: SettingsScreen) -> None:
    stand_on(room.people, REVIEWER)
    room.people.pin.click()
    dialog = room.findChild(PinDialog)
    assert dialog is not None
    dialog.new.setText("1357")
    dialog.again.setText("1357")
    dialog.keep.click()
    settled(qtbot, room.desk)
    assert "当面给" in dialog.fault.text()
    assert not named(room, REVIEWER).has_pin


def test_a_new_person_is_registered_with_roles(qtbot: QtBot, room: SettingsScreen) -> None:
    room.people.name.setText("孙样例")
    room.people.roles[PersonRole.APPROVER].setChecked(True)
    room.people.add.click()
    settled(qtbot, room.desk)
    assert named(room, "孙样例").roles == {PersonRole.REVIEWER, PersonRole.APPROVER}
    assert room.people.name.text() == ""
