"""Where the formatting of a Word binary file stands: formatted disk pages and the style sheet."""

from bisect import bisect_right
from dataclasses import dataclass, field, replace

from app.formats.read.little_endian import u16, u32
from app.formats.read.word_file import Pair, Piece, WordFile, positions
from app.formats.read.word_modifiers import (
    CharacterFormat,
    ParagraphFormat,
    character_format,
    paragraph_format,
    short_modifier,
)

_PAGE = 512
_MAX_STYLES = 4096
_DEEPEST_STYLE = 12
_DEFAULT = CharacterFormat(size=20)
_PARAGRAPH_STYLE = 1

ByteRun = tuple[int, int, bytes]


@dataclass(frozen=True, slots=True)
class _Style:
    base: int
    paragraph: bytes
    character: bytes


@dataclass(slots=True)
class Formatting:
    """Answers what a character or paragraph looks like; formats are worked out once each."""

    word: WordFile
    _character_runs: list[ByteRun]
    _paragraph_runs: list[ByteRun]
    _styles: list[_Style | None]
    _style_formats: dict[int, CharacterFormat] = field(default_factory=dict)
    _formats: dict[tuple[bytes, bytes, int], CharacterFormat] = field(default_factory=dict)
    _paragraphs: dict[bytes, ParagraphFormat] = field(default_factory=dict)

    @property
    def knows_paragraphs(self) -> bool:
        """Whether the file says how its paragraphs stand; the simplest writers do not."""
        return bool(self._paragraph_runs)

    def paragraph(self, position: int) -> ParagraphFormat:
        """The format of the paragraph whose mark stands at ``position``."""
        run = _run_at(self._paragraph_runs, self.word.offset_of(position))
        group = run[2] if run else b""
        if group not in self._paragraphs:
            style = u16(group, 0)
            base = self._paragraph_of_style(style)
            self._paragraphs[group] = paragraph_format(group[2:], base, self.word.data)
        return self._paragraphs[group]

    def spans(self, start: int, end: int, style: int) -> list[tuple[int, int, CharacterFormat]]:
        """Characters ``start`` to ``end`` cut where their format changes."""
        found: list[tuple[int, int, CharacterFormat]] = []
        pieces = self.word.pieces
        number = max(0, bisect_right(pieces, start, key=lambda piece: piece.start) - 1)
        while number < len(pieces) and pieces[number].start < end:
            piece = pieces[number]
            self._spans_of_piece(piece, max(start, piece.start), min(end, piece.end), style, found)
            number += 1
        return found

    def _spans_of_piece(
        self, piece: Piece, start: int, end: int, style: int, found: list[tuple[int, int, CharacterFormat]]
    ) -> None:
        extra = self._piece_modifier(piece)
        width = piece.width or 1
        runs = self._character_runs
        position = start
        while position < end:
            byte = piece.offset + (position - piece.start) * width
            number = bisect_right(runs, byte, key=lambda run: run[0]) - 1
            inside = number >= 0 and byte < runs[number][1]
            limit = (
                runs[number][1]
                if inside
                else runs[number + 1][0]
                if number + 1 < len(runs)
                else byte + (end - position) * width
            )
            stop = min(end, position + max(1, -(-(limit - byte) // width)))
            found.append((position, stop, self._format(runs[number][2] if inside else b"", extra, style)))
            position = stop

    def _piece_modifier(self, piece: Piece) -> bytes:
        if not piece.modifier & 1:
            return short_modifier(piece.modifier)
        number = piece.modifier >> 1
        return self.word.modifiers[number] if number < len(self.word.modifiers) else b""

    def _format(self, group: bytes, extra: bytes, style: int) -> CharacterFormat:
        key = (group, extra, style)
        if key not in self._formats:
            base = self._character_of_style(style)
            found = character_format(group + extra, base)
            if found.style is not None and found.style != style:
                base = self._laid_over(found.style, base)
                found = character_format(group + extra, base)
            self._formats[key] = found
        return self._formats[key]

    def _laid_over(self, style: int, base: CharacterFormat) -> CharacterFormat:
        for entry in self._chain(style):
            base = character_format(entry.character, base)
        return replace(base, style=None)

    def _character_of_style(self, style: int) -> CharacterFormat:
        if style not in self._style_formats:
            self._style_formats[style] = self._laid_over(style, _DEFAULT)
        return self._style_formats[style]

    def _paragraph_of_style(self, style: int) -> ParagraphFormat:
        found = ParagraphFormat()
        for entry in self._chain(style):
            found = paragraph_format(entry.paragraph, found, b"")
        return replace(found, style=style)

    def _chain(self, style: int) -> list[_Style]:
        """The style and those it is based on, the most general first."""
        chain: list[_Style] = []
        while len(chain) < _DEEPEST_STYLE and style < len(self._styles):
            entry = self._styles[style]
            if entry is None:
                break
            chain.append(entry)
            style = entry.base
        return chain[::-1]


def formatting_of(word: WordFile) -> Formatting:
    """Read the tables of a file; a file without them has plain text."""
    return Formatting(
        word,
        _byte_runs(word, Pair.CHARACTER_PAGES),
        _byte_runs(word, Pair.PARAGRAPH_PAGES),
        _styles(word.pair(Pair.STYLES)),
    )


def _run_at(runs: list[ByteRun], offset: int) -> ByteRun | None:
    number = bisect_right(runs, offset, key=lambda run: run[0]) - 1
    return runs[number] if number >= 0 and offset < runs[number][1] else None


def _byte_runs(word: WordFile, pair: Pair) -> list[ByteRun]:
    """Runs of all disk pages in the order of their bytes; no page is read twice."""
    plex = word.pair(pair)
    count = len(positions(plex, 4)) - 1
    numbers = dict.fromkeys(u32(plex, 4 * (count + 1) + 4 * place) & 0x3FFFFF for place in range(count))
    found: list[ByteRun] = []
    for number in numbers:
        page = word.main[number * _PAGE : (number + 1) * _PAGE]
        if len(page) == _PAGE:
            found.extend(_runs_of_page(page, is_paragraph=pair is Pair.PARAGRAPH_PAGES))
    found.sort(key=lambda run: run[0])
    return found


def _runs_of_page(page: bytes, *, is_paragraph: bool) -> list[ByteRun]:
    """A formatted disk page: offsets in front, groups behind, the count in its last byte."""
    count = page[_PAGE - 1]
    entry_size = 13 if is_paragraph else 1
    table = 4 * (count + 1)
    if table + count * entry_size > _PAGE - 1:
        return []
    found = []
    for number in range(count):
        place = page[table + number * entry_size] * 2
        group = _group(page, place, is_paragraph=is_paragraph) if place else b""
        found.append((u32(page, 4 * number), u32(page, 4 * number + 4), group))
    return found


def _group(page: bytes, place: int, *, is_paragraph: bool) -> bytes:
    size = page[place]
    if not is_paragraph:
        return page[place + 1 : place + 1 + size]
    if size:
        return page[place + 1 : place + size * 2]
    return page[place + 2 : place + 2 + page[place + 1] * 2] if place + 1 < _PAGE else b""


def _styles(sheet: bytes) -> list[_Style | None]:
    """The style sheet ([MS-DOC] 2.9.271)."""
    header = u16(sheet, 0)
    count, base_size = min(u16(sheet, 2), _MAX_STYLES), u16(sheet, 4)
    place = 2 + header
    found: list[_Style | None] = []
    for _ in range(count):
        size = u16(sheet, place)
        if place + 2 > len(sheet):
            break
        found.append(_style(sheet[place + 2 : place + 2 + size], base_size))
        place += 2 + size
    return found


def _style(entry: bytes, base_size: int) -> _Style | None:
    if len(entry) <= base_size or base_size < 6:
        return None
    kind, base = u16(entry, 2) & 0xF, u16(entry, 2) >> 4
    place = base_size + 2 + u16(entry, base_size) * 2 + 2
    groups = []
    for _ in range(min(u16(entry, 4) & 0xF, 3)):
        place += place % 2
        size = u16(entry, place)
        groups.append(entry[place + 2 : place + 2 + size])
        place += 2 + size
    if kind == _PARAGRAPH_STYLE:
        groups += [b"", b""]
        return _Style(base, groups[0][2:], groups[1])
    return _Style(base, b"", groups[0] if groups and kind == 2 else b"")
