"""本单位: the name the office bears, those it has borne, and the codes of its document numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import AppError
from app.inventory.office import OfficeName, lines_of_names, names_from_lines, series_from_text
from app.ui.language import tr
from app.ui.widgets.layout import Label, button, row

WIDTH = 460
LINES = 5


class FormerNamesField(QPlainTextEdit):
    """Former names and predecessors, one a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formerNames")
        self.setAccessibleName(tr("曾用名和前身"))
        self.setPlaceholderText(tr("每行一个，可带起止年份，如 临湖县人民政府办公厅 2005-2010"))
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * LINES)

    @property
    def names(self) -> tuple[OfficeName, ...]:
        """What was typed.

        Raises:
            WrongUseError: a period ends before it begins.
        """
        return names_from_lines(self.toPlainText())

    def show_names(self, names: Sequence[OfficeName]) -> None:
        """Show names."""
        self.setPlainText(lines_of_names(names))


class SeriesField(QLineEdit):
    """The codes of the office's document numbers, in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numberSeries")
        self.setAccessibleName(tr("发文字号代字"))
        self.setPlaceholderText(tr("如 临政发、临政办发"))

    @property
    def series(self) -> tuple[str, ...]:
        """What was typed.

        Raises:
            WrongUseError: something typed is no code.
        """
        return series_from_text(self.text())


@dataclass(frozen=True, slots=True)
class OfficeWish:
    """What is to be kept of the office."""

    name: str
    former: tuple[OfficeName, ...]
    series: tuple[str, ...]


class OfficePage(QWidget):
    """``wanted`` carries an :class:`OfficeWish`."""

    wanted = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = QLineEdit(self)
        self.office.setObjectName("officeName")
        self.office.setAccessibleName(tr("单位全称"))
        self.former = FormerNamesField(self)
        self.series = SeriesField(self)
        for field in (self.office, self.former, self.series):
            field.setFixedWidth(WIDTH)
        self.keep = button(tr("保存"), "keepOffice", role="primary")
        self.keep.clicked.connect(self._keep)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.addLayout(form)
        column.addStretch(1)
        form.addRow(tr("单位全称"), self.office)
        form.addRow(tr("曾用名和前身"), self.former)
        form.addRow(tr("发文字号代字"), self.series)
        text = tr(
            "用这些名称、这些代字发的文都算本单位的文；单位改名时直接改全称，原来的名称自动记为曾用名。"
            "改了以后，下一次采集和判断按新的来。"
        )
        form.addRow("", Label(text, "muted", self).wrapped())
        form.addRow("", row(self.keep, None))

    def show_office(self, office: str, former: Sequence[OfficeName], series: Sequence[str]) -> None:
        """Show what is kept."""
        self.office.setText(office)
        self.former.show_names(former)
        self.series.setText("、".join(series))

    def _keep(self) -> None:
        try:
            self.wanted.emit(OfficeWish(self.office.text().strip(), self.former.names, self.series.series))
        except AppError as error:
            self.refused.emit(error)
