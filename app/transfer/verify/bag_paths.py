"""Paths as bag manifests write them, judged alike on every system (RFC 8493, 2.1.3 and 5.2)."""

import re
import unicodedata
from dataclasses import dataclass

_DRIVE = re.compile(r"[A-Za-z]:")
_VARIABLE = re.compile(r"%[A-Za-z_][A-Za-z0-9_()]*%[\\/]|\$\{?[A-Za-z_]+\}?[\\/]")
_ESCAPES = {"%0A": "\n", "%0D": "\r", "%25": "%"}
_ESCAPE = re.compile("|".join(_ESCAPES), re.IGNORECASE)
_LINE = re.compile(r"([0-9A-Fa-f]+)[ \t]+(\*?)(.*)")
SYSTEM_FILES = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".directory", ".localized"})


@dataclass(frozen=True, slots=True)
class ManifestLine:
    """One line of a manifest. ``path`` is without ``./``; ``has_star`` marks md5sum's binary flag."""

    digest: str
    path: str
    written: str
    has_star: bool

    @property
    def has_dot_slash(self) -> bool:
        """Whether the path was written as ``./…``."""
        return self.written.startswith("./")


def parse_line(line: str) -> ManifestLine | None:
    """One manifest line; ``None`` when it is none."""
    match = _LINE.fullmatch(line)
    if match is None or not match[3]:
        return None
    written = match[3]
    return ManifestLine(match[1].lower(), without_dot_slash(written), written, bool(match[2]))


def without_dot_slash(path: str) -> str:
    """The path without leading ``./``."""
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path


def decoded(path: str) -> str:
    """The path with the three escapes of RFC 8493 resolved; other percent signs stand for themselves."""
    return _ESCAPE.sub(lambda match: _ESCAPES[match[0].upper()], path)


def leaves_the_bag(path: str) -> str:
    """Why a path may point outside the bag on some system; empty when it cannot."""
    parts = re.split(r"[\\/]", path)
    if path.startswith(("/", "\\")):
        return "是绝对路径"
    if _DRIVE.match(path):
        return "含有盘符"
    if path.startswith("~"):
        return "指向用户目录"
    if _VARIABLE.search(path):
        return "含有环境变量"
    if ".." in parts:
        return "指向上级目录"
    return ""


def is_system_file(path: str) -> bool:
    """Whether the file is litter of an operating system, such as ``Thumbs.db``."""
    name = path.rpartition("/")[2].casefold()
    return name in SYSTEM_FILES or name.startswith("._")


def same_form(path: str) -> str:
    """Equal for paths that differ only in Unicode normalisation."""
    return unicodedata.normalize("NFC", path)
