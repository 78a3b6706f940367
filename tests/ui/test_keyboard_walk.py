"""The window without a mouse: every part is reached, focus is seen, nothing holds it, and the whole job is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import ElementName
from app.review import people
from app.store import queries
from app.transfer.verify.run import verify
from app.ui.desk import Desk, RoomName
from app.ui.main_window import MainWindow, RoomPlan
from app.ui.memory import Memory
from app.ui.reader.approval import ApprovalDialog
from app.ui.rooms import plans
from app.ui.start.screen import StartScreen
from app.ui.transfer.report import ReportDialog
from app.ui.widgets.dialog import Dialog
from tests.ui.conftest import is_closed, settled
from tests.ui.holdings import APPROVER
from tests.ui.keyboard import (
    ALT,
    CONTROL,
    answer_file_dialog,
    choose_from_menu,
    is_seen,
    name_of,
    press,
    tab_to,
    walk,
    write,
)
from tests.ui.test_journey import OFFICE, archive, start  # noqa: F401 - fixtures
from tests.ui.test_small_screens import DIALOGS, opened

ROOMS = [plan.name for plan in plans()]
READING_ORDER = {
    RoomName.OVERVIEW: ("figure-documents", "figure-quarantined", "chartTable", "since2016"),
    RoomName.DOCUMENTS: ("search", "facet-year", "documentActs", "table-documents", "reading", "cardTabs"),
    RoomName.REVIEW: ("leaves", "queues", "search", "table-queue", "reading", "cardTabs", "choose-proactive"),
    RoomName.TRANSFER: ("transferPapers", "verifyPackage", "transferTabs"),
    RoomName.REGISTERS: ("registerChoices", "registerTabs", "table-register-gaps"),
    RoomName.AUDIT: ("exportTrail", "verifyAudit", "table-audit", "auditEntry"),
    RoomName.SETTINGS: ("settingsTabs", "table-people", "personName"),
}


pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk, plans())
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    regain(qtbot, made)
    settled(qtbot, desk)
    yield made
    desk.closing.emit()


def enter(qtbot: QtBot, window: MainWindow, name: RoomName) -> QWidget:
    regain(qtbot, window)
    press(str(ROOMS.index(name) + 1), ALT)
    settled(qtbot, window.desk)
    room = window.room(name)
    assert room is not None
    assert room.isVisible()
    return room


def can_be_reached(part: QWidget) -> bool:
    is_arrow = isinstance(part.parent(), QTabBar)
    return (
        part.isVisible()
        and part.isEnabled()
        and not is_arrow
        and part.focusProxy() is None
        and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    )


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.name)
def test_tab_reaches_everything_and_is_seen_everywhere(
    qtbot: QtBot, window: MainWindow, plan: RoomPlan
) -> None:
    room = enter(qtbot, window, plan.name)
    unseen: list[str] = []
    found = walk(window, lambda part: None if is_seen(window, part) else unseen.append(name_of(part)))
    missed = [each for each in room.findChildren(QWidget) if can_be_reached(each) and each not in found]
    assert [name_of(each) for each in missed] == []
    assert unseen == []
    wanted = READING_ORDER.get(plan.name, ())
    names = [name_of(each) for each in found]
    first = names.index(wanted[0]) if wanted else 0
    names = names[first:] + names[:first]
    assert [name for name in dict.fromkeys(names) if name in wanted] == list(wanted)
    assert found[0] in room.findChildren(QWidget), "the room comes first, the rail last"


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("room", [QSize(1366, 720), QSize(683, 320)], ids=["large", "small"])
def test_no_dialog_holds_the_focus(qtbot: QtBot, memory: Memory, kind: type[Dialog], room: QSize) -> None:
    """Tab goes round through everything, whether the dialog scrolls or not; the buttons come last."""
    dialog = opened(qtbot, DIALOGS[kind](memory), room)
    regain(qtbot, dialog)
    unseen: list[str] = []
    found = walk(dialog, lambda part: None if is_seen(dialog, part) else unseen.append(name_of(part)))
    missed = [each for each in dialog.findChildren(QWidget) if can_be_reached(each) and each not in found]
    assert [name_of(each) for each in missed] == []
    assert unseen == []


def test_escape_closes_a_dialog(qtbot: QtBot, memory: Memory) -> None:
    dialog = opened(qtbot, next(iter(DIALOGS.values()))(memory), QSize(1366, 720))
    regain(qtbot, dialog)
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_closed(dialog))


def test_every_room_is_reached_from_the_menu(qtbot: QtBot, window: MainWindow) -> None:
    for number, name in enumerate(ROOMS):
        press("g", ALT)
        for _ in range(number):
            press(Qt.Key.Key_Down)
        press(Qt.Key.Key_Return)
        settled(qtbot, window.desk)
        assert window.stack.currentWidget() is window.room(name)


def create(qtbot: QtBot, start: StartScreen, folder: Path) -> MainWindow:  # noqa: F811 - a fixture's name
    regain(qtbot, start.view)
    tab_to("newCatalogue")
    press(Qt.Key.Key_Space)
    for name, text in (
        ("new-office", OFFICE),
        ("new-fonds", "0042"),
        ("new-folder", str(folder)),
        ("new-reviewer", "王示例"),
        ("new-approver", "李样本"),
    ):
        tab_to(name)
        write(text)
    with qtbot.waitSignal(start.opened):
        press(Qt.Key.Key_Return)
    assert start.window is not None
    qtbot.addWidget(start.window)
    regain(qtbot, start.window)
    settled(qtbot, start.window.desk)
    return start.window


def regain(qtbot: QtBot, window: QWidget) -> None:
    """A dialog has gone; the system gives the keyboard back, which a system without a screen does not."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)


def ingest(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    room = enter(qtbot, window, RoomName.INGEST)
    tab_to("chooseFolders")
    answer_file_dialog(str(folder))
    press(Qt.Key.Key_Space)
    regain(qtbot, window)
    qtbot.waitUntil(lambda: "采集完成" in room.view.headline.text())
    settled(qtbot, window.desk)


def find_and_correct(qtbot: QtBot, window: MainWindow) -> None:
    room = enter(qtbot, window, RoomName.DOCUMENTS)
    press("f", CONTROL)
    write("饮水")
    press(Qt.Key.Key_Return)
    settled(qtbot, window.desk)
    assert len(room.model.ids) == 1
    tab_to("addElement")
    choose_from_menu("签发人")
    press(Qt.Key.Key_Space)
    write("周样例")
    press(Qt.Key.Key_Return)
    settled(qtbot, window.desk)
    assert room.view.card.elements.row(ElementName.SIGNATORY).value.text() == "周样例"
    press("f", CONTROL)
    write("")
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Return)
    settled(qtbot, window.desk)
    tab_to("openInReview")
    press(Qt.Key.Key_Space)
    settled(qtbot, window.desk)
    assert window.stack.currentWidget() is window.room(RoomName.REVIEW)


def review(qtbot: QtBot, window: MainWindow) -> None:
    """One by its digit and Enter, one as suggested, and the last as the one before."""
    room = enter(qtbot, window, RoomName.REVIEW)
    for keys in (("1", Qt.Key.Key_Return), (Qt.Key.Key_Space,), (Qt.Key.Key_Space,)):
        for key in keys:
            press(key)
        settled(qtbot, window.desk)
    assert room.model.ids
    tab_to("queues")
    for _ in range(3):
        press(Qt.Key.Key_Right)
    settled(qtbot, window.desk)
    assert len(room.model.ids) == 3


def approve(qtbot: QtBot, window: MainWindow) -> None:
    """The whole queue together, by the second person with the own PIN."""
    room = window.room(RoomName.REVIEW)
    tab_to("table-queue")
    press("a", CONTROL)
    tab_to("decideTogether")
    press(Qt.Key.Key_Space)
    settled(qtbot, window.desk)
    dialog = room.findChild(ApprovalDialog)
    regain(qtbot, dialog)
    tab_to("pin")
    write("246810")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_closed(dialog))
    settled(qtbot, window.desk)
    regain(qtbot, window)


def transfer(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    room = enter(qtbot, window, RoomName.TRANSFER)
    if not room.ready.listed:
        tab_to("transferTabs")
        press(Qt.Key.Key_Right)
        tab_to("adoptFiling")
        press(Qt.Key.Key_Space)
        settled(qtbot, window.desk)
    assert len(room.ready.listed) == 3, [row.obstacles for row in room.waiting.listed]
    tab_to("buildPackage")
    press(Qt.Key.Key_Space)
    settled(qtbot, window.desk)
    tab_to("transferFolder")
    write(str(folder))
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.findChild(ReportDialog) is not None, timeout=20000)
    regain(qtbot, room.findChild(ReportDialog))
    press(Qt.Key.Key_Escape)
    regain(qtbot, window)
    settled(qtbot, window.desk)
    assert len(room.batches.listed) == 1


def test_the_whole_job_without_a_mouse(
    qtbot: QtBot,
    start: StartScreen,  # noqa: F811
    archive: Path,  # noqa: F811
    tmp_path: Path,
) -> None:
    window = create(qtbot, start, tmp_path / "catalogue")
    people.set_pin(window.desk.catalogue, "李样本", "246810", by="李样本")
    ingest(qtbot, window, archive)
    find_and_correct(qtbot, window)
    review(qtbot, window)
    approve(qtbot, window)
    transfer(qtbot, window, tmp_path / "transfer")
    with window.desk.catalogue.read() as connection:
        rows = queries.document_rows(connection, queries.document_ids(connection, queries.DocumentFilter()))
    assert {row.attribute for row in rows.values()} == {DisclosureAttribute.PROACTIVE}
    assert all(verify(path).is_valid for path in (tmp_path / "transfer").iterdir() if path.is_dir())


def test_the_other_person_takes_over_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    choose_from_menu(next(a.text() for a in window.person.menu().actions() if APPROVER in a.text()))
    press("u", CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.desk.person == APPROVER)
