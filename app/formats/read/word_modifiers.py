"""Property modifiers of Word binary files ([MS-DOC] 2.6): what a run or paragraph looks like."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.formats.read.little_endian import u16, u32
from app.formats.read.paragraphs import Colour

_OPERAND_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_AS_STYLE, _NOT_AS_STYLE = 0x80, 0x81
_DELETED, _INSERTED, _HIDDEN, _ALWAYS_HIDDEN = 0x0800, 0x0801, 0x083C, 0x0818
_SIZE, _COLOUR_INDEX, _COLOUR, _STYLE, _SYMBOL = 0x4A43, 0x2A42, 0x6870, 0x4A30, 0x6A09
_JUSTIFIED, _JUSTIFIED_80, _IN_TABLE, _ROW_END = 0x2461, 0x2403, 0x2416, 0x2417
_DEPTH, _INNER_CELL, _INNER_ROW_END, _PAGE_BEFORE = 0x6649, 0x244B, 0x244C, 0x2407
_HUGE = frozenset({0x6645, 0x6646})
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615
_COLOURS: tuple[Colour | None, ...] = (
    None, (0, 0, 0), (0, 0, 255), (0, 255, 255), (0, 255, 0), (255, 0, 255), (255, 0, 0), (255, 255, 0), (255, 255, 255),
    (0, 0, 128), (0, 128, 128), (0, 128, 0), (128, 0, 128), (139, 0, 0), (128, 128, 0), (128, 128, 128), (192, 192, 192),
)  # fmt: skip
# What the one-byte codes of a piece's short modifier stand for ([MS-DOC] 2.9.215).
_SHORT_CODES = {0x41: _DELETED, 0x42: _INSERTED, 0x5C: _HIDDEN, 0x51: _ALWAYS_HIDDEN, 0x62: _COLOUR_INDEX}


@dataclass(frozen=True, slots=True)
class CharacterFormat:
    """``size`` in half points; ``symbol`` as (font number, code) when a font's own sign is shown."""

    size: int | None = None
    colour: Colour | None = None
    is_deleted: bool = False
    is_inserted: bool = False
    is_hidden: bool = False
    style: int | None = None
    symbol: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph stands; ``depth`` counts the tables around it."""

    style: int = 0
    is_centred: bool = False
    depth: int = 0
    is_row_end: bool = False
    is_inner_mark: bool = False
    starts_page: bool = False


def modifiers(group: bytes) -> Iterator[tuple[int, bytes]]:
    """The modifiers of a group as (code, operand); stops where the group is torn."""
    place = 0
    while place + 2 < len(group):
        code = u16(group, place)
        place += 2
        size = _OPERAND_SIZES[code >> 13] or _variable_size(group, code, place)
        if place + size > len(group):
            return
        yield code, group[place : place + size]
        place += size


def _variable_size(group: bytes, code: int, place: int) -> int:
    if code == _TABLE_DEFINITION:
        return u16(group, place) + 1
    size = group[place]
    if code == _TABS and size == 0xFF:
        deleted = group[place + 1] if place + 1 < len(group) else 0
        added_at = place + 2 + 4 * deleted
        added = group[added_at] if added_at < len(group) else 0
        return 3 + 4 * deleted + 3 * added
    return size + 1


def short_modifier(raw: int) -> bytes:
    """A piece's one-word modifier written out as a group."""
    code = _SHORT_CODES.get(raw >> 1 & 0x7F)
    return code.to_bytes(2, "little") + bytes((raw >> 8,)) if code else b""


def character_format(group: bytes, base: CharacterFormat) -> CharacterFormat:
    """The format that a group of modifiers makes of ``base``, the format of the style."""
    found = base
    for code, operand in modifiers(group):
        if code in _CHARACTER_FLAGS:
            found = _flagged(found, base, code, operand[0])
        elif code == _SIZE:
            found = replace(found, size=u16(operand, 0))
        elif code == _COLOUR:
            colour = None if operand[3] == 0xFF else (operand[0], operand[1], operand[2])
            found = replace(found, colour=colour)
        elif code == _COLOUR_INDEX:
            found = replace(found, colour=_COLOURS[operand[0]] if operand[0] < len(_COLOURS) else None)
        elif code == _STYLE:
            found = replace(found, style=u16(operand, 0))
        elif code == _SYMBOL:
            found = replace(found, symbol=(u16(operand, 0), u16(operand, 2)))
    return found


_CHARACTER_FLAGS = frozenset({_DELETED, _INSERTED, _HIDDEN, _ALWAYS_HIDDEN})


def _flagged(found: CharacterFormat, base: CharacterFormat, code: int, value: int) -> CharacterFormat:
    if code == _DELETED:
        return replace(found, is_deleted=value not in {0, _AS_STYLE})
    if code == _INSERTED:
        return replace(found, is_inserted=value not in {0, _AS_STYLE})
    if value in {_AS_STYLE, _NOT_AS_STYLE}:
        return replace(found, is_hidden=base.is_hidden != (value == _NOT_AS_STYLE))
    return replace(found, is_hidden=bool(value))


def paragraph_format(group: bytes, base: ParagraphFormat, data: bytes) -> ParagraphFormat:
    """The format of a paragraph; long groups stand in the ``data`` stream."""
    found = base
    for code, operand in modifiers(group):
        if code in _HUGE:
            place = u32(operand, 0)
            inner = data[place + 2 : place + 2 + u16(data, place)]
            return _without_huge(inner, found)
        found = _paragraph_step(found, code, operand)
    return found


def _without_huge(group: bytes, base: ParagraphFormat) -> ParagraphFormat:
    for code, operand in modifiers(group):
        base = _paragraph_step(base, code, operand)
    return base


def _paragraph_step(found: ParagraphFormat, code: int, operand: bytes) -> ParagraphFormat:
    value = operand[0]
    if code in {_JUSTIFIED, _JUSTIFIED_80}:
        found = replace(found, is_centred=value == 1)
    elif code == _IN_TABLE:
        found = replace(found, depth=max(found.depth, 1) if value else 0)
    elif code == _DEPTH:
        found = replace(found, depth=min(u32(operand, 0), 99))
    elif code == _ROW_END:
        found = replace(found, is_row_end=bool(value))
    elif code in {_INNER_CELL, _INNER_ROW_END}:
        found = replace(found, is_inner_mark=bool(value))
    elif code == _PAGE_BEFORE:
        found = replace(found, starts_page=bool(value))
    return found
