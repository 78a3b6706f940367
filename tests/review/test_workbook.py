"""A batch goes out as a workbook; every fault of what comes back has its message, and nothing is half-applied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from app.domain.disclosure import DisclosureAttribute, Finding
from app.domain.review import ReviewState
from app.errors import AppError
from app.progress import Silent
from app.review import batches, decide, jobs, rounds
from app.review.exchange.workbook_in import check_workbook, import_workbook
from app.review.exchange.workbook_out import export_workbook
from app.store import reviews
from app.store.catalogue import Catalogue
from tests.catalogues import add_document
from tests.review.staff import APPROVER, CLOSED, ON_REQUEST, PIN, REVIEWER, SECOND, shown

ROUND = "2025 年定期审查"
GOLDEN = Path(__file__).parents[1] / "golden" / "review" / "workbook_faults.txt"
SHEET = "复审"
COLUMNS = {"属性": "H", "依据": "I", "理由": "J", "说明": "K", "复审": "L", "编号": "M"}


@pytest.fixture
def uuids(catalogue: Catalogue) -> list[str]:
    found = Finding("resident_id", 3, 21, "330***********1234", 0.99)
    made = [
        add_document(catalogue, "临湖县水利局关于水库的通知", dated_on="2008-01-01"),
        add_document(catalogue, "临湖县水利局关于河道的通知", dated_on="2009-01-01"),
        add_document(catalogue, "临湖县水利局关于名单的通知", dated_on="2010-01-01", findings=(found,)),
        add_document(catalogue, "临湖县水利局关于人事的通知", dated_on="2011-01-01"),
    ]
    decide.propose(catalogue, made[3], CLOSED, by=SECOND)
    decide.approve(catalogue, made[3], by=APPROVER, pin=PIN)
    return made


@pytest.fixture
def sheet(catalogue: Catalogue, uuids: list[str], tmp_path: Path) -> Path:
    rounds.create_round(catalogue, ROUND, "", by=REVIEWER)
    rounds.make_batches(catalogue, ROUND, Silent(), by=REVIEWER)
    with catalogue.read() as connection:
        (batch,) = reviews.batches(connection)
    path = tmp_path / "第1批.xlsx"
    assert export_workbook(catalogue, batch.uuid, path, by=REVIEWER) == len(uuids)
    return path


def edited(path: Path, change: Callable, sheet: str = SHEET) -> Path:
    book = load_workbook(path)
    change(book[sheet])
    book.save(path)
    return path


def fill(
    page,
    row: int = 2,
    attribute: str = "依申请公开",
    basis: str = "R-13/27",
    reason: str = "不在主动公开范围",
) -> None:
    page[f"H{row}"], page[f"I{row}"], page[f"J{row}"] = attribute, basis, reason


def test_what_is_filled_in_is_proposed_and_can_be_taken_back(
    catalogue: Catalogue, sheet: Path, uuids
) -> None:
    edited(sheet, lambda page: (fill(page), fill(page, 3, "不予公开", "N-16-1、N-16-2", "内部管理")))
    done = import_workbook(catalogue, sheet, by=REVIEWER)
    assert (done.proposed, done.empty, done.conflicts) == (2, 2, ())
    assert shown(catalogue, uuids[1]).review_state is ReviewState.PROPOSED
    again = import_workbook(catalogue, sheet, by=REVIEWER)
    assert (again.proposed, again.already) == (0, 2)
    assert done.job is not None
    assert jobs.revert(catalogue, done.job, by=REVIEWER, reason="填错批次").reverted == 2
    assert shown(catalogue, uuids[1]).review_state is ReviewState.OPEN


def test_what_changed_meanwhile_is_a_conflict_and_the_rest_is_taken_in(
    catalogue: Catalogue, sheet, uuids
) -> None:
    edited(sheet, lambda page: (fill(page), fill(page, 3)))
    decide.propose(catalogue, uuids[0], CLOSED, by=SECOND)
    done = import_workbook(catalogue, sheet, by=REVIEWER)
    assert done.proposed == 1
    assert [conflict.document for conflict in done.conflicts] == [uuids[0]]
    assert shown(catalogue, uuids[0]).review_state is ReviewState.PROPOSED


def test_one_fault_and_nothing_is_taken_in(catalogue: Catalogue, sheet: Path, uuids) -> None:
    edited(sheet, lambda page: (fill(page), fill(page, 3, reason="")))
    with pytest.raises(AppError, match="没有导入任何一行"):
        import_workbook(catalogue, sheet, by=REVIEWER)
    assert shown(catalogue, uuids[0]).review_state is ReviewState.OPEN


def test_only_open_cells_can_be_edited_and_choices_are_offered(sheet: Path) -> None:
    page = load_workbook(sheet)[SHEET]
    assert page.protection.sheet
    assert page["B2"].protection.locked
    assert not page["H2"].protection.locked
    assert page.column_dimensions["M"].hidden
    assert [str(rule.sqref) for rule in page.data_validations.dataValidation] == ["H2:H5"]


def test_a_batch_is_never_written_over_a_filled_in_one(catalogue: Catalogue, sheet: Path) -> None:
    with catalogue.read() as connection:
        (batch,) = reviews.batches(connection)
    with pytest.raises(AppError, match="已存在"):
        export_workbook(catalogue, batch.uuid, sheet, by=REVIEWER)


def plain_workbook(path: Path) -> None:
    book = Workbook()
    book.active["A1"] = "序号"
    book.save(path)


def mark(key: str, value: str) -> Callable[[Path], object]:
    return altered_mark(key, lambda _value: value)


def altered_mark(key: str, altered: Callable[[str], str]) -> Callable[[Path], object]:
    def change(page) -> None:
        for row in page.iter_rows():
            if row[0].value == key:
                row[1].value = altered(row[1].value)

    return lambda path: edited(path, change, "_dishu")


def renamed(path: Path) -> None:
    book = load_workbook(path)
    book[SHEET].title = "表一"
    book.save(path)


def cell(place: str, value: str) -> Callable[[Path], object]:
    return lambda path: edited(path, lambda page: (fill(page), page.__setitem__(place, value)))


def row(**given: str) -> Callable[[Path], object]:
    number = int(given.pop("row", "2"))
    return lambda path: edited(path, lambda page: fill(page, number, **given))


def swapped(page) -> None:
    page["H1"], page["I1"] = page["I1"].value, page["H1"].value


FAULTS: dict[str, Callable[[Path], object]] = {
    "没有文件": Path.unlink,
    "不是工作簿": lambda path: path.write_text("属性,依据"),
    "坏了一半": lambda path: path.write_bytes(path.read_bytes()[:2000]),
    "旧格式": lambda path: path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    "别的表": plain_workbook,
    "工作表改名": renamed,
    "别的程序版本": mark("edition", "9"),
    "别的目录": mark("catalogue", "0000"),
    "别的批次": mark("batch", "0000"),
    "批次写得不全": altered_mark("batch", lambda uuid: uuid[:8]),
    "标记被改": mark("kind", "other"),
    "多出一列": cell("O1", "备注"),
    "表头调换": lambda path: edited(path, swapped),
    "删了一列": lambda path: edited(path, lambda page: page.delete_cols(12, 3)),
    "合并单元格": lambda path: edited(path, lambda page: page.merge_cells("H2:H3")),
    "删了一行": lambda path: edited(path, lambda page: page.delete_rows(3)),
    "编号被改": cell("M2", "0000"),
    "重复的行": lambda path: edited(path, lambda page: page.__setitem__("M3", page["M2"].value)),
    "公式": cell("J2", "=A1"),
    "错误值": cell("J2", "#REF!"),
    "太长": row(reason="长" * 1001),
    "改了题名": cell("B2", "别的题名"),
    "没选属性": row(attribute=""),
    "没有这种属性": row(attribute="部分公开"),
    "没有这个代码": row(basis="R-99"),
    "日期不对": cell("L2", "明年"),
    "日期过去": cell("L2", "2001-01-31"),
    "依据不符": row(attribute="主动公开", basis="N-16-1"),
    "缺依据": row(attribute="不予公开", basis=""),
    "缺理由": row(reason=""),
    "国家秘密": row(attribute="不予公开", basis="N-14-1"),
    "敏感内容": row(row="4", attribute="主动公开", basis="A-20-1"),
    "缺情势变化": row(row="5", attribute="主动公开", basis="A-18"),
}


def test_every_fault_has_its_message(catalogue: Catalogue, sheet: Path, tmp_path: Path, uuids) -> None:
    told: list[str] = []
    original = sheet.read_bytes()
    for name, spoil in FAULTS.items():
        path = tmp_path / f"{name}.xlsx"
        path.write_bytes(original)
        spoil(path)
        checked = check_workbook(catalogue, path)
        assert checked.faults, name
        told += [f"{name}：[{found.rule}] {found.sentence}" for found in checked.faults]
        with pytest.raises(AppError):
            import_workbook(catalogue, path, by=REVIEWER)
    assert all(shown(catalogue, uuid).review_state is not ReviewState.PROPOSED for uuid in uuids)
    assert "\n".join(told) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_a_statement_means_what_the_determination_in_force_asks_for(
    catalogue: Catalogue, sheet, uuids
) -> None:
    edited(
        sheet,
        lambda page: (fill(page, 5, "主动公开", "A-18", "可以公开"), page.__setitem__("K5", "机构已撤销")),
    )
    assert import_workbook(catalogue, sheet, by=REVIEWER).proposed == 1
    decide.approve(catalogue, uuids[3], by=APPROVER, pin=PIN)
    assert shown(catalogue, uuids[3]).attribute is DisclosureAttribute.PROACTIVE


def test_a_batch_checked_out_by_another_is_a_conflict(catalogue: Catalogue, sheet: Path, uuids) -> None:
    edited(sheet, fill)
    with catalogue.read() as connection:
        (batch,) = reviews.batches(connection)
    batches.check_out(catalogue, batch.uuid, by=SECOND)
    done = import_workbook(catalogue, sheet, by=REVIEWER)
    assert done.proposed == 0
    assert "领出" in done.conflicts[0].message
    decide.propose(catalogue, uuids[0], ON_REQUEST, by=SECOND, round_name=ROUND)
