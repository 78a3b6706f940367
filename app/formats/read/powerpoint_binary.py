"""PowerPoint 97 to 2003 presentations, and the dps files of WPS Office that use the same records."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from app.domain.source import Extraction, FileFormat, PartKind
from app.formats import refusals
from app.formats.read.compound import Compound
from app.formats.read.compound_properties import compound_properties
from app.formats.read.powerpoint_records import Kind, Record, living_records, record_at
from app.formats.reader import TextBuilder

READER = "powerpoint_binary 2"
_STREAM, _USER = "PowerPoint Document", "Current User"
_OLD_STORAGE = "PP97_DUALSTORAGE"
_SLIDES, _NOTES = 0, 2
_IS_HIDDEN = 0x4
_LINE_ENDS = str.maketrans({"\r": "\n", "\x0b": "\n", "\0": None})


@dataclass(slots=True)
class _Listed:
    """A slide as the document lists it: where it stands and the texts of its placeholders."""

    persist: int
    slide_id: int
    texts: list[str] = field(default_factory=list)


def read(stream: BinaryIO, file_format: FileFormat) -> Extraction:
    """Read the slides in their order, each a page, with their speaker notes."""
    builder = TextBuilder()
    with Compound(stream) as compound:
        folder = [] if compound.has(_STREAM) else [_OLD_STORAGE]
        if compound.has("EncryptedSummary"):
            raise refusals.encrypted()
        data = compound.read([*folder, _STREAM])
        places, document = living_records(data, compound.read_if_there([*folder, _USER]))
        _add_slides(builder, data, places, record_at(data, places[document], len(data)))
        properties = compound_properties(compound)
    return builder.finish(file_format, READER, properties=properties)


def _add_slides(builder: TextBuilder, data: bytes, places: dict[int, int], document: Record) -> None:
    if document.kind != Kind.DOCUMENT:
        raise refusals.damaged()
    lists = {child.instance: _listed(child) for child in document.children() if child.kind == Kind.SLIDE_LIST}
    notes = {listed.slide_id: listed for listed in lists.get(_NOTES, [])}
    for number, listed in enumerate(_once(lists.get(_SLIDES, [])), start=1):
        builder.start_page()
        slide = _object(data, places, listed.persist)
        with builder.part(_kind(slide), str(number)):
            _add_lines(builder, _texts(slide, listed.texts) if slide else listed.texts)
        note = notes.get(_notes_id(slide)) if slide else None
        page = _object(data, places, note.persist) if note else None
        if page and note:
            with builder.part(PartKind.NOTES, str(number)):
                _add_lines(builder, _texts(page, note.texts))


def _once(slides: list[_Listed]) -> Iterator[_Listed]:
    """Each slide as it is listed first: a list may name one large slide without end."""
    seen: set[int] = set()
    for listed in slides:
        if listed.persist not in seen:
            seen.add(listed.persist)
            yield listed


def _listed(slide_list: Record) -> list[_Listed]:
    found: list[_Listed] = []
    for item in slide_list.children():
        if item.kind == Kind.SLIDE_PERSIST:
            found.append(_Listed(item.number(0), item.number(12)))
        elif item.kind == Kind.TEXT_HEADER and found:
            found[-1].texts.append("")
        elif found and found[-1].texts:
            found[-1].texts[-1] += _text_of(item)
    return found


def _object(data: bytes, places: dict[int, int], persist: int) -> Record | None:
    place = places.get(persist)
    record = record_at(data, place, len(data)) if place is not None and place + 8 <= len(data) else None
    return record if record and record.kind in {Kind.SLIDE, Kind.NOTES} else None


def _kind(slide: Record | None) -> PartKind:
    """Whether the slide show leaves the slide out ([MS-PPT] 2.6.6, SlideShowSlideInfoAtom)."""
    infos = (child for child in slide.children() if child.kind == Kind.SLIDE_INFO) if slide else iter(())
    is_hidden = any(info.number(8) >> 16 & _IS_HIDDEN for info in infos)
    return PartKind.HIDDEN_SLIDE if is_hidden else PartKind.SLIDE


def _notes_id(slide: Record) -> int:
    atom = next((child for child in slide.children() if child.kind == Kind.SLIDE_ATOM), None)
    return atom.number(16) if atom else 0


def _texts(slide: Record, outline: list[str]) -> Iterator[str]:
    """Texts of the slide's shapes; a placeholder refers to a text of the document's outline.

    Outline texts that no shape refers to are added, so that nothing is lost in odd files.
    """
    used: set[int] = set()
    for box in slide.walk():
        if box.kind != Kind.CLIENT_TEXT_BOX:
            continue
        for item in box.children():
            if item.kind == Kind.OUTLINE_REFERENCE and item.number(0) < len(outline):
                if item.number(0) not in used:
                    used.add(item.number(0))
                    yield outline[item.number(0)]
            else:
                yield _text_of(item)
    yield from (text for number, text in enumerate(outline) if number not in used)


def _text_of(item: Record) -> str:
    if item.kind == Kind.TEXT_CHARS:
        return item.content[: len(item.content) // 2 * 2].decode("utf-16-le", "replace")
    return item.content.decode("latin-1") if item.kind == Kind.TEXT_BYTES else ""


def _add_lines(builder: TextBuilder, texts: Iterator[str] | list[str]) -> None:
    for text in texts:
        shown = text.translate(_LINE_ENDS).strip("\n")
        if shown.strip():
            builder.add_line(shown)
