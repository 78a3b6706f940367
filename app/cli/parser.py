"""An argument parser that speaks Chinese: usage, headings, columns, and what is wrong with the arguments."""

import argparse
import difflib
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from app.cli.output import say_failure
from app.cli.synonyms import meant_by
from app.errors import WrongUseError

_FRAME = (
    (re.compile(r"\Ausage: "), "用法： "),
    (re.compile(r"^positional arguments:$", re.MULTILINE), "参数："),
    (re.compile(r"^options:$", re.MULTILINE), "选项："),
)
_ROW = re.compile(r"^( +\S(?:.*?\S)?)( {2,})(?=\S)", re.MULTILINE)
"""A line of help: what is written, blanks, what it means."""

_WRONG = (
    (r"argument (?P<argument>[^:]+): (?P<wrong>.*)", "{argument}：{wrong}"),
    (r"not allowed with argument (.*)", "不能与 {0} 同时写。"),
    (r"expected one argument", "后面要写一个值。"),
    (r"expected at most one argument", "后面最多写一个值。"),
    (r"expected at least one argument", "后面至少要写一个值。"),
    (r"expected \d+ arguments?", "后面的值不够。"),
    (r"invalid int value: '(.*)'", "“{0}”不是整数。"),
    (r"invalid fromisoformat value: '(.*)'", "“{0}”不是日期，请写成 2026-03-07 这样。"),
    (r"invalid float value: '(.*)'", "“{0}”不是数。"),
    (r"invalid \S+ value: '(.*)'", "“{0}”的写法不对。"),
    (r"ambiguous option: (\S+) could match (.*)", "“{0}”不够明确，可以是 {1}。"),
    (r"ignored explicit argument '(.*)'", "后面不带值，多写了“{0}”。"),
)
"""What :mod:`argparse` says is wrong (Python 3.11 to 3.13), and how it is said here."""

_LACKING = (
    (re.compile(r"the following arguments are required: (.*)"), ", ", "还缺 {}。"),
    (re.compile(r"one of the arguments (.*) is required"), " ", "要写其中一项：{}。"),
)
"""What says which arguments are lacking: its pattern, what stands between them, how it is said here."""

_CHOICE = re.compile(r"invalid choice: '(?P<typed>.*?)' \(choose from (?P<known>.*)\)", re.DOTALL)


class Parser(argparse.ArgumentParser):
    """Sub-parsers are of this class too; a mistake ends the program with status 2, as ever."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - what ArgumentParser takes
        super().__init__(**{"formatter_class": Formatter, **given, "add_help": False})
        self.add_argument("-h", "--help", action="help", help="显示这些说明")

    def format_usage(self) -> str:
        """The usage under a Chinese heading."""
        return _framed(super().format_usage())

    def format_help(self) -> str:
        """The whole help under Chinese headings, its columns straight where characters are wide."""
        return _ROW.sub(_straight, _framed(super().format_help()))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:  # noqa: ANN401
        """Refuse what is left over here, where the command's own options are known."""
        known, left = super().parse_known_args(args, namespace)
        if left:
            self.error(f"不认识“{' '.join(left)}”{_near(left[0], self._option_string_actions) or '。'}")
        return known, left

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the arguments and where to read on, and end."""
        self.print_usage(sys.stderr)
        values = {"/".join(one.option_strings): one.metavar for one in self._actions if one.option_strings}
        named = {name: f"{name} {metavar}" for name, metavar in values.items() if metavar}
        say_failure(WrongUseError(in_chinese(message, named), f"详细说明：{self.prog} --help"))
        self.exit(2)

    def _check_value(self, action: argparse.Action, value: Any) -> None:  # noqa: ANN401 - as argparse has it
        """Say of a command that there is not which one may be meant; other values as ever."""
        # argparse has no public way to the commands and their summaries
        if isinstance(action, argparse._SubParsersAction) and value not in action.choices:  # noqa: SLF001
            summaries = {one.dest: one.help or "" for one in action._choices_actions}  # noqa: SLF001
            raise argparse.ArgumentError(action, no_command(str(value), summaries, self.prog))
        super()._check_value(action, value)


class Formatter(argparse.HelpFormatter):
    """Wraps by the width on the screen, where a Chinese character takes two columns."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in wrapped(text, width - len(indent)))


def no_command(typed: str, summaries: Mapping[str, str], program: str) -> str:
    """What is said of a command that there is not: the one like it, the one that is meant, or all there are.

    ``summaries`` explains each command there is in Chinese; who types Chinese may mean one by its summary.
    """
    if any(mark in typed for mark in "/\\") or Path(typed).exists():
        example = "status" if "status" in summaries else next(iter(summaries))
        return f"“{typed}”像是路径。先写命令，再写目录，如 {program} {example} 目录。"
    near = difflib.get_close_matches(typed, summaries, n=2)
    told = [name for name, summary in summaries.items() if len(typed) > 1 and typed in summary]
    meant = f"dishu {meant_by(typed)}".removeprefix(f"{program} ")
    is_here = meant.startswith("--") or meant.split(" ")[0] in summaries
    found = ([meant] if is_here else []) or near or told
    ask = f"是否要写 {'、'.join(found)}？" if found else f"可以写 {'、'.join(summaries)}。"
    return f"没有“{typed}”，{ask}"


def in_chinese(message: str, named: Mapping[str, str] = MappingProxyType({})) -> str:
    """What argparse says is wrong, in Chinese; a sentence of ours or an unknown one stays as it is.

    ``named``: options with the value that stands behind each.
    """
    for lack, between, said in _LACKING:
        lacking = lack.fullmatch(message)
        if lacking is not None:
            return said.format("、".join(named.get(one, one) for one in lacking[1].split(between)))
    choice = _CHOICE.fullmatch(message)
    if choice is not None:
        return _no_such(choice["typed"], [word.strip("' ") for word in choice["known"].split(",")])
    for pattern, sentence in _WRONG:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None and "argument" in found.groupdict():
            return sentence.format(argument=found["argument"], wrong=in_chinese(found["wrong"]))
        if found is not None:
            return sentence.format(*found.groups())
    return message


def _no_such(typed: str, known: list[str]) -> str:
    return f"没有“{typed}”{_near(typed, known) or '，可以写 ' + '、'.join(known) + '。'}"


def _near(typed: str, known: Iterable[str]) -> str:
    """The question whether a word like it was meant; empty when there is none."""
    near = difflib.get_close_matches(typed, known, n=2)
    return f"，是否要写 {'、'.join(near)}？" if near else ""


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width`` columns; between Chinese characters a line may end anywhere."""
    lines, line = [], ""
    for piece in _pieces(" ".join(text.split())):
        if line and display_width(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, line.rstrip()]


def _pieces(text: str) -> list[str]:
    """What may not be torn apart: a word with the sign and blank that follow it, or one wide character."""
    return re.findall(r"[!-~]+\s?[，。；：、）”]*|.[，。；：、）”]*", text)


def display_width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def _framed(text: str) -> str:
    for english, chinese in _FRAME:
        text = english.sub(chinese, text)
    return text


def _straight(row: re.Match[str]) -> str:
    """The row with fewer blanks where its first column is wider than argparse reckons."""
    head, blanks = row.groups()
    return head + " " * max(2, len(blanks) - (display_width(head) - len(head)))
