"""A document that turned out to be classified goes out of the catalogue: asked once, with a reason, never undone."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.errors import AppError
from app.ui.language import told_error, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, open_at, page_column, row


class PurgeDialog(Dialog):
    """Says what goes and what stays. ``wanted`` carries the reason."""

    wanted = Signal(str)

    def __init__(self, title: str, places: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("purgeDialog")
        self.setWindowTitle(tr("清除涉密内容"))
        self.places = QPlainTextEdit("\n".join([title, *places]), self)
        self.places.setReadOnly(True)
        self.places.setAccessibleName(tr("要清除的公文和文件"))
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(tr("清除的理由"))
        self.reason.setPlaceholderText(tr("谁发现、依据什么认定（不要写涉密内容）"))
        self.fault = Label("", "danger", self).wrapped()
        self.go = button(tr("清除，不能撤销"), "purgeNow", role="danger")
        self._lay_out()
        self.reason.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.go.clicked.connect(self._go)
        self.go.setEnabled(False)

    def show_failure(self, error: AppError) -> None:
        """Say why nothing was purged."""
        self.fault.setText(told_error(error))
        self.fault.show()
        self.go.setEnabled(True)

    def _lay_out(self) -> None:
        first = tr("先停止操作，报告本单位保密工作机构；经确认涉密的，才在这里清除。")
        what = tr(
            "清除后，正文、要素、检索和已有备份里的内容都没有了，位置列入隔离清单，经过留痕。来源文件本身不动，"
            "磁盘的处理听保密工作机构的。"
        )
        cancel = button(tr("取消"), "cancelPurge")
        cancel.clicked.connect(self.reject)
        column = page_column(self)
        column.addWidget(Label(first, "danger", self).wrapped())
        column.addWidget(Label(what, "", self).wrapped())
        column.addWidget(self.places, 1)
        column.addWidget(self.reason)
        column.addWidget(self.fault)
        column.addLayout(row(None, cancel, self.go))
        self.fault.hide()
        open_at(self, 560, 380)

    def _go(self) -> None:
        self.go.setEnabled(False)
        self.wanted.emit(self.reason.text().strip())
