"""How the transfer desk is laid out: three lists on three leaves."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import EmptyState, Label, Line, Pages, Pane, button, tab_bar
from app.ui.widgets.table import Table

READY, WAITING, BATCHES = range(3)


def counted(count: int, *, is_more: bool) -> str:
    """A number, or that number and more."""
    return f"{count:,}+" if is_more else f"{count:,}"


class TransferView(QWidget):
    """Ready, not ready, handed over."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.build = button(tr("生成移交包…"), "buildPackage", icon="package", role="primary")
        self.verify = button(tr("检测移交包…"), "verifyPackage", icon="shield")
        self.adopt = button(tr("采纳归档建议"), "adoptFiling", icon="check")
        self.file = button(tr("填写归档信息…"), "fileDocuments", icon="edit")
        self.mend = button(tr("去补"), "mendObstacle", icon="next")
        self.hand_over = button(tr("标记已移交"), "markHandedOver", icon="transfer")
        self.withdraw = button(tr("撤回这一批…"), "withdrawBatch", icon="undo")
        self.receipt = button(tr("导入回执…"), "importReceipt", icon="ingest")
        self.print = button(tr("打印清单…"), "printReady", icon="print")
        self.papers = button(
            tr("目录和表单…"),
            "transferPapers",
            icon="table",
            tip=tr("已编号公文的目录、盒内备考表、可公开目录"),
        )
        self.notice = Label("", "small", self).wrapped()
        self.notice.setObjectName("transferNotice")
        self.tabs = tab_bar("transferTabs", tr("移交"), [tr("可以移交"), tr("还不能移交"), tr("移交批次")])
        self.ready = Table(desk.memory, "ready", self)
        self.waiting = Table(desk.memory, "waiting", self)
        self.batches = Table(desk.memory, "batches", self)
        self._pages = [Pages(self) for _ in range(3)]
        self._leaves = Pages(self)
        self._build_page()
        self.tabs.currentChanged.connect(self._show_leaf)

    def show_counts(self, ready: int, waiting: int, batches: int, more: tuple[bool, bool]) -> None:
        """How many stand in each list; empty lists say what to do. ``more``: whether there may be more documents
        than the first two lists show.
        """
        titles = (tr("可以移交"), tr("还不能移交"), tr("移交批次"))
        told = zip(titles, (ready, waiting, batches), (*more, False), strict=True)
        for number, (title, count, is_more) in enumerate(told):
            self.tabs.setTabText(number, f"{title} {counted(count, is_more=is_more)}" if count else title)
            self._pages[number].setCurrentIndex(0 if count else 1)
        for part in (self.build, self.print):
            part.setEnabled(ready > 0)

    def _show_leaf(self, number: int) -> None:
        self._leaves.setCurrentIndex(number)
        for part, leaf in (
            (self.print, READY),
            (self.adopt, WAITING),
            (self.file, WAITING),
            (self.mend, WAITING),
            (self.hand_over, BATCHES),
            (self.withdraw, BATCHES),
            (self.receipt, BATCHES),
        ):
            part.setVisible(leaf == number)

    def _build_page(self) -> None:
        empty = (
            tr("还没有可以移交的公文。公开属性审定、保管期限和开放意见齐了，就会出现在这里。"),
            tr("没有还差手续的公文。"),
            tr("还没有移交批次。在“可以移交”里生成移交包。"),
        )
        names = (tr("可以移交的公文"), tr("还不能移交的公文"), tr("移交批次"))
        for page, table, text, name in zip(
            self._pages, (self.ready, self.waiting, self.batches), empty, names, strict=True
        ):
            table.setAccessibleName(name)
            page.addWidget(table)
            page.addWidget(EmptyState("package", text))
            self._leaves.addWidget(page)
        pane = Pane(self)
        bar = Flow(
            self.tabs,
            None,
            self.print,
            self.adopt,
            self.file,
            self.mend,
            self.hand_over,
            self.withdraw,
            self.receipt,
        )
        bar.setContentsMargins(0, 4, 8, 4)
        pane.column.addLayout(bar)
        pane.column.addWidget(Line(self))
        pane.column.addWidget(self._leaves, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(Flow(Label(tr("移交"), "title"), None, self.papers, self.verify, self.build))
        column.addWidget(self.notice)
        column.addWidget(pane, 1)
        self.notice.hide()
        self._show_leaf(READY)
