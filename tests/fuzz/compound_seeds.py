"""Tiny compound files: Word, mail, slides; an execution takes a millisecond."""

import struct

from tests.fuzz.compound_parts import packed, streams_of
from tests.unit.formats.word_file import (
    CENTRED,
    DELETED,
    HIDDEN,
    IN_TABLE,
    INSERTED,
    RED,
    ROW_END,
    WordSample,
    size,
)


def _tightened(data: bytes) -> bytes:
    """A compound file without the zeros that the samples' writer pads streams with."""
    return packed({path: content.rstrip(b"\0") + bytes(4) for path, content in streams_of(data).items()})


def wide(text: str) -> bytes:
    return text.encode("utf-16-le")


def _summary() -> bytes:
    """A set of document properties: code page, title, number of pages, time."""
    title = "关于防汛的通知".encode("gb18030") + b"\0\0"
    values = (
        struct.pack("<Ii", 2, 936)
        + struct.pack("<II", 30, len(title))
        + title
        + struct.pack("<II", 3, 2)
        + struct.pack("<IQ", 64, 128_493_000_000_000_000)
    )
    places = (0, 8, 16 + len(title), 24 + len(title))
    pairs = b"".join(
        struct.pack("<II", pid, 40 + place) for pid, place in zip((1, 2, 14, 12), places, strict=True)
    )
    body = struct.pack("<II", 0, 4) + pairs + values
    return b"\xfe\xff\0\0" + bytes(20) + struct.pack("<I", 1) + bytes(16) + struct.pack("<I", 48) + body


def _style_sheet() -> bytes:
    """Two paragraph styles, the second based on the first, and one of characters."""
    head = struct.pack("<HH", 18, 3) + struct.pack("<H", 10) + bytes(14)
    styles = b""
    for kind, base, groups in (
        (1, 0xFFF, (b"\0\0" + CENTRED, RED)),
        (1, 0, (b"\1\0", size(22))),
        (2, 0xFFF, (HIDDEN,)),
    ):
        entry = (
            struct.pack("<HHHHH", 0, kind | base << 4, len(groups), 0, 0)
            + struct.pack("<H", 1)
            + "正".encode("utf-16-le")
            + b"\0\0"
        )
        for group in groups:
            entry += bytes(len(entry) % 2) + struct.pack("<H", len(group)) + group
        styles += struct.pack("<H", len(entry)) + entry
    return head + styles


def _fast_saved_95() -> bytes:
    """Word 95 as fast saving left it: a piece table in the main stream."""
    data = bytearray(0x220) + "旧文\r".encode("gb18030")
    end = len(data)
    plex = struct.pack("<II", 0, end - 0x220) + struct.pack("<HIH", 0, 0x220, 0)
    data += b"\x01\x02\x00ab\x02" + struct.pack("<I", len(plex)) + plex
    struct.pack_into("<HH", data, 0, 0xA5DC, 0x65)
    struct.pack_into("<H", data, 0x0A, 4)
    struct.pack_into("<II", data, 0x160, end, len(data) - end)
    struct.pack_into("<I", data, 0x34, end - 0x220)
    return bytes(data)


def words() -> list[bytes]:
    """Word 97 with formatting, a table, pieces, stories and properties; plain; Word 95."""
    looks = WordSample(
        [("临湖县文件\r正文\r", 2, 0)],
        characters=[(3, size(36) + RED), (6, DELETED + HIDDEN), (9, size(16) + INSERTED)],
        paragraphs=[(6, CENTRED), (9, b"\x07\x24\x01")],
        streams={"\x05SummaryInformation": _summary()},
    )
    cells = "姓名\x07单位\x07\x07张三\x07县局\x07\x07后文\r"
    groups = [IN_TABLE, IN_TABLE, IN_TABLE + ROW_END, IN_TABLE, IN_TABLE, IN_TABLE + ROW_END, b""]
    table = WordSample([(cells, 2, 0)], paragraphs=list(zip([3, 6, 7, 10, 13, 14, 17], groups, strict=True)))
    stories = ["首行\x13 PAGE \x141\x15\r\x08次\x0c", "注\r", "页眉\r页脚\r", "", "批\r", "尾\r", "红头\r"]
    headers = struct.pack("<13I", 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 6, 6, 6)
    anchors = struct.pack("<III", 14, 17, 1025) + bytes(22)
    boxes = struct.pack("<II", 0, 3) + bytes(14) + struct.pack("<II", 1025, 0)
    sections = struct.pack("<II", 0, 17) + struct.pack("<HIHI", 0, 2000, 0, 0)
    whole = WordSample(
        [("".join(stories), 2, 0)],
        counts=tuple(map(len, stories)),
        tables={11: headers, 40: anchors, 56: boxes, 6: sections},
    )
    pieces = WordSample(
        [("abc\r", 1, 0x0001), ("数据\r", 2, 0x00B8)], modifiers=(RED, b"\x09\x6a\x00\x00\xfe\xf0")
    )
    signs = WordSample(
        [("甲\x08(\x0c乙\U00020000\r\r\r", 2, 0), ("caf\xe9\r", 1, 0)],
        characters=[(1, b"\x30\x4a\x01\x00"), (3, b"\x09\x6a\x00\x00\xfe\xf0"), (8, size(16))],
        paragraphs=[(4, b"\x45\x66\x00\x00\x00\x00"), (8, b"\x49\x66\x02\x00\x00\x00")],
        tables={
            1: _style_sheet(),
            6: struct.pack("<III", 0, 4, 8) + struct.pack("<HIHI", 0, 0x500, 0, 0) * 2,
        },
        streams={"Data": struct.pack("<H", 3) + CENTRED},
    )
    old = bytearray(0x220) + "旧文\r第二行\r".encode("gb18030")
    struct.pack_into("<HH", old, 0, 0xA5DC, 0x65)
    struct.pack_into("<II", old, 0x18, 0x220, len(old))
    struct.pack_into("<I", old, 0x34, len(old) - 0x220)
    samples = [_tightened(one.bytes()) for one in (looks, table, whole, pieces, signs)]
    return [*samples, packed({("WordDocument",): bytes(old)}), packed({("WordDocument",): _fast_saved_95()})]


def messages() -> list[bytes]:
    """Outlook messages: a plain body, a page, compressed RTF, an attachment, a message inside."""
    fixed = struct.pack("<HHIII", 3, 0x3FFD, 6, 936, 0) + struct.pack(
        "<HHIQ", 0x40, 0x39, 6, 128_493_000_000_000_000
    )
    folder, inner = "__attach_version1.0_#00000000", "__substg1.0_3701000D"
    head = {("__properties_version1.0",): bytes(32) + fixed, ("__substg1.0_0037001F",): wide("关于会议")}
    packed_text = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    return [
        packed({**head, ("__substg1.0_1000001F",): wide("请参会。"), ("__substg1.0_0C1A001E",): "张".encode("gb18030")}),
        packed({**head, ("__substg1.0_10130102",): "<p>页<br>面</p>".encode("gb18030")}),
        packed({**head, ("__substg1.0_10090102",): packed_text}),
        packed({**head, (folder, "__substg1.0_37010102"): b"PK", (folder, "__substg1.0_3707001F"): wide("附件.zip")}),
        packed({
            **head,
            (folder, inner, "__properties_version1.0"): bytes(24) + fixed,
            (folder, inner, "__substg1.0_1000001F"): wide("内层"),
        }),
    ]  # fmt: skip


def _record(kind: int, content: bytes, *, instance: int = 0, holds: bool = False) -> bytes:
    return struct.pack("<HHI", instance << 4 | (15 if holds else 0), kind, len(content)) + content


def compressed_rich_texts() -> list[bytes]:
    """What Outlook packs its RTF into, packed and stored."""
    packed_text = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    return [
        packed_text,
        bytes(4) + struct.pack("<I", 24) + b"MELA" + bytes(4) + rb"{\rtf1\ansi rich text\par}",
    ]


def slides() -> list[bytes]:
    """A PowerPoint 97 file with two slides' texts, a box and notes."""
    outline = _record(3999, bytes(4)) + _record(4000, wide("工作汇报\r二〇〇八年"))
    listed = _record(4080, _record(1011, struct.pack("<5I", 2, 0, 1, 256, 0)) + outline, holds=True)
    notes = _record(4080, _record(1011, struct.pack("<5I", 3, 0, 0, 300, 0)), instance=2, holds=True)
    box = _record(0xF00D, _record(4008, b"Total"), holds=True) + _record(
        0xF00D, _record(3998, bytes(4)), holds=True
    )
    atom = _record(1007, bytes(16) + struct.pack("<II", 300, 0))
    note_box = _record(0xF00D, _record(4000, wide("讲稿")), holds=True)
    objects = [
        _record(1000, listed + notes, holds=True),
        _record(1006, atom + _record(1036, box, holds=True), holds=True),
        _record(1008, _record(1009, bytes(8)) + _record(1036, note_box, holds=True), holds=True),
    ]
    data, places = b"", []
    for item in objects:
        places.append(len(data))
        data += item
    directory = len(data)
    data += _record(6002, struct.pack("<4I", 3 << 20 | 1, *places))
    edit = len(data)
    data += _record(4085, struct.pack("<7I", 0, 0, 0, directory, 1, 4, 0))
    user = _record(4086, struct.pack("<III", 20, 0xE391C05F, edit))
    return [packed({("PowerPoint Document",): data, ("Current User",): user})]
