"""复审: queue, undo, batches."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.review import ReviewState
from app.store import counts, determinations
from app.store.tables.holdings import document
from app.ui.desk import Desk, Destination, RoomName, Topic
from app.ui.reader.approval import ApprovalDialog
from app.ui.review.jobs import JobsDialog
from app.ui.review.pace import DECISIONS_TO_BELIEVE, SECONDS_AT_FIRST, Pace
from app.ui.review.queue import read_queue
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from app.ui.tasks import Task
from app.ui.widgets.lazy_table import PAGE
from tests.ui.conftest import COUNT, is_closed, settled
from tests.ui.holdings import APPROVER, PIN, REVIEWER
from tests.ui.reviewing import accept, accept_two, current, go_to_acceptable, states, type_text

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> ReviewScreen:
    made = ReviewScreen(desk)
    show(made)
    return made


def test_queue_begins_with_the_oldest_open_document(room: ReviewScreen) -> None:
    assert len(room.model.ids) == COUNT
    assert current(room) == room.model.ids[0]
    assert str(COUNT) in room.view.queues.tabText(0)


def test_the_first_document_comes_with_the_queue(qtbot: QtBot, desk: Desk, show: Show) -> None:
    room, begun = ReviewScreen(desk), list[Task]()
    desk.runner.began.connect(lambda task: begun.append(task) if room.work.record is None else None)
    show(room)
    qtbot.waitUntil(lambda: bool(room.view.reader.pane.toPlainText()))
    assert len(begun) == 1
    assert room.model.row_count_here >= PAGE


def test_a_record_that_became_stale_while_the_queue_was_read_is_read_anew(
    qtbot: QtBot, room: ReviewScreen
) -> None:
    record = room.work.record
    assert record is not None
    before = room.records.edition
    room.desk.changed.emit(frozenset({Topic.DECISIONS}))
    room.records.keep(record, before)
    assert record.row.id not in room.records.known
    settled(qtbot, room.desk)
    assert record.row.id in room.records.known


@pytest.mark.parametrize("state", list(ReviewState))
@pytest.mark.parametrize("query", ["", "饮水"])
def test_the_queues_are_counted_as_the_overview_counts_them(
    room: ReviewScreen, state: ReviewState, query: str
) -> None:
    others = [each for each in ReviewState if each is not ReviewState.OPEN]
    with room.desk.catalogue.write(by=REVIEWER, action="test.fill") as unit:
        for number, other in enumerate(others, 1):
            there = document.c.id.in_(range(number * 10, number * 11))
            unit.connection.execute(update(document).where(there).values(review_state=other))
        not_ours = update(document).where(document.c.id > COUNT - 9)
        unit.connection.execute(not_ours.values(applicability=Applicability.PARTY))
        unit.record("test")
        unit.commit()
    with room.desk.catalogue.read() as connection:
        told = read_queue(connection, state, query, person=REVIEWER).counts
        assert {name: count for name, count in told.items() if count} == counts.by_review_state(connection)


def test_qt_finds_no_fault_with_the_model(qtbot: QtBot, room: ReviewScreen) -> None:
    QAbstractItemModelTester(room.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    room.refresh()
    settled(qtbot, room.desk)


def test_space_accepts_the_suggestion_and_goes_on(qtbot: QtBot, room: ReviewScreen) -> None:
    go_to_acceptable(qtbot, room)
    place = room.view.table.currentIndex().row()
    document = accept(qtbot, room)
    assert states(room)[document] is ReviewState.PROPOSED
    assert room.view.table.currentIndex().row() == place + 1
    assert len(room.model.ids) == COUNT, "the queue must not shrink under the reader's eyes"
    assert "1/" in room.view.progress_words.text()


def test_undo_takes_the_last_one_back_and_redo_sends_it_again(qtbot: QtBot, room: ReviewScreen) -> None:
    go_to_acceptable(qtbot, room)
    document = accept(qtbot, room)
    qtbot.keyClick(room.view.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, room.desk)
    assert states(room)[document] is ReviewState.OPEN
    assert current(room) == document
    qtbot.keyClick(
        room.view.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    settled(qtbot, room.desk)
    assert states(room)[document] is ReviewState.PROPOSED


def test_same_as_before_takes_attribute_and_reason(qtbot: QtBot, room: ReviewScreen) -> None:
    form = room.view.card.decision.form
    type_text(room.view.table, "2")
    form.reason.setPlainText("涉及企业经营数据")
    qtbot.keyClick(room.view.table, Qt.Key.Key_Return)
    settled(qtbot, room.desk)
    second = current(room)
    type_text(room.view.table, "r")
    settled(qtbot, room.desk)
    with room.desk.catalogue.read() as connection:
        made = determinations.live(connection, second)
    assert made is not None
    assert (made.decision.attribute, made.decision.reason) == (
        DisclosureAttribute.ON_REQUEST,
        "涉及企业经营数据",
    )


def test_four_flags_and_leaves_undetermined(qtbot: QtBot, room: ReviewScreen) -> None:
    document = current(room)
    type_text(room.view.table, "４")
    settled(qtbot, room.desk)
    assert states(room)[document] is ReviewState.FLAGGED
    assert current(room) != document
    room.view.choose_queue(ReviewState.FLAGGED)
    settled(qtbot, room.desk)
    assert room.model.ids == (document,)


def test_down_and_j_go_to_the_next_document(qtbot: QtBot, room: ReviewScreen) -> None:
    qtbot.keyClick(room.view.table, Qt.Key.Key_Down)
    settled(qtbot, room.desk)
    assert current(room) == room.model.ids[1]
    type_text(room.view.table, "ｊ")
    settled(qtbot, room.desk)
    assert current(room) == room.model.ids[2]


def test_arriving_stands_on_the_document_in_its_queue(qtbot: QtBot, room: ReviewScreen) -> None:
    go_to_acceptable(qtbot, room)
    document = accept(qtbot, room)
    room.arrive(Destination(RoomName.REVIEW, document=document))
    settled(qtbot, room.desk)
    assert room.view.queue is ReviewState.PROPOSED
    assert current(room) == document


def test_what_others_decide_does_not_wait_here(qtbot: QtBot, room: ReviewScreen) -> None:
    with room.desk.catalogue.write(by=REVIEWER, action="test.fill") as unit:
        unit.connection.execute(
            update(document).where(document.c.id <= 9).values(applicability="other_maker")
        )
        unit.record("test", [])
        unit.commit()
    told: list[str] = []
    room.desk.told.connect(lambda text, _more: told.append(text))
    room.refresh()
    settled(qtbot, room.desk)
    assert sorted(room.model.ids) == list(range(10, COUNT + 1))
    assert str(COUNT - 9) in room.view.queues.tabText(0)
    room.arrive(Destination(RoomName.REVIEW, document=5))
    settled(qtbot, room.desk)
    assert told == ["这一件不由本机关认定（转告制作机关），不在复审台。"]


def test_several_are_proposed_together_after_a_question(qtbot: QtBot, room: ReviewScreen) -> None:
    room.view.table.selectAll()
    assert str(COUNT) in room.view.together.text()
    room.view.together.click()
    settled(qtbot, room.desk)
    box = room.findChild(QMessageBox, "acceptTogether")
    assert box is not None
    told: list[str] = []
    room.desk.told.connect(lambda done, rest: told.append(done + rest))
    box.buttons()[0].click()
    qtbot.waitUntil(lambda: bool(told))
    proposed = sum(state is ReviewState.PROPOSED for state in states(room).values())
    assert 0 < proposed < COUNT
    assert f"{proposed} 件" in told[0]
    assert f"{COUNT - proposed} 件" in told[0]


def test_second_person_approves_what_waits_together(qtbot: QtBot, room: ReviewScreen) -> None:
    first = accept_two(qtbot, room)
    room.view.choose_queue(ReviewState.PROPOSED)
    settled(qtbot, room.desk)
    assert set(room.model.ids) == set(first)
    room.view.table.selectAll()
    room.view.together.click()
    settled(qtbot, room.desk)
    dialog = room.findChild(ApprovalDialog)
    assert dialog is not None
    assert dialog.person.currentText() == APPROVER
    dialog.pin.setText(PIN)
    dialog.approve.click()
    qtbot.waitUntil(lambda: is_closed(dialog))
    settled(qtbot, room.desk)
    assert {states(room)[number] for number in first} == {ReviewState.APPROVED}


def test_the_same_person_cannot_approve(qtbot: QtBot, room: ReviewScreen) -> None:
    go_to_acceptable(qtbot, room)
    document = accept(qtbot, room)
    room.arrive(Destination(RoomName.REVIEW, document=document))
    settled(qtbot, room.desk)
    room.view.card.decision.approval_wanted.emit()
    settled(qtbot, room.desk)
    dialog = room.findChild(ApprovalDialog)
    assert dialog is not None
    assert REVIEWER not in dialog.people


def test_pace_believes_the_clock_only_after_some_decisions() -> None:
    pace = Pace()
    assert pace.seconds_for(10) == 10 * SECONDS_AT_FIRST
    for second in range(0, 10 * (DECISIONS_TO_BELIEVE + 1), 10):
        pace.decided(float(second))
    assert pace.seconds_each == pytest.approx(10)
    pace.decided(10_000.0)
    assert pace.seconds_each == pytest.approx(10), "a pause does not count"


def test_a_batch_can_be_taken_back_with_a_reason(qtbot: QtBot, room: ReviewScreen) -> None:
    room.view.table.selectAll()
    room.view.together.click()
    settled(qtbot, room.desk)
    told: list[str] = []
    room.desk.told.connect(lambda done, rest: told.append(done + rest))
    room.findChild(QMessageBox, "acceptTogether").buttons()[0].click()
    qtbot.waitUntil(lambda: bool(told))
    settled(qtbot, room.desk)
    room.view.jobs.click()
    settled(qtbot, room.desk)
    dialog = room.findChild(JobsDialog)
    assert dialog is not None
    dialog.list.setCurrentRow(0)
    settled(qtbot, room.desk)
    assert not dialog.revert.isEnabled(), "a reason is needed"
    dialog.reason.setText("选错了范围")
    dialog.revert.click()
    settled(qtbot, room.desk)
    assert set(states(room).values()) == {ReviewState.OPEN}


def test_everything_that_waits_can_be_signed_without_selecting(qtbot: QtBot, room: ReviewScreen) -> None:
    first = accept_two(qtbot, room)
    room.view.choose_queue(ReviewState.PROPOSED)
    settled(qtbot, room.desk)
    assert room.view.together.isVisibleTo(room)
    assert "2" in room.view.together.text()
    room.view.together.click()
    settled(qtbot, room.desk)
    dialog = room.findChild(ApprovalDialog)
    assert dialog is not None
    dialog.pin.setText(PIN)
    dialog.approve.click()
    qtbot.waitUntil(lambda: is_closed(dialog))
    settled(qtbot, room.desk)
    assert {states(room)[number] for number in first} == {ReviewState.APPROVED}


def test_four_once_more_takes_the_flag_away(qtbot: QtBot, room: ReviewScreen) -> None:
    document = current(room)
    type_text(room.view.table, "4")
    settled(qtbot, room.desk)
    room.arrive(Destination(RoomName.REVIEW, document=document))
    settled(qtbot, room.desk)
    assert room.view.queue is ReviewState.FLAGGED
    type_text(room.view.table, "4")
    settled(qtbot, room.desk)
    assert states(room)[document] is ReviewState.OPEN
