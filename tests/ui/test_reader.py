"""The reader beside the list: pages drawn elsewhere, a second window, the original only as a copy, hit to hit."""

import gc
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrintPreviewWidget
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from app.domain.source import FileStatus
from app.errors import AppError
from app.store.queries import FileRow
from app.ui import originals, printing
from app.ui.desk import Desk
from app.ui.documents.screen import DocumentsScreen
from app.ui.reader.pages import LARGEST_PAGE, PageArtist, PageView
from app.ui.reader.view import ReaderView
from app.ui.room import Room
from app.ui.tasks import Runner
from tests.ui.conftest import settled

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> Iterator[DocumentsScreen]:
    made = DocumentsScreen(desk)
    show(made)
    yield made
    desk.closing.emit()


def file_at(path: Path) -> FileRow:
    """A file as the reader knows it."""
    return FileRow(
        location_id=1,
        root="档案室",
        path=path.name,
        status=FileStatus.OK,
        failure_kind=None,
        failure_message=None,
        is_present=True,
        format=path.suffix.removeprefix("."),
        sha256=None,
        size=path.stat().st_size if path.exists() else None,
        role="master",
        root_path=str(path.parent),
    )


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    """A letter of two pages."""
    text = QTextDocument()
    text.setHtml("<p>临湖县人民政府</p>" * 60)
    text.print_(QPdfWriter(str(tmp_path / "来函.pdf")))
    return tmp_path / "来函.pdf"


@pytest.fixture
def pages(qtbot: QtBot, runner: Runner) -> Iterator[PageView]:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(500, 700)
    view.show()
    artist = PageArtist(runner)
    view.wanted.connect(lambda file, page: artist.draw(file, page, view))
    yield view
    artist.stop()


def test_a_page_is_drawn_by_another_process_and_turned(qtbot: QtBot, pages: PageView, letter: Path) -> None:
    pages.show_file(file_at(letter), 2)
    assert "正在画" in pages.picture.text()
    qtbot.waitUntil(lambda: not pages.picture.pixmap().isNull())
    assert pages.picture.pixmap().width() <= 500
    pages.turn(1)
    assert pages.number.text() == "2 / 2"
    qtbot.waitUntil(lambda: not pages.picture.pixmap().isNull())
    pages.turn(1)
    assert pages.number.text() == "2 / 2", "there is no third page"


def test_a_page_grows_up_to_a_limit(qtbot: QtBot, pages: PageView, letter: Path) -> None:
    pages.show_file(file_at(letter), 2)
    qtbot.waitUntil(lambda: not pages.picture.pixmap().isNull())
    narrow = pages.picture.pixmap().width()
    for _ in range(20):
        pages.zoom(1)
    scrollbar = 16
    assert pages.picture.pixmap().width() == pytest.approx(
        narrow * LARGEST_PAGE, abs=scrollbar * LARGEST_PAGE
    )
    for _ in range(20):
        pages.zoom(-1)
    assert pages.picture.pixmap().width() == pytest.approx(narrow, abs=scrollbar)


def test_a_page_that_cannot_be_drawn_says_so_and_what_to_do(
    qtbot: QtBot, pages: PageView, tmp_path: Path
) -> None:
    (tmp_path / "坏.pdf").write_bytes(b"%PDF-1.4 cut short")
    pages.show_file(file_at(tmp_path / "坏.pdf"), 1)
    qtbot.waitUntil(lambda: "打开原件" in pages.picture.text())


def test_a_document_in_a_window_of_its_own_stays_while_the_list_goes_on(
    qtbot: QtBot, room: DocumentsScreen
) -> None:
    shown = room.work.record
    assert shown is not None
    room.view.reader.popped_out.emit()
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, ReaderView) and w.isVisible())
    assert window.windowTitle() == shown.row.title
    room.view.table.stand_on(3)
    settled(qtbot, room.desk)
    assert room.work.record is not shown
    assert window.record is shown
    room.desk.closing.emit()
    qtbot.waitUntil(
        lambda: not any(isinstance(w, ReaderView) for w in QApplication.topLevelWidgets() if w.isVisible())
    )


def test_the_original_is_opened_as_a_copy_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "原件.txt").write_text("临湖县", encoding="utf-8")
    folder = originals.new_temporary_folder()
    copy = originals.read_only_copy(file_at(tmp_path / "原件.txt"), folder)
    assert copy.parent == folder
    assert copy.read_text(encoding="utf-8") == "临湖县"
    assert not copy.stat().st_mode & stat.S_IWUSR
    assert (tmp_path / "原件.txt").stat().st_mode & stat.S_IWUSR, "the original is as it was"


def test_what_lies_in_a_container_is_not_opened_but_shown_where_it_is(tmp_path: Path) -> None:
    inside = FileRow(1, "档案室", "包.zip!/内/甲.doc", FileStatus.OK, None, None, True, "doc", None, 9, "master",
                     root_path=str(tmp_path))  # fmt: skip
    with pytest.raises(AppError, match="压缩包"):
        originals.read_only_copy(inside, tmp_path)
    assert originals.path_of(inside) == tmp_path / "包.zip"


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(AppError, match="不在原来的位置"):
        originals.show_in_folder(file_at(tmp_path / "没有" / "甲.doc"))


def test_a_list_can_be_looked_at_before_it_is_printed(qtbot: QtBot, room: DocumentsScreen) -> None:
    page = room.acts.as_page([("1", "2009-05-12", "关于饮水安全的通知")])
    printing.preview(page, room, is_wide=True)
    dialog = room.findChild(printing.Preview)
    del page
    gc.collect()
    qtbot.wait(100)
    assert dialog.isVisible()
    assert dialog.printer().pageLayout().orientation().name == "Landscape"
    shown = dialog.findChild(QPrintPreviewWidget)
    assert shown is not None
    assert shown.pageCount() == 1
    dialog.close()


def test_nothing_is_printed_without_a_font_for_it_and_the_reader_is_told(
    room: DocumentsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise AppError("本机没有中文字体。", "请先安装一种。")

    monkeypatch.setattr(printing, "require_font", refuse)
    printing.preview(room.acts.as_page([("1", "2009-05-12", "关于饮水安全的通知")]), room)
    box = room.findChild(QMessageBox)
    assert box is not None
    assert box.isVisible()
    assert box.text() == "本机没有中文字体。请先安装一种。"
    assert room.findChild(printing.Preview) is None
    box.close()
