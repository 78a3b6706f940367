"""What was done to many documents at once, document by document, and taking it back, days later."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.domain import terms
from app.domain.jobs import JOB_TERMS
from app.errors import AppError
from app.review.jobs import RevertPreview, all_jobs, diff, preview_revert, revert
from app.store.catalogue import Catalogue
from app.store.jobs import Job, JobLine
from app.ui import theme
from app.ui.desk import Topic
from app.ui.language import told, told_error, tr
from app.ui.room import Room
from app.ui.tokens import COMPACT_ROW_PIXELS
from app.ui.widgets.badge import word
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import EmptyState, Label, button, open_at, page_column, row, set_widths

UUID_ROLE = Qt.ItemDataRole.UserRole
MOST_LINES = 500
DECIDED = frozenset({Topic.DECISIONS})


@dataclass(frozen=True, slots=True)
class JobView:
    """What a job did, and what taking it back would do, or why it cannot be."""

    lines: tuple[JobLine, ...]
    preview: RevertPreview | None = None
    refusal: AppError | None = None


class JobsDialog(Dialog):
    """Jobs, newest first. ``chosen`` asks for a view of one, ``revert_wanted`` carries job and reason."""

    chosen = Signal(str)
    revert_wanted = Signal(str, str)

    def __init__(self, jobs: Sequence[Job], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobs")
        self.setWindowTitle(tr("批量办理记录"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("批量办理记录"))
        for job in jobs:
            self.list.addItem(_entry(job))
        self.lines = QTreeWidget(self)
        self.lines.setObjectName("jobLines")
        self.lines.setAccessibleName(tr("这一批改了什么"))
        self.lines.setRootIsDecorated(False)
        self.lines.setUniformRowHeights(True)
        self.lines.setHeaderLabels([tr("标题"), tr("当时怎样改"), tr("现在"), tr("撤销后")])
        self.preview = Label(tr("选一条，看撤销它会怎样。"), "muted", self).wrapped()
        self.preview.setObjectName("revertPreview")
        self.reason = QLineEdit(self)
        self.reason.setObjectName("revertReason")
        self.reason.setAccessibleName(tr("撤销的理由"))
        self.reason.setPlaceholderText(tr("撤销的理由（必填）"))
        self.revert = button(tr("撤销这一批"), "revertJob", icon="undo", role="danger")
        self.revert.setEnabled(False)
        self._can_revert = False
        self._build(is_empty=not jobs)

    def show_view(self, view: JobView) -> None:
        """Show what the job did, and what would go back and what stays, and why."""
        kept = (
            {each.line.document_id: each.kept_because for each in view.preview.lines} if view.preview else {}
        )
        self.lines.clear()
        self.lines.addTopLevelItems(
            [_line(line, kept.get(line.document_id), view.preview) for line in view.lines[:MOST_LINES]]
        )
        text = ""
        if len(view.lines) > MOST_LINES:
            text = tr("列出前 {count} 件。", count=MOST_LINES)
        if view.preview is not None:
            stays = len(view.lines) - view.preview.reverted
            text += tr("{count} 件回到办理前的样子。", count=view.preview.reverted)
            text += tr("{count} 件保持不变，原因见最后一列。", count=stays) if stays else ""
        if view.refusal is not None:
            text += told_error(view.refusal)
        self.preview.setText(text)
        self._can_revert = view.preview is not None and view.preview.reverted > 0
        self._check()

    def show_failure(self, error: AppError) -> None:
        """Say why it cannot be taken back."""
        self.preview.setText(told_error(error))
        self._can_revert = False
        self._check()

    def _build(self, *, is_empty: bool) -> None:
        close = button(tr("关闭"), "closeJobs")
        close.clicked.connect(self.reject)
        both = QSplitter(Qt.Orientation.Vertical, self)
        both.setChildrenCollapsible(False)
        both.addWidget(self.list)
        both.addWidget(self.lines)
        both.setSizes([170, 260])
        column = page_column(self)
        empty = tr("还没有批量办理过。一起送审、成组认定、批量审定和导入都会记在这里，随时可以整批撤销。")
        column.addWidget(EmptyState("undo", empty) if is_empty else both, 1)
        column.addWidget(self.preview)
        column.addWidget(self.reason)
        column.addLayout(row(self.revert, None, close))
        for part in (both, self.preview, self.reason, self.revert):
            part.setVisible(not is_empty)
        set_widths(self.lines, 460, 0, 0)
        open_at(self, 900, 600)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.reason.textChanged.connect(lambda _text: self._check())
        self.revert.clicked.connect(self._revert)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        self._can_revert = False
        self._check()
        if item is not None:
            self.chosen.emit(str(item.data(UUID_ROLE)))

    def _check(self) -> None:
        self.revert.setEnabled(self._can_revert and bool(self.reason.text().strip()))

    def _revert(self) -> None:
        self.revert_wanted.emit(str(self.list.currentItem().data(UUID_ROLE)), self.reason.text().strip())


class JobsWork(QObject):
    """Opens the dialog and runs what it asks for."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._room = room
        self._desk = room.desk

    def ask(self) -> None:
        """Show what was done to many documents at once."""
        catalogue = self._desk.catalogue
        self._room.read(lambda _progress: all_jobs(catalogue), self._open)

    def _open(self, jobs: list[Job]) -> None:
        dialog = JobsDialog(jobs, self._room)
        dialog.chosen.connect(lambda uuid: self._look(dialog, uuid))
        dialog.revert_wanted.connect(lambda uuid, reason: self._revert(dialog, uuid, reason))
        dialog.open()
        dialog.list.setCurrentRow(0)

    def _look(self, dialog: JobsDialog, uuid: str) -> None:
        catalogue = self._desk.catalogue
        self._desk.runner.read(
            lambda _progress: read_job(catalogue, uuid),
            dialog,
            dialog.show_view,
            on_failure=dialog.show_failure,
        )

    def _revert(self, dialog: JobsDialog, uuid: str, reason: str) -> None:
        catalogue = self._desk.catalogue

        def done(preview: RevertPreview) -> None:
            dialog.accept()
            self._desk.changed.emit(DECIDED)
            self._desk.told.emit(tr("已撤销，{count} 件回到办理前的样子。", count=preview.reverted), "")

        self._desk.act(
            lambda by, _progress: revert(catalogue, uuid, by=by, reason=reason),
            self._room,
            done,
            on_failure=dialog.show_failure,
        )


def read_job(catalogue: Catalogue, uuid: str) -> JobView:
    """What a job did, with what taking it back would do.

    Raises:
        AppError: there is no such job.
    """
    _job, lines = diff(catalogue, uuid)
    try:
        return JobView(tuple(lines), preview_revert(catalogue, uuid))
    except AppError as refusal:
        return JobView(tuple(lines), refusal=refusal)


def _entry(job: Job) -> QListWidgetItem:
    head = f"{job.at[:16].replace('T', ' ')}　{job.by}　{told(job.label)}"
    item = QListWidgetItem(head + (tr("（已撤销）") if job.is_reverted else ""))
    item.setData(UUID_ROLE, job.uuid)
    item.setToolTip(tr(JOB_TERMS[job.kind]))
    item.setSizeHint(QSize(0, theme.scaled(COMPACT_ROW_PIXELS)))
    return item


def _line(line: JobLine, kept: str | None, preview: RevertPreview | None) -> QTreeWidgetItem:
    then = f"{word(line.attribute_before)} → {word(line.proposed)}"
    now = tr(terms.REVIEW_STATE_TERMS[line.state_now])
    after = ""
    if preview is not None:
        back = " · ".join((word(line.attribute_before), tr(terms.REVIEW_STATE_TERMS[line.state_before])))
        after = tr("不变：{reason}", reason=kept) if kept else back
    item = QTreeWidgetItem([line.title or tr("（无标题）"), then, now, after])
    item.setToolTip(0, line.title)
    item.setToolTip(3, after)
    return item
