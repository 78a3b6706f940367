"""采集: stopping keeps what was read; problems by cause; quarantine says only how many."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import AppError
from app.inventory.grouping.run import GroupSummary
from app.inventory.ingest import Summary
from app.progress import Step
from app.store import counts, holdings
from app.ui.desk import Desk
from app.ui.ingest.quarantine import QuarantineDialog
from app.ui.ingest.run import Outcome, stage_number
from app.ui.ingest.screen import IngestScreen, describe
from app.ui.ingest.view import folders_in
from app.ui.room import Room
from tests.ui.conftest import settled

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> IngestScreen:
    made = IngestScreen(desk)
    show(made)
    return made


def test_folder_that_is_gone_is_said_with_advice(qtbot: QtBot, room: IngestScreen, tmp_path: Path) -> None:
    errors: list[AppError] = []
    room.desk.failed.connect(errors.append)
    room.take_in([tmp_path / "没有这个"])
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].advice
    assert not room.is_running
    assert room.view.choose.isEnabled()


def test_stop_keeps_what_was_read(qtbot: QtBot, room: IngestScreen, tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(f"临湖县人民政府\n第{number}号通知\n", encoding="utf-8")
    with room.desk.catalogue.read() as connection:
        before = counts.overview(connection).files
    room.take_in([tmp_path])
    qtbot.waitUntil(lambda: "读取" in room.view.line.text())
    qtbot.mouseClick(room.view.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not room.is_running)
    settled(qtbot, room.desk)
    assert "已停止" in room.view.headline.text()
    with room.desk.catalogue.read() as connection:
        assert before <= counts.overview(connection).files <= before + 400
    assert room.view.again.isEnabled()


def test_step_tells_counts_rate_and_time_left(room: IngestScreen) -> None:
    room.view.show_step(Step("读取文件", 300, 900), seconds=30.0)
    assert "300/900" in room.view.line.text()
    assert "10.0" in room.view.line.text()
    assert "约 1 分钟" in room.view.line.text()


def test_only_folders_are_taken_from_a_drop(tmp_path: Path) -> None:
    (tmp_path / "甲").mkdir()
    (tmp_path / "乙.txt").write_text("乙", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in ("甲", "乙.txt")])
    event = QDropEvent(
        QPointF(1, 1),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assert folders_in(event) == (tmp_path / "甲",)


def test_summary_says_only_what_happened() -> None:
    summary = Summary(seen=10, ok=7, seconds=2.4)
    summary.failed["damaged"] = 3
    text = describe(Outcome(summary, GroupSummary(10, 9, 0, 0, 0), None))
    assert "10" in text
    assert "读不出 3" in text
    assert "不见了" not in text


def test_a_pause_keeps_what_was_read_and_goes_on(qtbot: QtBot, room: IngestScreen, tmp_path: Path) -> None:
    folder = tmp_path / "档案室"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"临湖县人民政府\n第{number}号通知\n", encoding="utf-8")
    room.take_in([folder])
    qtbot.waitUntil(lambda: "清点" in room.view.line.text() or "读取" in room.view.line.text())
    qtbot.mouseClick(room.view.pause, Qt.MouseButton.LeftButton)
    assert "已暂停" in room.view.line.text()
    qtbot.wait(300)
    assert room.is_running
    qtbot.mouseClick(room.view.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not room.is_running)
    settled(qtbot, room.desk)
    assert "看到 60 个文件" in room.view.line.text()
    assert "归为" in room.view.line.text()


def test_a_correction_does_not_wait_for_an_ingest(qtbot: QtBot, room: IngestScreen, tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.txt").write_text(f"临湖县人民政府\n第{number}号通知\n", encoding="utf-8")
    room.take_in([tmp_path])
    qtbot.waitUntil(lambda: "清点" in room.view.line.text() or "读取" in room.view.line.text())
    room.view.pause.click()
    written: list[object] = []
    room.write(
        lambda _progress: room.desk.catalogue.change_settings({"test": "1"}, by="王示例"), written.append
    )
    qtbot.waitUntil(lambda: bool(written))
    assert room.is_running
    room.view.stop.click()
    qtbot.waitUntil(lambda: not room.is_running)


def test_stages_are_known_by_their_steps() -> None:
    assert [stage_number(name) for name in ("读取文件", "比对正文", "给出建议", "文字识别", "别的")] == [
        1,
        2,
        3,
        4,
        None,
    ]


def test_scans_without_text_say_what_to_do(room: IngestScreen) -> None:
    room.view.show_scans(3, 7, can_recognise=True)
    assert room.view.scans.isVisible()
    assert "3 个" in room.view.scans.text()
    room.view.show_scans(3, 7, can_recognise=False)
    assert not room.view.scans.isVisible()
    assert "没有安装" in room.view.waiting_scans.text()


def test_a_file_is_released_from_quarantine_with_a_reason(
    qtbot: QtBot, room: IngestScreen, tmp_path: Path
) -> None:
    (tmp_path / "机密★10年 文件.txt").write_text("无", encoding="utf-8")
    (tmp_path / "密.txt").write_text("机密★10年\n\n临湖县人民政府文件\n", encoding="utf-8")
    room.take_in([tmp_path])
    qtbot.waitUntil(lambda: not room.is_running)
    settled(qtbot, room.desk)
    assert room.view.see_quarantine.isVisible()
    room.view.see_quarantine.click()
    settled(qtbot, room.desk)
    dialog = room.findChild(QuarantineDialog)
    before = dialog.list.topLevelItemCount()
    assert before > 0
    dialog.list.topLevelItem(0).setSelected(True)
    assert not dialog.release.isEnabled(), "a reason is needed"
    dialog.reason.setText("档案室核对过原件，确认不涉密")
    dialog.release.click()
    settled(qtbot, room.desk)
    assert dialog.list.topLevelItemCount() == before - 1


def test_selected_files_are_read_again_and_no_others(
    qtbot: QtBot, room: IngestScreen, tmp_path: Path
) -> None:
    folder = tmp_path / "档案室"
    folder.mkdir()
    for name in ("甲.docx", "乙.docx"):
        (folder / name).write_bytes(b"PK\x03\x04 cut short")
    room.take_in([folder])
    qtbot.waitUntil(lambda: not room.is_running)
    settled(qtbot, room.desk)
    assert len(room.model.listed) == 2
    assert not room.view.retry_selected.isEnabled()
    room.view.table.stand_on(0)
    assert "1 个" in room.view.retry_selected.text()
    qtbot.mouseClick(room.view.retry_selected, Qt.MouseButton.LeftButton)
    assert room.is_running
    qtbot.waitUntil(lambda: not room.is_running)
    settled(qtbot, room.desk)
    assert "看到 2 个文件" in room.view.line.text()
    assert "没有变化 1" in room.view.line.text()


def test_the_problem_list_is_exported_as_it_is_shown(
    qtbot: QtBot, room: IngestScreen, tmp_path: Path
) -> None:
    folder = tmp_path / "坏"
    folder.mkdir()
    (folder / "甲.docx").write_bytes(b"PK\x03\x04 cut short")
    (folder / "目录.ceb").write_bytes(b"Founder CEB " * 9)
    room.take_in([folder])
    qtbot.waitUntil(lambda: not room.is_running)
    settled(qtbot, room.desk)
    kinds = {row.failure_kind for row in room.model.listed}
    assert len(kinds) == 2
    room.view.cause.chosen.emit(next(iter(kinds)) or "")
    told: list[str] = []
    room.desk.told.connect(lambda done, _rest: told.append(done))
    room.export(tmp_path / "问题.xlsx")
    settled(qtbot, room.desk)
    assert (tmp_path / "问题.xlsx").stat().st_size > 2000
    assert "2 行" in told[0]


def test_a_folder_is_dropped_on_the_screen(qtbot: QtBot, room: IngestScreen, tmp_path: Path) -> None:
    folder = tmp_path / "档案室"
    folder.mkdir()
    (folder / "甲.txt").write_text("临湖县人民政府\n关于防汛的通知\n", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    place, action = QPointF(5, 5), Qt.DropAction.CopyAction
    keys = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(place.toPoint(), action, data, *keys)
    QApplication.sendEvent(room.view.drop, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(room.view.drop, QDropEvent(place, action, data, *keys))
    assert room.is_running
    qtbot.waitUntil(lambda: not room.is_running)
    settled(qtbot, room.desk)
    assert "看到 1 个文件" in room.view.line.text()


def test_a_folder_that_moved_is_found_again_without_reading_it_anew(
    qtbot: QtBot, room: IngestScreen, tmp_path: Path
) -> None:
    before, after = tmp_path / "旧盘" / "档案室", tmp_path / "新盘" / "档案室"
    before.mkdir(parents=True)
    (before / "甲.txt").write_text("临湖县人民政府\n关于防汛的通知\n", encoding="utf-8")
    room.take_in([before])
    qtbot.waitUntil(lambda: not room.is_running)
    settled(qtbot, room.desk)
    after.parent.mkdir()
    before.rename(after)
    told: list[str] = []
    room.desk.told.connect(lambda done, _rest: told.append(done))
    room.relocate(before, after)
    settled(qtbot, room.desk)
    assert "全部一致" in told[0]
    with room.desk.catalogue.read() as connection:
        assert str(after) in {root.path for root in holdings.roots(connection)}
    failed: list[AppError] = []
    room.desk.failed.connect(failed.append)
    room.relocate(after, tmp_path)
    settled(qtbot, room.desk)
    assert "不符" in failed[0].message
