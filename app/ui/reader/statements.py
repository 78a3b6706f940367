"""Statements that a change of an attribute asks for, each with the sentence why, shown only then."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.terms import STATEMENT_TERMS
from app.domain.transitions import TransitionRule
from app.ui.language import tr
from app.ui.widgets.layout import Label


class StatementFields(QWidget):
    """A field for each statement; what was typed stays while the same statement is asked for."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._parts: list[QWidget] = []
        self.fields: dict[str, QLineEdit] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    @property
    def values(self) -> Mapping[str, str]:
        """Key → what was stated; empty ones are left out."""
        typed = {key: field.text().strip() for key, field in self.fields.items()}
        return {key: text for key, text in typed.items() if text}

    def ask(self, rules: Sequence[TransitionRule]) -> None:
        """Ask for what these rules want."""
        asked = tuple((rule.message, rule.attachments) for rule in rules)
        if asked == self._asked:
            return
        kept = self.values
        self._asked = asked
        self._clear()
        for message, keys in asked:
            self._add(Label(message, "small", self).wrapped())
            for key in keys:
                self._add_field(key, kept.get(key, ""))
        self.setVisible(bool(asked))

    def fill(self, values: Mapping[str, str]) -> None:
        """Take over what was stated elsewhere, where it is asked for here."""
        for key, field in self.fields.items():
            field.setText(values.get(key, ""))

    def _add_field(self, key: str, text: str) -> None:
        title = tr(STATEMENT_TERMS.get(key, key))
        field = QLineEdit(text, self)
        field.setObjectName(f"statement-{key}")
        field.setAccessibleName(title)
        field.setPlaceholderText(title)
        field.textChanged.connect(lambda _text: self.changed.emit())
        self.fields[key] = field
        self._add(field)

    def _add(self, part: QWidget) -> None:
        self._column.addWidget(part)
        self._parts.append(part)

    def _clear(self) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        self.fields = {}
