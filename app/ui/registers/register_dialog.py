"""What the columns of a register hold, guessed and put right by a person before it is read in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from app.domain.registers import RegisterField
from app.domain.terms import REGISTER_FIELD_TERMS
from app.inventory.registers import OpenedRegister
from app.ui import theme
from app.ui.language import tr
from app.ui.tokens import ROW_PIXELS
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import LEFT, Label, button, open_at, page_column, row

HEADING, FIELD, EXAMPLE = range(3)
NEEDED = frozenset({RegisterField.DOCUMENT_NUMBER, RegisterField.TITLE})


class RegisterDialog(Dialog):
    """One line a column: its heading, what it holds, the first row. ``wanted`` carries field → column."""

    wanted = Signal(object)

    def __init__(self, opened: OpenedRegister, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("registerDialog")
        self.setWindowTitle(tr("读入登记簿“{name}”", name=opened.path.name))
        heading = opened.mapping.heading_row
        rows = opened.table.rows
        self._count = max(0, len(rows) - heading)
        heads = rows[heading - 1] if heading else ()
        first = rows[heading] if heading < len(rows) else ()
        width = max(len(heads), len(first))
        self.table = QTableWidget(width, 3, self)
        self.table.setTabKeyNavigation(False)  # Tab leads on, the arrows go from cell to cell
        self.table.setObjectName("registerColumns")
        self.table.setAccessibleName(tr("各列是什么"))
        self.boxes = [self._box(place, opened) for place in range(width)]
        for place in range(width):
            for column, cells in ((HEADING, heads), (EXAMPLE, first)):
                self.table.setItem(
                    place, column, QTableWidgetItem(cells[place] if place < len(cells) else "")
                )
        self.told = Label("", "muted", self).wrapped()
        self.told.setObjectName("registerTold")
        self.go = button("", "importRegister", role="primary")
        self._lay_out(is_saved=opened.is_saved)
        self._check()

    @property
    def columns(self) -> dict[RegisterField, int]:
        """Which column holds what; the first one where a field was chosen twice."""
        chosen: dict[RegisterField, int] = {}
        for place, box in enumerate(self.boxes):
            if box.currentData():
                chosen.setdefault(RegisterField(box.currentData()), place)
        return chosen

    def _box(self, place: int, opened: OpenedRegister) -> QComboBox:
        held = {column: field for field, column in opened.mapping.columns.items()}
        box = QComboBox(self.table)
        box.setAccessibleName(tr("第 {number} 列", number=place + 1))
        box.addItem(tr("（不用）"), "")
        for field, term in REGISTER_FIELD_TERMS.items():
            box.addItem(tr(term), field.value)
        box.setCurrentIndex(max(0, box.findData(held[place].value if place in held else "")))
        box.currentIndexChanged.connect(lambda _place: self._check())
        self.table.setCellWidget(place, FIELD, box)
        return box

    def _check(self) -> None:
        is_usable = bool(NEEDED & self.columns.keys())
        self.told.setText(
            tr("每一行按文号和题名找对应的公文；没有电子文件的，登记为只有纸质原件的公文。")
            if is_usable
            else tr("请指明哪一列是文号，或哪一列是题名。")
        )
        self.go.setText(tr("读入 {count} 条", count=f"{self._count:,}"))
        self.go.setEnabled(is_usable and self._count > 0)

    def _lay_out(self, *, is_saved: bool) -> None:
        self.table.setHorizontalHeaderLabels([tr("表头"), tr("是什么"), tr("第一条")])
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(theme.scaled(ROW_PIXELS))
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(LEFT)
        origin = (
            tr("按以前指定的对应。")
            if is_saved
            else tr("各列是按表头猜的，不对的请改；改过以后，同样表头的登记簿都照此读。")
        )
        cancel = button(tr("取消"), "cancelRegister")
        cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._go)
        column = page_column(self)
        column.addWidget(Label(origin, "muted", self).wrapped())
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addLayout(row(None, cancel, self.go))
        open_at(self, 760, 520)

    def _go(self) -> None:
        self.wanted.emit(self.columns)
        self.accept()
