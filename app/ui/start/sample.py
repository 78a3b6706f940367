"""The sample archive for newcomers: its catalogue, or what it can be made from when it is not there yet.

A checkout has it in ``demo/`` after ``run.py demo``; a built program brings the files with it and makes the
catalogue in the person's own data folder when it is first wanted, by the same demonstration, in a process of
its own.
"""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from app import paths
from app.errors import AppError
from app.ui.language import tr

COMMAND_LINE = "dishu"
LONGEST = 900
"""Seconds; on two cores it takes about half a minute."""

PARTS = ("result", "catalogue")


def catalogue_in(places: tuple[Path, ...]) -> Path | None:
    """The first catalogue of the sample archive that there is."""
    found = (place.joinpath(*PARTS) for place in places)
    return next((folder for folder in found if (folder / "catalogue.db").is_file()), None)


def places() -> tuple[Path, ...]:
    """Where the sample may lie: beside the program, in the person's own data."""
    own = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return paths.resources().parent / "demo", Path(own) / "demo"


def make(files: Path, place: Path) -> Path:
    """Run the demonstration on the sample files; answers the catalogue.

    Raises:
        AppError: the files are not here, or the demonstration ended badly.
    """
    if not files.is_dir():
        raise AppError(
            tr("示例目录还没有生成。"), tr("请在程序文件夹里运行一次 python3 run.py demo，再来打开。")
        )
    result = place / PARTS[0]
    result.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(  # noqa: S603 - our own program
        [*_command_line(), "demo", str(files), "--into", str(result)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=LONGEST,
        check=False,
        env=_environment(),
    )
    found = catalogue_in((place,))
    if done.returncode not in {0, 1} or found is None:
        raise AppError(
            tr("示例目录没有做成。"), tr("请检查磁盘空间；也可以直接新建目录，采集自己的文件夹试一试。")
        )
    return found


def _command_line() -> list[str]:
    if getattr(sys, "frozen", False):
        program = Path(sys.executable)
        return [str(program.with_name(COMMAND_LINE + program.suffix))]
    return [sys.executable, "-m", "app"]


def _environment() -> Mapping[str, str]:
    return {**os.environ, "PYTHONPATH": str(paths.resources().parent), "PYTHONIOENCODING": "utf-8"}
