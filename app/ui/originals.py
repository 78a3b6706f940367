"""Opening what lies in a source folder without touching it: a read-only copy, or the folder itself."""

import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.errors import AppError
from app.paths import CONTAINER_MARK
from app.store.queries import FileRow


def path_of(file: FileRow) -> Path:
    """Where a file lies; for one inside a container, where the container lies."""
    return Path(file.root_path, file.path.partition(CONTAINER_MARK)[0])


def read_only_copy(file: FileRow, folder: Path) -> Path:
    """Copy a file into ``folder`` and take the right to write away.

    Raises:
        AppError: the file is gone, cannot be read, or lies inside a container.
    """
    if CONTAINER_MARK in file.path:
        raise AppError("这个文件在压缩包里，不能直接打开。", "请用“在文件夹中显示”找到压缩包。")
    source = path_of(file)
    copy = folder / source.name
    try:
        shutil.copyfile(source, copy)
        copy.chmod(stat.S_IREAD)
    except FileNotFoundError as error:
        raise AppError(
            "文件不在原来的位置了。", "请检查移动硬盘或网络盘是否已连接；搬了位置的，请重新采集。"
        ) from error
    except OSError as error:
        raise AppError("读不到这个文件。", "它可能正被别的程序占用，或没有读取权限，请稍后再试。") from error
    return copy


def new_temporary_folder() -> Path:
    """A folder for one copy; the system clears it."""
    return Path(tempfile.mkdtemp(prefix="dishu-"))


def open_copy(copy: Path) -> None:
    """Open a copy with the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(copy)))


def show_in_folder(file: FileRow) -> None:
    """Open the folder a file lies in, with the file selected where the system can do that.

    Raises:
        AppError: the folder is not there.
    """
    path = path_of(file)
    if not path.parent.is_dir():
        raise AppError("文件夹不在原来的位置了。", "请检查移动硬盘或网络盘是否已连接。")
    if sys.platform == "win32":
        subprocess.Popen(["explorer", "/select,", str(path)])  # noqa: S603, S607 - the system's own program
    else:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
