"""Where everything lies inside a package (DA/T 93-2022 appendix B; 档发〔2012〕7号 annex 2)."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath

from app.domain.transfer import Place, TransferFile, TransferItem
from app.transfer.numbering import order_inside
from app.transfer.package.names import folded_path, name_problem, safe_name

DESCRIPTION_NAME = "说明文件.TXT"
OTHERS = "其他"
METADATA_END = "元数据.XML"
ENCAPSULATION_END = ".eep"
_EXTENSION = re.compile(r"\.[A-Za-z0-9]{1,8}")


class PackageLayout(StrEnum):
    """The folder layouts archives ask for."""

    DAT_93_2022 = "dat93-2022"
    TRANSFER_2012 = "transfer-2012"


CATALOGUE_TEMPLATES = {
    PackageLayout.DAT_93_2022: "dat93-2022-xml",
    PackageLayout.TRANSFER_2012: "transfer-2012-xml",
}
CATALOGUE_NAMES = {PackageLayout.DAT_93_2022: "目录文件.XML", PackageLayout.TRANSFER_2012: "文件目录.XML"}


@dataclass(frozen=True, slots=True)
class LaidOutItem:
    """An item whose files know their paths, with the paths of what is written beside them."""

    item: TransferItem
    metadata_path: str
    encapsulation_path: str


def lay_out(items: Iterable[TransferItem], layout: PackageLayout) -> tuple[LaidOutItem, ...]:
    """Give every file of every item its path; files come in the order of DA/T 22-2015."""
    return tuple(_lay_out_item(item, layout) for item in items)


def _lay_out_item(item: TransferItem, layout: PackageLayout) -> LaidOutItem:
    code = safe_name(item.archival_code)
    folder = _folder(item, layout, code)
    files = order_inside(item.files)
    placed = tuple(
        replace(file, path=f"{folder}/{_file_name(code, n, file)}") for n, file in enumerate(files, start=1)
    )
    return LaidOutItem(
        replace(item, files=placed), f"{folder}/{code}{METADATA_END}", f"{folder}/{code}{ENCAPSULATION_END}"
    )


def _folder(item: TransferItem, layout: PackageLayout, code: str) -> str:
    if layout is PackageLayout.TRANSFER_2012:
        return f"电子档案/{item.year}/{safe_name(item.category or 'WS')}"
    parts = (item.fonds_code, item.category or "WS", str(item.year), item.retention.term, code)
    return "/".join(safe_name(part) for part in parts)


def _file_name(code: str, number: int, file: TransferFile) -> str:
    """档号 with dots for middle dots and a running number, as import programs expect it."""
    suffix = PurePosixPath(file.name.replace("\\", "/")).suffix
    if not _EXTENSION.fullmatch(suffix):
        suffix = f".{file.format}" if file.format else ""
    return f"{code.replace('·', '.')}-{number:03d}{suffix.lower()}"


def layout_problems(items: Iterable[LaidOutItem]) -> tuple[Place, ...]:
    """Items without code or files, codes given twice, and paths Windows could not hold."""
    items = tuple(items)
    problems = [problem for laid in items for problem in _item_problems(laid)]
    folded = [folded_path(safe_name(laid.item.archival_code)) for laid in items]
    codes = Counter(folded)
    problems += [
        Place(laid.item.archival_code, "档号与另一件重复")
        for laid, code in zip(items, folded, strict=True)
        if codes[code] > 1
    ]
    return tuple(problems)


def _item_problems(laid: LaidOutItem) -> Iterable[Place]:
    item = laid.item
    where = item.archival_code or item.title
    if not item.archival_code:
        yield Place(where, "尚未编制档号")
    if not item.files:
        yield Place(where, "没有电子文件")
    for path in (laid.metadata_path, *(file.path for file in item.files)):
        if problem := name_problem(path):
            yield Place(path, problem)
