"""What is asked before a round is made: name, which documents, how they are cut, how many sign."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from app.domain.batching import DEFAULT_MINUTES, GROUPING_TERMS, Grouping
from app.errors import AppError
from app.ui.language import told_error, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, page_column, row

LONGEST_SITTING = 240
SIGNATURES = {2: "两人：初审、审定", 3: "三人：初审、保密审查、审定", 1: "一人"}


@dataclass(frozen=True, slots=True)
class RoundWish:
    """A round somebody wants."""

    name: str
    query: str
    grouping: Grouping
    minutes: int
    signatures: int


class NewRoundDialog(Dialog):
    """``wanted`` carries a :class:`RoundWish`, ``counted`` asks how many documents a query finds."""

    wanted = Signal(object)
    counted = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newRound")
        self.setWindowTitle(tr("新建审查轮次"))
        self.name = QLineEdit(name, self)
        self.name.setObjectName("roundName")
        self.query = QLineEdit(self)
        self.query.setObjectName("roundQuery")
        self.query.setPlaceholderText(tr("检索式；不写即全部公文"))
        self.grouping = QComboBox(self)
        for grouping, term in GROUPING_TERMS.items():
            self.grouping.addItem(tr(term), grouping)
        self.minutes = QSpinBox(self)
        self.minutes.setRange(1, LONGEST_SITTING)
        self.minutes.setValue(DEFAULT_MINUTES)
        self.signatures = QComboBox(self)
        for count, term in SIGNATURES.items():
            self.signatures.addItem(tr(term), count)
        self.found = Label("", "small", self).wrapped()
        self.found.setObjectName("roundFound")
        self.fault = Label("", "danger", self).wrapped()
        self.fault.setObjectName("roundFault")
        self.make = button(tr("建立并分批"), "makeRound", role="primary")
        self._build()

    @property
    def wish(self) -> RoundWish:
        """What is asked for now."""
        return RoundWish(
            name=self.name.text().strip(),
            query=self.query.text().strip(),
            grouping=Grouping(self.grouping.currentData()),
            minutes=self.minutes.value(),
            signatures=int(self.signatures.currentData()),
        )

    def show_found(self, count: int) -> None:
        """How many documents the query finds now."""
        self.found.setText(tr("现在查到 {count} 件；分批时定下来，以后不随检索结果变。", count=f"{count:,}"))

    def show_failure(self, error: AppError) -> None:
        """Say why it was refused; what was typed stays."""
        self.fault.setText(told_error(error))
        self.fault.show()
        self._check()

    def _build(self) -> None:
        form = QFormLayout()
        for title, field in (
            (tr("名称"), self.name),
            (tr("范围"), self.query),
            (tr("怎样排"), self.grouping),
            (tr("每批分钟"), self.minutes),
            (tr("几人签署"), self.signatures),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        cancel = button(tr("取消"), "cancelRound")
        cancel.clicked.connect(self.reject)
        column = page_column(self)
        column.addLayout(form)
        column.addWidget(self.found)
        column.addWidget(self.fault)
        column.addLayout(row(None, cancel, self.make))
        self.fault.hide()
        self.setMinimumWidth(480)
        self.name.textChanged.connect(lambda _text: self._check())
        self.query.editingFinished.connect(lambda: self.counted.emit(self.query.text().strip()))
        self.make.clicked.connect(self._make)
        self._check()

    def _check(self) -> None:
        self.make.setEnabled(bool(self.name.text().strip()))

    def _make(self) -> None:
        self.make.setEnabled(False)
        self.fault.hide()
        self.wanted.emit(self.wish)
