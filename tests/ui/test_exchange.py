"""A batch goes out and comes back through the window; lists and forms are written."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from app.domain.review import ReviewState
from app.progress import Silent
from app.review import rounds
from app.review.exchange.layout import PLACES, Place
from app.store import queries
from app.ui.desk import Desk
from app.ui.review.exchange import with_suffix
from app.ui.review.import_dialog import ImportDialog
from app.ui.review.leaves import ROUNDS
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from tests.ui.conftest import COUNT, is_closed, settled
from tests.ui.holdings import REVIEWER

ROUND = "2025年定期审查"
Show = Callable[[Room], Room]


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, show: Show) -> ReviewScreen:
    made = ReviewScreen(desk)
    rounds.create_round(desk.catalogue, ROUND, "", by=REVIEWER, minutes=10)
    rounds.make_batches(desk.catalogue, ROUND, Silent(), by=REVIEWER)
    show(made)
    made.view.open_leaf(ROUNDS)
    settled(qtbot, made.desk)
    return made


@pytest.fixture
def workbook(qtbot: QtBot, room: ReviewScreen, tmp_path: Path) -> Path:
    """The first batch as a workbook."""
    path = tmp_path / "第一批.xlsx"
    batch = room.leaves.rounds.page.batch
    assert batch is not None
    room.leaves.rounds.exchange.export(batch, path)
    settled(qtbot, room.desk)
    return path


def write_cell(path: Path, place: Place, row: int, value: str) -> None:
    book = openpyxl.load_workbook(path)
    sheet = book["复审"]
    sheet.cell(row, PLACES.index(place) + 1).value = value
    book.save(path)


def proposed(room: ReviewScreen) -> int:
    with room.desk.catalogue.read() as connection:
        rows = queries.document_rows(connection, range(1, COUNT + 1)).values()
    return sum(row.review_state is ReviewState.PROPOSED for row in rows)


def imported(qtbot: QtBot, room: ReviewScreen, path: Path) -> ImportDialog:
    room.leaves.rounds.exchange.take_in(path)
    settled(qtbot, room.desk)
    dialog = room.findChild(ImportDialog)
    assert dialog is not None
    return dialog


def test_a_filled_in_workbook_is_checked_and_then_taken_in(
    qtbot: QtBot, room: ReviewScreen, workbook: Path
) -> None:
    write_cell(workbook, Place.ATTRIBUTE, 2, "依申请公开")
    write_cell(workbook, Place.REASON, 2, "涉及单位经营情况")
    dialog = imported(qtbot, room, workbook)
    assert dialog.go.isEnabled()
    assert proposed(room) == 0, "nothing is taken in before the check was seen"
    dialog.go.click()
    settled(qtbot, room.desk)
    assert is_closed(dialog)
    assert proposed(room) == 1


def test_a_workbook_with_a_fault_says_row_column_and_mending(
    qtbot: QtBot, room: ReviewScreen, workbook: Path
) -> None:
    write_cell(workbook, Place.ATTRIBUTE, 2, "公开吧")
    dialog = imported(qtbot, room, workbook)
    assert not dialog.go.isEnabled()
    line = dialog.list.topLevelItem(0)
    assert line.text(0) == "2"
    assert line.text(1) == Place.ATTRIBUTE.heading
    assert "公开吧" in line.text(2)
    assert line.text(3)


def test_a_package_goes_out_as_its_ending_says(qtbot: QtBot, room: ReviewScreen, tmp_path: Path) -> None:
    batch = room.leaves.rounds.page.batch
    assert batch is not None
    told: list[str] = []
    room.desk.told.connect(lambda done, _rest: told.append(done))
    room.leaves.rounds.exchange.export(batch, tmp_path / "第一批.zip")
    settled(qtbot, room.desk)
    assert (tmp_path / "第一批.zip").stat().st_size > 0
    assert str(batch.left) in told[-1]


def test_papers_are_written_from_the_menu(
    qtbot: QtBot, room: ReviewScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "汇总.docx"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), "Word (*.docx)")
    )
    menu = room.leaves.rounds.page.papers.findChild(QMenu)
    assert menu is not None
    action = next(each for each in menu.actions() if each.objectName() == "paper-figures")
    action.trigger()
    settled(qtbot, room.desk)
    assert target.is_file()


def test_the_form_of_a_batch_is_written(
    qtbot: QtBot, room: ReviewScreen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "审查表.docx"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_args, **_more: (str(target), "Word (*.docx)")
    )
    room.leaves.rounds.page.form.click()
    settled(qtbot, room.desk)
    assert target.is_file()


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("第一批", "表格 (*.xlsx)", "第一批.xlsx"),
        ("第一批.xlsx", "审查包（带全文） (*.zip)", "第一批.zip"),
        ("第1.2批", "表格 (*.xlsx)", "第1.2批.xlsx"),
        ("第一批.zip", "", "第一批.zip"),
    ],
)
def test_the_ending_follows_the_chosen_kind(name: str, kind: str, expected: str) -> None:
    assert with_suffix(Path(name), kind).name == expected
