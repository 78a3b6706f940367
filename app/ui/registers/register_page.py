"""登记簿: registers the office kept itself, compared with the files, and what they do not tell of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.classify.run import classify
from app.domain.registers import MatchedBy, RegisterField
from app.inventory.registers import (
    OpenedRegister,
    RegisterSummary,
    import_register,
    open_register,
    save_columns,
)
from app.progress import Progress
from app.store import registers
from app.store.catalogue import Reading
from app.store.registers import StoredRegister, Unregistered
from app.ui.desk import Desk, RoomName, Topic
from app.ui.language import tr
from app.ui.registers.register_dialog import RegisterDialog
from app.ui.widgets.layout import EmptyState, Label, Line, Pages, Pane, button, row
from app.ui.widgets.lazy_table import Column
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.table import Table

TITLE = "登记簿与文件比对"
PURPOSE = "读入发文登记簿、归档文件目录，逐条找对应的公文；有登记没有文件的，算作只有纸质原件的公文。"
MATCHES = {
    MatchedBy.NUMBER: "文号相符",
    MatchedBy.TITLE: "题名相符",
    MatchedBy.NUMBER_ALONE: "文号相符而题名不同，请核对",
    MatchedBy.PAPER: "没有电子文件",
}
CHANGED = frozenset({Topic.FILES, Topic.DOCUMENTS})


@dataclass(frozen=True, slots=True)
class Kept:
    """The registers that were read in, and documents of which none of them tells."""

    registers: tuple[StoredRegister, ...]
    unregistered: tuple[Unregistered, ...]


class RegisterPage(QWidget):
    """Registers above, documents they do not tell of below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.take_in = button(tr("读入登记簿…"), "readRegister", icon="ingest", role="primary")
        self.take_in_first = button(tr("读入登记簿…"), "readFirstRegister", icon="ingest", role="primary")
        self.registers: ListedModel[StoredRegister] = ListedModel(register_columns(), desk.runner, self)
        self.missing: ListedModel[Unregistered] = ListedModel(missing_columns(), desk.runner, self)
        self.above = Table(desk.memory, "readRegisters", self)
        self.below = Table(desk.memory, "unregistered", self)
        self.count = Label("", "muted", self)
        self._pages = Pages(self)
        self._lay_out()
        for opener in (self.take_in, self.take_in_first):
            opener.clicked.connect(self._ask_file)
        self.below.opened.connect(self._open)
        self.refresh()

    def refresh(self) -> None:
        """Read anew what was read in."""
        self.desk.query(read_kept, self, self._show)

    def open(self, path: Path) -> None:
        """Look into a register, and ask what its columns hold."""
        catalogue, session = self.desk.catalogue, self.desk.session

        def work(_progress: Progress) -> OpenedRegister:
            with session.pool(1) as pool:
                return open_register(catalogue, pool, path)

        def ask(opened: OpenedRegister) -> None:
            dialog = RegisterDialog(opened, self)
            dialog.wanted.connect(lambda columns: self.read_in(opened, columns))
            dialog.open()

        self.desk.runner.read(work, self, ask, on_failure=self.desk.failed.emit, title=tr("读登记簿"))

    def read_in(self, opened: OpenedRegister, columns: dict[RegisterField, int]) -> None:
        """Match every row with the documents that are held."""
        catalogue, session = self.desk.catalogue, self.desk.session

        def work(by: str, progress: Progress) -> RegisterSummary:
            is_other = columns != dict(opened.mapping.columns)
            wanted = save_columns(catalogue, opened, columns, by=by) if is_other else opened
            summary = import_register(catalogue, wanted, progress, by=by)
            if summary.to_classify:
                with session.pool(1) as pool:
                    classify(catalogue, session.rule_folders, pool, progress, by=by)
            return summary

        def done(summary: RegisterSummary) -> None:
            parts = [
                f"{tr(MATCHES[MatchedBy(how)])} {count}" for how, count in sorted(summary.by_match.items())
            ]
            if summary.to_classify:
                parts.append(tr("按登记的公开属性重新给出建议 {count}", count=summary.to_classify))
            self.desk.changed.emit(CHANGED)
            self.desk.told.emit(tr("登记簿 {count} 条。", count=summary.rows), " · ".join(parts))
            self.refresh()

        self.desk.act(work, self, done, title=tr("读入登记簿"))

    def _show(self, kept: Kept) -> None:
        self.registers.show_rows(kept.registers)
        self.missing.show_rows(kept.unregistered)
        self.count.setText(tr("{count} 件", count=f"{len(kept.unregistered):,}"))
        self._pages.setCurrentIndex(1 if kept.registers else 0)
        self.take_in.setVisible(bool(kept.registers))

    def _ask_file(self) -> None:
        kinds = tr("表格 (*.xlsx *.xls *.et *.ods *.csv *.dbf *.pdf)")
        found, _kind = QFileDialog.getOpenFileName(self, tr("选择登记簿"), "", kinds)
        if found:
            self.open(Path(found))

    def _open(self, number: int) -> None:
        self.desk.go(RoomName.DOCUMENTS, query=self.missing.row_of(number).document_number or "")

    def _lay_out(self) -> None:
        self.above.setAccessibleName(tr("读入过的登记簿"))
        self.below.setAccessibleName(tr("登记簿没有的公文"))
        self.above.show_model(self.registers)
        self.below.show_model(self.missing)
        upper, lower = Pane(self), Pane(self)
        upper.column.addWidget(self.above)
        head = row(12, Label(tr("有文件而登记簿没有的公文"), "heading"), self.count, None)
        head.setContentsMargins(0, 8, 0, 8)
        lower.column.addLayout(head)
        lower.column.addWidget(Line(self))
        lower.column.addWidget(self.below, 1)
        full = QWidget(self)
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(upper, 1)
        inside.addWidget(lower, 1)
        text = tr("还没有读入登记簿。读入以后，可以看出哪些登记了没有文件、哪些有文件没有登记。")
        self._pages.addWidget(EmptyState("registers", text, self.take_in_first))
        self._pages.addWidget(full)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row(Label(tr(TITLE), "heading"), None, self.take_in))
        column.addWidget(Label(tr(PURPOSE), "muted", self).wrapped())
        column.addWidget(self._pages, 1)


def read_kept(connection: Reading) -> Kept:
    """Registers and what they do not tell of."""
    return Kept(tuple(registers.all_registers(connection)), tuple(registers.unregistered(connection)))


def register_columns() -> Sequence[Column[StoredRegister]]:
    """What the list of registers shows."""
    counts = [Column(how.value, tr(term), _counted(how), 110, is_right=True) for how, term in MATCHES.items()]
    return (
        Column("name", tr("登记簿"), lambda one: Path(one.path).name, 240, tip=lambda one: one.path),
        Column("rows", tr("条数"), lambda one: f"{one.rows:,}", 72, is_right=True),
        *counts,
        Column(
            "by", tr("读入"), lambda one: f"{one.imported_by} {one.imported_at[:16].replace('T', ' ')}", 200
        ),
    )


def missing_columns() -> Sequence[Column[Unregistered]]:
    """What the list of unregistered documents shows."""
    return (
        Column("number", tr("文号"), lambda one: one.document_number or "", 200),
        Column("date", tr("日期"), lambda one: one.dated_on or "", 100, is_right=True),
        Column("title", tr("标题"), lambda one: one.title, 500),
    )


def _counted(how: MatchedBy) -> Callable[[StoredRegister], str]:
    return lambda one: f"{one.by_match.get(how, 0):,}"
