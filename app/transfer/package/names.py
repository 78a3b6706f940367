"""Names that every file system keeps, Windows above all."""

import re
import unicodedata
from functools import lru_cache

LONGEST_NAME = 120
"""In characters; leaves room for the folders above within Windows' 260."""

LONGEST_PATH = 220
"""The longest path inside a package, in characters."""

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|com[0-9\u00b9\u00b2\u00b3]|lpt[0-9\u00b9\u00b2\u00b3])(?:\..*)?", re.IGNORECASE
)
_MOST_BYTES = 240


@lru_cache(maxsize=256)
def safe_name(name: str) -> str:
    """The name without characters Windows forbids, never reserved, empty or ending in a dot or space."""
    safe = _FORBIDDEN.sub("_", unicodedata.normalize("NFC", name)).strip().rstrip(". ")
    if not safe or _RESERVED.fullmatch(safe):
        safe = f"_{safe}"
    return _shortened(safe)


def _shortened(name: str) -> str:
    """Cut the stem, not the extension, to the longest name in characters and bytes."""
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) > 10:
        stem, dot, extension = name, "", ""
    tail = dot + extension
    while len(stem + tail) > LONGEST_NAME or len((stem + tail).encode()) > _MOST_BYTES:
        stem = stem[:-1]
    return stem.rstrip(". ") + tail


def name_problem(path: str) -> str:
    """Why Windows could not hold a relative path with slashes; empty when it can."""
    if len(path) > LONGEST_PATH:
        return f"路径长度 {len(path)} 超过 {LONGEST_PATH}"
    for part in path.split("/"):
        if _FORBIDDEN.search(part):
            return "含有 Windows 不允许的字符"
        if part != part.rstrip(". "):
            return "以句点或空格结尾"
        if _RESERVED.fullmatch(part):
            return "是 Windows 保留名称"
    return ""


def folded_path(path: str) -> str:
    """Equal for paths that some file system takes for the same: case and Unicode form folded."""
    return unicodedata.normalize("NFC", path).casefold()
