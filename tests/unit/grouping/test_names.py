"""What titles and file names say."""

import pytest

from app.inventory.grouping.names import likeness, read_path, read_title


@pytest.mark.parametrize(
    ("path", "number", "base"),
    [
        (
            "发文/临政发〔2015〕12号 关于加强河道管理的通知.doc",
            "临政发〔2015〕12号",
            "关于加强河道管理的通知",
        ),
        ("发文/临政发[2015]12号.pdf", "临政发〔2015〕12号", ""),
        ("发文/临政发（2015）12号_扫描件.pdf", "临政发〔2015〕12号", ""),
        ("发文/关于转发临政发〔2015〕12号文件的通知.doc", None, "关于转发临政发201512号文件的通知"),
        ("资料.zip!/河道管理办法（送审稿） (2).doc", None, "河道管理办法"),
        ("a/河道管理办法_定稿_打印版.doc", None, "河道管理办法"),
    ],
)
def test_a_name_is_taken_apart(path: str, number: str | None, base: str) -> None:
    name = read_path(path)
    assert (name.number.canonical if name.number else None) == number
    assert name.base == base


@pytest.mark.parametrize(
    ("path", "trait"),
    [
        ("过程稿/河道管理办法.doc", "is_draft"),
        ("a/河道管理办法（征求意见稿）.doc", "is_draft"),
        ("a/河道管理办法 初稿2.doc", "is_draft"),
        ("a/河道管理办法（清样）.doc", "is_final"),
        ("a/盖章扫描件.pdf", "is_scan"),
        ("门户网站/1.txt", "is_web"),
        ("a/发文稿纸.jpg", "is_sheet"),
        ("a/附件1.xls", "is_annex"),
        ("a/附表二：汇总.doc", "is_annex"),
        ("a/临政发〔2015〕12号附件2.xls", "is_annex"),
    ],
)
def test_remarks_in_names_are_understood(path: str, trait: str) -> None:
    assert getattr(read_path(path), trait)


@pytest.mark.parametrize(
    "path",
    ["a/关于征求河道管理办法（征求意见稿）意见的函.doc", "a/河道管理办法.doc", "a/2015年预算草案的报告.doc"],
)
def test_a_document_about_a_draft_is_none(path: str) -> None:
    assert not read_path(path).is_draft
    assert not read_title(path[2:-4]).is_draft


def test_files_in_a_container_lie_where_the_container_is() -> None:
    assert read_path("2015年/资料.zip!/内/河道.doc").folder == "2015年"
    assert read_path("2014年/2015年汇总/河道.doc").year == 2015


@pytest.mark.parametrize(
    ("title", "core", "apart"),
    [
        ("临湖县水利局关于做好2015年防汛工作的通知", "关于做好2015年防汛工作的通知", ("2015",)),
        ("关于公布第二批名单的通知（征求意见稿）", "关于公布第二批名单的通知", ("第二",)),
        ("临湖县河道管理办法（送审稿）", "临湖县河道管理办法", ()),
        ("关于三月份安全生产情况的通报", "关于三月份安全生产情况的通报", ("三",)),
    ],
)
def test_a_title_is_taken_apart(title: str, core: str, apart: tuple[str, ...]) -> None:
    found = read_title(title)
    assert (found.core, found.apart) == (core, apart)


def test_what_a_notice_issues_is_a_key_of_it() -> None:
    assert "临湖县河道管理办法" in read_title("临湖县人民政府关于印发《临湖县河道管理办法》的通知").keys


def test_a_series_has_one_template() -> None:
    first, second = (read_title(f"关于做好{year}年防汛工作的通知").template for year in (2014, 2015))
    assert first == second


@pytest.mark.parametrize(("one", "other", "least", "most"), [
    ("关于河道管理的通知", "关于河道管理的通知", 1.0, 1.0),
    ("关于加强河道管理的通知", "关于加强河逍管理的通知", 0.75, 0.95),
    ("关于加强河道管理的通知", "职称评审公告", 0.0, 0.1),
    ("", "通知", 0.0, 0.0),
])  # fmt: skip
def test_likeness_of_titles(one: str, other: str, least: float, most: float) -> None:
    assert least <= likeness(one, other) <= most
