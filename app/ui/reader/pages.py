"""Pages as pictures, drawn by a worker process: a file that brings the drawing down costs one page."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.source import Failure, FileFormat
from app.formats.placed_page import PlacedPage
from app.progress import Progress
from app.store.queries import FileRow
from app.ui import originals, theme
from app.ui.language import told, tr
from app.ui.reader.record import DRAWN
from app.ui.tasks import Runner, Task
from app.ui.widgets.layout import Label, icon_button, row

if TYPE_CHECKING:
    from app.formats.pool import WorkerPool

DOTS_PER_INCH = 130
SECONDS_PER_PAGE = 20.0
POINTS_PER_INCH = 72
LARGEST_PAGE, PAGE_STEP = 3.0, 0.25


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
        pool, path = self._worker(), originals.path_of(file)

        def work(_progress: Progress) -> bytes | PlacedPage | Failure:
            from app.formats.render import place_page, render_page

            drawn = pool.submit(render_page, path, page, DOTS_PER_INCH, seconds=SECONDS_PER_PAGE).result()
            if file.format == FileFormat.OFD and isinstance(drawn, Failure):
                return pool.submit(place_page, path, page, seconds=SECONDS_PER_PAGE).result()
            return drawn

        self._task = self._runner.read(work, view, view.show_drawn, on_failure=view.show_error)

    def _worker(self) -> "WorkerPool":
        from app.formats.pool import WorkerPool

        if self._pool is None:
            self._pool = WorkerPool(1)
        return self._pool

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
        self._factor = 1.0
        self._drawn = QPixmap()
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.picture.setAccessibleName(tr("页面"))
        self.picture.setWordWrap(True)
        self.number = Label("", "muted", self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        )  # the page keeps its width
        self._area.setWidget(self.picture)
        back = icon_button("previous", "previousPage", tr("上一页"))
        back.clicked.connect(lambda: self.turn(-1))
        ahead = icon_button("next", "nextPage", tr("下一页"))
        ahead.clicked.connect(lambda: self.turn(1))
        smaller = icon_button("zoom-out", "pageSmaller", tr("页面缩小"))
        smaller.clicked.connect(lambda: self.zoom(-1))
        larger = icon_button("zoom-in", "pageLarger", tr("页面放大"))
        larger.clicked.connect(lambda: self.zoom(1))
        self.warning = Label(
            tr("按文字和图片的位置排出，不是版式原样：没有印章、线条和底纹。"), "danger", self
        ).wrapped()
        self.warning.setObjectName("notFaithful")
        self.warning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 4, 8, 4)
        column.addLayout(row(None, smaller, larger, 16, back, self.number, ahead, None))
        column.addWidget(self.warning)
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

    def zoom(self, steps: int) -> None:
        """Make the page larger or smaller; at 1 it is as wide as the pane."""
        self._factor = min(LARGEST_PAGE, max(1.0, self._factor + steps * PAGE_STEP))
        self._fit()

    def show_drawn(self, drawn: bytes | PlacedPage | Failure) -> None:
        """Show what was drawn, or why it could not be."""
        self.warning.setVisible(isinstance(drawn, PlacedPage))
        if isinstance(drawn, Failure):
            self.show_error(drawn)
            return
        if isinstance(drawn, PlacedPage):
            self._drawn = painted(drawn, DOTS_PER_INCH)
        else:
            self._drawn = QPixmap()
            self._drawn.loadFromData(drawn)
        self._fit()

    def show_error(self, error: object) -> None:
        """Say why there is no picture."""
        message = told(error.message) if isinstance(error, Failure) else str(error)
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
        room = round((self._area.viewport().width() - 8) * ratio)
        width = round(min(self._drawn.width(), room) * self._factor)
        fitted = self._drawn.scaledToWidth(max(1, width), Qt.TransformationMode.SmoothTransformation)
        fitted.setDevicePixelRatio(ratio)
        self.picture.setPixmap(fitted)


def painted(page: PlacedPage, dpi: int) -> QPixmap:
    """The characters and pictures of a page on white paper."""
    scale = dpi / POINTS_PER_INCH
    paper = QPixmap(max(1, round(page.width * scale)), max(1, round(page.height * scale)))
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    for picture in page.pictures:
        image = QImage.fromData(picture.data)
        painter.drawImage(QRectF(picture.left, picture.top, picture.width, picture.height), image)
    font = QFont(theme.font(1))
    for text in page.texts:
        font.setPixelSize(max(1, round(text.size)))
        painter.setFont(font)
        painter.setPen(QColor(*text.colour))
        painter.drawText(QPointF(text.left, text.base), text.text)
    painter.end()
    return paper


def can_be_drawn(file: FileRow) -> bool:
    """Whether pages of this file can be shown as pictures."""
    return file.format in DRAWN and file.is_present
