"""本单位: the name the office bears and those it has borne."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from app.errors import AppError
from app.inventory.office import OfficeName, lines_of_names, names_from_lines
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


class OfficePage(QWidget):
    """``wanted`` carries the office's name and its former names."""

    wanted = Signal(str, object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.office = QLineEdit(self)
        self.office.setObjectName("officeName")
        self.office.setAccessibleName(tr("单位全称"))
        self.former = FormerNamesField(self)
        for field in (self.office, self.former):
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
        text = tr("用这些名称发的文都算本单位的文；改了以后，下一次采集和判断按新的名称。")
        form.addRow("", Label(text, "muted", self).wrapped())
        form.addRow("", row(self.keep, None))

    def show_names(self, office: str, former: Sequence[OfficeName]) -> None:
        """Show what is kept."""
        self.office.setText(office)
        self.former.show_names(former)

    def _keep(self) -> None:
        try:
            self.wanted.emit(self.office.text().strip(), self.former.names)
        except AppError as error:
            self.refused.emit(error)
