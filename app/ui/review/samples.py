"""抽查: documents read a second time without the first decision, and what that proves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.disclosure import DisclosureAttribute
from app.review.sampling import SampleReport
from app.ui.desk import Desk
from app.ui.language import tr
from app.ui.reader.decision import CHOICES, NUMBERS
from app.ui.reader.view import ReaderView
from app.ui.review.keys import typed_name
from app.ui.widgets.badge import GLYPHS, word
from app.ui.widgets.layout import EmptyState, Label, Line, Pages, Pane, button, row
from app.ui.widgets.panes import RememberingSplitter

UUID_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class SamplesDesk:
    """All samples' names, newest first, the one that is shown, and what of it waits: UUID → title."""

    names: tuple[str, ...] = ()
    report: SampleReport | None = None
    waiting: Mapping[str, str] | None = None


class SamplesPage(QWidget):
    """Everything on the leaf. ``chosen`` carries a sample's name, ``looked_at`` the document to show,
    ``judged`` document, attribute and note.
    """

    chosen = Signal(str)
    looked_at = Signal(str)
    judged = Signal(str, object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.samples = QComboBox(self)
        self.samples.setObjectName("samples")
        self.samples.setAccessibleName(tr("抽查"))
        self.samples.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.draw = button(tr("新的抽查…"), "newSampleButton", icon="add")
        self.draw_first = button(tr("新的抽查…"), "firstSample", icon="add", role="primary")
        self.list = QListWidget(self)
        self.list.setObjectName("sampleQueue")
        self.list.setAccessibleName(tr("待复核"))
        self.list.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.reader = ReaderView(self, empty_text=tr("在左边选一件，重新看一遍；这里不显示原来的结论。"))
        self.note = QLineEdit(self)
        self.note.setObjectName("sampleNote")
        self.note.setAccessibleName(tr("说明"))
        self.note.setPlaceholderText(tr("说明（可不填）"))
        self.send = button(tr("记下结论"), "judgeSample", icon="check", role="primary", tip=tr("回车"))
        self.sentence = Label("", "", self).wrapped()
        self.sentence.setObjectName("sampleSentence")
        self.figures = Label("", "muted", self).wrapped()
        self.figures.setObjectName("sampleFigures")
        self.differing = Label("", "small", self).wrapped()
        self._choices = QButtonGroup(self)
        self.list_stack = Pages(self)
        self.stack = Pages(self)
        self._build(desk)

    def show_desk(self, desk: SamplesDesk) -> None:
        """Show a sample: what waits for a second reading, or what it came to."""
        blocker = QSignalBlocker(self.samples)
        self.samples.clear()
        self.samples.addItems(list(desk.names))
        if desk.report is not None:
            self.samples.setCurrentText(desk.report.sample.name)
            self._tell(desk.report, waits=bool(desk.waiting))
        blocker.unblock()
        self._show_waiting(desk.waiting or {})
        self.stack.setCurrentIndex(0 if desk.names else 1)

    @property
    def attribute(self) -> DisclosureAttribute | None:
        """What the second reader chose."""
        number = self._choices.checkedId()
        return CHOICES[number] if number >= 0 else None

    @property
    def document(self) -> str:
        """The document that is read, empty when none is."""
        item = self.list.currentItem()
        return str(item.data(UUID_ROLE)) if item is not None else ""

    def choose(self, attribute: DisclosureAttribute) -> None:
        """Choose, without sending it."""
        self._choices.button(CHOICES.index(attribute)).setChecked(True)
        self._check()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch the keys before list and text use them for themselves."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._obey(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Obey keys that nobody else took."""
        if not self._obey(event):
            super().keyPressEvent(event)

    def _obey(self, event: QKeyEvent) -> bool:
        """Digits choose, Enter sends; whether the key meant anything."""
        digit = typed_name(event.text())
        if digit in {"1", "2", "3"} and self.document:
            self.choose(CHOICES[int(digit) - 1])
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.send.isEnabled():
            self._judge()
            return True
        return False

    def _show_waiting(self, waiting: Mapping[str, str]) -> None:
        self.list.clear()
        for uuid, title in waiting.items():
            item = QListWidgetItem(title or tr("（无标题）"), self.list)
            item.setData(UUID_ROLE, uuid)
            item.setToolTip(title)
        self.list_stack.setCurrentIndex(0 if waiting else 1)
        if waiting:
            self.list.setCurrentRow(0)
        else:
            self.reader.show_nothing()
        self._reset()

    def _reset(self) -> None:
        self._choices.setExclusive(False)
        for choice in self._choices.buttons():
            choice.setChecked(False)
        self._choices.setExclusive(True)
        self.note.clear()
        self._check()

    def _tell(self, report: SampleReport, *, waits: bool) -> None:
        done = tr("已复核 {read}/{size} 件", read=report.read, size=report.size)
        if report.read < report.size:
            told = tr("全部复核后给出一致率和结论。")
            self.sentence.setText(told if waits else tr("剩下的是你自己办的，请由另一人复核。"))
            self.figures.setText(done)
            self.differing.setText("")
            return
        agreed = report.agreement
        kappa = tr("无法计算") if agreed.kappa is None else f"{agreed.kappa:.2f}"
        figures = tr("一致率 {share}，κ 系数 {kappa}", share=f"{agreed.observed:.1%}", kappa=kappa)
        self.sentence.setText(report.sentence)
        self.figures.setText("\n".join((done, figures, *_confusion(agreed.confusion))))
        self.differing.setText("\n".join(_differences(report)))

    def _check(self) -> None:
        self.send.setEnabled(bool(self.document) and self.attribute is not None)

    def _judge(self) -> None:
        if self.document and self.attribute is not None:
            self.judged.emit(self.document, self.attribute, self.note.text().strip())

    def _on_row(self, _row: int) -> None:
        self._reset()
        if self.document:
            self.looked_at.emit(self.document)

    def _build(self, desk: Desk) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row(self.samples, None, self.draw))
        splitter = RememberingSplitter(desk.memory, "samples", inside)
        for pane, width in zip(self._panes(), (196, 276, 240), strict=True):
            pane.setMinimumWidth(width)
            splitter.addWidget(pane)
        splitter.recall([280, 640, 320], (3, 6, 1))
        column.addWidget(splitter, 1)
        self.stack.addWidget(inside)
        empty = tr("还没有抽查。抽一些已审定的，由另一人背对背重看，得出差错率有多大。")
        self.stack.addWidget(EmptyState("shield", empty, self.draw_first))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.stack)
        self.samples.textActivated.connect(self.chosen)
        self.list.currentRowChanged.connect(self._on_row)
        self.send.clicked.connect(self._judge)
        for part in (self.list, self.reader.pane):
            part.installEventFilter(self)

    def _panes(self) -> Sequence[Pane]:
        left, middle, right = Pane(self), Pane(self), Pane(self, margin=12, spacing=10)
        self.list_stack.addWidget(self.list)
        self.list_stack.addWidget(EmptyState("check", tr("没有等你复核的。")))
        left.column.addWidget(self.list_stack)
        middle.column.addWidget(self.reader)
        right.column.addWidget(Label(tr("我的结论"), "heading", self))
        for number, attribute in enumerate(CHOICES):
            choice = QPushButton(f"{NUMBERS[number]} {GLYPHS[attribute]} {word(attribute)}", self)
            choice.setObjectName(f"judge-{attribute}")
            choice.setAccessibleName(word(attribute))
            choice.setCheckable(True)
            choice.setAutoDefault(False)
            choice.clicked.connect(self._check)
            self._choices.addButton(choice, number)
            right.column.addWidget(choice)
        right.column.addWidget(self.note)
        right.column.addWidget(self.send)
        right.column.addWidget(Line(self))
        right.column.addWidget(Label(tr("结论"), "heading", self))
        for part in (self.sentence, self.figures, self.differing):
            right.column.addWidget(part)
        right.column.addStretch(1)
        return left, middle, right


def _confusion(found: Mapping[tuple[DisclosureAttribute, DisclosureAttribute], int]) -> list[str]:
    return [
        tr("初次{first}，复核{second}：{count} 件", first=word(first), second=word(second), count=count)
        for (first, second), count in sorted(found.items())
        if first is not second
    ]


def _differences(report: SampleReport) -> list[str]:
    return [f"《{line.title}》{line.first_person} / {line.second_person}" for line in report.differing]
