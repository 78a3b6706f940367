"""A search kept as evidence of what was and was not found (条例 711, art. 36(4))."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from app.errors import AppError
from app.ui import printing
from app.ui.language import told_error, told_query, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, open_at, page_column, row


class EvidenceDialog(Dialog):
    """Asks what the search is for, then shows the record to print and sign. ``wanted`` carries the purpose."""

    wanted = Signal(str)

    def __init__(self, understood: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence")
        self.setWindowTitle(tr("检索留证"))
        self.purpose = QLineEdit(self)
        self.purpose.setPlaceholderText(tr("如 依申请公开〔2026〕12号"))
        self.purpose.setAccessibleName(tr("用途"))
        self.earlier = QComboBox(self)
        self.earlier.setAccessibleName(tr("以前的记录"))
        self.earlier.setPlaceholderText(tr("以前的记录…"))
        self.earlier.hide()
        self.page = QPlainTextEdit(self)
        self.page.setReadOnly(True)
        self.page.setAccessibleName(tr("检索记录"))
        self.page.setPlaceholderText(tr("写明用途后点“检索并留存”，记录列在这里，可以打印。"))
        self.fault = Label("", "danger", self).wrapped()
        self.keep = button(tr("检索并留存"), "keepEvidence", role="primary")
        self.print = button(tr("打印…"), "printEvidence", icon="print")
        self._lay_out(understood)
        self.purpose.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        self.keep.clicked.connect(self._ask)
        self.earlier.activated.connect(self._show_again)
        self.print.clicked.connect(lambda: printing.preview(self.as_document(), self))

    def show_record(self, page: str) -> None:
        """Show the record that was kept."""
        self.page.setPlainText(page)
        self.page.show()
        self.print.setEnabled(True)
        self.keep.setEnabled(False)
        self.purpose.setEnabled(False)
        self.fault.hide()

    def show_earlier(self, pages: Mapping[str, str]) -> None:
        """Offer the records that were kept before, each under a line that names it."""
        for name, page in pages.items():
            self.earlier.addItem(name, page)
        self.earlier.setCurrentIndex(-1)
        self.earlier.setVisible(bool(pages))

    def _show_again(self) -> None:
        self.page.setPlainText(self.earlier.currentData())
        self.print.setEnabled(True)

    def show_failure(self, error: AppError) -> None:
        """Say why nothing was kept."""
        self.fault.setText(told_error(error))
        self.fault.show()
        self.keep.setEnabled(True)

    def as_document(self) -> QTextDocument:
        """The record as a page."""
        return QTextDocument(self.page.toPlainText())

    def _lay_out(self, understood: str) -> None:
        form = QFormLayout()
        form.addRow(tr("检索条件"), Label(told_query(understood), "", self).wrapped())
        form.addRow(tr("用途"), self.purpose)
        close = button(tr("关闭"), "closeEvidence")
        close.clicked.connect(self.accept)
        column = page_column(self)
        text = tr(
            "把这次检索连同范围、结果和没能检索到的文件数记下来，答复“经检索没有所申请公开的信息”时作依据。"
        )
        column.addWidget(Label(text, "muted", self).wrapped())
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addWidget(self.page, 1)
        column.addLayout(row(self.print, self.earlier, None, close, self.keep))
        self.fault.hide()
        self.keep.setEnabled(False)
        self.print.setEnabled(False)
        open_at(self, 620, 480)

    def _ask(self) -> None:
        self.keep.setEnabled(False)
        self.wanted.emit(self.purpose.text().strip())
