"""Registers: what their columns hold, how rows find documents, and what becomes of the rest."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.domain.registers import HeldDocument, MatchedBy, RegisterField, RegisterRow
from app.errors import AppError
from app.formats.pool import WorkerPool
from app.inventory.registers import import_register, open_register, save_columns
from app.inventory.registers.mapping import guess, iso_date, read_rows
from app.inventory.registers.matching import Matcher
from app.progress import Silent
from app.report.inventory import inventory
from app.store import registers
from app.store.catalogue import Catalogue
from tests.catalogues import add_document

NUMBER, TITLE, DAY = RegisterField.DOCUMENT_NUMBER, RegisterField.TITLE, RegisterField.DATED_ON
HEADINGS = ("序号", "发文字号", "文件标题", "发文日期", "备注")


@pytest.mark.parametrize(
    ("rows", "columns", "heading_row"),
    [
        ([("发文登记簿",), HEADINGS], {NUMBER: 1, TITLE: 2, DAY: 3}, 2),
        ([("件号", "责任者", "文 号", "题　名", "日期")], {NUMBER: 2, TITLE: 3, DAY: 4}, 1),
        ([("WH", "WJBT", "RQ")], {NUMBER: 0, TITLE: 1, DAY: 2}, 1),
        (
            [("1", "临政发〔2015〕3号", "关于修缮堤防的通知", "2015.3.7")] * 3,
            {NUMBER: 1, TITLE: 2, DAY: 3},
            0,
        ),
        ([("甲", "乙"), ("丙", "丁")], {}, 0),
    ],
)
def test_columns_are_guessed(rows, columns, heading_row) -> None:
    mapping = guess(rows)
    assert {field: mapping.columns.get(field) for field in columns} == columns
    assert mapping.heading_row == heading_row
    assert mapping.is_usable == bool(columns)


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("20080307", "2008-03-07"),
        ("2008.3.7", "2008-03-07"),
        ("2008年3月7日", "2008-03-07"),
        ("2008-03-07 00:00:00", "2008-03-07"),
        ("二〇〇八年三月七日", "2008-03-07"),
        ("不详", None),
    ],
)
def test_dates_of_registers_are_read(printed: str, iso: str | None) -> None:
    assert iso_date(printed) == iso


def test_only_rows_that_name_a_document_count_and_keep_their_place() -> None:
    rows = [
        HEADINGS,
        ("1", "临政发〔2015〕3号", "", "", ""),
        (),
        ("", "", "合计", "", ""),
        HEADINGS,
        ("2", "", "关于修缮堤防的通知", "20150307", ""),
    ]
    found = read_rows(rows, guess(rows))
    assert [(row.row, row.get(NUMBER), row.get(TITLE), row.get(DAY)) for row in found] == [
        (2, "临政发〔2015〕3号", "", ""),
        (6, "", "关于修缮堤防的通知", "2015-03-07"),
    ]


HELD = [
    HeldDocument(1, "临湖县水利局关于修缮堤防的通知", "临水〔2015〕3号", 2015, is_paper_only=False),
    HeldDocument(2, "临湖县水利局关于年度考核的通知", None, 2016, is_paper_only=False),
    HeldDocument(3, "临湖县水利局关于年度考核的通知", None, 2019, is_paper_only=False),
    HeldDocument(4, "临湖县水利局关于清理河道的通知", "临水〔2015〕4号", 2015, is_paper_only=True),
]


@pytest.mark.parametrize(
    ("number", "title", "day", "document", "by"),
    [
        ("临水[2015]3号", "关于修缮堤防的通知", "", 1, MatchedBy.NUMBER),
        ("临水〔2015〕3号", "", "", 1, MatchedBy.NUMBER),
        ("临水〔2015〕3号", "关于召开职工大会的函", "", 1, MatchedBy.NUMBER_ALONE),
        ("", "关于年度考核的通知", "2016-02-01", 2, MatchedBy.TITLE),
        ("", "关于年度考核的通知", "2019", 3, MatchedBy.TITLE),
        ("临水〔2016〕8号", "关于修缮堤防的通知", "2015-03-07", None, MatchedBy.PAPER),
        ("临水〔2015〕4号", "关于清理河道的通知", "", 4, MatchedBy.NUMBER),
        ("临水〔2015〕9号", "关于防汛值班的通知", "", None, MatchedBy.PAPER),
    ],
)
def test_rows_find_their_documents(
    number: str, title: str, day: str, document: int | None, by: MatchedBy
) -> None:
    fields = {field: value for field, value in ((NUMBER, number), (TITLE, title), (DAY, day)) if value}
    match = Matcher(HELD).match(RegisterRow(1, fields))
    assert (match.document.id if match.document else None, match.by) == (document, by)


ROWS = (
    ("1", "临政发〔2015〕1号", "关于加强河道管理的通知", "20150307", ""),
    ("2", "临政发〔2015〕2号", "关于公布防汛责任人的通知", "20150402", ""),
)


def write_csv(path: Path) -> None:
    with path.open("w", encoding="gb18030", newline="") as stream:
        csv.writer(stream).writerows([HEADINGS, *ROWS])


def write_xlsx(path: Path) -> None:
    book = Workbook()
    book.active.title = "2015年"
    for row in (("发文登记簿",), HEADINGS, *ROWS):
        book.active.append(row)
    book.save(path)


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1) as started:
        yield started


@pytest.mark.parametrize(("name", "write", "first"), [("簿.csv", write_csv, 2), ("簿.xlsx", write_xlsx, 3)])
def test_a_register_is_read_in(
    catalogue: Catalogue, pool: WorkerPool, tmp_path: Path, name, write, first
) -> None:
    held = add_document(catalogue, number="临政发〔2015〕1号")
    left_out = add_document(catalogue, "临湖县人民政府关于设立河长的决定", number="临政发〔2015〕3号")
    write(tmp_path / name)
    for new in (1, 0):  # reading it a second time changes nothing
        done = import_register(
            catalogue, open_register(catalogue, pool, tmp_path / name), Silent(), by="王示例"
        )
        assert (done.rows, done.by_match, done.new_on_paper) == (2, {"number": 1, "paper": 1}, new)
    export = inventory(catalogue)
    paper = next(d for d in export["documents"] if d["document_number"] == "临政发〔2015〕2号")
    assert (paper["files"], paper["title"], paper["dated_on"]) == (
        [],
        "关于公布防汛责任人的通知",
        "2015-04-02",
    )
    (register,) = export["registers"]
    assert register["rows"] == [{"row": first, "document": held}, {"row": first + 1, "document": paper["id"]}]
    with catalogue.read() as connection:
        assert [one.uuid for one in registers.unregistered(connection)] == [left_out]


def test_a_file_that_is_found_later_takes_the_place_of_paper(
    catalogue: Catalogue, pool: WorkerPool, tmp_path: Path
) -> None:
    write_csv(tmp_path / "簿.csv")
    import_register(catalogue, open_register(catalogue, pool, tmp_path / "簿.csv"), Silent(), by="王示例")
    found = add_document(catalogue, "临湖县人民政府关于公布防汛责任人的通知", number="临政发〔2015〕2号")
    done = import_register(
        catalogue, open_register(catalogue, pool, tmp_path / "簿.csv"), Silent(), by="王示例"
    )
    assert done.by_match == {"number": 1, "paper": 1}
    documents = inventory(catalogue)["documents"]
    assert [d["id"] for d in documents if d["document_number"] == "临政发〔2015〕2号"] == [found]


def test_what_a_person_says_of_columns_is_kept(
    catalogue: Catalogue, pool: WorkerPool, tmp_path: Path
) -> None:
    with (tmp_path / "簿.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(
            [("文号", "题名", "内容摘要"), ("临政发〔2015〕1号", "密", "关于加强河道管理的通知")]
        )
    opened = open_register(catalogue, pool, tmp_path / "簿.csv")
    assert not opened.is_saved
    save_columns(catalogue, opened, {TITLE: 2}, by="王示例")
    again = open_register(catalogue, pool, tmp_path / "簿.csv")
    assert (again.is_saved, again.mapping.columns[TITLE]) == (True, 2)


def test_a_register_with_classified_rows_is_refused(
    catalogue: Catalogue, pool: WorkerPool, tmp_path: Path
) -> None:
    with (tmp_path / "簿.csv").open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(
            [("文号", "题名", "密级"), ("临政发〔2015〕1号", "关于某事的通知", "机密")]
        )
    with pytest.raises(AppError, match="涉密"):
        open_register(catalogue, pool, tmp_path / "簿.csv")
    assert inventory(catalogue)["documents"] == []
