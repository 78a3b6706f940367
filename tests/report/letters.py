"""A letter in the format of GB/T 9704-2012 as docx and PDF, to be spoilt in one place at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

SONG, FANG, HEI, KAI = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"


@dataclass(frozen=True)
class Part:
    """One paragraph. ``place``: c(entre), l(eft) or r(ight); ``indent`` in points."""

    text: str
    font: str = FANG
    size: float = 16
    place: str = "l"
    indent: float = 0
    colour: str = "000000"


@dataclass(frozen=True)
class Letter:
    """A letter as its named parts in order."""

    parts: dict[str, Part]
    margins: dict[str, float] = field(
        default_factory=lambda: {"top": 37, "right": 26, "bottom": 35, "left": 28}
    )
    paper: tuple[float, float] = (210, 297)
    footer: str = "— 1 —"
    footer_size: float = 14

    def but(self, name: str, **changes: object) -> "Letter":
        """The same with one part changed."""
        return replace(self, parts={**self.parts, name: replace(self.parts[name], **changes)})

    def swapped(self, one: str, other: str) -> "Letter":
        """The same with two parts in each other's place."""
        names = [{one: other, other: one}.get(name, name) for name in self.parts]
        return replace(self, parts={name: self.parts[name] for name in names})


GOOD = Letter(
    {
        "head": Part("临湖县人民政府办公室文件", SONG, 34, "c", colour="FF0000"),
        "number": Part("临政办发〔2019〕12号", place="c"),
        "title": Part("临湖县人民政府办公室关于加强河道管理的通知", SONG, 22, "c"),
        "recipients": Part("各镇人民政府，各街道办事处，县政府各部门："),
        "opening": Part("为进一步加强全县河道管理工作，经县政府同意，现将有关事项通知如下。", indent=32),
        "first": Part("一、落实管理责任", HEI, indent=32),
        "second": Part("（一）明确责任主体", KAI, indent=32),
        "text": Part("各镇要按照分级负责的原则，把河道保洁任务落实到村、到人。", indent=32),
        "next": Part("二、加强监督检查", HEI, indent=32),
        "last": Part("县水利局要会同有关部门定期开展检查，检查结果及时通报。", indent=32),
        "note": Part("附件：1. 河道名录", indent=32),
        "note2": Part("      2. 考核办法", indent=32),
        "body": Part("临湖县人民政府办公室", place="r"),
        "date": Part("2019年3月7日", place="r"),
        "mark": Part("（此件公开发布）", indent=32),
        "copy": Part("抄送：县委各部门，县人大常委会办公室。", size=14),
        "printed": Part("临湖县人民政府办公室        2019年3月8日印发", size=14),
        "annex1": Part("附件1", HEI),
        "list": Part("河道名录", SONG, 22, "c"),
        "row": Part("白鹭河、青石港、柳塘河。", indent=32),
        "annex2": Part("附件2", HEI),
        "rules": Part("考核办法", SONG, 22, "c"),
        "rule": Part("考核每年进行一次。", indent=32),
    }
)


def write_docx(path: Path, letter: Letter) -> Path:
    """Write the letter."""
    document = Document()
    document.core_properties.author = ""
    document.core_properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = (Mm(side) for side in letter.paper)
    for side, value in letter.margins.items():
        setattr(section, f"{side}_margin", Mm(value))
    for part in letter.parts.values():
        _add(document.add_paragraph(), part)
    if letter.footer:
        _add(section.footer.paragraphs[0], Part(letter.footer, "宋体", letter.footer_size, "c"))
    document.save(str(path))
    return path


def _add(paragraph: object, part: Part) -> None:
    places = {"c": WD_ALIGN_PARAGRAPH.CENTER, "r": WD_ALIGN_PARAGRAPH.RIGHT, "l": WD_ALIGN_PARAGRAPH.LEFT}
    paragraph.alignment = places[part.place]
    if part.indent:
        paragraph.paragraph_format.first_line_indent = Pt(part.indent)
    run = paragraph.add_run(part.text)
    run.font.size = Pt(part.size)
    run.font.color.rgb = RGBColor.from_string(part.colour)
    run.font.name = part.font
    run._r.rPr.rFonts.set(qn("w:eastAsia"), part.font)


MM = 72 / 25.4


def write_pdf(path: Path, letter: Letter, *, bars: tuple[str, ...] = (), metadata: bool = True) -> Path:
    """Write the letter as a one-font PDF; ``bars``: words under black bars."""
    pages = list(_pages(letter))
    path.write_bytes(_pdf(pages, letter, bars, metadata=metadata))
    return path


def _pages(letter: Letter) -> Iterator[list[tuple[float, float, Part, str]]]:
    width = letter.paper[0] - letter.margins["left"] - letter.margins["right"]
    page, y = [], letter.margins["top"]
    for part in letter.parts.values():
        step = part.size / MM
        room = max(1, int((width + 0.5) / step))
        text = part.text
        if part.indent:
            text = "\u3000" * round(part.indent / part.size) + text
        for start in range(0, len(text), room):
            piece = text[start : start + room]
            if y + step > letter.paper[1] - letter.margins["bottom"]:
                yield page
                page, y = [], letter.margins["top"]
            drawn = len(piece) * step
            left = letter.margins["left"]
            x = {"l": left, "c": left + (width - drawn) / 2, "r": left + width - drawn - 4 * step}[part.place]
            page.append((x, y, part, piece))
            y += step * 1.75
    yield page


def _pdf(pages, letter: Letter, bars: tuple[str, ...], *, metadata: bool) -> bytes:
    """A PDF with a font that is not embedded (STSong-Light), enough for text and places."""
    objects: list[bytes] = []

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    descriptor = add(
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -120 1000 880]/ItalicAngle 0"
        b"/Ascent 880/Descent -120/CapHeight 880/StemV 80>>"
    )
    descendant = add(
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)"
        b"/Ordering(GB1)/Supplement 2>>/FontDescriptor %d 0 R/DW 1000>>" % descriptor
    )
    font = add(
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[%d 0 R]>>"
        % descendant
    )
    width, height = (side * MM for side in letter.paper)
    kids = []
    tree = len(objects) + 2 * len(pages) + 1
    for page in pages:
        stream = "\n".join(_drawn(page, height, bars)).encode()
        content = add(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
        kids.append(
            add(
                b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 %.2f %.2f]/Resources<</Font<</F %d 0 R>>>>/Contents %d 0 R>>"
                % (tree, width, height, font, content)
            )
        )
    add(b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids)))
    catalogue = add(b"<</Type/Catalog/Pages %d 0 R>>" % tree)
    title = next(iter(letter.parts.values())).text
    info = (
        add(b"<</Title<FEFF%s>/Author(office)>>" % title.encode("utf-16-be").hex().encode())
        if metadata
        else 0
    )
    out = BytesIO(b"")
    out.write(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    extra = b"/Info %d 0 R" % info if info else b""
    out.write(
        b"trailer<</Size %d/Root %d 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, catalogue, extra, start)
    )
    return out.getvalue()


def _drawn(page, height: float, bars: tuple[str, ...]) -> Iterator[str]:
    for x, y, part, text in page:
        red, green, blue = (int(part.colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
        base = height - y * MM - part.size * 0.88
        code = text.encode("utf-16-be").hex()
        yield f"{red:.2f} {green:.2f} {blue:.2f} rg BT /F {part.size} Tf {x * MM:.2f} {base:.2f} Td <{code}> Tj ET"
        for word in bars:
            if word in text:
                at = x * MM + text.index(word) * part.size
                yield f"0 0 0 rg {at:.2f} {base - 0.15 * part.size:.2f} {len(word) * part.size:.2f} {1.1 * part.size:.2f} re f"
