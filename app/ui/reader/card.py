"""What stands beside the text: elements, decision, files and the history of one document."""

from functools import cached_property

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import terms
from app.domain.review import Act, Determination, ReviewState
from app.ui import words
from app.ui.language import tr
from app.ui.reader.decision import DecisionForm, suggested_decision
from app.ui.reader.elements import ElementsPanel
from app.ui.reader.files import FilesPanel
from app.ui.reader.precedents import PrecedentPanel
from app.ui.reader.record import Record
from app.ui.reader.suggestion import SuggestionPanel
from app.ui.widgets.badge import word
from app.ui.widgets.layout import EmptyState, Label, Line, Pages, Scrolled, button, row, tab_bar

ELEMENTS, DECISION, FILES = range(3)
LEAST_CARD = 272
"""Pixels of the narrowest card: two choices of the form side by side."""
MILLISECONDS_TO_LAY_OUT = 30
"""After a choice the form grows and the foot below it too; only then it is known what is in sight."""


class DecisionPanel(QWidget):
    """Suggestion above, then what waits or the form, then precedents and what was decided before.

    What is missing and the button that sends stay in sight at the foot.
    """

    accepted = Signal()
    approval_wanted = Signal()
    withdrawn = Signal()
    trail_wanted = Signal()
    form_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scroll = Scrolled(self)
        self._foot = QWidget(self)
        self.suggestion = SuggestionPanel(self)
        self.form = DecisionForm(self)
        self.precedents = PrecedentPanel(self)
        self.accept = button(tr("采纳建议并送审"), "acceptSuggestion", tip=tr("空格"))
        self.accept.clicked.connect(self.accepted)
        self.form.chosen.connect(
            lambda: QTimer.singleShot(MILLISECONDS_TO_LAY_OUT, self, self._bring_into_view)
        )
        self.waiting = Label("", "", self).wrapped()
        self.waiting.setObjectName("waiting")
        self.approve = button(tr("审定…"), "openApproval", icon="shield", role="primary")
        self.approve.clicked.connect(self.approval_wanted)
        self.withdraw = button(tr("撤回"), "withdraw", icon="undo")
        self.withdraw.clicked.connect(self.withdrawn)
        self.history = Label("", "small", self).wrapped()
        self.history.setObjectName("history")
        self.trail = button(
            tr("经过…"), "showTrail", icon="audit", role="link", tip=tr("这一件从采集到移交的全部经过")
        )
        self.trail.clicked.connect(self.trail_wanted)
        self.paper = button(tr("审查表…"), "documentForm", icon="print", role="link")
        self.paper.clicked.connect(self.form_wanted)
        self._build()

    def show_record(self, record: Record) -> None:
        """Show where the decision about a document stands."""
        self.suggestion.show_record(record)
        self.precedents.show_record(record)
        self.form.show_record(record)
        is_waiting = record.live is not None
        self.form.setVisible(not is_waiting)
        self._foot.setVisible(not is_waiting)
        self.accept.setVisible(not is_waiting and suggested_decision(record) is not None)
        for part in (self.waiting, self.approve, self.withdraw):
            part.setVisible(is_waiting)
        if record.live is not None:
            is_secrecy = record.live.awaits is Act.SECRECY_REVIEW
            self.waiting.setText(describe(record.live))
            self.approve.setText(tr("保密审查…") if is_secrecy else tr("审定…"))
            self.approve.setAccessibleName(self.approve.text())
        self.paper.setVisible(is_waiting or any(made.is_in_force for made in record.history))
        self._show_history(record)
        self._scroll.verticalScrollBar().setValue(0)

    def _bring_into_view(self) -> None:
        """What is to be filled in after a choice is in sight, to its lower edge and not only where one types."""
        reason = self.form.reason
        end = reason.mapTo(self._scroll.widget(), reason.rect().bottomLeft())
        self._scroll.ensureVisible(end.x(), end.y(), 0, 8)

    def _show_history(self, record: Record) -> None:
        lines = [describe(made) for made in record.history if made != record.live]
        if record.row.review_state is ReviewState.FLAGGED:
            lines.append(tr(terms.REVIEW_STATE_TERMS[ReviewState.FLAGGED]))
        self.history.setText("\n".join(reversed(lines)))
        self.history.setVisible(bool(lines))

    def _build(self) -> None:
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.suggestion)
        column.addWidget(self.accept)
        column.addWidget(Line(inside))
        column.addWidget(Label(tr("认定"), "heading", inside))
        column.addWidget(self.waiting)
        column.addLayout(row(self.approve, self.withdraw, None))
        column.addWidget(self.form)
        column.addWidget(self.precedents)
        column.addWidget(self.history)
        column.addLayout(row(self.trail, self.paper, None))
        column.addStretch(1)
        self._scroll.setWidget(inside)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(12, 8, 12, 12)
        foot.setSpacing(8)
        foot.addWidget(self.form.faults)
        foot.addWidget(self.form.submit)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._scroll, 1)
        outer.addWidget(self._foot)


class DocumentCard(QWidget):
    """Three leaves: elements, decision, files.

    ``located`` and ``corrected`` are those of the elements.
    """

    located = Signal(object)
    corrected = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = tab_bar("cardTabs", tr("要素、认定、文件"))
        self.decision = DecisionPanel(self)
        self.files = FilesPanel(self)
        self._leaves = Pages(self)
        self._stack = Pages(self)
        self._build()
        self._record: Record | None = None
        self._stale: set[int] = set()
        self.tabs.currentChanged.connect(self._open_leaf)
        self.show_nothing()

    @cached_property
    def elements(self) -> ElementsPanel:
        """The first leaf, with some hundred parts; made when it is first looked at."""
        made = ElementsPanel(self)
        made.located.connect(self.located)
        made.corrected.connect(self.corrected)
        self._leaves.removeWidget(self._leaves.widget(ELEMENTS))
        self._leaves.insertWidget(ELEMENTS, made)
        self._leaves.setCurrentIndex(self.tabs.currentIndex())
        return made

    def showEvent(self, event: QShowEvent) -> None:
        """Make the leaf that will be looked at, in a turn of its own."""
        super().showEvent(event)
        if self.tabs.currentIndex() == ELEMENTS:
            QTimer.singleShot(1, self, lambda: self.elements)

    def show_record(self, record: Record) -> None:
        """Show another document on the leaf that is open."""
        self._record = record
        self._stale = {ELEMENTS, DECISION, FILES}
        self.tabs.setTabText(FILES, tr("文件 {count}", count=len(record.files)))
        self._fill(DECISION)
        self._fill(self.tabs.currentIndex())
        self._stack.setCurrentIndex(1)

    def show_nothing(self) -> None:
        """No document is chosen."""
        self._stack.setCurrentIndex(0)

    def show_decision(self) -> None:
        """Open the leaf with the decision."""
        self.tabs.setCurrentIndex(DECISION)

    def _open_leaf(self, leaf: int) -> None:
        self._fill(leaf)
        self._leaves.setCurrentIndex(leaf)

    def _fill(self, leaf: int) -> None:
        """Leaves nobody looks at are filled when they are opened; the decision always, keys work on it."""
        record = self._record
        if record is None or leaf not in self._stale:
            return
        self._stale.discard(leaf)
        if leaf == ELEMENTS:
            self.elements.show_elements(record.elements)
        elif leaf == DECISION:
            self.decision.show_record(record)
        else:
            self.files.show_files(record.files, record.neighbours)

    def _build(self) -> None:
        for title, leaf in (
            (tr("要素"), QWidget(self)),
            (tr("认定"), self.decision),
            (tr("文件"), self.files),
        ):
            self.tabs.addTab(title)
            self._leaves.addWidget(leaf)
        inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(Line(inside))
        column.addWidget(self._leaves, 1)
        self._stack.addWidget(EmptyState("review", tr("这里显示要素、建议和认定。")))
        self._stack.addWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)


def describe(made: Determination) -> str:
    """One determination in a few words: what, why, who and when."""
    state = tr(words.DETERMINATION_STATES[made.state])
    head = f"{word(made.decision.attribute)} · {state}"
    lines = [head, made.decision.reason] if made.decision.reason else [head]
    for signature in made.signatures:
        act = tr(words.ACTS[signature.act])
        proof = ""
        if made.is_in_force and signature.act is Act.APPROVE:
            proof = "" if signature.identity_proven else tr("（身份未经验证）")
        note = f"：{signature.note}" if signature.note else ""
        lines.append(f"{act} {signature.person} {signature.at[:16].replace('T', ' ')}{proof}{note}")
    return "\n".join(lines)
