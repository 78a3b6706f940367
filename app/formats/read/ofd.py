"""OFD, the national format of fixed pages (GB/T 33190-2016), as several makers write it.

Traps met in practice: locations absolute or relative, inner names in Chinese, a signature list that is
named but not there, namespaces of makers' own, text inside composite units or template pages.
"""

import posixpath
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from lxml import etree

from app.domain.source import EmbeddedFile, Extraction, FailureKind, FileFormat, FileSignature
from app.formats import refusals
from app.formats.placed_page import PlacedPage, PlacedPicture, PlacedText
from app.formats.read.certificates import seal_name
from app.formats.read.hanzi import is_garbage
from app.formats.read.ofd_page import IDENTITY, POINTS_PER_MM, Drawing, Resources, draw, numbers, shifted
from app.formats.read.ofd_properties import ofd_date, ofd_properties
from app.formats.read.page_lines import Line, is_centred, is_drawn, layout_line, lines_as_drawn, lines_of
from app.formats.read.zip_package import ZipPackage
from app.formats.reader import TextBuilder, UnreadableError

READER = "ofd 1"
MAX_TEXT = 30_000_000
_MAX_PAGES = 20_000
_A4 = (210.0, 297.0)


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read an OFD file: text by position, attachments and signatures by name.

    Pages drawn as pictures or paths are named in ``pages_without_text``; ``needs_ocr`` is set when
    page one or most pages are such. That a signature is there says nothing about its validity.
    """
    with ZipPackage(stream) as package:
        if not package.has("OFD.xml"):
            raise refusals.damaged()
        return _Container(package).extraction(file_format)


class _Container:
    """The outermost level: one file may hold several documents, which are read one after the other."""

    def __init__(self, package: ZipPackage) -> None:
        self._package = package
        self._root = package.xml("OFD.xml")
        self._builder = TextBuilder()
        self._pictures: list[int] = []
        self._embedded: list[EmbeddedFile] = []
        self._size: tuple[float, float] | None = None

    def extraction(self, file_format: FileFormat) -> Extraction:
        for name in document_names(self._package, self._root):
            document = _Document(self._package, name)
            self._embedded += document.attachments()
            for page in document.pages():
                self._add(page)
        pages = len(self._builder.page_starts)
        properties = ofd_properties(self._root)
        if self._pictures:
            properties["pages_without_text"] = ",".join(map(str, self._pictures))
        return self._builder.finish(
            file_format,
            READER,
            properties=properties,
            embedded=tuple(self._embedded),
            signatures=tuple(_signatures(self._package, self._root)),
            page_size=self._size,
            needs_ocr=1 in self._pictures or 2 * len(self._pictures) > pages,
        )

    def _add(self, page: "_Page") -> None:
        self._builder.start_page()
        is_first = len(self._builder.page_starts) == 1
        if is_first:
            self._size = page.size
        if page.is_picture:
            self._pictures.append(len(self._builder.page_starts))
        for line in page.lines:
            start, end = self._builder.add_line(line.text)
            if is_first:
                centred = is_centred(line, page.lines, page.size[0])
                self._builder.layout.append(layout_line(line, start, end, centred=centred))
        if self._builder.length > MAX_TEXT:
            raise refusals.too_large("OFD 文件中的文字超过三千万字。")


def document_names(package: ZipPackage, root: etree._Element) -> list[str]:
    """The main parts of the documents in a file.

    Raises:
        UnreadableError: there is none, or it is encrypted.
    """
    names = [(item.text or "").strip() for item in root.iter("{*}DocRoot")]
    found = [name for name in (located(package, "OFD.xml", name) for name in names) if name]
    if not found and package.has("Encryptions.xml"):
        raise refusals.encrypted()
    if not found:
        raise refusals.damaged()
    return found


def page_picture_bytes(stream: BinaryIO, page_number: int) -> bytes:
    """The file of the picture that makes up a scanned page, numbered from 1.

    Raises:
        UnreadableError: there is no such page, or it is not a picture.
    """
    with ZipPackage(stream) as package:
        names = document_names(package, package.xml("OFD.xml"))
        pictures = (name for part in names for name in _Document(package, part).pictures())
        name = next(islice(pictures, page_number - 1, None), "") if page_number > 0 else ""
        if not name:
            raise UnreadableError(
                FailureKind.UNSUPPORTED, "OFD 文件的这一页不是整页图像，程序不能显示，请用 OFD 阅读器打开。"
            )
        return package.read(name)


def placed_page(stream: BinaryIO, page_number: int) -> PlacedPage:
    """The characters and pictures of a page, numbered from 1, where they stand.

    Raises:
        UnreadableError: the file is damaged or encrypted, or has no such page.
    """
    with ZipPackage(stream) as package:
        names = document_names(package, package.xml("OFD.xml"))
        pages = (page for part in names for page in _Document(package, part).placed())
        page = next(islice(pages, page_number - 1, None), None) if page_number > 0 else None
        if page is None:
            raise refusals.damaged("OFD 文件中没有这一页。")
        return page


class _Page:
    """A page as read: its lines, its size in points, and whether it is drawn without text."""

    def __init__(self, drawing: Drawing, size: tuple[float, float]) -> None:
        self.size = (size[0] * POINTS_PER_MM, size[1] * POINTS_PER_MM)
        lines: list[Line] = lines_of(drawing.upright) + lines_as_drawn(drawing.turned)
        text = "".join(line.text for line in lines)
        letters = sum(character.isalnum() for character in text)
        has_garbage = is_garbage(text)
        covered = sum(drawing.pictures.values()) / (size[0] * size[1])
        self.is_picture = has_garbage or is_drawn(letters, covered, drawing.path_count)
        self.lines = [] if has_garbage else lines


class _Document:
    def __init__(self, package: ZipPackage, name: str) -> None:
        self._package = package
        self._name = name
        self._root = package.xml(name)
        self._resources = Resources()
        for item in self._root.iter("{*}PublicRes", "{*}DocumentRes"):
            self._add_resources(item.text)
        self._templates = {
            item.get("ID", ""): item.get("BaseLoc", "") for item in self._root.iter("{*}TemplatePage")
        }
        self._annotations = self._annotation_parts()

    def _part(self, location: str | None, base: str | None = None) -> etree._Element | None:
        """A part of the document; one that is missing or beyond repair counts as not there."""
        name = located(self._package, base or self._name, (location or "").strip())
        try:
            return self._package.xml(name) if name else None
        except UnreadableError:
            return None

    def _add_resources(self, location: str | None) -> None:
        name = located(self._package, self._name, (location or "").strip())
        root = self._part(f"/{name}") if name else None
        if root is not None:
            self._resources.add(name, root)

    def _page_items(self) -> list[etree._Element]:
        found = self._root.findall("{*}Pages/{*}Page")
        if len(found) > _MAX_PAGES:
            raise refusals.too_large(f"OFD 文件超过 {_MAX_PAGES} 页。")
        return found

    def pages(self) -> Iterator[_Page]:
        for item in self._page_items():
            drawing, size = self._drawn(item)
            yield _Page(drawing, size)

    def placed(self) -> Iterator[PlacedPage]:
        """Each page as it is placed."""
        for item in self._page_items():
            drawing, (width, height) = self._drawn(item)
            pieces = [*drawing.upright, *drawing.turned]
            yield PlacedPage(
                width * POINTS_PER_MM,
                height * POINTS_PER_MM,
                tuple(PlacedText(one.text, one.left, one.base, one.size, one.colour) for one in pieces),
                tuple(self._placed_pictures(drawing)),
            )

    def _placed_pictures(self, drawing: Drawing) -> Iterator[PlacedPicture]:
        for resource, left, top, width, height in drawing.places:
            name = located(self._package, "", self._resources.media.get(resource, ""))
            if name:
                yield PlacedPicture(self._package.read(name), left, top, width, height)

    def pictures(self) -> Iterator[str]:
        """For each page the name of the picture that covers most of it, empty without one."""
        for item in self._page_items():
            areas = self._drawn(item)[0].pictures
            largest = max(areas, key=lambda resource: areas[resource], default="")
            yield located(self._package, "", self._resources.media.get(largest, ""))

    def _drawn(self, item: etree._Element) -> tuple[Drawing, tuple[float, float]]:
        drawing = Drawing()
        root = self._part(item.get("BaseLoc"))
        if root is None:
            return drawing, _A4
        for resource in root.iterfind("{*}PageRes"):
            self._add_resources(resource.text)
        for template in root.iterfind("{*}Template"):
            background = self._part(self._templates.get(template.get("TemplateID", "")))
            if background is not None:
                draw(background, drawing, self._resources, IDENTITY)
        draw(root, drawing, self._resources, IDENTITY)
        self._draw_annotations(item.get("ID", ""), drawing)
        return drawing, self._size(root)

    def _size(self, page: etree._Element) -> tuple[float, float]:
        for area in (page.find("{*}Area"), self._root.find("{*}CommonData/{*}PageArea")):
            box = area.findtext("{*}PhysicalBox") if area is not None else None
            _, _, width, height = numbers(box, 4)
            if width > 0 and height > 0:
                return width, height
        return _A4

    def _annotation_parts(self) -> dict[str, tuple[str, str]]:
        """Number of a page → the list of annotations and where the page's own part stands in it."""
        name = located(self._package, self._name, (self._root.findtext("{*}Annotations") or "").strip())
        root = self._part(f"/{name}") if name else None
        return {
            page.get("PageID", ""): (name, page.findtext("{*}FileLoc") or "")
            for page in (root.iter("{*}Page") if root is not None else ())
        }

    def _draw_annotations(self, identity: str, drawing: Drawing) -> None:
        base, location = self._annotations.get(identity, ("", ""))
        root = self._part(location, base) if location else None
        for appearance in root.iter("{*}Appearance") if root is not None else ():
            left, top, _, _ = numbers(appearance.get("Boundary"), 4)
            pictures = dict(drawing.pictures)
            draw(appearance, drawing, self._resources, shifted(left, top))
            drawing.pictures = pictures  # stamps and highlights are not the page itself

    def attachments(self) -> Iterator[EmbeddedFile]:
        base = located(self._package, self._name, (self._root.findtext("{*}Attachments") or "").strip())
        root = self._part(f"/{base}") if base else None
        for item in root.iter("{*}Attachment") if root is not None else ():
            target = located(self._package, base, (item.findtext("{*}FileLoc") or "").strip())
            name = item.get("Name") or posixpath.basename(target)
            yield EmbeddedFile(name, self._package.size(target))


def located(package: ZipPackage, base: str, location: str) -> str:
    """The part a location means: absolute, beside its base, or (as some write) from the root.

    Empty when there is none; a location that leads out of the package means no part of it.
    """
    if not location:
        return ""
    beside = posixpath.join("/", posixpath.dirname(base), location)
    for candidate in (beside, posixpath.join("/", location)):
        name = posixpath.normpath(candidate).lstrip("/")
        if package.has(name):
            return name
    return ""


def _signatures(package: ZipPackage, root: etree._Element) -> Iterator[FileSignature]:
    for listing in root.iter("{*}Signatures"):
        name = located(package, "OFD.xml", (listing.text or "").strip())
        for item in package.xml(name).iter("{*}Signature") if name else ():
            part = located(package, name, item.get("BaseLoc", ""))
            if part:
                yield _signature(package, part)


def _signature(package: ZipPackage, part: str) -> FileSignature:
    root = package.xml(part)
    provider = next(root.iter("{*}Provider"), None)
    signed_at = next((item.text or "" for item in root.iter("{*}SignatureDateTime")), "")
    value = located(package, part, (root.findtext("{*}SignedValue") or "").strip())
    return FileSignature(
        signer=seal_name(package.read(value)) if value else "",
        signed_at=ofd_date(signed_at),
        provider=provider.get("ProviderName", "") if provider is not None else "",
    )
