import io

import pytest

from app.domain.source import AsideKind, FileFormat, PartKind
from app.formats.read import web_page


def read(html, codec="utf-8"):
    return web_page.read(io.BytesIO(html.encode(codec)), FileFormat.HTML)


def marked(found, kind):
    return [found.text[part.start : part.end] for part in found.parts if part.kind is kind]


def test_a_page_declared_gb2312_is_read_beyond_gb2312():
    page = "<html><meta charset=gb2312><body><p>关于印发㈠</p><p>朱镕</p></body></html>"
    assert read(page, "gb18030").text == "关于印发㈠\n朱镕\n"


def test_scripts_styles_and_navigation_are_dropped():
    page = (
        "<title>通知</title><style>p{}</style><script>var a='文'</script><nav>首页</nav>"
        "<div class='footer'>版权所有</div><p>正文</p><!-- 注 -->"
    )
    found = read(page)
    assert found.text == "正文\n"
    assert found.properties["title"] == "通知"


def test_lines_follow_blocks_and_line_breaks():
    assert (
        read("<div>各乡镇：<br>现将\n办法<b>印发</b></div>你们<p>a\n b</p>").text
        == "各乡镇：\n现将办法印发\n你们\na b\n"
    )


def test_a_data_table_becomes_rows_with_tabs():
    found = read("<table><tr><th>姓名<th>单位</tr><tr><td><p>张三</p><td>县局<br>二科</table><p>后")
    assert marked(found, PartKind.TABLE) == ["姓名\t单位\n张三\t县局 二科\n"]
    assert found.text.endswith("后\n")


def test_a_table_that_only_arranges_the_page_is_read_cell_after_cell():
    found = read("<table><tr><td>左<td><table><tr><td>甲<td>乙</table></table>")
    assert found.text == "左\n甲\t乙\n"


METADATA_TABLE = (
    "<table><tr><td>索 引 号：</td><td>LH01-2020-1</td><td>发布机构</td><td>临湖县人民政府</td></tr>"
    "<tr><td>文　　号</td><td>临政发〔2020〕1号</td><td>成文日期：</td><td>2020-01-02</td></tr></table>"
)
METADATA_LIST = (
    "<ul><li><b>索引号：</b>LH01</li><li><b>组配分类：</b>通知</li><li><b>发布日期：</b>2020-01-02</li></ul>"
)


@pytest.mark.parametrize("block", [METADATA_TABLE, METADATA_LIST, f"<div>{METADATA_TABLE}</div>"])
def test_the_particulars_of_a_disclosure_site_stay_and_are_marked(block):
    found = read(f"<body>{block}<p>正文</p></body>")
    (metadata,) = marked(found, PartKind.WEB_METADATA)
    assert "LH01" in metadata
    assert "正文" not in metadata
    assert found.text.endswith("正文\n")


def test_labels_in_running_text_are_no_particulars():
    text = "文号、标题、来源三项必须填写。" * 3
    assert not marked(
        read(f"<div><p>{text}</p><p>标题：甲</p><p>来源：乙</p><p>文号：丙</p></div>"), PartKind.WEB_METADATA
    )


def test_hidden_and_deleted_text_is_kept_apart():
    found = read("<p>可见<span style='display: none'>藏</span><del>删</del></p>")
    assert found.text == "可见\n"
    assert {(aside.kind, aside.text) for aside in found.asides} == {
        (AsideKind.HIDDEN, "藏"),
        (AsideKind.DELETED, "删"),
    }


def test_layout_knows_size_colour_and_centring():
    head, body = read(
        "<p align=center><font color=#e60000 style='font-size:26pt'>县文件</font></p><p>正文"
    ).layout
    assert (head.size, head.is_red, head.centred) == (26, True, True)
    assert (body.size, body.is_red, body.centred) == (None, False, False)


def test_site_tags_are_properties():
    found = read('<meta name="ArticleTitle" content="关于某事的通知"><p>x')
    assert found.properties["articletitle"] == "关于某事的通知"


def test_a_page_nested_without_end_is_read_flat():
    assert read("<div>上" * 5000 + "<script>x</script><!-- 注 -->&lt;底").text == "上\n" * 5000 + "<底\n"
