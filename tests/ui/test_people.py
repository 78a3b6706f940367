"""人员: registering, roles, PINs, accounts out of use; and changing the acting person."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.people import Person, PersonRole
from app.errors import AppError
from app.review import people
from app.ui.desk import Desk
from app.ui.people.page import PeoplePage
from app.ui.people.pin import PinDialog
from app.ui.room import Room
from app.ui.settings.screen import SettingsScreen
from tests.ui.conftest import settled
from tests.ui.holdings import APPROVER, REVIEWER

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


def test_an_administrator_takes_a_forgotten_pin_away(qtbot: QtBot, room: SettingsScreen) -> None:
    catalogue = room.desk.catalogue
    people.add_person(catalogue, "钱样例", [PersonRole.ADMINISTRATOR], by=REVIEWER)
    room.desk.choose_person("钱样例")
    settled(qtbot, room.desk)
    stand_on(room.people, APPROVER)
    room.people.reset.click()
    box = room.findChild(QMessageBox, "resetPin")
    assert box is not None
    box.buttons()[0].click()
    settled(qtbot, room.desk)
    assert not named(room, APPROVER).has_pin


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
    assert "管理员" in failed[0].message
    assert named(room, APPROVER).roles == {PersonRole.APPROVER}


def test_two_different_pins_are_refused_and_the_same_is_kept(qtbot: QtBot, room: SettingsScreen) -> None:
    stand_on(room.people, REVIEWER)
    room.people.pin.click()
    dialog = room.findChild(PinDialog)
    assert dialog is not None
    dialog.new.setText("1357")
    dialog.again.setText("1358")
    dialog.keep.click()
    assert dialog.isVisible()
    dialog.again.setText("1357")
    dialog.keep.click()
    settled(qtbot, room.desk)
    assert not dialog.isVisible()
    assert named(room, REVIEWER).has_pin


def test_a_new_person_is_registered_with_roles(qtbot: QtBot, room: SettingsScreen) -> None:
    room.people.name.setText("孙样例")
    room.people.roles[PersonRole.APPROVER].setChecked(True)
    room.people.add.click()
    settled(qtbot, room.desk)
    assert named(room, "孙样例").roles == {PersonRole.REVIEWER, PersonRole.APPROVER}
    assert room.people.name.text() == ""
