"""One element of many documents corrected together: rule, preview of every change, then the act."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.domain import terms
from app.domain.document import ElementName
from app.errors import AppError
from app.inventory.correct import Correction, Rewriting
from app.ui.language import told_error, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, open_at, page_column, row, set_widths

MOST_SHOWN = 500
MILLISECONDS_OF_SILENCE = 250


class BulkDialog(Dialog):
    """Nothing is written before the button that says how many is pressed.

    ``asked`` wants a preview for an element and a rule, ``wanted`` carries the previewed corrections.
    """

    asked = Signal(object, object)
    wanted = Signal(object)

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bulk")
        self.setWindowTitle(tr("批量改定 {count} 件的要素", count=f"{count:,}"))
        self._count = count
        self._planned: Sequence[Correction] = ()
        self.element = QComboBox(self)
        for name, term in terms.ELEMENT_TERMS.items():
            self.element.addItem(tr(term), name)
        self.present = QLineEdit(self)
        self.present.setPlaceholderText(tr("不填就是整个换掉"))
        self.put = QLineEdit(self)
        self.preview = QTreeWidget(self)
        self.preview.setHeaderLabels([tr("标题"), tr("现在"), tr("改成")])
        self.preview.setRootIsDecorated(False)
        self.preview.setUniformRowHeights(True)
        self.summary = Label("", "muted", self).wrapped()
        self.summary.setObjectName("bulkSummary")
        self.go = button("", "correctAll", role="primary")
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS_OF_SILENCE)
        self._timer.timeout.connect(self._ask)
        self._lay_out()
        self._connect()
        self.show_plan(())

    def show_plan(self, planned: Sequence[Correction]) -> None:
        """Show what would change."""
        self._planned = planned
        self.preview.clear()
        self.preview.addTopLevelItems(
            [QTreeWidgetItem([one.title, one.before, one.after]) for one in planned[:MOST_SHOWN]]
        )
        self.summary.setText(self._told(planned))
        self.go.setText(tr("改定 {count} 件", count=f"{len(planned):,}"))
        self.go.setEnabled(bool(planned))

    def show_failure(self, error: AppError) -> None:
        """Say why this rule cannot be carried out; nothing was written."""
        self.show_plan(())
        self.summary.setText(told_error(error))

    def _told(self, planned: Sequence[Correction]) -> str:
        if not self.put.text() and not self.present.text():
            return tr("选一个要素，写上新的值；这里先列出每一件会怎样改。")
        same = self._count - len(planned)
        text = tr("会改 {changed} 件，{same} 件本来就是这样。", changed=f"{len(planned):,}", same=f"{same:,}")
        if len(planned) > MOST_SHOWN:
            text += tr("下面列出前 {count} 件。", count=MOST_SHOWN)
        return text

    def _lay_out(self) -> None:
        form = QFormLayout()
        for title, field in (
            (tr("要素"), self.element),
            (tr("把其中的"), self.present),
            (tr("换成"), self.put),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        self.preview.setAccessibleName(tr("会怎样改"))
        cancel = button(tr("取消"), "cancelBulk")
        cancel.clicked.connect(self.reject)
        column = page_column(self)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addWidget(self.preview, 1)
        column.addWidget(
            Label(tr("原来识别的值都保留；改定后可以用 Ctrl+Z 整批改回。"), "small", self).wrapped()
        )
        column.addLayout(row(None, cancel, self.go))
        open_at(self, 820, 520)
        set_widths(self.preview, 380, 190)

    def _connect(self) -> None:
        self.element.currentIndexChanged.connect(lambda _n: self._timer.start())
        for field in (self.present, self.put):
            field.textChanged.connect(self._on_typed)
        self.go.clicked.connect(self._go)

    def _on_typed(self, _text: str) -> None:
        self.go.setEnabled(False)
        self._timer.start()

    def _ask(self) -> None:
        if self.put.text() or self.present.text():
            rewriting = Rewriting(self.present.text(), self.put.text().strip())
            self.asked.emit(ElementName(self.element.currentData()), rewriting)
        else:
            self.show_plan(())

    def _go(self) -> None:
        self.wanted.emit(tuple(self._planned))
        self.accept()
