import io
import zipfile

import pytest

from app.domain.source import AsideKind, FailureKind, FileFormat, PartKind
from app.formats.read import open_document
from app.formats.reader import UnreadableError

NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing", "meta": "meta",
        "fo": "xsl-fo-compatible", "manifest": "manifest", "presentation": "presentation",
    }.items()
)  # fmt: skip
STYLES = (
    '<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Base">'
    '<style:text-properties fo:color="#ff0000"/></style:style>'
    '<style:style style:name="Base" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>'
    '<style:text-properties fo:font-size="36pt"/></style:style>'
    '<style:style style:name="New" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
    '<style:style style:name="Hid" style:family="text"><style:text-properties text:display="none"/></style:style>'
)


def read(body, kind="text", **parts):
    content = (
        f"<office:document-content {NAMES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", content)
        for name, part in parts.items():
            package.writestr(f"{name}.xml" if name != "manifest" else "META-INF/manifest.xml", part)
    return open_document.read(buffer, FileFormat.ODT)


def marked(found, kind):
    return [found.text[part.start : part.end] for part in found.parts if part.kind is kind]


def test_paragraphs_signs_and_styles():
    found = read(
        '<text:p text:style-name="Head">临湖县</text:p><text:h>一、<text:s text:c="2"/>甲<text:tab/>乙<text:line-break/>丙'
        '<text:span text:style-name="Hid">藏</text:span></text:h>'
    )
    assert found.text == "临湖县\n一、  甲\t乙\n丙\n"
    assert (found.layout[0].size, found.layout[0].is_red, found.layout[0].centred) == (36, True, True)
    assert [(aside.kind, aside.text) for aside in found.asides] == [(AsideKind.HIDDEN, "藏")]


def test_tables_boxes_notes_and_pages():
    found = read(
        "<table:table><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell><table:table-cell>"
        "<text:p>B</text:p><text:p>C</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>文<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>字"
        "<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>"
        '<text:p text:style-name="New">次页<text:soft-page-break/>三页</text:p>'
    )
    assert found.text == "A\tB C\n框\n文字\n次页三页\n注\n"
    assert [found.text[start:][:2] for start in found.page_starts] == ["A\t", "次页", "三页"]
    assert marked(found, PartKind.TABLE) == ["A\tB C\n"]
    assert marked(found, PartKind.TEXT_BOX) == ["框\n"]
    assert marked(found, PartKind.FOOTNOTE) == ["注\n"]


def test_tracked_deletions_are_kept_apart_and_insertions_marked():
    found = read(
        '<text:tracked-changes><text:changed-region text:id="d"><text:deletion><text:p>删</text:p></text:deletion>'
        '</text:changed-region><text:changed-region text:id="i"><text:insertion/></text:changed-region></text:tracked-changes>'
        '<text:p>留<text:change text:change-id="d"/><text:change-start text:change-id="i"/>增<text:change-end text:change-id="i"/></text:p>'
    )
    assert found.text == "留增\n"
    assert [(aside.kind, aside.text) for aside in found.asides] == [(AsideKind.DELETED, "删")]
    assert marked(found, PartKind.INSERTED) == ["增"]


def test_headers_and_properties():
    styles = (
        f"<office:document-styles {NAMES}><office:master-styles><style:master-page><style:header><text:p>页眉</text:p>"
        "</style:header><style:footer><text:p>页脚</text:p></style:footer></style:master-page></office:master-styles>"
        "</office:document-styles>"
    )
    meta = (
        f"<office:document-meta {NAMES}><office:meta><meta:initial-creator>张三</meta:initial-creator>"
        '<meta:document-statistic meta:page-count="4"/></office:meta></office:document-meta>'
    )
    found = read("<text:p>正文</text:p>", styles=styles, meta=meta)
    assert (marked(found, PartKind.HEADER), marked(found, PartKind.FOOTER)) == (["页眉\n"], ["页脚\n"])
    assert (found.properties["author"], found.page_count) == ("张三", 4)


def test_slides_are_pages_with_their_notes():
    found = read(
        "<draw:page><draw:frame><draw:text-box><text:p>题</text:p></draw:text-box></draw:frame>"
        "<presentation:notes><draw:frame><draw:text-box><text:p>讲稿</text:p></draw:text-box></draw:frame></presentation:notes>"
        "</draw:page><draw:page><draw:frame><draw:text-box><text:p>二</text:p></draw:text-box></draw:frame></draw:page>",
        kind="presentation",
    )
    assert (found.page_count, marked(found, PartKind.SLIDE)) == (2, ["题\n", "二\n"])
    assert marked(found, PartKind.NOTES) == ["讲稿\n"]


def test_hidden_slides_are_marked():
    style = (
        '<office:automatic-styles><style:style style:name="dp1" style:family="drawing-page">'
        '<style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>'
    )
    styles = f"<office:document-styles {NAMES}>{style}</office:document-styles>"
    frame = "<draw:frame><draw:text-box><text:p>{}</text:p></draw:text-box></draw:frame>"
    pages = f'<draw:page>{frame.format("一")}</draw:page><draw:page draw:style-name="dp1">{frame.format("二")}</draw:page>'
    found = read(pages, kind="presentation", styles=styles)
    assert (marked(found, PartKind.SLIDE), marked(found, PartKind.HIDDEN_SLIDE)) == (["一\n"], ["二\n"])


def test_encrypted_documents_are_refused():
    manifest = f"<manifest:manifest {NAMES}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"
    with pytest.raises(UnreadableError) as caught:
        read("<text:p>x</text:p>", manifest=manifest)
    assert caught.value.failure.kind is FailureKind.ENCRYPTED


def test_elements_nested_without_end_do_not_end_the_program():
    assert isinstance(
        read("<text:section>" * 200 + "<text:p>底</text:p>" + "</text:section>" * 200).text, str
    )
