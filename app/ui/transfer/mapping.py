"""A template of one's own from the receiving archive's example sheet: every column gets its value."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.transfer.catalogue_rows import write_cell
from app.transfer.mapping import UNASSIGNED, ProposedTemplate, source_names
from app.transfer.templates import Template
from app.ui import theme
from app.ui.language import tr
from app.ui.tokens import ROW_PIXELS
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import LEFT, Label, button, open_at, page_column, row

HEADER, SOURCE, EXAMPLE = range(3)


class MappingDialog(Dialog):
    """One line a column: its head, the value it takes, how that looks. ``wanted`` carries the template."""

    wanted = Signal(object)

    def __init__(
        self, proposed: ProposedTemplate, values: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("mapping")
        self.setWindowTitle(tr("移交目录模板"))
        self._template = proposed.template
        self._values = values
        self.name = QLineEdit(proposed.template.name, self)
        self.name.setAccessibleName(tr("模板名称"))
        columns = proposed.template.columns
        self.table = QTableWidget(len(columns), 3, self)
        self.table.setTabKeyNavigation(False)  # Tab leads on, the arrows go from cell to cell
        self.table.setObjectName("mappingColumns")
        self.table.setAccessibleName(tr("各列取什么值"))
        self.table.setHorizontalHeaderLabels([tr("样表的列"), tr("取值"), tr("写出来是这样")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.boxes = [self._box(number) for number in range(len(columns))]
        self.told = Label("", "muted", self).wrapped()
        self.told.setObjectName("mappingTold")
        self.keep = button(tr("保存模板"), "keepTemplate", role="primary")
        self._lay_out()
        self._show()

    @property
    def template(self) -> Template:
        """The template as it stands."""
        columns = tuple(
            replace(column, source=box.currentData() or UNASSIGNED)
            for column, box in zip(self._template.columns, self.boxes, strict=True)
        )
        name = self.name.text().strip()
        return replace(self._template, name=name, file_name=name, columns=columns)

    def _box(self, number: int) -> QComboBox:
        column = self._template.columns[number]
        box = QComboBox(self.table)
        box.setAccessibleName(column.header)
        box.addItem(tr("（空着）"), UNASSIGNED)
        for source, title in source_names().items():
            box.addItem(title, source)
        box.setCurrentIndex(max(0, box.findData(column.source)))
        box.currentIndexChanged.connect(lambda _place: self._show())
        self.table.setItem(number, HEADER, QTableWidgetItem(column.header))
        self.table.setCellWidget(number, SOURCE, box)
        return box

    def _show(self) -> None:
        """Show what each column would hold for a document that is ready, and how many are open."""
        for number, column in enumerate(self.template.columns):
            text = write_cell(column, self._values.get(column.source, ""))
            self.table.setItem(number, EXAMPLE, QTableWidgetItem(text))
        still = sum(box.currentData() == UNASSIGNED for box in self.boxes)
        self.told.setText(
            tr("有 {count} 列还没有指定取值，会空着。", count=still) if still else tr("每一列都有取值。")
        )

    def _lay_out(self) -> None:
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(LEFT)
        self.table.verticalHeader().setDefaultSectionSize(theme.scaled(ROW_PIXELS))
        form = QFormLayout()
        form.addRow(tr("模板名称"), self.name)
        cancel = button(tr("取消"), "cancelTemplate")
        cancel.clicked.connect(self.reject)
        self.keep.clicked.connect(self._keep)
        self.name.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        column = page_column(self)
        column.addLayout(form)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addLayout(row(None, cancel, self.keep))
        open_at(self, 820, 560)

    def _keep(self) -> None:
        self.wanted.emit(self.template)
        self.accept()
