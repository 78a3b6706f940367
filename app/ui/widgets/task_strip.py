"""The strip in the status bar: what runs, how fast, how long still, and the button to stop it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from app.ui import words
from app.ui.language import told, tr
from app.ui.tasks import Runner, Task
from app.ui.widgets.layout import Label, icon_button, row

SECONDS_BEFORE_SHOWN = 2.0
MILLISECONDS_BETWEEN_LOOKS = 500
BAR_WIDTH = 140


class TaskStrip(QWidget):
    """Shows the longest running task that has a title, once it has taken two seconds."""

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._task: Task | None = None
        self.words = Label("", "", self)
        self.words.setObjectName("taskWords")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(BAR_WIDTH)
        self._bar.setAccessibleName(tr("进度"))
        self._cancel = icon_button("stop", "cancelTask", tr("停止"))
        self._cancel.clicked.connect(self._stop)
        self.setLayout(row(self.words, self._bar, self._cancel))
        self.hide()
        self._timer = QTimer(self, interval=MILLISECONDS_BETWEEN_LOOKS)
        self._timer.timeout.connect(self._look)
        runner.began.connect(self._on_began)
        runner.ended.connect(self._on_ended)

    def _on_began(self, task: Task) -> None:
        if task.title and not self._timer.isActive():
            self._timer.start()

    def _on_ended(self, task: Task) -> None:
        if task is self._task:
            self._task = None
            self.hide()
        if not any(other.title for other in self._runner.tasks):
            self._timer.stop()

    def _look(self) -> None:
        running = [task for task in self._runner.tasks if task.title]
        due = [task for task in running if task.seconds >= SECONDS_BEFORE_SHOWN]
        if not due:
            return
        self._task = due[0]
        self.words.setText(describe(due[0]))
        step = due[0].step
        self._bar.setRange(0, step.total if step else 0)
        self._bar.setValue(step.done if step else 0)
        self.show()

    def _stop(self) -> None:
        if self._task:
            self._task.cancel()
            self.words.setText(tr("正在停止……已完成的部分保留"))


def describe(task: Task) -> str:
    """Title, stage, counts, rate and time left of a task, as far as they are known."""
    if task.is_cancelled:
        return tr("正在停止……已完成的部分保留")
    step = task.step
    if step is None:
        return task.title
    parts = [task.title, told(step.stage) if step.stage != task.title else ""]
    if step.total:
        parts.append(f"{step.done}/{step.total}")
    rate = step.done / task.seconds if task.seconds > 1 else 0.0
    if rate:
        parts.append(tr("每秒 {rate} 件", rate=f"{rate:.1f}"))
    if rate and step.total > step.done:
        parts.append(tr("还需{time}", time=words.duration((step.total - step.done) / rate)))
    return " · ".join(part for part in parts if part)
