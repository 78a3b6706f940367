"""Searching for a list of words at once: how many documents hold each, and the way to them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHeaderView,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.errors import AppError
from app.search.batch import TermCount
from app.ui.language import told_error, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, open_at, page_column, row

COUNT = 1


class WordListDialog(Dialog):
    """Words go in on the left, counts come out on the right.

    ``asked`` carries the lines, ``chosen`` a term to list the documents of, ``file_wanted`` a file of
    words to read.
    """

    asked = Signal(object)
    chosen = Signal(str)
    file_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wordList")
        self.setWindowTitle(tr("按词表检索"))
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.words.setAccessibleName(tr("词表，每行一个词"))
        self.words.setPlaceholderText(tr("每行一个词；照字面找，词里的“与、或、非”不起作用。"))
        self.counts = QTreeWidget(self)
        self.counts.setAccessibleName(tr("每个词有多少份"))
        self.counts.setHeaderLabels([tr("词"), tr("有几份")])
        self.counts.setRootIsDecorated(False)
        self.counts.setUniformRowHeights(True)
        self.told = Label(tr("双击一个词，列出含有它的公文。"), "muted", self).wrapped()
        self.told.setObjectName("wordListTold")
        self.go = button(tr("检索"), "countWords", icon="search", role="primary")
        self._lay_out()

    def show_counts(self, counted: Sequence[TermCount]) -> None:
        """Show what was found."""
        self.counts.clear()
        for one in counted:
            item = QTreeWidgetItem([one.term, f"{one.count:,}"])
            item.setTextAlignment(COUNT, Qt.AlignmentFlag.AlignRight)
            self.counts.addTopLevelItem(item)
        found = sum(one.count > 0 for one in counted)
        self.told.setText(
            tr("{count} 个词，其中 {found} 个有公文。", count=f"{len(counted):,}", found=f"{found:,}")
        )
        self.go.setEnabled(True)

    def show_words(self, lines: Sequence[str]) -> None:
        """Put the words of a file in the field."""
        self.words.setPlainText("\n".join(lines))

    def show_failure(self, error: AppError) -> None:
        """Say why it could not be done; the words stay."""
        self.told.setText(told_error(error))
        self.go.setEnabled(True)

    def _lay_out(self) -> None:
        open_file = button(tr("从文件读入…"), "readWords", icon="folder")
        open_file.clicked.connect(self._choose)
        close = button(tr("关闭"), "closeWords")
        close.clicked.connect(self.accept)
        self.go.clicked.connect(self._ask)
        self.counts.itemActivated.connect(lambda item, _column: self.chosen.emit(item.text(0)))
        sides = row(spacing=12)
        sides.addWidget(self.words, 1)
        sides.addWidget(self.counts, 1)
        column = page_column(self)
        column.addLayout(sides, 1)
        column.addWidget(self.told)
        column.addLayout(row(open_file, None, close, self.go))
        open_at(self, 720, 480)
        self.counts.header().setStretchLastSection(False)
        self.counts.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _choose(self) -> None:
        found, _kind = QFileDialog.getOpenFileName(
            self, tr("选择词表"), filter=tr("词表 (*.txt *.csv);;所有文件 (*)")
        )
        if found:
            self.file_wanted.emit(found)

    def _ask(self) -> None:
        self.go.setEnabled(False)
        self.told.setText(tr("正在检索……"))
        self.asked.emit(self.words.toPlainText().splitlines())
