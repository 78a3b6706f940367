"""Small files built to swell, to be walked without end or to reach out: bounded, refused, never followed."""

import io
import re
import struct
import zipfile

import pytest

from app.domain.source import FailureKind
from app.formats.extract import extract
from app.formats.read.compound import Compound
from app.formats.reader import UnreadableError
from app.formats.table_rows import tables_of
from tests.fuzz import compound_seeds, package_seeds
from tests.fuzz.compound_parts import packed, streams_of
from tests.fuzz.mutate import zipped
from tests.pace import at_most
from tests.samples.carriers.compound import SECTOR, compound_file
from tests.unit.formats.word_file import WordSample
from tests.unit.formats.word_package import package

SECONDS = 4.0
SIZE_OF_ENTRY = 120
"""Where an entry of a compound file's directory tells the length of its stream ([MS-CFB] 2.6.1)."""


def read(data: bytes, name: str):
    """The extraction; fails when it takes long."""
    with at_most(SECONDS):
        return extract(io.BytesIO(data), name)


def word(stories, tables):
    return WordSample([("".join(stories), 2, 0)], counts=tuple(map(len, stories)), tables=tables).bytes()


@pytest.mark.parametrize("pair", [11, 56], ids=["headers", "boxes"])
def test_parts_of_a_story_do_not_repeat_its_text(pair):
    story = "页" * 2000 + "\r"
    count = 2000
    places = [0 if number % 2 else len(story) - number % 50 for number in range(count)]
    plex = struct.pack(f"<{count}I", *places) + (bytes(22 * (count - 1)) if pair == 56 else b"")
    stories = ["正文\r", "", story] if pair == 11 else ["正文\r", "", "", "", "", "", story]
    assert len(read(word(stories, {pair: plex}), "a.doc").text) < 3 * len(story)


def test_paragraphs_without_end_are_found_in_one_pass():
    assert len(read(WordSample([("\r" * 60_000 + "文" * 400_000, 2, 0)]).bytes(), "a.doc").text) > 400_000


def test_a_stream_whose_sectors_go_round_is_no_longer_than_its_file():
    data = bytearray(compound_file({"WordDocument": b"x"}))
    entry = data.index("WordDocument".encode("utf-16-le"))
    struct.pack_into("<Q", data, entry + SIZE_OF_ENTRY, 0x9000_0000)
    struct.pack_into(
        "<I", data, len(data) - SECTOR, 0
    )  # the table of sectors: the first is followed by itself
    with Compound(io.BytesIO(data)) as compound, at_most(SECONDS):
        assert len(compound.head("WordDocument", len(data) * 2)) <= len(data)
        assert len(compound.read("WordDocument")) <= len(data)


def test_units_that_hold_units_are_not_drawn_without_end():
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    units = "".join(
        f'<ofd:CompositeGraphicUnit ID="{number}">'
        + f'<ofd:CompositeObject ResourceID="{number + 1}"/>' * 9
        + "</ofd:CompositeGraphicUnit>"
        for number in range(30)
    )
    with zipfile.ZipFile(io.BytesIO(package_seeds.ofds()[0])) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["D/R.xml"] = f"<ofd:Res {space}>{units}</ofd:Res>".encode()
    body = '<ofd:Content><ofd:Layer><ofd:CompositeObject ResourceID="0"/></ofd:Layer></ofd:Content>'
    parts["D/P.xml"] = f"<ofd:Page {space}>{body}</ofd:Page>".encode()
    read(zipped(parts), "a.ofd")


def test_a_slide_listed_again_and_again_is_read_once():
    streams = streams_of(compound_seeds.slides()[0])
    data = streams["PowerPoint Document",]
    once = struct.pack("<HHI5I", 0, 1011, 20, 2, 0, 1, 256, 0)
    again = once * 3000
    place = data.index(once)
    grown = bytearray(data[:place] + again + data[place + len(once) :])
    more = len(again) - len(once)
    for head in (0, 8):  # the document and its list of slides hold it
        size = struct.unpack_from("<I", grown, head + 4)[0]
        struct.pack_into("<I", grown, head + 4, size + more)
    directory = data.index(struct.pack("<HHI", 0, 6002, 16)) + more
    for number in (2, 3):
        at = directory + 8 + 4 * number
        struct.pack_into("<I", grown, at, struct.unpack_from("<I", grown, at)[0] + more)
    edit = directory + 24
    struct.pack_into("<I", grown, edit + 8 + 12, directory)
    streams["PowerPoint Document",] = bytes(grown)
    user = bytearray(streams["Current User",])
    struct.pack_into("<I", user, 16, edit)
    streams["Current User",] = bytes(user)
    found = read(packed(streams), "a.ppt")
    assert found.text.count("Total") == 1
    assert found.page_count == 1


def test_fields_that_hold_nothing_do_not_make_rows_wide():
    fields = (
        struct.pack("<11sc4xBB14x", b"A", b"C", 1, 0) + struct.pack("<11sc4xBB14x", b"B", b"C", 0, 0) * 1500
    )
    head = struct.pack("<BBBBIHH17xB2x", 3, 108, 3, 7, 50_000, 32 + len(fields) + 1, 2, 0x4D)
    assert len(read(head + fields + b"\r" + b" x" * 50_000, "a.dbf").text) < 200_000


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_part_that_does_not_unpack_is_damage(method):
    name = "word/document.xml"
    stream = package({name: "<a/>"})
    with zipfile.ZipFile(stream, "w", method) as made:
        made.writestr("[Content_Types].xml", "wordprocessingml.document.main")
        made.writestr(name, "<a>" + "x" * 200 + "</a>")
        offset = made.getinfo(name).header_offset + 30 + len(name)
    data = bytearray(stream.getvalue())
    data[offset : offset + 40] = b"\xff" * 40
    with pytest.raises(UnreadableError) as caught:
        read(bytes(data), "a.docx")
    assert caught.value.failure.kind is FailureKind.DAMAGED


def test_a_way_of_packing_that_is_not_known_is_not_called_a_password():
    data = zipped({"word/document.xml": b"<a/>", "[Content_Types].xml": b"x"})
    data = data.replace(struct.pack("<HHH", 20, 0, 0), struct.pack("<HHH", 20, 0, 9))
    with pytest.raises(UnreadableError) as caught:
        read(data, "a.docx")
    assert caught.value.failure.kind is FailureKind.DAMAGED
    assert "压缩方法" in caught.value.failure.message


PADDING = "<!--" + "x" * 5000 + "-->"
BOMB = "<!DOCTYPE r [" + "".join(
    [f'<!ENTITY e{level + 1} "{f"&e{level};" * 10}">' for level in range(8)] + ['<!ENTITY e0 "TAKENIN0">']
) + "]>"  # fmt: skip


def reaching(path):
    return f'<!DOCTYPE r [<!ENTITY e8 SYSTEM "{path.as_uri()}"><!ENTITY % p SYSTEM "{path.as_uri()}"> %p;]>'


READERS = {
    "docx": (package_seeds.documents, "word/document.xml"),
    "styles": (package_seeds.documents, "word/styles.xml"),
    "ofd": (package_seeds.ofds, "D/P.xml"),
    "odt": (package_seeds.open_documents, "content.xml"),
    "pptx": (package_seeds.presentations, "ppt/s.xml"),
    "xlsx": (package_seeds.workbooks, "xl/comments/comment1.xml"),
    "sheet": (package_seeds.workbooks, "xl/worksheets/sheet1.xml"),
    "core": (package_seeds.documents, "docProps/core.xml"),
}


def hostile(text: str, declaration: str, *, is_late: bool, in_attribute: bool) -> str:
    """A part with entities declared and used in its text or in an attribute."""
    start = text.index("?>") + 2 if text.startswith("<?xml") else 0
    root_end = text.index(">", start)
    if in_attribute:
        used = text[start:root_end].rstrip("/") + ' x="&e8;">' + text[root_end + 1 :]
    else:
        used = text[start : root_end + 1] + "&e8;" + text[root_end + 1 :]
    return text[:start] + (PADDING if is_late else "") + declaration + used


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("is_late", [False, True], ids=["early", "late"])
@pytest.mark.parametrize("in_attribute", [False, True], ids=["text", "attribute"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-16"])
@pytest.mark.parametrize("reaches_out", [False, True], ids=["bomb", "file"])
def test_entities_neither_unfold_nor_reach_out(reader, is_late, in_attribute, codec, reaches_out, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("TAKENIN0")
    make, part = READERS[reader]
    with zipfile.ZipFile(io.BytesIO(make()[0])) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    text = parts[part].decode() if part in parts else "<w:styles xmlns:w='w'></w:styles>"
    declaration = reaching(secret) if reaches_out else BOMB
    text = hostile(text, declaration, is_late=is_late, in_attribute=in_attribute)
    parts[part] = text.replace('encoding="UTF-8"', "").encode(codec)
    extension = {"styles": "docx", "core": "docx", "sheet": "xlsx"}.get(reader, reader)
    try:
        found = read(zipped(parts), f"a.{extension}")
    except UnreadableError:
        return
    assert "TAKENIN0" not in found.text
    assert not any("TAKENIN0" in value for value in found.properties.values())


@pytest.mark.parametrize("name", ["a.xml", "a.html", "a.uof"])
@pytest.mark.parametrize("is_late", [False, True], ids=["early", "late"])
@pytest.mark.parametrize("reaches_out", [False, True], ids=["bomb", "file"])
def test_entities_of_files_that_are_markup_themselves(name, is_late, reaches_out, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("TAKENIN0")
    plain = "<html><p>文</p></html>" if name == "a.html" else "<?xml version='1.0'?><r><p>文</p></r>"
    declaration = reaching(secret) if reaches_out else BOMB
    data = hostile(plain, declaration, is_late=is_late, in_attribute=False).encode()
    try:
        found = read(data, name)
    except UnreadableError:
        return
    if name != "a.html":  # a page has no entities of its own: their declaration is text to a browser
        assert "TAKENIN0" not in found.text
    assert len(found.text) < 20_000


def test_a_member_without_a_name_does_not_fail_the_package():
    data = package_seeds.documents()[0].replace(b"docProps/core.xml", b"\0" * 17)
    assert read(data, "a.docx").text


ODD_NUMBERS = ("²", "9" * 5000, "2000000000", "-1", "", "１", "1.5", "nan")
NUMBERS = (
    ("docx", package_seeds.documents, "word/numbering.xml", '<w:start w:val="1"/>'),
    ("docx", package_seeds.documents, "word/numbering.xml", 'w:ilvl="0"'),
    ("docx", package_seeds.documents, "word/document.xml", '<w:ilvl w:val="0"/>'),
    ("docx", lambda: package_seeds.documents()[1:], "word/document.xml", "<wp:posOffset>9</wp:posOffset>"),
    ("pptx", package_seeds.presentations, "ppt/s.xml", 'sz="4400"'),
    ("pptx", package_seeds.presentations, "ppt/presentation.xml", 'cx="9"'),
    ("odt", package_seeds.open_documents, "content.xml", 'text:c="2"'),
    ("ofd", package_seeds.ofds, "D/Document.xml", "0 0 210 297"),
)


@pytest.mark.parametrize("value", ODD_NUMBERS, ids=lambda value: value[:10] or "empty")
@pytest.mark.parametrize(
    ("extension", "make", "part", "place"), NUMBERS, ids=[f"{row[0]}-{row[2]}-{row[3]}" for row in NUMBERS]
)
def test_numbers_that_are_none_fail_no_file(extension, make, part, place, value):
    with zipfile.ZipFile(io.BytesIO(make()[0])) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    text = parts[part].decode()
    assert place in text
    digits = re.compile(r'(?<=["> ])\d+')
    parts[part] = text.replace(place, digits.sub(value, place), 1).encode()
    assert len(read(zipped(parts), f"a.{extension}").text) < 2000


@pytest.mark.parametrize(
    "number_format", ["lowerLetter", "upperRoman", "chineseCounting", "ideographDigital"]
)
def test_a_list_that_begins_at_a_thousand_million_has_short_numbers(number_format):
    with zipfile.ZipFile(io.BytesIO(package_seeds.documents()[0])) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    numbering = parts["word/numbering.xml"].replace(b"chineseCounting", number_format.encode())
    parts["word/numbering.xml"] = numbering.replace(b'<w:start w:val="1"/>', b'<w:start w:val="999999999"/>')
    parts["word/styles.xml"] = b"<w:styles xmlns:w='w'/>"
    assert len(read(zipped(parts), "a.docx").text) < 2000


def going_round(of: str) -> bytes:
    """A compound file some of whose sectors come back to themselves ([MS-CFB] 2.2, 2.6.1)."""
    data = bytearray(compound_file({"Workbook": b"\x09\x08"}))
    table, directory = (struct.unpack_from("<I", data, place)[0] for place in (76, 48))
    if of == "list of tables":
        struct.pack_into("<II", data, 68, 0, 1)
        struct.pack_into("<I", data, 2 * SECTOR - 4, 0)
        return bytes(data)
    entry = data.index("Workbook".encode("utf-16-le"))
    place = directory if of == "directory" else struct.unpack_from("<I", data, entry + 116)[0]
    struct.pack_into("<I", data, (table + 1) * SECTOR + 4 * place, place)
    return bytes(data)


@pytest.mark.parametrize("of", ["directory", "stream", "list of tables"])
def test_sectors_that_go_round_are_not_given_to_a_library_that_follows_them(of):
    """Calamine took memory until there was none, and the whole process with it."""
    data = going_round(of)
    with pytest.raises(UnreadableError), Compound(io.BytesIO(data)) as compound:
        compound.require_finite()
    for read_whole in (lambda: read(data, "a.xls"), lambda: tables_of(io.BytesIO(data), "a.xls")):
        with pytest.raises(UnreadableError) as caught:
            read_whole()
        assert caught.value.failure.kind is FailureKind.DAMAGED


def test_sound_sectors_have_an_end():
    with Compound(io.BytesIO(compound_seeds.words()[0])) as compound:
        compound.require_finite()
