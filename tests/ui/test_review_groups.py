"""复审: documents that belong together are decided together; twins and precedents are told."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, update

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute
from app.domain.review import Decision, ReviewState
from app.review import decide
from app.review.groups import GroupMember, GroupPreview
from app.store import queries
from app.store.tables.grouping import relation
from app.store.tables.holdings import document
from app.ui.desk import Desk, Destination, RoomName
from app.ui.review.group import GroupDialog
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from tests.ui.conftest import settled
from tests.ui.holdings import APPROVER, PIN, REVIEWER
from tests.ui.reviewing import go_to_acceptable, states, type_text

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> ReviewScreen:
    made = ReviewScreen(desk)
    show(made)
    return made


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
    qtbot.waitUntil(lambda: room.view.card.decision.precedents.isVisibleTo(room))
    panel = room.view.card.decision.precedents
    panel.wanted.emit(panel._found[0].decision)
    assert room.view.card.decision.form.reason.toPlainText() == "涉及经营"


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
