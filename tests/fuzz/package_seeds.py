"""Tiny packages of XML: OFD, docx, pptx, odt, sheets; an execution takes a millisecond."""

import io
import struct

import openpyxl
from openpyxl.comments import Comment

from tests.fuzz.compound_parts import packed
from tests.fuzz.compound_seeds import wide
from tests.fuzz.mutate import zipped
from tests.unit.formats.word_package import docx, p, relationships, row


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
    bound = struct.pack("<IBB", 60, 0, 0) + b"\x02\x01" + wide("目录")
    text = "批注"
    objects = record(0x5D, struct.pack("<HHHHH", 0x15, 18, 0x19, 1, 0)) + record(
        0x1B6, bytes(10) + struct.pack("<HHHH", len(text), 8, 0, 0)
    )
    notes = record(0x3C, b"\x01" + wide(text)) + record(
        0x1C, struct.pack("<HHHH", 2, 1, 0, 1) + b"\x01\x00\x00a"
    )
    return begin + record(0x85, bound) + record(0x0A, b"") + begin + objects + notes + record(0x0A, b"")
