"""移交: what a package is told, and a template made from the receiver's example sheet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.archival import RetentionPeriod
from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.review import Decision
from app.domain.transfer import AccessStatus
from app.errors import AppError
from app.formats.write.workbook import Sheet, write_workbook
from app.review import decide
from app.store import queries
from app.store.transfer_candidates import InSight
from app.transfer.mapping import template_from_sheet
from app.transfer.package.build import Carrier
from app.transfer.package.layout import PackageLayout
from app.transfer.prepare import Filing, describe_documents
from app.transfer.profile import profile_of
from app.transfer.select import select_ready
from app.transfer.templates import load_templates, templates_of
from app.ui.desk import Desk
from app.ui.room import Room
from app.ui.transfer import work
from app.ui.transfer.dialogs import BuildDialog
from app.ui.transfer.mapping import EXAMPLE, MappingDialog
from app.ui.transfer.screen import TransferScreen
from tests.ui.conftest import COUNT, settled
from tests.ui.holdings import APPROVER, PIN, REVIEWER

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> TransferScreen:
    made = TransferScreen(desk)
    show(made)
    return made


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    path = tmp_path / "县档案馆样表.xlsx"
    rows = [("0042-WS·2016-Y-0001", "关于样表的通知", "20160512", "丙类")]
    write_workbook(path, [Sheet("样表", ("档号", "题名", "成文日期", "馆内分类"), rows)])
    return path


def test_a_template_is_made_from_an_example_sheet(qtbot: QtBot, room: TransferScreen, sheet: Path) -> None:
    room.propose_template(sheet)
    settled(qtbot, room.desk)
    editor = room.findChild(MappingDialog)
    assert [box.currentData() for box in editor.boxes] == [
        "archival_code",
        "title",
        "dated_on",
        "unassigned",
    ]
    assert "1 列" in editor.told.text()
    editor.boxes[3].setCurrentIndex(editor.boxes[3].findData("genre"))
    assert "每一列" in editor.told.text()
    editor.keep.click()
    settled(qtbot, room.desk)
    own = templates_of(room.desk.catalogue.folder).keys() - load_templates().keys()
    assert len(own) == 1
    kept = templates_of(room.desk.catalogue.folder)[own.pop()]
    assert kept.name == "县档案馆样表"
    assert kept.sources == ("archival_code", "title", "dated_on", "genre")
    assert kept.columns[2].transform == "date8"


def test_the_editor_shows_how_a_value_will_be_written(room: TransferScreen, sheet: Path) -> None:
    values = {"title": "关于样表的通知", "dated_on": "2016-05-12"}
    editor = MappingDialog(template_from_sheet(sheet, "own", "样表"), values, room)
    assert editor.table.item(2, EXAMPLE).text() == "20160512"


def test_a_sheet_without_heads_is_refused_calmly(qtbot: QtBot, room: TransferScreen, tmp_path: Path) -> None:
    errors: list[AppError] = []
    room.desk.failed.connect(errors.append)
    (tmp_path / "空.xlsx").write_bytes(b"no sheet")
    room.propose_template(tmp_path / "空.xlsx")
    settled(qtbot, room.desk)
    assert errors[0].advice


def test_the_dialog_says_what_to_build(room: TransferScreen) -> None:
    dialog = BuildDialog("3", load_templates(), room)
    assert not dialog.build.isEnabled(), "a folder is needed"
    dialog.folder.setText("/media/u盘")
    dialog.carrier.setCurrentIndex(1)
    dialog.media.setCurrentIndex(1)
    for number in range(dialog.templates.count()):
        dialog.templates.item(number).setCheckState(Qt.CheckState.Unchecked)
    dialog.templates.item(0).setCheckState(Qt.CheckState.Checked)
    order = dialog.order
    assert order.carrier is Carrier.BAG
    assert order.capacity == 4.7
    assert order.layout is PackageLayout.DAT_93_2022
    assert len(order.templates) == 1


def test_of_thousands_that_are_determined_the_oldest_are_listed_and_the_others_counted(
    qtbot: QtBot, room: TransferScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = room.desk.catalogue
    with catalogue.read() as connection:
        rows = queries.document_rows(connection, range(1, COUNT + 1)).values()
    chosen = [row.uuid for row in rows if row.dated_on and row.applicability is Applicability.OURS][:5]
    decision = Decision(DisclosureAttribute.ON_REQUEST, (), "涉及单位经营")
    for uuid in chosen:
        decide.propose(catalogue, uuid, decision, by=REVIEWER)
        decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    filing = Filing(retention=RetentionPeriod.PERMANENT, access_status=AccessStatus.NOT_REVIEWED)
    describe_documents(catalogue, chosen[:3], filing, by=REVIEWER)
    monkeypatch.setattr(work, "IN_SIGHT", InSight(filed=2, unfiled=1, undetermined=0))
    room.refresh()
    settled(qtbot, room.desk)
    listed = {item.document for item in room.ready.listed} | {row.document for row in room.waiting.listed}
    assert len(listed & set(chosen)) == 3
    assert "2+" in room.view.tabs.tabText(0) + room.view.tabs.tabText(1)
    assert "另有 1 件已审定并填好归档信息" in room.view.notice.text()
    assert "另有 1 件已审定、还没填归档信息" in room.view.notice.text()
    assert len(work.all_ready(catalogue)) == len(select_ready(catalogue, profile_of(catalogue)).ready)
