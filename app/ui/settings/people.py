"""Persons and their PINs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.people import Person, PersonRole
from app.errors import AppError
from app.ui import words
from app.ui.language import tr
from app.ui.widgets.layout import EmptyState, Label, button, row

ROLES = (PersonRole.REVIEWER, PersonRole.SECRECY_REVIEWER, PersonRole.APPROVER, PersonRole.AUDITOR)


class PeoplePage(QWidget):
    """The list of persons. ``added`` carries name and roles, ``pin_set`` name, present and new PIN."""

    added = Signal(str, object)
    pin_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Person, ...] = ()
        self.list = QListWidget(self)
        self.list.setObjectName("people")
        self.list.setAccessibleName(tr("人员"))
        self.name = QLineEdit(self)
        self.name.setObjectName("personName")
        self.name.setAccessibleName(tr("姓名"))
        self.name.setPlaceholderText(tr("姓名"))
        self.roles = {role: QCheckBox(tr(words.PERSON_ROLES[role]), self) for role in ROLES}
        self.add = button(tr("登记"), "addPerson", icon="add", role="primary")
        self.pin = button(tr("设置口令…"), "setPin", icon="lock")
        self.empty = EmptyState("people", tr("还没有人员。至少登记两人：一人初审，另一人审定。"))
        self._build()

    def show_people(self, people: Sequence[Person]) -> None:
        """List these persons."""
        self._people = tuple(people)
        self.list.clear()
        for person in people:
            QListWidgetItem(_described(person), self.list)
        self.list.setVisible(bool(people))
        self.empty.setVisible(not people)
        self.pin.setEnabled(False)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        hint = tr("初审和审定必须是两个人；审定时各人用自己的口令证明身份。")
        column.addWidget(Label(hint, "muted", self).wrapped())
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(row(self.pin, None))
        column.addWidget(Label(tr("登记新人员"), "heading", self))
        column.addLayout(row(self.name, *self.roles.values(), None, self.add))
        self.name.setMaximumWidth(220)
        self.roles[PersonRole.REVIEWER].setChecked(True)
        self.add.setEnabled(False)
        self.name.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.list.currentRowChanged.connect(lambda number: self.pin.setEnabled(number >= 0))
        self.pin.clicked.connect(self._ask_pin)

    def _add(self) -> None:
        if self.add.isEnabled():
            chosen = [role for role, box in self.roles.items() if box.isChecked()]
            self.added.emit(self.name.text().strip(), chosen)

    def _ask_pin(self) -> None:
        number = self.list.currentRow()
        if 0 <= number < len(self._people):
            self.pin_wanted.emit(self._people[number])


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
        self.fault.setText(f"{error.message}{error.advice}")
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


def _described(person: Person) -> str:
    roles = "、".join(tr(words.PERSON_ROLES[role]) for role in sorted(person.roles)) or tr("没有角色")
    pin = tr("已设口令") if person.has_pin else tr("未设口令")
    return f"{person.name}　{roles}　{pin}"
