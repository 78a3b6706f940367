"""Plain text, rich text, web page and mail."""

import html
from email import policy
from email.message import EmailMessage
from pathlib import Path

from tests.samples.compose import Line, Style, as_text
from tests.samples.paper import Paper, plain_date


def write_txt(path: Path, lines: tuple[Line, ...], encoding: str) -> None:
    """A text file with the line ends of Windows."""
    path.write_bytes(as_text(lines, "\r\n").encode(encoding))


_RTF_SIZE = {Style.HEAD: 72, Style.TITLE: 44, Style.ANNEX_TITLE: 44, Style.IMPRINT: 28, Style.IMPRINT_END: 28}
_RTF_ALIGN = {
    Style.HEAD: r"\qc",
    Style.NUMBER: r"\qc",
    Style.TITLE: r"\qc",
    Style.ANNEX_TITLE: r"\qc",
    Style.SIGNATURE: r"\qr",
    Style.DATE: r"\qr",
    Style.NUMBER_RIGHT: r"\qr",
    Style.CORNER_RIGHT: r"\qr",
}


def write_rtf(path: Path, lines: tuple[Line, ...]) -> None:
    """Rich text in code page 936, as Word writes it."""
    head = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fnil\fcharset134 FangSong;}}{\colortbl ;\red255\green0\blue0;}"
    body = "\n".join(_rtf_paragraph(line) for line in lines if line.style is not Style.RULE)
    path.write_bytes(f"{head}\n{body}\n}}".encode("ascii"))


def _rtf_paragraph(line: Line) -> str:
    colour = r"\cf1" if line.style is Style.HEAD else r"\cf0"
    indent = r"\fi640" if line.style in {Style.BODY, Style.HEADING, Style.NOTE} else r"\fi0"
    size = _RTF_SIZE.get(line.style, 32)
    text = "".join(_rtf_character(character) for character in line.text)
    align = _RTF_ALIGN.get(line.style, r"\ql")
    return rf"\pard{align}{indent}{colour}\f0\fs{size} {text}\par"


def _rtf_character(character: str) -> str:
    if character == "\t":
        return r"\tab "
    if character in "\\{}":
        return f"\\{character}"
    if character.isascii():
        return character
    try:
        return "".join(rf"\'{byte:02x}" for byte in character.encode("gbk"))
    except UnicodeEncodeError:
        return rf"\u{ord(character)}?"


WEB_MARK = "公开方式：主动公开"
"""The mark in the block of metadata of every web page."""

_PAGE = """<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset={charset}">
<title>{title} - 临湖县人民政府门户网站</title>
<style type="text/css">.xxgk td {{ border: 1px solid #ccc }} p {{ text-indent: 2em }}</style>
<script type="text/javascript">var column = "zfxxgk";</script></head><body>
<div class="nav"><a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 政策文件</div>
<table class="xxgk">
{metadata}
</table>
<h1>{title}</h1>
<div class="article">
{body}
</div>
<div class="footer">主办：临湖县人民政府办公室　网站标识码：0000000000</div>
</body></html>
"""


def write_html(path: Path, paper: Paper, lines: tuple[Line, ...], charset: str) -> None:
    """A page of the county's web site: the block of government metadata, the text, the navigation."""
    body = "\n".join(_html_line(line) for line in lines if line.style not in {Style.TITLE, Style.RULE})
    rows = (
        ("索引号", f"00000000-0/{paper.dated_on.year}-{len(paper.body):05d}"),
        ("文号", paper.number or ""),
        ("发布机构", "；".join(paper.issuing_bodies)),
        ("成文日期", plain_date(paper.dated_on)),
        tuple(WEB_MARK.split("：")),
        ("公开时限", "长期公开"),
    )
    metadata = "\n".join(f"<tr><td>{name}：</td><td>{html.escape(value)}</td></tr>" for name, value in rows)
    page = _PAGE.format(charset=charset, title=html.escape(paper.title), metadata=metadata, body=body)
    path.write_bytes(page.encode(charset, "xmlcharrefreplace"))


def _html_line(line: Line) -> str:
    if line.style is Style.TABLE:
        return (
            "<table><tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in line.cells) + "</tr></table>"
        )
    alignment = _RTF_ALIGN.get(line.style, "")
    place = {r"\qc": ' align="center"', r"\qr": ' align="right"'}.get(alignment, "")
    return f"<p{place}>{html.escape(line.text)}</p>"


def write_eml(path: Path, subject: str, text: str, attachments: dict[str, bytes]) -> None:
    """A mail between two offices with attached files."""
    message = EmailMessage(policy=policy.SMTP.clone(max_line_length=78))
    message["Subject"] = subject
    message["From"] = "临湖县财政局办公室 <czj@linhu.example>"
    message["To"] = "临湖县人民政府办公室 <fgb@linhu.example>"
    message["Date"] = "Tue, 12 Mar 2013 09:30:00 +0800"
    message["Message-ID"] = "<20130312093000.1@linhu.example>"
    message.set_content(text, charset="gb18030")
    for name, content in attachments.items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    message.set_boundary("=_linhu_sample_boundary")
    path.write_bytes(message.as_bytes())
