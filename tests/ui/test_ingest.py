"""采集: stopping keeps what was read; problems by cause; quarantine says only how many."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from app.errors import AppError
from app.inventory.ingest import Summary
from app.progress import Step
from app.store import queries
from app.ui.desk import Desk
from app.ui.ingest.screen import IngestScreen, describe
from app.ui.ingest.view import folders_in
from app.ui.room import Room
from tests.ui.conftest import settled

Show = Callable[[Room], Room]
WORKER_TIMEOUT = 120_000


@pytest.fixture
def room(desk: Desk, show: Show) -> IngestScreen:
    made = IngestScreen(desk)
    show(made)
    return made


def test_folder_that_is_gone_is_said_with_advice(qtbot: QtBot, room: IngestScreen, tmp_path: Path) -> None:
    errors: list[AppError] = []
    room.desk.failed.connect(errors.append)
    room.take_in([tmp_path / "没有这个"])
    qtbot.waitUntil(lambda: bool(errors), timeout=WORKER_TIMEOUT)
    assert errors[0].advice
    assert not room.is_running
    assert room.view.choose.isEnabled()


def test_stop_keeps_what_was_read(qtbot: QtBot, room: IngestScreen, tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text(f"临湖县人民政府\n第{number}号通知\n", encoding="utf-8")
    with room.desk.catalogue.read() as connection:
        before = queries.overview(connection).files
    room.take_in([tmp_path])
    qtbot.waitUntil(lambda: "读取" in room.view.line.text(), timeout=WORKER_TIMEOUT)
    qtbot.mouseClick(room.view.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not room.is_running, timeout=WORKER_TIMEOUT)
    settled(qtbot, room.desk)
    assert "已停止" in room.view.headline.text()
    with room.desk.catalogue.read() as connection:
        assert before <= queries.overview(connection).files <= before + 400
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
    text = describe(summary)
    assert "10" in text
    assert "读不出 3" in text
    assert "不见了" not in text
