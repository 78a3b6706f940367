"""What comes after a decision: the secrecy review before it counts, and the day it is looked at again."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from app.domain.review import Decision
from app.review.judging import next_review_on
from app.ui.language import tr
from app.ui.widgets.layout import Label, row

WISH = "提出人认为须经保密审查"


class LaterFields(QWidget):
    """A tick that asks for a secrecy review, and a day; the rules' own answer stands in both."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.secrecy = QCheckBox(tr("提请保密审查"), self)
        self.secrecy.setObjectName("secrecyWish")
        self.due = Label(tr("这项认定须先经保密审查（条例第十七条）。"), "small", self).wrapped()
        self.day = QLineEdit(self)
        self.day.setObjectName("nextReview")
        self.day.setAccessibleName(tr("下次复审日期"))
        self.day.setMaximumWidth(160)
        self.day.setMaxLength(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.secrecy)
        column.addWidget(self.due)
        column.addLayout(row(Label(tr("下次复审"), "muted", self), self.day, None))
        self.due.hide()
        self.secrecy.toggled.connect(lambda _on: self.changed.emit())
        self.day.textChanged.connect(lambda _text: self.changed.emit())

    @property
    def secrecy_wish(self) -> str:
        """The statement that asks for a secrecy review, empty when nobody asks."""
        return WISH if self.secrecy.isChecked() else ""

    @property
    def next_review_on(self) -> str | None:
        """The day the person named; ``None`` leaves it to the rules."""
        return self.day.text().strip() or None

    @property
    def faults(self) -> tuple[str, ...]:
        """What is wrong with the day."""
        return _faults_of(self.next_review_on)

    def clear(self) -> None:
        """Begin anew."""
        self.secrecy.setChecked(False)
        self.day.clear()

    def show_decision(self, decision: Decision, *, is_due: bool) -> None:
        """Say what the rules want of a decision."""
        is_wish = self.secrecy.isChecked()
        self.due.setVisible(is_due and not is_wish)
        self.secrecy.setVisible(not is_due or is_wish)
        usual = next_review_on(decision, date.today())
        self.day.setPlaceholderText(usual or tr("不排"))
        self.day.setToolTip(tr("不填即按规则排；自己定时写成 2027-01-31 这样"))


def _faults_of(day: str | None) -> tuple[str, ...]:
    if day is None:
        return ()
    if not _is_day(day):
        return (tr("下次复审日期请写成 2027-01-31 这样。"),)
    is_past = day <= date.today().isoformat()
    return (tr("下次复审日期须在今天之后。"),) if is_past else ()


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2027-01-31")
