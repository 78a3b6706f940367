"""The command line is a contract: its page names every command, and every command keeps to it."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import cli
from tests.cli.test_parser import command

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


def operations(parser: argparse.ArgumentParser, name: str) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The command and what it divides into, each with its own parser."""
    divided = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    if not divided:
        yield name, parser
    for action in divided:
        for part, child in action.choices.items():
            yield from operations(child, f"{name} {part}")


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_the_page_names_every_command(name: str) -> None:
    for operation, _ in operations(command(name), name):
        wanted = operation.removeprefix("report ") if name == "report" else operation
        assert re.search(rf"`{wanted}[ `]", PAGE), f"docs/command-line.md does not name {operation}"


def test_the_page_names_no_command_that_is_not_there() -> None:
    named = {words[0] for words in map(str.split, re.findall(r"^\| (`.+?) \|", PAGE, re.MULTILINE))}
    assert {name.strip("`,") for name in named} <= set(cli.COMMANDS)


WRITES_FILES = {"demo", "review papers", "transfer template"}
"""Operations without a person's name that answer with a file."""


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_what_only_reads_prints_json(name: str) -> None:
    for operation, parser in operations(command(name), name):
        options = {option for action in parser._actions for option in action.option_strings}
        assert options & {"--by", "--json"} or operation in WRITES_FILES, operation
