"""Who works: the acting person at the foot of the rail, changed in two clicks."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.domain.people import Person
from app.domain.terms import PERSON_ROLE_TERMS
from app.review import people
from app.ui import icons
from app.ui.desk import Desk, RoomName, Topic
from app.ui.language import listed, tr

KEYS = "Ctrl+Shift+U"


class PersonButton(QToolButton):
    """Shows the acting person and offers the others."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._people: tuple[Person, ...] = ()
        self.setObjectName("person")
        self.setProperty("role", "flat")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        icons.show_on(self, "person")
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        QShortcut(QKeySequence(KEYS), self, self.showMenu, context=Qt.ShortcutContext.WindowShortcut)
        desk.changed.connect(lambda topics: self._read() if Topic.PEOPLE in topics else None)
        desk.person_changed.connect(lambda _name: self._label())
        self._label()
        self._read()

    def be_narrow(self, is_narrow: bool) -> None:
        """Show the name without its icon and the arrow of the menu."""
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonTextOnly if is_narrow else style.ToolButtonTextBesideIcon)
        self.setProperty("narrow", is_narrow)
        self.style().unpolish(self)
        self.style().polish(self)

    def _read(self) -> None:
        self._desk.runner.read(lambda _progress: people.everyone(self._desk.catalogue), self, self._show)

    def _show(self, found: list[Person]) -> None:
        self._people = tuple(person for person in found if person.is_active)
        names = {person.name for person in self._people}
        if self._desk.person not in names and self._people:
            self._desk.choose_person("")
        self._menu.clear()
        for number, person in enumerate(self._people, 1):
            key = f"&{number}　" if number < 10 else ""
            action = self._menu.addAction(key + self._described(person).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(person.name == self._desk.person)
            action.triggered.connect(lambda _=False, name=person.name: self._choose(name))
        self._menu.addSeparator()
        manage = self._menu.addAction(tr("登记人员…"))
        manage.triggered.connect(lambda: self._desk.go(RoomName.SETTINGS))
        self._label()

    def _choose(self, name: str) -> None:
        self._desk.choose_person(name)
        self._show(list(self._people))

    def _label(self) -> None:
        name = self._desk.person or tr("选择经办人")
        self.setText(name)
        self.setAccessibleName(tr("经办人：{name}", name=name))
        self.setToolTip(tr("以谁的名义工作（{keys}）", keys=KEYS))

    def _described(self, person: Person) -> str:
        roles = listed(tr(PERSON_ROLE_TERMS[role]) for role in sorted(person.roles))
        return f"{person.name}（{roles}）" if roles else person.name
