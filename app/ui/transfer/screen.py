"""移交: sorts what is ready, writes filing values, numbers, builds, verifies, hands over."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget
from shiboken6 import isValid

from app.domain.transfer import TransferItem, VerificationReport
from app.errors import AppError
from app.progress import Progress
from app.store.transfer_candidates import Unlisted
from app.transfer import hand_over, prepare
from app.transfer.hand_over import BuiltTransfer
from app.transfer.mapping import ProposedTemplate, template_from_sheet
from app.transfer.package.build import PackageProblem
from app.transfer.prepare import Filing
from app.transfer.receipt import read_receipt
from app.transfer.select import Mend
from app.transfer.templates import Template, keep_template
from app.transfer.verify.run import verify
from app.ui import printing
from app.ui.desk import Desk, RoomName, Topic
from app.ui.language import tr
from app.ui.room import Room
from app.ui.transfer import work
from app.ui.transfer.dialogs import BuildDialog, FilingDialog
from app.ui.transfer.mapping import MappingDialog
from app.ui.transfer.papers import PapersWork
from app.ui.transfer.report import ReportDialog
from app.ui.transfer.table_model import batch_columns, ready_columns, waiting_columns
from app.ui.transfer.view import TransferView, counted
from app.ui.transfer.work import BuildOrder, TransferDesk
from app.ui.widgets.listed_table import ListedModel

T = TypeVar("T")
CHANGED = frozenset({Topic.TRANSFERS})
ROOMS = {
    Mend.REVIEW: RoomName.REVIEW,
    Mend.CORRECT: RoomName.DOCUMENTS,
    Mend.FILES: RoomName.INGEST,
    Mend.SECRECY: RoomName.INGEST,
}


class TransferScreen(Room):
    """The transfer desk."""

    NAME = RoomName.TRANSFER
    TOPICS = frozenset({Topic.FILES, Topic.DOCUMENTS, Topic.DECISIONS, Topic.TRANSFERS, Topic.SETTINGS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.view = TransferView(desk, self)
        self.body.addWidget(self.view)
        self.ready = ListedModel(ready_columns(), desk.runner, self)
        self.waiting = ListedModel(waiting_columns(), desk.runner, self)
        self.batches = ListedModel(batch_columns(), desk.runner, self)
        self.view.ready.show_model(self.ready)
        self.view.waiting.show_model(self.waiting)
        self.view.batches.show_model(self.batches)
        self._templates: Mapping[str, Template] = {}
        self._unlisted = Unlisted()
        self.papers = PapersWork(self, self.view.papers)
        self._connect()

    def refresh(self) -> None:
        """Sort anew what is held."""
        catalogue = self.desk.catalogue
        self.read(lambda _progress: work.read_desk(catalogue), self._show)

    def build(self, order: BuildOrder) -> None:
        """Build, verify and record a package of everything that is ready."""
        catalogue = self.desk.catalogue

        def done(built: BuiltTransfer) -> None:
            self.desk.changed.emit(CHANGED)
            self.show_report(built.reports[0], order.folder)

        self.desk.act(
            lambda by, progress: work.build(catalogue, order, by, progress),
            self,
            done,
            title=tr("生成移交包"),
            on_failure=self._refuse,
        )

    def propose_template(self, path: Path, dialog: BuildDialog | None = None) -> None:
        """Make a template from an example sheet; what was not recognised a person assigns."""
        catalogue = self.desk.catalogue
        identity = f"own-{uuid4().hex[:8]}"

        def propose(_progress: Progress) -> tuple[ProposedTemplate, Mapping[str, str]]:
            return template_from_sheet(path, identity, path.stem), work.example_values(catalogue)

        def show(found: tuple[ProposedTemplate, Mapping[str, str]]) -> None:
            editor = MappingDialog(*found, dialog or self)
            editor.wanted.connect(lambda template: self._keep_template(template, dialog))
            editor.open()

        self.read(propose, show)

    def _keep_template(self, template: Template, dialog: BuildDialog | None) -> None:
        catalogue = self.desk.catalogue

        def done(desk: TransferDesk) -> None:
            self._show(desk)
            self.desk.told.emit(tr("已保存模板“{name}”。", name=template.name), "")
            if dialog is not None and isValid(dialog):  # it may have been closed meanwhile
                dialog.show_templates(desk.templates, {*dialog.chosen_templates, template.id})

        def keep(_progress: Progress) -> TransferDesk:
            keep_template(catalogue.folder, template)
            return work.read_desk(catalogue)

        self.write(keep, done)

    def show_report(self, report: VerificationReport, folder: Path) -> None:
        """Show what a check came to."""
        ReportDialog(report, folder, self).open()

    def _connect(self) -> None:
        view = self.view
        view.build.clicked.connect(self._ask_build)
        view.print.clicked.connect(self._print)
        view.verify.clicked.connect(self._ask_verify)
        view.adopt.clicked.connect(self._adopt)
        view.file.clicked.connect(self._ask_filing)
        view.mend.clicked.connect(self._mend)
        view.waiting.opened.connect(lambda _id: self._mend())
        view.waiting.picked.connect(self._on_picked)
        view.batches.picked.connect(self._on_batch)
        view.hand_over.clicked.connect(self._mark_handed_over)
        view.withdraw.clicked.connect(self._ask_withdraw)
        view.receipt.clicked.connect(self._ask_receipt)

    def _show(self, desk: TransferDesk) -> None:
        self._templates = self.papers.templates = desk.templates
        self.ready.show_rows(desk.ready)
        self.waiting.show_rows(desk.waiting)
        self.batches.show_rows(desk.batches)
        self._unlisted = desk.unlisted
        more = (desk.unlisted.filed > 0, desk.unlisted.unfiled > 0)
        self.view.show_counts(len(desk.ready), len(desk.waiting), len(desk.batches), more)
        self.view.notice.setText(_notice(desk))
        self.view.notice.setVisible(bool(self.view.notice.text()))
        adoptable = sum(
            one.waits_only_for_filing and one.proposed_retention is not None for one in desk.waiting
        )
        told = counted(adoptable, is_more=desk.unlisted.unfiled > 0)
        self.view.adopt.setText(tr("采纳归档建议 {count} 件", count=told))
        self.view.adopt.setEnabled(adoptable > 0)
        self._on_picked(0)
        self._on_batch(0)

    def _on_picked(self, count: int) -> None:
        self.view.file.setEnabled(count > 0)
        self.view.mend.setEnabled(count == 1)

    def _on_batch(self, count: int) -> None:
        for part in (self.view.hand_over, self.view.withdraw):
            part.setEnabled(count == 1)

    def _ask_build(self) -> None:
        count = counted(len(self.ready.listed), is_more=self._unlisted.filed > 0)
        dialog = BuildDialog(count, self._templates, self)
        dialog.wanted.connect(self.build)
        dialog.template_wanted.connect(lambda: self._choose_sheet(dialog))
        dialog.open()

    def _choose_sheet(self, dialog: BuildDialog) -> None:
        found, _kind = QFileDialog.getOpenFileName(
            dialog, tr("选择样表"), filter=tr("表格 (*.xlsx *.xls *.et *.csv)")
        )
        if found:
            self.propose_template(Path(found), dialog)

    def _print(self) -> None:
        """The list of what is ready, on paper, with what the desk does not list."""
        if not self._unlisted.filed:
            self._preview(tuple(self.ready.listed))
            return
        catalogue = self.desk.catalogue
        self.read(lambda _progress: work.all_ready(catalogue), self._preview)

    def _preview(self, items: Sequence[TransferItem]) -> None:
        columns = self.view.ready.shown_columns
        rows = [[column.text(item) for column in columns] for item in items]
        page = printing.table_page(
            tr("拟移交清单"), tr("共 {count} 件", count=len(rows)), [column.title for column in columns], rows
        )
        printing.preview(page, self, is_wide=True)

    def _ask_verify(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("选择移交包的文件夹"))
        if found:
            folder = Path(found)
            self.write(
                lambda progress: verify(folder, progress),
                lambda report: self.show_report(report, folder),
                title=tr("检测移交包"),
            )

    def _adopt(self) -> None:
        waiting, catalogue = tuple(self.waiting.listed), self.desk.catalogue

        def done(count: int) -> None:
            self.desk.changed.emit(CHANGED)
            self.desk.told.emit(tr("已采纳 {count} 件的归档建议。", count=count), "")

        if self._unlisted.unfiled:
            self.desk.act(
                lambda by, _progress: work.adopt_all(catalogue, by), self, done, title=tr("采纳归档建议")
            )
            return
        self._as_person(lambda by: prepare.adopt_proposals(catalogue, waiting, by=by), done)

    def _ask_filing(self) -> None:
        chosen = [self.waiting.row_of(number).document for number in self.view.waiting.selected_ids]
        dialog = FilingDialog(len(chosen), self)
        dialog.wanted.connect(lambda filing: self._file(chosen, filing))
        dialog.open()

    def _file(self, chosen: list[str], filing: Filing) -> None:
        catalogue = self.desk.catalogue
        self._as_person(
            lambda by: prepare.describe_documents(catalogue, chosen, filing, by=by),
            lambda _none: self.desk.changed.emit(CHANGED),
        )

    def _mend(self) -> None:
        chosen = self.view.waiting.selected_ids
        if len(chosen) != 1:
            return
        row = self.waiting.row_of(chosen[0])
        mend = row.obstacles[0].mend
        if mend is Mend.DESCRIBE:
            self._ask_filing()
            return
        self.query(
            lambda connection: work.id_of(connection, row.document),
            lambda number: self.desk.go(ROOMS.get(mend, RoomName.DOCUMENTS), document=number),
        )

    def _mark_handed_over(self) -> None:
        batch = self.batches.row_of(self.view.batches.selected_ids[0])
        catalogue = self.desk.catalogue
        self._as_person(
            lambda by: hand_over.mark_handed_over(catalogue, batch.uuid, by=by),
            lambda _none: self.desk.changed.emit(CHANGED),
        )

    def _ask_withdraw(self) -> None:
        batch = self.batches.row_of(self.view.batches.selected_ids[0])
        label = tr("撤回“{name}”的理由：", name=batch.name)
        reason, is_given = QInputDialog.getText(self, tr("撤回移交批次"), label)
        if is_given and reason.strip():
            catalogue = self.desk.catalogue
            self._as_person(
                lambda by: hand_over.withdraw_transfer(catalogue, batch.uuid, reason.strip(), by=by),
                lambda _none: self.desk.changed.emit(CHANGED),
            )

    def _ask_receipt(self) -> None:
        found, _kind = QFileDialog.getOpenFileName(self, tr("选择回执文件"))
        if found:
            catalogue, path = self.desk.catalogue, Path(found)
            self._as_person(
                lambda by: hand_over.import_receipt(catalogue, read_receipt(path), by=by),
                lambda _stored: self.desk.changed.emit(CHANGED),
            )

    def _as_person(self, act: Callable[[str], T], on_success: Callable[[T], None]) -> None:
        self.desk.act(lambda by, _progress: act(by), self, on_success)

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, PackageProblem) and error.places:
            lines = "；".join(f"{place.where} {place.message}" for place in error.places[:5])
            error = AppError(f"{error.message}{lines}", error.advice)
        self.desk.changed.emit(CHANGED)  # the package may stand although a paper beside it was not written
        self.desk.failed.emit(error)


def _notice(desk: TransferDesk) -> str:
    told, unlisted = [_numbering_notice(desk)], desk.unlisted
    if unlisted.filed:
        count = f"{unlisted.filed:,}"
        told.append(
            tr("另有 {count} 件已审定并填好归档信息，这里不列出；生成移交包时一并核对。", count=count)
        )
    if unlisted.unfiled:
        count = f"{unlisted.unfiled:,}"
        told.append(
            tr("另有 {count} 件已审定、还没填归档信息，这里不列出；办完列出的就会补上来。", count=count)
        )
    if unlisted.undetermined:
        count = f"{unlisted.undetermined:,}"
        told.append(tr("另有 {count} 件公开属性还没有审定，这里不列出；请先到“复审”。", count=count))
    return "".join(told)


def _numbering_notice(desk: TransferDesk) -> str:
    if not desk.has_fonds:
        return tr("还没有全宗号，不能编档号。请在“设置—本单位”里填写。")
    if desk.problems:
        first = desk.problems[0]
        return tr("有 {count} 件编不了档号：{message}", count=len(desk.problems), message=first.message)
    return tr("档号是预编的，生成移交包时编定。") if desk.ready else ""
