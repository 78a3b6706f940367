"""Walking the folders that are taken in; nothing is opened here."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.domain.source import Failure, FailureKind, Held
from app.paths import displayed, extended

_VANISHED = "文件在读取前已被移走或删除。请确认后重新采集。"
_NO_ACCESS = "没有权限打开。请联系管理员授予读取权限后重试。"
_LOOP = "文件夹的链接绕回了自己，没有跟进。"
_ENDLESS = "链接指回自己，没有可读的文件。请删除这个链接。"
_NOT_A_FILE = "不是普通文件（设备、管道等），没有读取。"


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or a folder that cannot be read (then with a failure and without size).

    ``path``: under the root, ``/`` between folders, for people; ``raw_path``: its exact bytes.
    ``released``: what a person released from quarantine, as inner paths (empty for the file itself);
    ``refused``: what was found to be classified after it had been read, likewise; ``held``: what the
    catalogue holds of files of the same size, by SHA-256.
    """

    absolute: str
    path: str
    raw_path: bytes
    size: int | None = None
    mtime_ns: int | None = None
    failure: Failure | None = None
    released: frozenset[str] = frozenset()
    refused: frozenset[str] = frozenset()
    held: Mapping[str, Held] = field(default_factory=dict)

    def under(self, folder: str) -> "Found":
        """The same file with the folder in front of its path, as a person named it."""
        return replace(self, path=os.path.join(displayed(folder), self.path))  # noqa: PTH118


def found_file(path: str) -> Found:
    """One file named by a person, which may lie anywhere."""
    return _file(os.path.abspath(path), path)  # noqa: PTH100 - pathlib would strip dots and blanks


def scan(root: Path, below: str = "") -> Iterator[Found]:
    """Every file under ``root`` (only under the folder ``below``, when given), folder by folder, sorted.

    Links to folders are followed once; a folder that cannot be read is reported, not skipped
    silently.
    """
    start = os.path.join(root, below) if below else str(root)  # noqa: PTH118 - names may end in dots
    seen: set[tuple[int, int]] = set()
    pending = [(start, below)]
    while pending:
        folder, prefix = pending.pop()
        found, folders = _read_folder(folder, prefix, seen)
        yield from found
        pending.extend(reversed(folders))


def _read_folder(
    folder: str, prefix: str, seen: set[tuple[int, int]]
) -> tuple[list[Found], list[tuple[str, str]]]:
    found: list[Found] = []
    folders: list[tuple[str, str]] = []
    try:
        status = os.stat(extended(folder))  # noqa: PTH116
        if (status.st_dev, status.st_ino) in seen and status.st_ino:
            return [_failed(folder, prefix, FailureKind.BLOCKED, _LOOP)], []
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(extended(folder)) as entries:
            for entry in sorted(entries, key=lambda item: item.name):
                path = f"{prefix}/{entry.name}" if prefix else entry.name
                if _is_folder(entry):
                    folders.append((os.path.join(folder, entry.name), path))  # noqa: PTH118
                else:
                    found.append(_file(os.path.join(folder, entry.name), path))  # noqa: PTH118
    except FileNotFoundError:
        found.append(_failed(folder, prefix, FailureKind.VANISHED, _VANISHED))
    except OSError:
        found.append(_failed(folder, prefix, FailureKind.BLOCKED, _NO_ACCESS))
    return found, folders


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """A link that leads back to itself must not hide what stands behind it in the folder."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _file(absolute: str, path: str) -> Found:
    try:
        status = os.stat(extended(absolute))  # noqa: PTH116
    except FileNotFoundError:
        return _failed(absolute, path, FailureKind.VANISHED, _VANISHED)
    except OSError as error:
        message = _ENDLESS if error.errno == errno.ELOOP else _NO_ACCESS
        return _failed(absolute, path, FailureKind.BLOCKED, message)
    if not stat.S_ISREG(status.st_mode):
        return _failed(absolute, path, FailureKind.UNSUPPORTED, _NOT_A_FILE)
    return Found(absolute, displayed(path), os.fsencode(path), status.st_size, status.st_mtime_ns)


def _failed(absolute: str, path: str, kind: FailureKind, message: str) -> Found:
    return Found(absolute, displayed(path), os.fsencode(path), failure=Failure(kind, message))
