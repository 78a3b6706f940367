"""Starts the window: dresses the program, shows the start screen, opens a catalogue."""

import logging
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSettings
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import feedback, garbage, language, theme
from app.ui.memory import Memory
from app.ui.start.screen import StartScreen

NAME = "Dishu"

_log = logging.getLogger(__name__)


def run_window(arguments: Sequence[str]) -> int:
    """Run the program's window until it is closed; ``arguments`` may name a catalogue to open."""
    app = QApplication([sys.argv[0], *arguments])
    garbage.rest_while_starting()
    app.setApplicationName(NAME)
    app.setOrganizationName(NAME)
    memory = Memory(QSettings())
    dress(app, memory)
    feedback.install_excepthook(_active_window)
    start = StartScreen(memory)
    first_paint = FirstPaint(app)
    start.opened.connect(first_paint.watch)
    start.show()
    if arguments:
        start.open(Path(arguments[0]))
    status = app.exec()
    start.stop()
    return status


class FirstPaint(QObject):
    """Notes in the log how long a person waited from the start of the program until a window was drawn."""

    def watch(self, window: QWidget) -> None:
        """Wait for the first time that ``window`` is drawn."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the event pass."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            waited = _now() - _started()
            _log.info("window drawn %d ms after the start of the program", waited * 1000)
        return False


def _now() -> float:
    """Seconds by the clock by which :func:`_started` tells."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if sys.platform == "linux" else time.time()


def _started() -> float:
    """When this process was started. Linux knows it by the time since the boot, which was at a whole second only
    for psutil: the program seemed to start up to a second too early.
    """
    import psutil  # only now, not on the user's time

    started = psutil.Process().create_time()
    return started - psutil.boot_time() if sys.platform == "linux" else started


def dress(app: QApplication, memory: Memory) -> None:
    """Language, theme and zoom as the user left them; the theme follows the system if he wishes."""
    language.use(memory.language)
    language.install_qt_texts(app, memory.language)
    theme.apply(app, memory.theme, memory.zoom)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(app, memory.theme, memory.zoom))


def _active_window() -> QWidget | None:
    return QApplication.activeWindow()
