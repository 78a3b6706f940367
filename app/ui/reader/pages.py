"""Pages as pictures, drawn by a worker process: a file that brings the drawing down costs one page."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.source import Failure, FileFormat
from app.formats.pool import WorkerPool
from app.formats.render import render_page
from app.progress import Progress
from app.store.queries import FileRow
from app.ui import originals
from app.ui.language import tr
from app.ui.tasks import Runner, Task
from app.ui.widgets.layout import Label, icon_button, row

DOTS_PER_INCH = 130
SECONDS_PER_PAGE = 20.0
DRAWN = frozenset(
    {
        FileFormat.PDF,
        FileFormat.OFD,
        FileFormat.TIF,
        FileFormat.JPG,
        FileFormat.PNG,
        FileFormat.BMP,
        FileFormat.GIF,
    }
)
"""Formats whose pages can be shown as they are; of OFD only those that are scans."""


class PageArtist(QObject):
    """One worker process for pages, started when the first page is wanted."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._pool: WorkerPool | None = None
        self._task: Task | None = None

    def draw(self, file: FileRow, page: int, view: "PageView") -> None:
        """Draw a page and hand it to the view; an earlier wish is forgotten."""
        if self._task is not None:
            self._task.drop()
        if self._pool is None:
            self._pool = WorkerPool(1)
        pool, path = self._pool, originals.path_of(file)

        def work(_progress: Progress) -> bytes | Failure:
            return pool.submit(render_page, path, page, DOTS_PER_INCH, seconds=SECONDS_PER_PAGE).result()

        self._task = self._runner.read(work, view, view.show_drawn, on_failure=view.show_error)

    def stop(self) -> None:
        """End the worker process."""
        if self._pool is not None:
            self._pool.stop()
            self._pool = None


class PageView(QWidget):
    """Shows one page of a file; ``wanted`` carries the file and the page's number."""

    wanted = Signal(object, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: FileRow | None = None
        self._page = 1
        self._count = 1
        self._drawn = QPixmap()
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setAccessibleName(tr("页面"))
        self.picture.setWordWrap(True)
        self.number = Label("", "muted", self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.picture)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        back = icon_button("previous", "previousPage", tr("上一页"))
        back.clicked.connect(lambda: self.turn(-1))
        ahead = icon_button("next", "nextPage", tr("下一页"))
        ahead.clicked.connect(lambda: self.turn(1))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.addLayout(row(None, back, self.number, ahead, None))
        column.addWidget(self._area, 1)

    def show_file(self, file: FileRow, page_count: int | None) -> None:
        """Show the first page of a file."""
        self._file, self._page, self._count = file, 1, max(1, page_count or 1)
        self._ask()

    def turn(self, by: int) -> None:
        """Go to another page."""
        page = min(self._count, max(1, self._page + by))
        if page != self._page:
            self._page = page
            self._ask()

    def show_drawn(self, drawn: bytes | Failure) -> None:
        """Show what was drawn, or why it could not be."""
        if isinstance(drawn, Failure):
            self.show_error(drawn)
            return
        self._drawn = QPixmap()
        self._drawn.loadFromData(drawn)
        self._fit()

    def show_error(self, error: object) -> None:
        """Say why there is no picture."""
        message = error.message if isinstance(error, Failure) else str(error)
        self._drawn = QPixmap()
        self.picture.setText(f"{message}\n{tr('可以打开原件看，或回到文字。')}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as wide as the pane."""
        super().resizeEvent(event)
        self._fit()

    def _ask(self) -> None:
        self._drawn = QPixmap()
        self.number.setText(f"{self._page} / {self._count}")
        self.picture.setText(tr("正在画这一页……"))
        if self._file is not None:
            self.wanted.emit(self._file, self._page)

    def _fit(self) -> None:
        if self._drawn.isNull():
            return
        ratio = self.devicePixelRatioF()
        width = min(self._drawn.width(), round((self._area.viewport().width() - 8) * ratio))
        fitted = self._drawn.scaledToWidth(max(1, width), Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        self.picture.setPixmap(fitted)


def can_be_drawn(file: FileRow) -> bool:
    """Whether pages of this file can be shown as pictures."""
    return file.format in DRAWN and file.is_present
