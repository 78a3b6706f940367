"""The search field and the filter bar, at the same place above every list."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from app.ui import icons
from app.ui.language import tr
from app.ui.widgets.flow import Flow

MILLISECONDS_OF_SILENCE = 250


class SearchField(QLineEdit):
    """Asks when the user has stopped typing for a moment, or at once on Enter. Ctrl+F comes here."""

    asked = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search")
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(tr("检索"))
        self.setClearButtonEnabled(True)
        sign = QAction(QIcon(), "", self)
        icons.show_on(sign, "search")
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self._asked = ""
        self._timer = QTimer(self, singleShot=True, interval=MILLISECONDS_OF_SILENCE)
        self._timer.timeout.connect(self._ask)
        self.textChanged.connect(lambda _text: self._timer.start())
        self.returnPressed.connect(self._ask)

    def show_query(self, query: str) -> None:
        """Put a query in the field without asking."""
        self._asked = query
        self.blockSignals(True)
        self.setText(query)
        self.blockSignals(False)

    def bind(self, screen: QWidget) -> None:
        """Let Ctrl+F and / lead here from everywhere on a screen."""
        for keys in ("Ctrl+F",):
            QShortcut(QKeySequence(keys), screen, self._take_focus)

    def _take_focus(self) -> None:
        self.setFocus()
        self.selectAll()

    def _ask(self) -> None:
        self._timer.stop()
        if self.text().strip() != self._asked:
            self._asked = self.text().strip()
            self.asked.emit(self._asked)


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: what it is, how it reads, how many there are."""

    value: str
    title: str
    count: int | None = None


class FacetButton(QToolButton):
    """One facet: shows its name or the chosen value, and offers the values with their counts.

    ``asked`` when the menu opens: counting over everything held takes a moment, and nobody may want it.
    """

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._title = title
        self.value = ""
        self.setObjectName(f"facet-{name}")
        self.setProperty("role", "button")
        self.setCheckable(True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(lambda: self.asked.emit(self.name))
        self.setMenu(self._menu)
        self._label("")
        self.offer(())

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer these values; the chosen one stays chosen."""
        self._menu.clear()
        everything = self._menu.addAction(tr("全部"))
        everything.triggered.connect(lambda: self._choose("", ""))
        self._menu.addSeparator()
        for choice in choices:
            count = "" if choice.count is None else f"\t{choice.count}"
            action = self._menu.addAction(f"{choice.title}{count}")
            action.triggered.connect(lambda _=False, c=choice: self._choose(c.value, c.title))

    def show_value(self, value: str, title: str) -> None:
        """Show a value as chosen without telling."""
        self.value = value
        self._label(title)

    def _choose(self, value: str, title: str) -> None:
        self.show_value(value, title)
        self.chosen.emit(value)

    def _label(self, title: str) -> None:
        text = f"{self._title}：{title}" if title else self._title
        self.setText(text)
        self.setAccessibleName(text)
        self.setChecked(bool(title))


class FilterBar(QWidget):
    """Facets side by side and one button that clears them; ``changed`` when any of them changed.

    ``asked`` carries the facet whose values are wanted.
    """

    changed = Signal()
    asked = Signal(str)

    def __init__(self, facets: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facets = {name: FacetButton(name, title, self) for name, title in facets}
        self._clear = QPushButton(tr("清除筛选"), self)
        self._clear.setObjectName("clearFilters")
        self._clear.setProperty("role", "link")
        self._clear.clicked.connect(self.clear)
        self.setLayout(Flow(*self._facets.values(), self._clear, spacing=6))
        for facet in self._facets.values():
            facet.chosen.connect(self._on_chosen)
            facet.asked.connect(self.asked)
        self._clear.setVisible(False)

    @property
    def values(self) -> dict[str, str]:
        """The chosen values by facet; facets without a choice are absent."""
        return {name: facet.value for name, facet in self._facets.items() if facet.value}

    def offer(self, name: str, choices: Sequence[Choice]) -> None:
        """Offer the values of one facet."""
        self._facets[name].offer(choices)

    def choose(self, name: str, value: str, title: str) -> None:
        """Choose a value without telling."""
        self._facets[name].show_value(value, title)
        self._clear.setVisible(bool(self.values))

    def clear(self) -> None:
        """Choose nothing any more, and tell."""
        self.reset()
        self.changed.emit()

    def reset(self) -> None:
        """Choose nothing any more without telling."""
        for facet in self._facets.values():
            facet.show_value("", "")
        self._clear.setVisible(False)

    def _on_chosen(self, _value: str) -> None:
        self._clear.setVisible(bool(self.values))
        self.changed.emit()
