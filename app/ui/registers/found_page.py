"""Gaps and doubles of document numbers, files that wait for something: what the inventory itself tells."""

from html import escape

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.source import FileStatus
from app.inventory.completeness import completeness, explain
from app.store import queries
from app.store.catalogue import Catalogue
from app.ui import printing
from app.ui.desk import Desk, RoomName, Topic
from app.ui.language import tr
from app.ui.registers.gap_dialog import GapDialog, GapWish
from app.ui.registers.table_model import (
    Line,
    Register,
    columns,
    duplicate_register,
    file_register,
    gap_register,
)
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import EmptyState, Label, Pages, Pane, button, tab_bar
from app.ui.widgets.layout import Line as HairLine
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.table import Table

FILE_LISTS = (
    ("ocr", FileStatus.NEEDS_OCR),
    ("skipped", FileStatus.SKIPPED),
    ("quarantine", FileStatus.QUARANTINED),
)


class Leaf(QStackedWidget):
    """One list, or that it is empty."""

    def __init__(self, desk: Desk, register: Register, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ListedModel(columns(register), desk.runner, self)
        self.table = Table(desk.memory, f"register-{register.name}", self)
        self.table.setAccessibleName(register.title)
        self.table.show_model(self.model)
        self.addWidget(self.table)
        self.addWidget(EmptyState("check", tr("这份清单是空的。")))
        self.show_register(register)

    def show_register(self, register: Register) -> None:
        """Show the lines as they are now."""
        self.model.show_rows(register.lines)
        self.setCurrentIndex(0 if register.lines else 1)


class FoundPage(QWidget):
    """One leaf for each list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.tabs = tab_bar("registerTabs", tr("缺号、重号和未读的文件"))
        self.print = button(tr("打印…"), "printRegister", icon="print")
        self.explain = button(
            tr("写明原因…"), "explainGap", icon="edit", tip=tr("查明没有公文的号，写明作废、占号等原因")
        )
        self.registers: tuple[Register, ...] = ()
        self._wanted = ""
        self._made: dict[int, Leaf] = {}
        self._leaves = Pages(self)
        pane = Pane(self)
        pane.column.addWidget(self.tabs)
        pane.column.addWidget(HairLine(self))
        pane.column.addWidget(self._leaves, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(Flow(Label(tr("缺号、重号和未读的文件"), "heading"), None, self.explain, self.print))
        column.addWidget(pane, 1)
        self.tabs.currentChanged.connect(self._turn)
        self.explain.clicked.connect(self._ask_reason)
        self._offer()
        self.print.clicked.connect(self._print)

    def show_registers(self, registers: tuple[Register, ...]) -> None:
        """Show what :func:`draw_up` found."""
        self.registers = registers
        for _ in range(self.tabs.count(), len(registers)):
            self.tabs.addTab("")
        for number, register in enumerate(registers):
            count = len(register.lines)
            self.tabs.setTabText(number, f"{register.title} {count:,}" if count else register.title)
        for number, leaf in self._made.items():
            leaf.show_register(registers[number])
        self._turn(self.tabs.currentIndex())
        self.open(self._wanted)

    def open(self, name: str) -> None:
        """Open the leaf of a list, now or as soon as the lists are here."""
        names = [register.name for register in self.registers]
        self._wanted = "" if name in names else name
        if name in names:
            self.tabs.setCurrentIndex(names.index(name))

    def _turn(self, number: int) -> None:
        """Turn to a leaf, made when it is first looked at."""
        if not 0 <= number < len(self.registers):
            return
        if number not in self._made:
            self._made[number] = self._leaf(self.registers[number])
        self._leaves.setCurrentWidget(self._made[number])
        self._offer()

    def _leaf(self, register: Register) -> "Leaf":
        made = Leaf(self.desk, register, self)
        made.table.opened.connect(lambda number: self._open(made.model.row_of(number)))
        made.table.picked.connect(lambda _count: self._offer())
        self._leaves.addWidget(made)
        return made

    @property
    def chosen(self) -> Line | None:
        """The line that is chosen on the open leaf, if it is one."""
        leaf = self._made.get(self.tabs.currentIndex())
        picked = leaf.table.selected_ids if leaf else ()
        return leaf.model.row_of(picked[0]) if leaf and len(picked) == 1 else None

    def _offer(self) -> None:
        leaf = self.tabs.currentIndex()
        self.explain.setVisible(not self.registers or self.registers[leaf].name == "gaps")
        line = self.chosen
        self.explain.setEnabled(line is not None and line.gap is not None)

    def _ask_reason(self) -> None:
        line = self.chosen
        if line is None or line.gap is None:
            return
        dialog = GapDialog(line.second, line.gap.numbers, line.reasons, self)
        dialog.wanted.connect(lambda wish: self._keep_reason(dialog, wish))
        dialog.open()

    def _keep_reason(self, dialog: GapDialog, wish: GapWish) -> None:
        catalogue = self.desk.catalogue

        def done(_none: None) -> None:
            dialog.accept()
            self.desk.changed.emit(frozenset({Topic.DOCUMENTS}))
            self.desk.told.emit(tr("已记下 {count} 个号的原因。", count=len(wish.numbers)), "")

        self.desk.act(
            lambda by, _progress: explain(catalogue, wish.numbers, wish.reason, note=wish.note, by=by),
            self,
            done,
            on_failure=dialog.show_failure,
        )

    def _open(self, line: Line) -> None:
        if line.query:
            self.desk.go(RoomName.DOCUMENTS, query=line.query)

    def _print(self) -> None:
        if self.registers:
            printing.preview(as_document(self.registers[self.tabs.currentIndex()]), self)


def draw_up(catalogue: Catalogue) -> tuple[Register, ...]:
    """All lists."""
    found = completeness(catalogue)
    with catalogue.read() as connection:
        files = [
            file_register(name, status, queries.files_with_status(connection, status))
            for name, status in FILE_LISTS
        ]
    return (gap_register(found), duplicate_register(found), *files)


def as_document(register: Register) -> QTextDocument:
    """A list as a page to print."""
    head = "".join(f"<th align='left'>{escape(heading)}</th>" for heading in register.headings)
    lines = "".join(
        f"<tr><td>{escape(line.first)}</td><td>{escape(line.second)}</td><td>{escape(line.third)}</td></tr>"
        for line in register.lines
    )
    document = QTextDocument()
    document.setHtml(
        f"<h2>{escape(register.title)}</h2><table cellpadding='4' width='100%'><tr>{head}</tr>{lines}</table>"
    )
    return document
