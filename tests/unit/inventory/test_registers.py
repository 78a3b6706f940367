"""Registers: what their columns hold, how rows find documents, and what becomes of the rest."""

import csv
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.domain.document import ElementName
from app.domain.registers import HeldDocument, MatchedBy, RegisterField, RegisterRow
from app.domain.review import ReviewState
from app.errors import AppError
from app.formats.pool import WorkerPool
from app.formats.write.dbf import DbfField, write_dbf
from app.inventory.correct import correct_element
from app.inventory.ingest import ingest
from app.inventory.purge import purge
from app.inventory.registers import import_register, open_register, replace_paper, save_columns
from app.inventory.registers.mapping import guess, iso_date, read_rows
from app.inventory.registers.matching import Matcher
from app.progress import Silent
from app.report.inventory import inventory
from app.search.find import facets, find
from app.store import counts, detail, determinations, documents, registers
from app.store.catalogue import Catalogue, open_catalogue
from app.store.dump import dump
from app.store.integrity import problems
from app.store.load import load
from app.store.naming import known_document
from app.store.reindex import rebuild
from tests.catalogues import add_document
from tests.unit.formats.pdf_file import pdf, show

NUMBER, TITLE, DAY = RegisterField.DOCUMENT_NUMBER, RegisterField.TITLE, RegisterField.DATED_ON
HEADINGS = ("序号", "发文字号", "文件标题", "发文日期", "备注")


@pytest.mark.parametrize(
    ("rows", "columns", "heading_row"),
    [
        ([("发文登记簿",), HEADINGS], {NUMBER: 1, TITLE: 2, DAY: 3}, 2),
        ([("件号", "责任者", "文 号", "题　名", "日期")], {NUMBER: 2, TITLE: 3, DAY: 4}, 1),
        (
            [("序号", "收文日期", "来文机关", "来文文号", "来文标题")],
            {RegisterField.ISSUING_BODY: 2, NUMBER: 3, TITLE: 4},
            1,
        ),
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
        ("2008.11", "2008-11"),
        ("2008-3", "2008-03"),
        ("2008/03", "2008-03"),
        ("2008年3月", "2008-03"),
        ("2008年", "2008"),
        ("2008", "2008"),
        ("2008.13", None),
        ("200803", None),
        ("2008年上半年", None),
        ("2008.3.7-9", None),
        ("3.7", None),
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


def write_old_table(path: Path) -> None:
    fields = [DbfField("WH", 20), DbfField("WJBT", 40), DbfField("RQ", 8)]
    write_dbf(path, fields, [row[1:4] for row in ROWS], date(2015, 12, 31))


def write_pdf(path: Path) -> None:
    lefts, tops = (40, 80, 200, 420, 500, 550), (700, 670, 640, 610)
    ruled = "".join(f"{left} {tops[-1]} m {left} {tops[0]} l S\n" for left in lefts)
    ruled += "".join(f"{lefts[0]} {top} m {lefts[-1]} {top} l S\n" for top in tops)
    cells = [
        show(cell, left + 4, top - 20, 10)
        for row, top in zip((HEADINGS, *ROWS), tops[:-1], strict=True)
        for cell, left in zip(row, lefts[:-1], strict=True)
        if cell
    ]
    path.write_bytes(pdf(show("发文登记簿", 200, 740, 20) + ruled + "".join(cells)).getvalue())


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1) as started:
        yield started


@pytest.mark.parametrize(
    ("name", "write", "first"),
    [
        ("簿.csv", write_csv, 2),
        ("簿.xlsx", write_xlsx, 3),
        ("簿.dbf", write_old_table, 2),
        ("簿.pdf", write_pdf, 2),
    ],
)
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


def test_a_register_that_was_taken_in_itself_is_told(
    catalogue: Catalogue, pool: WorkerPool, tmp_path: Path
) -> None:
    folder = tmp_path / "办公室"
    folder.mkdir()
    write_csv(folder / "簿.csv")

    def itself() -> str | None:
        opened = open_register(catalogue, pool, folder / "簿.csv")
        return import_register(catalogue, opened, Silent(), by="王示例").itself

    assert itself() is None
    ingest(catalogue, [folder], pool, Silent())
    made = next(one["id"] for one in inventory(catalogue)["documents"] if one["files"])
    assert itself() == made


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


def test_a_file_that_comes_in_later_takes_the_place_of_paper_by_itself(
    catalogue: Catalogue, pool: WorkerPool, tmp_path: Path
) -> None:
    write_csv(tmp_path / "簿.csv")
    import_register(catalogue, open_register(catalogue, pool, tmp_path / "簿.csv"), Silent(), by="王示例")
    decided, undecided = (uuid_of(catalogue, row[1]) for row in ROWS)
    decide(catalogue, decided)
    files = tmp_path / "files"
    files.mkdir()
    for number, (_, printed, title, _, _) in enumerate(ROWS):
        text = f"{printed}\n临湖县人民政府{title}\n各乡镇：\n请认真执行。\n临湖县人民政府\n2015年3月7日\n"
        (files / f"{number}.txt").write_text(text, encoding="utf-8")
    ingest(catalogue, [files], pool, Silent())
    held = inventory(catalogue)["documents"]
    assert sorted((d["document_number"], len(d["files"])) for d in held) == [
        (ROWS[0][1], 0),  # somebody has begun to decide it
        (ROWS[0][1], 1),
        (ROWS[1][1], 1),
    ]
    with catalogue.read() as connection:
        assert registers.all_registers(connection)[0].by_match == {"number": 1, "paper": 1}
        assert documents.document_with_uuid(connection, undecided) == documents.document_with_uuid(
            connection, next(d["id"] for d in held if d["document_number"] == ROWS[1][1])
        )
        assert problems(connection) == []
    assert find(catalogue, "防汛责任人").count == 1
    assert replace_paper(catalogue, by="王示例") == 0


def uuid_of(catalogue: Catalogue, number: str) -> str:
    return next(d["id"] for d in inventory(catalogue)["documents"] if d["document_number"] == number)


def decide(catalogue: Catalogue, uuid: str) -> None:
    with catalogue.write(by="系统", action="test") as unit:
        identifier = documents.document_with_uuid(unit.connection, uuid)
        assert identifier is not None
        determinations.set_document_state(unit.connection, identifier, ReviewState.PROPOSED)
        unit.record(uuid)
        unit.commit()


@pytest.mark.parametrize(
    ("printed", "dated_on"),
    [("2015.11", "2015-11"), ("2015", "2015"), ("2015年上半年", None), ("约2015", None)],
)
def test_a_date_without_a_day_is_kept_as_exact_as_it_is(
    catalogue: Catalogue, pool: WorkerPool, tmp_path: Path, printed: str, dated_on: str | None
) -> None:
    lines = ",".join(HEADINGS), f"1,临政发〔2015〕9号,关于开展冬季水利工作的通知,{printed},"
    (tmp_path / "簿.csv").write_text("\n".join(lines), encoding="utf-8")
    import_register(catalogue, open_register(catalogue, pool, tmp_path / "簿.csv"), Silent(), by="王示例")
    (hit,) = find(catalogue, "冬季水利").hits
    assert hit.dated_on == dated_on


def test_records_on_paper_are_counted_found_corrected_and_shown(
    catalogue: Catalogue, pool: WorkerPool, tmp_path: Path
) -> None:
    write_csv(tmp_path / "簿.csv")
    import_register(catalogue, open_register(catalogue, pool, tmp_path / "簿.csv"), Silent(), by="王示例")
    with catalogue.read() as connection:
        held = counts.overview(connection)
        assert (held.documents, held.on_paper, held.files) == (2, 2, 0)
    for query in ("防汛责任人", "文号:临政发[2015]第2号", "标题:防汛 与 年:2015", "格式:纸质 与 防汛"):
        (hit,) = find(catalogue, query).hits
        assert (hit.document_number, hit.dated_on, hit.path, hit.content_id) == (
            ROWS[1][1],
            "2015-04-02",
            None,
            None,
        )
    counted = facets(catalogue, "格式:纸质")
    assert (counted["format"], counted["genre"], counted["year"]) == ({"paper": 2}, {"通知": 2}, {2015: 2})
    uuid = uuid_of(catalogue, ROWS[1][1])
    correct_element(catalogue, uuid, ElementName.TITLE, "关于修缮堤防的批复", by="王示例")
    assert [find(catalogue, words).count for words in ("防汛责任人", "修缮堤防")] == [0, 1]
    correct_element(catalogue, uuid, ElementName.GENRE, "批复", by="王示例")
    assert facets(catalogue, "格式:纸质")["genre"] == {"通知": 1, "批复": 1}
    with catalogue.read() as connection:
        shown = detail.of(connection, known_document(connection, uuid))
        ((row, told),) = [(row.row, row.fields[TITLE]) for row in shown.register_rows]
        assert (row, told, shown.files) == (3, ROWS[1][2], ())
        assert problems(connection) == []
    rebuild(catalogue, Silent(), by="系统")
    assert find(catalogue, "修缮堤防").count == 1
    dump(catalogue.folder, tmp_path / "dump", Silent())
    load(tmp_path / "dump", tmp_path / "loaded", Silent(), by="系统")
    with open_catalogue(tmp_path / "loaded") as loaded:
        assert find(loaded, "修缮堤防").count == 1


def test_a_purged_record_on_paper_is_gone_from_its_register_too(
    catalogue: Catalogue, pool: WorkerPool, tmp_path: Path
) -> None:
    write_csv(tmp_path / "簿.csv")
    import_register(catalogue, open_register(catalogue, pool, tmp_path / "簿.csv"), Silent(), by="王示例")
    done = purge(catalogue, uuid_of(catalogue, ROWS[1][1]), Silent(), by="王示例", reason="核对原件后认定")
    assert (done.documents, done.locations) == (1, 0)
    assert [d["document_number"] for d in inventory(catalogue)["documents"]] == [ROWS[0][1]]
    assert find(catalogue, "防汛责任人").count == 0
    with catalogue.read() as connection:
        fields = connection.exec_driver_sql("SELECT fields FROM register_row ORDER BY row").scalars().all()
        assert problems(connection) == []
    assert ("河道" in fields[0], fields[1]) == (True, "{}")


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
