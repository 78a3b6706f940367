"""The command line as a function."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from app import cli


@dataclass(frozen=True)
class Said:
    """Exit status and output of one command."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The JSON value that was printed."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The JSON values that were printed, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Dishu = Callable[..., Said]


@pytest.fixture
def dishu(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Dishu:
    """Run a command in this process; ``typed`` is what a person types."""

    def run(*arguments: object, typed: str = "") -> Said:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capsys.readouterr()
        status = cli.run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return run
