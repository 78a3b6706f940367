"""Splitting a transfer over media of a given size."""

from collections.abc import Sequence

from app.domain.transfer import Place, TransferItem
from app.transfer.package.build import ROOM_PER_ITEM, PackageProblem

ROOM_PER_MEDIUM = 8 << 20
"""Bytes kept for catalogue, lists and forms on every medium."""


def split_by_capacity(
    items: Sequence[TransferItem], capacity: int, *, encapsulates: bool = False
) -> tuple[tuple[TransferItem, ...], ...]:
    """The items in order, cut so that each part fits on a medium of ``capacity`` bytes.

    Raises:
        PackageProblem: an item alone does not fit; names every such item.
    """
    room = capacity - ROOM_PER_MEDIUM
    sizes = [_needed(item, encapsulates=encapsulates) for item in items]
    too_large = [
        Place(item.archival_code, "单件超过载体容量")
        for item, size in zip(items, sizes, strict=True)
        if size > room
    ]
    if too_large:
        raise PackageProblem("有文件放不进一张载体。", "请换用更大的载体，或在线移交。", too_large)
    parts: list[list[TransferItem]] = [[]]
    used = 0
    for item, size in zip(items, sizes, strict=True):
        if used + size > room and parts[-1]:
            parts.append([])
            used = 0
        parts[-1].append(item)
        used += size
    return tuple(tuple(part) for part in parts if part)


def _needed(item: TransferItem, *, encapsulates: bool) -> int:
    per_item = ROOM_PER_ITEM + 4096 * len(item.files)
    return per_item + int(item.byte_count * (2.4 if encapsulates else 1))
