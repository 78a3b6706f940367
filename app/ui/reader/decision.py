"""The form in which a person decides: attribute, article, reason, what else is asked for, what is missing."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.review import BASIS_LETTERS, AttributeChange, Decision
from app.domain.transitions import SECRECY_WISH
from app.review.accept import decision_of
from app.review.findings import open_findings, private_places
from app.review.judging import asked_statements, decision_faults, is_secrecy_review_due
from app.ui import theme
from app.ui.language import told, tr
from app.ui.reader.later import LaterFields
from app.ui.reader.record import Record
from app.ui.reader.redactions import RedactionList
from app.ui.reader.statements import StatementFields
from app.ui.widgets.badge import GLYPHS, word
from app.ui.widgets.layout import Label, button

CHOICES = (DisclosureAttribute.PROACTIVE, DisclosureAttribute.ON_REQUEST, DisclosureAttribute.WITHHELD)
NUMBERS = "①②③④"
CODE_ROLE = Qt.ItemDataRole.UserRole


class DecisionForm(QWidget):
    """Collects a :class:`Decision`; ``faults`` and ``submit`` are laid out by whoever shows the form.

    ``submitted`` carries it, ``flagged`` asks to mark as doubtful, ``changed`` comes with every change of the
    decision, ``chosen`` when an attribute was chosen and its articles are offered.
    """

    submitted = Signal(object)
    flagged = Signal()
    changed = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._titles: Mapping[str, str] = {}
        self._choices = QButtonGroup(self)
        self._choices.setExclusive(True)
        self.basis = _basis_list(self)
        self.reason = QPlainTextEdit(self)
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(tr("理由"))
        self.reason.setPlaceholderText(tr("理由（依申请公开、不予公开必填）"))
        self.reason.setTabChangesFocus(True)
        self.statements = StatementFields(self)
        self.redactions = RedactionList(self)
        self.later = LaterFields(self)
        self.alarm = Label("", "danger", self).wrapped()
        self.alarm.setObjectName("alarm")
        self.faults = Label("", "danger", self).wrapped()
        self.faults.setObjectName("faults")
        self.submit = button(
            tr("送审"), "submit", icon="check", role="primary", tip=tr("送审并看下一件（Ctrl+Enter）")
        )
        self._build()
        self._connect()

    @property
    def cover(self) -> QCheckBox:
        """The tick that covers sensitive places."""
        return self.redactions.cover

    def show_titles(self, titles: Mapping[str, str]) -> None:
        """Offer these articles: basis code → what it says."""
        self._titles = titles

    def show_record(self, record: Record) -> None:
        """Begin anew for another document; nothing is filled in silently."""
        self._record = record
        self._choices.setExclusive(False)
        for choice in self._choices.buttons():
            choice.setChecked(False)
        self._choices.setExclusive(True)
        self.reason.clear()
        self.basis.clear()
        self.redactions.show_findings(record.findings)
        self.later.clear()
        self.show_alarms(())
        self._check()

    def show_alarms(self, sentences: Sequence[str]) -> None:
        """Say with which earlier decisions the present choice is at odds."""
        self.alarm.setText("\n".join(map(told, sentences)))
        self.alarm.setVisible(bool(sentences))

    @property
    def attribute(self) -> DisclosureAttribute:
        """What is chosen."""
        number = self._choices.checkedId()
        return CHOICES[number] if number >= 0 else DisclosureAttribute.UNDETERMINED

    @property
    def decision(self) -> Decision:
        """What the form says now."""
        wish = {SECRECY_WISH: self.later.secrecy_wish} if self.later.secrecy_wish else {}
        return Decision(
            attribute=self.attribute,
            basis=self._checked_basis(),
            reason=self.reason.toPlainText().strip(),
            redactions=self._covered(),
            attachments={**self.statements.values, **wish},
            next_review_on=self.later.next_review_on,
        )

    def choose(self, attribute: DisclosureAttribute) -> None:
        """Choose an attribute and offer its articles, those of the suggestion ticked."""
        self._choices.button(CHOICES.index(attribute)).setChecked(True)
        self._offer_basis(attribute)
        self._check()
        self.chosen.emit()

    def fill(self, decision: Decision) -> None:
        """Take over a decision, as from the suggestion, a preset or the document before."""
        self.choose(decision.attribute)
        self.basis.blockSignals(True)
        for number in range(self.basis.count()):
            item = self.basis.item(number)
            item.setCheckState(_state(item.data(CODE_ROLE) in decision.basis))
        self.basis.blockSignals(False)
        self.reason.setPlainText(decision.reason)
        self.redactions.cover.setChecked(
            bool(self._private_places()) and decision.attribute is DisclosureAttribute.PROACTIVE
        )
        self._check()
        self.statements.fill(decision.attachments)

    def cover_place(self, start: int, end: int, text: str) -> None:
        """Cover a place of the text that a person selected."""
        self.redactions.add_place(start, end, text)

    def send(self) -> None:
        """Hand the decision on if nothing is missing; otherwise say what."""
        self._check()
        if self._record is not None and not self._missing():
            self.submitted.emit(self.decision)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._choice_grid())
        for part in (
            self.alarm,
            self.basis,
            self.reason,
            self.statements,
            self.redactions,
            self.later,
        ):
            column.addWidget(part)
        self.basis.setFixedHeight(theme.scaled(126))
        self.reason.setFixedHeight(theme.scaled(60))
        self.alarm.hide()

    def _choice_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, attribute in enumerate(CHOICES):
            choice = QPushButton(f"{NUMBERS[number]} {GLYPHS[attribute]} {word(attribute)}", self)
            choice.setObjectName(f"choose-{attribute}")
            choice.setAccessibleName(word(attribute))
            choice.setToolTip(tr("数字键 {number}", number=number + 1))
            choice.setCheckable(True)
            choice.setProperty("role", "choice")
            choice.setAutoDefault(False)
            choice.clicked.connect(lambda _=False, chosen=attribute: self.choose(chosen))
            self._choices.addButton(choice, number)
            grid.addWidget(choice, number // 2, number % 2)
        doubtful = button(
            f"{NUMBERS[3]} {tr('存疑')}", "flag", role="choice", tip=tr("标记存疑，不作认定（数字键 4）")
        )
        doubtful.clicked.connect(self.flagged)
        grid.addWidget(doubtful, 1, 1)
        return grid

    def _connect(self) -> None:
        self.reason.textChanged.connect(self._check)
        self.basis.itemChanged.connect(lambda _item: self._check())
        for part in (self.statements, self.redactions, self.later):
            part.changed.connect(self._check)
        self.submit.clicked.connect(self.send)

    def _offer_basis(self, attribute: DisclosureAttribute) -> None:
        suggestion = self._record.suggestion if self._record else None
        ticked = suggestion.basis if suggestion and suggestion.attribute is attribute else ()
        self.basis.blockSignals(True)
        self.basis.clear()
        letter = BASIS_LETTERS[attribute]
        codes = [code for code in self._titles if code.startswith(f"{letter}-")]
        for code in sorted(codes, key=lambda code: code not in ticked):
            item = QListWidgetItem(self._titles[code], self.basis)
            item.setData(CODE_ROLE, code)
            item.setToolTip(self._titles[code])
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(code in ticked))
        self.basis.blockSignals(False)

    def _checked_basis(self) -> tuple[str, ...]:
        items = (self.basis.item(number) for number in range(self.basis.count()))
        return tuple(item.data(CODE_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _private_places(self) -> tuple[tuple[int, int], ...]:
        return private_places(self._record.findings) if self._record else ()

    def _covered(self) -> tuple[tuple[int, int], ...]:
        return self.redactions.places if self.attribute is DisclosureAttribute.PROACTIVE else ()

    def _change(self, record: Record) -> AttributeChange:
        decision = self.decision
        return AttributeChange(
            previous=record.row.attribute,
            previous_basis=_basis_in_force(record),
            decision=decision,
            open_findings=open_findings(record.findings, decision),
            finding_kinds=frozenset(finding.kind for finding in record.findings),
        )

    def _missing(self) -> str:
        if self._record is None:
            return ""
        lines = dict.fromkeys(told(fault.message) for fault in decision_faults(self._change(self._record)))
        return "\n".join([*lines, *self.later.faults])

    def _check(self) -> None:
        record = self._record
        is_chosen = record is not None and self.attribute is not DisclosureAttribute.UNDETERMINED
        for part in (self.basis, self.reason, self.later):
            part.setVisible(is_chosen)
        self.redactions.setVisible(is_chosen and self.attribute is DisclosureAttribute.PROACTIVE)
        missing = ""
        if record is not None:
            change = self._change(record)
            self.statements.ask(asked_statements(change) if is_chosen else ())
            self.later.show_decision(change.decision, is_due=is_secrecy_review_due(change))
            missing = self._missing() if is_chosen else ""
        self.faults.setText(missing)
        self.faults.setVisible(bool(missing))
        self.submit.setEnabled(is_chosen and not missing)
        self.changed.emit()


def suggested_decision(record: Record) -> Decision | None:
    """The suggestion as a decision with its quoted reasons; ``None`` when there is nothing to accept, or nothing
    that is ours to decide.
    """
    suggestion = record.suggestion
    if suggestion is None or suggestion.attribute not in CHOICES:
        return None
    if suggestion.applicability is not Applicability.OURS:
        return None
    return decision_of(suggestion)


def _basis_list(parent: QWidget) -> QListWidget:
    made = QListWidget(parent)
    made.setObjectName("basis")
    made.setAccessibleName(tr("依据条款"))
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
    return made


def _basis_in_force(record: Record) -> tuple[str, ...]:
    approved = [made for made in record.history if made.is_in_force]
    return approved[-1].decision.basis if approved else ()


def _state(checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
