import io
import os
import struct
import zipfile
from pathlib import Path

import pytest

from app.domain.source import FileFormat
from app.formats.identify import identify, is_office_litter
from tests.samples.carriers.compound import compound_file

SHARED = Path(__file__).parents[3].parent / "shared"


def package(**members):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return buffer.getvalue()


def office(main):
    types = f'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.{main}.main+xml"/></Types>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("[Content_Types].xml", types)
    return buffer.getvalue()


WORD = compound_file({"WordDocument": b"\xec\xa5\xc1\x00"})
SHEET = compound_file({"Workbook": b"x"})
SLIDES = compound_file({"PowerPoint Document": b"x"})
DOCX = office("wordprocessingml.document")

CLOSED = b"\x01\x02\x03\xff\xfe\x00\x00\x9c" * 9
"""Bytes of a maker who has published nothing: only the name tells what they are."""


def founder_file(version):
    """The head of a CEB: its name, the version, one section of an encrypted PDF, the table of sections."""
    head = (b"Founder CEB\0" + version.encode()).ljust(0x14, b"\0") + struct.pack("<H", 1)
    table = struct.pack("<IIB8x", 0x1F + 17, len(CLOSED), 2)
    return head.ljust(0x1F, b"\0") + table + CLOSED


CASES = [
    (WORD, "a.doc", "doc", "doc", "fmt/40"),
    (WORD, "a.wps", "wps", "doc", "fmt/40"),
    (WORD, "a.eid", "doc", "doc", "fmt/40"),
    (compound_file({"WordDocument": b"\xdc\xa5\x65\x00"}), "a.doc", "doc", "doc", "fmt/39"),
    (SHEET, "a.et", "et", "xls", "fmt/61"),
    (SHEET, "a.doc", "xls", "xls", "fmt/61"),
    (compound_file({"Book": b"x"}), "a.xls", "xls", "xls", "fmt/59"),
    (SLIDES, "a.dps", "dps", "ppt", "fmt/126"),
    (compound_file({"__properties_version1.0": b"x"}), "a.msg", "msg", "msg", "x-fmt/430"),
    (compound_file({"CONTENTS": b"x"}), "a.wps", "works", "works", None),
    (compound_file({"other": b"x"}), "a.doc", "ole", "ole", "fmt/111"),
    (WORD[:1024] + "WordDocument".encode("utf-16-le"), "a.doc", "doc", "doc", "fmt/40"),
    (DOCX, "a.docx", "docx", "docx", "fmt/412"),
    (DOCX, "a.wps", "wps", "docx", "fmt/412"),
    (DOCX, "a.doc", "docx", "docx", "fmt/412"),
    (office("spreadsheetml.sheet"), "a.xlsx", "xlsx", "xlsx", "fmt/214"),
    (office("presentationml.presentation"), "a.pptx", "pptx", "pptx", "fmt/215"),
    (package(OFD_dot_xml="<OFD/>"), "a.zip", "ofd", "ofd", None),
    (package(mimetype="application/vnd.oasis.opendocument.text"), "a.zip", "odt", "odt", "fmt/136"),
    (package(a_dot_txt="x"), "a.docx", "zip", "zip", "x-fmt/263"),
    (package(word__document_dot_xml="<w/>" * 99)[:60], "a.docx", "docx", "docx", "fmt/412"),
    (b"junk\n%PDF-1.4\n", "a.txt", "pdf", "pdf", "fmt/18"),
    (b"{\\rtf1\\ansi", "a.doc", "rtf", "rtf", None),
    (b"7z\xbc\xaf\x27\x1c\0\4", "a.zip", "7z", "7z", "fmt/484"),
    (b"Rar!\x1a\x07\x01\x00", "a.rar", "rar", "rar", "fmt/613"),
    (founder_file("2.99D"), "a.pdf", "ceb", "ceb", None),
    (founder_file("2.50f"), "a.txt", "ceb", "ceb", None),
    *((CLOSED, f"a{extension}", "gd", "gd", None) for extension in (".gd", ".gw", ".sep", ".s72", ".SEP")),
    (CLOSED, "a.cebx", "cebx", "cebx", None),
    (CLOSED, "a.ceb", "ceb", "ceb", None),
    (WORD, "a.sep", "doc", "doc", "fmt/40"),
    (CLOSED, "a.wps", "works", "works", None),
    (compound_file({"WPSContent": CLOSED}), "a.wps", "works", "ole", "fmt/111"),
    (compound_file({"WPSContent": CLOSED}), "a.dat", "ole", "ole", "fmt/111"),
    (b"\x01\x02\x03\xff\xfe\x00\x00\x9c" * 9, "a.xyz", "unknown", "unknown", None),
    (b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01", "a.jpg", "jpg", "jpg", "fmt/43"),
    (b"II*\0\x08\0\0\0", "a.tif", "tif", "tif", "fmt/353"),
    (b"\x03\x6a\x03\x07\x01\0\0\0\x41\0\x0b\0" + b"\0" * 52 + b"\x0d", "a.dbf", "dbf", "dbf", "x-fmt/9"),
    ("各乡镇：\n通知如下".encode("gb18030"), "a.txt", "txt", "txt", "x-fmt/111"),
    ("文号,标题\n".encode("gb18030"), "a.csv", "csv", "csv", "x-fmt/18"),
    ("通知".encode("utf-16"), "a.doc", "txt", "txt", "x-fmt/111"),
    ("<html><body>通知".encode("gb18030"), "a.doc", "html", "html", "fmt/96"),
    ("\ufeff<!-- x --><!DOCTYPE html><p>".encode("utf-16"), "a.htm", "html", "html", "fmt/96"),
    (b"<?xml version='1.0'?><a/>", "a.xml", "xml", "xml", "fmt/101"),
    (b"<?xml version='1.0'?><uof:UOF xmlns:uof='u'/>", "a.uof", "uof", "uof", None),
    (b"From: a@b\nTo: c@d\nSubject: x\n\nbody", "a.txt", "eml", "eml", "fmt/278"),
    (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n",
        "a.doc",
        "mht",
        "mht",
        "x-fmt/429",
    ),
    ("标题: 这不是邮件\n日期: 今天\n\n正文".encode(), "a.txt", "txt", "txt", "x-fmt/111"),
    (b"", "a.txt", "unknown", "unknown", None),
]


@pytest.mark.parametrize(("data", "name", "file_format", "structure", "puid"), CASES)
def test_files_are_told_by_their_bytes(data, name, file_format, structure, puid):
    found = identify(io.BytesIO(data), name)
    assert (found.format, found.structure, found.puid) == (file_format, structure, puid)


def test_an_encrypted_package_is_known_by_its_name_but_not_read():
    found = identify(io.BytesIO(compound_file({"EncryptedPackage": b"x"})), "a.xlsx")
    assert (found.format, found.is_encrypted) == (FileFormat.XLSX, True)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("~$通知.docx", True),
        (".~通知.wps", True),
        ("Thumbs.db", True),
        ("附件/.DS_Store", True),
        ("._通知.doc", True),
        ("desktop.ini", True),
        ("~WRL0001.tmp", True),
        ("通知.doc", False),
        ("~通知.doc", False),
        (".通知.doc", False),
    ],
)
def test_what_programs_leave_behind_is_litter(name, expected):
    assert is_office_litter(name) is expected


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_every_rendered_and_real_file_is_known():
    unknown = []
    for folder in ("data/rendered", "data/real"):
        for path, _, names in os.walk(SHARED / folder):
            for name in names:
                with (Path(path) / name).open("rb") as stream:
                    found = identify(stream, name).format
                if found is FileFormat.UNKNOWN and not is_office_litter(name):
                    unknown.append(name)
    assert not unknown
