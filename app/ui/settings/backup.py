"""备份: the copies that are kept, one made now, the catalogue checked, and the way back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from app.inventory.fixity import Fault, Fixity
from app.store.backup import Backup
from app.ui import words
from app.ui.language import told, tr
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import EmptyState, Label, button, page_column, row, set_widths

SORTS = {"daily": "每日（不含正文）", "weekly": "每周", "manual": "手工", "before": "升级前"}

FAULTS = {
    Fault.MISSING: "不见了",
    Fault.UNREADABLE: "读不了",
    Fault.REWRITTEN: "被改存过，请重新采集",
    Fault.DECAYED: "内容变了而大小、时间没变，请检查磁盘",
}
MOST_TOLD = 20


class BackupPage(QWidget):
    """``restore_wanted`` carries the path of the copy that was chosen."""

    back_up_wanted = Signal()
    check_wanted = Signal()
    sources_wanted = Signal()
    restore_wanted = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: Sequence[Backup] = ()
        self.list = QTreeWidget(self)
        self.list.setObjectName("backups")
        self.list.setAccessibleName(tr("已有的备份"))
        self.list.setHeaderLabels([tr("时间"), tr("种类"), tr("大小"), tr("文件")])
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.itemSelectionChanged.connect(self._on_chosen)
        self.none = EmptyState("copy", tr("还没有备份。点“现在备份”做第一份。"))
        self.back_up = button(tr("现在备份"), "backUp", icon="copy", role="primary")
        self.check = button(tr("检查目录"), "checkCatalogue", icon="shield")
        self.sources = button(tr("核对原件"), "checkSources", icon="locate")
        self.sources.setToolTip(tr("逐个核对来源文件有没有变；可以停下，下次接着核对"))
        self.restore = button(tr("恢复到这一份…"), "restoreBackup", icon="undo")
        self.told = Label("", "", self).wrapped()
        self.told.setObjectName("checkTold")
        self.back_up.clicked.connect(self.back_up_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.sources.clicked.connect(self.sources_wanted)
        self.restore.clicked.connect(lambda: self.restore_wanted.emit(self.chosen))
        self._lay_out()
        self.show_kept(())

    @property
    def chosen(self) -> Path | None:
        """The copy the user stands on."""
        places = [self.list.indexOfTopLevelItem(item) for item in self.list.selectedItems()]
        return self._kept[places[0]].path if places else None

    def show_kept(self, kept: Sequence[Backup]) -> None:
        """List the copies, newest first."""
        self._kept = kept
        self.list.clear()
        for one in kept:
            sort = SORTS.get(one.label.split("-", maxsplit=1)[0], one.label)
            size = words.size(one.path.stat().st_size) if one.path.exists() else ""
            at = one.made_at.isoformat(sep=" ", timespec="minutes")
            self.list.addTopLevelItem(QTreeWidgetItem([at, tr(sort), size, one.path.name]))
        set_widths(self.list, 170, 170, 110)
        self.list.setVisible(bool(kept))
        self.none.setVisible(not kept)
        self._on_chosen()

    def show_check(self, problems: Sequence[str]) -> None:
        """Say what the check of the catalogue found."""
        if problems:
            text = (
                tr("检查发现 {count} 处问题：", count=len(problems))
                + "\n"
                + "\n".join(map(told, problems[:MOST_TOLD]))
            )
        else:
            text = tr("目录完好：数据、索引、留痕链条都通过了检查。")
        self._tell(text, is_bad=bool(problems))

    def show_sources(self, found: Fixity) -> None:
        """Say which source files are not what was read from them."""
        head = tr(
            "核对了 {checked} 个来源文件，{count} 个与采集时不同。",
            checked=f"{found.checked:,}",
            count=f"{len(found.differences):,}",
        )
        lines = [f"{tr(FAULTS[one.fault])}　{one.path}" for one in found.differences[:MOST_TOLD]]
        self._tell("\n".join([head, *lines]), is_bad=bool(found.differences))

    def _tell(self, text: str, *, is_bad: bool) -> None:
        self.told.setText(text)
        self.told.setProperty("role", "danger" if is_bad else "")
        self.told.style().polish(self.told)
        self.told.show()

    def _on_chosen(self) -> None:
        self.restore.setEnabled(self.chosen is not None)

    def _lay_out(self) -> None:
        text = tr("备份放在目录文件夹的 backups 里，做好后会打开检查一遍。请定期拷到另一块盘上。")
        column = page_column(self)
        column.addWidget(Label(text, "muted", self).wrapped())
        column.addWidget(self.list, 1)
        column.addWidget(self.none, 1)
        column.addWidget(self.told)
        column.addLayout(Flow(self.back_up, self.check, self.sources, None, self.restore))
        self.told.hide()


class RestoreDialog(Dialog):
    """What restoring would do, before it is done."""

    wanted = Signal()

    def __init__(self, backup: Path, lines: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("restoreDialog")
        self.setWindowTitle(tr("恢复备份"))
        go = button(tr("关上目录并恢复"), "restoreNow", role="danger")
        go.clicked.connect(self._go)
        cancel = button(tr("取消"), "cancelRestore")
        cancel.clicked.connect(self.reject)
        column = page_column(self)
        column.addWidget(Label(tr("恢复到 {name}", name=backup.name), "heading", self).wrapped())
        self.lines = Label("\n".join(lines), "", self).wrapped()
        self.lines.setObjectName("restoreLines")
        column.addWidget(self.lines)
        text = tr("现在的目录先整个挪到 set-aside 文件夹里，不会丢；恢复后会重新打开。")
        column.addWidget(Label(text, "muted", self).wrapped())
        column.addLayout(row(None, cancel, go))
        self.setMinimumWidth(520)

    def _go(self) -> None:
        self.wanted.emit()
        self.accept()
