"""The notice above the list when the full-text index does not hold everything, and its mending."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressBar, QWidget

from app.domain.people import SYSTEM
from app.progress import Progress, Step
from app.store import reindex
from app.store.reindex import IndexState
from app.ui import icons
from app.ui.desk import Topic
from app.ui.language import tr
from app.ui.room import Room
from app.ui.tasks import Task
from app.ui.widgets.layout import Label, Pane, button, icon_button, row

BAR_WIDTH = 160


class IndexNotice(Pane):
    """One calm line: what a search may miss, the button that mends it, and how far that is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("indexNotice")
        self.words = Label("", "", self).wrapped()
        self.words.setObjectName("indexNoticeText")
        self.rebuild = button(tr("现在重建"), "rebuildIndex")
        self.stop = icon_button("stop", "stopRebuild", tr("停止；已重建的部分保留"))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(BAR_WIDTH)
        self.bar.setAccessibleName(tr("进度"))
        sign = icon_button("information", "indexNoticeSign", "")
        sign.setEnabled(False)
        icons.show_on(sign, "information")
        line = row(sign, self.words, self.bar, self.stop, self.rebuild)
        line.setStretch(1, 1)
        line.setContentsMargins(8, 4, 8, 4)
        self.column.addLayout(line)
        self.hide()

    def show_state(self, state: IndexState) -> None:
        """Say what is wrong with the index; nothing where nothing is."""
        self._show(told_state(state), is_working=False)
        self.rebuild.setText(tr("接着重建") if state.is_half_rebuilt else tr("现在重建"))
        self.setVisible(not state.is_whole)

    def show_step(self, step: Step | None) -> None:
        """Say how far the rebuild is."""
        working = tr("正在重建全文索引，检索和办理照常可用。")
        self.bar.setRange(0, step.total if step else 0)
        self.bar.setValue(step.done if step else 0)
        counted = f" {step.done:,} / {step.total:,}" if step and step.total else ""
        self._show(working + counted, is_working=True)

    def show_stopping(self) -> None:
        """The rebuild was asked to stop and will after what it is at."""
        self._show(tr("正在停止……已完成的部分保留"), is_working=True)
        self.stop.setEnabled(False)

    def _show(self, text: str, *, is_working: bool) -> None:
        self.words.setText(text)
        self.setAccessibleName(text)
        self.rebuild.setVisible(not is_working)
        self.stop.setEnabled(True)
        self.stop.setVisible(is_working)
        self.bar.setVisible(is_working)


def told_state(state: IndexState) -> str:
    """What a search may miss, in one sentence for each reason."""
    found = []
    if state.is_half_rebuilt:
        found.append(tr("全文索引的重建还没有做完。"))
    if state.is_of_other_edition:
        found.append(tr("全文索引由本程序的另一版本建立，检索可能漏掉一部分公文。"))
    if state.missing_count:
        found.append(
            tr("有 {count} 份文本还没有编入全文索引，检索找不到它们。", count=f"{state.missing_count:,}")
        )
    return " ".join(found)


class IndexKeeper(QObject):
    """Looks how the index stands when files have changed, and rebuilds it when a person says so."""

    def __init__(self, room: Room, notice: IndexNotice) -> None:
        super().__init__(room)
        self._room = room
        self._notice = notice
        self._task: Task | None = None
        self._is_known = False
        notice.rebuild.clicked.connect(self.rebuild)
        notice.stop.clicked.connect(self.stop)
        room.desk.changed.connect(self._forget)

    def look(self) -> None:
        """Ask how the index stands, unless that is known or it is being rebuilt."""
        if self._is_known or self._task is not None:
            return
        self._is_known = True
        self._room.query(reindex.state, self._show)

    def rebuild(self) -> None:
        """Bring the index up to date in the background; the old one answers meanwhile."""
        desk = self._room.desk
        catalogue, by = desk.catalogue, desk.person or SYSTEM

        def work(progress: Progress) -> None:
            reindex.bring_up_to_date(catalogue, progress, by=by)

        self._notice.show_step(None)
        self._task = self._room.write(
            work,
            lambda _none: desk.changed.emit(frozenset({Topic.FILES})),
            title=tr("重建全文索引"),
            on_progress=self._notice.show_step,
            on_end=self._on_end,
        )

    def stop(self) -> None:
        """Stop after what has been begun; the next rebuild goes on from there."""
        if self._task is not None:
            self._task.cancel()
            self._notice.show_stopping()

    def _on_end(self) -> None:
        self._task = None
        self._is_known = False
        self.look()

    def _show(self, state: IndexState) -> None:
        if self._task is None:
            self._notice.show_state(state)

    def _forget(self, topics: frozenset[Topic]) -> None:
        if Topic.FILES in topics:
            self._is_known = False
