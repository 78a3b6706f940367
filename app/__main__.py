"""Start: a sub-command goes to the command line, none opens the window; ``paper`` makes one PDF and ends."""

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

from app.errors import AppError

WINDOW = "window"
COULD_NOT = 3
PAPER = "paper"
"""How the command line starts the program once more to make a PDF."""

WINDOW_PROGRAM = "dishu-window"
"""The frozen program without a console: a catalogue dragged onto its icon is opened."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    if getattr(sys, "frozen", False):  # elsewhere it does nothing, and loading it takes its time
        from multiprocessing import freeze_support

        freeze_support()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [PAPER]:
        from app.ui.paper import run as write_paper

        return write_paper(given[1:])
    if not wants_window(sys.argv[0], given):
        gc.disable()  # looking for garbage in what is imported takes a sixth of a short command
        from app.cli import run

        return run(given)
    missing = missing_for_window(sys.platform, os.environ)
    if missing is not None:
        from app.cli.output import say_failure

        say_failure(missing)
        return COULD_NOT
    from app.ui.application import run_window

    return run_window([argument for argument in given if argument != WINDOW])


def missing_for_window(platform: str, environment: Mapping[str, str]) -> AppError | None:
    """What this machine lacks to open a window; Qt itself would abort with a message in English."""
    if find_spec("PySide6") is None:
        return AppError(
            "没有安装界面组件，打不开窗口。", "请用 python3 run.py 安装；命令行可以照常使用：dishu --help"
        )
    has_screen = any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if platform.startswith("linux") and not has_screen:
        return AppError("这里没有图形桌面，打不开窗口。", "请在桌面上运行；命令行可以照常使用：dishu --help")
    return None


def wants_window(program: str, given: Sequence[str]) -> bool:
    """Whether the window is asked for: by the name of the program, by the word, or by saying nothing."""
    return Path(program).stem == WINDOW_PROGRAM or not given or given[0] == WINDOW


if __name__ == "__main__":
    sys.exit(main())
