"""How the ingest screen is laid out."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QProgressBar, QVBoxLayout, QWidget

from app.progress import Step
from app.ui import words
from app.ui.desk import Desk
from app.ui.ingest.run import STAGES, stage_number
from app.ui.language import tr
from app.ui.widgets.flow import Flow
from app.ui.widgets.layout import EmptyState, Label, Pages, Pane, button, row
from app.ui.widgets.search import FacetButton
from app.ui.widgets.table import Table


class DropPane(Pane):
    """Takes folders that are dropped on it."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=16, spacing=8)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept folders."""
        if folders_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the folders."""
        event.acceptProposedAction()
        self.dropped.emit(folders_in(event))


class IngestView(QWidget):
    """Choose folders above, what runs and what came of it in the middle, problems below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choose = button(tr("选择文件夹…"), "chooseFolders", icon="folder", role="primary")
        self.again = button(tr("重新采集全部"), "ingestAgain", icon="refresh")
        self.again.setToolTip(tr("只读新增和改动过的文件，没有变化的跳过"))
        self.moved = button(tr("换了位置…"), "relocateRoot", icon="folder", role="link")
        self.moved.setToolTip(tr("来源文件夹换了盘符、搬到别处或换了电脑：指出新的位置，不用重新采集"))
        self.pause = button(tr("暂停"), "pauseIngest", icon="pause")
        self.stop = button(tr("停止"), "stopIngest", icon="stop")
        self.scans = button("", "recogniseScans", icon="search")
        self.with_scans = QCheckBox(tr("读完接着识别扫描件的文字（较慢）"), self)
        self.with_scans.setObjectName("withRecognition")
        self.stages = [Label(tr(stage), "muted", self) for stage in STAGES]
        self.see_quarantine = button(tr("看隔离清单…"), "seeQuarantine", role="link")
        self.export = button(tr("导出…"), "exportProblems", icon="export")
        self.print = button(tr("打印…"), "printProblems", icon="print")
        self.go_documents = button(tr("看公文"), "goDocuments", icon="documents")
        self.drop = DropPane(self)
        self.headline = Label("", "heading", self).wrapped()
        self.headline.setObjectName("ingestHeadline")
        self.line = Label("", "muted", self).wrapped()
        self.line.setObjectName("ingestLine")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("采集进度"))
        self.quarantine = Label("", "danger", self)
        self.quarantine.setObjectName("quarantine")
        self.waiting_scans = Label("", "muted", self).wrapped()
        self.waiting_scans.setObjectName("waitingScans")
        self.figures = Label("", "", self).wrapped()
        self.figures.setObjectName("ingestFigures")
        self.cause = FacetButton("cause", tr("原因"), self)
        self.retry = button(tr("重读这一类"), "retryCause", icon="refresh")
        self.retry_selected = button("", "retrySelected", icon="refresh")
        self.offer_selected(0)
        self.open_folder = button(tr("在文件夹中显示"), "showProblem", icon="folder")
        self.problem_count = Label("", "muted", self)
        self.table = Table(desk.memory, "problems", self)
        self.table.setAccessibleName(tr("读不出的文件"))
        self.problems = Pages(self)
        self._build()
        self.show_idle(0)

    def show_idle(self, folders: int) -> None:
        """Nothing runs."""
        for part in (self.bar, self.stop, self.pause, *self.stages):
            part.hide()
        self.choose.setEnabled(True)
        for part in (self.again, self.moved):
            part.setVisible(folders > 0)
        self.again.setEnabled(True)
        self.moved.setEnabled(True)
        if not folders:
            self.headline.setText(tr("把文件夹拖到这里，或点“选择文件夹”。"))
            self.line.setText(tr("只读取，不移动、不改动原来的文件；中途停下，下次接着做。"))

    def show_running(self, title: str) -> None:
        """A run has begun."""
        self.headline.setText(title)
        self.line.setText(tr("正在开始……"))
        self.bar.setRange(0, 0)
        self.bar.show()
        self.stop.setEnabled(True)
        for part in (self.stop, self.pause, *self.stages):
            part.show()
        self.show_paused(is_paused=False)
        self.scans.hide()
        self.choose.setEnabled(False)
        self.again.setEnabled(False)
        self.moved.setEnabled(False)
        self.go_documents.hide()

    def offer_selected(self, count: int) -> None:
        """How many selected files can be read again."""
        text = tr("重读选中的 {count} 个", count=count) if count else tr("重读选中的")
        self.retry_selected.setText(text)
        self.retry_selected.setAccessibleName(text)
        self.retry_selected.setEnabled(count > 0)
        self.retry_selected.setToolTip("" if count else tr("先在下面选中文件；按住 Ctrl 或 Shift 可选多个"))

    def show_paused(self, *, is_paused: bool) -> None:
        """Whether the run waits for the user."""
        self.pause.setText(tr("继续") if is_paused else tr("暂停"))
        self.pause.setAccessibleName(self.pause.text())
        if is_paused:
            self.line.setText(tr("已暂停。已读的都已保存；可以继续，也可以停止。"))

    def show_scans(self, files: int, pages: int, *, can_recognise: bool) -> None:
        """How many scans have no text yet, and what can be done about them."""
        self.with_scans.setVisible(can_recognise)
        self.scans.setVisible(files > 0 and can_recognise)
        self.scans.setText(tr("识别扫描件 {files} 个（{pages} 页）", files=f"{files:,}", pages=f"{pages:,}"))
        self.scans.setAccessibleName(self.scans.text())
        self.waiting_scans.setText(
            tr(
                "{files} 个扫描件还没有文字；本机没有安装文字识别组件，装上后可以在这里识别。",
                files=f"{files:,}",
            )
        )
        self.waiting_scans.setVisible(files > 0 and not can_recognise)

    def show_step(self, step: Step, seconds: float) -> None:
        """How far the stage is: counts, rate, time left; ``seconds`` since the stage began."""
        number = stage_number(step.stage)
        self._mark_stage(number)
        stage = step.stage if number is None else tr(STAGES[number])
        self.bar.setRange(0, step.total)
        self.bar.setValue(step.done)
        parts = [stage, f"{step.done:,}/{step.total:,}" if step.total else f"{step.done:,}"]
        rate = step.done / seconds if seconds > 1 else 0.0
        if rate and step.total:
            parts.append(tr("每秒 {rate} 个", rate=f"{rate:.1f}"))
            parts.append(tr("还需{time}", time=words.duration((step.total - step.done) / rate)))
        self.line.setText(" · ".join(parts))

    def _mark_stage(self, number: int | None) -> None:
        """The present stage stands out, in weight as well as in colour."""
        for place, label in enumerate(self.stages):
            role = "heading" if place == number else "muted"
            if label.property("role") != role:
                label.setProperty("role", role)
                label.style().polish(label)

    def _build(self) -> None:
        self.drop.column.addWidget(self.headline)
        self.drop.column.addWidget(self.line)
        self.drop.column.addLayout(row(*self.stages, None, spacing=16))
        self.drop.column.addWidget(self.bar)
        self.drop.column.addWidget(self.figures)
        self.drop.column.addWidget(self.waiting_scans)
        self.drop.column.addLayout(Flow(self.quarantine, self.see_quarantine))
        self.drop.column.addLayout(
            row(self.pause, self.stop, self.go_documents, self.scans, None, self.with_scans)
        )
        below = Pane(self)
        bar = Flow(
            Label(tr("读不出的文件"), "heading"),
            self.problem_count,
            None,
            self.cause,
            self.retry,
            self.retry_selected,
            self.open_folder,
            self.export,
            self.print,
        )
        bar.setContentsMargins(12, 8, 8, 8)
        below.column.addLayout(bar)
        self.problems.addWidget(self.table)
        self.problems.addWidget(EmptyState("check", tr("没有读不出的文件。")))
        below.column.addWidget(self.problems, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addLayout(Flow(Label(tr("采集"), "title"), None, self.moved, self.again, self.choose))
        column.addWidget(self.drop)
        column.addWidget(below, 1)
        hidden = (self.go_documents, self.quarantine, self.see_quarantine, self.figures, self.waiting_scans)
        for part in (*hidden, self.bar, self.stop, self.pause, self.scans, self.with_scans, *self.stages):
            part.hide()


def folders_in(event: QDropEvent) -> tuple[Path, ...]:
    """The folders among what is dragged."""
    paths = (Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
    return tuple(path for path in paths if path.is_dir())
