"""Where a query found nothing: what its conditions find alone, “did you mean”, and the way back to everything."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.language import tr
from app.ui.widgets.layout import Label, button


class Proposals(QWidget):
    """A link for each query that is near to the one asked and finds something; ``chosen`` carries it."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: list[QWidget] = []
        self.everything = button(tr("看全部公文"), "listEverything")
        self._column.addWidget(self.everything, 0, Qt.AlignmentFlag.AlignHCenter)

    def offer(self, queries: Sequence[str], alone: Sequence[tuple[str, int]]) -> None:
        """Show these and no others; ``alone``: conditions in words with the number of texts each finds."""
        for old in self._shown:
            old.deleteLater()
        self._shown.clear()
        for words, count in alone:
            told = tr("单看“{words}”：{count} 份", words=words, count=f"{count:,}")
            self._add(Label(told, "muted", self))
        if queries:
            self._add(Label(tr("是不是要找："), "muted", self))
        for number, query in enumerate(queries):
            link = button(query, f"proposal-{number}", role="link")
            link.clicked.connect(lambda _checked=False, wanted=query: self.chosen.emit(wanted))
            self._add(link)

    def _add(self, widget: QWidget) -> None:
        self._shown.append(widget)
        last = self._column.indexOf(self.everything)
        self._column.insertWidget(last, widget, 0, Qt.AlignmentFlag.AlignHCenter)
