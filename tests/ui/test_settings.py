"""设置: the office's names, the fonds profile, backups, the check and the way back; the tour."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.errors import AppError
from app.inventory.office import OfficeName, former_names, our_office
from app.store import queries
from app.store.backup import backups
from app.transfer.profile import profile_of
from app.ui.desk import Desk, RoomName
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.room import Room
from app.ui.rooms import plans
from app.ui.settings.backup import RestoreDialog
from app.ui.settings.screen import SettingsScreen
from app.ui.start.screen import StartScreen
from app.ui.start.tour import STOPS
from tests.ui.conftest import settled
from tests.ui.holdings import OFFICE, REVIEWER, new_catalogue

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> SettingsScreen:
    made = SettingsScreen(desk)
    show(made)
    return made


def test_former_names_are_kept_with_their_years(qtbot: QtBot, room: SettingsScreen) -> None:
    assert room.office.office.text() == OFFICE
    room.office.former.setPlainText("临湖县政府办公室 2001-2004\n临湖县人民委员会办公室")
    room.office.keep.click()
    settled(qtbot, room.desk)
    assert former_names(room.desk.catalogue) == (
        OfficeName("临湖县政府办公室", "2001-01-01", "2004-12-31"),
        OfficeName("临湖县人民委员会办公室"),
    )


def test_a_new_name_keeps_the_old_one_and_codes_are_kept(qtbot: QtBot, room: SettingsScreen) -> None:
    room.office.office.setText("临湖县人民政府综合办公室")
    room.office.series.setText("临政发、临政办发")
    room.office.keep.click()
    settled(qtbot, room.desk)
    assert [one.name for one in former_names(room.desk.catalogue)] == [OFFICE]
    assert room.office.former.toPlainText() == OFFICE, "shown at once"
    assert our_office(room.desk.catalogue).series == {"临政发", "临政办发"}
    assert room.office.series.text() == "临政发、临政办发"


def test_years_in_the_wrong_order_are_said_and_nothing_is_kept(qtbot: QtBot, room: SettingsScreen) -> None:
    errors: list[AppError] = []
    room.desk.failed.connect(errors.append)
    room.office.former.setPlainText("临湖县政府办公室 2010-2004")
    room.office.keep.click()
    settled(qtbot, room.desk)
    assert errors[0].advice
    assert former_names(room.desk.catalogue) == ()


def test_the_fonds_profile_shows_the_code_it_would_make(qtbot: QtBot, room: SettingsScreen) -> None:
    room.fonds.fields["fonds_code"].setText("0077")
    assert "0077-WS" in room.fonds.sample.text()
    room.fonds.offices.show_rows([("MSK", "秘书科")])
    room.fonds.keep.click()
    settled(qtbot, room.desk)
    profile = profile_of(room.desk.catalogue)
    assert profile.fonds_code == "0077"
    assert [office.name for office in profile.offices] == ["秘书科"]
    assert room.desk.catalogue.settings()["fonds_code"] == "0077"


def test_a_year_that_is_none_is_said_where_it_is_typed(room: SettingsScreen) -> None:
    room.fonds.periods.show_rows([("去年", "", "DA/T 22-2015", "4", "WS", "是")])
    room.fonds.fields["archives_name"].setText("临湖县档案馆")
    assert "去年" in room.fonds.sample.text()


def test_a_backup_is_listed_and_the_catalogue_checked(qtbot: QtBot, room: SettingsScreen) -> None:
    room.backup.back_up.click()
    settled(qtbot, room.desk)
    assert room.backup.list.topLevelItemCount() == len(backups(room.desk.catalogue.folder)) == 1
    room.backup.check.click()
    settled(qtbot, room.desk)
    assert room.backup.told.text()


def test_source_files_are_compared_with_what_was_read(qtbot: QtBot, room: SettingsScreen) -> None:
    room.backup.sources.click()
    settled(qtbot, room.desk)
    assert "不见了" in room.backup.told.text(), "the generated files lie nowhere"


@pytest.fixture
def start(qtbot: QtBot, memory: Memory, tmp_path: Path) -> Iterator[StartScreen]:
    new_catalogue(tmp_path / "catalogue", 5).close()
    memory.put(f"person/{tmp_path / 'catalogue'}", REVIEWER)
    made = StartScreen(memory)
    qtbot.addWidget(made.view)
    yield made
    if made.window is not None:
        made.window.close()
    made.stop()


def test_a_backup_is_put_back_after_a_comparison(qtbot: QtBot, start: StartScreen, tmp_path: Path) -> None:
    folder = tmp_path / "catalogue"
    window = opened(qtbot, start, folder)
    room = window.show_room(RoomName.SETTINGS)
    assert isinstance(room, SettingsScreen)
    settled(qtbot, window.desk)
    room.backup.back_up.click()
    settled(qtbot, window.desk)
    window.desk.catalogue.change_settings({"office": "临湖县别的办公室"}, by=REVIEWER)
    room.backup.list.topLevelItem(0).setSelected(True)
    room.backup.restore.click()
    settled(qtbot, window.desk)
    dialog = room.findChild(RestoreDialog)
    assert "5" in dialog.lines.text()
    assert "1 条留痕" in dialog.lines.text()
    with qtbot.waitSignal(start.opened):
        dialog.findChild(QPushButton, "restoreNow").click()
    assert start.window is not None
    assert start.window is not window
    settled(qtbot, start.window.desk)
    with start.window.desk.catalogue.read() as connection:
        assert queries.setting_value(connection, "office") == OFFICE
    assert list(folder.glob("set-aside-*/catalogue.db")), "the former catalogue was kept"


def opened(qtbot: QtBot, start: StartScreen, folder: Path) -> MainWindow:
    with qtbot.waitSignal(start.opened):
        start.open(folder)
    assert start.window is not None
    settled(qtbot, start.window.desk)
    return start.window


def test_the_tour_goes_from_room_to_room_and_ends(qtbot: QtBot, desk: Desk) -> None:
    window = MainWindow(desk, plans())
    qtbot.addWidget(window)
    window.show()
    settled(qtbot, desk)
    assert not window.tour.isVisible()
    window.tour.begin()
    seen = []
    while window.tour.isVisible():
        stop = STOPS[window.tour.place]
        settled(qtbot, desk)
        assert window.stack.currentWidget() is window.room(stop.room)
        assert stop.title in window.tour.title.text()
        seen.append(stop.room)
        qtbot.mouseClick(window.tour.ahead, Qt.MouseButton.LeftButton)
    assert len(seen) == len(STOPS)
    desk.closing.emit()
