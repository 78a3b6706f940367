"""Joins the page of persons to the use cases: register, roles, PIN, out of use."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from app.domain.people import Person, PersonRole
from app.review import people
from app.ui.desk import Topic
from app.ui.language import tr
from app.ui.people.page import PeoplePage
from app.ui.people.pin import PinDialog
from app.ui.room import Room

CHANGED = frozenset({Topic.PEOPLE})


class PeopleWork(QObject):
    """Whoever registers the first person acts in that person's own name."""

    def __init__(self, room: Room, page: PeoplePage) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk
        self._page = page
        page.added.connect(self._add)
        page.roles_wanted.connect(self._change_roles)
        page.pin_wanted.connect(self._ask_pin)
        page.reset_wanted.connect(self._ask_reset)
        page.active_wanted.connect(self._set_active)

    def refresh(self) -> None:
        """Read the persons anew."""
        catalogue = self._desk.catalogue
        self._desk.runner.read(
            lambda _progress: people.everyone(catalogue), self._page, self._page.show_people
        )

    def _add(self, name: str, roles: list[PersonRole]) -> None:
        def done(person: Person) -> None:
            self._page.name.clear()
            self._desk.changed.emit(CHANGED)
            if not self._desk.person:
                self._desk.choose_person(person.name)

        by, catalogue = self._desk.person or name, self._desk.catalogue
        self._room.write(lambda _progress: people.add_person(catalogue, name, roles, by=by), done)

    def _change_roles(self, person: Person, roles: list[PersonRole]) -> None:
        catalogue, by = self._desk.catalogue, self._desk.person or person.name
        self._act(
            lambda: people.change_roles(catalogue, person.name, roles, by=by),
            tr("{name}的角色已改。", name=person.name),
        )

    def _set_active(self, person: Person) -> None:
        catalogue, by = self._desk.catalogue, self._desk.person or person.name
        is_active = not person.is_active
        told = tr("{name}已启用。", name=person.name) if is_active else tr("{name}已停用。", name=person.name)
        self._act(lambda: people.set_active(catalogue, person.name, is_active=is_active, by=by), told)

    def _act(self, act: Callable[[], Person], told: str) -> None:
        def done(_person: Person) -> None:
            self._desk.changed.emit(CHANGED)
            self._desk.told.emit(told, "")

        self._room.write(lambda _progress: act(), done)

    def _ask_reset(self, person: Person) -> None:
        text = tr("清除{name}的口令？在重新设置之前，这个人的签署都注明“身份未经验证”。", name=person.name)
        box = QMessageBox(QMessageBox.Icon.Question, tr("清除口令"), text, parent=self._room)
        box.setObjectName("resetPin")
        go = box.addButton(tr("清除口令"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(tr("取消"), QMessageBox.ButtonRole.RejectRole)
        box.setWindowModality(Qt.WindowModality.WindowModal)
        box.buttonClicked.connect(lambda clicked: self._reset(person) if clicked is go else None)
        box.open()

    def _reset(self, person: Person) -> None:
        catalogue, by = self._desk.catalogue, self._desk.person

        def done(_nothing: object) -> None:
            self._desk.changed.emit(CHANGED)
            self._desk.told.emit(tr("{name}的口令已清除。", name=person.name), "")

        self._room.write(lambda _progress: people.reset_pin(catalogue, person.name, by=by), done)

    def _ask_pin(self, person: Person) -> None:
        dialog = PinDialog(person, self._room)
        catalogue = self._desk.catalogue

        def done(_nothing: object) -> None:
            dialog.accept()
            self._desk.changed.emit(CHANGED)
            self._desk.told.emit(tr("口令已设置。"), "")

        def keep(present: str, new: str) -> None:
            self._room.write(
                lambda _progress: people.set_pin(
                    catalogue, person.name, new, by=person.name, present_pin=present
                ),
                done,
                on_failure=dialog.show_failure,
            )

        dialog.wanted.connect(keep)
        dialog.open()
