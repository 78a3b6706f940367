"""Arguments that several sub-commands share."""

import argparse
import os
from pathlib import Path

from app.domain.people import SYSTEM


def add_catalogue(parser: argparse.ArgumentParser) -> None:
    """The catalogue's folder."""
    parser.add_argument("catalogue", type=Path, metavar="目录", help="底数目录文件夹")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Whether to print JSON instead of sentences."""
    parser.add_argument("--json", action="store_true", help="输出 JSON（UTF-8）")


def add_by(parser: argparse.ArgumentParser, *, is_required: bool = True) -> None:
    """Who acts."""
    default = None if is_required else SYSTEM
    parser.add_argument("--by", required=is_required, default=default, metavar="姓名", help="经办人")


def add_workers(parser: argparse.ArgumentParser) -> None:
    """How many worker processes read files."""
    parser.add_argument(
        "--workers",
        type=int,
        default=max(1, os.cpu_count() or 1),
        metavar="N",
        help="读取进程数，默认与处理器数相同",
    )
