"""OpenDocument texts and presentations (RedOffice, LibreOffice, WPS Office)."""

from typing import BinaryIO

from lxml import etree

from app.domain.source import AsideKind, Extraction, FileFormat, PartKind
from app.formats import refusals
from app.formats.read.compound_properties import declared_count
from app.formats.read.open_document_styles import STYLE, TEXT, Styles
from app.formats.read.open_document_text import OpenDocumentText
from app.formats.read.zip_package import ZipPackage, local_name, text_of
from app.formats.reader import TextBuilder

READER = "open_document 2"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}"
_PROPERTIES = {
    "title": "title",
    "subject": "subject",
    "initial-creator": "author",
    "creator": "last_saved_by",
    "keyword": "keywords",
    "description": "comments",
    "generator": "application",
    "creation-date": "created_at",
    "date": "saved_at",
    "print-date": "printed_at",
}


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read text, tables, text boxes, notes, headers; tracked deletions and hidden text apart."""
    builder = TextBuilder()
    with ZipPackage(stream) as package:
        _refuse_encrypted(package)
        content = package.xml("content.xml")
        sheet = package.xml_if_there("styles.xml")
        styles = Styles()
        styles.add(sheet)
        styles.add(content)
        _add_content(builder, content, styles)
        _add_headers(builder, sheet, styles)
        properties = open_document_properties(package)
    return builder.finish(
        file_format,
        READER,
        page_count=len(builder.page_starts) or declared_count(properties, "pages"),
        properties=properties,
    )


def _refuse_encrypted(package: ZipPackage) -> None:
    manifest = package.xml_if_there("META-INF/manifest.xml")
    if manifest is not None and next(manifest.iter(_MANIFEST + "encryption-data"), None) is not None:
        raise refusals.encrypted()


def _add_content(builder: TextBuilder, content: "etree._Element", styles: Styles) -> None:
    body = content.find(_OFFICE + "body")
    if body is None or not len(body):
        raise refusals.damaged()
    insertions = frozenset(_insertions(builder, body))
    text = OpenDocumentText(builder, styles, insertions)
    slides = body.findall(f"{_OFFICE}presentation/{_DRAW}page")
    if slides:
        _add_slides(builder, text, slides)
    else:
        text.add_body(body)


def _add_slides(builder: TextBuilder, text: OpenDocumentText, slides: list["etree._Element"]) -> None:
    for number, slide in enumerate(slides, start=1):
        builder.start_page()
        notes = slide.find("{*}notes")
        if notes is not None:
            slide.remove(notes)
        is_hidden = text.styles.look("drawing-page", slide.get(_DRAW + "style-name", "")).is_hidden
        with builder.part(PartKind.HIDDEN_SLIDE if is_hidden else PartKind.SLIDE, str(number)):
            text.add_body(slide)
        if notes is not None:
            text.add_part(PartKind.NOTES, notes, str(number))


def _insertions(builder: TextBuilder, body: "etree._Element") -> list[str]:
    """The identifiers of tracked insertions; tracked deletions are set aside."""
    found = []
    for region in body.iter(TEXT + "changed-region"):
        for change in region:
            if local_name(change) == "insertion":
                identifier = region.get(TEXT + "id") or region.get("{http://www.w3.org/XML/1998/namespace}id")
                found.append(identifier or "")
            elif local_name(change) == "deletion":
                lines = [text_of(line) for line in change.iter(TEXT + "p", TEXT + "h")]
                builder.set_aside(AsideKind.DELETED, "\n".join(lines))
    return found


def _add_headers(builder: TextBuilder, sheet: "etree._Element | None", styles: Styles) -> None:
    """Headers and footers of the page styles; equal ones once."""
    if sheet is None:
        return
    seen: set[tuple[PartKind, str]] = set()
    for page in sheet.iter(STYLE + "master-page"):
        for element in page:
            name = local_name(element)
            kind = PartKind.HEADER if name.startswith("header") else PartKind.FOOTER
            shown = text_of(element)
            if name.startswith(("header", "footer")) and shown.strip() and (kind, shown) not in seen:
                seen.add((kind, shown))
                OpenDocumentText(builder, styles).add_part(kind, element)


def open_document_properties(package: ZipPackage) -> dict[str, str]:
    """What the package says of itself, under the names all readers use; a person's own keep theirs."""
    root = package.xml_if_there("meta.xml")
    found: dict[str, str] = {}
    meta = root.find(_OFFICE + "meta") if root is not None else None
    for item in meta if meta is not None else ():
        name, value = local_name(item), (item.text or "").strip()
        if name == "document-statistic":
            found["pages"] = item.get(_META + "page-count", "")
        elif name == "user-defined" and value:
            found[f"custom.{item.get(_META + 'name', '')}"] = value
        elif name in _PROPERTIES and value:
            key = _PROPERTIES[name]
            found[key] = f"{found[key]}, {value}" if key in found else value
    return found
