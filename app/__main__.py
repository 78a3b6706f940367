"""Start: a sub-command goes to the command line, none opens the window; ``paper`` makes one PDF and ends."""

import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path

WINDOW = "window"
PAPER = "paper"
"""How the command line starts the program once more to make a PDF."""

WINDOW_PROGRAM = "dishu-window"
"""The frozen program without a console: a catalogue dragged onto its icon is opened."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    multiprocessing.freeze_support()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == [PAPER]:
        from app.ui.paper import run as write_paper

        return write_paper(given[1:])
    if not wants_window(sys.argv[0], given):
        from app.cli import run

        return run(given)
    from app.ui.application import run_window

    return run_window([argument for argument in given if argument != WINDOW])


def wants_window(program: str, given: Sequence[str]) -> bool:
    """Whether the window is asked for: by the name of the program, by the word, or by saying nothing."""
    return Path(program).stem == WINDOW_PROGRAM or not given or given[0] == WINDOW


if __name__ == "__main__":
    sys.exit(main())
