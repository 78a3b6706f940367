"""What a list asks before it is made: files, scheme and codes, year, months; built from its kind."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.report import annual
from app.report.index_numbers import schemes
from app.report.orders import Option, Order, ReportKind
from app.ui.language import told, tr
from app.ui.memory import Memory
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import Label, button, row

FIRST_YEAR, MOST_MONTHS = 1949, 60
CODE_WIDTH, NUMBER_WIDTH = 150, 96
LEAST_SCHEME_WIDTH = 150
CODE_KEY, SCHEME_KEY = "report/code", "report/scheme"


class OrderForm(QWidget):
    """The options of one list. ``changed`` when something was typed or chosen."""

    changed = Signal()

    def __init__(self, kind: ReportKind, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._memory = memory
        self.files: tuple[Path, ...] = ()
        self.scheme = self._scheme_box()
        self.code = QLineEdit(memory.text(CODE_KEY), self)
        self.source = QLineEdit("0", self)
        self.months = self._number("orderMonths", 1, MOST_MONTHS, 6)
        self.year = self._number("orderYear", FIRST_YEAR, date.today().year, FIRST_YEAR)
        self.choose = button(tr("选择文件…"), "chooseReportFiles", icon="folder")
        self.chosen = Label("", "muted", self).wrapped()
        self._lay_out()

    @property
    def order(self) -> Order:
        """What was asked for, as it stands."""
        return Order(
            today=date.today(),
            scheme=self.scheme.currentData() or "" if Option.SCHEME in self._kind.options else "",
            code=self.code.text().strip(),
            source=self.source.text().strip() or "0",
            months=self.months.value(),
            year=self.year.value() if self.year.value() > FIRST_YEAR else None,
            files=self.files,
        )

    @property
    def is_complete(self) -> bool:
        """Whether everything the list cannot do without is there."""
        wish = self._kind.files
        has_files = wish is None or not wish.is_required or bool(self.files)
        needs_code = Option.CODE in self._kind.options and (
            Option.SCHEME not in self._kind.options or bool(self.scheme.currentData())
        )
        return has_files and (not needs_code or bool(self.code.text().strip()))

    def add_actions(self, *actions: QWidget) -> None:
        """Put buttons behind what was asked."""
        for action in actions:
            self._asked.add_left(action)

    def take_files(self, paths: tuple[Path, ...]) -> None:
        """Use these files."""
        self.files = paths
        self.chosen.setText("、".join(path.name for path in paths))
        self.chosen.setToolTip("\n".join(str(path) for path in paths))
        self.changed.emit()

    def keep(self) -> None:
        """Remember the office's scheme and code for the next time."""
        if Option.CODE in self._kind.options and self.code.text().strip():
            self._memory.put(CODE_KEY, self.code.text().strip())
        if Option.SCHEME in self._kind.options:
            self._memory.put(SCHEME_KEY, self.scheme.currentData() or "")

    def _scheme_box(self) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName("orderScheme")
        box.setMinimumWidth(LEAST_SCHEME_WIDTH)
        box.addItem(tr("不编索引号"), "")
        for scheme in schemes().values():
            box.addItem(told(scheme.name), scheme.id)
        box.setCurrentIndex(max(0, box.findData(self._memory.text(SCHEME_KEY))))
        box.currentIndexChanged.connect(lambda _number: self._on_change())
        return box

    def _number(self, name: str, least: int, most: int, value: int) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setRange(least, most)
        box.setValue(value)
        box.setFixedWidth(NUMBER_WIDTH)
        box.valueChanged.connect(lambda _value: self._on_change())
        return box

    def _lay_out(self) -> None:
        # an annual report is about one year; without a choice the last that is over
        self.year.setSpecialValueText(tr("上一年") if self._kind.name == annual.NAME else tr("全部"))
        self.code.setFixedWidth(CODE_WIDTH)
        self.source.setFixedWidth(40)
        self.code.setObjectName("orderCode")
        self.source.setObjectName("orderSource")
        self.source.setToolTip(tr("0 政务外网，1 其他"))
        for field in (self.code, self.source):
            field.textChanged.connect(lambda _text: self._on_change())
        asked: tuple[tuple[Option, str, QWidget], ...] = (
            (Option.SCHEME, tr("索引号规则"), self.scheme),
            (Option.CODE, tr("机构代码"), self.code),
            (Option.SOURCE, tr("来源"), self.source),
            (Option.YEAR, tr("年份"), self.year),
            (Option.MONTHS, tr("列出几个月内到期的"), self.months),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._lay_out_files(column)
        self._asked = Flow()
        for option, title, asking in asked:
            self._add(title, asking, is_asked=option in self._kind.options)
        column.addLayout(self._asked)
        self._on_change()

    def _add(self, title: str, field: QWidget, *, is_asked: bool) -> None:
        field.setVisible(is_asked)
        field.setAccessibleName(title)
        if is_asked:
            label = Label(title, "", self)
            label.setBuddy(field)
            pair = QWidget(self)
            pair.setLayout(row(label, field))
            self._asked.add_left(pair)

    def _lay_out_files(self, column: QVBoxLayout) -> None:
        wish = self._kind.files
        self.choose.setVisible(wish is not None)
        self.chosen.setVisible(wish is not None)
        if wish is None:
            self.choose.setParent(self)
            return
        line = row(Label(tr(wish.title), "", self), self.choose)
        line.addWidget(self.chosen, 1)
        self.choose.setAccessibleName(tr("选择{what}", what=tr(wish.title)))
        self.choose.setToolTip(tr(wish.advice))
        self.chosen.setText(tr(wish.advice))
        self.choose.clicked.connect(self._ask_files)
        column.addLayout(line)

    def _ask_files(self) -> None:
        wish = self._kind.files
        assert wish is not None
        kinds = f"{tr(wish.title)} ({' '.join('*' + suffix for suffix in wish.suffixes)})"
        if wish.are_many:
            found, _kind = QFileDialog.getOpenFileNames(
                self, tr("选择{what}", what=tr(wish.title)), "", kinds
            )
        else:
            one, _kind = QFileDialog.getOpenFileName(self, tr("选择{what}", what=tr(wish.title)), "", kinds)
            found = [one] if one else []
        if found:
            self.take_files(tuple(map(Path, found)))

    def _on_change(self) -> None:
        is_numbered = Option.SCHEME not in self._kind.options or bool(self.scheme.currentData())
        self.code.setEnabled(is_numbered)
        self.source.setEnabled(is_numbered)
        self.changed.emit()
