"""移交: what a package is told, and a template made from the receiver's example sheet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.errors import AppError
from app.formats.write.workbook import Sheet, write_workbook
from app.transfer.mapping import template_from_sheet
from app.transfer.package.build import Carrier
from app.transfer.package.layout import PackageLayout
from app.transfer.templates import load_templates, templates_of
from app.ui.desk import Desk
from app.ui.room import Room
from app.ui.transfer.dialogs import BuildDialog
from app.ui.transfer.mapping import EXAMPLE, MappingDialog
from app.ui.transfer.screen import TransferScreen
from tests.ui.conftest import settled

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
    dialog = BuildDialog(3, load_templates(), room)
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
