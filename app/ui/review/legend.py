"""The card of keys: shown on F1, changed there, printed to lie beside the screen."""

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui import printing
from app.ui.language import tr
from app.ui.memory import Memory
from app.ui.review.keys import Command, KeyMap, remembered_keys
from app.ui.widgets.layout import Label, button, row

SHOWN = {"Space": "空格", "Return": "回车", "Down": "↓", "Up": "↑", "Ctrl+Return": "Ctrl+回车"}
LONGEST_KEY = 12


class Legend(QDialog):
    """All keys of the desk; each can be changed."""

    def __init__(self, memory: Memory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.setWindowTitle(tr("键位一览"))
        self._memory = memory
        self._fields: dict[Command, QLineEdit] = {}
        keys = remembered_keys(memory)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        for column, title in enumerate((tr("做什么"), tr("按键"), tr("也可以按"))):
            grid.addWidget(Label(title, "muted", self), 0, column)
        for number, key in enumerate(keys.keys, 1):
            field = QLineEdit(key.first, self)
            field.setMaxLength(LONGEST_KEY)
            field.setFixedWidth(120)
            field.setObjectName(f"key-{key.command}")
            field.setAccessibleName(tr(key.title))
            self._fields[key.command] = field
            grid.addWidget(Label(tr(key.title), "", self), number, 0)
            grid.addWidget(field, number, 1)
            grid.addWidget(Label(shown(key.second), "", self), number, 2)
        self._build(grid, keys)

    def _build(self, grid: QGridLayout, keys: KeyMap) -> None:
        print_it = button(tr("打印键位卡"), "printKeys", icon="print")
        print_it.clicked.connect(lambda: printing.preview(key_card(keys), self))
        reset = button(tr("恢复原来的键位"), "resetKeys")
        reset.clicked.connect(self._reset)
        close = button(tr("好"), "closeKeys", role="primary")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(Label(tr("中文输入法开着也能用；全角字符照样认得。"), "muted", self))
        column.addLayout(grid)
        column.addLayout(row(print_it, reset, None, close))
        self.accepted.connect(self._keep)

    def _keep(self) -> None:
        plain = {key.command: key.first for key in KeyMap().keys}
        for command, field in self._fields.items():
            text = field.text().strip()
            is_own = bool(text) and text != plain[command]
            self._memory.put(f"keys/{command}", text if is_own else "")

    def _reset(self) -> None:
        for key in KeyMap().keys:
            self._fields[key.command].setText(key.first)


def shown(key: str) -> str:
    """A key as it stands on the keyboard."""
    return SHOWN.get(key, key)


def key_card(keys: KeyMap) -> QTextDocument:
    """The card as a page to print."""
    lines = "".join(
        f"<tr><td>{tr(key.title)}</td><td><b>{shown(key.first)}</b></td><td>{shown(key.second)}</td></tr>"
        for key in keys.keys
    )
    document = QTextDocument()
    document.setHtml(f"<h2>{tr('底数 · 复审键位卡')}</h2><table cellpadding='6' width='100%'>{lines}</table>")
    return document
