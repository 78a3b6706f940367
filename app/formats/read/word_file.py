"""The frame of a Word binary file ([MS-DOC] 2.5, 2.8): header, streams and the piece table.

Offsets and counts come from the file and are believed only within its bounds.
"""

import struct
from bisect import bisect_right
from dataclasses import dataclass
from enum import IntEnum

from app.domain.source import FileFormat
from app.formats import refusals
from app.formats.encoding import decode
from app.formats.read.compound import Compound
from app.formats.read.little_endian import u16, u32

_ENCRYPTED, _COMPLEX, _OTHER_TABLE = 0x0100, 0x0004, 0x0200
_WORD_97 = 0x00C1
_STORY_COUNTS_97, _STORY_COUNTS_95 = 0x4C, 0x34
_COMPRESSED = 0x40000000


class Pair(IntEnum):
    """Places of offset/length pairs in FibRgFcLcb97."""

    STYLES = 1
    FOOTNOTE_TEXT = 3
    COMMENT_TEXT = 5
    SECTIONS = 6
    HEADERS = 11
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    PIECES = 33
    SHAPES = 40
    ENDNOTE_TEXT = 47
    TEXT_BOXES = 56
    HEADER_TEXT_BOXES = 58


class Story(IntEnum):
    """The stories whose text stands one after the other, in this order."""

    MAIN = 0
    FOOTNOTES = 1
    HEADERS = 2
    MACROS = 3
    COMMENTS = 4
    ENDNOTES = 5
    TEXT_BOXES = 6
    HEADER_TEXT_BOXES = 7


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters ``start`` to ``end`` of the text stand at byte ``offset``, ``width`` bytes each.

    ``modifier`` is the raw property modifier that fast saving put on the whole piece.
    """

    start: int
    end: int
    offset: int
    width: int
    modifier: int


@dataclass(frozen=True, slots=True)
class WordFile:
    """The streams of a Word file and where its text stands.

    ``text`` has one character for each character position, so that positions in the file's tables
    are positions in it; characters beyond the basic plane are still two surrogates.
    """

    main: bytes
    table: bytes
    data: bytes
    is_word_97: bool
    pieces: tuple[Piece, ...]
    modifiers: tuple[bytes, ...]
    text: str
    stories: tuple[tuple[int, int], ...]

    def pair(self, pair: Pair) -> bytes:
        """The part of the table stream a pair of the header points to; empty when out of bounds."""
        if not self.is_word_97:
            return b""
        offset, size = u32(self.main, 0x9A + 8 * pair), u32(self.main, 0x9E + 8 * pair)
        return self.table[offset : offset + size] if offset + size <= len(self.table) else b""

    def offset_of(self, position: int) -> int:
        """The byte of the main stream at which a character stands."""
        number = bisect_right(self.pieces, position, key=lambda piece: piece.start) - 1
        piece = self.pieces[max(0, number)]
        return piece.offset + (position - piece.start) * piece.width


def positions(plex: bytes, item_size: int) -> list[int]:
    """The character positions of a plex: n + 1 of them for n items."""
    count = (len(plex) - 4) // (4 + item_size)
    return list(struct.unpack_from(f"<{count + 1}I", plex)) if count > 0 else []


def open_word(compound: Compound) -> WordFile:
    """Find header, tables and text.

    Raises:
        UnreadableError: encrypted, damaged, or a Word file from before Word 6.
    """
    main = compound.read("WordDocument")
    flags, version = u16(main, 0x0A), u16(main, 0x02)
    if len(main) < 0x200 or main[:2] not in {b"\xec\xa5", b"\xdc\xa5", b"\xdb\xa5"}:
        raise refusals.damaged()
    if main[:2] == b"\xdb\xa5":
        raise refusals.unsupported(FileFormat.WORKS)
    if flags & _ENCRYPTED:
        raise refusals.encrypted()
    if version < _WORD_97 and main[:2] != b"\xec\xa5":
        return _open_word_95(main, is_complex=bool(flags & _COMPLEX))
    table = compound.read_if_there("1Table" if flags & _OTHER_TABLE else "0Table")
    table = table or compound.read_if_there("0Table" if flags & _OTHER_TABLE else "1Table")
    offset, size = u32(main, 0x9A + 8 * Pair.PIECES), u32(main, 0x9E + 8 * Pair.PIECES)
    pieces, modifiers = _pieces(table[offset : offset + size], len(main))
    if not pieces:
        raise refusals.damaged()
    text = "".join(_piece_text(main, piece) for piece in pieces)
    stories = _stories(main, _STORY_COUNTS_97, len(text))
    data = compound.read_if_there("Data")
    return WordFile(main, table, data, True, pieces, modifiers, text, stories)


def _stories(main: bytes, offset: int, length: int) -> tuple[tuple[int, int], ...]:
    """Start and end of each story; a header whose counts exceed the text is cut at its end."""
    found, start = [], 0
    for number in range(len(Story)):
        end = min(length, start + u32(main, offset + 4 * number))
        found.append((start, end))
        start = end
    return tuple(found)


def _pieces(clx: bytes, main_size: int) -> tuple[tuple[Piece, ...], tuple[bytes, ...]]:
    """The piece table and the property modifiers in front of it ([MS-DOC] 2.9.38)."""
    modifiers: list[bytes] = []
    place = 0
    while place < len(clx) and clx[place] == 1:
        size = u16(clx, place + 1)
        modifiers.append(clx[place + 3 : place + 3 + size])
        place += 3 + size
    if clx[place : place + 1] != b"\x02":
        return (), ()
    plex = clx[place + 5 : place + 5 + u32(clx, place + 1)]
    return tuple(_pieces_of(plex, main_size)), tuple(modifiers)


def _pieces_of(plex: bytes, main_size: int) -> list[Piece]:
    """Pieces in order; reading stops at the first that lies outside of the stream.

    No piece repeats another's bytes in a sound file, so all text together is at most as long as
    the stream; more is an attempt to make the reader swell.
    """
    starts = positions(plex, 8)
    count = len(starts) - 1
    found: list[Piece] = []
    position = 0
    for number in range(count):
        length = starts[number + 1] - starts[number]
        descriptor = 4 * (count + 1) + 8 * number
        place = u32(plex, descriptor + 2)
        width = 1 if place & _COMPRESSED else 2
        offset = (place & 0x3FFFFFFF) // (2 if width == 1 else 1)
        if length == 0:
            continue
        if length < 0 or offset >= main_size or position + length > main_size:
            break
        length = min(length, (main_size - offset) // width)
        found.append(Piece(position, position + length, offset, width, u16(plex, descriptor + 6)))
        position += length
    return found


def _piece_text(main: bytes, piece: Piece) -> str:
    raw = main[piece.offset : piece.offset + (piece.end - piece.start) * piece.width]
    if piece.width == 1:
        return raw.decode("latin-1") if raw.isascii() else _western(raw)
    text = raw.decode("utf-16-le", "replace")
    if len(text) * 2 == len(raw):
        return text
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def _western(raw: bytes) -> str:
    """Windows-1252 with its five gaps, one character for each byte."""
    return "".join(bytes((byte,)).decode("cp1252", "replace") if byte > 0x7F else chr(byte) for byte in raw)


def _open_word_95(main: bytes, *, is_complex: bool) -> WordFile:
    """Word 6 and 95: bytes in a code page that has to be guessed; no formatting is read."""
    if is_complex:
        offset, size = u32(main, 0x160), u32(main, 0x164)
        pieces, modifiers = _pieces(main[offset : offset + size], len(main))
        raw = b"".join(main[p.offset : p.offset + (p.end - p.start) * p.width] for p in _single_bytes(pieces))
    else:
        modifiers = ()
        raw = main[u32(main, 0x18) : u32(main, 0x1C)]
    if not raw:
        raise refusals.damaged()
    lengths = [u32(main, _STORY_COUNTS_95 + 4 * number) for number in range(len(Story))]
    texts, place = [], 0
    for length in lengths:
        texts.append(decode(raw[place : place + length]).text if length else "")
        place = min(len(raw), place + length)
    text = "".join(texts)
    ends = [sum(map(len, texts[: number + 1])) for number in range(len(texts))]
    stories = tuple(zip([0, *ends[:-1]], ends, strict=True))
    whole = (Piece(0, len(text), 0, 0, 0),)
    return WordFile(main, b"", b"", False, whole, modifiers, text, stories)


def _single_bytes(pieces: tuple[Piece, ...]) -> list[Piece]:
    """In Word 6 and 95 an offset is in bytes and never marked as compressed."""
    return [Piece(p.start, p.end, p.offset, 1, p.modifier) if p.width == 2 else p for p in pieces]
