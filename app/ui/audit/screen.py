"""审计: the trail from the newest entry on, its verification, its head to print or hand over."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.domain.audit import AuditEntry
from app.store import audit
from app.store.audit import Fault
from app.store.catalogue import Reading
from app.ui.audit.table_model import action, audit_model, changes
from app.ui.desk import EVERYTHING, Desk, RoomName
from app.ui.language import tr
from app.ui.room import Room
from app.ui.widgets.layout import Label, Pane, RememberingSplitter, button, row
from app.ui.widgets.lazy_table import ROW_ROLE
from app.ui.widgets.table import Table


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying the chain came to."""

    faults: tuple[Fault, ...]
    count: int
    digest: str


class AuditScreen(Room):
    """The list of entries with the chosen one beside it."""

    NAME = RoomName.AUDIT
    TOPICS = EVERYTHING

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.count = Label("", "muted", self)
        self.verify = button(tr("校验是否被改动"), "verifyAudit", icon="shield", role="primary")
        self.copy_head = button(tr("复制校验值"), "copyHead", icon="copy")
        self.verdict = Label("", "", self).wrapped()
        self.verdict.setObjectName("verdict")
        self.model = audit_model(desk, self)
        self.table = Table(desk.memory, "audit", self)
        self.table.setAccessibleName(tr("审计记录"))
        self.table.show_model(self.model)
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.details.setProperty("role", "plain")
        self.details.setAccessibleName(tr("这一条的详情"))
        self._head = (0, "")
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Read the length of the trail anew."""
        self.query(audit.head, self._show)

    def _build(self) -> None:
        left, right = Pane(self), Pane(self, margin=8)
        left.column.addWidget(self.table)
        right.column.addWidget(self.details)
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
        column.addLayout(row(Label(tr("审计"), "title"), 4, self.count, None, self.copy_head, self.verify))
        column.addWidget(self.verdict)
        column.addWidget(splitter, 1)
        self.body.addLayout(column)
        self.count.setAlignment(Qt.AlignmentFlag.AlignBottom)
        self.verdict.hide()

    def _connect(self) -> None:
        self.verify.clicked.connect(self._verify)
        self.copy_head.clicked.connect(self._copy_head)
        self.table.current.connect(lambda _id: self._show_entry())
        self.model.dataChanged.connect(lambda *_range: self._show_entry())

    def _show(self, head: tuple[int, str]) -> None:
        self._head = head
        self.table.show_ids(tuple(range(head[0], 0, -1)))
        self.count.setText(tr("共 {count} 条，只增不改", count=f"{head[0]:,}"))
        if self.table.current_id is None:
            self.table.stand_on(0)

    def _show_entry(self) -> None:
        entry = self.table.currentIndex().data(ROW_ROLE)
        if isinstance(entry, AuditEntry):
            self.details.setPlainText(describe(entry))

    def _verify(self) -> None:
        self.verify.setEnabled(False)
        self.verdict.setText(tr("正在逐条校验……"))
        self.verdict.show()
        self.query(verify_chain, self._show_verdict)

    def _show_verdict(self, verdict: Verdict) -> None:
        self.verify.setEnabled(True)
        self.verdict.setProperty("role", "danger" if verdict.faults else "")
        self.verdict.style().polish(self.verdict)
        if verdict.faults:
            lines = [
                tr("第 {number} 条：{message}", number=f.sequence, message=f.message) for f in verdict.faults
            ]
            head = tr("有 {count} 处被改动，请保留现场并报告：", count=len(lines))
            self.verdict.setText("\n".join([head, *lines[:10]]))
        else:
            text = tr(
                "{count} 条记录前后相接，没有被改动。当前校验值 {value}",
                count=verdict.count,
                value=_value(verdict),
            )
            self.verdict.setText(text)

    def _copy_head(self) -> None:
        number, digest = self._head
        QGuiApplication.clipboard().setText(f"{number}:{digest}")
        self.desk.told.emit(tr("校验值已复制，可印在移交清单上。"), "")


def verify_chain(connection: Reading) -> Verdict:
    """Check every entry."""
    faults = tuple(audit.faults(connection))
    count, digest = audit.head(connection)
    return Verdict(faults, count, digest)


def describe(entry: AuditEntry) -> str:
    """An entry with everything it says."""
    lines = [
        tr("第 {number} 条", number=entry.sequence),
        entry.at.replace("T", " "),
        f"{entry.by} · {action(entry)}",
        entry.account,
        tr("对象 {subject}", subject=entry.subject),
        "",
        *(f"{name}：{text}" for name, text in changes(entry)),
        "",
        tr("校验值 {digest}", digest=entry.digest),
    ]
    return "\n".join(lines)


def _value(verdict: Verdict) -> str:
    return f"{verdict.count}:{verdict.digest[:16]}…"
