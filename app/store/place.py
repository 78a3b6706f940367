"""Where a catalogue may lie: on a disk of this computer that can be written.

SQLite's write-ahead log keeps its readers in step through shared memory, which two computers do not
have; and file locks of network shares are not to be trusted. So a share is refused, not warned of.
"""

import ctypes
import os
import re
import sys
from pathlib import Path, PurePosixPath

from app.errors import AppError

SHARES = frozenset(
    {
        "afs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.gvfsd-fuse",
        "fuse.rclone",
        "fuse.smbnetfs",
        "fuse.sshfs",
        "glusterfs",
        "ncpfs",
        "nfs",
        "nfs4",
        "prl_fs",
        "smb3",
        "smbfs",
        "vboxsf",
        "vmhgfs",
        "fuse.vmhgfs-fuse",
    }
)
"""Types of file systems whose files lie on another computer (or on the host of a virtual one)."""

_MOUNTS = Path("/proc/self/mounts")
_DRIVE_REMOTE = 4


def require_own_disk(folder: Path) -> None:
    """Refuse a folder on a network share.

    Raises:
        AppError: with the advice to keep the catalogue on a local disk.
    """
    if _is_on_share(folder):
        raise AppError(
            "目录不能放在网络共享盘上。",
            "共享盘上的文件锁不可靠，多人同时使用会损坏目录。请把目录放在本机硬盘；来源文件可以在共享盘上，备份也可以拷到共享盘。",
        )


def require_writable(folder: Path) -> None:
    """Refuse a folder on a read-only medium or without the right to write.

    Raises:
        AppError: with what to do.
    """
    if not os.access(folder, os.W_OK):
        raise AppError(
            f"“{folder}”不可写（只读介质，或没有写权限）。",
            "请把整个目录文件夹复制到可写的硬盘再打开；光盘、写保护的 U 盘不能直接使用。",
        )


def share_type(mounts: str, path: PurePosixPath) -> str | None:
    """The type of the share that holds an absolute path; ``None`` when it is on a local disk.

    Args:
        mounts: what ``/proc/self/mounts`` says: device, place, type, options.
        path: without links in it.
    """
    longest, kind = -1, ""
    for line in mounts.splitlines():
        _, place, found, *_ = line.split(" ")
        mounted = PurePosixPath(re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), place))
        if path.is_relative_to(mounted) and len(mounted.parts) >= longest:
            longest, kind = len(mounted.parts), found
    return kind if kind in SHARES else None


def is_unc(path: str) -> bool:
    r"""Whether a Windows path names a share: ``\\server\share`` or ``\\?\UNC\server\share``."""
    path = path.replace("/", "\\")
    if path.startswith(("\\\\?\\", "\\\\.\\")):
        return path[4:8].upper() == "UNC\\"
    return path.startswith("\\\\")


def _is_on_share(folder: Path) -> bool:
    resolved = folder.resolve()
    if sys.platform == "win32":
        return is_unc(str(resolved)) or _drive_type(resolved.anchor) == _DRIVE_REMOTE
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return share_type(mounts, PurePosixPath(resolved)) is not None


def _drive_type(anchor: str) -> int:
    """What Windows says about a drive; 4 is one on another computer."""
    kernel: ctypes.CDLL = getattr(ctypes, "windll").kernel32  # noqa: B009 - exists on Windows only
    return int(kernel.GetDriveTypeW(anchor))
