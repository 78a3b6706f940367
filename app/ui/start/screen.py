"""Opens catalogues: from the start screen, from an argument, from the main window's menu."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog

from app.errors import AppError
from app.progress import Progress
from app.ui import theme
from app.ui.feedback import report_crash
from app.ui.language import tr
from app.ui.memory import Memory
from app.ui.start import sample
from app.ui.start.view import StartView
from app.ui.tasks import Runner

if TYPE_CHECKING:  # app.ui.start.opening says why
    from app.ui.main_window import MainWindow
    from app.ui.start.new_catalogue import NewCatalogueDialog
    from app.ui.start.opening import Restored
    from app.wiring import Session


class StartScreen(QObject):
    """Owns the start view and the window of the open catalogue."""

    opened = Signal(object)

    def __init__(self, memory: Memory) -> None:
        super().__init__()
        self._memory = memory
        self._runner = Runner(self)
        self._open = ExitStack()
        self.view = StartView()
        self.window: MainWindow | None = None
        self._tours = False
        self._advice: AppError | None = None
        self.view.setWindowTitle(tr("底数"))
        self.view.resize(900, 640)
        self.view.chosen.connect(self.open)
        self.view.other_wanted.connect(self._choose_other)
        self.view.new_wanted.connect(self._ask_new)
        self.view.sample_wanted.connect(self._open_sample)
        self._runner.broken.connect(lambda error: report_crash(error, self.view))

    def show(self) -> None:
        """Show the start screen."""
        self.view.show_recent(self._memory.recent)
        self.view.show_waiting("")
        self.view.show()
        QTimer.singleShot(0, self, self._load_ahead)

    def open(self, folder: Path) -> None:
        """Open a catalogue in the main window."""
        self.view.show_waiting(tr("正在打开……"))

        def work(_progress: Progress) -> "Session":
            from app.ui.start import opening

            return self._open.enter_context(opening.open_session(folder))

        self._runner.read(work, self, self._enter, on_failure=self._refuse)

    def stop(self) -> None:
        """Close what is open."""
        if self.window is not None:
            self.window.desk.runner.stop()
        self._runner.stop()
        self._open.close()

    def _load_ahead(self) -> None:
        """Import what comes next while the user looks; not beside a catalogue that is being opened."""
        if not self._runner.tasks:
            self._runner.read(_load, self, _ignore)

    def _enter(self, session: "Session") -> None:
        from app.ui.start import opening

        self._memory.remember_catalogue(session.catalogue.folder)
        self.window = opening.window_of(session, self._memory, self)
        desk = self.window.desk
        desk.look_wanted.connect(self._change_look)
        desk.restore_wanted.connect(self._restore)
        self.window.other_wanted.connect(self._leave)
        self.window.show()
        self.view.hide()
        if self._advice is not None:
            desk.failed.emit(self._advice)
            self._advice = None
        if self._tours:
            self._tours = False
            self.window.tour.begin()
        self.opened.emit(self.window)

    def _restore(self, backup: Path, by: str) -> None:
        """Close the catalogue, put the backup in its place and open it again."""
        if self.window is None:
            return
        folder = self.window.desk.catalogue.folder
        if not self._leave():
            return
        self.view.show_waiting(tr("正在恢复……"))

        def work(_progress: Progress) -> "Restored":
            from app.ui.start import opening

            return opening.restore(folder, backup, by=by)

        def done(made: "Restored") -> None:
            self.open(folder)
            if made.lacks_texts:
                self._advice = AppError(
                    tr("已恢复到这份备份。"),
                    tr("每日备份不含正文，请到“采集”里重新采集全部，正文会重新读出。"),
                )

        self._runner.write(work, self, done, on_failure=self._refuse)

    def _leave(self) -> bool:
        """Close the catalogue and come back to the start screen; whether the user let it happen."""
        window = self.window
        if window is None or not window.close():
            return False
        window.desk.runner.stop()
        self._open.close()
        self.window = None
        window.deleteLater()
        self.show()
        return True

    def _refuse(self, error: AppError) -> None:
        self.show()
        self.view.notice.show_error(error)

    def _choose_other(self) -> None:
        found = QFileDialog.getExistingDirectory(self.view, tr("打开目录"))
        if found:
            self.open(Path(found))

    def _open_sample(self) -> None:
        """Open the sample archive with the tour; make it first where it is not there yet."""
        self._tours = True
        places = sample.places()
        if (found := sample.catalogue_in(places)) is not None:
            self.open(found)
            return
        self.view.show_waiting(tr("正在准备示例目录，约半分钟……"))
        beside, own = places
        self._runner.write(
            lambda _progress: sample.make(beside / "archive", own),
            self,
            self.open,
            on_failure=self._refuse_sample,
        )

    def _refuse_sample(self, error: AppError) -> None:
        self._tours = False
        self._refuse(error)

    def _ask_new(self) -> None:
        from app.ui.start.new_catalogue import NewCatalogueDialog

        dialog = NewCatalogueDialog(self.view)
        dialog.wanted.connect(lambda: self._make(dialog))
        dialog.open()

    def _make(self, dialog: "NewCatalogueDialog") -> None:
        wish = dialog.wish

        def work(_progress: Progress) -> None:
            from app.ui.start import making

            making.make(wish)

        def done(_nothing: None) -> None:
            dialog.accept()
            self._memory.put(f"person/{wish.folder}", wish.reviewer)
            self.open(wish.folder)

        self._runner.write(work, self, done, on_failure=dialog.show_failure)

    def _change_look(self, what: str, value: object) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if what == "zoom":
            self._memory.put("look/zoom", _zoomed(int(str(value))))
        else:
            self._memory.put(f"look/{what}", value)
        theme.apply(app, self._memory.theme, self._memory.zoom)


def _load(_progress: Progress) -> None:
    """Import what opening and making a catalogue need while the start screen is looked at."""
    from app.ui.start import making, opening  # noqa: F401


def _ignore(_nothing: None) -> None:
    """Nothing is done with what was loaded."""


def _zoomed(steps: int) -> float:
    return round(theme.zoom() + steps * theme.ZOOM_STEP, 2) if steps else 1.0
