"""Asking for a PIN: a new one of one's own, or the present one as proof."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

from app.domain.people import Person
from app.errors import AppError
from app.ui.language import told_error, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, page_column, row


class ProofDialog(Dialog):
    """Says what is about to be done and asks who does it for his PIN, which ``wanted`` carries."""

    wanted = Signal(str)

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proofDialog")
        self.setWindowTitle(tr("{name} 的口令", name=name))
        self.pin = QLineEdit(self)
        self.pin.setObjectName("proofPin")
        self.pin.setAccessibleName(tr("口令"))
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.fault = Label("", "danger", self).wrapped()
        self.go = button(tr("继续"), "proofGo", role="primary")
        form = QFormLayout()
        form.addRow(tr("{name} 的口令", name=name), self.pin)
        column = page_column(self)
        column.addWidget(Label(text, "", self).wrapped())
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addLayout(row(None, self.go))
        self.fault.hide()
        self.setMinimumWidth(420)
        self.go.clicked.connect(lambda: self.wanted.emit(self.pin.text()))

    def show_failure(self, error: AppError) -> None:
        """Say why it was refused; nothing was changed."""
        self.fault.setText(told_error(error))
        self.fault.show()
        self.pin.selectAll()
        self.pin.setFocus()


class PinDialog(Dialog):
    """Asks for a new PIN twice, and for the present one if there is one."""

    wanted = Signal(str, str)

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pinDialog")
        self.setWindowTitle(tr("{name} 的口令", name=person.name))
        title = tr("别人给的一次性口令") if person.must_change_pin else tr("现在的口令")
        self.present = self._field("presentPin", title)
        self.new = self._field("newPin", tr("新口令"))
        self.again = self._field("newPinAgain", tr("再输一次"))
        self.fault = Label("", "danger", self).wrapped()
        self.keep = button(tr("设置口令"), "keepPin", role="primary")
        form = QFormLayout()
        if person.has_pin:
            form.addRow(title, self.present)
        else:
            self.present.hide()
        form.addRow(tr("新口令"), self.new)
        form.addRow(tr("再输一次"), self.again)
        column = page_column(self)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addLayout(row(None, self.keep))
        self.fault.hide()
        self.keep.clicked.connect(self._keep)

    def show_failure(self, error: AppError) -> None:
        """Say why it was refused."""
        self.fault.setText(told_error(error))
        self.fault.show()

    def _field(self, name: str, title: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(name)
        field.setAccessibleName(title)
        field.setEchoMode(QLineEdit.EchoMode.Password)
        return field

    def _keep(self) -> None:
        if self.new.text() != self.again.text():
            self.show_failure(AppError(tr("两次输入不一样。"), tr("请重新输入。")))
        else:
            self.wanted.emit(self.present.text(), self.new.text())
