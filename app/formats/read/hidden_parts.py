"""What an Office file in OOXML carries that no page shows: previews, data parts, macros, hidden rows."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import BinaryIO

from app.formats.read.zip_package import ZipPackage, local_name


class HiddenKind(StrEnum):
    """What kind of part it is."""

    THUMBNAIL = "thumbnail"
    CUSTOM_DATA = "custom_data"
    MACRO = "macro"
    EMBEDDED = "embedded"
    PIVOT_CACHE = "pivot_cache"
    EXTERNAL_LINK = "external_link"
    HIDDEN_ROWS = "hidden_rows"
    HIDDEN_COLUMNS = "hidden_columns"
    ALTERNATIVE_TEXT = "alternative_text"


@dataclass(frozen=True, slots=True)
class HiddenPart:
    """One such part; ``where`` names it for a person, ``text`` is what it holds where that is text."""

    kind: HiddenKind
    where: str
    text: str = ""


_BY_PLACE = (
    ("docprops/thumbnail", HiddenKind.THUMBNAIL),
    ("customxml/item", HiddenKind.CUSTOM_DATA),
    ("/vbaproject", HiddenKind.MACRO),
    ("/embeddings/", HiddenKind.EMBEDDED),
    ("/pivotcache/pivotcacherecords", HiddenKind.PIVOT_CACHE),
    ("/externallinks/", HiddenKind.EXTERNAL_LINK),
)
_ITEM_PROPERTIES = "itemprops"


def hidden_parts(stream: BinaryIO) -> list[HiddenPart]:
    """Every such part of the package.

    Raises:
        UnreadableError: no readable package.
    """
    with ZipPackage(stream) as package:
        names = package.names()
        return [*_placed(names), *_rows_and_columns(package, names), *_descriptions(package, names)]


def _placed(names: list[str]) -> Iterator[HiddenPart]:
    for name in names:
        folded = name.lower()
        if _ITEM_PROPERTIES in folded or folded.endswith(".rels"):
            continue
        for place, kind in _BY_PLACE:
            if place in folded:
                yield HiddenPart(kind, posixpath.basename(name))


def _rows_and_columns(package: ZipPackage, names: list[str]) -> Iterator[HiddenPart]:
    for name in names:
        if "xl/worksheets/sheet" not in name.lower() or name.endswith(".rels"):
            continue
        root = package.xml(name)
        for tag, kind in (("row", HiddenKind.HIDDEN_ROWS), ("col", HiddenKind.HIDDEN_COLUMNS)):
            count = sum(item.get("hidden") in {"1", "true"} for item in root.iter("{*}" + tag))
            if count:
                yield HiddenPart(kind, posixpath.basename(name), str(count))


def _descriptions(package: ZipPackage, names: list[str]) -> Iterator[HiddenPart]:
    """Alternative texts of pictures and drawings."""
    for name in names:
        if not name.lower().endswith(".xml") or not name.lower().startswith(
            ("word/", "xl/drawings", "ppt/slides")
        ):
            continue
        for item in package.xml(name).iter("{*}docPr", "{*}cNvPr"):
            text = " ".join(item.get(key, "") for key in ("title", "descr")).strip()
            if text and local_name(item):
                yield HiddenPart(HiddenKind.ALTERNATIVE_TEXT, item.get("name", ""), text)
