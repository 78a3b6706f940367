"""Why numbers of a series have no document: a person says so once, and they count as explained from then on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from app.domain.completeness import GAP_REASON_TERMS, GapReason
from app.errors import AppError
from app.ui.language import told_error, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, open_at, page_column, row

NUMBER_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class GapWish:
    """Why these numbers, as they are printed, have no document."""

    numbers: tuple[str, ...]
    reason: GapReason
    note: str


class GapDialog(Dialog):
    """``wanted`` carries a :class:`GapWish`."""

    wanted = Signal(object)

    def __init__(
        self, series: str, numbers: Sequence[int], known: Mapping[int, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("gapDialog")
        self.setWindowTitle(tr("{series} 缺号的原因", series=series))
        self.numbers = QListWidget(self)
        self.numbers.setAccessibleName(tr("缺少的号"))
        for number in numbers:
            reason = known.get(number, "")
            item = QListWidgetItem(f"{series}{number}号" + (f"　{reason}" if reason else ""), self.numbers)
            item.setData(NUMBER_ROLE, f"{series}{number}号")
            item.setCheckState(Qt.CheckState.Unchecked if reason else Qt.CheckState.Checked)
        self.reason = QComboBox(self)
        for kind, term in GAP_REASON_TERMS.items():
            self.reason.addItem(tr(term), kind)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(tr("选“其他”时必填"))
        self.fault = Label("", "danger", self).wrapped()
        self.keep = button("", "keepGapReason", role="primary")
        self._lay_out()
        self._check()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The numbers that are ticked."""
        items = [self.numbers.item(place) for place in range(self.numbers.count())]
        return tuple(item.data(NUMBER_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def show_failure(self, error: AppError) -> None:
        """Say why it was refused; nothing was written."""
        self.fault.setText(told_error(error))
        self.fault.show()

    def _lay_out(self) -> None:
        form = QFormLayout()
        for title, field in ((tr("原因"), self.reason), (tr("说明"), self.note)):
            field.setAccessibleName(title)
            form.addRow(title, field)
        cancel = button(tr("取消"), "cancelGap")
        cancel.clicked.connect(self.reject)
        column = page_column(self)
        text = tr("查明没有公文的号，写明原因，以后算作已说明，不再当作缺失。")
        column.addWidget(Label(text, "muted", self).wrapped())
        column.addWidget(self.numbers, 1)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addLayout(row(None, cancel, self.keep))
        self.fault.hide()
        open_at(self, 480, 420)
        self.numbers.itemChanged.connect(lambda _item: self._check())
        self.keep.clicked.connect(self._keep)

    def _check(self) -> None:
        count = len(self.chosen)
        self.keep.setText(tr("记下 {count} 个号的原因", count=count))
        self.keep.setEnabled(count > 0)

    def _keep(self) -> None:
        reason = GapReason(self.reason.currentData())
        self.wanted.emit(GapWish(self.chosen, reason, self.note.text().strip()))
