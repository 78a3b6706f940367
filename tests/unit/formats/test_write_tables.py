"""Writers of tables: what was given is what a reader finds."""

import csv
import io
import zipfile
from datetime import date

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.formats.first_sheet import sheet_rows
from app.formats.read.dbase import dbase_rows
from app.formats.write.dbf import DbfField, encode_field, write_dbf
from app.formats.write.delimited import CsvEncoding, write_csv
from app.formats.write.forms import Form, FormRow, SigningTable, write_cover, write_form, write_signing_table
from app.formats.write.workbook import LONGEST_CELL, Sheet, write_workbook
from app.formats.write.xml import XmlEncoding, XmlWriter
from tests.unit.transfer.catalogue_reading import word_table_rows

HEAD = ("档号", "题名")
TRICKY = [
    "=1+1", "+86", "-2017年", "@通知", "0001", "20170307", "1-2", "44321199001011234", "true",
    " 两边有空格 ", "全角　空格", "换\n行", "制\t表", "_x0041_", "<b>&\"'</b>", "𠮷野家", "\u00a0", "é",
]  # fmt: skip


def test_every_cell_is_text_and_comes_back_equal(tmp_path):
    rows = [(value, f"第{n}行") for n, value in enumerate(TRICKY)]
    assert write_workbook(tmp_path / "a.xlsx", [Sheet("目录", HEAD, iter(rows))]) == len(rows)
    assert sheet_rows(tmp_path / "a.xlsx") == [HEAD, *rows]
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert {cell.data_type for row in sheet for cell in row} == {"s"}
    assert {cell.number_format for cell in sheet["A"][1:]} == {"@"}
    quoted = [cell.row - 2 for cell in sheet["A"][1:] if cell.quotePrefix]
    assert quoted == [n for n, value in enumerate(TRICKY) if value.startswith(("=", "+", "-", "@"))]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
@settings(deadline=None, max_examples=60)
def test_any_text_survives_the_workbook(tmp_path_factory, value):
    path = tmp_path_factory.mktemp("x") / "a.xlsx"
    write_workbook(path, [Sheet("s", ("h",), [(value,)])])
    expected = value.replace("\ufffe", "").replace("\uffff", "")
    assert sheet_rows(path)[1:] == ([(expected,)] if expected else [])


def test_control_characters_are_left_out(tmp_path):
    write_workbook(tmp_path / "a.xlsx", [Sheet("s", ("h",), [("a\x00\x0bb",)])])
    assert sheet_rows(tmp_path / "a.xlsx")[1] == ("ab",)


def test_sheet_prints_with_repeated_head_on_landscape_paper(tmp_path):
    write_workbook(tmp_path / "a.xlsx", [Sheet("a[b]:'c", HEAD, [("1", "2")], widths=(20, 40))])
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    assert sheet.title == "a_b__'c"
    assert (sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.paperSize) == (
        "$1:$1", "landscape", 9,
    )  # fmt: skip
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"
    assert sheet.column_dimensions["B"].width == 40


def test_cell_that_excel_cannot_hold_is_refused(tmp_path):
    with pytest.raises(ValueError, match="32768"):
        write_workbook(tmp_path / "a.xlsx", [Sheet("s", ("h",), [("长" * (LONGEST_CELL + 1),)])])


@pytest.mark.parametrize("encoding", CsvEncoding)
def test_csv_is_quoted_ends_in_crlf_and_keeps_values(tmp_path, encoding):
    rows = [(value, "x") for value in TRICKY]
    write_csv(tmp_path / "a.csv", HEAD, rows, encoding)
    raw = (tmp_path / "a.csv").read_bytes()
    assert raw.startswith('"档号"'.encode(encoding.value))
    assert raw.count(b"\r\n") == len(rows) + 1
    stored = list(csv.reader(io.StringIO(raw.decode(encoding.value), newline="")))
    assert [tuple(row) for row in stored] == [HEAD, *rows]


@pytest.mark.parametrize(
    ("value", "width", "stored", "lost"),
    [
        ("河道", 4, "河道", False),
        ("河道", 3, "河", True),
        ("a河道", 4, "a河", True),
        ("𠮷", 4, "〓", True),
        ("", 4, "", False),
    ],
)
def test_dbf_field_is_cut_between_characters(value, width, stored, lost):
    encoded, reason = encode_field(value, width)
    assert encoded.decode("gbk") == stored
    assert bool(reason) is lost


def test_dbf_comes_back_with_its_names_and_rows(tmp_path):
    fields = [DbfField("DH", 30), DbfField("TM", 100)]
    rows = [("L012-WS·2017-D30-BGS-0001", "关于河道的通知"), ("0002", "")]
    assert write_dbf(tmp_path / "a.dbf", fields, rows, date(2026, 1, 2)) == ()
    raw = (tmp_path / "a.dbf").read_bytes()
    assert (raw[0], raw[1:4], raw[29], raw[-1]) == (3, bytes([126, 1, 2]), 0x4D, 0x1A)
    assert [tuple(row) for row in dbase_rows(raw)] == [("DH", "TM"), *rows]


@pytest.mark.parametrize(
    "field", [DbfField("NAMETOOLONG", 5), DbfField("中文", 5), DbfField("A", 255), DbfField("A", 0)]
)
def test_dbf_fields_that_dbase_cannot_hold(tmp_path, field):
    with pytest.raises(ValueError, match=field.name):
        write_dbf(tmp_path / "a.dbf", [field], [], date(2026, 1, 2))


@pytest.mark.parametrize("encoding", XmlEncoding)
def test_xml_declares_its_encoding_and_keeps_text(encoding):
    stream = io.BytesIO()
    writer = XmlWriter(stream, encoding)
    texts = ["<&>\"'", "a\r\nb", "𠮷野", "·〔2017〕", "  x  ", "a\x00b"]
    with writer.element("目录", {"属性": 'a"<&'}):
        for text in texts:
            writer.leaf("项", text)
    raw = stream.getvalue()
    assert raw.startswith(f'<?xml version="1.0" encoding="{encoding.value}"?>'.encode())
    root = etree.fromstring(raw)
    assert [leaf.text for leaf in root] == [text.replace("\x00", "") for text in texts]
    assert root.get("属性") == 'a"<&'


def test_signing_table_has_repeated_head_sign_boxes_and_page_numbers(tmp_path):
    rows = [(value, str(n)) for n, value in enumerate(TRICKY)]
    write_signing_table(
        tmp_path / "a.docx", SigningTable("目录", HEAD, rows, (1, 3), "说明", ("初审", "审定"))
    )
    assert word_table_rows(tmp_path / "a.docx") == [HEAD, *rows]
    document = docx.Document(str(tmp_path / "a.docx"))
    section = document.sections[0]
    assert section.page_width > section.page_height
    assert [cell.text.split("：")[0] for cell in document.tables[1].rows[0].cells] == ["初审", "审定"]
    with zipfile.ZipFile(tmp_path / "a.docx") as package:
        assert b"w:tblHeader" in package.read("word/document.xml")
        footer = next(package.read(name) for name in package.namelist() if "footer" in name)
        assert b"NUMPAGES" in footer


def test_form_and_cover(tmp_path):
    form = Form(
        "登记表",
        [FormRow(("名称", "甲")), FormRow(("内容", "左", "右"), is_head=True)],
        3,
        ("注",),
        ("前言",),
    )
    write_form(tmp_path / "f.docx", form)
    table = docx.Document(str(tmp_path / "f.docx")).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["名称", "甲", "甲"]
    assert [cell.text for cell in table.rows[1].cells] == ["内容", "左", "右"]
    write_cover(tmp_path / "c.docx", "归档文件目录", [("全宗号", "L012")])
    text = [
        paragraph.text for paragraph in docx.Document(str(tmp_path / "c.docx")).paragraphs if paragraph.text
    ]
    assert text == ["归档文件目录", "全宗号：L012"]
