"""Asking for a PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.people import Person
from app.errors import AppError
from app.ui.language import told_error, tr
from app.ui.widgets.layout import Label, button, row


class PinDialog(QDialog):
    """Asks for a new PIN twice, and for the present one if there is one."""

    wanted = Signal(str, str)

    def __init__(self, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pinDialog")
        self.setWindowTitle(tr("{name} 的口令", name=person.name))
        self.present = self._field("presentPin", tr("现在的口令"))
        self.new = self._field("newPin", tr("新口令"))
        self.again = self._field("newPinAgain", tr("再输一次"))
        self.fault = Label("", "danger", self).wrapped()
        self.keep = button(tr("设置口令"), "keepPin", role="primary")
        form = QFormLayout()
        if person.has_pin:
            form.addRow(tr("现在的口令"), self.present)
        else:
            self.present.hide()
        form.addRow(tr("新口令"), self.new)
        form.addRow(tr("再输一次"), self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
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
