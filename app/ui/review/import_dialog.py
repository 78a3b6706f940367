"""What a workbook that came back holds, before anything of it is taken in: faults, conflicts, counts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from app.review.exchange.faults import Conflict, RowFault
from app.review.exchange.workbook_in import CheckedWorkbook
from app.ui.language import tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, open_at, page_column, row, set_widths


class ImportDialog(Dialog):
    """``wanted`` comes when what is right shall be taken in; with faults nothing can be."""

    wanted = Signal()

    def __init__(self, checked: CheckedWorkbook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("import")
        self.setWindowTitle(tr("导入表格"))
        self.words = Label(_summary(checked), "", self).wrapped()
        self.words.setObjectName("importSummary")
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(tr("问题和冲突"))
        self.list.setHeaderLabels([tr("行"), tr("列"), tr("哪里不对"), tr("怎样改")])
        self.list.setRootIsDecorated(False)
        self.list.addTopLevelItems([*map(_fault, checked.faults), *map(_conflict, checked.conflicts)])
        self.go = button(tr("导入 {count} 件", count=len(checked.wishes)), "importNow", role="primary")
        self.go.setEnabled(bool(checked.wishes) and not checked.faults)
        close = button(tr("关闭"), "closeImport")
        close.clicked.connect(self.reject)
        column = page_column(self)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addLayout(row(None, close, self.go))
        set_widths(self.list, 56, 110, 330, 300)
        self.list.setVisible(self.list.topLevelItemCount() > 0)
        open_at(self, *((860, 420) if self.list.isVisibleTo(self) else (420, 140)))
        self.go.clicked.connect(self._go)

    def _go(self) -> None:
        self.go.setEnabled(False)
        self.wanted.emit()


def _summary(checked: CheckedWorkbook) -> str:
    if checked.faults:
        return tr("表格有 {count} 处问题，一行也不会导入。改好后再导入。", count=len(checked.faults))
    return tr(
        "可以送审 {count} 件；空着 {empty} 件，此前已导入 {already} 件，须由人决定 {conflicts} 件。",
        count=len(checked.wishes),
        empty=checked.empty,
        already=checked.already,
        conflicts=len(checked.conflicts),
    )


def _fault(fault: RowFault) -> QTreeWidgetItem:
    return _line([str(fault.row or ""), fault.column, fault.message, fault.fix])


def _conflict(conflict: Conflict) -> QTreeWidgetItem:
    return _line([str(conflict.row or ""), "", f"《{conflict.title}》{conflict.message}", tr("留给人决定")])


def _line(texts: list[str]) -> QTreeWidgetItem:
    item = QTreeWidgetItem(texts)
    for number, text in enumerate(texts):
        item.setToolTip(number, text)
    return item
