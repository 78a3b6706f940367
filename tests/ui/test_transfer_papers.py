"""目录和表单: catalogues, the note in a box and the public list of what has been numbered, written from the window."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from app.domain.archival import RetentionPeriod
from app.domain.transfer import AccessStatus
from app.progress import Silent
from app.review.accept import accept_suggestions
from app.review.decide import approve_many
from app.store import queries
from app.store.queries import DocumentFilter
from app.transfer.papers import PDF
from app.transfer.prepare import Filing, describe_documents, issue_numbers
from app.transfer.profile import profile_of
from app.transfer.select import select_ready
from app.ui.desk import Desk
from app.ui.room import Room
from app.ui.transfer.paper_dialogs import BoxNoteDialog, CatalogueDialog, PublicListDialog
from app.ui.transfer.screen import TransferScreen
from tests.ui.conftest import settled
from tests.ui.holdings import APPROVER, PIN, REVIEWER

Show = Callable[[Room], Room]
MANY = 30


@pytest.fixture
def room(desk: Desk, show: Show) -> TransferScreen:
    made = TransferScreen(desk)
    show(made)
    return made


@pytest.fixture
def numbered(qtbot: QtBot, desk: Desk, show: Show) -> TransferScreen:
    """A desk over a catalogue of which some documents have their codes."""
    catalogue = desk.catalogue
    with catalogue.read() as connection:
        ids = queries.document_ids(connection, DocumentFilter())[:MANY]
        uuids = [row.uuid for row in queries.document_rows(connection, ids).values()]
    proposed = accept_suggestions(catalogue, uuids, Silent(), by=REVIEWER).proposed
    approve_many(catalogue, proposed, APPROVER, PIN)
    filing = Filing(retention=RetentionPeriod.PERMANENT, access_status=AccessStatus.OPEN)
    describe_documents(catalogue, proposed, filing, by=REVIEWER)
    profile = profile_of(catalogue)
    issue_numbers(catalogue, select_ready(catalogue, profile).ready, profile, by=REVIEWER)
    made = TransferScreen(desk)
    show(made)
    settled(qtbot, desk)
    return made


def opened(qtbot: QtBot, room: TransferScreen, action: str, kind: type[QDialog]) -> QDialog:
    next(each for each in room.papers.menu.actions() if each.objectName() == action).trigger()
    settled(qtbot, room.desk)
    return room.findChild(kind)


def test_without_numbers_it_is_said_where_they_come_from(qtbot: QtBot, room: TransferScreen) -> None:
    told: list[tuple[str, str]] = []
    room.desk.told.connect(lambda done, rest: told.append((done, rest)))
    assert opened(qtbot, room, "exportCatalogue", CatalogueDialog) is None
    assert "档号" in told[0][0]
    assert "生成移交包" in told[0][1]


def test_a_catalogue_to_sign_is_written_as_pdf(
    qtbot: QtBot, numbered: TransferScreen, tmp_path: Path
) -> None:
    dialog = opened(qtbot, numbered, "exportCatalogue", CatalogueDialog)
    assert isinstance(dialog, CatalogueDialog)
    assert not dialog.go.isEnabled(), "a folder is needed"
    dialog.folder.setText(str(tmp_path / "目录"))
    dialog.kind.setCurrentIndex(dialog.kind.findData(PDF))
    told: list[str] = []
    numbered.desk.told.connect(lambda done, _rest: told.append(done))
    dialog.go.click()
    settled(qtbot, numbered.desk)
    (made,) = (tmp_path / "目录").glob("*.pdf")
    assert made.name in told[0]
    with pypdfium2.PdfDocument(made) as document:
        assert len(document) >= 1
        width, height = document[0].get_size()
        assert width > height, "landscape, with boxes to sign"


def test_every_format_of_a_template_is_offered_by_name(qtbot: QtBot, numbered: TransferScreen) -> None:
    dialog = opened(qtbot, numbered, "exportCatalogue", CatalogueDialog)
    assert isinstance(dialog, CatalogueDialog)
    for place in range(dialog.template.count()):
        dialog.template.setCurrentIndex(place)
        assert dialog.kind.findData(PDF) == dialog.kind.count() - 1
        assert dialog.kind.count() >= 2


def test_the_note_in_a_box_counts_what_is_inside(
    qtbot: QtBot, numbered: TransferScreen, tmp_path: Path
) -> None:
    dialog = opened(qtbot, numbered, "boxNote", BoxNoteDialog)
    assert isinstance(dialog, BoxNoteDialog)
    dialog.last.setCurrentIndex(1)
    dialog.condition.setText("第2页有虫蛀。")
    told: list[str] = []
    numbered.desk.told.connect(lambda done, _rest: told.append(done))
    dialog.write_to(tmp_path / "备考表.docx")
    settled(qtbot, numbered.desk)
    assert (tmp_path / "备考表.docx").exists()
    assert "2 件" in told[0]
    assert "虫蛀" in told[0]


def test_codes_in_the_wrong_order_are_refused(qtbot: QtBot, numbered: TransferScreen, tmp_path: Path) -> None:
    dialog = opened(qtbot, numbered, "boxNote", BoxNoteDialog)
    assert isinstance(dialog, BoxNoteDialog)
    dialog.first.setCurrentIndex(2)
    dialog.last.setCurrentIndex(0)
    failed: list[object] = []
    numbered.desk.failed.connect(failed.append)
    dialog.write_to(tmp_path / "备考表.docx")
    settled(qtbot, numbered.desk)
    assert "次序颠倒" in str(failed[0])


def test_the_public_list_is_written_with_what_was_left_out(
    qtbot: QtBot, numbered: TransferScreen, tmp_path: Path
) -> None:
    dialog = opened(qtbot, numbered, "publicList", PublicListDialog)
    assert isinstance(dialog, PublicListDialog)
    dialog.folder.setText(str(tmp_path))
    told: list[str] = []
    numbered.desk.told.connect(lambda done, _rest: told.append(done))
    dialog.go.click()
    settled(qtbot, numbered.desk)
    assert "列入 0 件" in told[0], "nothing has left the office yet"
    assert {path.suffix for path in tmp_path.iterdir()} >= {".xlsx", ".html"}
