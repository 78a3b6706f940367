"""Standard lists of pilot fields: imported, merged, tagged with reasons, and their gaps."""

from pathlib import Path

import pytest

from app.errors import AppError
from app.formats.write.workbook import Sheet, write_workbook
from app.report.pilot_fields import pilot_fields_report, read_standard_list, tagged
from app.report.templates import load_data
from tests.report.held import document

HEADERS = (
    "序号",
    "一级事项",
    "二级事项",
    "公开内容",
    "公开依据",
    "公开时限",
    "公开主体",
    "公开方式",
    "公开层级",
)


@pytest.fixture
def standard(tmp_path: Path) -> Path:
    path = tmp_path / "社会救助领域标准目录.xlsx"
    rows = [
        (
            "1",
            "临时救助",
            "临时救助办理结果",
            "对象名单",
            "社会救助暂行办法",
            "20个工作日",
            "县民政局",
            "主动",
            "县级",
        ),
        ("2", "", "医疗救助政策文件", "办法", "同上", "20个工作日", "县民政局", "主动", "县级"),
        ("3", "特困人员", "特困人员供养信息", "标准", "同上", "20个工作日", "县民政局", "主动", "乡级"),
    ]
    write_workbook(path, [Sheet("目录", HEADERS, rows)])
    return path


def test_there_are_26_fields() -> None:
    assert len(load_data("standard_lists", "fields")["fields"]) == 26


def test_first_level_goes_on_over_empty_cells(standard: Path) -> None:
    items = read_standard_list(standard)
    assert [(item.first, item.second) for item in items] == [
        ("临时救助", "临时救助办理结果"),
        ("临时救助", "医疗救助政策文件"),
        ("特困人员", "特困人员供养信息"),
    ]
    assert dict(items[0].values)["body"] == "县民政局"
    assert {item.field for item in items} == {"社会救助"}


def test_documents_are_tagged_with_their_reason_and_gaps_are_told(standard: Path) -> None:
    items = read_standard_list(standard)
    aid = document("关于提高临时救助标准的通知", dated_on="2019-05-01")
    other = document("关于河道管理的通知")
    assert [(item.second, one.title, word) for item, one, word in tagged(items, [aid, other])] == [
        ("临时救助办理结果", aid.title, "临时救助")
    ]
    merged, tags, gaps = pilot_fields_report(items, [aid, other]).tables
    assert merged.rows[0][-1] == "1"
    assert tags.rows[0][-1] == "标题含“临时救助”"
    assert [row[-1] for row in gaps.rows] == ["没有文件", "没有文件", "2019-05-01以后没有文件"]


def test_list_of_an_unnamed_field_is_refused(standard: Path) -> None:
    with pytest.raises(AppError):
        read_standard_list(standard.rename(standard.with_name("目录.xlsx")))
