"""Presentations in OOXML: pptx, and .dps files that are the same inside."""

from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from app.domain.source import EmbeddedFile, Extraction, FileFormat, PartKind
from app.formats import refusals
from app.formats.read.office_properties import office_properties
from app.formats.read.page_one import PageOne
from app.formats.read.whole_number import whole_number
from app.formats.read.word_styles import parse_colour
from app.formats.read.zip_package import ZipPackage, local_name, text_of
from app.formats.reader import TextBuilder

READER = "presentation 2"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_USUAL_SIZE = 18.0
_MOST_SLIDES = 20_000
_DEEPEST = 30
_EMU_PER_POINT = 12_700
_BLACK = (0, 0, 0)


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read a presentation: a page for each slide, then its notes and comments; hidden slides are marked as such."""
    with ZipPackage(stream) as package:
        name = _main_part(package)
        root = package.xml(name)
        related = package.related(name)
        builder = TextBuilder()
        slides = [
            related.get(item.get(_R_ID, ""), ("", ""))[1] for item in root.iterfind("{*}sldIdLst/{*}sldId")
        ]
        if len(slides) > _MOST_SLIDES:
            raise refusals.too_large(f"演示文稿超过 {_MOST_SLIDES} 张幻灯片。")
        for number, part in enumerate(slides, start=1):
            builder.start_page()
            _add_slide(builder, package, part, number)
        return builder.finish(
            file_format,
            READER,
            page_count=len(slides) or None,
            properties=office_properties(package),
            embedded=_embedded(package, name),
            page_size=_size(root),
        )


def _main_part(package: ZipPackage) -> str:
    for kind, target in package.related("").values():
        if kind == "officeDocument" and package.has(target):
            return target
    raise refusals.damaged()


def _add_slide(builder: TextBuilder, package: ZipPackage, part: str, number: int) -> None:
    root = package.xml_if_there(part)
    if root is None:
        return
    is_hidden = root.get("show") in {"0", "false"}
    with builder.part(PartKind.HIDDEN_SLIDE if is_hidden else PartKind.SLIDE, str(number)):
        _Shapes(builder).add(root)
    for kind, target in package.related(part).values():
        extra = package.xml_if_there(target) if kind in {"notesSlide", "comments"} else None
        if extra is not None:
            part_kind = PartKind.NOTES if kind == "notesSlide" else PartKind.COMMENT
            _add_extra(builder, extra, part_kind, str(number))


def _add_extra(builder: TextBuilder, root: etree._Element, kind: PartKind, label: str) -> None:
    """Notes (the picture of the slide and its number on the notes page are left out) or comments."""
    if kind is PartKind.COMMENT:
        texts = [text_of(item) for item in root.iter("{*}text", "{*}txBody")]
    else:
        shapes = [shape for shape in root.iter("{*}sp") if _placeholder(shape) == "body"]
        texts = [_paragraph_text(item) for shape in shapes for item in shape.iter("{*}p")]
    words = "\n".join(text for text in texts if text.strip())
    with builder.part(kind, label):
        builder.add(words + "\n" if words else "")


def _placeholder(shape: etree._Element) -> str:
    found = next(shape.iter("{*}ph"), None)
    return found.get("type", "body") if found is not None else ""


class _Shapes:
    """The text of a slide's shapes in the order in which they are drawn, groups opened."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._page_one = PageOne(builder)

    def add(self, element: etree._Element, depth: int = 0) -> None:
        for child in element if depth < _DEEPEST else ():
            name = local_name(child)
            if name == "txBody":
                for paragraph in child.iterfind("{*}p"):
                    self._line(paragraph)
            elif name == "tbl":
                with self._builder.part(PartKind.TABLE):
                    self._table(child)
            elif name == "AlternateContent":
                choice = child.find("{*}Choice")
                self.add(choice if choice is not None else child, depth + 1)
            elif name not in {"Fallback", "extLst"}:
                self.add(child, depth + 1)

    def _line(self, paragraph: etree._Element) -> None:
        if not _paragraph_text(paragraph).strip():
            return
        for run in _runs(paragraph):
            if local_name(run) == "br":
                self._builder.add("\n")
                self._page_one.end_line(is_centred=_is_centred(paragraph))
                continue
            text = (run.findtext("{*}t") or "").replace("\n", " ")
            self._builder.add(text)
            self._page_one.piece(text, *_look(run))
        self._builder.add("\n")
        self._page_one.end_line(is_centred=_is_centred(paragraph))

    def _table(self, table: etree._Element) -> None:
        for row in table.iterfind("{*}tr"):
            cells = row.findall("{*}tc")
            texts = [" ".join(_paragraph_text(item) for item in cell.iter("{*}p")).strip() for cell in cells]
            self._builder.add("\t".join(texts) + "\n")


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    for child in paragraph:
        if local_name(child) in {"r", "fld", "br"}:
            yield child


def _paragraph_text(paragraph: etree._Element) -> str:
    return "".join(
        " " if local_name(run) == "br" else (run.findtext("{*}t") or "").replace("\n", " ")
        for run in _runs(paragraph)
    )


def _look(run: etree._Element) -> tuple[float, tuple[int, int, int]]:
    properties = run.find("{*}rPr")
    if properties is None:
        return _USUAL_SIZE, _BLACK
    size = properties.get("sz", "")
    fill = properties.find("{*}solidFill/{*}srgbClr")
    colour = parse_colour(fill.get("val")) if fill is not None else None
    return whole_number(size, int(_USUAL_SIZE * 100)) / 100, colour or _BLACK


def _is_centred(paragraph: etree._Element) -> bool:
    properties = paragraph.find("{*}pPr")
    return properties is not None and properties.get("algn") in {"ctr", "dist"}


def _size(root: etree._Element) -> tuple[float, float] | None:
    size = root.find("{*}sldSz")
    if size is None:
        return None
    width, height = (whole_number(size.get(key), 0) / _EMU_PER_POINT for key in ("cx", "cy"))
    return (width, height) if width and height else None


def _embedded(package: ZipPackage, name: str) -> tuple[EmbeddedFile, ...]:
    folder = name.rpartition("/")[0]
    return tuple(
        EmbeddedFile(member.rpartition("/")[2], size)
        for member, size in package.under(f"{folder}/embeddings")
    )
