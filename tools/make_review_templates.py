"""Makes the Word templates of the review papers: ``python tools/make_review_templates.py``.

The templates are data that a customer replaces; this script only gives the first ones.
"""

from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

TARGET = Path(__file__).parents[1] / "resources" / "templates" / "review"
FONT = "宋体"

FORM = (
    (("题名", 3),),
    (("文号", 1), ("发文机关", 1)),
    (("成文日期", 1), ("公文编号", 1)),
    (("原公开属性", 1), ("原认定依据", 1)),
    (("审查轮次", 1), ("审查后属性", 1)),
    (("依据条文", 3),),
    (("理由", 3),),
    (("区分处理", 3),),
    (("补充说明", 3),),
    (("程序建议", 3),),
    (("下次复审日期", 1), ("状态", 1)),
    (("初审", 3),),
    (("保密审查", 3),),
    (("审定", 3),),
)
COLUMNS = ("序号", "题名", "文号", "成文日期", "原公开属性", "审查后属性", "依据", "理由", "初审", "审定")
WIDTHS = (10, 62, 34, 22, 20, 20, 24, 40, 20, 20)


def main() -> None:
    """Write both templates."""
    TARGET.mkdir(parents=True, exist_ok=True)
    _form().save(str(TARGET / "公开属性审查表.docx"))
    _list().save(str(TARGET / "批次审查表.docx"))


def _blank(*, is_landscape: bool) -> DocumentObject:
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(10.5)
    style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    section = document.sections[0]
    if is_landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = (Mm(297), Mm(210)) if is_landscape else (Mm(210), Mm(297))
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(15)
    return document


def _heading(document: DocumentObject, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size = True, Pt(18)


def _form() -> DocumentObject:
    document = _blank(is_landscape=False)
    _heading(document, "政府信息公开属性审查表")
    document.add_paragraph("单位：{{单位}}　　　打印日期：{{打印日期}}")
    table = document.add_table(rows=0, cols=4, style="Table Grid")
    for fields in FORM:
        cells = table.add_row().cells
        at = 0
        for name, span in fields:
            cells[at].text = name
            last = cells[at + 1].merge(cells[at + span]) if span > 1 else cells[at + 1]
            last.text = "{{" + name + "}}"
            at += span + 1
    document.add_paragraph("签名：初审　　　　　　保密审查　　　　　　审定　　　　　　")
    document.add_paragraph("审计校验值：{{审计校验值}}")
    return document


def _list() -> DocumentObject:
    document = _blank(is_landscape=True)
    _heading(document, "政府信息公开属性审查表（{{批次}}）")
    document.add_paragraph("单位：{{单位}}　　　共 {{件数}} 件　　　打印日期：{{打印日期}}")
    table = document.add_table(rows=2, cols=len(COLUMNS), style="Table Grid")
    for number, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        head, row = table.rows[0].cells[number], table.rows[1].cells[number]
        head.text, row.text = name, "{{行." + name + "}}"
        head.width = row.width = Mm(width)
        head.paragraphs[0].runs[0].bold = True
    document.add_paragraph()
    signers = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, name in zip(signers.rows[0].cells, ("初审", "复审", "审定"), strict=True):
        cell.text = f"{name}：\n\n　　　　　年　　月　　日"
    document.add_paragraph("审计校验值：{{审计校验值}}")
    return document


if __name__ == "__main__":
    main()
