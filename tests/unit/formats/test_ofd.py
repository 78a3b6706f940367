import io
from pathlib import Path

import pytest
from PIL import Image

from app.domain.source import FailureKind, FileFormat, FileSignature
from app.formats.read import ofd as reader
from app.formats.read.certificates import seal_name
from app.formats.read.ofd_page import deltas, parse_components
from app.formats.read.ofd_properties import ofd_date
from app.formats.reader import UnreadableError
from app.formats.render import page_picture, place_page
from tests.unit.formats.word_package import package

SHARED = Path(__file__).parents[4] / "shared" / "data"
NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def element(name, content, attributes="", namespace=NAMESPACE):
    return f"<ofd:{name} {namespace} {attributes}>{content}</ofd:{name}>"


def text(words, x, y, size=5.6, extra="", inner=""):
    """A text object whose base line begins at ``x``, ``y`` (mm)."""
    return (
        f'<ofd:TextObject Boundary="{x} {y - size} 100 10" Size="{size}" {extra}>{inner}'
        f'<ofd:TextCode X="0" Y="{size}">{words}</ofd:TextCode></ofd:TextObject>'
    )


RED = '<ofd:FillColor Value="#ee #20 #25"/>'


def ofd(*pages, document="", information="", bodies="", namespace=NAMESPACE, **members):
    """An OFD file; each page is the content of its only layer."""
    items = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/P{n}.xml"/>' for n in range(len(pages)))
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    body = (
        f"<ofd:DocBody><ofd:DocInfo>{information}</ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
    )
    parts = {
        "OFD.xml": element("OFD", f"{body}{bodies}</ofd:DocBody>", namespace=namespace),
        "Doc_0/Document.xml": element(
            "Document",
            f"<ofd:CommonData>{area}</ofd:CommonData><ofd:Pages>{items}</ofd:Pages>{document}",
            namespace=namespace,
        ),
    }
    for number, content in enumerate(pages):
        layer = content if content.startswith("<ofd:Template") else ""
        rest = content[len(layer) :]
        parts[f"Doc_0/Pages/P{number}.xml"] = element(
            "Page", f"{layer}<ofd:Content><ofd:Layer>{rest}</ofd:Layer></ofd:Content>", namespace=namespace
        )
    return package(parts | members)


def read(stream):
    return reader.read(stream, FileFormat.OFD)


def test_text_is_read_by_position_with_size_and_colour():
    page = text("国家税务通知", 30, 120, 7.7) + text("临湖县人民政府文件", 40, 60, 14.0, inner=RED)
    extraction = read(ofd(page))
    assert extraction.text == "临湖县人民政府文件\n国家税务通知\n"
    head = extraction.layout[0]
    assert (head.colour, head.is_red, head.centred) == ((238, 32, 37), True, True)
    assert head.size == pytest.approx(14.0 * 72 / 25.4, abs=0.01)
    assert (head.left, head.bottom) == (pytest.approx(113.4, abs=0.1), pytest.approx(170, abs=8))
    assert extraction.page_size == pytest.approx((595.3, 841.9), abs=0.1)


def test_the_matrix_of_an_object_scales_and_moves_it():
    scaled = text("大字", 0, 4, 4.0, 'CTM="3 0 0 3 20 100"')
    line = read(ofd(scaled)).layout[0]
    assert line.size == pytest.approx(12 * 72 / 25.4, abs=0.01)
    assert line.left == pytest.approx(20 * 72 / 25.4, abs=0.1)


def test_pieces_of_a_line_are_put_together_and_gaps_kept():
    page = text("号", 49.6, 50) + text("临政发", 30, 50) + text("5", 46.8, 50) + text("签发人：王明", 130, 50)
    first, last = read(ofd(page)).text.strip().split("  ", 1)
    assert (first, last.strip()) == ("临政发5号", "签发人：王明")


COMPOSITE = element("Res", f'<ofd:CompositeGraphicUnit ID="9"><ofd:Content>{text("组合", 0, 5)}</ofd:Content></ofd:CompositeGraphicUnit>'
    '<ofd:DrawParam ID="4"><ofd:FillColor Value="255 0 0"/></ofd:DrawParam>')  # fmt: skip


def test_composite_units_and_drawing_parameters_are_followed():
    page = '<ofd:CompositeObject ResourceID="9" Boundary="50 90 9 9"/>' + text(
        "红", 50, 40, extra='DrawParam="4"'
    )
    document = "<ofd:CommonData><ofd:PublicRes>/Doc_0/Res.xml</ofd:PublicRes></ofd:CommonData>"
    extraction = read(ofd(page, document=document, **{"Doc_0/Res.xml": COMPOSITE}))
    assert extraction.text == "红\n组合\n"
    assert [line.is_red for line in extraction.layout] == [True, False]


def test_a_unit_that_holds_itself_ends():
    unit = '<ofd:CompositeGraphicUnit ID="9"><ofd:CompositeObject ResourceID="9"/></ofd:CompositeGraphicUnit>'
    document = "<ofd:CommonData><ofd:DocumentRes>Res.xml</ofd:DocumentRes></ofd:CommonData>"
    page = '<ofd:CompositeObject ResourceID="9"/>' + text("文", 50, 40)
    assert read(ofd(page, document=document, **{"Doc_0/Res.xml": element("Res", unit)})).text == "文\n"


def test_template_pages_and_annotations_are_part_of_the_page():
    document = (
        '<ofd:CommonData><ofd:TemplatePage ID="7" BaseLoc="Tpls/模板.xml"/></ofd:CommonData>'
        "<ofd:Annotations>Annotations.xml</ofd:Annotations>"
    )
    members = {
        "Doc_0/Tpls/模板.xml": element("Page", f"<ofd:Content><ofd:Layer>{text('版头', 50, 20)}</ofd:Layer></ofd:Content>"),
        "Doc_0/Annotations.xml": element("Annotations", '<ofd:Page PageID="0"><ofd:FileLoc>A/0.xml</ofd:FileLoc></ofd:Page>'),
        "Doc_0/A/0.xml": element(
            "PageAnnot", f'<ofd:Annot><ofd:Appearance Boundary="10 200 50 50">{text("批注", 0, 5)}</ofd:Appearance></ofd:Annot>'
        ),
    }  # fmt: skip
    page = text("正文", 50, 100)
    stream = ofd(page, document=document, **members)
    assert read(stream).text == "正文\n批注\n"
    members["Doc_0/Pages/P0.xml"] = element(
        "Page", f'<ofd:Template TemplateID="7"/><ofd:Content><ofd:Layer>{page}</ofd:Layer></ofd:Content>'
    )
    assert read(ofd(page, document=document, **members)).text == "版头\n正文\n批注\n"


@pytest.mark.parametrize("namespace", ['xmlns:ofd="http://www.ofdspec.org"', 'xmlns:ofd="urn:vendor"'])
def test_namespaces_of_makers_are_understood(namespace):
    assert read(ofd(text("文", 50, 40), namespace=namespace)).text == "文\n"


IMAGE = '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="3"/>'


@pytest.mark.parametrize(
    ("page", "needs_ocr"),
    [
        (IMAGE, True),
        (IMAGE + text("1", 100, 290), True),
        ('<ofd:ImageObject Boundary="30 30 150 110"/>', True),
        ("<ofd:PathObject/>" * 60, True),
        ("<ofd:PathObject/>" * 3, False),
        ("", False),
        (text("短", 50, 40), False),
    ],
)
def test_pages_without_text_need_ocr(page, needs_ocr):
    extraction = read(ofd(page))
    assert extraction.needs_ocr is needs_ocr
    assert extraction.properties.get("pages_without_text") == ("1" if needs_ocr else None)


def test_the_picture_of_a_scanned_page_can_be_shown():
    scan = io.BytesIO()
    Image.new("RGB", (40, 60), (200, 0, 0)).save(scan, "PNG")
    media = '<ofd:MultiMedias><ofd:MultiMedia ID="3"><ofd:MediaFile>页.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>'
    document = "<ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
    stream = ofd(
        text("文", 50, 40),
        IMAGE,
        document=document,
        **{
            "Doc_0/DocumentRes.xml": element("Res", media, 'BaseLoc="Res"'),
            "Doc_0/Res/页.png": scan.getvalue(),
        },
    )
    assert page_picture(stream, 2, 200).size == (40, 60)
    for page in (0, 1, 3):
        with pytest.raises(UnreadableError):
            page_picture(stream, page, 200)


def test_pages_are_counted_even_when_one_is_missing():
    stream = ofd(
        text("一", 50, 40),
        text("三", 50, 40),
        document='<ofd:Pages><ofd:Page BaseLoc="gone.xml"/></ofd:Pages>',
    )
    extraction = read(stream)
    assert (extraction.page_count, extraction.page_starts) == (3, (0, 2, 4))


INFORMATION = (
    "<ofd:Title>关于防汛的通知</ofd:Title><ofd:CreationDate>2020/5/2</ofd:CreationDate>"
    '<ofd:CustomDatas><ofd:CustomData Name="密级">内部</ofd:CustomData></ofd:CustomDatas>'
)


def test_the_file_says_what_it_is():
    properties = read(ofd(text("文", 50, 40), information=INFORMATION)).properties
    assert properties == {"title": "关于防汛的通知", "created_at": "2020-05-02", "custom.密级": "内部"}


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2020-5-2", "2020-05-02"),
        ("20200502", "2020-05-02"),
        ("D:20200502101112+08'00'", "2020-05-02T10:11:12"),
        ("2020-05-02T10:11:12", "2020-05-02T10:11:12"),
        ("2020年5月2日", "2020-05-02"),
        ("去年", "去年"),
    ],
)
def test_dates_in_every_notation(written, iso):
    assert ofd_date(written) == iso


def test_attachments_are_listed():
    listing = element(
        "Attachments", '<ofd:Attachment Name="名单"><ofd:FileLoc>名单.xls</ofd:FileLoc></ofd:Attachment>'
    )
    stream = ofd(
        text("文", 50, 40),
        document="<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>",
        **{"Doc_0/Attachs/Attachments.xml": listing, "Doc_0/Attachs/名单.xls": b"12345"},
    )
    assert [(item.name, item.size) for item in read(stream).embedded] == [("名单", 5)]


def der(tag, *content):
    body = b"".join(content)
    size = bytes([len(body)]) if len(body) < 128 else b"\x82" + len(body).to_bytes(2, "big")
    return bytes([tag]) + size + body


SEAL = der(
    0x30,
    der(0x30, der(0x16, b"ES"), der(0x02, b"\x04"), der(0x16, b"maker")),
    der(0x16, b"330000000001"),
    der(0x30, der(0x02, b"\x01"), der(0x0C, "临湖县人民政府".encode()), der(0x30, b"\x04" * 200)),
)


def test_who_signed_when_with_which_product():
    signature = element(
        "Signature",
        '<ofd:SignedInfo><ofd:Provider ProviderName="测试签章"/>'
        "<ofd:SignatureDateTime>20200502101112Z</ofd:SignatureDateTime></ofd:SignedInfo>"
        "<ofd:SignedValue>SignedValue.dat</ofd:SignedValue>",
    )
    stream = ofd(
        text("文", 50, 40),
        bodies="<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>",
        **{
            "Doc_0/Signs/Signatures.xml": element(
                "Signatures", '<ofd:Signature BaseLoc="S0/Signature.xml"/>'
            ),
            "Doc_0/Signs/S0/Signature.xml": signature,
            "Doc_0/Signs/S0/SignedValue.dat": SEAL,
        },
    )
    assert read(stream).signatures == (FileSignature("临湖县人民政府", "2020-05-02T10:11:12", "测试签章"),)


def test_a_signature_list_that_is_not_there_costs_nothing():
    stream = ofd(text("文", 50, 40), bodies="<ofd:Signatures>Signs/Signatures.xml</ofd:Signatures>")
    assert read(stream).signatures == ()


@pytest.mark.parametrize("data", [b"", SEAL[:9], SEAL[:12], b"\x16\x02ES\x02\x01"])
def test_a_seal_cut_short_has_no_name(data):
    assert seal_name(data) == ""


@pytest.mark.parametrize(
    ("value", "distances"),
    [("1 2", [1.0, 2.0]), ("g 3 5 1", [5.0, 5.0, 5.0, 1.0]), ("x", [0.0]), ("g 2", [0.0, 2.0]), (None, [])],
)
def test_distances_may_be_abbreviated(value, distances):
    assert deltas(value) == distances


@pytest.mark.parametrize(
    ("value", "colour"),
    [
        ("255 0 0", (255, 0, 0)),
        ("#FF0000", (255, 0, 0)),
        ("#ee #20 #25", (238, 32, 37)),
        ("0", (0, 0, 0)),
        ("0 255 255 0", (255, 0, 0)),
        ("", None),
        ("red", None),
    ],
)
def test_colours_in_every_notation(value, colour):
    assert parse_components(value) == colour


@pytest.mark.parametrize(
    ("stream", "kind"),
    [
        (io.BytesIO(b""), FailureKind.DAMAGED),
        (package({"other.xml": "<x/>"}), FailureKind.DAMAGED),
        (package({"OFD.xml": element("OFD", "")}), FailureKind.DAMAGED),
        (package({"OFD.xml": element("OFD", ""), "Encryptions.xml": "<x/>"}), FailureKind.ENCRYPTED),
        (
            package({"OFD.xml": element("OFD", "<ofd:DocRoot>../../etc/passwd</ofd:DocRoot>")}),
            FailureKind.DAMAGED,
        ),
        (package({"OFD.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), FailureKind.DAMAGED),
    ],
)
def test_bad_files_are_refused_with_a_reason(stream, kind):
    with pytest.raises(UnreadableError) as caught:
        read(stream)
    assert caught.value.failure.kind is kind


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_files_of_several_makers_open():
    for path in sorted((SHARED / "real" / "ofd").glob("*.ofd")):
        with path.open("rb") as stream:
            extraction = read(stream)
        assert extraction.page_count
        assert extraction.text.strip() or extraction.needs_ocr, path.name


def test_a_page_is_placed_as_it_stands_with_its_pictures():
    picture = '<ofd:ImageObject Boundary="20 40 30 15" ResourceID="7"/>'
    data = ofd(text("临湖县", 30, 50, inner=RED) + picture, text("第二页", 10, 20))
    page = reader.placed_page(data, 1)
    assert (round(page.width), round(page.height)) == (595, 842)
    assert "".join(one.text for one in page.texts) == "临湖县"
    first = page.texts[0]
    assert first.left == pytest.approx(30 * 72 / 25.4)
    assert first.base == pytest.approx(50 * 72 / 25.4)
    assert first.colour == (0xEE, 0x20, 0x25)
    assert page.pictures == (), "a picture without a file is left out"
    second = reader.placed_page(data, 2)
    assert "".join(one.text for one in second.texts) == "第二页"


@pytest.mark.parametrize(
    ("kind", "is_shown"),
    [("PNG", True), ("TIFF", True), ("SVG", False), ("ICNS", False), ("cut short", False)],
)
def test_the_window_is_given_no_picture_as_it_lies_in_the_document(tmp_path, kind, is_shown):
    """Qt decodes what it is given in the window's own process, and its decoders have had holes."""
    data = io.BytesIO(
        b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>' if kind == "SVG" else b""
    )
    if kind != "SVG":
        Image.new("RGBA", (64, 64), (200, 0, 0, 90)).save(data, kind if kind.isupper() else "PNG")
    given = data.getvalue()[:40] if kind == "cut short" else data.getvalue()
    media = '<ofd:MultiMedias><ofd:MultiMedia ID="3"><ofd:MediaFile>章.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>'
    document = "<ofd:CommonData><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
    members = {"Doc_0/DocumentRes.xml": element("Res", media, 'BaseLoc="Res"'), "Doc_0/Res/章.png": given}
    path = tmp_path / "a.ofd"
    path.write_bytes(ofd(IMAGE, document=document, **members).getvalue())
    pictures = place_page(path, 1).pictures
    assert len(pictures) == is_shown
    for picture in pictures:
        assert picture.data.startswith(b"\x89PNG")
        with Image.open(io.BytesIO(picture.data)) as drawn:
            assert drawn.getpixel((1, 1)) == (200, 0, 0, 90), "a seal stays transparent"


def test_a_page_that_is_not_there_is_said():
    with pytest.raises(UnreadableError):
        reader.placed_page(ofd(text("甲", 1, 2)), 5)
