"""The whole job through the real window: new catalogue → ingest → search → correct → review → approve → transfer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import ElementName
from app.domain.people import PersonRole
from app.domain.review import ReviewState
from app.inventory.office import our_office
from app.review import people
from app.store import audit, queries
from app.transfer.verify.run import verify
from app.ui.desk import RoomName
from app.ui.documents.screen import DocumentsScreen
from app.ui.ingest.screen import IngestScreen
from app.ui.main_window import MainWindow
from app.ui.memory import Memory
from app.ui.reader.approval import ApprovalDialog
from app.ui.review.screen import ReviewScreen
from app.ui.start.new_catalogue import NewCatalogueDialog
from app.ui.start.screen import StartScreen
from app.ui.transfer.dialogs import BuildDialog
from app.ui.transfer.report import ReportDialog
from app.ui.transfer.screen import TransferScreen
from tests.ui.conftest import is_closed, settled

OFFICE = "临湖县人民政府办公室"


def notice(year: int, number: int, subject: str) -> str:
    return "\n".join(
        [
            f"{OFFICE}文件",
            f"临政办发〔{year}〕{number}号",
            "",
            f"{OFFICE}关于印发临湖县{subject}管理办法的通知",
            "各乡镇人民政府，县政府各部门：",
            f"　　《临湖县{subject}管理办法》已经县政府同意，现印发给你们，请认真贯彻执行。本办法适用于全县行政机关。",
            f"　　{OFFICE}",
            f"　　{year}年5月12日",
            "　　（此件公开发布）",
            "",
        ]
    )


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three notices and a file nobody can read."""
    folder = tmp_path / "档案室"
    folder.mkdir()
    for number, subject in enumerate(("农村饮水安全", "河道采砂", "公共厕所"), 1):
        (folder / f"{number}.txt").write_bytes(notice(2014, number, subject).encode("gb18030"))
    (folder / "坏的.docx").write_bytes(b"PK\x03\x04 broken")
    return folder


@pytest.fixture
def start(qtbot: QtBot, memory: Memory) -> Iterator[StartScreen]:
    made = StartScreen(memory)
    qtbot.addWidget(made.view)
    made.show()
    yield made
    if made.window is not None:
        made.window.close()
    made.stop()


def create(qtbot: QtBot, start: StartScreen, folder: Path) -> MainWindow:
    qtbot.mouseClick(start.view.new, Qt.MouseButton.LeftButton)
    dialog = start.view.findChild(NewCatalogueDialog)
    dialog.office.setText(OFFICE)
    dialog.series.setText("临政办发")
    dialog.fonds.setText("0042")
    dialog.folder.setText(str(folder))
    dialog.reviewer.setText("王示例")
    dialog.approver.setText("王示例")
    assert not dialog.make.isEnabled(), "one person cannot be both"
    dialog.approver.setText("李样本")
    with qtbot.waitSignal(start.opened):
        qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    assert start.window is not None
    qtbot.addWidget(start.window)
    assert our_office(start.window.desk.catalogue).series == {"临政办发"}
    return start.window


def ingest(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    room = window.show_room(RoomName.INGEST)
    assert isinstance(room, IngestScreen)
    settled(qtbot, window.desk)
    room.take_in([folder])
    assert room.is_running
    assert room.view.stop.isEnabled()
    qtbot.waitUntil(lambda: not room.is_running)
    settled(qtbot, window.desk)
    assert "采集完成" in room.view.headline.text()
    assert [room.model.row_of(n).path for n in room.model.ids] == ["坏的.docx"]
    qtbot.waitUntil(lambda: window.rail.button(RoomName.INGEST).count == 1)


def search_and_correct(qtbot: QtBot, window: MainWindow) -> None:
    room = window.show_room(RoomName.DOCUMENTS)
    assert isinstance(room, DocumentsScreen)
    settled(qtbot, window.desk)
    room.view.search.setText("饮水")
    qtbot.keyClick(room.view.search, Qt.Key.Key_Return)
    settled(qtbot, window.desk)
    assert len(room.model.ids) == 1
    assert "饮水" in room.view.understood.text()
    record = room.work.record
    assert record is not None
    assert record.elements[ElementName.DOCUMENT_NUMBER].element.text == "临政办发〔2014〕1号"
    room.view.card.elements.corrected.emit(ElementName.SIGNATORY, "周样例")
    settled(qtbot, window.desk)
    assert room.view.card.elements.row(ElementName.SIGNATORY).value.text() == "周样例"


def review(qtbot: QtBot, window: MainWindow) -> None:
    room = window.show_room(RoomName.REVIEW)
    assert isinstance(room, ReviewScreen)
    settled(qtbot, window.desk)
    for _ in range(len(room.model.ids)):
        assert room.work.record is not None
        assert room.work.record.suggestion is not None
        assert room.work.record.suggestion.attribute is DisclosureAttribute.PROACTIVE
        qtbot.keyClick(room.view.table, Qt.Key.Key_Space)
        settled(qtbot, window.desk)
    room.view.choose_queue(ReviewState.PROPOSED)
    settled(qtbot, window.desk)
    assert len(room.model.ids) == 3
    room.view.table.selectAll()
    room.view.together.click()
    settled(qtbot, window.desk)
    dialog = room.findChild(ApprovalDialog)
    assert dialog is not None
    dialog.pin.setText("246810")
    dialog.approve.click()
    qtbot.waitUntil(lambda: is_closed(dialog))
    settled(qtbot, window.desk)


def transfer(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    room = window.show_room(RoomName.TRANSFER)
    assert isinstance(room, TransferScreen)
    settled(qtbot, window.desk)
    if room.view.adopt.isEnabled():
        room.view.tabs.setCurrentIndex(1)
        room.view.adopt.click()
        settled(qtbot, window.desk)
    assert len(room.ready.listed) == 3, [row.obstacles for row in room.waiting.listed]
    room.view.build.click()
    dialog = room.findChild(BuildDialog)
    dialog.folder.setText(str(folder))
    dialog.findChild(QPushButton, "buildNow").click()
    qtbot.waitUntil(lambda: room.findChild(ReportDialog) is not None)
    settled(qtbot, window.desk)
    assert len(room.batches.listed) == 1


def test_the_whole_job(qtbot: QtBot, start: StartScreen, archive: Path, tmp_path: Path) -> None:
    window = create(qtbot, start, tmp_path / "目录")
    settled(qtbot, window.desk)
    assert OFFICE in window.windowTitle()
    assert "王示例" in window.windowTitle()
    catalogue = window.desk.catalogue
    people.set_pin(catalogue, "李样本", "246810", by="李样本")
    before = {path: path.read_bytes() for path in archive.iterdir()}
    ingest(qtbot, window, archive)
    search_and_correct(qtbot, window)
    review(qtbot, window)
    transfer(qtbot, window, tmp_path / "移交")
    with catalogue.read() as connection:
        rows = queries.document_rows(connection, queries.document_ids(connection, queries.DocumentFilter()))
        assert {row.attribute for row in rows.values()} == {DisclosureAttribute.PROACTIVE}
        assert audit.faults(connection) == []
    packages = [path for path in (tmp_path / "移交").iterdir() if path.is_dir()]
    assert len(packages) == 1
    assert verify(packages[0]).is_valid
    assert {path: path.read_bytes() for path in archive.iterdir()} == before, "sources are read only"


def test_merged_documents_are_one_and_can_be_split_again(
    qtbot: QtBot, start: StartScreen, archive: Path, tmp_path: Path
) -> None:
    window = create(qtbot, start, tmp_path / "目录")
    ingest(qtbot, window, archive)
    room = window.show_room(RoomName.DOCUMENTS)
    assert isinstance(room, DocumentsScreen)
    settled(qtbot, window.desk)
    flags = room.view.table.selectionModel().SelectionFlag
    room.view.table.stand_on(0)
    room.view.table.selectionModel().select(room.model.index(1, 0), flags.Select | flags.Rows)
    room.acts.merge_selected()
    settled(qtbot, window.desk)
    assert len(room.model.ids) == 2
    merged = next(n for n in room.model.ids if len(_files(window, n)) == 2)
    room.view.table.stand_on(room.model.ids.index(merged))
    settled(qtbot, window.desk)
    room.view.card.tabs.setCurrentIndex(2)
    buttons = room.view.card.files.findChildren(QToolButton, "splitFile")
    assert len(buttons) == 2
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    settled(qtbot, window.desk)
    assert len(room.model.ids) == 3


def _files(window: MainWindow, document: int) -> list[queries.FileRow]:
    with window.desk.catalogue.read() as connection:
        return queries.files_of(connection, document)


def test_a_folder_that_is_no_catalogue_is_refused_calmly(
    qtbot: QtBot, start: StartScreen, tmp_path: Path
) -> None:
    start.open(tmp_path)
    qtbot.waitUntil(start.view.notice.isVisible)
    assert str(tmp_path) in start.view.notice.text
    assert start.window is None
    assert start.view.new.isEnabled()


def test_start_says_what_must_not_be_on_this_pc(start: StartScreen) -> None:
    words = start.view.findChild(object, "secrecyWords")
    assert "本机不得存储、处理国家秘密" in words.text()


def test_recent_catalogues_are_offered(
    qtbot: QtBot, start: StartScreen, memory: Memory, tmp_path: Path
) -> None:
    window = create(qtbot, start, tmp_path / "目录")
    assert memory.recent == (tmp_path / "目录",)
    settled(qtbot, window.desk)
    window.other_wanted.emit()
    assert start.window is None
    assert start.view.isVisible()
    assert start.view.recent.count() == 1


def test_new_people_appear_in_the_menu(qtbot: QtBot, start: StartScreen, tmp_path: Path) -> None:
    window = create(qtbot, start, tmp_path / "目录")
    room = window.show_room(RoomName.SETTINGS)
    settled(qtbot, window.desk)
    room.people.name.setText("赵样例")
    room.people.add.click()
    settled(qtbot, window.desk)
    names = [action.text() for action in window.person.menu().actions()]
    assert any("赵样例" in name for name in names)
    found = {person.name: person.roles for person in people.everyone(window.desk.catalogue)}
    assert found["赵样例"] == {PersonRole.REVIEWER}
