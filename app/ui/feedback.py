"""How the window tells that something went wrong: a calm notice, or the crash dialog for our defects."""

import platform
import sys
import traceback
from collections.abc import Callable
from types import TracebackType

import PySide6
from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app import __version__
from app.errors import AppError
from app.ui import icons, theme
from app.ui.language import told, tr
from app.ui.widgets.dialog import Dialog

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


class NoticeBar(QFrame):
    """One line above the screens: what happened, what to do; stays until it is read or replaced."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setObjectName("notice")
        self._sign = QToolButton(self)
        self._sign.setProperty("role", "flat")
        self._sign.setEnabled(False)
        self._text = QLabel(self)
        self._text.setObjectName("noticeText")
        self._text.setWordWrap(True)
        close = QToolButton(self)
        close.setProperty("role", "flat")
        close.setAccessibleName(tr("关闭提示"))
        close.setToolTip(tr("关闭提示"))
        icons.show_on(close, "cross")
        close.clicked.connect(self.dismiss)
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 4, 4, 4)
        line.addWidget(self._sign)
        line.addWidget(self._text, 1)
        line.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What stands in the bar."""
        return self._text.text()

    def show_error(self, error: AppError) -> None:
        """Say what happened and what to do."""
        self._show("warning", told(error.message), told(error.advice))

    def show_message(self, message: str, advice: str = "") -> None:
        """Say what was done."""
        self._show("information", message, advice)

    def dismiss(self) -> None:
        """Take the notice away."""
        self.hide()
        self.closed.emit()

    def _show(self, sign: str, message: str, advice: str) -> None:
        icons.show_on(self._sign, sign)
        word = tr("注意") if sign == "warning" else tr("提示")
        self._sign.setToolTip(word)
        self._sign.setAccessibleName(word)
        self._text.setText(" ".join(part for part in (message, advice) if part))
        self.setAccessibleName(self._text.text())
        self.show()


class CrashDialog(Dialog):
    """A defect of ours: what was kept, what to do, and the details to copy."""

    def __init__(self, details: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("程序出错"))
        self.setObjectName("crash")
        self.details = details
        words = QLabel(
            tr(
                "程序遇到一处没有预料到的情况，刚才这一步没有完成。\n"
                "已经提交的采集、认定和留痕都在目录里，没有丢失。\n"
                "请复制下面的内容交给维护人员；其中不含公文的文字。"
            ),
            self,
        )
        words.setWordWrap(True)
        box = QPlainTextEdit(details, self)
        box.setReadOnly(True)
        box.setAccessibleName(tr("出错详情"))
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(tr("复制详情"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("copyDetails")
        copy.clicked.connect(self._copy)
        buttons.addButton(tr("继续工作"), QDialogButtonBox.ButtonRole.AcceptRole).clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.addWidget(words)
        column.addWidget(box, 1)
        column.addWidget(buttons)
        self.resize(640, 420)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details)


def describe(error: BaseException) -> str:
    """The places in our code an exception went through; never its message, which may hold a name or text."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"  {frame.name} ({frame.filename.rpartition('app/')[2]}:{frame.lineno})" for frame in frames]
    versions = f"底数 {__version__} · Python {platform.python_version()} · Qt {PySide6.__version__}"
    return "\n".join([f"{versions} · {platform.system()}", type(error).__name__, *places])


def report_crash(error: BaseException, parent: QWidget | None = None) -> CrashDialog:
    """Open the crash dialog without blocking the window."""
    dialog = CrashDialog(describe(error), parent)
    theme.dress(dialog)
    dialog.open()
    return dialog


def install_excepthook(parent: Callable[[], QWidget | None]) -> Hook:
    """Send exceptions nobody caught to the crash dialog; answers the former hook."""
    former = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            former(kind, error, trace)
            return
        report_crash(error, parent())

    sys.excepthook = hook
    return former
