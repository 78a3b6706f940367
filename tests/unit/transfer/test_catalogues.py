import csv

import openpyxl
import pytest

from app.domain.archival import RetentionPeriod
from app.domain.disclosure import DisclosureAttribute
from app.domain.transfer import TransferFile
from app.transfer.catalogue_files import write_catalogue
from app.transfer.catalogue_rows import catalogue_rows, values_of_row
from app.transfer.catalogue_values import KNOWN_SOURCES, file_values, item_values, page_numbers, volume_values
from app.transfer.templates import (
    CatalogueFormat,
    RowLevel,
    load_templates,
    template_from_toml,
    template_to_toml,
)
from tests.unit.transfer.catalogue_reading import read_catalogue
from tests.unit.transfer.conftest import make_item

TEMPLATES = load_templates()
CASES = [(name, shape) for name, template in TEMPLATES.items() for shape in template.formats]


def tricky_items():
    file = TransferFile("x", "附件=1.pdf", "0" * 64, 12, format="pdf")
    return [
        make_item(1, files=(file,)),
        make_item(2, title="-关于“=1+1”的复函 <试行> & 其他", files=(file,), dated_on="2017-03"),
        make_item(
            3, title="@第三次会议　纪要", remarks="第 3 号，含 \t 制表", files=(file,), page_count=None
        ),
        make_item(4, document_number="", retention=RetentionPeriod.PERMANENT, dated_on="2017", files=(file,)),
    ]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_column_of_a_template_names_a_known_value(name):
    assert {column.source for column in TEMPLATES[name].columns} <= KNOWN_SOURCES


@pytest.mark.parametrize(("name", "shape"), CASES)
def test_own_catalogue_read_again_equals_what_was_exported(name, shape, context, tmp_path):
    template = TEMPLATES[name]
    rows = catalogue_rows(template, tricky_items(), context)
    path, losses = write_catalogue(rows, tmp_path, shape)
    assert read_catalogue(template, path, shape) == rows.rows
    assert losses == ()


@pytest.mark.parametrize("name", TEMPLATES)
def test_values_come_back_from_the_rows(name, context):
    template, items = TEMPLATES[name], tricky_items()
    rows = catalogue_rows(template, items, context).rows
    if template.level is RowLevel.VOLUME:
        expected = volume_values(items, context)
    elif template.level is RowLevel.FILE:
        expected = [file_values(item, item.files[0], context, n) for n, item in enumerate(items, start=1)]
    else:
        pages = page_numbers(items)
        expected = [
            {**item_values(item, context, n), "page_number": page}
            for n, (item, page) in enumerate(zip(items, pages, strict=True), start=1)
        ]
    for row, values in zip(rows, expected, strict=True):
        for source, value in values_of_row(template, row).items():
            assert value == values[source].strip(), source


def test_title_that_looks_like_a_formula_is_stored_as_text(context, tmp_path):
    rows = catalogue_rows(TEMPLATES["dat22-2015"], tricky_items(), context)
    path, _ = write_catalogue(rows, tmp_path, CatalogueFormat.XLSX)
    cell = openpyxl.load_workbook(path).active["E3"]
    assert (cell.value[0], cell.data_type, cell.quotePrefix) == ("-", "s", True)


def test_csv_keeps_the_value_and_names_the_cell(context, tmp_path):
    rows = catalogue_rows(TEMPLATES["dat22-2015"], tricky_items(), context)
    path, _ = write_catalogue(rows, tmp_path, CatalogueFormat.CSV_GB18030)
    raw = path.read_bytes()
    assert raw.count(b"\r\n") == 5
    assert list(csv.reader(raw.decode("gb18030").splitlines()))[2][4].startswith("-关于")
    assert [(f.row, f.column, f.blocks) for f in rows.findings] == [(2, "题名", False), (3, "题名", False)]


@pytest.mark.parametrize(
    ("name", "changes", "message"),
    [
        ("dat22-2015", {"creators": ()}, "必填项为空"),
        ("shanghai-filing-xml", {"title": "长" * 201}, "长度 201 超过 200"),
        ("shanghai-pudong-file", {"document_number": "临政〔2017〕 1号"}, "不允许的字符"),
        ("shanghai-filing-xml", {"index_number": "SY1"}, "格式不符合要求"),
        ("shanghai-filing-xml", {"disclosure_attribute": DisclosureAttribute.UNDETERMINED}, "取值范围"),
    ],
)
def test_what_the_receiver_refuses_is_named_with_its_row(name, changes, message, context):
    rows = catalogue_rows(TEMPLATES[name], [make_item(1), make_item(2, **changes)], context)
    assert [finding.row for finding in rows.blocking] == [2]
    assert message in rows.blocking[0].message


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_written_as_toml_is_the_same_template(name):
    assert template_from_toml(template_to_toml(TEMPLATES[name])) == TEMPLATES[name]


def test_unknown_key_in_a_template_is_an_error():
    with pytest.raises(TypeError):
        template_from_toml(
            'id="a"\nname="b"\nstandard="c"\ncolumns=[{header="x", source="title", requred=true}]'
        )


def test_dbf_reports_what_it_cannot_hold(context, tmp_path):
    rows = catalogue_rows(TEMPLATES["dat22-2015"], [make_item(1, title="𠮷祥路" + "长" * 200)], context)
    path, losses = write_catalogue(rows, tmp_path, CatalogueFormat.DBF)
    assert [(loss.row, loss.column) for loss in losses] == [(1, "题名")]
    assert "U+20BB7" in losses[0].reason
    stored = read_catalogue(TEMPLATES["dat22-2015"], path, CatalogueFormat.DBF)[0][4]
    assert stored == "〓祥路" + "长" * 124
