"""审计: the trail from the newest entry on, its verification, its head to print or hand over."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app.progress import Progress
from app.review import trail
from app.review.trail import Verdict
from app.store import audit, queries
from app.store.catalogue import Reading
from app.ui.audit.table_model import Line, action, audit_model, changes, subject
from app.ui.desk import EVERYTHING, Desk, Destination, RoomName
from app.ui.language import tr
from app.ui.room import Room
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import Label, Pane, button, row
from app.ui.widgets.lazy_table import ROW_ROLE
from app.ui.widgets.panes import RememberingSplitter
from app.ui.widgets.table import Table

MOST_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Trail:
    """Which entries are shown: of one document, or all of them. ``length`` and ``digest`` are the head's."""

    sequences: tuple[int, ...]
    length: int
    digest: str
    subject: str | None = None
    title: str = ""


class AuditScreen(Room):
    """The list of entries with the chosen one beside it."""

    NAME = RoomName.AUDIT
    TOPICS = EVERYTHING

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.count = Label("", "muted", self)
        self.verify = button(tr("校验是否被改动"), "verifyAudit", icon="shield", role="primary")
        self.copy_head = button(tr("复制校验值"), "copyHead", icon="copy")
        self.export = button(
            tr("导出留痕…"),
            "exportTrail",
            icon="export",
            tip=tr("连同独立的校验程序一起导出，别人不装本程序也能验"),
        )
        self.everything = button(tr("看全部"), "wholeTrail", icon="undo")
        self.verdict = Label("", "", self).wrapped()
        self.verdict.setObjectName("verdict")
        self._shown = Trail((), 0, "")
        self._document: int | None = None
        self.model = audit_model(desk, self, lambda: self._shown.subject)
        self.table = Table(desk.memory, "audit", self)
        self.table.setAccessibleName(tr("审计记录"))
        self.table.show_model(self.model)
        self.details = QPlainTextEdit(self)
        self.details.setObjectName("auditEntry")
        self.details.setReadOnly(True)
        self.details.setProperty("role", "plain")
        self.details.setAccessibleName(tr("这一条的详情"))
        self.open = button(tr("打开这件公文"), "openSubject", icon="documents")
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the trail anew."""
        document = self._document
        self.query(lambda connection: read_trail(connection, document), self._show)

    def arrive(self, destination: Destination) -> None:
        """Show what happened to one document, or everything."""
        self._document = destination.document
        self.refresh()

    def export_to(self, folder: Path) -> None:
        """Write the log, its head and the verifier into a new folder."""
        catalogue = self.desk.catalogue

        def work(_progress: Progress) -> int:
            return trail.export_trail(catalogue, folder)

        def done(count: int) -> None:
            told = tr("已导出 {count} 条到“{name}”。", count=f"{count:,}", name=folder.name)
            self.desk.told.emit(told, tr("里面的校验方法写明怎样验。"))

        self.write(work, done, title=tr("导出留痕"))

    def _build(self) -> None:
        left, right = Pane(self), Pane(self, margin=8)
        left.column.addWidget(self.table)
        right.column.addWidget(self.details, 1)
        right.column.addLayout(row(self.open, None))
        right.setMinimumWidth(260)
        splitter = RememberingSplitter(self.desk.memory, "audit", self)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 1)
        splitter.recall([900, 340])
        column = QVBoxLayout()
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        acts = (self.export, self.copy_head, self.verify)
        head = Flow(Label(tr("审计"), "title"), self.count, self.everything, None, *acts)
        column.addLayout(head)
        column.addWidget(self.verdict)
        column.addWidget(splitter, 1)
        self.body.addLayout(column)
        self.count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        for each in (self.verdict, self.everything, self.open):
            each.hide()

    def _connect(self) -> None:
        self.verify.clicked.connect(self._verify)
        self.copy_head.clicked.connect(self._copy_head)
        self.export.clicked.connect(self._ask_folder)
        self.everything.clicked.connect(lambda: self.arrive(Destination(RoomName.AUDIT)))
        self.table.current.connect(lambda _id: self._show_entry())
        self.table.opened.connect(lambda _id: self._open_subject())
        self.open.clicked.connect(self._open_subject)
        self.model.dataChanged.connect(lambda *_range: self._show_entry())

    def _show(self, found: Trail) -> None:
        is_other = found.subject != self._shown.subject
        self._shown = found
        self.table.show_ids(found.sequences)
        self.everything.setVisible(found.subject is not None)
        if found.subject is None:
            self.count.setText(tr("共 {count} 条，只增不改", count=f"{found.length:,}"))
        else:
            told = tr("《{title}》的经过，{count} 条", title=found.title, count=len(found.sequences))
            self.count.setText(told)
        if is_other or self.table.current_id is None:
            self.table.stand_on(0)
        if not found.sequences:
            self.open.hide()
            self.details.setPlainText(tr("采集以来还没有人对这一件作过改动或认定。"))

    def _show_entry(self) -> None:
        line = self.table.currentIndex().data(ROW_ROLE)
        if isinstance(line, Line):
            self.details.setPlainText(describe(line))
            self.open.setVisible(line.subject is not None and line.subject.document is not None)

    def _open_subject(self) -> None:
        """Show the document that an entry is about among the documents."""
        line = self.table.currentIndex().data(ROW_ROLE)
        about = line.subject if isinstance(line, Line) else None
        if about is not None and about.document is not None:
            self.desk.go(RoomName.DOCUMENTS, document=about.document)

    def _verify(self) -> None:
        self.verify.setEnabled(False)
        self.verdict.setText(tr("正在逐条校验……"))
        self.verdict.show()
        catalogue = self.desk.catalogue
        self.read(lambda _progress: trail.verify(catalogue), self._show_verdict)

    def _show_verdict(self, verdict: Verdict) -> None:
        self.verify.setEnabled(True)
        self.verdict.setProperty("role", "" if verdict.is_whole else "danger")
        self.verdict.style().polish(self.verdict)
        self.verdict.setText(described_verdict(verdict))

    def _copy_head(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._shown.length}:{self._shown.digest}")
        self.desk.told.emit(tr("校验值已复制，可印在移交清单上。"), "")

    def _ask_folder(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("留痕导出到哪里"))
        if found:
            self.export_to(Path(found) / tr("审计记录"))


def read_trail(connection: Reading, document: int | None) -> Trail:
    """All entries, newest first, or those of one document."""
    length, digest = audit.head(connection)
    if document is None:
        return Trail(tuple(range(length, 0, -1)), length, digest)
    about = queries.document_row(connection, document)
    sequences = [entry.sequence for entry in audit.entries(connection, subject=about.uuid)]
    return Trail(tuple(reversed(sequences)), length, digest, about.uuid, about.title)


def described_verdict(verdict: Verdict) -> str:
    """What verifying came to: the value to compare, or every place that was altered."""
    count, digest = verdict.head
    if verdict.is_whole:
        return tr(
            "{count} 条记录前后相接，没有被改动，各件现状与记录一致。当前校验值 {value}",
            count=count,
            value=f"{count}:{digest[:16]}…",
        )
    lines = [
        tr("第 {number} 条：{message}", number=fault.sequence, message=fault.message)
        for fault in verdict.faults[:MOST_SHOWN]
    ]
    if verdict.differing:
        lines.append(tr("{count} 件公文的现状与记录不一致。", count=len(verdict.differing)))
    wrong = len(verdict.faults) + len(verdict.differing)
    return "\n".join([tr("有 {count} 处被改动，请保留现场并报告：", count=wrong), *lines])


def describe(line: Line) -> str:
    """An entry with everything it says, and how its subject is called."""
    entry, about = line.entry, line.subject
    changed = [tr("{name}：{value}", name=name, value=value) for name, value in changes(line)]
    title = about.title if about is not None and about.title not in about.name else ""
    if changed:
        changed.append("")
    lines = [
        tr("第 {number} 条", number=entry.sequence),
        entry.at.replace("T", " "),
        f"{entry.by} · {action(entry)}",
        entry.account,
        *filter(None, (subject(line), title)),
        "",
        *changed,
        tr("编号 {uuid}", uuid=entry.subject),
        tr("校验值 {digest}", digest=entry.digest),
    ]
    return "\n".join(lines)
