import pytest

from app.errors import AppError
from app.formats.write.workbook import Sheet, write_workbook
from app.transfer.catalogue_rows import catalogue_rows, values_of_row
from app.transfer.mapping import propose_template, template_from_sheet
from app.transfer.templates import template_from_toml, template_to_toml
from tests.unit.transfer.conftest import make_item

HEAD = ("序 号", "归档年度", "保管期限", "机构(问题)", "件号", "文件标题", "成文日期", "接收柜号")
ROWS = [HEAD, ("1", "2016", "D30", "办公室", "1", "关于河道巡查的通知", "2016.03.01", "A1")]


def test_columns_are_recognised_by_head_and_cells():
    made = propose_template(ROWS, "own", "接收样表")
    columns = {column.header: column for column in made.template.columns}
    assert [column.source for column in made.template.columns][:7] == [
        "sequence", "year", "retention", "office_or_subject", "item_number", "title", "dated_on",
    ]  # fmt: skip
    assert columns["成文日期"].transform == "date_dotted"
    assert columns["件号"].transform == "plain_number"
    assert columns["保管期限"].values["thirty_years"] == "D30"
    assert made.open_headers == ("接收柜号",)


def test_template_from_a_sheet_writes_what_the_sheet_showed(tmp_path, context):
    write_workbook(tmp_path / "样表.xlsx", [Sheet("表", HEAD, ROWS[1:])])
    template = template_from_sheet(tmp_path / "样表.xlsx", "own", "接收样表").template
    item = make_item(7)
    (row,) = catalogue_rows(template, [item], context).rows
    assert row == ("1", "2017", "D30", "办公室", "7", item.title, "2017.03.07", "")
    assert values_of_row(template, row)["dated_on"] == "2017-03-07"
    assert template_from_toml(template_to_toml(template)) == template


@pytest.mark.parametrize("rows", [[], [("", "题名")], [("题名", "题名")]])
def test_sheet_without_a_usable_head_is_refused(rows):
    with pytest.raises(AppError):
        propose_template(rows, "own", "样表")
