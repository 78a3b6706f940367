"""What was done to many documents at once, and taking it back, days later, with a preview."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.jobs import JOB_TERMS
from app.errors import AppError
from app.progress import Progress
from app.review.jobs import RevertPreview, all_jobs, preview_revert, revert
from app.store.jobs import Job
from app.ui.desk import Topic
from app.ui.language import tr
from app.ui.room import Room
from app.ui.widgets.layout import EmptyState, Label, button, row

UUID_ROLE = Qt.ItemDataRole.UserRole
MOST_REASONS = 5
DECIDED = frozenset({Topic.DECISIONS})


class JobsDialog(QDialog):
    """Jobs, newest first. ``chosen`` asks for a preview, ``revert_wanted`` carries job and reason."""

    chosen = Signal(str)
    revert_wanted = Signal(str, str)

    def __init__(self, jobs: Sequence[Job], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobs")
        self.setWindowTitle(tr("批量办理记录"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("批量办理记录"))
        for job in jobs:
            item = QListWidgetItem(f"{job.at[:16].replace('T', ' ')}　{job.by}　{job.label}", self.list)
            item.setData(UUID_ROLE, job.uuid)
            item.setToolTip(tr(JOB_TERMS[job.kind]))
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

    def show_preview(self, preview: RevertPreview) -> None:
        """Say what would go back and what stays, and why."""
        kept = [line.kept_because for line in preview.lines if not line.is_reverted]
        text = tr("{count} 件回到办理前的样子。", count=preview.reverted)
        if kept:
            reasons = "；".join(list(dict.fromkeys(kept))[:MOST_REASONS])
            text += tr("{count} 件保持不变：{reasons}", count=len(kept), reasons=reasons)
        self.preview.setText(text)
        self._can_revert = preview.reverted > 0
        self._check()

    def show_failure(self, error: AppError) -> None:
        """Say why it cannot be taken back."""
        self.preview.setText(f"{error.message}{error.advice}")
        self._can_revert = False
        self._check()

    def _build(self, *, is_empty: bool) -> None:
        close = button(tr("关闭"), "closeJobs")
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(EmptyState("undo", tr("还没有批量办理过。")) if is_empty else self.list, 1)
        column.addWidget(self.preview)
        column.addWidget(self.reason)
        column.addLayout(row(self.revert, None, close))
        for part in (self.list, self.preview, self.reason, self.revert):
            part.setVisible(not is_empty)
        self.resize(640, 460)
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
        dialog.chosen.connect(lambda uuid: self._preview(dialog, uuid))
        dialog.revert_wanted.connect(lambda uuid, reason: self._revert(dialog, uuid, reason))
        dialog.open()

    def _preview(self, dialog: JobsDialog, uuid: str) -> None:
        catalogue = self._desk.catalogue
        self._desk.runner.read(
            lambda _progress: preview_revert(catalogue, uuid),
            dialog,
            dialog.show_preview,
            on_failure=dialog.show_failure,
        )

    def _revert(self, dialog: JobsDialog, uuid: str, reason: str) -> None:
        try:
            by = self._desk.require_person()
        except AppError as error:
            dialog.show_failure(error)
            return
        catalogue = self._desk.catalogue

        def work(_progress: Progress) -> RevertPreview:
            return revert(catalogue, uuid, by=by, reason=reason)

        def done(preview: RevertPreview) -> None:
            dialog.accept()
            self._desk.changed.emit(DECIDED)
            self._desk.told.emit(tr("已撤销，{count} 件回到办理前的样子。", count=preview.reverted), "")

        self._room.write(work, done, on_failure=dialog.show_failure)
