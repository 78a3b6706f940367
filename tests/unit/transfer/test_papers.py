"""Data and papers of a transfer on the command line: profile, own templates, catalogues, stamps, PDF."""

import re
from importlib.util import find_spec
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from app import cli
from app.errors import AppError
from app.formats.write.forms import Form, FormRow, SigningTable
from app.formats.write.pdf import write_pdf
from app.text.folding import fold
from app.transfer.catalogue_rows import catalogue_rows
from app.transfer.catalogue_values import CatalogueContext, page_numbers
from app.transfer.prepare import Filing, describe_documents, issue_numbers
from app.transfer.profile import profile_from_toml, profile_of, profile_to_toml
from app.transfer.select import select_ready
from app.transfer.templates import load_templates
from tests.unit.transfer.conftest import make_item
from tests.unit.transfer.test_select import FILING, decided, staff

__all__ = ["staff"]

BY = ["--by", "王示例"]
PROFILE = """
fonds_code = "L012"
fonds_name = "临湖县水利局"
archives_name = "临湖县档案馆"
retention_codes = { thirty_years = "D30" }

[[offices]]
code = "BGS"
name = "办公室"

[[periods]]
first_year = 2000
scheme = "dat22-2015"
digits = 3

[[predecessors]]
name = "临湖县水电局"
fonds_code = "L011"
first_year = 1990
last_year = 2001
"""
A4_LANDSCAPE = (842, 595)


def run(*arguments: object) -> int:
    return cli.run([str(argument) for argument in arguments])


@pytest.fixture
def numbered(catalogue, tmp_path):
    """A catalogue with a profile of its own and two numbered items; returns its folder."""
    (tmp_path / "profile.toml").write_text(PROFILE, encoding="utf-8")
    assert run("transfer", "profile", catalogue.folder, "--set", tmp_path / "profile.toml", *BY) == 0
    uuids = [decided(catalogue, f"关于第{n}次河道巡查的通知", dated_on="2017-03-07") for n in (1, 2)]
    describe_documents(catalogue, uuids, FILING, by="王示例")
    describe_documents(catalogue, uuids, Filing(office="BGS"), by="王示例")
    profile = profile_of(catalogue)
    ready = select_ready(catalogue, profile).ready
    assert len(issue_numbers(catalogue, ready, profile, by="王示例").items) == 2
    return catalogue.folder


def test_profile_written_as_toml_is_the_same_profile():
    profile = profile_from_toml(PROFILE)
    assert profile_from_toml(profile_to_toml(profile)) == profile


def test_profile_with_a_mistake_is_refused_and_nothing_is_kept(catalogue, tmp_path):
    (tmp_path / "profile.toml").write_text('fonds_code = "L012"\nfond = 1\n', encoding="utf-8")
    assert run("transfer", "profile", catalogue.folder, "--set", tmp_path / "profile.toml", *BY) == 3
    assert profile_of(catalogue).fonds_code != "L012"


def test_template_of_a_sheet_goes_with_the_catalogue_and_writes_its_columns(numbered, tmp_path, capfdbinary):
    book = openpyxl.Workbook()
    book.active.append(["档号", "题名", "责任者", "成文日期", "库位"])
    book.active.append(["A001-1", "某通知", "某局", "20170307", "三楼"])
    book.save(tmp_path / "样表.xlsx")
    own = numbered / "transfer_templates" / "county.toml"
    assert run("transfer", "template", tmp_path / "样表.xlsx", own, "--name", "县馆目录") == 1
    assert "待指定　库位" in capfdbinary.readouterr().out.decode()
    text = own.read_text(encoding="utf-8")
    assert "unassigned" in text
    own.write_text(text.replace("unassigned", "remarks"), encoding="utf-8")
    assert run("transfer", "template", tmp_path / "样表.xlsx", own, "--name", "县馆目录") == 3
    assert run("transfer", "templates", numbered) == 0
    assert "county　县馆目录" in capfdbinary.readouterr().out.decode()
    assert run("transfer", "catalogue", numbered, "county", tmp_path / "out", *BY) == 0
    head, *rows = openpyxl.load_workbook(tmp_path / "out" / "县馆目录.xlsx").active.iter_rows(
        values_only=True
    )
    assert head == ("档号", "题名", "责任者", "成文日期", "库位")
    assert [row[0] for row in rows] == ["L012-WS·2017-D30-BGS-001", "L012-WS·2017-D30-BGS-002"]
    assert [row[3] for row in rows] == ["20170307"] * 2
    assert run("transfer", "catalogue", numbered, "nowhere", tmp_path / "out", *BY) == 3


def test_stamps_and_box_note(numbered, tmp_path, capfdbinary):
    assert run("transfer", "number", numbered, "--from-registers", *BY) == 0
    assert "已导入 0 个档号" in capfdbinary.readouterr().out.decode()
    assert run("transfer", "stamps", numbered, "--json") == 0
    out = capfdbinary.readouterr().out.decode()
    assert '"件号": "0001"' in out
    assert '"机构或问题": "办公室"' in out
    codes = ["L012-WS·2017-D30-BGS-001", "L012-WS·2017-D30-BGS-002"]
    assert run("transfer", "box-note", numbered, *codes, tmp_path / "备考表.docx", *BY) == 0
    assert "盒内共 2 件" in capfdbinary.readouterr().out.decode()
    assert (tmp_path / "备考表.docx").is_file()
    assert run("transfer", "box-note", numbered, *reversed(codes), tmp_path / "不成.docx", *BY) == 3
    assert not (tmp_path / "不成.docx").exists()


def test_pages_are_numbered_through_a_volume():
    items = [
        make_item(1, volume_number="001", page_count=3),
        make_item(2, volume_number="001", page_count=4),
        make_item(3, volume_number="002", page_count=2),
        make_item(4, volume_number="002", page_count=None),
        make_item(5, volume_number="002", page_count=1),
        make_item(6, volume_number="", page_count=1),
    ]
    assert page_numbers(items) == ["1", "4-7", "1", "3", "", ""]
    rows = catalogue_rows(load_templates()["volume-contents"], items, CatalogueContext())
    column = rows.template.headers.index("页号")
    assert [row[column] for row in rows.rows] == page_numbers(items)


needs_qt = pytest.mark.skipif(find_spec("PySide6") is None, reason="no Qt here")


@needs_qt
def test_catalogue_as_pdf_repeats_its_head_and_numbers_its_pages(tmp_path):
    path = tmp_path / "目录.pdf"
    long = "很长的题名" * 400
    rows = [[str(n), "关于河道巡查的通知" if n != 40 else long] for n in range(120)]
    write_pdf(
        path, SigningTable("归档文件目录", ["序", "题名"], rows, [10, 90], "二〇一七年", ["移交人", "接收人"])
    )
    document = pypdfium2.PdfDocument(path)
    texts = [plain(page) for page in document]
    assert len(texts) > 3
    assert all(round_size(page) == A4_LANDSCAPE for page in document)
    assert all("题名" in text and "页共" in text for text in texts)
    assert "归档" in texts[0]
    assert "归档" not in texts[1]
    assert sum(text.count("很长的题名") for text in texts) == 400, "a row longer than a page is not cut"
    assert [text.count("接收人") for text in texts] == [0] * (len(texts) - 1) + [1]
    assert fonts_are_embedded(path)


@needs_qt
def test_form_as_pdf_lets_the_last_cell_run_to_the_edge(tmp_path):
    path = tmp_path / "表.pdf"
    write_pdf(
        path, Form("登记表", [FormRow(("内容", "说明一\n说明二"), is_head=True)], 3, ["下行"], ["上行"])
    )
    (page,) = pypdfium2.PdfDocument(path)
    text = plain(page)
    assert text.index("登记表") < text.index("上行") < text.index("内容") < text.index("下行")
    assert round_size(page) == A4_LANDSCAPE[::-1]


@needs_qt
def test_without_a_chinese_font_no_pdf_is_made(tmp_path, monkeypatch):
    """Linux only: elsewhere the system cannot be told to have no fonts."""
    config = tmp_path / "fonts.conf"
    config.write_text("<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig/>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    with pytest.raises(AppError, match="没有中文字体"):
        write_pdf(tmp_path / "表.pdf", Form("登记表", [FormRow(("内容",))], 1))
    assert not (tmp_path / "表.pdf").exists()


@needs_qt
def test_target_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(AppError, match="不能写入"):
        write_pdf(tmp_path / "nowhere" / "表.pdf", Form("登记表", [FormRow(("内容",))], 1))


@needs_qt
def test_numbered_items_as_pdf(numbered, tmp_path):
    assert run("transfer", "catalogue", numbered, "dat22-2015", tmp_path, "--format", "pdf", *BY) == 0
    (page,) = pypdfium2.PdfDocument(tmp_path / "归档文件目录.pdf")
    assert "河道巡查" in plain(page)


def plain(page) -> str:
    """The text without breaks; the font's glyphs may map to characters of the radicals blocks."""
    return fold(re.sub(r"\s", "", page.get_textpage().get_text_range()))


def round_size(page) -> tuple[int, int]:
    return round(page.get_width()), round(page.get_height())


def fonts_are_embedded(path: Path) -> bool:
    data = path.read_bytes()
    return data.count(b"/FontDescriptor") > 0 and data.count(b"/FontFile") >= data.count(
        b"/Type /FontDescriptor"
    )
