"""A walk through the program in ten minutes: one sentence a step, on the room it speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.desk import Desk, Destination, RoomName
from app.ui.language import tr
from app.ui.widgets.layout import Label, Pane, button, row


@dataclass(frozen=True, slots=True)
class Stop:
    """One step: where it takes place, what is to be seen there, what to try."""

    room: RoomName
    title: str
    text: str
    facets: Mapping[str, str] = field(default_factory=dict)


STOPS = (
    Stop(
        RoomName.OVERVIEW,
        "先看底数",
        "有多少公文、审到哪一步、哪些读不出、哪些疑似涉密被隔离。点任何一个数字或柱子，就到相应的清单。",
    ),
    Stop(
        RoomName.INGEST,
        "采集：只读，不动原件",
        "把文件夹拖进来就开始；中途停下，下次接着做。读不出的文件按原因列在下面，可以只重读一类。",
    ),
    Stop(
        RoomName.DOCUMENTS,
        "找一件公文",
        "在检索框里写“饮水”或一个文号试试。上面的按钮按年度、文种、机关筛选；右键或“办理”里有批量改定、找相似、导出。",
    ),
    Stop(
        RoomName.DOCUMENTS,
        "核对要素",
        "右边“要素”里点一个值，正文里它的出处就亮起来。认错了，点铅笔改定；原来的识别值都留着，Ctrl+Z 改回。",
    ),
    Stop(
        RoomName.REVIEW,
        "初审：一键一件",
        "建议旁边有依据的条款和原句。按空格采纳建议，1 2 3 选主动、依申请、不予，4 存疑，F1 看全部键位。",
        {"review_state": "open"},
    ),
    Stop(
        RoomName.REVIEW,
        "审定：换一个人",
        "在“待审定”里选中几件，一起审定。初审和审定不能是同一个人；审定人用自己的口令（示例里李复核的口令是 2468）。",
        {"review_state": "proposed"},
    ),
    Stop(
        RoomName.REVIEW,
        "成批办，抽着查",
        "一轮审查分成几十分钟一批，各人领取；“抽查”里由另一人背对背重看，得出差错率。示例里都有办到一半的，接着办就是。",
        {"leaf": "rounds"},
    ),
    Stop(
        RoomName.REGISTERS,
        "缺什么",
        "文号断在哪里、重在哪里，哪些扫描件还没有文字，都在这里；可以打印出来去查纸质档案。",
    ),
    Stop(
        RoomName.TRANSFER,
        "移交",
        "能移交的、还差手续的各一张清单；档号先预编给您看。生成移交包后自动做四性检测，把结果拿给您看。",
    ),
    Stop(
        RoomName.AUDIT,
        "留痕",
        "谁在什么时候改了什么，一条接一条，改不了也删不掉；可以核对、可以导出。",
    ),
)
"""About a minute each."""


class TourBar(Pane):
    """Stands above the rooms while the tour lasts; the program can be used all the time."""

    ended = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=12, spacing=4)
        self.setObjectName("tour")
        self._desk = desk
        self._place = 0
        self.title = Label("", "heading", self)
        self.text = Label("", "", self).wrapped()
        self.text.setObjectName("tourText")
        self.back = button(tr("上一步"), "tourBack")
        self.ahead = button("", "tourNext", role="primary")
        self.leave = button(tr("不看了"), "tourEnd", role="link")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        line = row(spacing=8)
        line.addLayout(words, 1)
        for part in (self.leave, self.back, self.ahead):
            line.addWidget(part)
        self.column.addLayout(line)
        self.back.clicked.connect(lambda: self.go(self._place - 1))
        self.ahead.clicked.connect(lambda: self.go(self._place + 1))
        self.leave.clicked.connect(self.end)
        self.hide()

    @property
    def place(self) -> int:
        """The number of the stop that is shown, from 0."""
        return self._place

    def begin(self) -> None:
        """Start at the first stop."""
        self.show()
        self.go(0)

    def go(self, place: int) -> None:
        """Go to a stop; behind the last one the tour is over."""
        if place >= len(STOPS):
            self.end()
            return
        self._place = max(0, place)
        stop = STOPS[self._place]
        self.title.setText(f"{self._place + 1}/{len(STOPS)}　{tr(stop.title)}")
        self.text.setText(tr(stop.text))
        self.setAccessibleName(f"{self.title.text()} {self.text.text()}")
        self.back.setEnabled(self._place > 0)
        is_last = self._place == len(STOPS) - 1
        self.ahead.setText(tr("走完了") if is_last else tr("下一步"))
        self.ahead.setAccessibleName(self.ahead.text())
        self._desk.wanted.emit(Destination(stop.room, facets=stop.facets))

    def end(self) -> None:
        """Take the bar away."""
        self.hide()
        self.ended.emit()
