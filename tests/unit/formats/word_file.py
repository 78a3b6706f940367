"""Word 97 files for tests, built piece by piece ([MS-DOC])."""

import io
import struct
from dataclasses import dataclass, field

from tests.samples.carriers.compound import compound_file

DELETED, INSERTED, HIDDEN = b"\x00\x08\x01", b"\x01\x08\x01", b"\x3c\x08\x01"
RED, IN_TABLE, ROW_END, CENTRED = (
    b"\x70\x68\xff\x00\x00\x00",
    b"\x16\x24\x01",
    b"\x17\x24\x01",
    b"\x61\x24\x01",
)
PAGE_SIZE = 512
TEXT_PLACE = 2048


def size(points):
    return struct.pack("<HH", 0x4A43, points * 2)


@dataclass
class WordSample:
    """``pieces``: (text, bytes a character, property modifier), stored in reverse order of the text.

    ``characters`` and ``paragraphs``: (end position, modifiers), covering the text from its start;
    ``counts``: characters of each story; ``tables``: number of a pair in the header → its bytes.
    """

    pieces: list
    characters: list = field(default_factory=list)
    paragraphs: list = field(default_factory=list)
    counts: tuple = ()
    tables: dict = field(default_factory=dict)
    modifiers: tuple = ()
    flags: int = 0x0200
    streams: dict = field(default_factory=dict)

    def stream(self):
        return io.BytesIO(self.bytes())

    def bytes(self):
        main = bytearray(TEXT_PLACE)
        offsets = self._add_text(main)
        main += b"\0" * (-len(main) % PAGE_SIZE)
        tables = dict(self.tables)
        if self.characters:
            tables[12] = self._add_page(main, offsets, self.characters, is_paragraph=False)
        if self.paragraphs:
            tables[13] = self._add_page(main, offsets, self.paragraphs, is_paragraph=True)
        tables[33] = self._piece_table(offsets)
        table = bytearray(4)
        for pair, data in tables.items():
            struct.pack_into("<II", main, 0x9A + 8 * pair, len(table), len(data))
            table += data
        self._write_header(main)
        return compound_file({"WordDocument": bytes(main), "1Table": bytes(table), **self.streams})

    def _add_text(self, main):
        offsets = {}
        for number, (text, width, _) in reversed(list(enumerate(self.pieces))):
            offsets[number] = len(main)
            main += text.encode("utf-16-le" if width == 2 else "cp1252")
            main += b"\0" * (len(main) % 2)
        return offsets

    def _lengths(self):
        return [len(text.encode("utf-16-le")) // 2 for text, _, _ in self.pieces]

    def _place(self, offsets, position):
        start = 0
        for number, length in enumerate(self._lengths()):
            if position <= start + length:
                return offsets[number] + (position - start) * self.pieces[number][1]
            start += length
        raise ValueError(position)

    def _add_page(self, main, offsets, runs, *, is_paragraph):
        """One formatted disk page; works for text of a single piece."""
        places = [self._place(offsets, 0), *(self._place(offsets, end) for end, _ in runs)]
        page = bytearray(PAGE_SIZE)
        struct.pack_into(f"<{len(places)}I", page, 0, *places)
        free, table = PAGE_SIZE - 2, 4 * len(places)
        for number, (_, group) in enumerate(runs):
            packed = _paragraph_group(group) if is_paragraph else bytes((len(group),)) + group
            free = (free - len(packed)) // 2 * 2
            page[free : free + len(packed)] = packed
            page[table + number * (13 if is_paragraph else 1)] = free // 2
        page[PAGE_SIZE - 1] = len(runs)
        number = len(main) // PAGE_SIZE
        main += page
        return struct.pack("<III", places[0], places[-1], number)

    def _piece_table(self, offsets):
        starts, position = [0], 0
        for length in self._lengths():
            position += length
            starts.append(position)
        descriptors = b"".join(
            struct.pack("<HIH", 0, offsets[n] if width == 2 else offsets[n] * 2 | 0x40000000, modifier)
            for n, (_, width, modifier) in enumerate(self.pieces)
        )
        plex = struct.pack(f"<{len(starts)}I", *starts) + descriptors
        groups = b"".join(b"\x01" + struct.pack("<H", len(group)) + group for group in self.modifiers)
        return groups + b"\x02" + struct.pack("<I", len(plex)) + plex

    def _write_header(self, main):
        struct.pack_into("<HH", main, 0, 0xA5EC, 0x00C1)
        struct.pack_into("<H", main, 0x0A, self.flags)
        counts = self.counts or (sum(self._lengths()),)
        struct.pack_into(f"<{len(counts)}I", main, 0x4C, *counts)


def _paragraph_group(group):
    """Style number and modifiers, with their length in words in front ([MS-DOC] 2.9.181)."""
    content = b"\0\0" + group
    if len(content) % 2:
        return bytes(((len(content) + 1) // 2,)) + content
    return bytes((0, len(content) // 2)) + content
