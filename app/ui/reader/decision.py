"""The form in which a person decides: attribute, article, reason, what to cover, and what is missing."""

from collections.abc import Mapping

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
from app.domain.review import BASIS_LETTERS, AttributeChange, Decision
from app.review.accept import decision_of
from app.review.decide import PRIVATE_KINDS, decision_faults, open_findings
from app.ui import theme
from app.ui.language import tr
from app.ui.reader.record import Record
from app.ui.widgets.badge import GLYPHS, word
from app.ui.widgets.layout import Label, button

CHOICES = (DisclosureAttribute.PROACTIVE, DisclosureAttribute.ON_REQUEST, DisclosureAttribute.WITHHELD)
NUMBERS = "①②③④"
CODE_ROLE = Qt.ItemDataRole.UserRole


class DecisionForm(QWidget):
    """Collects a :class:`Decision`; ``submitted`` carries it, ``flagged`` asks to mark as doubtful."""

    submitted = Signal(object)
    flagged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Record | None = None
        self._titles: Mapping[str, str] = {}
        self._choices = QButtonGroup(self)
        self._choices.setExclusive(True)
        self.basis = QListWidget(self)
        self.basis.setObjectName("basis")
        self.basis.setAccessibleName(tr("依据条款"))
        self.basis.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.basis.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.basis.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.reason = QPlainTextEdit(self)
        self.reason.setObjectName("reason")
        self.reason.setAccessibleName(tr("理由"))
        self.reason.setPlaceholderText(tr("理由（依申请公开、不予公开必填）"))
        self.reason.setTabChangesFocus(True)
        self.cover = QCheckBox(tr("公开前遮盖敏感处"), self)
        self.cover.setObjectName("cover")
        self.faults = Label("", "danger", self).wrapped()
        self.faults.setObjectName("faults")
        self.submit = button(
            tr("送审"), "submit", icon="check", role="primary", tip=tr("送审并看下一件（Ctrl+Enter）")
        )
        self._build()
        self.reason.textChanged.connect(self._check)
        self.basis.itemChanged.connect(lambda _item: self._check())
        self.cover.toggled.connect(lambda _on: self._check())
        self.submit.clicked.connect(self.send)

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
        self.cover.setChecked(False)
        self._check()

    @property
    def attribute(self) -> DisclosureAttribute:
        """What is chosen."""
        number = self._choices.checkedId()
        return CHOICES[number] if number >= 0 else DisclosureAttribute.UNDETERMINED

    @property
    def decision(self) -> Decision:
        """What the form says now."""
        return Decision(
            self.attribute, self._checked_basis(), self.reason.toPlainText().strip(), self._covered()
        )

    def choose(self, attribute: DisclosureAttribute) -> None:
        """Choose an attribute and offer its articles, those of the suggestion ticked."""
        self._choices.button(CHOICES.index(attribute)).setChecked(True)
        self._offer_basis(attribute)
        self._check()

    def fill(self, decision: Decision) -> None:
        """Take over a decision, as from the suggestion or the document before."""
        self.choose(decision.attribute)
        self.basis.blockSignals(True)
        for number in range(self.basis.count()):
            item = self.basis.item(number)
            item.setCheckState(_state(item.data(CODE_ROLE) in decision.basis))
        self.basis.blockSignals(False)
        self.reason.setPlainText(decision.reason)
        self.cover.setChecked(
            bool(self._private_places()) and decision.attribute is DisclosureAttribute.PROACTIVE
        )
        self._check()

    def send(self) -> None:
        """Hand the decision on if nothing is missing; otherwise say what."""
        self._check()
        if self._record is not None and not self._missing():
            self.submitted.emit(self.decision)

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(6)
        for number, attribute in enumerate(CHOICES):
            choice = QPushButton(f"{NUMBERS[number]} {GLYPHS[attribute]} {word(attribute)}", self)
            choice.setObjectName(f"choose-{attribute}")
            choice.setAccessibleName(word(attribute))
            choice.setToolTip(tr("数字键 {number}", number=number + 1))
            choice.setCheckable(True)
            choice.setAutoDefault(False)
            choice.clicked.connect(lambda _=False, chosen=attribute: self.choose(chosen))
            self._choices.addButton(choice, number)
            grid.addWidget(choice, number // 2, number % 2)
        doubtful = button(f"{NUMBERS[3]} {tr('存疑')}", "flag", tip=tr("标记存疑，不作认定（数字键 4）"))
        doubtful.clicked.connect(self.flagged)
        grid.addWidget(doubtful, 1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(grid)
        column.addWidget(self.basis)
        column.addWidget(self.reason)
        column.addWidget(self.cover)
        column.addWidget(self.faults)
        column.addWidget(self.submit)
        self.basis.setFixedHeight(theme.scaled(126))
        self.reason.setFixedHeight(theme.scaled(60))

    def _offer_basis(self, attribute: DisclosureAttribute) -> None:
        suggestion = self._record.suggestion if self._record else None
        ticked = suggestion.basis if suggestion and suggestion.attribute is attribute else ()
        self.basis.blockSignals(True)
        self.basis.clear()
        letter = BASIS_LETTERS[attribute]
        codes = [code for code in self._titles if code.startswith(f"{letter}-")]
        for code in [
            *(code for code in codes if code in ticked),
            *(code for code in codes if code not in ticked),
        ]:
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
        findings = self._record.findings if self._record else ()
        return tuple((f.start, f.end) for f in findings if f.kind in PRIVATE_KINDS and f.place == "text")

    def _covered(self) -> tuple[tuple[int, int], ...]:
        return self._private_places() if self.cover.isChecked() else ()

    def _missing(self) -> str:
        record = self._record
        if record is None:
            return ""
        change = AttributeChange(
            previous=record.row.attribute,
            previous_basis=_basis_in_force(record),
            decision=self.decision,
            open_findings=open_findings(record.findings, self.decision),
        )
        return "\n".join(dict.fromkeys(fault.message for fault in decision_faults(change)))

    def _check(self) -> None:
        is_chosen = self.attribute is not DisclosureAttribute.UNDETERMINED
        missing = self._missing() if is_chosen else ""
        self.faults.setText(missing)
        self.faults.setVisible(bool(missing))
        for part in (self.basis, self.reason):
            part.setVisible(is_chosen)
        self.cover.setVisible(
            self.attribute is DisclosureAttribute.PROACTIVE and bool(self._private_places())
        )
        self.submit.setEnabled(is_chosen and not missing)


def suggested_decision(record: Record) -> Decision | None:
    """The suggestion as a decision with its quoted reasons; ``None`` when there is nothing to accept."""
    suggestion = record.suggestion
    if suggestion is None or suggestion.attribute not in CHOICES:
        return None
    return decision_of(suggestion)


def _basis_in_force(record: Record) -> tuple[str, ...]:
    approved = [made for made in record.history if made.state == "approved"]
    return approved[-1].decision.basis if approved else ()


def _state(checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
