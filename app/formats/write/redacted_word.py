"""A redacted copy of a Word document in OOXML: values taken out of the text, everything unseen dropped.

Only what carries a value changes; other paragraphs stay as they are. Tracked changes are accepted,
comments, hidden text, properties, previews, data parts, macros and embedded files are left out.
"""

import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from lxml import etree

from app.formats import refusals
from app.formats.read.word_styles import W
from app.formats.read.zip_package import ZipPackage, parse_xml

BLOCK = "█"
_DATE = (1980, 1, 1, 0, 0, 0)
_DROPPED = re.compile(
    r"^(?:docprops/|customxml/)|/(?:comments\w*|people|vbaproject|vbadata|embeddings|activex|glossary|printersettings|"
    r"stylewitheffects|keymap)|/media/thumbnail",
    re.IGNORECASE,
)
_DROPPED_TYPES = re.compile(
    r"/(?:core-properties|extended-properties|custom-properties|thumbnail|customXml|comments\w*|people|vbaProject|"
    r"oleObject|package|control|glossaryDocument|attachedTemplate|printerSettings|keyMapCustomizations|wordVbaData)$"
)
_TAKEN_OUT = ("del", "moveFrom", "commentRangeStart", "commentRangeEnd", "commentReference", "object", "control",
    "rsids", "docVars", "attachedTemplate", "trackRevisions", "dataBinding", "rPrChange", "pPrChange", "sectPrChange",
    "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange", "moveFromRangeStart",
    "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "cellIns", "mailMerge")  # fmt: skip
_UNWRAPPED = ("ins", "moveTo")
_DESCRIPTIONS = ("title", "descr", "alt")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def write_redacted_word(source: Path, target: Path, values: Sequence[str]) -> int:
    """Write the copy; returns how many places were blacked out.

    Raises:
        UnreadableError: the source is no readable Word package.
        OSError: the target cannot be written.
    """
    places = 0
    with source.open("rb") as stream, ZipPackage(stream) as package:
        names = [name for name in package.names() if not _DROPPED.search(name)]
        if not any(name.lower().startswith("word/") for name in names):
            raise refusals.damaged("不是 Word 文档。")
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in names:
                data, count = _part(name, package.read(name), values, set(names))
                archive.writestr(zipfile.ZipInfo(name, _DATE), data, zipfile.ZIP_DEFLATED)
                places += count
    return places


def _part(name: str, data: bytes, values: Sequence[str], kept: set[str]) -> tuple[bytes, int]:
    if not name.lower().endswith((".xml", ".rels")):
        return data, 0
    root = parse_xml(data)
    if name.lower() == "[content_types].xml":
        _keep_types(root, kept)
    elif name.lower().endswith(".rels"):
        _keep_relationships(root)
    else:
        _clean(root)
    count = _blacken(root, values)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), count


def _keep_types(root: etree._Element, kept: set[str]) -> None:
    for item in list(root):
        part = item.get("PartName", "").lstrip("/")
        if part and part not in kept:
            root.remove(item)


def _keep_relationships(root: etree._Element) -> None:
    """Drop relationships to parts that are left out, and links to files of the house."""
    for item in list(root.iter(_RELATIONSHIP)):
        target = item.get("Target", "")
        is_file = item.get("TargetMode") == "External" and not target.lower().startswith(("http:", "https:"))
        if _DROPPED_TYPES.search(item.get("Type", "")) or _DROPPED.search("/" + target) or is_file:
            if item.get("Type", "").endswith(("/hyperlink", "/image")):
                item.set("Target", "about:blank")
                item.set("TargetMode", "External")
            else:
                root.remove(item)


def _clean(root: etree._Element) -> None:
    for tag in _TAKEN_OUT:
        for item in list(root.iter(W + tag)):
            _remove(item)
    for tag in _UNWRAPPED:
        for item in list(root.iter(W + tag)):
            _unwrap(item)
    for switch in list(root.iter(W + "vanish")):
        run = next(switch.iterancestors(W + "r"), None)
        if run is not None and switch.get(W + "val") not in {"0", "false", "off"}:
            _remove(run)
    for item in root.iter():
        for name in list(item.attrib):
            local = str(name).rpartition("}")[2]
            if (
                (local in _DESCRIPTIONS and not str(item.tag).startswith(W))
                or local.startswith("rsid")
                or (local in {"author", "initials"} and str(name).startswith(W))
            ):
                del item.attrib[name]


def _remove(item: etree._Element) -> None:
    parent = item.getparent()
    if parent is not None:
        parent.remove(item)


def _unwrap(item: etree._Element) -> None:
    parent = item.getparent()
    if parent is None:
        return
    place = parent.index(item)
    for child in reversed(list(item)):
        parent.insert(place, child)
    parent.remove(item)


def _blacken(root: etree._Element, values: Sequence[str]) -> int:
    """Take the values out of every paragraph, then out of any single string that is left."""
    count = 0
    for paragraph in root.iter("{*}p"):
        texts = [item for item in paragraph.iter("{*}t", "{*}instrText") if _owner(item) is paragraph]
        count += _blacken_texts(texts, values)
    for item in root.iter("*"):
        if item.text and (clean := _without(item.text, values)) != item.text:
            item.text = clean
            count += 1
        for name, value in item.attrib.items():
            if (clean := _without(str(value), values)) != value:
                item.set(name, clean)
                count += 1
    return count


def _owner(item: etree._Element) -> etree._Element | None:
    return next((one for one in item.iterancestors("{*}p")), None)


def _blacken_texts(texts: Sequence[etree._Element], values: Sequence[str]) -> int:
    """Black out values that may run over several pieces; the length of the text stays."""
    whole = "".join(item.text or "" for item in texts)
    spans = list(spans_of(whole, values))
    if not spans:
        return 0
    characters = list(whole)
    for start, end in spans:
        characters[start:end] = BLOCK * (end - start)
    at = 0
    for item in texts:
        length = len(item.text or "")
        piece = "".join(characters[at : at + length])
        if item.text != piece and length:
            item.text = piece
        at += length
    return len(spans)


def spans_of(text: str, values: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the values stand in a text; blanks between their characters do not matter."""
    pattern = _pattern(tuple(values))
    if pattern is not None:
        yield from (found.span() for found in pattern.finditer(text))


@lru_cache(maxsize=64)
def _pattern(values: tuple[str, ...]) -> re.Pattern[str] | None:
    """One pattern for all values, the longest first."""
    bare = sorted({"".join(value.split()) for value in values} - {""}, key=len, reverse=True)
    spaced = (r"[\s\u3000]*".join(map(re.escape, value)) for value in bare)
    return re.compile("|".join(spaced), re.IGNORECASE) if bare else None


def _without(text: str, values: Sequence[str]) -> str:
    for start, end in spans_of(text, values):
        text = text[:start] + BLOCK * (end - start) + text[end:]
    return text
