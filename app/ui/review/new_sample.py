"""What is asked before a sample is drawn: why, from which round, how many."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.domain.disclosure import DisclosureAttribute
from app.domain.sampling import SAMPLE_TERMS, SampleKind
from app.domain.terms import ATTRIBUTE_TERMS
from app.errors import AppError
from app.ui.language import told_error, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, page_column, row

USUAL_SIZE = 50
LARGEST_SIZE = 100_000


@dataclass(frozen=True, slots=True)
class SampleWish:
    """A sample somebody wants; no round and no attribute mean all decisions."""

    name: str
    kind: SampleKind
    size: int
    round_name: str | None
    attribute: DisclosureAttribute | None
    is_stratified: bool


class NewSampleDialog(Dialog):
    """``wanted`` carries a :class:`SampleWish`."""

    wanted = Signal(object)

    def __init__(self, name: str, rounds: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("newSample")
        self.setWindowTitle(tr("抽查"))
        self.name = QLineEdit(name, self)
        self.kind = QComboBox(self)
        for kind, term in SAMPLE_TERMS.items():
            self.kind.addItem(tr(term), kind)
        self.round = QComboBox(self)
        self.round.addItem(tr("全部轮次"), None)
        for each in rounds:
            self.round.addItem(each, each)
        self.attribute = QComboBox(self)
        self.attribute.addItem(tr("全部属性"), None)
        for attribute in (a for a in DisclosureAttribute if a is not DisclosureAttribute.UNDETERMINED):
            self.attribute.addItem(tr(ATTRIBUTE_TERMS[attribute]), attribute)
        self.size_box = QSpinBox(self)
        self.size_box.setRange(1, LARGEST_SIZE)
        self.size_box.setValue(USUAL_SIZE)
        self.stratified = QCheckBox(tr("多抽成组带出、看得很快、下班前后办理的"), self)
        self.fault = Label("", "danger", self).wrapped()
        self.draw = button(tr("抽取"), "drawSample", role="primary")
        self._build()

    def show_failure(self, error: AppError) -> None:
        """Say why it was refused."""
        self.fault.setText(told_error(error))
        self.fault.show()

    def _build(self) -> None:
        form = QFormLayout()
        for title, field in (
            (tr("名称"), self.name),
            (tr("做什么用"), self.kind),
            (tr("审查轮次"), self.round),
            (tr("公开属性"), self.attribute),
            (tr("抽多少件"), self.size_box),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        form.addRow("", self.stratified)
        cancel = button(tr("取消"), "cancelSample")
        cancel.clicked.connect(self.reject)
        hint = tr("由没有办过这些公文的人重新看，看不到原来的结论。95% 把握、误差 5% 约需 385 件。")
        column = page_column(self)
        column.addWidget(Label(hint, "muted", self).wrapped())
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addLayout(row(None, cancel, self.draw))
        self.fault.hide()
        self.setMinimumWidth(480)
        self.kind.currentIndexChanged.connect(lambda _place: self._check())
        self.draw.clicked.connect(self._draw)

    def _check(self) -> None:
        """Only a plain random sample proves something about all decisions."""
        is_plain = self.kind.currentData() == SampleKind.ACCEPTANCE
        self.stratified.setEnabled(not is_plain)
        if is_plain:
            self.stratified.setChecked(False)

    def _draw(self) -> None:
        attribute = self.attribute.currentData()
        self.wanted.emit(
            SampleWish(
                name=self.name.text().strip(),
                kind=SampleKind(self.kind.currentData()),
                size=self.size_box.value(),
                round_name=self.round.currentData(),
                attribute=DisclosureAttribute(attribute) if attribute else None,
                is_stratified=self.stratified.isChecked(),
            )
        )
