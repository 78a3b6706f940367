"""The command line as a function, a catalogue and a folder to try it on."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
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
OFFICE = "临湖县水利局"


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


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """The folder that is taken in."""
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


@pytest.fixture
def shelf(tmp_path: Path, dishu: Dishu) -> Path:
    """A new catalogue."""
    assert dishu("new", tmp_path / "c", "--office", OFFICE).status == 0
    return tmp_path / "c"


def letter(matter: str, number: int = 1) -> str:
    """A notice of the office."""
    return f"临湖水发〔2015〕{number}号\n{OFFICE}关于{matter}的通知\n各乡镇：\n请做好{matter}。\n{OFFICE}\n2015年3月7日\n"


def documents(dishu: Dishu, shelf: Path) -> dict[str, dict[str, Any]]:
    """What is held, by title."""
    return {document["title"]: document for document in dishu("export", shelf).json["documents"]}
