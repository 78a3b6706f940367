"""Opening a source file so that nobody else is hindered."""

import sys
import time
from typing import BinaryIO

from app.paths import extended

BACK_OFF_SECONDS = (0.2, 0.5, 1.0)
"""Waits before another try when a scanner or another program holds the file."""


def open_for_reading(path: str) -> BinaryIO:
    """Open for reading only; on Windows others may still rename or delete the file meanwhile.

    Raises:
        PermissionError: the file stays blocked after several tries.
    """
    for seconds in BACK_OFF_SECONDS:
        try:
            return _open(path)
        except PermissionError:
            time.sleep(seconds)
    return _open(path)


if sys.platform == "win32":

    def _open(path: str) -> BinaryIO:
        import ctypes
        import msvcrt
        import os

        generic_read, share_all, open_existing, sequential = 0x80000000, 0x7, 3, 0x08000000
        create_file = ctypes.windll.kernel32.CreateFileW
        create_file.restype = ctypes.c_void_p
        handle = create_file(extended(path), generic_read, share_all, None, open_existing, sequential, None)
        if handle in {None, ctypes.c_void_p(-1).value}:
            raise ctypes.WinError()
        descriptor = msvcrt.open_osfhandle(handle, os.O_RDONLY | os.O_BINARY)
        return os.fdopen(descriptor, "rb")

else:

    def _open(path: str) -> BinaryIO:
        return open(extended(path), "rb")  # noqa: PTH123 - names may not be valid paths for pathlib
