"""The main window: rail, rooms, notices, menus, status bar."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from app.errors import AppError
from app.store import counts, queries
from app.store.catalogue import Reading
from app.ui import icons, theme
from app.ui.arrange import Arranging
from app.ui.desk import EVERYTHING, Desk, Destination, RoomName
from app.ui.feedback import NoticeBar, report_crash
from app.ui.guide import Guide
from app.ui.language import tr
from app.ui.person_menu import PersonButton
from app.ui.room import Room
from app.ui.start.tour import TourBar
from app.ui.widgets import tab_order
from app.ui.widgets.dialog import Message
from app.ui.widgets.layout import Label, Rooms
from app.ui.widgets.rail import Entry, NavigationRail
from app.ui.widgets.task_strip import TaskStrip

WINDOW_KEY = "window/geometry"
ROOM_KEY = "window/room"
MILLISECONDS_BEFORE_COUNTING = 300
NARROW = 1000
"""Pixels before the zoom; a window that has less, such as a screen of 1366 at 150 %, needs them for its rooms."""


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """A room on the rail, built when it is first entered."""

    name: RoomName
    title: str
    icon: str
    build: Callable[[Desk], Room]


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits in the rooms, for the rail."""

    office: str
    documents: int
    to_review: int
    to_approve: int
    problems: int


class MainWindow(QMainWindow):
    """Everything around the rooms."""

    other_wanted = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, plans: Sequence[RoomPlan], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._plans = {plan.name: plan for plan in plans}
        self._rooms: dict[RoomName, Room] = {}
        self._office = ""
        self._is_narrow: bool | None = None
        self.setObjectName("main")
        self.notice = NoticeBar(self)
        self.tour = TourBar(desk, self)
        self.rail = NavigationRail([Entry(plan.name, plan.title, plan.icon) for plan in plans], self)
        self.person = PersonButton(desk, self)
        self.rail.add_below(self.person)
        self.stack = Rooms(self)
        self.strip = TaskStrip(desk.runner, self)
        self._held = Label("", "muted", self)
        self._build()
        self._build_menus()
        self._connect()
        self._counting = QTimer(self, singleShot=True, interval=MILLISECONDS_BEFORE_COUNTING)
        self._counting.timeout.connect(self.count)
        for part in (self.menuBar(), self.notice, self.tour, self.rail, self.statusBar()):
            theme.dress(part)  # rooms by themselves: theme says why
        self._recall()

    def show_room(self, name: RoomName) -> Room:
        """Enter a room, building it when it is entered for the first time."""
        room = self._built(name)
        theme.dress(room)
        self.stack.setCurrentWidget(room)
        room.setFocus()
        self.rail.check(name)
        self.desk.memory.put(ROOM_KEY, name.value)
        return room

    def prepare(self) -> Iterator[Callable[[], object]]:
        """What entering the other rooms for the first time needs: acts that each fit into one turn."""
        for icon in icons.names():
            yield partial(icons.icon, icon)
        for name in self._plans:
            yield partial(self._built, name)
            yield from self._built(name).later_parts()
            yield partial(self._dress, name)

    def _dress(self, name: RoomName) -> None:
        theme.dress(self._built(name))

    def _built(self, name: RoomName) -> Room:
        if name not in self._rooms:
            room = self._rooms[name] = self._plans[name].build(self.desk)
            self.stack.addWidget(room)
        return self._rooms[name]

    def room(self, name: RoomName) -> Room | None:
        """A room that has been entered, or was prepared."""
        return self._rooms.get(name)

    def count(self) -> None:
        """Count anew what waits."""
        self.desk.query(_waiting, self, self._show_waiting)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's signature
        """Tab goes on as one reads."""
        return tab_order.step(self, forward=next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The rail gives way first where the window is narrow."""
        super().resizeEvent(event)
        self._fit_rail()

    def changeEvent(self, event: QEvent) -> None:
        """Large letters make a window narrow, too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rail()

    def _fit_rail(self) -> None:
        is_narrow = self.width() < theme.scaled(NARROW)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.rail.be_narrow(is_narrow)
        self.person.be_narrow(is_narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before work that runs is stopped; what was committed stays."""
        running = [task for task in self.desk.runner.tasks if task.title]
        if running and not self._may_stop(running[0].title):
            event.ignore()
            return
        self.desk.memory.put(WINDOW_KEY, self.saveGeometry())
        event.accept()
        self.desk.closing.emit()
        self.closed.emit()

    def _build(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        holder = QVBoxLayout()
        holder.setContentsMargins(16, 4, 16, 0)
        holder.setSpacing(4)
        holder.addWidget(self.notice)
        holder.addWidget(self.tour)
        right.addLayout(holder)
        right.addWidget(self.stack.frame, 1)
        whole = QWidget(self)
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(right, 1)
        self.setCentralWidget(whole)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._held)
        self.statusBar().addPermanentWidget(self.strip)

    def _build_menus(self) -> None:
        file = self.menuBar().addMenu(tr("文件(&F)"))
        self._act(file, "openOther", tr("打开其他目录…"), "Ctrl+O", self.other_wanted.emit)
        file.addSeparator()
        self._act(file, "quit", tr("退出"), "Ctrl+Q", self.close)
        go = self.menuBar().addMenu(tr("前往(&G)"))
        for number, plan in enumerate(self._plans.values(), 1):
            action = self._act(go, f"menu-{plan.name}", plan.title, "", partial(self.show_room, plan.name))
            action.setText(f"{plan.title}\tAlt+{number}")
        look = self.menuBar().addMenu(tr("查看(&V)"))
        self._act(
            look, "zoomIn", tr("放大"), "Ctrl++", lambda: self.desk.look_wanted.emit("zoom", 1), "Ctrl+="
        )
        self._act(look, "zoomOut", tr("缩小"), "Ctrl+-", lambda: self.desk.look_wanted.emit("zoom", -1))
        self._act(look, "zoomReset", tr("原始大小"), "Ctrl+0", lambda: self.desk.look_wanted.emit("zoom", 0))
        look.addSeparator()
        Arranging(self, self.stack.currentWidget).add_to(look)
        look.addSeparator()
        self._act(look, "refresh", tr("重新读取"), "F5", lambda: self.desk.changed.emit(EVERYTHING))

        help_menu = self.menuBar().addMenu(tr("帮助(&H)"))
        self._act(help_menu, "guide", tr("使用说明"), "Shift+F1", self._open_guide)
        self._act(help_menu, "tour", tr("十分钟走一遍"), "", self.tour.begin)

    def _open_guide(self) -> None:
        guide = self.findChild(Guide)
        if guide is None:
            guide = Guide(self)
            theme.dress(guide)
            self.closed.connect(guide.close)
        shown = self.stack.currentWidget()
        guide.open_for(next(name for name, room in self._rooms.items() if room is shown))

    def _act(
        self, menu: QMenu, name: str, text: str, keys: str, act: Callable[[], object], *more: str
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in (keys, *more) if key])
        action.triggered.connect(lambda _checked=False: act())
        menu.addAction(action)
        return action

    def _connect(self) -> None:
        desk = self.desk
        self.rail.chosen.connect(lambda name: self.show_room(RoomName(name)))
        desk.wanted.connect(self._go)
        desk.changed.connect(lambda _topics: self._counting.start())
        desk.failed.connect(self.notice.show_error)
        desk.told.connect(self.notice.show_message)
        desk.person_changed.connect(lambda _name: self._title())
        desk.runner.failed.connect(self.notice.show_error)
        desk.runner.broken.connect(lambda error: report_crash(error, self))

    def _recall(self) -> None:
        geometry = self.desk.memory.state(WINDOW_KEY)
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(1280, 720)
        QTimer.singleShot(0, self, self._enter_first)

    def _enter_first(self) -> None:
        """The frame is painted first, the room of last time next."""
        last = self.desk.memory.text(ROOM_KEY)
        names = list(self._plans)
        if self.stack.currentWidget() is None:
            self.show_room(RoomName(last) if last in names else names[0])
        self.count()

    def _go(self, destination: Destination) -> None:
        if destination.room not in self._plans:
            self.desk.failed.emit(AppError(tr("这个部分还没有。")))
            return
        self.show_room(destination.room).arrive(destination)

    def _show_waiting(self, waiting: Waiting) -> None:
        self._office = waiting.office
        self._title()
        self.rail.show_count(RoomName.DOCUMENTS, waiting.documents)
        self.rail.show_count(RoomName.REVIEW, waiting.to_review + waiting.to_approve)
        self.rail.show_count(RoomName.INGEST, waiting.problems)
        self._held.setText(
            tr(
                "公文 {documents} 件 · 待初审 {open} · 待审定 {proposed}",
                documents=f"{waiting.documents:,}",
                open=f"{waiting.to_review:,}",
                proposed=f"{waiting.to_approve:,}",
            )
        )

    def _title(self) -> None:
        person = f" · {self.desk.person}" if self.desk.person else ""
        self.setWindowTitle(f"{tr('底数')} — {self._office}{person}")

    def _may_stop(self, title: str) -> bool:
        text = tr("“{title}”还在进行。现在退出会停下它，已完成的部分都保留，下次接着做。", title=title)
        box = Message(Message.Icon.Question, tr("退出"), text, self, name="leave")
        theme.dress(box)
        leave = box.addButton(tr("停下并退出"), Message.ButtonRole.AcceptRole)
        box.addButton(tr("继续工作"), Message.ButtonRole.RejectRole)
        answers: list[bool] = []
        box.buttonClicked.connect(lambda clicked: answers.append(clicked is leave))
        box.exec()
        return answers == [True]


def _waiting(connection: Reading) -> Waiting:
    states = counts.by_review_state(connection)
    return Waiting(
        office=queries.setting_value(connection, "office"),
        documents=counts.document_count(connection),
        to_review=states.get("open", 0) + states.get("returned", 0),
        to_approve=states.get("proposed", 0),
        problems=counts.failed_count(connection),
    )
