import io
import struct

import pytest

from app.domain.source import FileFormat, PartKind
from app.formats.read import outlook_message
from app.formats.read.compressed_rich_text import unpacked
from app.formats.reader import UnreadableError
from tests.samples.carriers.compound import compound_file


def message(code_page=936, **streams):
    properties = struct.pack("<HHIII", 3, 0x3FFD, 6, code_page, 0) + struct.pack(
        "<HHIQ", 0x40, 0x39, 6, 128_493_000_000_000_000
    )
    return compound_file(
        {"__properties_version1.0": b"\0" * 32 + properties}
        | {f"__substg1.0_{name[1:]}": content for name, content in streams.items()}
    )


def read(data):
    return outlook_message.read(io.BytesIO(data), FileFormat.MSG)


def wide(text):
    return text.encode("utf-16-le")


def test_head_and_body():
    found = read(
        message(
            _0037001F=wide("关于会议的通知"),
            _0C1A001F=wide("办公室"),
            _0E04001F=wide("各科"),
            _1000001F=wide("请参会。"),
        )
    )
    assert found.text.replace("\0", "") == (
        "主题：关于会议的通知\n发件人：办公室\n收件人：各科\n日期：2008-03-06T18:00:00Z\n请参会。\n"
    )
    assert found.parts[0].kind is PartKind.MAIL_HEADER


@pytest.mark.parametrize(("code_page", "codec"), [(936, "gb18030"), (950, "big5"), (65001, "utf-8")])
def test_text_in_a_code_page(code_page, codec):
    found = read(message(code_page, _0037001E="會議通知".encode(codec)))
    assert found.properties["title"] == "會議通知"


def test_the_page_is_preferred_and_the_rich_text_is_the_last_resort():
    page = read(message(_1000001F=wide("plain"), _10130102="<p>页<br>面</p>".encode("gb18030")))
    assert page.text.endswith("页\n面\n")
    packed = b"\0\0\0\0" + struct.pack("<I", 24) + b"MELA\0\0\0\0" + rb"{\rtf1\ansi rich text\par}"
    assert read(message(_10090102=packed)).text.endswith("rich text\n")


def test_compressed_rich_text_of_the_specification():
    packed = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320a f32068656c090020627705b06c647d0a800fa0".replace(
            " ", ""
        )
    )
    assert unpacked(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"


@pytest.mark.parametrize("data", [b"", b"\xff" * 30, b"\0\0\0\0\xff\xff\xff\xffLZFu\0\0\0\0"])
def test_what_is_no_compressed_rich_text_is_refused(data):
    with pytest.raises(UnreadableError):
        unpacked(data)
