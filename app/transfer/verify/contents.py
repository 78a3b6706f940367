"""What stands in a package: its catalogue, its descriptions, its items and its checksum lists."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from sys import intern

from lxml import etree

from app.domain.transfer import Place
from app.transfer.catalogue_files import safe_parser
from app.transfer.package.checksums import LIST_NAMES
from app.transfer.package.description import parse_description
from app.transfer.package.layout import (
    CATALOGUE_NAMES,
    DESCRIPTION_NAME,
    ENCAPSULATION_END,
    METADATA_END,
    OTHERS,
    PackageLayout,
)

VOLUME_CATALOGUE = "案卷目录.XML"
"""The 2012 layout's catalogue when whole volumes are handed over; its records are 案卷."""

LARGEST_XML = 64 << 20
"""Bytes; larger metadata files are named instead of read."""


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One record of the catalogue by element name; ``number`` counts from 1."""

    number: int
    values: dict[str, str]

    @property
    def code(self) -> str:
        """The archival code as written."""
        return self.values.get("档号", "")

    @property
    def where(self) -> str:
        """How a finding names this row."""
        return self.code or f"目录第{self.number}行"


@dataclass(frozen=True, slots=True)
class MetadataFile:
    """What the metadata of one item says about a file."""

    name: str
    size: str
    digests: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Metadata:
    """One metadata document. ``values`` holds the text of every element by name, first one wins."""

    path: str
    root: str
    values: dict[str, str]
    files: tuple[MetadataFile, ...]
    act_count: int

    @property
    def code(self) -> str:
        """The archival code that the file's name carries."""
        return self.path.rpartition("/")[2].removesuffix(METADATA_END)

    @property
    def folder(self) -> str:
        """The folder that holds the document, inside the package."""
        return self.path.rpartition("/")[0]


@dataclass(slots=True)
class Contents:
    """A package as found. ``sizes`` holds every file by path, in bytes."""

    root: Path
    layout: PackageLayout | None
    sizes: dict[str, int] = field(default_factory=dict)
    rows: list[CatalogueRow] = field(default_factory=list)
    metadata: list[Metadata] = field(default_factory=list)
    description: dict[str, str] = field(default_factory=dict)
    lists: dict[str, dict[str, str]] = field(default_factory=dict)
    unreadable: list[Place] = field(default_factory=list)
    catalogue_name: str = ""

    @property
    def content_paths(self) -> list[str]:
        """The records themselves: neither catalogue nor metadata nor what lies under 其他."""
        return [path for path in self.sizes if self._is_content(path)]

    def _is_content(self, path: str) -> bool:
        if "/" not in path or path.startswith(f"{OTHERS}/"):
            return False
        return not path.endswith((METADATA_END, ENCAPSULATION_END))


def read_contents(root: Path) -> Contents:
    """Read everything but the records themselves; what cannot be read is listed, not raised."""
    contents = Contents(root, layout_of(root))
    contents.sizes = dict(sorted(_sizes(root)))
    if contents.layout is not None:
        own = CATALOGUE_NAMES[contents.layout]
        contents.catalogue_name = own if own in contents.sizes else VOLUME_CATALOGUE
        contents.rows = list(_rows(contents))
    for path in contents.sizes:
        if path.endswith(METADATA_END):
            _add_metadata(contents, path)
        elif path.rpartition("/")[2] in LIST_NAMES.values():
            _add_list(contents, path)
    _add_description(contents)
    return contents


def layout_of(root: Path) -> PackageLayout | None:
    """The layout a package's catalogue tells; ``None`` when there is no catalogue."""
    if (root / VOLUME_CATALOGUE).is_file():
        return PackageLayout.TRANSFER_2012
    return next((layout for layout, name in CATALOGUE_NAMES.items() if (root / name).is_file()), None)


def _sizes(root: Path) -> Iterator[tuple[str, int]]:
    for path in root.rglob("*"):
        if path.is_file() and not path.is_symlink():
            yield path.relative_to(root).as_posix(), path.stat().st_size


def _rows(contents: Contents) -> Iterator[CatalogueRow]:
    root = parse_xml(contents, contents.catalogue_name)
    if root is not None:
        for number, record in enumerate(root, start=1):
            if isinstance(record.tag, str):
                yield CatalogueRow(
                    number,
                    {local(leaf): intern(leaf.text or "") for leaf in record if isinstance(leaf.tag, str)},
                )


def parse_xml(contents: Contents, path: str) -> etree._Element | None:
    """The root of a document, or ``None`` with the reason noted."""
    if contents.sizes.get(path, 0) > LARGEST_XML:
        contents.unreadable.append(Place(path, "文件过大，未读取"))
        return None
    try:
        tree = etree.parse(str(contents.root / path), safe_parser())
    except (OSError, etree.XMLSyntaxError) as error:
        contents.unreadable.append(Place(path, f"不是可读的 XML（{type(error).__name__}）"))
        return None
    if tree.docinfo.internalDTD is not None:
        contents.unreadable.append(Place(path, "含有文档类型声明，为安全起见未读取"))
        return None
    return tree.getroot()


def local(element: etree._Element) -> str:
    """The element's name without namespace."""
    return intern(element.tag.rpartition("}")[2])


def _add_metadata(contents: Contents, path: str) -> None:
    root = parse_xml(contents, path)
    if root is None:
        return
    values: dict[str, str] = {}
    files: list[MetadataFile] = []
    acts = 0
    for element in root.iter(etree.Element):
        name = local(element)
        acts += name == "业务实体"
        if name == "电子属性":
            files.append(_metadata_file(element))
        elif not len(element):
            values.setdefault(name, intern(element.text or ""))
    contents.metadata.append(Metadata(path, local(root), values, tuple(files), acts))


def _metadata_file(group: etree._Element) -> MetadataFile:
    leaves = {local(leaf): leaf.text or "" for leaf in group if isinstance(leaf.tag, str)}
    digests = tuple(
        (str(leaf.get("算法", "")).lower(), (leaf.text or "").lower())
        for leaf in group
        if isinstance(leaf.tag, str) and local(leaf) == "数字摘要"
    )
    return MetadataFile(leaves.get("计算机文件名", ""), leaves.get("计算机文件大小", ""), digests)


def _add_list(contents: Contents, path: str) -> None:
    name = path.rpartition("/")[2]
    algorithm = next(algorithm for algorithm, file in LIST_NAMES.items() if file == name)
    try:
        lines = (contents.root / path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        contents.unreadable.append(Place(path, f"校验清单无法读取（{type(error).__name__}）"))
        return
    pairs = (line.partition("  ") for line in lines if line)
    contents.lists.setdefault(algorithm, {}).update({each: digest.lower() for digest, _, each in pairs})


def _add_description(contents: Contents) -> None:
    try:
        contents.description = parse_description((contents.root / DESCRIPTION_NAME).read_bytes())
    except OSError:
        return
    except UnicodeDecodeError:
        contents.unreadable.append(Place(DESCRIPTION_NAME, "编码既非 GB18030 也非 UTF-8"))
