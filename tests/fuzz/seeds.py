"""Tiny files of every format that an own reader reads, so that an execution takes a millisecond."""

import base64
import io
import json
import struct
from email.message import EmailMessage

import openpyxl
import py7zr
from openpyxl.comments import Comment

from tests.fuzz import texts
from tests.fuzz.compound_parts import packed, streams_of
from tests.fuzz.mutate import zipped
from tests.unit.formats.pdf_file import pdf, show
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
from tests.unit.formats.word_package import docx, p, relationships, row


def _tightened(data: bytes) -> bytes:
    """A compound file without the zeros that the samples' writer pads streams with."""
    return packed({path: content.rstrip(b"\0") + bytes(4) for path, content in streams_of(data).items()})


def _wide(text: str) -> bytes:
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
    head = {("__properties_version1.0",): bytes(32) + fixed, ("__substg1.0_0037001F",): _wide("关于会议")}
    packed_text = bytes.fromhex(
        "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
    )
    return [
        packed({**head, ("__substg1.0_1000001F",): _wide("请参会。"), ("__substg1.0_0C1A001E",): "张".encode("gb18030")}),
        packed({**head, ("__substg1.0_10130102",): "<p>页<br>面</p>".encode("gb18030")}),
        packed({**head, ("__substg1.0_10090102",): packed_text}),
        packed({**head, (folder, "__substg1.0_37010102"): b"PK", (folder, "__substg1.0_3707001F"): _wide("附件.zip")}),
        packed({
            **head,
            (folder, inner, "__properties_version1.0"): bytes(24) + fixed,
            (folder, inner, "__substg1.0_1000001F"): _wide("内层"),
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
    outline = _record(3999, bytes(4)) + _record(4000, _wide("工作汇报\r二〇〇八年"))
    listed = _record(4080, _record(1011, struct.pack("<5I", 2, 0, 1, 256, 0)) + outline, holds=True)
    notes = _record(4080, _record(1011, struct.pack("<5I", 3, 0, 0, 300, 0)), instance=2, holds=True)
    box = _record(0xF00D, _record(4008, b"Total"), holds=True) + _record(
        0xF00D, _record(3998, bytes(4)), holds=True
    )
    atom = _record(1007, bytes(16) + struct.pack("<II", 300, 0))
    note_box = _record(0xF00D, _record(4000, _wide("讲稿")), holds=True)
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


def _ofd_parts(content: str, document: str = "", bodies: str = "", **more: bytes) -> bytes:
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    parts = {
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocInfo><ofd:Title>通知</ofd:Title><ofd:CreationDate>2020-01-01"
        f"</ofd:CreationDate></ofd:DocInfo><ofd:DocRoot>D/Document.xml</ofd:DocRoot>{bodies}</ofd:DocBody></ofd:OFD>",
        "D/Document.xml": f"<ofd:Document {space}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
        '</ofd:PageArea><ofd:PublicRes>R.xml</ofd:PublicRes><ofd:TemplatePage ID="9" BaseLoc="T.xml"/></ofd:CommonData>'
        f'<ofd:Pages><ofd:Page ID="1" BaseLoc="P.xml"/></ofd:Pages>{document}</ofd:Document>',
        "D/P.xml": f'<ofd:Page {space}><ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer>{content}</ofd:Layer></ofd:Content></ofd:Page>',
        "D/T.xml": f"<ofd:Page {space}><ofd:Content><ofd:Layer>{_ofd_text('页脚', 20, 280)}</ofd:Layer></ofd:Content></ofd:Page>",
        "D/R.xml": f'<ofd:Res {space} BaseLoc="Res"><ofd:DrawParams><ofd:DrawParam ID="5" Relative="6"><ofd:FillColor Value="#ee #20 #25"/>'
        '</ofd:DrawParam></ofd:DrawParams><ofd:MultiMedias><ofd:MultiMedia ID="7"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia>'
        f'</ofd:MultiMedias><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="8">{_ofd_text("组", 1, 1)}'
        "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>",
        "D/Res/a.png": "x",
    }
    return zipped({name: text.encode() for name, text in parts.items()} | more)


def _ofd_text(text: str, x: float, y: float, extra: str = "") -> str:
    return (
        f'<ofd:TextObject Boundary="{x} {y} 100 10" Size="5" {extra}><ofd:FillColor Value="255 0 0"/>'
        f'<ofd:TextCode X="0" Y="5" DeltaX="g 2 5 5">{text}</ofd:TextCode></ofd:TextObject>'
    )


def ofds() -> list[bytes]:
    """Texts with and without matrices, pictures, composites; annotations, attachments and a signature."""
    content = (
        _ofd_text("临湖县文件", 40, 60, 'DrawParam="5" CTM="2 0 0 2 5 5"')
        + _ofd_text("正文内容", 30, 120)
        + '<ofd:ImageObject Boundary="0 0 210 297" ResourceID="7"/><ofd:CompositeObject ResourceID="8" Boundary="9 9 9 9"/>'
        '<ofd:PathObject Boundary="0 0 9 9"/><ofd:PageBlock><ofd:TextObject Size="3"><ofd:TextCode Y="2">竖</ofd:TextCode>'
        "</ofd:TextObject></ofd:PageBlock>"
    )
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    annotation = f'<ofd:Annotations {space}><ofd:Page PageID="1"><ofd:FileLoc>N.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>'
    note = f'<ofd:PageAnnot {space}><ofd:Annot><ofd:Appearance Boundary="9 9 9 9">{_ofd_text("批注", 1, 1)}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>'
    attachment = f'<ofd:Attachments {space}><ofd:Attachment Name="名单.xls"><ofd:FileLoc>x.xls</ofd:FileLoc></ofd:Attachment></ofd:Attachments>'
    seal = (
        b"\x30\x1e\x30\x09\x16\x02ES\x02\x01\x04\x16\x00\x16\x021\x30\x0d\x02\x01\x01\x0c\x06"
        + "印章".encode()
    )
    signed = {
        "S.xml": f'<ofd:Signatures {space}><ofd:Signature BaseLoc="G.xml"/></ofd:Signatures>'.encode(),
        "G.xml": f'<ofd:Signature {space}><ofd:SignedInfo><ofd:Provider ProviderName="x"/><ofd:SignatureDateTime>20200101</ofd:SignatureDateTime>'
        f"</ofd:SignedInfo><ofd:SignedValue>V.dat</ofd:SignedValue></ofd:Signature>".encode(),
        "V.dat": seal,
    }
    links = "<ofd:Annotations>A.xml</ofd:Annotations><ofd:Attachments>B.xml</ofd:Attachments>"
    more = {
        "D/A.xml": annotation.encode(),
        "D/N.xml": note.encode(),
        "D/B.xml": attachment.encode(),
        "D/x.xls": b"1",
    }
    return [
        _ofd_parts(content),
        _ofd_parts(
            _ofd_text("通知", 30, 30), links, "<ofd:Signatures>S.xml</ofd:Signatures>", **more, **signed
        ),
    ]


def documents() -> list[bytes]:
    """Word packages: paragraphs and styles, a table, boxes, numbering, fields, changes, notes, headers."""
    body = (
        p("临湖县文件", '<w:jc w:val="center"/>', '<w:sz w:val="72"/><w:color w:val="FF0000"/>')
        + p("一项", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pStyle w:val="S"/>')
        + f"<w:tbl>{row(p('甲'), p('乙'))}{row(p('丙'), '<w:tbl>' + row(p('丁'), p('戊')) + '</w:tbl>')}</w:tbl>"
    )
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
        '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="T"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    changes = (
        "<w:p><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr>"
        '<w:t>藏</w:t><w:tab/><w:br w:type="page"/><w:sym w:font="Wingdings" w:char="F0FE"/><w:lastRenderedPageBreak/></w:r>'
        '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:t>☑</w:t></w:r>'
        "</w:sdtContent></w:sdt></w:p>"
        '<w:p><w:r><mc:AlternateContent><mc:Choice><wp:anchor><wp:positionV relativeFrom="page"><wp:posOffset>9</wp:posOffset>'
        f'</wp:positionV><w:txbxContent>{p("框")}</w:txbxContent></wp:anchor></mc:Choice><mc:Fallback><v:shape style="top:3pt">'
        f'<v:textpath string="艺术字" style="font-size:36pt"/><w:txbxContent>{p("框")}</w:txbxContent></v:shape></mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p>"
        '<w:sectPr><w:headerReference r:id="h" w:type="first"/><w:titlePg/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    )
    related = {
        "h": ("hdr", "header1.xml", p("页眉")),
        "f": ("footnotes", "footnotes.xml", f'<w:footnote w:id="1">{p("注")}</w:footnote>'),
    }
    first = docx(
        body, {"n": ("numbering", "numbering.xml", numbering), "s": ("styles", "styles.xml", styles)}
    )
    second = docx(changes, related)
    return [zipped(_read_parts(one)) for one in (first, second)]


def _read_parts(stream: io.BytesIO) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" '
    types += 'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>通知</dc:title></cp:coreProperties>'
    )
    return {"[Content_Types].xml": types.encode(), **parts, "docProps/core.xml": core.encode()}


def presentations() -> list[bytes]:
    """A presentation of one slide with a title, a table and notes."""
    space = (
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    )
    text = '<p:txBody><a:p><a:r><a:rPr sz="4400"><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:rPr><a:t>汇报</a:t></a:r></a:p></p:txBody>'
    shape = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="a"/><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="1" y="2"/>'
        f'<a:ext cx="3" cy="4"/></a:xfrm></p:spPr>{text}</p:sp>'
    )
    table = (
        '<p:graphicFrame><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tr h="1"><a:tc>'
        "<a:txBody><a:p><a:r><a:t>甲</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )
    tree = f"<p:cSld><p:spTree><p:grpSp>{shape}</p:grpSp>{table}</p:spTree></p:cSld>"
    kind = "application/vnd.openxmlformats-officedocument.presentationml."
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/ppt/presentation.xml" '
        f'ContentType="{kind}presentation.main+xml"/><Override PartName="/ppt/s.xml" ContentType="{kind}slide+xml"/>'
        f'<Override PartName="/ppt/n.xml" ContentType="{kind}notesSlide+xml"/></Types>',
        "_rels/.rels": relationships({"d": ("officeDocument", "ppt/presentation.xml")}),
        "ppt/presentation.xml": f'<p:presentation {space}><p:sldIdLst><p:sldId id="256" r:id="s"/></p:sldIdLst><p:sldSz cx="9" cy="6"/></p:presentation>',
        "ppt/_rels/presentation.xml.rels": relationships({"s": ("slide", "s.xml")}),
        "ppt/s.xml": f"<p:sld {space}>{tree}</p:sld>",
        "ppt/_rels/s.xml.rels": relationships({"n": ("notesSlide", "n.xml")}),
        "ppt/n.xml": f"<p:notes {space}>{tree}</p:notes>",
    }
    return [zipped({name: content.encode() for name, content in parts.items()})]


_OPEN = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta",
        "fo": "xsl-fo-compatible", "presentation": "presentation",
    }.items()
)  # fmt: skip


def open_documents() -> list[bytes]:
    """An OpenDocument text with styles, a table, a note, a box, changes; and a presentation."""
    styles = (
        '<style:style style:name="H" style:family="paragraph" style:parent-style-name="B"><style:text-properties fo:color="#ff0000"/></style:style>'
        '<style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:break-before="page"/>'
        '<style:text-properties fo:font-size="36pt"/></style:style><style:style style:name="X" style:family="text">'
        '<style:text-properties text:display="none"/></style:style>'
    )
    body = (
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>删</text:p></text:deletion></text:changed-region>'
        '</text:tracked-changes><text:p text:style-name="H">临湖县</text:p><text:h>一<text:s text:c="2"/>甲<text:tab/>乙<text:line-break/>'
        '<text:span text:style-name="X">藏</text:span></text:h><text:list><text:list-item><text:p>项</text:p></text:list-item></text:list>'
        "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell><text:p>B</text:p>"
        "</table:table-cell></table:table-row></table:table><text:p>文<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        "<text:p>注</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>"
        "<text:soft-page-break/></text:p>"
    )
    slide = '<draw:page draw:name="p1"><draw:frame><draw:text-box><text:p>汇报</text:p></draw:text-box></draw:frame><presentation:notes><text:p>讲</text:p></presentation:notes></draw:page>'
    meta = f'<office:document-meta {_OPEN}><office:meta><meta:document-statistic meta:page-count="2"/></office:meta></office:document-meta>'
    master = f"<office:document-styles {_OPEN}><office:master-styles><style:master-page><style:header><text:p>眉</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"
    made = []
    for kind, inside in (("text", body), ("presentation", slide)):
        content = f"<office:document-content {_OPEN}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:{kind}>{inside}</office:{kind}></office:body></office:document-content>"
        parts = {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": content,
            "meta.xml": meta,
            "styles.xml": master,
        }
        made.append(zipped({name: text.encode() for name, text in parts.items()}))
    return made


def rich_texts() -> list[bytes]:
    """RTF with fonts, colours, tables, fields, headers, notes, boxes, Unicode, properties, binary data."""
    name = b"".join(b"\\'%02x" % byte for byte in "临湖县文件".encode("gb18030"))
    head = rb"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 S;}{\f1\fcharset0 T;}}{\colortbl;\red255\green0\blue0;}"
    info = rb"{\info{\title " + name + rb"}{\creatim\yr2008\mo3\dy7\hr9\min30}{\nofpages2}}"
    body = (
        rb"\pard\qc\cf1\fs72 " + name + rb"\par\pard\plain\u20020?\u-10156?\u-8778?{\uc2\u28246\'c1\'d9}\par"
    )
    table = rb"\trowd\intbl a\cell b\cell\row\pard {\header h\par}{\footnote n}{\shptxt box\par}\page\sect "
    rest = rb"{\*\unknown no}{\field{\*\fldinst PAGE}{\fldrslt 3}}{\pict\bin4 }}}}{\v hid}{\deleted del}{\upr{a}{\*\ud{\u20020?}}}\par}"
    html = rb"{\rtf1\ansi\fromhtml1{\*\htmltag <p>}\htmlrtf {\htmlrtf0 text\par}"
    return [head + info + body + table + rest, html, rb"{\rtf1 x\par}"]


def mails() -> list[bytes]:
    """A mail with alternatives and an attachment, one in raw bytes, one that holds a mail, a saved page."""
    one = EmailMessage()
    one["Subject"], one["From"], one["To"] = "关于报送", "a <a@example.com>", "b@example.com"
    one["Date"] = "Fri, 7 Mar 2008 09:30:00 +0800"
    one.set_content("请查收。")
    one.add_alternative("<p>请<b>查收</b>。</p>", subtype="html")
    one.add_attachment(b"PK", maintype="application", subtype="zip", filename="附件.zip")
    raw = "Subject: 会议\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n正文\r\n".encode("gb18030")
    outer = EmailMessage()
    outer["Subject"] = "=?gb2312?B?" + base64.b64encode("转发".encode("gb18030")).decode() + "?="
    outer.set_content("见附")
    outer.add_attachment(one)
    page = (
        b'From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"; type="text/html"\r\n\r\n--B\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<title>=E9=80=9A</title><p>=E7=9F=A5</p>\r\n--B--\r\n"
    )
    return [one.as_bytes(), raw, outer.as_bytes(), page]


def web_pages() -> list[bytes]:
    """Pages with particulars, tables, styles, hidden parts, navigation and odd nesting."""
    particulars = (
        "<table><tr><td>索引号：<td>LH-1<td>发布机构<td>临湖县</tr><tr><td>文号<td>临政发〔2020〕1号</table>"
    )
    one = (
        "<html><head><meta charset=gb2312><title>通知</title><meta name=ArticleTitle content=办法><style>p{color:red}</style></head>"
        f"<body><div class=nav>首页</div>{particulars}<h1 align=center style='font-size:22pt;color:#f00'>办法</h1><p>正文<br>次行</p>"
        "<table><tr><th>姓名<th>单位</tr><tr><td><p>张三</p><td>县局</table><div style='display:none'>藏</div><del>删</del><pre>a\n b</pre>"
        "<script>var a</script><!-- c --><font size=6 color=red>红</font></body></html>"
    )
    lists = "<ul><li><b>索引号：</b>LH01</li><li><b>组配分类：</b>通知</li><li><b>发布日期：</b>2020-01-02</li></ul><p>文"
    return [one.encode("gb18030"), lists.encode(), b"<p>&#x4e34;&nbsp;&amp;" + "湖".encode("utf-16-le")]


def markups() -> list[bytes]:
    """UOF, Word 2003 XML and the like."""
    uof = '<?xml version="1.0" encoding="UTF-8"?><uof:UOF xmlns:uof="u" xmlns:字="w"><字:段落><字:文本串>临湖</字:文本串></字:段落><字:行><字:单元格>a</字:单元格><字:单元格>b</字:单元格></字:行></uof:UOF>'
    other = (
        '<?xml version="1.0" encoding="gb2312"?><公文><标题>通知</标题><正文>文 <b>粗</b> 尾</正文></公文>'
    )
    return [uof.encode(), other.encode("gb18030"), zipped({"uof.xml": uof.encode()})]


def tables() -> list[bytes]:
    """A dBASE table and texts with separators."""
    fields = b"".join(
        struct.pack("<11sc4xBB14x", name.encode("gb18030"), kind, length, 0)
        for name, kind, length in (
            ("题名", b"C", 12),
            ("日期", b"D", 8),
            ("页", b"N", 3),
            ("M", b"M", 10),
            ("I", b"I", 4),
        )
    )
    record = (
        b" "
        + "防汛通知".encode("gb18030").ljust(12)
        + b"20080307"
        + b" 12"
        + b" " * 10
        + struct.pack("<i", -5)
    )
    head = struct.pack("<BBBBIHH17xB2x", 3, 108, 3, 7, 2, 32 + len(fields) + 1, len(record), 0x4D)
    dbf = head + fields + b"\r" + record + b"*" + record[1:] + b"\x1a"
    plain = '件号,题名,日期\n1,"关于""防汛""\n的通知",2008-03-07\n2\t函\t\n'
    return [dbf, plain.encode("gb18030"), texts.REGISTER.encode(), plain.replace(",", ";").encode("utf-16")]


def workbooks() -> list[bytes]:
    """A workbook with a comment and hidden rows, and an OpenDocument sheet; and a BIFF8 stream with notes."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["件号", "题名", "日期"])
    sheet.append([1, "关于防汛的通知", "20080307"])
    sheet["A1"].comment = Comment("批注", "a")
    sheet.row_dimensions[2].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    content = (
        f"<office:document-content {_OPEN}><office:body><office:spreadsheet><table:table table:name='表'><table:table-row><table:table-cell>"
        "<text:p>A</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    sheet_file = {
        "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": content.encode(),
    }
    return [zipped(_smaller(stream)), zipped(sheet_file), packed({("Workbook",): _binary_notes()})]


def _smaller(stream: io.BytesIO) -> dict[str, bytes]:
    import zipfile

    with zipfile.ZipFile(stream) as package:
        return {name: package.read(name) for name in package.namelist() if "theme" not in name}


def _binary_notes() -> bytes:
    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    begin = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    bound = struct.pack("<IBB", 60, 0, 0) + b"\x02\x01" + _wide("目录")
    text = "批注"
    objects = record(0x5D, struct.pack("<HHHHH", 0x15, 18, 0x19, 1, 0)) + record(
        0x1B6, bytes(10) + struct.pack("<HHHH", len(text), 8, 0, 0)
    )
    notes = record(0x3C, b"\x01" + _wide(text)) + record(
        0x1C, struct.pack("<HHHH", 2, 1, 0, 1) + b"\x01\x00\x00a"
    )
    return begin + record(0x85, bound) + record(0x0A, b"") + begin + objects + notes + record(0x0A, b"")


def archives() -> list[bytes]:
    """Zip archives with names in several encodings, and archives and mails inside of archives."""
    inner = zipped({"通知.txt": "正文".encode()})
    named = zipped({"a" * 8: b"1", "b/": b"", "c/../d": b"2"}).replace(
        b"a" * 8, "通知书.".encode("gb18030")[:8].ljust(8, b"x")
    )
    return [
        zipped({"1.zip": inner, "b.eml": mails()[1], "dir/c.txt": b"x"}),
        named,
        zipped({"m.msg": messages()[3]}),
    ]


def seven_zips() -> list[bytes]:
    """A 7z archive with two files."""
    buffer = io.BytesIO()
    with py7zr.SevenZipFile(buffer, "w", filters=[{"id": py7zr.FILTER_COPY}]) as archive:
        archive.writestr("正文".encode(), "通知.txt")
        archive.writestr(b"x", "b/c.txt")
    return [buffer.getvalue()]


def rars() -> list[bytes]:
    """A stored rar archive of version 4."""
    from tests.unit.formats.test_rar import archive

    return [archive(a=b"text", b="正文".encode())]


def pdfs() -> list[bytes]:
    """A page of Chinese text with a red head, one with a picture, one with properties."""
    head = show("临湖县文件", 100, 700, 36, "1 0 0") + show("正文内容", 60, 500, 16)
    return [pdf(head).getvalue(), pdf(head, "q 595 0 0 842 0 0 cm /I Do Q", info=b"/Title(x)").getvalue()]


def any_bytes() -> list[bytes]:
    """The beginning of a file of every kind, for identification and the guess of encodings."""
    plain = [
        texts.NOTICE.encode(codec, "replace")
        for codec in ("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5hkscs", "utf-32")
    ]
    groups = (
        words(),
        ofds(),
        documents(),
        rich_texts(),
        mails(),
        web_pages(),
        markups(),
        tables(),
        workbooks(),
        archives(),
        seven_zips(),
    )
    return [
        *(data[:600] for data in plain),
        *(one[0] for one in groups),
        pdfs()[0],
        b"BM\0\0\0\0\0\0\0\0\0\0\0\0(\0\0\0",
    ]


def official_texts() -> list[bytes]:
    """Texts for the recognisers."""
    return [text.encode() for text in texts.ALL]


def queries() -> list[bytes]:
    """Queries in the query language."""
    return [query.encode() for query in texts.QUERIES]


def rule_files() -> list[bytes]:
    """A rules file as a customer writes it."""
    rule = """[[rule]]
id = "T-1"
title = "人事任免"
edition = "2026"
date = 2026-11-01
attribute = "withheld"
basis = ["A-16-1"]
priority = 50
explanation = "正文写有“{quote}”"
check = ["是否已公布"]
when = { all = [ { title = "任免" }, { any = [ { text = "任命" }, { genre = "通知" } ] } ] }
"""
    return [rule.encode()]


def templates() -> list[bytes]:
    """A transfer template as a customer writes it."""
    text = """id = "own"
name = "自用目录"
standard = "x"
file_name = "a"
columns = [ { header = "件号", source = "item_number" }, { header = "题名", source = "title", required = true } ]

[xml]
root = "目录"
record = "条目"
"""
    return [text.encode()]


def bags() -> list[bytes]:
    """A bag as one text: parts of it between lines that begin with ``>>>``."""
    import hashlib

    digest = hashlib.sha256(b"x").hexdigest()
    bag = (
        ">>>bagit.txt\nBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n>>>bag-info.txt\nPayload-Oxum: 1.1\nA: b\n c\n"
        f">>>manifest-sha256.txt\n{digest}  data/a.txt\n{digest} *data/%0A../../b\n>>>fetch.txt\nhttp://x 1 data/c\n>>>data/a.txt\nx"
    )
    return [bag.encode()]


def encapsulations() -> list[bytes]:
    """An encapsulation package with one record of three bytes."""
    return [
        (
            "<封装包><被封装的电子文件><文档><计算机文件名>a.txt</计算机文件名><计算机文件大小>3</计算机文件大小>"
            "<编码数据>YWJj</编码数据></文档></被封装的电子文件></封装包>"
        ).encode()
    ]


def records() -> list[bytes]:
    """A package of decisions and a receipt: JSON that another PC sends."""
    package = {
        "kind": "dishu-review-decisions",
        "edition": 1,
        "home": "h",
        "head": "1:x",
        "round": "r",
        "shown": {},
        "decisions": [{"document": "x", "attribute": "withheld", "basis": ["A-20-1"]}],
    }
    receipt = {
        "kind": "dishu-transfer-receipt", "transfer": "t", "package": "p", "manifest_sha256": "0", "answer": "accepted",
        "received_by": "a", "received_on": "2026-01-01", "archives_name": "n", "note": "", "returned": [{"code": "c", "reason": "r"}],
    }  # fmt: skip
    return [json.dumps(one, ensure_ascii=False).encode() for one in (package, receipt)]
