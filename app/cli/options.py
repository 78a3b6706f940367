"""Arguments that several sub-commands share."""

import argparse
import getpass
import os
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar

from app.cli.output import note
from app.domain.people import SYSTEM
from app.errors import WrongUseError

Choice = TypeVar("Choice", bound=StrEnum)

MOST_LISTED = 20
"""With more values than this the help names none; the error lists them."""


_QUOTES = (('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("＂", "＂"), ("”", "”"))
"""Pairs in which paths are pasted: from the Explorer (复制为路径), and from letters and chats."""


class Acts(Protocol):
    """Where sub-commands are declared; argparse does not name the type."""

    def add_parser(self, name: str, *, help: str = "", description: str = "") -> argparse.ArgumentParser:  # noqa: A002 - its name
        """Declare one."""


def one_of(terms: Mapping[Choice, str], metavar: str, about: str = "") -> dict[str, Any]:
    """What ``add_argument`` needs for one value of an enum, typed as in JSON or as its Chinese term."""
    told = _listed(terms) if len(terms) <= MOST_LISTED else ""
    return {
        "type": _reader(terms),
        "metavar": metavar,
        "help": "：".join(part for part in (about, told) if part),
    }


def _reader(terms: Mapping[Choice, str]) -> Callable[[str], Choice]:
    known = {term: value for value, term in terms.items()} | {value.value: value for value in terms}

    def read(typed: str) -> Choice:
        if typed not in known:
            raise argparse.ArgumentTypeError(f"没有“{typed}”，可以写 {_listed(terms)}。")
        return known[typed]

    return read


def at_least(least: int) -> Callable[[str], int]:
    """What reads a whole number that is not smaller than this."""

    def read(typed: str) -> int:
        if not typed.isdecimal() or int(typed) < least:
            raise argparse.ArgumentTypeError(f"“{typed}”不是整数，或小于 {least}。")
        return int(typed)

    return read


def _listed(terms: Mapping[Choice, str]) -> str:
    return "、".join(value if value == term else f"{value} {term}" for value, term in terms.items())


def unquoted(typed: str) -> str:
    r"""A path without the quotation marks in which it was pasted; one that is there is taken as it is.

    The Windows shell leaves the mark behind a backslash (``"D:\目录\"``), and no name there can hold one.
    """
    if not typed.strip():
        raise argparse.ArgumentTypeError("路径是空的。")
    if Path(typed).exists():
        return typed
    bare = typed.strip()
    for begin, end in _QUOTES:
        if len(bare) > 2 and bare.startswith(begin) and bare.endswith(end):
            return bare[1:-1]
    return bare.removesuffix('"') or typed


def path(typed: str) -> Path:
    """A path as it was typed or pasted."""
    return Path(unquoted(typed))


def add_catalogue(parser: argparse.ArgumentParser) -> None:
    """The catalogue's folder."""
    parser.add_argument("catalogue", type=path, metavar="目录", help="底数目录文件夹")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Whether to print JSON instead of sentences."""
    parser.add_argument("--json", action="store_true", help="输出 JSON（UTF-8）")


def add_always_json(parser: argparse.ArgumentParser) -> None:
    """``--json`` where nothing but JSON is ever printed, so that who writes it is not refused."""
    parser.add_argument("--json", action="store_true", help="可不写：总是输出 JSON（UTF-8）")


def add_by(parser: argparse.ArgumentParser, *, is_required: bool = True) -> None:
    """Who acts."""
    default = None if is_required else SYSTEM
    parser.add_argument("--by", required=is_required, default=default, metavar="姓名", help="经办人")


def add_by_if(parser: argparse.ArgumentParser, option: str) -> None:
    """Who acts, where only this option writes; :func:`require_by` then asks for the name."""
    parser.add_argument("--by", metavar="姓名", help=f"经办人；用 {option} 时要写")


def require_by(given: argparse.Namespace, act: str) -> None:
    """Refuse an act that nobody has put a name to."""
    if not (given.by or "").strip():
        raise WrongUseError(f"{act}要写明经办人。", "请用 --by 写明姓名。")


def add_by_account(parser: argparse.ArgumentParser) -> None:
    """Who acts where scripts may leave it out; :func:`acting` then names the operating system's account."""
    parser.add_argument("--by", metavar="姓名", help="经办人；不写即记操作系统的用户名")


def acting(given: argparse.Namespace) -> str:
    """Who acts; a name that was not given is told, because the audit trail will bear the account instead."""
    if given.by is not None:
        return str(given.by)
    account = getpass.getuser()
    note(f"没有写 --by，审计记为操作系统用户“{account}”。")
    return account


def add_workers(parser: argparse.ArgumentParser) -> None:
    """How many worker processes read files."""
    parser.add_argument(
        "--workers",
        type=at_least(1),
        default=max(1, os.cpu_count() or 1),
        metavar="N",
        help="读取进程数，默认与处理器数相同",
    )
