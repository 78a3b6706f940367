"""How the documents screen is laid out; what happens is decided in :mod:`app.ui.documents.screen`."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.documents.index_notice import IndexNotice
from app.ui.documents.proposals import Proposals
from app.ui.documents.saved import SavedPane
from app.ui.language import told_query, tr
from app.ui.reader.card import LEAST_CARD, DocumentCard
from app.ui.reader.view import LEAST_READER, ReaderView
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import (
    EmptyState,
    Label,
    Pages,
    Pane,
    button,
    icon_button,
    menu_button,
    row,
)
from app.ui.widgets.panes import RememberingSplitter
from app.ui.widgets.search import FilterBar, SearchField
from app.ui.widgets.table import Table

FACETS = (
    ("year", "年度"),
    ("genre", "文种"),
    ("issuing_body", "发文机关"),
    ("attribute", "公开属性"),
    ("suggested_attribute", "建议"),
    ("review_state", "办理情况"),
    ("applicability", "归属"),
    ("format", "格式"),
)


class DocumentsView(QWidget):
    """Title, search and filters above; list, reader and card side by side."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label(tr("公文"), "title", self)
        self.count = Label("", "muted", self)
        self.count.setObjectName("documentCount")
        self.search = SearchField(tr("词语、文号；可用 与 或 非（Ctrl+F）"), self)
        self.search.setMinimumWidth(260)
        self.understood = Label("", "small", self)
        self.understood.setObjectName("understood")
        self.help = icon_button("information", "queryHelp", tr("怎样检索"))
        self.saved = icon_button("bookmark", "savedSearches", tr("保存的检索"))
        self.filters = FilterBar([(name, tr(title)) for name, title in FACETS], self)
        self.columns = icon_button("columns", "chooseColumns", tr("显示哪些列"))
        self.more = menu_button(tr("办理"), "documentActs")
        self.back = button(tr("回到全部公文"), "backToAll", role="link")
        self.index_notice = IndexNotice(self)
        self.saved_pane = SavedPane(self)
        self.review = button(tr("送去复审台"), "openInReview", icon="review")
        self.table = Table(desk.memory, "documents", self)
        self.table.setAccessibleName(tr("公文列表"))
        self.reader = ReaderView(self)
        self.card = DocumentCard(self)
        self.go_ingest = button(tr("去采集"), "goIngest", icon="ingest", role="primary")
        self.proposals = Proposals(self)
        self.list_stack = Pages(self)
        self._build(desk)

    def show_understood(self, words: str, mistake: str) -> None:
        """Say how the query was understood, or where it has a mistake."""
        self.understood.setText(mistake or (tr("理解为：{words}", words=told_query(words)) if words else ""))
        self.understood.setProperty("role", "danger" if mistake else "small")
        self.understood.style().polish(self.understood)
        self.understood.setVisible(bool(words or mistake))

    def show_alike(self, *, is_alike: bool) -> None:
        """Whether the list holds what resembles one document, and a way back is needed."""
        self.back.setVisible(is_alike)

    def show_list(self) -> None:
        """There are rows to show."""
        self.list_stack.setCurrentIndex(0)

    def show_nothing_held(self) -> None:
        """The catalogue is empty."""
        self.list_stack.setCurrentIndex(1)

    def show_nothing_found(self, proposed: Sequence[str], alone: Sequence[tuple[str, int]]) -> None:
        """The query or the filters leave nothing; one of its conditions alone, or other queries, may not."""
        self.proposals.offer(proposed, alone)
        self.list_stack.setCurrentIndex(2)

    def _build(self, desk: Desk) -> None:
        self.list_stack.addWidget(self.table)
        text = tr("目录里还没有公文。先选文件夹采集，公文会出现在这里。")
        self.list_stack.addWidget(EmptyState("documents", text, self.go_ingest))
        self.list_stack.addWidget(
            EmptyState("search", tr("没有符合条件的公文。可以少写一个词，或清除筛选。"), self.proposals)
        )
        left, middle, right = Pane(self), Pane(self), Pane(self)
        left.column.addWidget(self.list_stack, 1)
        left.column.addWidget(self.saved_pane)
        middle.column.addWidget(self.reader)
        right.column.addWidget(self.card)
        middle.setMinimumWidth(LEAST_READER)
        right.setMinimumWidth(LEAST_CARD)
        self.splitter = RememberingSplitter(desk.memory, "documents", self)
        for pane in (left, middle, right):
            self.splitter.addWidget(pane)
        self.splitter.recall([500, 460, 280], (5, 4, 1))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(Flow(self.title, self.count, None, self.search, self.saved, self.help, self.columns))
        column.addLayout(row(self.filters, None, self.more, self.review, spacing=8))
        column.addLayout(row(self.understood, self.back, None))
        column.addWidget(self.index_notice)
        column.addWidget(self.splitter, 1)
        self.understood.hide()
        self.back.hide()
