"""复审: the keys in every pane, with and without an input method; queue, undo, batches."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, update

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Decision, ReviewState
from app.review import decide
from app.review.groups import GroupMember, GroupPreview
from app.store import determinations, queries
from app.store.tables.grouping import relation
from app.store.tables.holdings import document
from app.ui.desk import Desk, Destination, RoomName
from app.ui.memory import Memory
from app.ui.reader.approval import ApprovalDialog
from app.ui.review.group import GroupDialog
from app.ui.review.jobs import JobsDialog
from app.ui.review.keys import KEYS, Command, KeyMap, remembered_keys, typed_name
from app.ui.review.legend import Legend
from app.ui.review.pace import DECISIONS_TO_BELIEVE, SECONDS_AT_FIRST, Pace
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from tests.ui.conftest import COUNT, settled
from tests.ui.holdings import APPROVER, PIN, REVIEWER

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> ReviewScreen:
    made = ReviewScreen(desk)
    show(made)
    return made


def type_text(
    target: QWidget, text: str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Send what an input method commits as plain key presses: no key code, only the text."""
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, text))


def current(room: ReviewScreen) -> int:
    assert room.work.record is not None
    return room.work.record.row.id


def states(room: ReviewScreen) -> dict[int, ReviewState]:
    with room.desk.catalogue.read() as connection:
        return {
            n: row.review_state for n, row in queries.document_rows(connection, range(1, COUNT + 1)).items()
        }


def test_queue_begins_with_the_oldest_open_document(room: ReviewScreen) -> None:
    assert len(room.model.ids) == COUNT
    assert current(room) == room.model.ids[0]
    assert str(COUNT) in room.view.queues.tabText(0)


def test_qt_finds_no_fault_with_the_model(qtbot: QtBot, room: ReviewScreen) -> None:
    QAbstractItemModelTester(room.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    room.refresh()
    settled(qtbot, room.desk)


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("1", DisclosureAttribute.PROACTIVE),
        ("2", DisclosureAttribute.ON_REQUEST),
        ("3", DisclosureAttribute.WITHHELD),
        ("１", DisclosureAttribute.PROACTIVE),
        ("２", DisclosureAttribute.ON_REQUEST),
        ("３", DisclosureAttribute.WITHHELD),
    ],
)
def test_digits_choose_with_and_without_input_method(
    room: ReviewScreen, typed: str, chosen: DisclosureAttribute
) -> None:
    type_text(room.view.table, typed)
    assert room.view.card.decision.form.attribute is chosen


@pytest.mark.parametrize("pane", ["table", "reading", "basis", "redactions", "queues", "card", "room"])
def test_keys_work_in_every_pane(room: ReviewScreen, pane: str) -> None:
    panes = {
        "table": room.view.table,
        "reading": room.view.reader.pane,
        "basis": room.view.card.decision.form.basis,
        "redactions": room.view.card.decision.form.redactions.list,
        "queues": room.view.queues,
        "card": room.view.card.tabs,
        "room": room,
    }
    type_text(panes[pane], "２")
    assert room.view.card.decision.form.attribute is DisclosureAttribute.ON_REQUEST


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("【", "["),
        ("】", "]"),
        ("、", "/"),
        ("？", "?"),
        ("ｊ", "J"),
        ("\u3000", "SPACE"),
        ("Ｒ", "R"),
        ("／", "/"),
        ("！", "SHIFT+1"),
        ("＠", "SHIFT+2"),
        ("＃", "SHIFT+3"),
        ("￥", "SHIFT+4"),
        ("＄", "SHIFT+4"),
    ],
)
def test_input_method_characters_are_read_as_their_keys(typed: str, name: str) -> None:
    assert typed_name(typed) == name


def test_every_letter_and_bracket_has_a_second_way() -> None:
    single = [key for key in KEYS if len(key.first) == 1 and not key.first.isdigit()]
    assert single
    assert all(key.second and (len(key.second) > 1) for key in single)


def test_no_two_commands_share_a_key() -> None:
    names = [name for one in KEYS for name in (one.first.upper(), one.second.upper()) if name]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("key", "modifiers", "command"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier, Command.SUBMIT),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, Command.SUBMIT),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Command.UNDO),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier, Command.PREVIOUS_HIT),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.KeypadModifier, Command.NEXT),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier, None),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, Command.ACCEPT),
        (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier, Command.SIGN),
        (Qt.Key.Key_W, Qt.KeyboardModifier.NoModifier, None),
    ],
)
def test_keys_mean_what_the_card_says(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, command: Command | None
) -> None:
    assert KeyMap().command(QKeyEvent(QEvent.Type.KeyPress, key, modifiers)) is command


def test_letters_typed_as_a_reason_stay_letters(room: ReviewScreen) -> None:
    type_text(room.view.table, "2")
    reason = room.view.card.decision.form.reason
    before = current(room)
    for letter in "jr1 ":
        type_text(reason, letter)
    assert reason.toPlainText() == "jr1 "
    assert current(room) == before


def accept(qtbot: QtBot, room: ReviewScreen) -> int:
    document = current(room)
    type_text(room.view.table, " ")
    settled(qtbot, room.desk)
    return document


def go_to_acceptable(qtbot: QtBot, room: ReviewScreen, after: int = 0) -> None:
    """Stand on a document whose suggestion can be accepted as it is."""
    for place, number in enumerate(room.model.ids):
        if place >= after and number % 3 == 1 and number % 5:
            room.view.table.stand_on(place)
            settled(qtbot, room.desk)
            return


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
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
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
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
    settled(qtbot, room.desk)
    assert {states(room)[number] for number in first} == {ReviewState.APPROVED}


def accept_two(qtbot: QtBot, room: ReviewScreen) -> tuple[int, int]:
    go_to_acceptable(qtbot, room)
    place = room.view.table.currentIndex().row()
    first = accept(qtbot, room)
    go_to_acceptable(qtbot, room, after=place + 1)
    return first, accept(qtbot, room)


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


def test_legend_lists_every_key_and_keeps_changes(qtbot: QtBot, memory: Memory) -> None:
    legend = Legend(memory)
    qtbot.addWidget(legend)
    legend._fields[Command.SAME].setText("s")
    legend.accept()
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, Qt.KeyboardModifier.NoModifier, "s")
    assert remembered_keys(memory).command(event) is Command.SAME


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
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
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


def test_a_document_without_twins_says_so(qtbot: QtBot, room: ReviewScreen) -> None:
    told: list[str] = []
    room.desk.told.connect(lambda done, _rest: told.append(done))
    go_to_acceptable(qtbot, room)
    type_text(room.view.table, "ｇ")
    settled(qtbot, room.desk)
    assert told == ["没有与这一件同组的公文。"]


def test_group_leaves_out_what_does_not_fit(qtbot: QtBot) -> None:
    decision = Decision(DisclosureAttribute.PROACTIVE)
    members = (
        GroupMember("a", "通知", "undetermined"),
        GroupMember("b", "通知", "undetermined", outlier="多出身份证号"),
        GroupMember("c", "通知", "undetermined"),
    )
    dialog = GroupDialog(GroupPreview(decision, members))
    qtbot.addWidget(dialog)
    assert dialog.excluded == {"b"}
    assert "2" in dialog.go.text()
    wanted: list[frozenset[str]] = []
    dialog.wanted.connect(wanted.append)
    dialog.members.topLevelItem(2).setCheckState(0, Qt.CheckState.Unchecked)
    dialog.go.click()
    assert wanted == [{"b", "c"}]


def test_shift_and_a_digit_decide_the_whole_group(qtbot: QtBot, room: ReviewScreen) -> None:
    told: list[str] = []
    room.desk.told.connect(lambda done, _rest: told.append(done))
    type_text(room.view.table, "＠", Qt.KeyboardModifier.ShiftModifier)
    settled(qtbot, room.desk)
    assert room.view.card.decision.form.attribute is DisclosureAttribute.ON_REQUEST
    assert told == ["没有与这一件同组的公文。"]


def relate(room: ReviewScreen, one: int, other: int) -> None:
    """Let two documents count as nearly the same text."""
    with room.desk.catalogue.write(by=REVIEWER, action="group.relations") as unit:
        unit.connection.execute(
            insert(relation).values(document_id=one, other_id=other, kind="near_duplicate", similarity=0.97)
        )
        unit.record("test", [Change("count", None, "1")])
        unit.commit()


def test_a_group_shows_where_a_member_differs_and_is_decided_together(
    qtbot: QtBot, room: ReviewScreen
) -> None:
    with room.desk.catalogue.write(by=REVIEWER, action="test.fill") as unit:
        unit.connection.execute(update(document).values(document_number=None, disclosure_mark=None))
        unit.record("test", [])
        unit.commit()
    relate(room, 1, 8)
    room.arrive(Destination(RoomName.REVIEW, document=1))
    settled(qtbot, room.desk)
    type_text(room.view.table, "2")
    room.view.card.decision.form.reason.setPlainText("涉及单位经营情况")
    type_text(room.view.table, "Ｇ")
    settled(qtbot, room.desk)
    dialog = room.findChild(GroupDialog)
    assert dialog is not None
    dialog.members.setCurrentItem(dialog.members.topLevelItem(1))
    settled(qtbot, room.desk)
    assert "首件" in dialog.lines.toPlainText()
    assert "2" in dialog.go.text()
    dialog.go.click()
    settled(qtbot, room.desk)
    assert states(room)[1] is states(room)[8] is ReviewState.PROPOSED


def test_a_choice_at_odds_with_a_twin_is_said(qtbot: QtBot, room: ReviewScreen) -> None:
    relate(room, 1, 8)
    catalogue = room.desk.catalogue
    with catalogue.read() as connection:
        twin = queries.document_row(connection, 8).uuid
    decide.propose(catalogue, twin, Decision(DisclosureAttribute.ON_REQUEST, (), "理由"), by=REVIEWER)
    decide.approve(catalogue, twin, by=APPROVER, pin=PIN)
    room.arrive(Destination(RoomName.REVIEW, document=1))
    settled(qtbot, room.desk)
    form = room.view.card.decision.form
    form.choose(DisclosureAttribute.WITHHELD)
    settled(qtbot, room.desk)
    assert "不一致" in form.alarm.text()
    form.choose(DisclosureAttribute.ON_REQUEST)
    settled(qtbot, room.desk)
    assert form.alarm.text() == ""


def test_a_precedent_can_be_followed(qtbot: QtBot, room: ReviewScreen) -> None:
    relate(room, 1, 8)
    catalogue = room.desk.catalogue
    with catalogue.read() as connection:
        twin = queries.document_row(connection, 8).uuid
    decide.propose(catalogue, twin, Decision(DisclosureAttribute.ON_REQUEST, (), "涉及经营"), by=REVIEWER)
    decide.approve(catalogue, twin, by=APPROVER, pin=PIN)
    room.arrive(Destination(RoomName.REVIEW, document=1))
    settled(qtbot, room.desk)
    qtbot.waitUntil(lambda: room.view.card.decision.precedents.isVisibleTo(room), timeout=10_000)
    panel = room.view.card.decision.precedents
    panel.wanted.emit(panel._found[0].decision)
    assert room.view.card.decision.form.reason.toPlainText() == "涉及经营"


def test_two_commands_cannot_have_one_key(qtbot: QtBot, memory: Memory) -> None:
    legend = Legend(memory)
    qtbot.addWidget(legend)
    legend._fields[Command.SAME].setText("g")
    assert legend.clashes
    assert not legend.close_button.isEnabled()
    legend._fields[Command.SAME].setText("s")
    assert legend.close_button.isEnabled()


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
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=20_000)
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


def test_shift_and_four_flags_the_whole_group_after_a_preview(qtbot: QtBot, room: ReviewScreen) -> None:
    relate(room, 1, 8)
    room.arrive(Destination(RoomName.REVIEW, document=1))
    settled(qtbot, room.desk)
    type_text(room.view.table, "￥", Qt.KeyboardModifier.ShiftModifier)
    settled(qtbot, room.desk)
    dialog = room.findChild(GroupDialog)
    assert dialog is not None
    assert "2" in dialog.go.text()
    assert states(room)[1] is ReviewState.OPEN, "nothing is written before the button"
    dialog.go.click()
    settled(qtbot, room.desk)
    assert states(room)[1] is states(room)[8] is ReviewState.FLAGGED


def test_single_keys_can_be_switched_off(qtbot: QtBot, memory: Memory) -> None:
    legend = Legend(memory)
    qtbot.addWidget(legend)
    legend.single.setChecked(False)
    legend.accept()
    keys = remembered_keys(memory)
    plain, control = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    assert keys.command(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, plain, "1")) is None
    assert keys.command(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, plain, " ")) is None
    assert keys.command(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, plain)) is Command.ACCEPT
    assert keys.command(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, control, "\x1a")) is Command.UNDO
