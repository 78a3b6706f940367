"""The reading pane: one column of at most forty characters, with places marked."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QHelpEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QToolTip, QWidget

from app.ui import theme, tokens
from app.ui.language import tr
from app.ui.reader.marks import INVISIBLE, Mark, MarkKind, Positions, next_start, previous_start, showable
from app.ui.reader.record import MOST_CHARACTERS

LEAST_SIDE = 24
MOST_PAINTED = 300
"""Of more marks than this only those around what is seen are painted."""


class ReadingPane(QTextEdit):
    """Shows one text. ``standing`` carries number and total when the user goes from hit to hit."""

    standing = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading")
        self.setAccessibleName(tr("公文正文"))
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._positions = Positions("")
        self._length = 0
        self._marks: tuple[Mark, ...] = ()
        self._lit: Mark | None = None
        self._current: Mark | None = None
        self._painted: list[Mark] = []
        self._drawn = QTimer(self, singleShot=True, interval=0)
        self._drawn.timeout.connect(self._paint_seen_marks)
        self._dress()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Everything that is marked but the place lit up last."""
        return self._marks

    @property
    def lit(self) -> Mark | None:
        """The place that was lit up last."""
        return self._lit

    @property
    def selected(self) -> tuple[int, int, str]:
        """Start, end and text of what is selected; nothing is ``start == end``."""
        cursor = self.textCursor()
        start, end = (self._positions.from_qt(p) for p in (cursor.selectionStart(), cursor.selectionEnd()))
        return start, min(end, self._length), cursor.selectedText()

    def show_text(self, text: str, marks: Iterable[Mark] = ()) -> None:
        """Show a text from its beginning; of very long ones the first part, which is said at its end."""
        shown = showable(text[:MOST_CHARACTERS])
        self._positions = Positions(shown)
        self._length = len(shown)
        if len(text) > MOST_CHARACTERS:
            shown += "\n" + tr("(正文很长，这里显示前 {count} 字；全文请打开原件。)", count=MOST_CHARACTERS)
        self._lay_in(shown)
        self._fit_column()
        self._lit = None
        self.show_marks(marks)
        self.verticalScrollBar().setValue(0)

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Mark other places in the same text."""
        self._marks = tuple(mark for mark in marks if 0 <= mark.start < mark.end <= self._length)
        self._current = None
        self._paint_marks()

    def light_up(self, start: int, end: int, tip: str = "") -> None:
        """Show one place clearly and bring it into view."""
        self._lit = Mark(MarkKind.EVIDENCE, start, end, tip)
        self._paint_marks()
        self._bring_into_view(start)

    def next_hit(self) -> None:
        """Go to the next search hit, or the next sensitive place when nothing was searched."""
        self._step(next_start(self._stops(), self._current.start if self._current else -1))

    def previous_hit(self) -> None:
        """Go to the hit before."""
        self._step(previous_start(self._stops(), self._current.start if self._current else self._length))

    def tip_at(self, offset: int) -> str:
        """Why the character at ``offset`` is marked."""
        return "\n".join(
            dict.fromkeys(
                mark.tip for mark in self._all_marks() if mark.tip and mark.start <= offset < mark.end
            )
        )

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words alone, without the invisible ends of printed lines."""
        made = QMimeData()
        made.setText(self.textCursor().selection().toPlainText().replace(INVISIBLE, ""))
        return made

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and zoom."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.ApplicationFontChange}:
            self._dress()
            self._paint_marks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column at forty characters, in the middle."""
        self._fit_column()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Of very many marks show those of the place that is looked at now."""
        super().paintEvent(event)
        if len(self._marks) >= MOST_PAINTED:
            self._drawn.start()

    def event(self, event: QEvent) -> bool:
        """Say why a place is marked when the mouse rests on it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self.cursorForPosition(self.viewport().mapFrom(self, event.pos())).position()
            QToolTip.showText(event.globalPos(), self.tip_at(self._positions.from_qt(position)), self)
            return True
        return super().event(event)

    def _lay_in(self, text: str) -> None:
        """Fill the document while nothing is laid out, the cursor at its beginning.

        Laid out afterwards, Qt places what is seen first and the rest in small pieces; while it is filled, or
        to move the cursor, Qt would place all of it at once: a third of a second for a long text.
        """
        document = self.document()
        document.setLayoutEnabled(False)
        document.clear()
        cursor = QTextCursor(document)
        cursor.setBlockFormat(_line_format(document.defaultFont()))
        cursor.insertText(text)
        self.setTextCursor(QTextCursor(document))
        document.setLayoutEnabled(True)

    def _stops(self) -> Sequence[Mark]:
        """What the user goes through: hits, or differences, or else the sensitive places."""
        for kind in (MarkKind.HIT, MarkKind.DIFFERENCE, MarkKind.SENSITIVE):
            if found := [mark for mark in self._marks if mark.kind is kind]:
                return found
        return []

    def _step(self, mark: Mark | None) -> None:
        if mark is None:
            return
        self._current = Mark(MarkKind.CURRENT, mark.start, mark.end, mark.tip)
        self._paint_marks()
        self._bring_into_view(mark.start)
        stops = sorted(self._stops(), key=lambda stop: stop.start)
        self.standing.emit(stops.index(mark) + 1, len(stops))

    def _all_marks(self) -> list[Mark]:
        extra = [mark for mark in (self._lit, self._current) if mark is not None]
        return sorted([*self._marks, *extra], key=lambda mark: mark.kind)

    def _paint_marks(self) -> None:
        marks = self._all_marks()
        self._painted = marks if len(marks) <= MOST_PAINTED else []
        self.setExtraSelections([self._selection(mark) for mark in self._painted])

    def _paint_seen_marks(self) -> None:
        """Those around what is seen; where that is, Qt only knows once it has been drawn."""
        corners = self.viewport().rect()
        ends = [self.cursorForPosition(at).position() for at in (corners.topLeft(), corners.bottomRight())]
        first, last = map(self._positions.from_qt, ends)
        if first > last:  # Qt's answer for the margin above the first line
            first = 0
        seen = [mark for mark in self._all_marks() if mark.start <= last and mark.end >= first]
        if seen != self._painted:
            self._painted = seen
            self.setExtraSelections([self._selection(mark) for mark in seen])

    def _selection(self, mark: Mark) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_qt(mark.start))
        cursor.setPosition(self._positions.to_qt(mark.end), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor  # type: ignore[attr-defined]
        selection.format = _mark_format(mark.kind)  # type: ignore[attr-defined]
        return selection

    def _bring_into_view(self, offset: int) -> None:
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._positions.to_qt(min(offset, self._length)))
        place = self.cursorRect(cursor)
        bar = self.verticalScrollBar()
        if not self.viewport().rect().adjusted(0, 0, 0, -place.height()).contains(place.topLeft()):
            bar.setValue(bar.value() + place.top() - self.viewport().height() // 3)

    def _dress(self) -> None:
        font = theme.font(tokens.READING_POINTS)
        self.document().setDefaultFont(font)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(_line_format(font))
        self._fit_column()

    def _fit_column(self) -> None:
        font = self.document().defaultFont()
        column = QFontMetricsF(font).horizontalAdvance("汉") * tokens.READING_CHARACTERS
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        frame = self.document().rootFrame().frameFormat()
        side = max(LEAST_SIDE, int((room - column) / 2))
        if frame.leftMargin() != side:
            frame.setLeftMargin(side)
            frame.setRightMargin(side)
            self.document().rootFrame().setFrameFormat(frame)


def _line_format(font: QFont) -> QTextBlockFormat:
    height = QFontInfo(font).pixelSize() * tokens.READING_LINE_PERCENT / 100
    made = QTextBlockFormat()
    made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made


def _mark_format(kind: MarkKind) -> QTextCharFormat:
    look = theme.current()
    made = QTextCharFormat()
    grounds = {
        MarkKind.SENSITIVE: look.place,
        MarkKind.QUOTE: look.selection,
        MarkKind.DIFFERENCE: look.withheld.ground,
        MarkKind.HIT: look.hit,
        MarkKind.EVIDENCE: look.evidence,
        MarkKind.CURRENT: look.current_hit,
    }
    lines = {
        MarkKind.SENSITIVE: QTextCharFormat.UnderlineStyle.DotLine,
        MarkKind.QUOTE: QTextCharFormat.UnderlineStyle.DashUnderline,
        MarkKind.DIFFERENCE: QTextCharFormat.UnderlineStyle.WaveUnderline,
        MarkKind.EVIDENCE: QTextCharFormat.UnderlineStyle.SingleUnderline,
        MarkKind.CURRENT: QTextCharFormat.UnderlineStyle.SingleUnderline,
    }
    made.setBackground(QColor(grounds[kind]))
    if kind in lines:
        made.setUnderlineStyle(lines[kind])
        made.setUnderlineColor(QColor(look.danger if kind is MarkKind.SENSITIVE else look.accent))
    return made
