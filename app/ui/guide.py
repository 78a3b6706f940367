"""The user guide: opens beside the window, at the chapter of the room one stands in; needs no network."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QTextBrowser, QWidget

from app.paths import resources
from app.ui.desk import RoomName
from app.ui.language import tr

CHAPTERS = {
    RoomName.OVERVIEW: "1-first-inventory",
    RoomName.INGEST: "1-first-inventory",
    RoomName.DOCUMENTS: "4-finding",
    RoomName.REVIEW: "2-annual-review",
    RoomName.TRANSFER: "5-handing-over",
    RoomName.REGISTERS: "7-lists",
    RoomName.AUDIT: "3-two-persons",
    RoomName.SETTINGS: "6-when-something-goes-wrong",
}
"""Where the help for each room begins."""

LIST_WIDTH = 240
MARGIN = 24


class Guide(QWidget):
    """Chapters on the left, the page on the right; the guide is written in Chinese only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("guide")
        self.setWindowTitle(tr("使用说明"))
        self._pages = sorted((resources() / "guide").glob("*.md"))
        self.chapters = QListWidget(self)
        self.chapters.setFixedWidth(LIST_WIDTH)
        self.chapters.setAccessibleName(tr("章节"))
        self.chapters.setSpacing(4)
        self.chapters.addItems([heading(page) for page in self._pages])
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(tr("使用说明"))
        self.page.setOpenLinks(True)
        self.chapters.currentRowChanged.connect(self._turn_to)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.chapters)
        line.addWidget(self.page, 1)
        self.resize(LIST_WIDTH + 1060, 760)

    def open_for(self, room: RoomName) -> None:
        """Show the chapter that speaks of ``room``."""
        names = [page.stem for page in self._pages]
        self.chapters.setCurrentRow(names.index(CHAPTERS[room]))
        self.show()
        self.raise_()
        self.activateWindow()

    def _turn_to(self, row: int) -> None:
        self.page.setSource(QUrl.fromLocalFile(str(self._pages[row])))
        self.page.document().setDocumentMargin(MARGIN)


def heading(page: Path) -> str:
    """The title of a chapter: its first line."""
    with page.open(encoding="utf-8") as lines:
        return next(lines).lstrip("# ").strip()
