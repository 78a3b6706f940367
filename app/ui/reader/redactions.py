"""The places to cover before publication (区分处理, 条例 711 art. 37): what was found, and what a person adds."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.disclosure import Finding
from app.domain.document import Evidence
from app.review.findings import PRIVATE_KINDS
from app.ui import theme, words
from app.ui.language import tr
from app.ui.widgets.layout import button

PLACE_ROLE = Qt.ItemDataRole.UserRole
Place = tuple[int, int]
ROWS_SHOWN = 4


class RedactionList(QWidget):
    """Places with a tick each. ``located`` carries the :class:`Evidence` of the one that was clicked,
    ``selection_wanted`` asks for the text that is selected in the reader.
    """

    changed = Signal()
    located = Signal(object)
    selection_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cover = QCheckBox(tr("公开前遮盖敏感处"), self)
        self.cover.setObjectName("cover")
        self.cover.setToolTip(self.cover.text())
        self.list = QListWidget(self)
        self.list.setObjectName("redactions")
        self.list.setAccessibleName(tr("公开前要遮盖的地方"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.add = button(tr("遮盖选中的文字"), "coverSelection", icon="add", role="link")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.cover)
        column.addWidget(self.list)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.cover.toggled.connect(lambda on: self._on_cover(on=on))
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.itemClicked.connect(self._locate)
        self.add.clicked.connect(self.selection_wanted)
        self._on_cover(on=False)

    @property
    def places(self) -> tuple[Place, ...]:
        """What is to be covered, in the order of the text."""
        if not self.cover.isChecked():
            return ()
        ticked = (item for item in self._items() if item.checkState() is Qt.CheckState.Checked)
        return tuple(sorted(item.data(PLACE_ROLE) for item in ticked))

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Begin anew with the places that were found in a text."""
        self.cover.setChecked(False)
        self.list.clear()
        for finding in findings:
            if finding.place == "text":
                is_private = finding.kind in PRIVATE_KINDS
                self._add_item((finding.start, finding.end), _described(finding), is_ticked=is_private)
        self._fit()

    def fill(self, places: Sequence[Place]) -> None:
        """Tick these places."""
        for item in self._items():
            item.setCheckState(_state(on=item.data(PLACE_ROLE) in places))

    def add_place(self, start: int, end: int, text: str) -> None:
        """Cover a place that a person chose."""
        known = {item.data(PLACE_ROLE) for item in self._items()}
        if start < end and (start, end) not in known:
            self._add_item((start, end), text, is_ticked=True)
            self._fit()
            self.list.scrollToBottom()
        self.cover.setChecked(True)
        self.changed.emit()

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(number) for number in range(self.list.count())]

    def _add_item(self, place: Place, text: str, *, is_ticked: bool) -> None:
        item = QListWidgetItem(text)
        item.setData(PLACE_ROLE, place)
        item.setToolTip(text)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(_state(on=is_ticked))
        self.list.addItem(item)

    def _fit(self) -> None:
        height = self.list.sizeHintForRow(0) if self.list.count() else 0
        self.list.setFixedHeight(theme.scaled(6) + max(1, min(ROWS_SHOWN, self.list.count())) * height)

    def _on_cover(self, *, on: bool) -> None:
        self.list.setVisible(on and self.list.count() > 0)
        self.add.setVisible(on)
        self.changed.emit()

    def _locate(self, item: QListWidgetItem) -> None:
        start, end = item.data(PLACE_ROLE)
        self.located.emit(Evidence(start, end))


def _described(finding: Finding) -> str:
    return f"{tr(words.finding(finding.kind))}　{finding.shown}"


def _state(*, on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
