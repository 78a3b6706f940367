"""Joins the page of persons to the use cases: register, roles, PIN, out of use."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject

from app.domain.people import Person, PersonRole
from app.review import people
from app.ui.desk import Topic
from app.ui.language import tr
from app.ui.people.page import PeoplePage
from app.ui.people.pin import PinDialog, ProofDialog
from app.ui.room import Room
from app.ui.widgets.dialog import Message

T = TypeVar("T")
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
        page.give_wanted.connect(self._ask_give)
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
        self._proven(
            lambda pin: people.add_person(catalogue, name, roles, by=by, pin=pin),
            done,
            tr("登记{name}。", name=name),
        )

    def _change_roles(self, person: Person, roles: list[PersonRole]) -> None:
        catalogue, by = self._desk.catalogue, self._desk.person or person.name
        self._proven(
            lambda pin: people.change_roles(catalogue, person.name, roles, by=by, pin=pin),
            self._tell(tr("{name}的角色已改。", name=person.name)),
            tr("更改{name}的角色。", name=person.name),
        )

    def _set_active(self, person: Person) -> None:
        catalogue, by = self._desk.catalogue, self._desk.person or person.name
        is_active = not person.is_active
        told = tr("{name}已启用。", name=person.name) if is_active else tr("{name}已停用。", name=person.name)
        asked = tr("启用{name}。", name=person.name) if is_active else tr("停用{name}。", name=person.name)
        self._proven(
            lambda pin: people.set_active(catalogue, person.name, is_active=is_active, by=by, pin=pin),
            self._tell(told),
            asked,
        )

    def _tell(self, told: str) -> Callable[[object], None]:
        def done(_person: object) -> None:
            self._desk.changed.emit(CHANGED)
            self._desk.told.emit(told, "")

        return done

    def _proven(self, act: Callable[[str | None], Person], done: Callable[[Person], None], text: str) -> None:
        """Do it at once, or with the PIN of whoever acts where accounts are kept with one."""
        if any(one.has_pin and PersonRole.ADMINISTRATOR in one.roles for one in self._page.model.listed):
            self._ask_proof(text, act, done)
        else:
            self._room.write(lambda _progress: act(None), done)

    def _ask_proof(self, text: str, act: Callable[[str], T], done: Callable[[T], None]) -> None:
        dialog = ProofDialog(text, self._desk.person, self._room)

        def accepted(result: T) -> None:
            dialog.accept()
            done(result)

        dialog.wanted.connect(
            lambda pin: self._room.write(lambda _progress: act(pin), accepted, on_failure=dialog.show_failure)
        )
        dialog.open()

    def _ask_give(self, person: Person) -> None:
        catalogue, by = self._desk.catalogue, self._desk.person
        text = tr("给{name}一个一次性口令。原有的口令随即作废。", name=person.name)

        def done(once: str) -> None:
            self._desk.changed.emit(CHANGED)
            told = tr(
                "{name}的一次性口令：{once}。请当面告诉本人；换成自己的口令之后才能签署。",
                name=person.name,
                once=once,
            )
            box = Message(Message.Icon.Information, tr("一次性口令"), told, self._room, name="givenPin")
            box.addButton(tr("好"), Message.ButtonRole.AcceptRole)
            box.open()

        self._ask_proof(text, lambda pin: people.give_pin(catalogue, person.name, by=by, pin=pin), done)

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
