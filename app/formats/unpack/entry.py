"""A file inside a container, before anything of it is unpacked."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from app.formats import refusals
from app.formats.encoding import decode

_FORBIDDEN = re.compile(r"[\x00-\x1f\x7f]")
_DRIVE = re.compile(r"^[A-Za-z]:")
_RATIO_COUNTS_FROM = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a container may unfold to before it counts as a bomb.

    ``depth`` containers inside each other; ``ratio`` of unpacked to packed size, asked of members
    above 16 megabytes (a blank page of a scan is packed as tightly as any bomb); ``members`` in one container; sizes in bytes, ``total_bytes`` for everything
    that is unpacked from one file on disk.
    """

    depth: int = 3
    ratio: int = 200
    members: int = 20_000
    member_bytes: int = 256 * 1024 * 1024
    total_bytes: int = 2 * 1024 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Entry:
    """``size`` unpacked and ``packed`` (``None`` if the container does not say) in bytes.

    ``read`` gives the bytes or raises :class:`UnreadableError`; it may be called only until the next
    entry is asked for.
    """

    name: str
    size: int
    packed: int | None
    read: Callable[[], bytes]

    def refuse_if_unsafe(self, limits: Limits) -> None:
        """Raise if the name leads astray or the member is too large to be unpacked."""
        if not is_safe_name(self.name):
            raise refusals.unsafe_name()
        if self.size > limits.member_bytes:
            raise refusals.too_large("压缩包内的文件展开后过大。")
        if self.packed is not None and self.size > max(
            _RATIO_COUNTS_FROM, limits.ratio * max(1, self.packed)
        ):
            raise refusals.too_large("压缩包内的文件压缩比异常，疑似压缩炸弹。")


def is_safe_name(name: str) -> bool:
    """Whether a member's name stays inside of its container."""
    if not name.strip() or name.startswith(("/", "\\\\")) or _DRIVE.match(name) or _FORBIDDEN.search(name):
        return False
    return ".." not in PurePosixPath(name).parts


def decoded_name(raw: bytes) -> str:
    """The name of a member whose container does not say in which encoding it is."""
    return decode(raw).text.replace("\\", "/")
