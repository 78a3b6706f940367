import io
import zipfile

import pytest

from app.domain.source import AsideKind, FailureKind, FileFormat, PartKind
from app.formats.read import word_xml
from app.formats.read.word_numbering import counting
from app.formats.reader import UnreadableError
from tests.unit.formats.word_package import docx, p, package, row


def read(stream):
    return word_xml.read(stream, FileFormat.DOCX)


def r(text, properties=""):
    return f"<w:r><w:rPr>{properties}</w:rPr>{text}</w:r>"


def t(text):
    return f"<w:t>{text}</w:t>"


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (r(t("临湖") + "<w:tab/>" + t("县")), "临湖\t县"),
        (r(t("上") + "<w:br/>" + t("下")), "上\n下"),
        (r('<w:sym w:font="Wingdings" w:char="F0FE"/>' + t("同意")), "☑同意"),
        (r('<w:sym w:font="Wingdings 2" w:char="F0A3"/>'), "□"),
        (r('<w:sym w:font="Unknown" w:char="F0A3"/>' + t("甲")), "甲"),
        (
            r(
                '<w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>'
                "<w:checked/></w:checkBox></w:ffData></w:fldChar>"
            ),
            "☑",
        ),
        (
            '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr>'
            "<w:sdtContent><w:r><w:t>?</w:t></w:r></w:sdtContent></w:sdt>",
            "□",
        ),
        (r('<w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/>' + t("3")), "3"),
        ("<w:hyperlink>" + r(t("链接")) + "</w:hyperlink>", "链接"),
        (
            r("<w:ruby><w:rt>" + r(t("lin")) + "</w:rt><w:rubyBase>" + r(t("临")) + "</w:rubyBase></w:ruby>"),
            "临",
        ),
    ],
)
def test_runs_become_characters(paragraph, text):
    assert read(docx(f"<w:p>{paragraph}</w:p>")).text == text + "\n"


def test_deleted_and_hidden_text_is_kept_apart_and_inserted_text_is_marked():
    body = (
        "<w:p>" + r(t("经")) + "<w:del>" + r("<w:delText>原稿</w:delText>") + "</w:del>"
        "<w:ins>" + r(t("修改")) + "</w:ins>" + r(t("批注"), "<w:vanish/>") + r(t("后")) + "</w:p>"
    )
    extraction = read(docx(body))
    assert extraction.text == "经修改后\n"
    assert {(aside.kind, aside.text) for aside in extraction.asides} == {
        (AsideKind.DELETED, "原稿"),
        (AsideKind.HIDDEN, "批注"),
    }
    (part,) = extraction.parts
    assert (part.kind, extraction.text[part.start : part.end]) == (PartKind.INSERTED, "修改")


def test_a_table_row_is_a_line_and_its_cells_are_separated_by_a_tab():
    table = (
        "<w:tbl>"
        + row(p("姓名"), p("职务"))
        + row(p("王明"), p("局长") + p("兼书记") + "<w:p/>")
        + "</w:tbl>"
    )
    extraction = read(docx(p("名单") + table))
    assert extraction.text == "名单\n姓名\t职务\n王明\t局长 兼书记\n"
    (part,) = extraction.parts
    assert (part.kind, part.start, part.end) == (PartKind.TABLE, 3, len(extraction.text))


def test_a_cell_that_fills_the_row_keeps_its_lines():
    assert read(docx("<w:tbl>" + row(p("第一行") + p("第二行")) + "</w:tbl>")).text == "第一行\n第二行\n"


BOX = (
    "<mc:AlternateContent><mc:Choice>{anchor}<w:txbxContent>{inner}</w:txbxContent>{end}</mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
)


def box(text, top):
    anchor = f'<wp:anchor><wp:positionV relativeFrom="page"><wp:posOffset>{top}</wp:posOffset></wp:positionV>'
    red = '<w:color w:val="FF0000"/><w:sz w:val="72"/>'
    return BOX.format(anchor=anchor, end="</wp:anchor>", inner=p(text, '<w:jc w:val="center"/>', red))


def test_text_boxes_come_once_before_their_paragraph_from_top_to_bottom():
    body = "<w:p>" + r(box("临湖县人民政府文件", 900)) + r(box("特急", 100)) + r(t("正文")) + "</w:p>"
    extraction = read(docx(body))
    assert extraction.text == "特急\n临湖县人民政府文件\n正文\n"
    assert [part.kind for part in extraction.parts] == [PartKind.TEXT_BOX] * 2
    head = extraction.layout[1]
    assert (head.size, head.is_red, head.centred) == (36.0, True, True)


def test_word_art_is_text():
    shape = (
        '<w:pict><v:shape fillcolor="red [2]" style="margin-top:5pt">'
        '<v:textpath style="font-size:40pt" string="临湖县文件"/></v:shape></w:pict>'
    )
    extraction = read(docx(f"<w:p>{r(shape)}</w:p>"))
    assert extraction.text == "临湖县文件\n\n"
    assert extraction.layout[0].is_red
    assert extraction.layout[0].size == 40.0


STORIES = {
    "s": ("styles", "styles.xml", ""),
    "h1": ("header", "header1.xml", p("内部资料")),
    "h2": ("header", "header2.xml", p("首页红头")),
    "f1": ("footer", "footer1.xml", p("— 1 —")),
    "n": (
        "footnotes",
        "footnotes.xml",
        f'<w:footnote w:type="separator">{p("-")}</w:footnote><w:footnote>{p("脚注")}</w:footnote>',
    ),
    "c": ("comments", "comments.xml", f'<w:comment w:author="李华">{p("请核")}</w:comment>'),
}
SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="h1"/><w:headerReference w:type="first" r:id="h2"/>'
    '<w:footerReference r:id="f1"/><w:pgSz w:w="11906" w:h="16838"/>{title}</w:sectPr>'
)


def test_stories_stand_around_the_body_and_say_what_they_are():
    extraction = read(docx(p("正文") + SECTION.format(title="<w:titlePg/>"), STORIES))
    assert extraction.text == "首页红头\n正文\n内部资料\n— 1 —\n脚注\n请核\n"
    kinds = [(part.kind, part.label) for part in extraction.parts]
    assert kinds == [
        (PartKind.HEADER, ""),
        (PartKind.HEADER, ""),
        (PartKind.FOOTER, ""),
        (PartKind.FOOTNOTE, ""),
        (PartKind.COMMENT, "李华"),
    ]
    assert extraction.page_size == pytest.approx((595.3, 841.9))
    assert [extraction.text[line.start : line.end] for line in extraction.layout] == ["首页红头", "正文"]


def test_without_a_title_page_the_usual_header_comes_first():
    assert read(docx(p("正文") + SECTION.format(title=""), STORIES)).text.startswith("内部资料\n正文\n")


def test_sizes_and_colours_come_from_styles_and_defaults():
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="head"><w:pPr><w:jc w:val="center"/></w:pPr>'
        '<w:rPr><w:sz w:val="44"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="red"><w:basedOn w:val="head"/>'
        '<w:rPr><w:color w:val="C00000"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="big"><w:rPr><w:sz w:val="60"/></w:rPr></w:style>'
    )
    body = p("标题", '<w:pStyle w:val="red"/>') + p("正文") + p("大", "", '<w:rStyle w:val="big"/>')
    layout = read(docx(body, {"s": ("styles", "styles.xml", styles)})).layout
    assert [(line.size, line.is_red, line.centred) for line in layout] == [
        (22.0, True, True),
        (10.5, False, False),
        (30.0, False, False),
    ]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def numbered(text, number, level):
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_are_in_the_text():
    items = [("甲", 1, 0), ("乙", 1, 1), ("丙", 1, 1), ("丁", 1, 0), ("戊", 1, 1), ("己", 1, 2), ("庚", 2, 0)]
    body = "".join(numbered(*item) for item in items) + p("辛", '<w:numPr><w:numId w:val="0"/></w:numPr>')
    text = read(docx(body, {"n": ("numbering", "numbering.xml", NUMBERING)})).text
    assert text.splitlines() == ["一、甲", "1.1 乙", "1.2 丙", "二、丁", "2.1 戊", "己", "五、庚", "辛"]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (100, "一百"),
        (105, "一百〇五"),
        (110, "一百一十"),
        (2020, "二千〇二十"),
    ],
)
def test_numbers_are_counted_in_chinese(number, words):
    assert counting(number) == words


PAGES = '<w:r><w:br w:type="page"/></w:r>'


@pytest.mark.parametrize(
    ("body", "starts"),
    [
        (p("一") + p("二"), ()),
        (p("一") + p("二", "<w:pageBreakBefore/>"), (0, 2)),
        (p("一", "<w:sectPr/>") + p("二"), (0, 2)),
        (p("一", '<w:sectPr><w:type w:val="continuous"/></w:sectPr>') + p("二"), ()),
        (f"<w:p>{r(t('一'))}{PAGES}{r(t('二'))}</w:p>", (0, 2)),
        (
            f"<w:p>{r(t('一'))}{PAGES}</w:p><w:p>{r('<w:lastRenderedPageBreak/>' + t('二'))}</w:p>",
            (0, 3),
        ),
    ],
)
def test_pages_begin_where_the_document_says(body, starts):
    extraction = read(docx(body))
    assert extraction.page_starts == starts
    assert extraction.page_count == (len(starts) or None)


def test_embedded_files_are_listed_and_not_read():
    stream = docx(p("见附件"), **{"word/embeddings/名单.xlsx": b"1234"})
    assert [(item.name, item.size) for item in read(stream).embedded] == [("名单.xlsx", 4)]


def test_a_document_in_the_strict_variant_is_read():
    strict = docx(p("正文")).getvalue()
    with zipfile.ZipFile(io.BytesIO(strict)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["word/document.xml"] = members["word/document.xml"].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read(package(members)).text == "正文\n"


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'


@pytest.mark.parametrize(
    ("stream", "kind"),
    [
        (io.BytesIO(b""), FailureKind.DAMAGED),
        (io.BytesIO(b"PK\x03\x04 cut short"), FailureKind.DAMAGED),
        (io.BytesIO(docx(p("正文")).getvalue()[:-200]), FailureKind.DAMAGED),
        (io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 wrapped"), FailureKind.ENCRYPTED),
        (package({"other.xml": "<x/>"}), FailureKind.DAMAGED),
        (package({"word/document.xml": ENTITIES}), FailureKind.DAMAGED),
    ],
)
def test_bad_files_are_refused_with_a_reason(stream, kind):
    with pytest.raises(UnreadableError) as caught:
        read(stream)
    assert caught.value.failure.kind is kind


def test_a_document_that_unfolds_too_far_is_refused():
    with pytest.raises(UnreadableError) as caught:
        read(package({"word/document.xml": b" " * 70_000_000}))
    assert caught.value.failure.kind is FailureKind.TOO_LARGE


def test_nesting_without_end_does_not_break_the_stack():
    deep = "<w:ins>" * 200 + r(t("深")) + "</w:ins>" * 200
    assert read(docx(f"<w:p>{r(t('浅'))}{deep}</w:p>")).text == "浅\n"
