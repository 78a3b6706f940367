"""Starts the window: dresses the program, shows the start screen, opens a catalogue."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from app.ui import feedback, language, theme
from app.ui.memory import Memory
from app.ui.start.screen import StartScreen

NAME = "Dishu"


def run_window(arguments: Sequence[str]) -> int:
    """Run the program's window until it is closed; ``arguments`` may name a catalogue to open."""
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName(NAME)
    app.setOrganizationName(NAME)
    memory = Memory(QSettings())
    dress(app, memory)
    feedback.install_excepthook(_active_window)
    start = StartScreen(memory)
    if arguments:
        start.open(Path(arguments[0]))
    else:
        start.show()
    status = app.exec()
    start.stop()
    return status


def dress(app: QApplication, memory: Memory) -> None:
    """Language, theme and zoom as the user left them; the theme follows the system if he wishes."""
    language.use(memory.language)
    language.install_qt_texts(app, memory.language)
    theme.apply(app, memory.theme, memory.zoom)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.apply(app, memory.theme, memory.zoom))


def _active_window() -> QWidget | None:
    return QApplication.activeWindow()
