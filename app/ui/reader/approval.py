"""The second person signs or returns, and proves himself with his own PIN in the same dialog."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from app.domain.people import Person, PersonRole
from app.domain.review import Act
from app.errors import AppError
from app.ui.language import told_error, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, page_column, row


@dataclass(frozen=True, slots=True)
class SigningWords:
    """How the dialog speaks of one way of signing, and the role it takes."""

    role: PersonRole
    title: str
    signer: str
    button: str
    nobody: str


SIGNING: Mapping[Act, SigningWords] = MappingProxyType(
    {
        Act.APPROVE: SigningWords(
            PersonRole.APPROVER,
            "审定",
            "审定人",
            "审定通过",
            "还没有能审定的人员。请先在“设置”里登记一位审定人。",
        ),
        Act.SECRECY_REVIEW: SigningWords(
            PersonRole.SECRECY_REVIEWER,
            "保密审查",
            "保密审查人",
            "审查通过",
            "还没有能做保密审查的人员。请先在“设置”里登记一位。",
        ),
    }
)


class ApprovalDialog(Dialog):
    """Asks who signs and for his PIN; stays open, with what was typed, when the answer is no.

    ``approved`` carries name, PIN and note, ``returned`` name and reason. ``barred``: who proposed and
    therefore cannot sign.
    """

    approved = Signal(str, str, str)
    returned = Signal(str, str)

    def __init__(
        self,
        summary: str,
        people: Sequence[Person],
        parent: QWidget | None = None,
        *,
        act: Act = Act.APPROVE,
        barred: str = "",
    ) -> None:
        super().__init__(parent)
        self._words = SIGNING[act]
        self.setObjectName("approval")
        self.setWindowTitle(tr(self._words.title))
        self.people = {
            person.name: person for person in people if person.may(self._words.role) and person.name != barred
        }
        self.person = QComboBox(self)
        self.person.setObjectName("approver")
        self.person.setAccessibleName(tr(self._words.signer))
        self.person.addItems(list(self.people))
        self.pin = QLineEdit(self)
        self.pin.setObjectName("pin")
        self.pin.setAccessibleName(tr("口令"))
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.note = QLineEdit(self)
        self.note.setObjectName("note")
        self.note.setAccessibleName(tr("意见"))
        self.note.setPlaceholderText(tr("通过可不填；退回必须写明理由"))
        self.hint = Label("", "small", self).wrapped()
        self.fault = Label("", "danger", self).wrapped()
        self.fault.setObjectName("approvalFault")
        self.approve = button(tr(self._words.button), "approve", role="primary")
        self.send_back = button(tr("退回"), "sendBack")
        self._build(summary)
        self.person.currentTextChanged.connect(self._on_person)
        self.approve.clicked.connect(self._approve)
        self.send_back.clicked.connect(self._return)
        self.pin.returnPressed.connect(self._approve)
        self._on_person(self.person.currentText())

    def show_failure(self, error: AppError) -> None:
        """Say why it was refused; nothing was written."""
        self.fault.setText(told_error(error))
        self.fault.show()
        self._enable(on=True)
        self.pin.selectAll()
        self.pin.setFocus()

    def _build(self, summary: str) -> None:
        form = QFormLayout()
        form.addRow(tr(self._words.signer), self.person)
        form.addRow(tr("口令"), self.pin)
        form.addRow(tr("意见"), self.note)
        column = page_column(self)
        told = Label(summary, "", self).wrapped()
        told.setObjectName("approvalSummary")
        column.addWidget(told)
        column.addLayout(form)
        column.addWidget(self.hint)
        column.addWidget(self.fault)
        cancel = button(tr("取消"), "cancel")
        cancel.clicked.connect(self.reject)
        column.addLayout(row(self.send_back, None, cancel, self.approve))
        self.fault.hide()
        self.setMinimumWidth(420)
        self.pin.setFocus()

    def _on_person(self, name: str) -> None:
        person = self.people.get(name)
        if person is None:
            self.hint.setText(tr(self._words.nobody))
        elif not person.has_pin:
            self.hint.setText(tr("这位人员没有设口令：签署照样有效，但表单上注明“身份未经验证”。"))
        else:
            self.hint.setText("")
        self.hint.setVisible(bool(self.hint.text()))
        self.pin.setEnabled(person is not None and person.has_pin)
        self._enable(on=person is not None)

    def _enable(self, *, on: bool) -> None:
        self.approve.setEnabled(on)
        self.send_back.setEnabled(on)

    def _approve(self) -> None:
        if self.approve.isEnabled():
            self._enable(on=False)
            self.approved.emit(self.person.currentText(), self.pin.text(), self.note.text().strip())

    def _return(self) -> None:
        if not self.note.text().strip():
            self.show_failure(AppError(tr("退回必须写明理由。"), tr("请在“意见”里写明要补正什么。")))
            self.note.setFocus()
            return
        self._enable(on=False)
        self.returned.emit(self.person.currentText(), self.note.text().strip())
