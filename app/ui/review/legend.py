"""The card of keys: shown on F1, changed there, printed to lie beside the screen."""

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QWidget

from app.ui import printing, theme
from app.ui.language import listed, tr
from app.ui.memory import Memory
from app.ui.review.keys import SINGLE_KEY, Command, Key, KeyMap, remembered_keys
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Label, button, open_at, page_column, row

ARROWS = {"Down": "↓", "Up": "↑"}
LONGEST_KEY = 12
SCROLL_BAR_PIXELS = 14
PRESETS = "Ctrl+1 … Ctrl+9"
COLUMN_KEYS, PANE_KEYS = "Alt+Shift+← → ↓", "Ctrl+[ ]"
"""Keys of the whole window that help at the desk; the menu 查看 has them, too."""


class Legend(Dialog):
    """All keys of the desk; each can be changed, but no two may share one."""

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.setWindowTitle(tr("键位一览"))
        self._memory = memory
        self._fields: dict[Command, QLineEdit] = {}
        self.fault = Label("", "danger", self).wrapped()
        self.fault.setObjectName("keysFault")
        self.close_button = button(tr("好"), "closeKeys", role="primary")
        keys = remembered_keys(memory)
        self.single = QCheckBox(tr("单个字母和数字直接起作用（不勾时只认功能键和 Ctrl 组合键）"), self)
        self.single.setObjectName("singleKeys")
        self.single.setChecked(keys.has_single)
        half = (len(keys.keys) + 1) // 2
        grids = row(self._grid(keys.keys[:half]), 24, self._grid(keys.keys[half:]))
        self._build(grids, keys)

    @property
    def clashes(self) -> tuple[str, ...]:
        """Keys that more than one command would have."""
        seconds = {key.second.upper(): key.command for key in KeyMap().keys if key.second}
        taken: dict[str, Command] = {}
        clashing: list[str] = []
        for command, field in self._fields.items():
            name = field.text().strip().upper()
            other = taken.get(name) or seconds.get(name)
            if name and other is not None and other is not command:
                clashing.append(field.text().strip())
            taken[name] = command
        return tuple(clashing)

    def _grid(self, keys: tuple[Key, ...]) -> QWidget:
        side = QWidget(self)
        grid = QGridLayout(side)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for column, title in enumerate((tr("做什么"), tr("按键"), tr("也可以按"))):
            grid.addWidget(Label(title, "muted", self), 0, column)
        for number, key in enumerate(keys, 1):
            grid.addWidget(Label(tr(key.title), "", self), number, 0)
            grid.addWidget(self._field(key), number, 1)
            grid.addWidget(Label(shown(key.second), "", self), number, 2)
        grid.setRowStretch(len(keys) + 1, 1)
        return side

    def _field(self, key: Key) -> QLineEdit:
        field = QLineEdit(key.first, self)
        field.setMaxLength(LONGEST_KEY)
        field.setFixedWidth(110)
        field.setObjectName(f"key-{key.command}")
        field.setAccessibleName(tr(key.title))
        field.textChanged.connect(lambda _text: self._check())
        self._fields[key.command] = field
        return field

    def _build(self, grids: QHBoxLayout, keys: KeyMap) -> None:
        print_it = button(tr("打印键位卡"), "printKeys", icon="print")
        print_it.clicked.connect(lambda: printing.preview(key_card(keys), self))
        reset = button(tr("恢复原来的键位"), "resetKeys")
        reset.clicked.connect(self._reset)
        self.close_button.clicked.connect(self.accept)
        column = page_column(self)
        column.addWidget(Label(tr("中文输入法开着也能用；全角字符照样认得。"), "muted", self))
        sides = QWidget(self)
        sides.setLayout(grids)
        frame = QScrollArea(self)
        frame.setWidgetResizable(True)
        frame.setWidget(sides)
        frame.setMinimumWidth(sides.sizeHint().width() + theme.scaled(SCROLL_BAR_PIXELS))
        column.addWidget(frame, 1)
        more = (
            tr("{keys}：第一至第九个常用认定", keys=PRESETS),
            tr("{keys}：当前列变窄、加宽、合适宽度", keys=COLUMN_KEYS),
            tr("{keys}：当前窗格变窄、加宽", keys=PANE_KEYS),
        )
        column.addWidget(Label("\n".join(more), "muted", self))
        column.addWidget(self.single)
        column.addWidget(self.fault)
        column.addLayout(row(print_it, reset, None, self.close_button))
        self.fault.hide()
        open_at(self, 740, 716)
        self.accepted.connect(self._keep)

    def _check(self) -> None:
        clashing = self.clashes
        self.fault.setText(tr("这些键有两个用处，请改一个：{keys}", keys=listed(clashing)))
        self.fault.setVisible(bool(clashing))
        self.close_button.setEnabled(not clashing)

    def _keep(self) -> None:
        self._memory.put(SINGLE_KEY, "yes" if self.single.isChecked() else "no")
        plain = {key.command: key.first for key in KeyMap().keys}
        for command, field in self._fields.items():
            text = field.text().strip()
            is_own = bool(text) and text != plain[command]
            self._memory.put(f"keys/{command}", text if is_own else "")

    def _reset(self) -> None:
        self.single.setChecked(True)
        for key in KeyMap().keys:
            self._fields[key.command].setText(key.first)


def shown(key: str) -> str:
    """A key as it stands on the keyboard."""
    words = {"Space": tr("空格"), "Return": tr("回车"), "Ctrl+Return": f"Ctrl+{tr('回车')}"}
    return words.get(key) or ARROWS.get(key, key)


def key_card(keys: KeyMap) -> QTextDocument:
    """The card as a page to print."""
    lines = "".join(
        f"<tr><td>{tr(key.title)}</td><td><b>{shown(key.first)}</b></td><td>{shown(key.second)}</td></tr>"
        for key in keys.keys
    )
    of_the_window = (
        (tr("常用认定"), PRESETS),
        (tr("当前列变窄、加宽、合适宽度"), COLUMN_KEYS),
        (tr("当前窗格变窄、加宽"), PANE_KEYS),
    )
    lines += "".join(
        f"<tr><td>{title}</td><td><b>{key}</b></td><td></td></tr>" for title, key in of_the_window
    )
    document = QTextDocument()
    document.setHtml(f"<h2>{tr('底数 · 复审键位卡')}</h2><table cellpadding='4' width='100%'>{lines}</table>")
    return document
