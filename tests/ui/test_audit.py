"""审计: verification, the history of one document, the log handed out with its verifier."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Decision
from app.review import decide
from app.review.trail import Verdict
from app.store import audit, queries
from app.store.audit import Fault
from app.store.subjects import subjects
from app.ui.audit.screen import AuditScreen, described_verdict
from app.ui.audit.table_model import Line, named_in, summary
from app.ui.desk import Desk, Destination, RoomName
from app.ui.room import Room
from tests.ui.conftest import settled
from tests.ui.holdings import APPROVER, PIN, REVIEWER

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> AuditScreen:
    with desk.catalogue.read() as connection:
        uuid = queries.document_row(connection, 2).uuid
    decision = Decision(DisclosureAttribute.ON_REQUEST, (), "涉及单位经营情况")
    decide.propose(desk.catalogue, uuid, decision, by=REVIEWER)
    decide.approve(desk.catalogue, uuid, by=APPROVER, pin=PIN)
    made = AuditScreen(desk)
    show(made)
    return made


def test_the_newest_entry_comes_first(room: AuditScreen) -> None:
    assert room.model.ids[0] == max(room.model.ids)
    assert APPROVER in room.details.toPlainText()


def test_a_document_is_called_by_its_number_and_its_uuid_stands_in_the_tip(room: AuditScreen) -> None:
    with room.desk.catalogue.read() as connection:
        row = queries.document_row(connection, 2)
    place = [column.name for column in room.model.columns].index("subject")
    cell = room.model.index(0, place)
    assert cell.data() == (row.document_number or f"《{row.title}》")
    assert row.uuid in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert row.title in room.details.toPlainText()
    assert row.uuid in room.details.toPlainText()


def test_no_name_is_written_into_the_trail(room: AuditScreen) -> None:
    with room.desk.catalogue.read() as connection:
        title = queries.document_row(connection, 2).title
        stored = list(audit.entries(connection))
    assert title
    assert not [entry for entry in stored if title.encode() in entry.canonical]


def test_the_document_of_an_entry_is_opened(room: AuditScreen) -> None:
    wanted: list[Destination] = []
    room.desk.wanted.connect(wanted.append)
    assert room.open.isVisible()
    room.open.click()
    room.table.activated.emit(room.table.currentIndex())
    assert [(each.room, each.document) for each in wanted] == [(RoomName.DOCUMENTS, 2)] * 2


def test_what_is_no_document_has_nothing_to_open(qtbot: QtBot, room: AuditScreen) -> None:
    room.table.stand_on(len(room.model.ids) - 1)
    settled(qtbot, room.desk)
    assert not room.open.isVisible()


def test_values_that_name_a_document_show_its_name(desk: Desk) -> None:
    with desk.catalogue.write(by=REVIEWER, action="sample.read") as unit:
        row = queries.document_row(unit.connection, 3)
        unit.record("some-sample", [Change("document", None, row.uuid), Change("note", None, "无")])
        unit.commit()
    with desk.catalogue.read() as connection:
        (entry,) = audit.entries(connection, subject="some-sample")
        line = Line(entry, subjects(connection, named_in([entry])))
    assert row.uuid not in summary(line)
    assert (row.document_number or row.title) in summary(line)


def test_qt_finds_no_fault_with_the_model(qtbot: QtBot, room: AuditScreen) -> None:
    QAbstractItemModelTester(room.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    room.refresh()
    settled(qtbot, room.desk)


def test_an_untouched_trail_verifies(qtbot: QtBot, room: AuditScreen) -> None:
    room.verify.click()
    settled(qtbot, room.desk)
    assert "没有被改动" in room.verdict.text()
    assert room.verify.isEnabled()


def test_an_attribute_changed_behind_the_trail_is_found(qtbot: QtBot, room: AuditScreen) -> None:
    with room.desk.catalogue.write(by=REVIEWER, action="test.fill") as unit:
        unit.connection.execute(text("UPDATE document SET attribute = 'proactive' WHERE id = 5"))
        unit.record("test", [])
        unit.commit()
    room.verify.click()
    settled(qtbot, room.desk)
    assert "1 件公文" in room.verdict.text()
    assert room.verdict.property("role") == "danger"


def test_faults_are_listed_by_their_number() -> None:
    told = described_verdict(Verdict((Fault(7, "记录本身被改动"),), (), (9, "ab")))
    assert "第 7 条" in told


def test_one_document_has_its_own_history(qtbot: QtBot, room: AuditScreen) -> None:
    room.arrive(Destination(RoomName.AUDIT, document=2))
    settled(qtbot, room.desk)
    assert len(room.model.ids) == 2
    assert "经过" in room.count.text()
    assert room.model.row(0) is not None, "its rows are read"
    room.everything.click()
    settled(qtbot, room.desk)
    assert len(room.model.ids) > 2


def test_the_exported_log_is_verified_without_the_program(
    qtbot: QtBot, room: AuditScreen, tmp_path: Path
) -> None:
    folder = tmp_path / "审计记录"
    room.export_to(folder)
    settled(qtbot, room.desk)
    done = subprocess.run(
        [sys.executable, "check_audit.py"], cwd=folder, capture_output=True, check=False, timeout=6000
    )
    assert done.returncode == 0, done.stderr.decode()


def test_a_folder_in_use_is_refused(qtbot: QtBot, room: AuditScreen, tmp_path: Path) -> None:
    failed: list[object] = []
    room.desk.failed.connect(failed.append)
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "另有文件.txt").write_text("在用", encoding="utf-8")
    room.export_to(tmp_path / "x")
    settled(qtbot, room.desk)
    assert len(failed) == 1
