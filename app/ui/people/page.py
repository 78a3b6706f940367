"""The list of persons, what the chosen one may do, and the line that registers a new one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.domain.people import Person, PersonRole
from app.domain.terms import PERSON_ROLE_TERMS
from app.ui.desk import Desk
from app.ui.language import listed, tr
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import EmptyState, Label, Line, Pages, button, page_column
from app.ui.widgets.lazy_table import Column
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.table import Table

ROLES = (
    PersonRole.REVIEWER,
    PersonRole.SECRECY_REVIEWER,
    PersonRole.APPROVER,
    PersonRole.ADMINISTRATOR,
    PersonRole.AUDITOR,
)


def columns() -> tuple[Column[Person], ...]:
    """What the list of persons shows."""
    return (
        Column("name", tr("姓名"), _name, 160),
        Column("roles", tr("角色"), _roles, 320),
        Column("pin", tr("口令"), _pin, 190),
        Column("state", tr("状态"), _state, 120),
    )


class PeoplePage(QWidget):
    """``added`` carries name and roles, ``roles_wanted`` person and roles, ``pin_wanted``,
    ``give_wanted`` and ``active_wanted`` the person.
    """

    added = Signal(str, object)
    roles_wanted = Signal(object, object)
    pin_wanted = Signal(object)
    give_wanted = Signal(object)
    active_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model: ListedModel[Person] = ListedModel(columns(), desk.runner, self)
        self.table = Table(desk.memory, "people", self)
        self.table.setAccessibleName(tr("人员"))
        self.table.show_model(self.model)
        self.chosen_name = Label("", "heading", self)
        self.chosen_roles = _boxes("chosen", self)
        self.keep = button(tr("保存角色"), "keepRoles", icon="check")
        self.pin = button(tr("设置口令…"), "setPin", icon="lock")
        self.give = button(
            tr("给一次性口令…"), "givePin", tip=tr("还没有口令或忘了口令的，由管理员给，本人随即换成自己的")
        )
        self.active = button(tr("停用"), "setActive", icon="stop")
        self.name = QLineEdit(self)
        self.name.setObjectName("personName")
        self.name.setAccessibleName(tr("姓名"))
        self.name.setPlaceholderText(tr("姓名"))
        self.roles = _boxes("new", self)
        self.add = button(tr("登记"), "addPerson", icon="add", role="primary")
        self.stack = Pages(self)
        self._build()
        self._connect()
        self._show_chosen()

    @property
    def person(self) -> Person | None:
        """The person the user stands on."""
        number = self.table.current_id
        return self.model.row_of(number) if number is not None else None

    def show_people(self, people: Sequence[Person]) -> None:
        """List these persons; the chosen one stays chosen."""
        before = self.person.name if self.person else ""
        self.model.show_rows(people)
        names = [person.name for person in people]
        if names:
            self.table.stand_on(names.index(before) if before in names else 0)
        self.stack.setCurrentIndex(0 if people else 1)
        self._show_chosen()

    def _build(self) -> None:
        column = page_column(self)
        hint = tr("初审和审定必须是两个人；审定时各人用自己的口令证明身份。停用的人不能再办理，签过的不变。")
        column.addWidget(Label(hint, "muted", self).wrapped())
        inside = QWidget(self)
        top = QVBoxLayout(inside)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(12)
        top.addWidget(self.table, 1)
        top.addLayout(
            _boxed(self.chosen_name, self.chosen_roles, self.keep, self.pin, self.give, self.active)
        )
        self.stack.addWidget(inside)
        empty = tr("还没有人员。至少登记两人：一人初审，另一人审定。")
        self.stack.addWidget(EmptyState("people", empty))
        column.addWidget(self.stack, 1)
        column.addWidget(Line(self))
        column.addWidget(Label(tr("登记新人员"), "heading", self))
        column.addLayout(_boxed(self.name, self.roles, self.add))
        self.name.setMaximumWidth(180)
        self.roles[PersonRole.REVIEWER].setChecked(True)
        self.add.setEnabled(False)

    def _connect(self) -> None:
        self.name.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.name.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.table.current.connect(lambda _id: self._show_chosen())
        self.keep.clicked.connect(self._keep_roles)
        self.pin.clicked.connect(lambda: self.pin_wanted.emit(self.person))
        self.give.clicked.connect(lambda: self.give_wanted.emit(self.person))
        self.active.clicked.connect(lambda: self.active_wanted.emit(self.person))

    def _show_chosen(self) -> None:
        person = self.person
        for part in (*self.chosen_roles.values(), self.keep, self.pin, self.give, self.active):
            part.setEnabled(person is not None)
        if person is None:
            return
        self.chosen_name.setText(person.name)
        for role, box in self.chosen_roles.items():
            box.setChecked(role in person.roles)
        text = tr("停用") if person.is_active else tr("启用")
        self.active.setText(text)
        self.active.setAccessibleName(text)

    def _add(self) -> None:
        if self.add.isEnabled():
            self.added.emit(self.name.text().strip(), _checked(self.roles))

    def _keep_roles(self) -> None:
        if self.person is not None:
            self.roles_wanted.emit(self.person, _checked(self.chosen_roles))


def _boxes(kind: str, parent: QWidget) -> dict[PersonRole, QCheckBox]:
    made = {role: QCheckBox(tr(PERSON_ROLE_TERMS[role]), parent) for role in ROLES}
    for role, box in made.items():
        box.setObjectName(f"{kind}-{role}")
    return made


def _boxed(head: QWidget, boxes: Mapping[PersonRole, QCheckBox], *buttons: QWidget) -> Flow:
    return Flow(head, *boxes.values(), None, *buttons)


def _checked(boxes: Mapping[PersonRole, QCheckBox]) -> list[PersonRole]:
    return [role for role, box in boxes.items() if box.isChecked()]


def _name(person: Person) -> str:
    return person.name


def _roles(person: Person) -> str:
    return listed(tr(PERSON_ROLE_TERMS[role]) for role in sorted(person.roles)) or tr("没有角色")


def _pin(person: Person) -> str:
    if person.must_change_pin:
        return tr("一次性口令，待更换")
    return tr("已设口令") if person.has_pin else tr("未设口令")


def _state(person: Person) -> str:
    return tr("在用") if person.is_active else tr("停用")
