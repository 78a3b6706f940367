"""What was decided for documents like this one, and the alarm when a choice is at odds with it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Decision
from app.review import precedents
from app.review.precedents import Precedent
from app.ui.language import told, tr
from app.ui.reader.decision import DecisionForm
from app.ui.reader.record import Record
from app.ui.room import Room
from app.ui.tasks import Task
from app.ui.widgets.badge import AttributeBadge, word
from app.ui.widgets.layout import Label, button, row

MOST_SHOWN = 3
MILLISECONDS_BEFORE_ASKING = 200
"""Whoever steps through documents quickly does not make the program search for each of them."""


class PrecedentPanel(QWidget):
    """The precedents of one document; ``wanted`` carries the decision of the one to be followed."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Precedent, ...] = ()
        self.heading = Label("", "heading", self)
        self.heading.setObjectName("precedents")
        self._rows = [_PrecedentRow(self) for _ in range(MOST_SHOWN)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        for number, line in enumerate(self._rows):
            column.addWidget(line)
            line.follow.clicked.connect(lambda _=False, place=number: self._follow(place))
        self.hide()

    def show_record(self, _record: Record) -> None:
        """Another document: nothing is known yet."""
        self.show_precedents(())

    def show_precedents(self, found: Sequence[Precedent]) -> None:
        """Show what was decided; how many, and whether they agree, stands above."""
        self._found = tuple(found)
        attributes = {each.decision.attribute for each in found}
        told = tr("同类 {count} 件", count=len(found))
        if len(found) > 1 and len(attributes) == 1:
            told += tr("，均为{attribute}", attribute=word(next(iter(attributes))))
        self.heading.setText(told)
        for number, line in enumerate(self._rows):
            line.show_precedent(found[number] if number < len(found) else None)
        self.setVisible(bool(found))

    def _follow(self, number: int) -> None:
        if number < len(self._found):
            self.wanted.emit(self._found[number].decision)


class _PrecedentRow(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.badge = AttributeBadge(self)
        self.text = Label("", "small", self).wrapped()
        self.follow = button(tr("照此填"), "followPrecedent", role="link", tip=tr("把这一件的认定填进表单"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row(self.badge, None, self.follow))
        column.addWidget(self.text)

    def show_precedent(self, found: Precedent | None) -> None:
        self.setVisible(found is not None)
        if found is None:
            return
        self.badge.show_attribute(found.decision.attribute)
        alike = tr("文字相同 {share}", share=f"{found.similarity:.0%}") if found.similarity else ""
        parts = (
            f"《{found.title}》",
            found.decided_on,
            found.by,
            alike,
            "、".join(found.decision.basis),
        )
        self.text.setText(" · ".join(part for part in parts if part))
        self.text.setObjectName("precedent")
        self.text.setToolTip(told(found.sentence))


class PrecedentWork(QObject):
    """Looks precedents up a moment after a document is shown, and alarms when a choice is made."""

    def __init__(self, room: Room, panel: PrecedentPanel, form: DecisionForm) -> None:
        super().__init__(room)
        self._desk = room.desk
        self._panel = panel
        self._form = form
        self._record: Record | None = None
        self._asked: tuple[int, DisclosureAttribute] | None = None
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS_BEFORE_ASKING)
        self._timer.timeout.connect(self._look_up)
        panel.wanted.connect(self._follow)
        form.changed.connect(self._on_choice)

    def show(self, record: Record) -> None:
        """Another document is shown."""
        self._record = record
        self._asked = None
        if self._task is not None:
            self._task.drop()
        self._timer.start()

    def _look_up(self) -> None:
        record, catalogue = self._record, self._desk.catalogue
        if record is None:
            return

        def show(found: list[Precedent]) -> None:
            if self._record is record:
                self._panel.show_precedents(found)

        self._task = self._desk.runner.read(
            lambda _progress: precedents.precedents(catalogue, record.row.uuid, limit=MOST_SHOWN), self, show
        )

    def _follow(self, decision: Decision) -> None:
        if self._record is not None and self._record.live is None:
            self._form.fill(decision)

    def _on_choice(self) -> None:
        record, attribute = self._record, self._form.attribute
        if record is None or attribute is DisclosureAttribute.UNDETERMINED:
            return
        asked = (record.row.id, attribute)
        if asked == self._asked:
            return
        self._asked = asked
        catalogue, decision = self._desk.catalogue, self._form.decision

        def show(sentences: list[str]) -> None:
            if self._asked == asked:
                self._form.show_alarms(sentences)

        self._desk.runner.read(
            lambda _progress: precedents.alarms(catalogue, record.row.uuid, decision), self, show
        )
