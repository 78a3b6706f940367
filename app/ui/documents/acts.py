"""What can be done with the list or with the selected documents, as named actions in one menu."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QTextDocument
from PySide6.QtWidgets import QFileDialog, QMenu

from app.domain.document import ElementName
from app.errors import AppError
from app.formats.encoding import decode
from app.inventory import correct
from app.inventory.correct import Correction, Rewriting
from app.progress import Progress
from app.search import batch, evidence
from app.store import queries
from app.store.catalogue import Reading
from app.store.queries import DocumentOrder, DocumentRow, FileRow
from app.ui import printing
from app.ui.desk import EVERYTHING, Topic
from app.ui.documents.bulk import BulkDialog
from app.ui.documents.evidence import EvidenceDialog
from app.ui.documents.output import MOST_PRINTED, Columns, rows_of, write_list
from app.ui.documents.purge import PurgeDialog
from app.ui.documents.word_list import WordListDialog
from app.ui.language import tr
from app.ui.room import Room
from app.ui.tasks import Task
from app.ui.widgets.table import Table

if TYPE_CHECKING:
    from app.inventory.purge import PurgeSummary

T = TypeVar("T")
ORDERS: Mapping[DocumentOrder, str] = MappingProxyType(
    {
        DocumentOrder.NEWEST: "成文日期，新的在前",
        DocumentOrder.OLDEST: "成文日期，旧的在前",
        DocumentOrder.TITLE: "标题拼音",
        DocumentOrder.STROKES: "标题笔画",
        DocumentOrder.NUMBER: "发文字号",
        DocumentOrder.ISSUING_BODY: "发文机关",
        DocumentOrder.RELEVANCE: "相关程度（检索时）",
    }
)
CHANGED = frozenset({Topic.DOCUMENTS})


class DocumentActs(QObject):
    """``alike_wanted`` carries the id of a document, ``term_wanted`` a word to search for.

    ``corrected`` carries what was corrected together, ``order_wanted`` the order chosen.
    """

    alike_wanted = Signal(int)
    term_wanted = Signal(str)
    corrected = Signal(object)
    order_wanted = Signal(object)

    def __init__(self, room: Room, table: Table) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk
        self._table = table
        self.query = ""
        self.understood = ""
        self.menu = QMenu(room)
        self.bulk = self._action("correctMany", tr("批量改定要素…"), self.ask_bulk)
        self.merge = self._action("mergeDocuments", tr("归并为一件"), self.merge_selected)
        self.alike = self._action("moreLikeThis", tr("找相似的公文"), self._ask_alike)
        self.purge = self._action("purgeDocument", tr("清除涉密内容…"), self.ask_purge)
        self.menu.addSeparator()
        self._action("searchWords", tr("按词表检索…"), self.ask_words)
        self.keep = self._action("keepSearch", tr("检索留证…"), self.ask_evidence)
        self.menu.addSeparator()
        self._action("exportList", tr("导出清单…"), self._ask_export)
        self._action("printList", tr("打印清单…"), self.print_list)
        self.menu.addSeparator()
        self.orders = self.menu.addMenu(tr("排序"))
        self._orders = QActionGroup(self)
        for order, title in ORDERS.items():
            self._add_order(order, tr(title))
        self.menu.aboutToShow.connect(self._offer)

    def mark_order(self, order: DocumentOrder) -> None:
        """Tick the order the list stands in."""
        for action in self._orders.actions():
            action.setChecked(action.data() == order)

    def _add_order(self, order: DocumentOrder, title: str) -> None:
        action = self.orders.addAction(title)
        action.setObjectName(f"order-{order}")
        action.setCheckable(True)
        action.setData(order)
        action.triggered.connect(lambda _checked=False: self.order_wanted.emit(order))
        self._orders.addAction(action)

    def ask_bulk(self) -> None:
        """Correct one element of the selected documents together."""
        ids = self._table.selected_ids
        dialog = BulkDialog(len(ids), self._room)
        catalogue = self._desk.catalogue
        asked: list[Task] = []

        def forget() -> None:
            while asked:
                asked.pop().drop()

        def plan(name: ElementName, rewriting: Rewriting) -> None:
            forget()
            task = self._desk.runner.read(
                lambda progress: correct.plan_corrections(catalogue, ids, name, rewriting, progress),
                dialog,
                dialog.show_plan,
                on_failure=dialog.show_failure,
                title=tr("预览批量改定"),
            )
            asked.append(task)

        dialog.asked.connect(plan)
        dialog.finished.connect(lambda _how: forget())
        dialog.wanted.connect(self.correct_all)
        dialog.open()

    def correct_all(self, planned: Sequence[Correction]) -> None:
        """Carry the previewed corrections out."""

        def done(count: int) -> None:
            self.corrected.emit(planned)
            self._desk.changed.emit(CHANGED)
            self._desk.told.emit(tr("已改定 {count} 件（Ctrl+Z 整批改回）。", count=f"{count:,}"), "")

        catalogue = self._desk.catalogue
        self._write(
            lambda by, progress: correct.correct_all(catalogue, planned, progress, by=by),
            done,
            tr("批量改定"),
        )

    def merge_selected(self) -> None:
        """Make one item of the selected documents; the one the user stands on gives its name."""
        catalogue = self._desk.catalogue
        first = self._table.current_id
        ids = sorted(self._table.selected_ids, key=lambda document: document != first)

        def act(by: str, _progress: Progress) -> str:
            from app.inventory.grouping.by_person import merge

            with catalogue.read() as connection:
                rows = queries.document_rows(connection, ids)
            return merge(catalogue, [rows[document].uuid for document in ids], by=by)

        def done(_uuid: str) -> None:
            self._desk.changed.emit(CHANGED)
            self._desk.told.emit(
                tr("已归并为一件，原来的 {count} 件都是它的文件。", count=len(ids)),
                tr("归并错了，可以在“文件”里把某个文件拆出来。"),
            )

        self._write(act, done, tr("归并"))

    def ask_purge(self) -> None:
        """Take a document that turned out to be classified out of the catalogue."""
        document = self._table.current_id
        if document is None:
            return

        def read(connection: Reading) -> tuple[DocumentRow, list[FileRow]]:
            return queries.document_row(connection, document), queries.files_of(connection, document)

        def ask(found: tuple[DocumentRow, list[FileRow]]) -> None:
            about, files = found
            dialog = PurgeDialog(about.title, [f"{file.root}/{file.path}" for file in files], self._room)
            dialog.wanted.connect(lambda reason: self._purge(dialog, about.uuid, reason))
            dialog.open()

        self._room.query(read, ask)

    def _purge(self, dialog: PurgeDialog, uuid: str, reason: str) -> None:
        catalogue = self._desk.catalogue

        def act(by: str, progress: Progress) -> "PurgeSummary":
            from app.inventory.purge import purge  # as above

            return purge(catalogue, uuid, progress, by=by, reason=reason)

        def done(made: "PurgeSummary") -> None:
            dialog.accept()
            self._desk.changed.emit(EVERYTHING)
            told = tr(
                "已清除 {count} 处，连同 {backups} 份备份。",
                count=made.locations,
                backups=made.cleansed.backups,
            )
            advice = tr("来源文件还在原处，请按保密规定处置。")
            if made.cleansed.left:
                advice += tr("恢复备份时留在一旁的旧目录有打不开的，没有清除，请由管理员核对后销毁。")
            self._desk.told.emit(told, advice)

        self._write(act, done, tr("清除涉密内容"), dialog.show_failure)

    def ask_words(self) -> None:
        """Count the words of a list."""
        dialog = WordListDialog(self._room)
        catalogue = self._desk.catalogue
        dialog.asked.connect(
            lambda lines: self._room.write(
                lambda progress: batch.count_terms(catalogue, lines, progress),
                dialog.show_counts,
                title=tr("按词表检索"),
                on_failure=dialog.show_failure,
            )
        )
        dialog.file_wanted.connect(lambda path: self._read_words(Path(path), dialog))
        dialog.chosen.connect(self.term_wanted)
        dialog.open()

    def ask_evidence(self) -> None:
        """Keep the present search as evidence."""
        dialog = EvidenceDialog(self.understood or self.query, self._room)
        catalogue, query = self._desk.catalogue, self.query

        def log(purpose: str) -> None:
            def act(by: str, _progress: Progress) -> str:
                logged = evidence.log(catalogue, query, purpose=purpose, by=by)
                return evidence.printed(logged, office=catalogue.settings().get("office", ""))

            self._write(act, dialog.show_record, "", dialog.show_failure)

        def read(_progress: Progress) -> dict[str, str]:
            office = catalogue.settings().get("office", "")
            return {
                f"{one.at[:10]}　{one.purpose}": evidence.printed(one, office=office)
                for one in evidence.kept(catalogue)
            }

        self._desk.runner.read(read, dialog, dialog.show_earlier)
        dialog.wanted.connect(log)
        dialog.open()

    def export(self, path: Path) -> None:
        """Write the list as it is shown to a spreadsheet."""
        catalogue, ids, columns = self._desk.catalogue, self._table.lazy.ids, self._columns

        def work(progress: Progress) -> int:
            try:
                return write_list(catalogue, ids, columns, path, progress)
            except OSError as error:
                raise AppError(
                    tr("不能写入“{name}”。", name=path.name), tr("它可能正开着；请关掉，或换一个名字。")
                ) from error

        def done(count: int) -> None:
            self._desk.told.emit(tr("已导出 {count} 行到 {path}", count=f"{count:,}", path=path), "")

        self._room.write(work, done, title=tr("导出清单"))

    def print_list(self) -> None:
        """Show the list on paper."""
        catalogue, columns = self._desk.catalogue, self._columns
        ids = self._table.lazy.ids
        if len(ids) > MOST_PRINTED:
            self._desk.told.emit(
                tr("清单有 {count} 行，打印不合适。", count=f"{len(ids):,}"),
                tr("请先筛选到 {most} 行以内，或导出成表格。", most=f"{MOST_PRINTED:,}"),
            )
            return
        self._room.write(
            lambda progress: tuple(rows_of(catalogue, ids, columns, progress)),
            self._preview,
            title=tr("排版"),
        )

    def as_page(self, rows: Sequence[Sequence[str]]) -> QTextDocument:
        """The list as pages."""
        note = tr("共 {count} 件", count=f"{len(rows):,}")
        if self.understood:
            note = f"{note} · {tr('理解为：{words}', words=self.understood)}"
        headings = (tr("序号"), *(column.title for column in self._columns))
        return printing.table_page(tr("公文清单"), note, headings, rows)

    @property
    def _columns(self) -> Columns:
        return self._table.shown_columns

    def _preview(self, rows: Sequence[Sequence[str]]) -> None:
        printing.preview(self.as_page(rows), self._room, is_wide=True)

    def _action(self, name: str, title: str, act: Callable[[], None]) -> QAction:
        action = self.menu.addAction(title)
        action.setObjectName(name)
        action.triggered.connect(lambda _checked=False: act())
        return action

    def _offer(self) -> None:
        picked = self._table.selected_count
        self.bulk.setEnabled(picked > 0)
        self.merge.setEnabled(picked > 1)
        for part in (self.alike, self.purge):
            part.setEnabled(self._table.current_id is not None)
        self.keep.setEnabled(bool(self.query))

    def _ask_alike(self) -> None:
        if self._table.current_id is not None:
            self.alike_wanted.emit(self._table.current_id)

    def _ask_export(self) -> None:
        name = tr("公文清单.xlsx")
        found, _kind = QFileDialog.getSaveFileName(self._room, tr("导出清单"), name, tr("电子表格 (*.xlsx)"))
        if found:
            self.export(Path(found))

    def _read_words(self, path: Path, dialog: WordListDialog) -> None:
        def work(_progress: Progress) -> list[str]:
            try:
                return decode(path.read_bytes()).text.splitlines()
            except OSError as error:
                raise AppError(
                    tr("不能读取“{name}”。", name=path.name), tr("请核对路径和读取权限。")
                ) from error

        self._desk.runner.read(work, dialog, dialog.show_words, on_failure=dialog.show_failure)

    def _write(
        self,
        act: Callable[[str, Progress], T],
        on_success: Callable[[T], None],
        title: str,
        on_failure: Callable[[AppError], None] | None = None,
    ) -> None:
        self._desk.act(act, self._room, on_success, on_failure=on_failure, title=title)
