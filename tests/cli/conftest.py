"""The command line as a person meets it: what was typed, what came back."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from app import cli


@dataclass(frozen=True)
class Said:
    """Exit status and output of one command."""

    status: int
    out: str
    err: str


Dishu = Callable[..., Said]


@pytest.fixture
def dishu(capsys: pytest.CaptureFixture[str]) -> Dishu:
    """Run a command in this process, also one whose arguments cannot be understood."""

    def run(*arguments: object) -> Said:
        capsys.readouterr()
        try:
            status = cli.run([str(argument) for argument in arguments])
        except SystemExit as end:
            status = int(end.code or 0)
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return run
