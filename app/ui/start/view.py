"""The start screen: recent catalogues, a new one, another one; and what must not be on this PC."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.ui import icons, theme
from app.ui.feedback import NoticeBar
from app.ui.language import tr
from app.ui.widgets import tab_order
from app.ui.widgets.layout import Label, Pane, button, row

PATH_ROLE = Qt.ItemDataRole.UserRole
WIDTH = 660


class StartView(QWidget):
    """Emits what the user wants; opening is the application's."""

    new_wanted = Signal()
    other_wanted = Signal()
    sample_wanted = Signal()
    chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start")
        self.notice = NoticeBar(self)
        self.recent = QListWidget(self)
        self.recent.setObjectName("recent")
        self.recent.setAccessibleName(tr("最近用过的目录"))
        self.recent.setUniformItemSizes(True)
        self.recent.itemActivated.connect(self._open_item)
        self.recent.itemClicked.connect(self._open_item)
        self.waiting = Label("", "muted", self)
        self.new = button(tr("新建目录…"), "newCatalogue", icon="add", role="primary")
        self.new.clicked.connect(self.new_wanted)
        self.other = button(tr("打开其他目录…"), "openOther", icon="folder")
        self.other.clicked.connect(self.other_wanted)
        self.sample = button(tr("用示例目录看一看"), "openSample", icon="documents")
        self.sample.clicked.connect(self.sample_wanted)
        self._build()
        theme.dress(self)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's signature
        """Tab goes on as one reads."""
        return tab_order.step(self, forward=next)

    def show_recent(self, folders: Sequence[Path]) -> None:
        """Offer the catalogues that were open lately."""
        self.recent.clear()
        for folder in folders:
            item = QListWidgetItem(f"{folder.name}    {folder.parent}", self.recent)
            item.setData(PATH_ROLE, str(folder))
            item.setToolTip(str(folder))
            item.setIcon(icons.icon("registers"))
        self.recent.setVisible(bool(folders))
        self._none.setVisible(not folders)
        self.recent.setCurrentRow(0)
        (self.recent if folders else self.new).setFocus()

    def show_waiting(self, text: str) -> None:
        """Say that something is being opened; empty when it is done."""
        self.waiting.setText(text)
        for part in (self.new, self.other, self.sample, self.recent):
            part.setEnabled(not text)

    def _open_item(self, item: QListWidgetItem) -> None:
        self.chosen.emit(Path(str(item.data(PATH_ROLE))))

    def _build(self) -> None:
        self._none = Label(
            tr("还没有目录。新建一个，再选文件夹采集；或先用示例目录看一看，十分钟走一遍。"), "muted", self
        ).wrapped()
        pane = Pane(self, margin=24, spacing=12)
        pane.setFixedWidth(WIDTH)
        pane.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        pane.column.addWidget(Label(tr("底数"), "figure", pane))
        pane.column.addWidget(
            Label(tr("公文底数清理、公开属性复审与档案移交 · 全程离线"), "muted", pane).wrapped()
        )
        pane.column.addSpacing(8)
        pane.column.addWidget(Label(tr("最近用过的目录"), "heading", pane))
        pane.column.addWidget(self.recent, 1)
        pane.column.addWidget(self._none)
        pane.column.addWidget(self.waiting)
        pane.column.addLayout(row(self.new, self.other, self.sample, None))
        pane.column.addSpacing(4)
        for part in self._secrecy_notice(pane):
            pane.column.addWidget(part)
        page, frame = QWidget(self), QScrollArea(self)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(8, 12, 8, 12)
        inside.addStretch(1)
        inside.addLayout(row(None, pane, None))
        inside.addStretch(1)
        version = Label(tr("版本 {version}", version=__version__), "small", self)
        inside.addWidget(version, 0, Qt.AlignmentFlag.AlignHCenter)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setWidgetResizable(True)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(frame, 1)

    def _secrecy_notice(self, parent: QWidget) -> tuple[Label, Label]:
        words = Label(tr("本机不得存储、处理国家秘密。涉密不上网，上网不涉密。"), "danger", parent).wrapped()
        words.setObjectName("secrecyWords")
        more = tr("发现带密级标志的文件，程序只登记位置，不读入内容；请立即报告本单位保密工作机构。")
        return words, Label(more, "small", parent).wrapped()
