"""The elements of a document: click a value and its place lights up; correct it where it stands."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain import terms
from app.domain.document import ElementName, Evidence, Origin
from app.store.documents import CorrectedElement
from app.ui import words
from app.ui.language import tr
from app.ui.widgets.layout import Label, Scrolled, icon_button, menu_button

ALWAYS_SHOWN = (
    ElementName.TITLE,
    ElementName.DOCUMENT_NUMBER,
    ElementName.ISSUING_BODY,
    ElementName.MAIN_RECIPIENTS,
    ElementName.DATED_ON,
    ElementName.GENRE,
    ElementName.DISCLOSURE_MARK,
)
CONFIDENCE_TO_TRUST = 0.6


class PlaceLabel(QLabel):
    """Text that leads to its place in the document, by mouse or by Enter."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._leads = False

    def show_place(self, text: str, *, leads: bool) -> None:
        """Show a text that leads somewhere, or just a text."""
        self.setText(text)
        self._leads = leads
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        self.setToolTip(tr("点击看它在文中的位置") if leads else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Lead to the place."""
        if self._leads and event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead to the place on Enter."""
        if self._leads and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that Enter works here."""
        self._underline(shown=True)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the sign away."""
        self._underline(shown=False)
        super().focusOutEvent(event)

    def _underline(self, *, shown: bool) -> None:
        font = self.font()
        font.setUnderline(shown)
        self.setFont(font)


class ElementRow(QWidget):
    """One element: its value, where it comes from, and the field to correct it."""

    located = Signal(object)
    corrected = Signal(object, str)

    def __init__(self, name: ElementName, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._evidence: Evidence | None = None
        self.title = Label(tr(terms.ELEMENT_TERMS[name]), "muted", self)
        self.value = PlaceLabel(self)
        self.value.setObjectName(f"element-{name}")
        self.value.wanted.connect(lambda: self.located.emit(self._evidence))
        self.note = Label("", "small", self).wrapped()
        self.edit = QLineEdit(self)
        self.edit.setObjectName(f"edit-{name}")
        self.edit.setAccessibleName(tr("改定{name}", name=self.title.text()))
        self.edit.returnPressed.connect(self._save)
        self.edit.installEventFilter(self)
        self.pencil: QToolButton = icon_button(
            "edit", f"correct-{name}", tr("改定{name}", name=self.title.text())
        )
        self.pencil.clicked.connect(self.begin)
        self._lay_out()
        self.edit.hide()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was recognised."""
        return not self.value.text() or self.value.property("role") == "muted"

    def show_element(self, found: CorrectedElement | None) -> None:
        """Show a value, or that there is none."""
        self._finish()
        element = found.element if found else None
        self._evidence = element.evidence if element else None
        role = "" if element else "muted"
        if self.value.property("role") != role:
            self.value.setProperty("role", role)
            self.value.style().polish(self.value)
        text = element.text if element else tr("未识别")
        self.value.show_place(text, leads=self._evidence is not None)
        self.value.setAccessibleName(f"{self.title.text()}：{text}")
        self.note.setText(_note(found))
        self.note.setVisible(bool(self.note.text()))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Leave the field unchanged on Escape."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            self._finish()
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.title, 0, 0)
        grid.addWidget(self.pencil, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.value, 1, 0, 1, 2)
        grid.addWidget(self.edit, 1, 0, 1, 2)
        grid.addWidget(self.note, 2, 0, 1, 2)
        grid.setColumnStretch(0, 1)

    def begin(self) -> None:
        """Take another value."""
        self.edit.setText("" if self.is_empty else self.value.text())
        self.value.hide()
        self.edit.show()
        self.edit.setFocus()
        self.edit.selectAll()

    def _finish(self) -> None:
        had_focus = self.edit.hasFocus()
        self.edit.hide()
        self.value.show()
        if had_focus:
            self.pencil.setFocus()

    def _save(self) -> None:
        text = self.edit.text().strip()
        has_changed = bool(text) and text != self.value.text()
        self._finish()
        if has_changed:
            self.corrected.emit(self.name, text)


class ElementsPanel(Scrolled):
    """All elements; ``located`` carries the :class:`Evidence` clicked, ``corrected`` name and new value."""

    located = Signal(object)
    corrected = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("elements")
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 8, 8, 8)
        column.setSpacing(0)
        self._rows = {name: ElementRow(name, inside) for name in terms.ELEMENT_TERMS}
        for row in self._rows.values():
            row.located.connect(self._locate)
            row.corrected.connect(self.corrected)
            column.addWidget(row)
        self.add = menu_button(tr("补填其他要素"), "addElement")
        self.add.setMenu(QMenu(self.add))
        self.add.menu().aboutToShow.connect(self._offer_missing)
        column.addSpacing(8)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inside)

    def _offer_missing(self) -> None:
        """Elements this document lacks, to be filled in by hand."""
        menu = self.add.menu()
        menu.clear()
        for row in self._rows.values():
            if row.isHidden():
                menu.addAction(row.title.text()).triggered.connect(partial(self._fill_in, row))

    def _fill_in(self, row: ElementRow, _checked: bool = False) -> None:
        row.show()
        row.begin()

    def row(self, name: ElementName) -> ElementRow:
        """The row of an element."""
        return self._rows[name]

    def show_elements(self, elements: Mapping[ElementName, CorrectedElement]) -> None:
        """Show the elements of another document; those it lacks are hidden unless a list needs them."""
        for name, row in self._rows.items():
            row.show_element(elements.get(name))
            row.setVisible(name in elements or name in ALWAYS_SHOWN)
        self.add.setVisible(any(row.isHidden() for row in self._rows.values()))
        self.verticalScrollBar().setValue(0)

    def _locate(self, evidence: Evidence | None) -> None:
        if evidence is not None:
            self.located.emit(evidence)


def _note(found: CorrectedElement | None) -> str:
    if found is None:
        return ""
    element = found.element
    if element.origin is Origin.PERSON:
        before = found.replaced.text if found.replaced else ""
        return tr("人工改定；原识别为“{value}”", value=before) if before else tr("人工填写")
    parts = [] if element.origin is Origin.PRINTED else [tr(words.ORIGINS[element.origin])]
    if element.confidence < CONFIDENCE_TO_TRUST:
        parts.append(tr("请核对"))
    return "，".join(parts)
