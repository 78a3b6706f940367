"""The notice that the full-text index does not hold everything, and the rebuild behind it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.errors import Cancelled
from app.progress import Silent, Step
from app.search.find import tally
from app.store import reindex
from app.store.catalogue import Catalogue
from app.store.reindex import IndexState
from app.store.tables.index import index_entry
from app.ui.desk import Desk
from app.ui.documents.index_notice import IndexNotice
from app.ui.documents.screen import DocumentsScreen
from app.ui.room import Room
from tests.ui.conftest import COUNT, settled

Show = Callable[[Room], Room]
WHOLE = IndexState(is_of_other_edition=False, is_half_rebuilt=False, missing_count=0)


class StopAtOnce(Silent):
    """Stops a rebuild when its first slice is written."""

    def step(self, _stage: str, done: int, _total: int = 0) -> None:
        if done:
            raise Cancelled


def outdate(catalogue: Catalogue) -> None:
    """Let the index be one that another edition of the tokeniser made."""
    with catalogue.write(by="王芳", action="test") as unit:
        unit.connection.execute(update(index_entry).values(tokeniser_version=0))
        unit.record("test")
        unit.commit()


@pytest.fixture
def indexed(desk: Desk) -> Desk:
    reindex.index_missing(desk.catalogue, Silent(), by="王芳")
    return desk


def shown(desk: Desk, show: Show) -> DocumentsScreen:
    room = DocumentsScreen(desk)
    show(room)
    return room


def rebuild(qtbot: QtBot, room: DocumentsScreen) -> None:
    qtbot.mouseClick(room.view.index_notice.rebuild, Qt.MouseButton.LeftButton)
    settled(qtbot, room.desk)


def test_nothing_is_said_of_an_index_that_is_whole(indexed: Desk, show: Show) -> None:
    assert shown(indexed, show).view.index_notice.isHidden()


def test_texts_without_an_entry_are_told_and_indexed(qtbot: QtBot, desk: Desk, show: Show) -> None:
    room = shown(desk, show)
    assert room.view.index_notice.isVisible()
    assert str(COUNT) in room.view.index_notice.words.text()
    assert tally(desk.catalogue, "临湖县").count == 0
    rebuild(qtbot, room)
    assert room.view.index_notice.isHidden()
    assert tally(desk.catalogue, "临湖县").count > 0


def test_an_index_of_another_edition_is_told_and_built_anew(qtbot: QtBot, indexed: Desk, show: Show) -> None:
    outdate(indexed.catalogue)
    room = shown(indexed, show)
    assert "另一版本" in room.view.index_notice.words.text()
    rebuild(qtbot, room)
    assert room.view.index_notice.isHidden()
    with indexed.catalogue.read() as connection:
        assert reindex.state(connection) == WHOLE


def test_a_rebuild_that_was_stopped_is_told_and_finished(
    qtbot: QtBot, indexed: Desk, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reindex, "SLICE", 10)
    with pytest.raises(Cancelled):
        reindex.rebuild(indexed.catalogue, StopAtOnce(), by="王芳")
    room = shown(indexed, show)
    notice = room.view.index_notice
    assert "没有做完" in notice.words.text()
    assert notice.rebuild.text() == "接着重建"
    rebuild(qtbot, room)
    assert notice.isHidden()


def test_a_rebuild_shows_its_progress_and_can_be_stopped(
    qtbot: QtBot, indexed: Desk, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reindex, "SLICE", 1)
    outdate(indexed.catalogue)
    room = shown(indexed, show)
    notice = room.view.index_notice
    qtbot.mouseClick(notice.rebuild, Qt.MouseButton.LeftButton)
    assert notice.rebuild.isHidden()
    assert notice.stop.isVisible()
    qtbot.waitUntil(lambda: notice.bar.maximum() == COUNT)
    room.view.search.setText("临湖县")
    qtbot.keyClick(room.view.search, Qt.Key.Key_Return)
    qtbot.mouseClick(notice.stop, Qt.MouseButton.LeftButton)
    settled(qtbot, indexed)
    assert room.model.ids, "the old index answers meanwhile"
    assert notice.isVisible()
    assert notice.rebuild.text() == "接着重建"


def test_what_is_being_done_is_said_with_its_counts(qtbot: QtBot) -> None:
    notice = IndexNotice()
    qtbot.addWidget(notice)
    notice.show_step(Step("重建全文索引", 1200, 5000))
    assert "1,200 / 5,000" in notice.words.text()
    notice.show_state(WHOLE)
    assert notice.isHidden()
