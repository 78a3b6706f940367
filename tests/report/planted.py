"""Documents with private values planted in every place a reader may overlook, for redaction."""

import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from PIL import Image

from tests.report.letters import GOOD, Letter, Part, write_pdf

WEIGHTS, CHECKS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2), "10X98765432"
SENTENCES = (
    "各镇人民政府要认真做好救助对象的核查工作。",
    "县民政局要加强业务指导，及时汇总进展情况。",
    "补助资金实行专款专用，任何单位不得截留挪用。",
    "救助标准按照上级有关规定执行，并适时调整。",
    "本通知自印发之日起施行。",
)


def resident_id(chance: random.Random) -> str:
    digits = f"110105{chance.randint(1950, 1999)}{chance.randint(1, 12):02}{chance.randint(1, 28):02}{chance.randint(1, 999):03}"
    return digits + CHECKS[sum(int(a) * b for a, b in zip(digits, WEIGHTS, strict=True)) % 11]


def mobile(chance: random.Random) -> str:
    return f"13{chance.randint(10**8, 10**9 - 1)}"


def mailbox(chance: random.Random) -> str:
    return f"lin{chance.randint(10**5, 10**6)}@example.com"


def bank_card(chance: random.Random) -> str:
    digits = f"622202{chance.randint(10**11, 10**12 - 1)}"
    total = sum(
        sum(divmod(int(digit) * (2 - place % 2), 10)) for place, digit in enumerate(reversed(digits), start=1)
    )
    return digits + str(-total % 10)


LABELS = {resident_id: "身份证号", mobile: "手机", mailbox: "电子邮箱", bank_card: "银行卡号"}


@dataclass
class Planted:
    """A document with its planted values by place, and the paragraphs without any."""

    path: Path
    values: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    def plant(self, place: str, chance: random.Random) -> str:
        """A new value with its label, kept under its place."""
        make = chance.choice(list(LABELS))
        self.values[place] = make(chance)
        return f"{LABELS[make]}：{self.values[place]}"


def planted_docx(path: Path, seed: int) -> Planted:
    """A Word document with values in text, tables, headers, notes, properties and descriptions."""
    chance = random.Random(seed)
    made = Planted(path)
    document = Document()
    document.add_paragraph("关于开展临时救助工作的通知")
    made.others.append("关于开展临时救助工作的通知")
    for number in range(chance.randint(2, 5)):
        _add_split(document, made.plant(f"text {number}", chance), chance)
        made.others.append(chance.choice(SENTENCES) + str(number))
        document.add_paragraph(made.others[-1])
    for place in (_table, _margins, _properties, _description, _changes, _comment, _text_box, _hidden, _link):
        place(document, made, chance)
    document.save(str(path))
    return made


def _add_split(document: DocumentObject, text: str, chance: random.Random) -> None:
    """A paragraph whose value is cut into runs, as Word does after a correction."""
    paragraph = document.add_paragraph("申请人")
    cut = chance.randint(1, len(text) - 1)
    paragraph.add_run(text[:cut])
    paragraph.add_run(text[cut:]).bold = True


def _table(document: DocumentObject, made: Planted, chance: random.Random) -> None:
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "姓名", "身份证号"
    table.cell(1, 0).text = "见附表"
    made.values["table"] = table.cell(1, 1).text = resident_id(chance)
    inner = table.cell(1, 0).add_table(rows=1, cols=1)
    inner.cell(0, 0).text = made.plant("inner table", chance)


def _margins(document: DocumentObject, made: Planted, chance: random.Random) -> None:
    section = document.sections[0]
    section.header.paragraphs[0].text = made.plant("header", chance)
    section.footer.paragraphs[0].text = made.plant("footer", chance)


def _properties(document: DocumentObject, made: Planted, chance: random.Random) -> None:
    document.core_properties.comments = made.plant("property", chance)
    document.core_properties.keywords = made.plant("keywords", chance)
    document.core_properties.author = "王示例"


def _description(document: DocumentObject, made: Planted, chance: random.Random) -> None:
    picture = made.path.with_suffix(".png")
    Image.new("RGB", (20, 20), "white").save(picture)
    document.add_picture(str(picture), Mm(10))
    properties = next(document.element.body.iter(qn("wp:docPr")))
    properties.set("descr", made.plant("description", chance))
    properties.set("title", made.plant("picture title", chance))


def _changes(document: DocumentObject, made: Planted, chance: random.Random) -> None:
    for tag, text_tag, place in (("w:del", "w:delText", "deleted"), ("w:ins", "w:t", "inserted")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        change.set(qn("w:author"), "王示例")
        text.text = made.plant(place, chance)
        run.append(text)
        change.append(run)
        document.add_paragraph()._p.append(change)


def _comment(document: DocumentObject, made: Planted, chance: random.Random) -> None:
    made.others.append("请各单位遵照执行。")
    commented = document.add_paragraph(made.others[-1])
    document.add_comment(commented.runs, text=made.plant("comment", chance), author="王示例")


def _text_box(document: DocumentObject, made: Planted, chance: random.Random) -> None:
    box = parse_xml(
        f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape alt="{made.plant("shape", chance)}">'
        f"<v:textbox><w:txbxContent><w:p><w:r><w:t>{made.plant('text box', chance)}</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    document.add_paragraph()._p.append(box)


def _hidden(document: DocumentObject, made: Planted, chance: random.Random) -> None:
    document.add_paragraph().add_run(made.plant("hidden", chance)).font.hidden = True


def _link(document: DocumentObject, made: Planted, chance: random.Random) -> None:
    made.values["link"] = mailbox(chance)
    target = document.part.relate_to(
        f"mailto:{made.values['link']}", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link, run, text = OxmlElement("w:hyperlink"), OxmlElement("w:r"), OxmlElement("w:t")
    link.set(qn("r:id"), target)
    text.text = f"电子邮箱：{made.values['link']}"
    run.append(text)
    link.append(run)
    document.add_paragraph()._p.append(link)


def planted_pdf(path: Path, seed: int) -> Planted:
    """A PDF with values on some pages and in everything beside its pages, an earlier revision among it."""
    chance = random.Random(seed)
    made = Planted(path)
    parts = dict(GOOD.parts)
    parts["text"] = Part(f"申请人{made.plant('text', chance)}。", indent=32)
    parts["cell"] = Part(f"身份证号    {made.plant('cell', chance)}", size=12)
    count = 24 * chance.randint(1, 3)
    for number in range(count):
        parts[f"more{number}"] = Part(chance.choice(SENTENCES), indent=32)
    if chance.random() < 0.5:
        parts["late"] = Part(f"联系人{made.plant('last page', chance)}。", indent=32)
    write_pdf(path, Letter(parts))
    _add_revision(path, made, chance)
    return made


def _add_revision(path: Path, made: Planted, chance: random.Random) -> None:
    """Append a revision with notes, bookmarks, an attachment, metadata and descriptions."""
    data = path.read_bytes()
    root = re.search(rb"/Root (\d+) 0 R", data)
    page = re.search(rb"(\d+) 0 obj\n(<</Type/Page/Parent.*?>>)\nendobj", data, re.DOTALL)
    catalogue = re.search(rb"(\d+) 0 obj\n<</Type/Catalog/Pages (\d+) 0 R>>", data)
    start = re.search(rb"startxref\n(\d+)", data)
    size = re.search(rb"/Size (\d+)", data)
    assert root
    assert page
    assert catalogue
    assert start
    assert size
    first = int(size[1])
    hex_of = {
        name: _text(made.plant(name, chance)) for name in ("note", "bookmark", "subject", "actual text")
    }
    attachment = made.plant("attachment", chance).encode()
    metadata = f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{made.plant('metadata', chance)}</x:xmpmeta>".encode()
    objects: dict[int, bytes] = {
        int(page[1]): page[2][:-2] + b"/Annots[%d 0 R]>>" % first,
        first: b"<</Type/Annot/Subtype/Text/Rect[20 20 40 40]/Contents%s/T(office)>>" % hex_of["note"],
        first + 1: b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count 1>>" % (first + 2, first + 2),
        first + 2: b"<</Title%s/Parent %d 0 R>>" % (hex_of["bookmark"], first + 1),
        first + 3: b"<</Type/EmbeddedFile/Length %d>>stream\n%s\nendstream" % (len(attachment), attachment),
        first + 4: b"<</Type/Filespec/F(a.txt)/EF<</F %d 0 R>>>>" % (first + 3),
        first + 5: b"<</Type/Metadata/Subtype/XML/Length %d>>stream\n%s\nendstream"
        % (len(metadata), metadata),
        first + 6: b"<</Subject%s/Author(office)>>" % hex_of["subject"],
        first + 7: b"<</Type/StructTreeRoot/K<</Type/StructElem/S/Figure/Alt%s>>>>" % hex_of["actual text"],
        int(
            catalogue[1]
        ): b"<</Type/Catalog/Pages %s 0 R/Outlines %d 0 R/Metadata %d 0 R/StructTreeRoot %d 0 R"
        b"/Names<</EmbeddedFiles<</Names[(a)%d 0 R]>>>>>>"
        % (catalogue[2], first + 1, first + 5, first + 7, first + 4),
    }
    out = bytearray(data)
    table = []
    for number, body in sorted(objects.items()):
        table.append(b"%d 1\n%010d 00000 n \n" % (number, len(out)))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    here = len(out)
    out += b"xref\n%s" % b"".join(table)
    out += b"trailer<</Size %d/Root %s 0 R/Info %d 0 R/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        first + 8, root[1], first + 6, start[1], here,
    )  # fmt: skip
    path.write_bytes(bytes(out))


def _text(value: str) -> bytes:
    return b"<FEFF%s>" % value.encode("utf-16-be").hex().encode()
