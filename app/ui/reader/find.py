"""Searching inside the document that is shown, with the same folding as the search in the list."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.query import Word
from app.search.snippets import Marker
from app.ui.language import tr
from app.ui.widgets.layout import Label, icon_button, row

MILLISECONDS_OF_SILENCE = 120


class FindBar(QWidget):
    """One line above the text. ``asked`` carries the words, empty when the search is over.

    ``stepped`` says which way the user wants to go: 1 to the next place, -1 to the one before.
    """

    asked = Signal(str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setObjectName("findInText")
        self.field.setPlaceholderText(tr("在这件公文里找"))
        self.field.setAccessibleName(tr("在这件公文里找"))
        self.field.setClearButtonEnabled(True)
        self.count = Label("", "small", self)
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS_OF_SILENCE)
        self._timer.timeout.connect(lambda: self.asked.emit(self.words))
        self.field.textChanged.connect(lambda _text: self._timer.start())
        close = icon_button("cross", "closeFind", tr("不找了（Esc）"))
        close.clicked.connect(self.end)
        line = row(self.field, self.count, close, spacing=4)
        line.setContentsMargins(24, 4, 12, 4)
        self.setLayout(line)
        self.hide()

    @property
    def words(self) -> str:
        """What is looked for; empty when the line is closed."""
        return "" if self.isHidden() else self.field.text().strip()

    def begin(self) -> None:
        """Open the line and let the user type."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        if self.words:
            self.asked.emit(self.words)

    def end(self) -> None:
        """Close the line; the search is over."""
        self.hide()
        self.asked.emit("")

    def show_count(self, found: int) -> None:
        """Say how many places there are."""
        self.count.setText(tr("{count} 处", count=found) if self.words else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            is_back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(-1 if is_back else 1)
        else:
            super().keyPressEvent(event)


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Where words stand in a text: width, letter case and old forms of characters do not matter."""
    return list(Marker(Word(words)).marks(text)) if words else []
