"""What a document says is never a formula in a table we write, whichever list it stands in."""

import ast
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from app import cli
from app.formats.write.workbook import FORMULA_STARTS, Sheet, begins_like_formula, write_workbook
from app.report.orders import kinds
from app.report.requests import Request, write_requests
from app.review.papers.lists import PAPER_TERMS
from app.store import reviews
from app.store.catalogue import open_catalogue
from tests.e2e.conftest import Dishu
from tests.report.needs import NEEDS

APP = Path(cli.__file__).parents[1]
WRITERS = {"formats/write/workbook.py", "formats/write/exchange_sheet.py", "formats/write/delimited.py"}
LINK = '=HYPERLINK("http://x.example","附件")'
HOSTILE = (LINK, "+1-1", "-2+3", "@SUM(1)", "\t=1+1")
ADMIN, REVIEWER, APPROVER = "管理员", "王示例", "李复核"


def test_every_table_is_made_by_one_of_three_writers() -> None:
    """A workbook or csv made elsewhere would pass by what these three do against formulas."""
    makers = {"write_row", "writerow", "writerows"}
    found = set()
    for path in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = (
                node.attr
                if isinstance(node, ast.Attribute)
                else node.id
                if isinstance(node, ast.Name)
                else ""
            )
            if name in makers or (isinstance(node, ast.Call) and _calls(node) in {"Workbook", "csv.writer"}):
                found.add(path.relative_to(APP).as_posix())
    assert found == WRITERS - {"formats/write/workbook.py"}, "workbook.py writes its XML itself"


def _calls(node: ast.Call) -> str:
    return ast.unparse(node.func)


def formulas(path: Path) -> list[str]:
    """What a spreadsheet program would compute, or read anew as a formula when a person edits the cell."""
    found = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.startswith("xl/worksheets/"):
                found += [f"{name}: <f>" for _ in re.findall(rb"<(?:\w+:)?f[ >/]", package.read(name))]
    for sheet in openpyxl.load_workbook(io.BytesIO(path.read_bytes())):
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            is_hostile = isinstance(cell.value, str) and begins_like_formula(cell.value)
            if cell.data_type == "f" or (is_hostile and not cell.quotePrefix):
                found.append(f"{sheet.title}!{cell.coordinate}")
    return found


def holds_hostile(path: Path) -> bool:
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    values = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return any(isinstance(value, str) and value.startswith(FORMULA_STARTS) for value in values)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue of documents whose titles, numbers, bodies, names and reasons begin like formulas."""
    base = tmp_path_factory.mktemp("formulas")
    files = base / "files"
    files.mkdir()
    for number, start in enumerate("=+-@x", start=1):
        text = (
            f"临湖县水利局文件\n临水发〔2015〕{number}号\n关于第{number}号水库调度工作的通知\n各股室：\n    请执行。\n临湖县水利局\n"
            "2015年3月7日\n（此件公开发布）\n"
        )
        (files / f"{start}通知.txt").write_text(text, encoding="utf-8")
    (files / "=damaged.docx").write_bytes(b"PK\x03\x04")
    shelf = base / "shelf"

    def run(*words: object) -> None:
        assert cli.run([str(word) for word in words]) in {0, 1}, words

    run("new", shelf, "--office", "临湖县水利局", "--fonds", "Z109")
    for name, role in ((ADMIN, "administrator"), (REVIEWER, "reviewer"), (APPROVER, "approver")):
        run("people", "add", shelf, name, "--role", role, "--by", "系统")
    run("ingest", shelf, files, "--workers", 1, "--ocr", "off")
    run("group", shelf)
    run("classify", shelf, "--workers", 1)
    for uuid, value in zip(uuids(shelf), HOSTILE, strict=True):
        for element in ("title", "issuing_body"):
            run("correct", "--by", REVIEWER, "--", shelf, uuid, element, value)
    run("review", "round", "create", shelf, "轮次", "--by", REVIEWER)
    for uuid in uuids(shelf)[:3]:
        run(
            "review", "decide", shelf, uuid, "--attribute", "proactive", "--basis", "A-20-1", "--reason", LINK, "--round", "轮次",
            "--by", REVIEWER,
        )  # fmt: skip
        run("review", "approve", shelf, uuid, "--by", APPROVER)
    return shelf


def uuids(shelf: Path) -> list[str]:
    from app.store import queries

    with open_catalogue(shelf) as catalogue, catalogue.read() as connection:
        ids = queries.document_ids(connection, queries.DocumentFilter(), queries.DocumentOrder.OLDEST)
        return [row.uuid for row in queries.document_rows(connection, ids).values()]


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    path = tmp_path / "社会救助领域标准目录.xlsx"
    headers = ("标题", "文号", "申请内容", "一级事项", "二级事项", "办理结果")
    write_workbook(
        path, [Sheet("表", headers, [(value, value, value, value, value, "公开") for value in HOSTILE])]
    )
    return path


@pytest.mark.parametrize("name", kinds())
def test_no_report_holds_a_formula(
    name: str, office: Path, listing: Path, tmp_path: Path, dishu: Dishu
) -> None:
    words = [listing if word == "FILE" else word for word in NEEDS.get(name, ())]
    said = dishu("report", name, office, tmp_path / "out", "--json", "--today", "2021-03-01", *words)
    assert said.status in {0, 1}, said.err
    books = list((tmp_path / "out").rglob("*.xlsx"))
    assert books
    assert [formulas(book) for book in books] == [[] for _ in books]


def requests(path: Path) -> None:
    write_requests(path, [Request(value, value, value, value, value) for value in HOSTILE])


def documents_of_the_window(path: Path, office: Path) -> None:
    pytest.importorskip("PySide6")
    from app.progress import Silent
    from app.store import queries
    from app.ui.documents.output import write_list
    from app.ui.widgets.lazy_table import Column

    columns = (Column("title", "题名", lambda row: row.title or "", 200),)
    with open_catalogue(office) as catalogue:
        with catalogue.read() as connection:
            ids = queries.document_ids(connection, queries.DocumentFilter())
        write_list(catalogue, ids, columns, path, Silent())


def batch_of(office: Path) -> str:
    with open_catalogue(office) as catalogue, catalogue.read() as connection:
        return reviews.batches(connection)[0].uuid


LISTS: dict[str, tuple[object, ...]] = {
    "search": ("search", "OFFICE", "水库", "--export", "FILE"),
    "exchange": ("review", "export", "OFFICE", "FILE", "--batch", "BATCH", "--by", REVIEWER),
    **{
        f"paper {paper.value}": ("review", "papers", "OFFICE", "FILE", "--paper", paper.value)
        for paper in PAPER_TERMS
    },
    "publish-check": ("publish-check", "FOLDER", "--xlsx", "FILE", "--workers", "1"),
}


@pytest.mark.parametrize("name", LISTS)
def test_no_list_holds_a_formula(name: str, office: Path, tmp_path: Path, dishu: Dishu) -> None:
    path = tmp_path / "a.xlsx"
    places = {"OFFICE": office, "FILE": path, "FOLDER": office.parent / "files"}
    if "BATCH" in LISTS[name]:
        places["BATCH"] = batch_of(office)
    said = dishu(*(places.get(str(word), word) for word in LISTS[name]))
    assert said.status in {0, 1}, said.err
    assert formulas(path) == []


MADE: dict[str, Callable[[Path, Path], None]] = {
    "requests": lambda path, _office: requests(path),
    "documents": documents_of_the_window,
}


@pytest.mark.parametrize("name", MADE)
def test_no_table_of_the_window_holds_a_formula(name: str, office: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    MADE[name](path, office)
    assert holds_hostile(path), "the hostile value never came this far: nothing was tried"
    assert formulas(path) == []


def test_catalogues_and_results_of_a_transfer_hold_no_formula(
    office: Path, tmp_path: Path, dishu: Dishu
) -> None:
    dishu("transfer", "adopt", office, "--by", REVIEWER)
    built = dishu("transfer", "build", office, tmp_path / "out", "--by", REVIEWER, "--json")
    assert built.status in {0, 1}, built.err
    for package in built.json["packages"]:
        dishu("verify", package)
    dishu("transfer", "public-list", office, tmp_path / "out", "--by", REVIEWER)
    books = list((tmp_path / "out").rglob("*.xlsx"))
    assert any(map(holds_hostile, books))
    assert [(book.name, formulas(book)) for book in books if formulas(book)] == []


def test_a_formula_would_be_found(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["=1+1", "文"])
    book.active["B1"].value = "x"
    book.save(tmp_path / "a.xlsx")
    assert formulas(tmp_path / "a.xlsx")
