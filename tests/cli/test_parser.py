"""The parser speaks Chinese: help, columns, and what is wrong with the arguments."""

import argparse
import re
from collections.abc import Iterator

import pytest

from app import cli
from app.cli.parser import Parser, display_width, in_chinese, wrapped
from tests.cli.conftest import Dishu


def parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """The parser and all parsers of its sub-commands."""
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for child in action.choices.values():
                yield from parsers(child)


def command(name: str) -> argparse.ArgumentParser:
    (choices,) = (a for a in cli._parser(name)._actions if isinstance(a, argparse._SubParsersAction))
    return choices.choices[name]


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_argument_is_explained_in_chinese(name: str) -> None:
    for parser in parsers(command(name)):
        bare = [
            a.dest for a in parser._actions if not a.help and not isinstance(a, argparse._SubParsersAction)
        ]
        assert not bare, f"{parser.prog} says nothing about {bare}"
        english = re.findall(r"usage|positional|options:|optional|show this", parser.format_help())
        assert not english, parser.prog


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_help_fits_the_screen(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    for parser in parsers(command(name)):
        _, _, explained = parser.format_help().partition("\n\n")
        wide = [line for line in explained.splitlines() if display_width(line) > 80]
        assert not wide, f"{parser.prog}: {wide}"


def test_columns_are_straight() -> None:
    parser = Parser(prog="试")
    parser.add_argument("--by", metavar="姓名", help="经办人")
    parser.add_argument("--limit", metavar="N", help="最多")
    rows = [line for line in parser.format_help().splitlines() if line.startswith("  -")]
    assert len({display_width(line[: re.search(r"[一-鿿]+$", line).start()]) for line in rows}) == 1


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        ("the following arguments are required: 目录, --by", "还缺 目录、--by。"),
        ("argument --workers: invalid int value: 'x'", "--workers：“x”不是整数。"),
        ("argument --limit: expected one argument", "--limit：后面要写一个值。"),
        ("argument 文件夹: expected at least one argument", "文件夹：后面至少要写一个值。"),
        ("argument --preset: not allowed with argument --attribute", "--preset：不能与 --attribute 同时写。"),
        ("one of the arguments --document --batch is required", "要写其中一项：--document、--batch。"),
        ("argument --json: ignored explicit argument 'x'", "--json：后面不带值，多写了“x”。"),
        (
            "ambiguous option: --ocr=x could match --ocr, --ocr-order",
            "“--ocr=x”不够明确，可以是 --ocr, --ocr-order。",
        ),
        (
            "argument 命令: invalid choice: 'serach' (choose from 'show', 'search')",
            "命令：没有“serach”，是否要写 search？",
        ),
        (
            "argument 命令: invalid choice: 'serach' (choose from show, search)",
            "命令：没有“serach”，是否要写 search？",
        ),
        (
            "argument --answer: invalid choice: 'x' (choose from 'accepted', 'returned')",
            "--answer：没有“x”，可以写 accepted、returned。",
        ),
        ("argument 要素: 没有“题”。", "要素：没有“题”。"),
    ],
)
def test_what_is_wrong_is_said_in_chinese(message: str, sentence: str) -> None:
    assert in_chinese(message) == sentence


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("采集文件夹", 6, ["采集文", "件夹"]),
        ("只读，不改", 4, ["只", "读，", "不改"]),
        ("写 --by 姓名", 7, ["写 --by", "姓名"]),
        ("", 10, [""]),
    ],
)
def test_lines_end_by_the_width_on_the_screen(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["serach", "x"], "是否要写 search"),
        (["search", "x", "通知", "--limt", "3"], "不认识“--limt 3”，是否要写 --limit"),
        (["search", "x", "通知", "--limit", "-1"], "--limit：“-1”不是整数，或小于 0。"),
        (["ingest", "x", "y", "--workers", "0"], "--workers：“0”不是整数，或小于 1。"),
        (["correct", "x", "y", "titel", "z"], "没有“titel”，可以写 title 标题、"),
        (["show"], "还缺 目录、公文。"),
        (["review", "decide", "x", "y", "--redact", "12", "--by", "王芳"], "请写成 120-138"),
        (["review", "decide", "x", "y", "--statement", "理由", "--by", "王芳"], "种类=内容"),
    ],
)
def test_a_mistake_ends_with_two_and_says_where_to_read(dishu: Dishu, typed: list[str], told: str) -> None:
    said = dishu(*typed)
    assert said.status == 2
    assert told in said.err
    assert "--help" in said.err
    assert not said.out
