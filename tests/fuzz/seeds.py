"""Tiny files of every other sort that an own reader reads, so that an execution takes a millisecond."""

import base64
import io
import json
import struct
from email.message import EmailMessage

import py7zr

from tests.fuzz import texts
from tests.fuzz.compound_seeds import messages, words
from tests.fuzz.mutate import zipped
from tests.fuzz.package_seeds import documents, ofds, workbooks
from tests.unit.formats.pdf_file import pdf, show


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
