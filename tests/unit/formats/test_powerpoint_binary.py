import io
import struct

import pytest

from app.domain.source import FailureKind, FileFormat, PartKind
from app.formats.read import powerpoint_binary
from app.formats.reader import UnreadableError
from tests.samples.carriers.compound import compound_file


def record(kind, content, *, instance=0, is_container=False):
    return struct.pack("<HHI", instance << 4 | (15 if is_container else 0), kind, len(content)) + content


def box(kind, content):
    return record(0xF00D, record(kind, content), is_container=True)


def slide(kind, atom, *boxes, info=b""):
    drawing = record(1036, b"".join(boxes), is_container=True)
    return record(kind, record(1007 if kind == 1006 else 1009, atom) + info + drawing, is_container=True)


def presentation(token=0xE391C05F, *, info=b""):
    outline = record(3999, b"\0\0\0\0") + record(4000, "工作汇报\r二〇〇八年".encode("utf-16-le"))
    slides = record(4080, record(1011, struct.pack("<5I", 2, 0, 1, 256, 0)) + outline, is_container=True)
    notes = record(4080, record(1011, struct.pack("<5I", 3, 0, 0, 300, 0)), instance=2, is_container=True)
    objects = [
        record(1000, slides + notes, is_container=True),
        slide(
            1006,
            b"\0" * 16 + struct.pack("<II", 300, 0),
            box(3998, b"\0\0\0\0"),
            box(4008, b"Total 12"),
            info=info,
        ),
        slide(1008, b"\0" * 8, box(4000, "讲稿".encode("utf-16-le"))),
    ]
    old = slide(1006, b"\0" * 24, box(4000, "旧稿".encode("utf-16-le")))
    data, places = old, []
    for item in objects:
        places.append(len(data))
        data += item
    directory = len(data)
    data += record(6002, struct.pack("<4I", 3 << 20 | 1, *places))
    edit = len(data)
    data += record(4085, struct.pack("<7I", 0, 0, 0, directory, 1, 4, 0))
    user = record(4086, struct.pack("<III", 20, token, edit))
    return compound_file({"PowerPoint Document": data, "Current User": user})


def read(data):
    return powerpoint_binary.read(io.BytesIO(data), FileFormat.PPT)


def test_slides_in_order_with_placeholders_boxes_and_notes_but_no_old_versions():
    found = read(presentation())
    assert found.text == "工作汇报\n二〇〇八年\nTotal 12\n讲稿\n"
    assert [(part.kind, found.text[part.start : part.end]) for part in found.parts] == [
        (PartKind.SLIDE, "工作汇报\n二〇〇八年\nTotal 12\n"),
        (PartKind.NOTES, "讲稿\n"),
    ]
    assert found.page_starts == (0,)


@pytest.mark.parametrize(
    ("flags", "kind"),
    [(0x0001, PartKind.SLIDE), (0x0004, PartKind.HIDDEN_SLIDE), (0x0405, PartKind.HIDDEN_SLIDE)],
)
def test_slides_that_the_show_leaves_out_are_marked(flags, kind):
    info = record(1017, struct.pack("<IIBBHI", 0, 0, 4, 4, flags, 0))
    assert read(presentation(info=info)).parts[0].kind is kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (presentation(0xF3D1C4DF), FailureKind.ENCRYPTED),
        (
            compound_file({"PowerPoint Document": b"\xff" * 5000, "Current User": b"\xff" * 40}),
            FailureKind.DAMAGED,
        ),
        (compound_file({"PowerPoint Document": b"x"}), FailureKind.DAMAGED),
    ],
)
def test_refusals(data, kind):
    with pytest.raises(UnreadableError) as caught:
        read(data)
    assert caught.value.failure.kind is kind
