"""How the command line speaks: JSON always in UTF-8, sentences in the console's own encoding."""

import json
import sys
from collections.abc import Mapping, Sized
from typing import Any

from app.errors import AppError
from app.progress import Step, Throttled


def say(text: str) -> None:
    """A line for a person on standard output; what the console cannot show is replaced."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def say_none(found: Sized, sentence: str, *, as_json: bool) -> None:
    """Say that a list is empty; in JSON its absence says so."""
    if not found and not as_json:
        say(sentence)


def moment(at: str) -> str:
    """A stored time as a person reads it, to the minute: ``2026-03-07 14:05``."""
    return at[:16].replace("T", " ")


def say_json(record: Mapping[str, Any] | list[Any]) -> None:
    """One JSON value on one line, in UTF-8 whatever the console is."""
    line = json.dumps(record, ensure_ascii=False) + "\n"
    sys.stdout.flush()
    sys.stdout.buffer.write(line.encode("utf-8", "backslashreplace"))
    sys.stdout.flush()


def note(text: str) -> None:
    """A line beside the result, on standard error."""
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(text.encode(encoding, "replace").decode(encoding) + "\n")


def say_failure(error: AppError) -> None:
    """What happened and what to do, on standard error."""
    note(f"\n{error}")


class TerminalProgress(Throttled):
    """Progress on one line of standard error; silent when that is not a terminal."""

    def show(self, step: Step) -> None:
        """Redraw the line."""
        if not sys.stderr.isatty():
            return
        of_total = f" / {step.total}" if step.total else ""
        sys.stderr.write(f"\r\x1b[K{step.stage} {step.done}{of_total}")
        if step.total and step.done >= step.total:
            sys.stderr.write("\n")
        sys.stderr.flush()
