"""Files refused as probably classified: shown on demand, released one by one with a reason."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from app.errors import AppError
from app.store.quarantine import Quarantined
from app.ui.language import told_error, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, open_at, page_column, row, set_widths

LEVELS: Mapping[str, str] = {"A": "有密级标志", "B": "疑似密级标志"}
"""How sure the gate at the door was, as ``inventory.secrecy`` writes it; that need not be loaded for a dialog."""


class QuarantineDialog(Dialog):
    """``release_wanted`` carries the number of an entry and the reason."""

    release_wanted = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("quarantineDialog")
        self.setWindowTitle(tr("涉密隔离清单"))
        self._entries: Sequence[Quarantined] = ()
        self.list = QTreeWidget(self)
        self.list.setObjectName("quarantined")
        self.list.setAccessibleName(tr("隔离的文件"))
        self.list.setHeaderLabels([tr("文件"), tr("标志"), tr("发现时间")])
        self.list.setRootIsDecorated(False)
        self.reason = QLineEdit(self)
        self.reason.setAccessibleName(tr("解除隔离的理由"))
        self.reason.setPlaceholderText(tr("谁核对过原件、为何确认不涉密"))
        self.fault = Label("", "danger", self).wrapped()
        self.release = button(tr("解除隔离"), "releaseFile", role="danger")
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._check)
        self.reason.textChanged.connect(lambda _text: self._check())
        self.release.clicked.connect(self._go)
        self._check()

    def show_entries(self, entries: Sequence[Quarantined]) -> None:
        """List what is held back."""
        self._entries = entries
        self.list.clear()
        for one in entries:
            at = one.at[:16].replace("T", " ")
            self.list.addTopLevelItem(
                QTreeWidgetItem([f"{one.root}/{one.path}", tr(LEVELS.get(one.level, one.level)), at])
            )
        self.reason.clear()
        self.fault.hide()
        self._check()

    def show_failure(self, error: AppError) -> None:
        """Say why nothing was released."""
        self.fault.setText(told_error(error))
        self.fault.show()

    def _lay_out(self) -> None:
        text = tr(
            "这些文件带密级标志，内容没有读入。确属涉密的，请按保密规定处置；确认不涉密的，写明理由后解除，下次采集时读入。"
        )
        close = button(tr("关闭"), "closeQuarantine")
        close.clicked.connect(self.accept)
        column = page_column(self)
        column.addWidget(Label(text, "muted", self).wrapped())
        column.addWidget(self.list, 1)
        column.addWidget(self.fault)
        column.addLayout(row(self.reason, self.release, close))
        self.fault.hide()
        open_at(self, 760, 420)
        set_widths(self.list, 440, 0)

    def _check(self) -> None:
        self.release.setEnabled(bool(self.list.selectedItems() and self.reason.text().strip()))

    def _go(self) -> None:
        place = self.list.indexOfTopLevelItem(self.list.selectedItems()[0])
        self.release_wanted.emit(self._entries[place].id, self.reason.text().strip())
