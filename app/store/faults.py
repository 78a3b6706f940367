"""SQLite's errors, sorted once into what the user can mend and what is our defect."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from app.errors import AppError

_ADVICE = {
    sqlite3.SQLITE_BUSY: ("目录正被另一个程序使用。", "请关闭另一个窗口，稍后再试；已保存的内容没有受影响。"),
    sqlite3.SQLITE_LOCKED: (
        "目录正被另一个程序使用。",
        "请关闭另一个窗口，稍后再试；已保存的内容没有受影响。",
    ),
    sqlite3.SQLITE_FULL: ("磁盘已满，这一步没有保存。", "请清理磁盘空间后重做这一步；之前保存的内容都在。"),
    sqlite3.SQLITE_READONLY: ("目录所在位置不可写。", "请检查文件夹是否只读，或把目录复制到可写的磁盘。"),
    sqlite3.SQLITE_CANTOPEN: ("目录文件打不开。", "请检查文件夹是否存在、是否有权限读写。"),
    sqlite3.SQLITE_PERM: ("没有权限读写目录文件。", "请联系本机管理员授予该文件夹的读写权限。"),
    sqlite3.SQLITE_IOERR: (
        "读写磁盘时出错。",
        "请检查磁盘或网络连接；确认正常后重试，必要时运行 dishu repair。",
    ),
    sqlite3.SQLITE_CORRUPT: (
        "目录文件已损坏。",
        "请先备份整个目录文件夹，再运行 dishu repair，或从备份恢复。",
    ),
    sqlite3.SQLITE_NOTADB: ("这不是底数的目录文件。", "请选择含有 catalogue.db 的底数目录文件夹。"),
}


def known_fault(error: BaseException) -> AppError | None:
    """The user's sentence for an environmental fault; ``None`` for a defect of ours."""
    original = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(original, "sqlite_errorcode", None)
    if code is None:
        return None
    advice = _ADVICE.get(code & 0xFF)
    return AppError(*advice) if advice else None


@contextmanager
def explained() -> Iterator[None]:
    """Turn SQLite's environmental faults inside the block into :class:`AppError`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        fault = known_fault(error)
        if fault is None:
            raise
        raise fault from error
