"""OLE compound files ([MS-CFB]) and the Word 97 binary in them ([MS-DOC]), as small as readers accept."""

import struct
from pathlib import Path

from tests.samples.compose import Line, Style

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
MINI_CUTOFF = 4096


def compound_file(streams: dict[str, bytes]) -> bytes:
    """A version 3 compound file whose root holds ``streams``.

    Streams are padded to 4096 bytes so that none needs the mini stream; names are at most 31 characters.
    """
    contents = {name: content.ljust(MINI_CUTOFF, b"\0") for name, content in streams.items()}
    chains: list[int] = []
    starts: dict[str, int] = {}
    body = b""
    for name, content in contents.items():
        starts[name] = len(chains)
        body += _padded(content)
        chains += _chain(len(chains), len(_padded(content)) // SECTOR)
    directory = _padded(_directory(contents, starts))
    directory_start = len(chains)
    chains += _chain(directory_start, len(directory) // SECTOR)
    fat_start = len(chains)
    fat_count = -(-(fat_start + 1) // (SECTOR // 4 - 1))
    chains += [FAT] * fat_count
    fat = struct.pack(f"<{len(chains)}I", *chains)
    fat = fat.ljust(fat_count * SECTOR, b"\xff")
    return _header(directory_start, fat_start, fat_count) + body + directory + fat


def _padded(content: bytes) -> bytes:
    return content.ljust(-(-len(content) // SECTOR) * SECTOR, b"\0")


def _chain(start: int, count: int) -> list[int]:
    return [*range(start + 1, start + count), END]


def _header(directory_start: int, fat_start: int, fat_count: int) -> bytes:
    head = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 0x3E, 3, 0xFFFE, 9, 6, b"", 0,
        fat_count, directory_start, 0, MINI_CUTOFF, END, 0, END, 0,
    )  # fmt: skip
    sectors = [fat_start + place if place < fat_count else FREE for place in range(109)]
    return head + struct.pack("<109I", *sectors)


def _directory(contents: dict[str, bytes], starts: dict[str, int]) -> bytes:
    """The root and its streams; siblings hang to the right of each other in the order readers expect."""
    names = sorted(contents, key=lambda name: (len(name), name.upper()))
    entries = _entry("Root Entry", 5, END, 0, child=1 if names else FREE)
    for place, name in enumerate(names, start=1):
        right = place + 1 if place < len(names) else FREE
        entries += _entry(name, 2, starts[name], len(contents[name]), right=right)
    empty = struct.pack("<64sHBBIII16sIQQIQ", b"", 0, 0, 0, FREE, FREE, FREE, b"", 0, 0, 0, 0, 0)
    return entries + empty * (-(1 + len(names)) % 4)


def _entry(name: str, kind: int, start: int, size: int, *, right: int = FREE, child: int = FREE) -> bytes:
    encoded = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        encoded,
        len(encoded) + 2,
        kind,
        1,
        FREE,
        right,
        child,
        b"",
        0,
        0,
        0,
        start,
        size,
    )


FIB_SIZE = 898
TEXT_START = 2048
FC_CLX = 66
"""Which pair of the FIB's table (fcClx, lcbClx) tells where the piece table stands."""


def write_doc(path: Path, lines: tuple[Line, ...], *, is_kingsoft: bool = False) -> None:
    """Word 97 text in one Unicode piece; Kingsoft's Writer marks its files with a stream of its own."""
    text = "".join(_paragraph(line) for line in lines)
    encoded = text.encode("utf-16-le")
    piece_table = _piece_table(len(encoded) // 2)
    word = _fib(len(encoded) // 2, len(piece_table)).ljust(TEXT_START, b"\0") + encoded
    streams = {"WordDocument": word, "1Table": piece_table}
    if is_kingsoft:
        streams["WpsCustomData"] = b"KSWPS"
    path.write_bytes(compound_file(streams))


def _paragraph(line: Line) -> str:
    """A paragraph; cells end with the cell mark, a row with one more."""
    if line.style is Style.TABLE:
        return "".join(f"{cell}\x07" for cell in line.cells) + "\x07"
    return f"{line.text}\r"


def _piece_table(characters: int) -> bytes:
    """Clx with one piece: positions 0 and end, then the descriptor with the offset of the text."""
    pieces = struct.pack("<II", 0, characters) + struct.pack("<HIH", 0, TEXT_START, 0)
    return b"\x02" + struct.pack("<I", len(pieces)) + pieces


def _fib(characters: int, table_size: int) -> bytes:
    base = struct.pack(
        "<HHHHHHHIBBHHII", 0xA5EC, 0x00C1, 0, 0x0804, 0, 0x1200, 0x00BF, 0, 0, 0, 0, 0, TEXT_START,
        TEXT_START + 2 * characters,
    )  # fmt: skip
    words = struct.pack("<H", 14) + b"\0" * 28
    longs = struct.pack("<H", 22) + struct.pack("<22I", 0, 0, 0, characters, *[0] * 18)
    pairs = [0] * (93 * 2)
    pairs[FC_CLX : FC_CLX + 2] = [0, table_size]
    table = struct.pack("<H", 93) + struct.pack(f"<{len(pairs)}I", *pairs)
    return (base + words + longs + table + struct.pack("<H", 0)).ljust(FIB_SIZE, b"\0")
