"""Word documents in OOXML: docx, and the files named .wps or .doc that are the same inside.

python-docx leaves out text boxes, notes and tracked insertions, so the XML is walked here. The text
begins with the header of page one, because red heads are printed there too; then comes the body;
other headers, footers, notes and comments stand at the end, each marked as what it is.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import BinaryIO

from lxml import etree

from app.domain.source import EmbeddedFile, Extraction, FileFormat, PartKind
from app.formats import refusals
from app.formats.read.office_properties import declared_pages, office_properties
from app.formats.read.word_numbering import Numbering
from app.formats.read.word_styles import Styles, W, is_on
from app.formats.read.word_text import PageBreaks, StoryWalker
from app.formats.read.zip_package import MAX_XML_BYTES, ZipPackage, parse_xml, text_of
from app.formats.reader import TextBuilder

READER = "word_xml 1"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NO_NOTES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_POINTS_PER_TWIP = 1 / 20


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read a Word document; deleted and hidden text goes into the asides."""
    with ZipPackage(stream) as package:
        return _Document(package).extraction(file_format)


class _Document:
    def __init__(self, package: ZipPackage) -> None:
        self._package = package
        self._name = _main_part(package)
        self._root = package.xml(self._name)
        self._related = package.related(self._name)
        self._builder = TextBuilder()

    def extraction(self, file_format: FileFormat) -> Extraction:
        body = self._root.find(W + "body")
        if body is None:
            raise refusals.damaged()
        has_rendered = next(body.iter(W + "lastRenderedPageBreak"), None) is not None
        self._builder.start_page()
        walker = StoryWalker(
            self._builder,
            self._styles(),
            Numbering(self._package.xml_if_there(self._target("numbering"))),
            PageBreaks.RENDERED if has_rendered else PageBreaks.SET,
        )
        headers = self._stories("headerReference")
        for header in headers[:1]:
            walker.story(header, PartKind.HEADER)
        walker.body(body)
        for header in headers[1:]:
            walker.story(header, PartKind.HEADER)
        for footer in self._stories("footerReference"):
            walker.story(footer, PartKind.FOOTER)
        self._notes(walker)
        return self._finish(file_format)

    def _styles(self) -> Styles:
        name = self._target("styles")
        return (
            _styles_of(self._package.read(name, MAX_XML_BYTES))
            if name and self._package.has(name)
            else Styles(None)
        )

    def _notes(self, walker: StoryWalker) -> None:
        for kind in ("footnotes", "endnotes"):
            for note in self._children(kind):
                if note.get(W + "type") not in _NO_NOTES:
                    walker.story(note, PartKind.FOOTNOTE)
        for comment in self._children("comments"):
            walker.story(comment, PartKind.COMMENT, comment.get(W + "author", ""))

    def _finish(self, file_format: FileFormat) -> Extraction:
        properties = office_properties(self._package)
        pages = self._page_count(declared_pages(properties))
        if len(self._builder.page_starts) == 1 and pages != 1:
            self._builder.page_starts.clear()  # the document is longer, but nobody knows where it breaks
        return self._builder.finish(
            file_format,
            READER,
            page_count=pages,
            properties=properties,
            embedded=self._embedded(),
            page_size=self._page_size(),
        )

    def _page_count(self, declared: int | None) -> int | None:
        """What Word counted, unless the document grew since by a program that does not count."""
        begun = len(self._builder.page_starts)
        if declared is not None and begun <= declared:
            return declared if declared > 1 or self._builder.length < 3000 else None
        return begun if begun > 1 else None

    def _target(self, kind: str) -> str | None:
        return next((target for found, target in self._related.values() if found == kind), None)

    def _children(self, kind: str) -> Iterator[etree._Element]:
        root = self._package.xml_if_there(self._target(kind))
        for child in root if root is not None else ():
            if isinstance(child.tag, str):
                yield child

    def _stories(self, reference: str) -> list[etree._Element]:
        """Headers or footers in the order of the sections, each text once, that of page one first."""
        found: dict[str, etree._Element] = {}
        for section in self._root.iter(W + "sectPr"):
            references = section.findall(W + reference)
            has_title_page = bool(is_on(section, "titlePg"))
            references.sort(key=lambda item: (item.get(W + "type") == "first") != has_title_page)
            for item in references:
                _, target = self._related.get(item.get(_R + "id", ""), ("", ""))
                root = self._package.xml_if_there(target)
                text = _printed(root) if root is not None else ""
                if root is not None and text:
                    found.setdefault(text, root)
        return list(found.values())

    def _page_size(self) -> tuple[float, float] | None:
        size = next(self._root.iter(W + "pgSz"), None)
        try:
            width, height = (
                (float(size.get(W + key, "")) for key in ("w", "h")) if size is not None else (0, 0)
            )
        except ValueError:
            return None
        return (width * _POINTS_PER_TWIP, height * _POINTS_PER_TWIP) if width and height else None

    def _embedded(self) -> tuple[EmbeddedFile, ...]:
        folder = self._name.rpartition("/")[0]
        found = self._package.under(f"{folder}/embeddings")
        chunks = [target for kind, target in self._related.values() if kind == "aFChunk"]
        found += [(target, self._package.size(target)) for target in chunks]
        return tuple(EmbeddedFile(name.rpartition("/")[2], size) for name, size in found)


@lru_cache(maxsize=4)
def _styles_of(part: bytes) -> Styles:
    """The styles of a document. Those of one office's programs and templates are the same from file to
    file, and reading them can take longer than all the rest.
    """
    return Styles(parse_xml(part))


def _printed(story: etree._Element) -> str:
    art = (item.get("string", "") for item in story.iter("{urn:schemas-microsoft-com:vml}textpath"))
    return (text_of(story, W + "t") + "".join(art)).strip()


def _main_part(package: ZipPackage) -> str:
    for kind, target in package.related("").values():
        if kind == "officeDocument" and package.has(target):
            return target
    if package.has("word/document.xml"):
        return "word/document.xml"
    raise refusals.damaged()
