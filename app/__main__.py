"""Start: a sub-command goes to the command line, none opens the window."""

import multiprocessing
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status."""
    multiprocessing.freeze_support()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] != "window":
        from app.cli import run

        return run(given)
    from app.ui.application import run_window

    return run_window(given[1:])


if __name__ == "__main__":
    sys.exit(main())
