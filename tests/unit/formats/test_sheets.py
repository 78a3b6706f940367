import csv
import datetime
import io
import struct
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from app.domain.source import FailureKind, FileFormat, PartKind
from app.formats.read import sheets
from app.formats.read.cells import cell_text
from app.formats.read.comma_separated import guess_delimiter
from app.formats.read.sheet_notes import sheet_extras
from app.formats.reader import UnreadableError
from tests.unit.formats.word_package import package

SHARED = Path(__file__).parents[4] / "shared" / "data"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("题名", "题名"),
        ("第一行\r\n第二行\t三", "第一行 第二行 三"),
        (12.0, "12"),
        (12.5, "12.5"),
        (0.1 + 0.2, "0.3"),
        (6222021234567890123.0, "6222021234567890000"),
        (1e300, "1e+300"),
        (0.00001, "0.00001"),
        (True, "TRUE"),
        (datetime.datetime(2008, 3, 7), "2008-03-07"),  # noqa: DTZ001 - cells have no zone
        (datetime.datetime(2008, 3, 7, 9, 30), "2008-03-07 09:30:00"),  # noqa: DTZ001
        (datetime.date(2008, 3, 7), "2008-03-07"),
        (datetime.time(9, 30), "09:30:00"),
        (datetime.timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_a_cell_reads_as_a_person_reads_it(value, text):
    assert cell_text(value) == text


def workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "归档文件目录"
    sheet.append(["件号", "题名", "日期"])
    sheet.append([1, "关于防汛工作的通知", datetime.date(2008, 3, 7)])
    sheet["B2"].comment = Comment("题名待核", "李华")
    hidden = book.create_sheet("底稿")
    hidden["A1"] = "内部"
    hidden.sheet_state = "hidden"
    deeply = book.create_sheet("参数")
    deeply["A1"] = "甲"
    deeply.sheet_state = "veryHidden"
    book.properties.title = "目录"
    return saved(book)


def saved(book):
    stream = io.BytesIO()
    book.save(stream)
    stream.seek(0)
    return stream


def parts_of(extraction):
    return [(part.kind, part.label, extraction.text[part.start : part.end]) for part in extraction.parts]


def test_each_sheet_is_a_part_and_hidden_ones_and_comments_are_marked():
    extraction = sheets.read(workbook(), FileFormat.XLSX)
    assert parts_of(extraction) == [
        (PartKind.SHEET, "归档文件目录", "件号\t题名\t日期\n1\t关于防汛工作的通知\t2008-03-07\n"),
        (PartKind.COMMENT, "归档文件目录!B2", "题名待核\n"),
        (PartKind.HIDDEN_SHEET, "底稿", "内部\n"),
        (PartKind.HIDDEN_SHEET, "参数", "甲\n"),
    ]
    assert extraction.properties["title"] == "目录"


OPEN = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = f'xmlns:office="{OPEN}:office:1.0" xmlns:style="{OPEN}:style:1.0" xmlns:table="{OPEN}:table:1.0" xmlns:text="{OPEN}:text:1.0"'


def open_document_sheets():
    """An ods with a shown and a hidden sheet, and what it says of itself."""
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties table:display="{shown}"/></style:style>'
        for name, shown in (("a", "true"), ("b", "false"))
    )
    tables = "".join(
        f'<table:table table:name="{name}" table:style-name="{style}"><table:table-row>'
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell></table:table-row></table:table>'
        for name, style, text in (("目录", "a", "题名"), ("底稿", "b", "未定"))
    )
    body = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
    meta = f'<office:document-meta {SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>归档目录</dc:title>'
    return package(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f'<office:document-content {SPACES} office:version="1.2">{body}</office:document-content>',
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{OPEN}:manifest:1.0"/>',
            "meta.xml": f"{meta}</office:meta></office:document-meta>",
        }
    )


def test_open_document_sheets_have_properties_and_hidden_ones_are_marked():
    found = sheets.read(open_document_sheets(), FileFormat.ODS)
    assert found.properties == {"title": "归档目录"}
    assert [(part.kind, part.label) for part in found.parts] == [
        (PartKind.SHEET, "目录"),
        (PartKind.HIDDEN_SHEET, "底稿"),
    ]


def test_empty_rows_shrink_to_one():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["C9"] = "上", "下"
    assert sheets.read(saved(book), FileFormat.XLSX).text == "上\n\n\t\t下\n"


def record(kind, body):
    return struct.pack("<HH", kind, len(body)) + body


def test_notes_of_binary_workbooks_are_found(monkeypatch):
    name = "目录"
    bound = record(0x85, struct.pack("<IHBB", 0, 0, len(name), 1) + name.encode("utf-16-le"))
    start = len(bound)
    bound = record(0x85, struct.pack("<IHBB", start, 0, len(name), 1) + name.encode("utf-16-le"))
    words = "待核对"
    note = (
        record(0x809, bytes(16))
        + record(0x5D, struct.pack("<HHHH", 0x15, 18, 0x19, 7) + bytes(14))
        + record(0x1B6, bytes(10) + struct.pack("<H", len(words)) + bytes(6))
        + record(0x3C, b"\x01" + words[:2].encode("utf-16-le"))
        + record(0x3C, b"\x01" + words[2:].encode("utf-16-le"))
        + record(0x1C, struct.pack("<4H", 2, 27, 0, 7))
        + record(0x5D, struct.pack("<HHHH", 0x15, 18, 6, 8) + bytes(14))
        + record(0x1B6, bytes(10) + struct.pack("<H", 2) + bytes(6))
        + record(0x3C, b"\x00ok")
    )
    monkeypatch.setattr("app.formats.read.sheet_notes.Compound", lambda _: _Stream(bound + note))
    found = sheet_extras(io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")).notes
    assert [(item.sheet, item.cell, item.text, item.kind) for item in found] == [
        ("目录", "AB3", "待核对", PartKind.COMMENT),
        ("目录", "", "ok", PartKind.TEXT_BOX),
    ]


def hidden_of(extraction):
    kinds = {PartKind.HIDDEN_ROWS, PartKind.HIDDEN_COLUMN}
    return [part for part in parts_of(extraction) if part[0] in kinds]


def test_hidden_rows_and_columns_are_read_and_marked():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "名册"
    for number in range(2, 8):  # the first row and column are empty: the reader leaves the column out
        for column, value in enumerate((f"{number}号", "内部", f"{number}组"), start=2):
            sheet.cell(number, column, value)
    for row in (3, 4, 6):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["C"].hidden = True
    found = sheets.read(saved(book), FileFormat.XLSX)
    assert found.text.splitlines()[:2] == ["", "2号\t内部\t2组"]
    assert hidden_of(found) == [
        (PartKind.HIDDEN_COLUMN, "名册!C2", "内部"),
        (PartKind.HIDDEN_ROWS, "名册!3:4", "3号\t内部\t3组\n4号\t内部\t4组\n"),
        (PartKind.HIDDEN_COLUMN, "名册!C5", "内部"),
        (PartKind.HIDDEN_ROWS, "名册!6:6", "6号\t内部\t6组\n"),
        (PartKind.HIDDEN_COLUMN, "名册!C7", "内部"),
    ]


def test_hidden_lines_of_open_document_sheets_are_marked():
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(
        f"<table:table-row {shown}>{cell.format(name)}{cell.format('内部')}</table:table-row>"
        for name, shown in (
            ("甲", ""),
            ("乙", 'table:visibility="collapse"'),
            ("丙", 'table:visibility="filter"'),
        )
    )
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    body = f'<office:body><office:spreadsheet><table:table table:name="表">{columns}{rows}</table:table></office:spreadsheet></office:body>'
    found = sheets.read(
        package(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": f'<office:document-content {SPACES} office:version="1.2">{body}</office:document-content>',
                "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{OPEN}:manifest:1.0"/>',
            }
        ),
        FileFormat.ODS,
    )
    assert hidden_of(found) == [
        (PartKind.HIDDEN_COLUMN, "表!B1", "内部"),
        (PartKind.HIDDEN_ROWS, "表!2:3", "乙\t内部\n丙\t内部\n"),
    ]


def test_hidden_lines_of_binary_workbooks_are_found(monkeypatch):
    name = "目录"
    bound = record(0x85, struct.pack("<IHBB", 0, 0, len(name), 1) + name.encode("utf-16-le"))
    bound = record(0x85, struct.pack("<IHBB", len(bound), 0, len(name), 1) + name.encode("utf-16-le"))
    lines = record(0x809, bytes(16)) + record(0x7D, struct.pack("<6H", 2, 3, 0, 0, 1, 0))
    lines += record(0x7D, struct.pack("<6H", 4, 4, 0, 0, 0, 0))
    for row, flags in ((4, 0x20), (5, 0x120), (6, 0x100)):
        lines += record(0x208, struct.pack("<8H", row, 0, 4, 255, 0, 0, flags, 0))
    monkeypatch.setattr("app.formats.read.sheet_notes.Compound", lambda _: _Stream(bound + lines))
    found = sheet_extras(io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")).hidden
    assert (found["目录"].rows, found["目录"].columns) == ([(4, 5)], [(2, 3)])


class _Stream:
    """The workbook stream of a compound file, without the file around it."""

    def __init__(self, data):
        self.data = data

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def read_if_there(self, name):
        return self.data if name == "Workbook" else b""


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_registers_as_text_are_read_in_any_encoding(encoding, delimiter):
    stream = io.StringIO()
    rows = [
        ["文号", "题名"],
        ["临政发〔2008〕1号", f"关于甲{delimiter}乙的通知"],
        ["临政发〔2008〕2号", "关于防汛的通知"],
    ]
    csv.writer(stream, delimiter=delimiter).writerows(rows)
    data = io.BytesIO(stream.getvalue().encode(encoding))
    extraction = sheets.read(data, FileFormat.CSV)
    expected = [[cell.replace("\t", " ") for cell in row] for row in rows]
    assert [line.split("\t") for line in extraction.text.splitlines()] == expected
    assert extraction.parts[0].kind is PartKind.SHEET


def test_a_quotation_mark_that_never_closes_loses_nothing():
    text = sheets.read(io.BytesIO('甲,乙\n"丙,丁\n戊,己\n'.encode()), FileFormat.CSV).text
    assert all(word in text for word in "甲乙丙丁戊己")


@pytest.mark.parametrize(
    ("text", "delimiter"), [("", ","), ("甲\n乙", ","), ("甲;乙\n丙;丁,戊", ";"), ("a|b\nc|d", "|")]
)
def test_the_delimiter_is_guessed(text, delimiter):
    assert guess_delimiter(text) == delimiter


def dbf(records, driver=0x4D):
    fields = [("TM", "C", 20), ("RQ", "D", 8), ("YS", "N", 4), ("BZ", "M", 10)]
    header = b"".join(
        name.encode().ljust(11, b"\0") + kind.encode() + bytes(4) + bytes([length]) + bytes(15)
        for name, kind, length in fields
    )
    start = 32 + len(header) + 1
    head = struct.pack("<4BIHH17xB2x", 3, 108, 3, 7, len(records), start, 43, driver)
    return io.BytesIO(head + header + b"\r" + b"".join(records) + b"\x1a")


def dbf_record(title, date, pages, mark=b" "):
    return (
        mark
        + title.encode("gb18030").ljust(20)
        + date.encode().ljust(8)
        + pages.rjust(4).encode()
        + b" " * 10
    )


def test_old_catalogue_tables_are_read_without_deleted_records():
    records = [
        dbf_record("关于防汛的通知", "20080307", "12"),
        dbf_record("作废", "", "1", b"*"),
        dbf_record("函", "", ""),
    ]
    text = sheets.read(dbf(records), FileFormat.DBF).text
    assert text == "TM\tRQ\tYS\tBZ\n关于防汛的通知\t2008-03-07\t12\n函\n"


@pytest.mark.parametrize(
    ("stream", "file_format", "kind"),
    [
        (io.BytesIO(b"PK\x03\x04 broken"), FileFormat.XLSX, FailureKind.DAMAGED),
        (io.BytesIO(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 broken"), FileFormat.XLS, FailureKind.DAMAGED),
        (io.BytesIO(b"no workbook"), FileFormat.XLS, FailureKind.DAMAGED),
        (package({"xl/workbook.xml": "<x/>"}), FileFormat.XLSX, FailureKind.DAMAGED),
        (io.BytesIO(b"short"), FileFormat.DBF, FailureKind.DAMAGED),
        (io.BytesIO(bytes(200)), FileFormat.DBF, FailureKind.DAMAGED),
    ],
)
def test_bad_files_are_refused_with_a_reason(stream, file_format, kind):
    with pytest.raises(UnreadableError) as caught:
        sheets.read(stream, file_format)
    assert caught.value.failure.kind is kind


def test_texts_that_unfold_too_far_are_refused():
    with pytest.raises(UnreadableError) as caught:
        sheets.read(package({"xl/sharedStrings.xml": bytes(300_000_000)}), FileFormat.XLSX)
    assert caught.value.failure.kind is FailureKind.TOO_LARGE


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_a_workbook_behind_a_password_is_told_apart():
    (path,) = (SHARED / "robustness" / "tika").glob("*_password.xls")
    with path.open("rb") as stream, pytest.raises(UnreadableError) as caught:
        sheets.read(stream, FileFormat.XLS)
    assert caught.value.failure.kind is FailureKind.ENCRYPTED
