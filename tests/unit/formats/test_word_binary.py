import io
import struct

import pytest

from app.domain.source import AsideKind, FailureKind, FileFormat, PartKind
from app.formats.read import word_binary
from app.formats.reader import UnreadableError
from tests.samples.carriers.compound import compound_file
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


def read(sample):
    return word_binary.read(sample.stream(), FileFormat.DOC)


def marked(found, kind):
    return [found.text[part.start : part.end] for part in found.parts if part.kind is kind]


def test_pieces_of_a_fast_save_are_put_in_the_order_of_the_text():
    pieces = [
        ("临湖县人民政府\r", 2, 0),
        ("No. 12, \x93A\x94\r".replace("\x93", "“").replace("\x94", "”"), 1, 0),
        ("𠮷山乡\r", 2, 0),
    ]
    assert read(WordSample(pieces)).text == "临湖县人民政府\nNo. 12, “A”\n𠮷山乡\n"


def test_deleted_and_hidden_text_is_kept_apart():
    text = "保留删去藏起增加\r"
    found = read(
        WordSample([(text, 2, 0)], characters=[(2, b""), (4, DELETED), (6, HIDDEN), (8, INSERTED), (9, b"")])
    )
    assert found.text == "保留增加\n"
    assert [(aside.kind, aside.text) for aside in found.asides] == [
        (AsideKind.DELETED, "删去"),
        (AsideKind.HIDDEN, "藏起"),
    ]
    assert marked(found, PartKind.INSERTED) == ["增加"]


@pytest.mark.parametrize(
    ("modifier", "groups"),
    [(1, (DELETED,)), (0x41 << 1 | 1 << 8, ())],
    ids=["long modifier", "short modifier"],
)
def test_a_piece_deleted_by_its_own_modifier(modifier, groups):
    found = read(WordSample([("留下", 2, 0), ("删", 2, modifier), ("的\r", 2, 0)], modifiers=groups))
    assert found.text == "留下的\n"
    assert found.asides[0].text == "删"


def test_layout_has_size_colour_and_centring_of_the_head():
    sample = WordSample(
        [("临湖县文件\r正文\r", 2, 0)],
        characters=[(6, size(36) + RED), (9, size(16))],
        paragraphs=[(6, CENTRED), (9, b"")],
    )
    head, body = read(sample).layout
    assert (head.size, head.is_red, head.centred) == (36, True, True)
    assert (body.size, body.is_red, body.centred) == (16, False, False)


def test_rows_are_lines_and_cells_are_separated_by_tabs():
    text = "姓名\x07单位\x07\x07张三\x07县局\r二科\x07\x07后文\r"
    ends = [3, 6, 7, 10, 13, 16, 17, 20]
    groups = [IN_TABLE, IN_TABLE, IN_TABLE + ROW_END, IN_TABLE, IN_TABLE, IN_TABLE, IN_TABLE + ROW_END, b""]
    found = read(WordSample([(text, 2, 0)], paragraphs=list(zip(ends, groups, strict=True))))
    assert found.text == "姓名\t单位\n张三\t县局 二科\n后文\n"
    assert marked(found, PartKind.TABLE) == ["姓名\t单位\n张三\t县局 二科\n"]


def test_rows_without_formatting_are_told_by_their_marks():
    assert read(WordSample([("甲\x07乙\x07\x07丙\x07丁\x07\x07后\r", 2, 0)])).text == "甲\t乙\n丙\t丁\n后\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("第\x13 PAGE \x141\x15页\r", "第1页\n"),
        ("\x13 TOC \x14目录\r\x13 PAGEREF \x143\x15\x15\r", "目录\n3\n"),
        ("一\x13 eq \\o\\ac(○,3)\x15二\r", "一3二\n"),
        ("没有结束\x13的域\r后文\r", "没有结束的域\n后文\n"),
        ("行\x0b换\x1e行\x1f\r", "行\n换-行\n"),
    ],
)
def test_fields_show_their_result(text, shown):
    assert read(WordSample([(text, 2, 0)])).text == shown


def test_page_breaks_begin_pages():
    found = read(WordSample([("第一页\r\x0c第二页\r", 2, 0)]))
    assert [found.text[start:][:3] for start in found.page_starts] == ["第一页", "第二页"]


def story_plex(*ends):
    return struct.pack(f"<{len(ends)}I", *ends)


def test_other_stories_follow_marked_as_what_they_are():
    stories = ["正文\r", "脚注\r", "页眉\r页脚\r", "", "批注\r", "尾注\r", "框内\r"]
    headers = story_plex(0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 6, 6, 6)
    boxes = struct.pack("<II", 0, 3) + b"\0" * 22
    sample = WordSample(
        [("".join(stories), 2, 0)], counts=tuple(map(len, stories)), tables={11: headers, 56: boxes}
    )
    found = read(sample)
    assert found.text.startswith("正文\n")
    shown = {
        PartKind.FOOTNOTE: ["脚注\n", "尾注\n"],
        PartKind.HEADER: ["页眉\n"],
        PartKind.FOOTER: ["页脚\n"],
        PartKind.COMMENT: ["批注\n"],
        PartKind.TEXT_BOX: ["框内\n"],
    }
    assert {kind: marked(found, kind) for kind in shown} == shown


def test_a_text_box_stands_before_the_paragraph_it_is_anchored_in():
    stories = ["首行\r\x08次行\r", "", "", "", "", "", "红头\r"]
    shape = 1025
    anchors = struct.pack("<III", 3, 6, shape) + b"\0" * 22
    boxes = struct.pack("<II", 0, 3) + b"\0" * 14 + struct.pack("<II", shape, 0)
    found = read(
        WordSample(
            [("".join(stories), 2, 0)], counts=tuple(map(len, stories)), tables={40: anchors, 56: boxes}
        )
    )
    assert found.text == "首行\n红头\n次行\n"
    assert marked(found, PartKind.TEXT_BOX) == ["红头\n"]


def summary(code_page, title):
    entries = struct.pack("<IIIIII", 0, 2, 1, 24, 2, 32)
    body = struct.pack("<Ii", 2, code_page) + struct.pack("<II", 30, len(title)) + title
    return (
        b"\xfe\xff\0\0"
        + b"\0" * 20
        + struct.pack("<I", 1)
        + b"\0" * 16
        + struct.pack("<I", 48)
        + entries
        + body
    )


@pytest.mark.parametrize(
    ("code_page", "codec"), [(936, "gb18030"), (1200, "utf-16-le"), (65001, "utf-8"), (1252, "gb18030")]
)
def test_properties_are_read_whatever_code_page_is_declared(code_page, codec):
    title = "关于档案工作的通知\0".encode(codec)
    sample = WordSample([("正文\r", 2, 0)], streams={"\x05SummaryInformation": summary(code_page, title)})
    assert read(sample).properties["title"] == "关于档案工作的通知"


def refusal(data):
    with pytest.raises(UnreadableError) as caught:
        word_binary.read(io.BytesIO(data), FileFormat.DOC)
    return caught.value.failure.kind


def test_encrypted_files_are_told_from_damaged_ones():
    assert refusal(WordSample([("密\r", 2, 0)], flags=0x0300).bytes()) is FailureKind.ENCRYPTED
    assert refusal(compound_file({"WordDocument": b"\0" * 5000})) is FailureKind.DAMAGED
    assert refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600) is FailureKind.DAMAGED


def test_pieces_that_repeat_the_same_bytes_do_not_swell_the_text():
    pieces = struct.pack("<20001I", *range(0, 20001 * 1000, 1000)) + struct.pack("<HIH", 0, 2048, 0) * 20000
    sample = WordSample([("正文\r" * 400, 2, 0)])
    sample._piece_table = lambda _: b"\x02" + struct.pack("<I", len(pieces)) + pieces
    assert len(read(sample).text) < 10_000


def outcome(data):
    try:
        return word_binary.read(io.BytesIO(data), FileFormat.DOC).text[:2]
    except UnreadableError as error:
        return error.failure.kind


def test_a_truncated_file_is_damaged_or_gives_what_is_left():
    whole = WordSample([("正文\r" * 3000, 2, 0)], characters=[(9000, b"")]).bytes()
    outcomes = {outcome(whole[:end]) for end in range(0, len(whole), 1500)}
    assert outcomes <= {FailureKind.DAMAGED, "正文"}
