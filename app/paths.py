"""Path rules that hold on every system, and where the program keeps its own files."""

import os
import sys
from pathlib import Path

CONTAINER_MARK = "!/"
"""Between a container and the name of a file in it: ``outer.zip!/inner/name.doc``."""


def resources() -> Path:
    """The folder of data that a customer can read and replace."""
    frozen = getattr(sys, "_MEIPASS", None)
    base = Path(frozen) if frozen else Path(__file__).parent.parent
    return base / "resources"


def displayed(name: str) -> str:
    r"""A name for people: bytes that are not valid in the system's encoding are shown as ``\xNN``."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def extended(path: str) -> str:
    """The same path in the form that Windows accepts beyond 260 characters; elsewhere unchanged."""
    if os.name != "nt":
        return path
    return windows_extended(os.path.abspath(path))  # noqa: PTH100 - pathlib would strip dots and blanks


def windows_extended(path: str) -> str:
    r"""An absolute Windows path with the ``\\?\`` prefix, also for network shares."""
    path = path.replace("/", "\\")
    if path.startswith("\\\\?\\"):
        return path
    if path.startswith("\\\\"):
        return "\\\\?\\UNC\\" + path[2:]
    return "\\\\?\\" + path
