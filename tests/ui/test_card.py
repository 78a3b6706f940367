"""The decision card: statements asked for by the transition, places to cover, secrecy, later reviews."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.domain.disclosure import DisclosureAttribute
from app.domain.people import PersonRole
from app.domain.review import Act, Decision, ReviewState
from app.review import decide, flag, people
from app.store import determinations, queries
from app.store.tables.classification import suggestion
from app.ui.desk import Desk, Destination, RoomName
from app.ui.reader.approval import ApprovalDialog
from app.ui.reader.decision import DecisionForm
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from tests.ui.conftest import is_closed, settled
from tests.ui.holdings import APPROVER, IDENTITY, PIN, REVIEWER, text_of

Show = Callable[[Room], Room]
SECRECY = "赵样例"


@pytest.fixture
def room(desk: Desk, show: Show) -> ReviewScreen:
    made = ReviewScreen(desk)
    show(made)
    return made


def uuid_of(room: ReviewScreen, number: int) -> str:
    with room.desk.catalogue.read() as connection:
        return queries.document_row(connection, number).uuid


def put_in_force(room: ReviewScreen, number: int, decision: Decision) -> None:
    catalogue, uuid = room.desk.catalogue, uuid_of(room, number)
    decide.propose(catalogue, uuid, decision, by=REVIEWER)
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)


def stand_on(qtbot: QtBot, room: ReviewScreen, number: int) -> DecisionForm:
    room.arrive(Destination(RoomName.REVIEW, document=number))
    settled(qtbot, room.desk)
    assert room.work.record is not None
    assert room.work.record.row.id == number
    return room.view.card.decision.form


def state(room: ReviewScreen, number: int) -> ReviewState:
    with room.desk.catalogue.read() as connection:
        return queries.document_row(connection, number).review_state


@pytest.mark.parametrize(
    ("basis", "keys"),
    [
        ("N-16-1", {"changed_circumstances"}),
        ("N-15-1", {"third_party", "public_interest"}),
        ("N-14-3", {"head_approval"}),
    ],
)
def test_opening_what_was_withheld_asks_for_its_statement(
    qtbot: QtBot, room: ReviewScreen, basis: str, keys: set[str]
) -> None:
    people.add_person(room.desk.catalogue, SECRECY, [PersonRole.SECRECY_REVIEWER], by=REVIEWER)
    catalogue, uuid = room.desk.catalogue, uuid_of(room, 1)
    decide.propose(catalogue, uuid, Decision(DisclosureAttribute.WITHHELD, (basis,), "理由"), by=REVIEWER)
    if basis.startswith("N-14"):
        decide.review_secrecy(catalogue, uuid, by=SECRECY)
    decide.approve(catalogue, uuid, by=APPROVER, pin=PIN)
    form = stand_on(qtbot, room, 1)
    form.choose(DisclosureAttribute.PROACTIVE)
    assert set(form.statements.fields) == keys
    assert form.faults.text(), "the sentence says why"
    form.reason.setPlainText("情况有变")
    assert not form.submit.isEnabled()
    form.statements.fields[min(keys)].setText("已核实，附书面材料")
    assert form.submit.isEnabled()


def test_nothing_is_asked_that_the_transition_does_not_need(qtbot: QtBot, room: ReviewScreen) -> None:
    form = stand_on(qtbot, room, 1)
    form.choose(DisclosureAttribute.ON_REQUEST)
    assert not form.statements.fields
    assert not form.statements.isVisibleTo(form)


def test_taking_something_offline_asks_for_the_places(qtbot: QtBot, room: ReviewScreen) -> None:
    put_in_force(room, 1, Decision(DisclosureAttribute.PROACTIVE, ("A-20-1",)))
    form = stand_on(qtbot, room, 1)
    form.choose(DisclosureAttribute.ON_REQUEST)
    form.reason.setPlainText("内容涉及企业")
    assert set(form.statements.fields) == {"takedown"}
    form.statements.fields["takedown"].setText("2026-12-01 下线，县政府网站一处")
    form.send()
    settled(qtbot, room.desk)
    with room.desk.catalogue.read() as connection:
        made = determinations.live(connection, 1)
    assert made is not None
    assert "2026-12-01" in made.decision.attachments["takedown"]


def test_places_found_are_listed_and_one_can_be_left_open(qtbot: QtBot, room: ReviewScreen) -> None:
    form = stand_on(qtbot, room, 10)
    form.choose(DisclosureAttribute.PROACTIVE)
    form.redactions.cover.setChecked(True)
    assert form.redactions.list.count() == 1
    assert form.submit.isEnabled()
    form.redactions.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not form.submit.isEnabled(), "an identity number must not be published"


def test_a_selected_place_is_covered_too(qtbot: QtBot, room: ReviewScreen) -> None:
    form = stand_on(qtbot, room, 10)
    form.choose(DisclosureAttribute.PROACTIVE)
    form.redactions.cover.setChecked(True)
    text = text_of(10)
    start = text.index("周样例")
    cursor = room.view.reader.pane.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + 3, cursor.MoveMode.KeepAnchor)
    room.view.reader.pane.setTextCursor(cursor)
    form.redactions.add.click()
    identity = text.index(IDENTITY)
    assert set(form.decision.redactions) == {(start, start + 3), (identity, identity + len(IDENTITY))}


def test_a_day_in_the_past_is_refused_and_a_later_one_is_kept(qtbot: QtBot, room: ReviewScreen) -> None:
    form = stand_on(qtbot, room, 1)
    form.choose(DisclosureAttribute.ON_REQUEST)
    form.reason.setPlainText("涉及企业经营")
    for wrong in ("2001-01-01", "明年", "20990101"):
        form.later.day.setText(wrong)
        assert not form.submit.isEnabled(), wrong
    day = (date.today() + timedelta(days=90)).isoformat()
    form.later.day.setText(day)
    assert form.decision.next_review_on == day
    assert form.submit.isEnabled()


def test_the_rules_own_day_stands_where_nobody_names_one(qtbot: QtBot, room: ReviewScreen) -> None:
    form = stand_on(qtbot, room, 1)
    form.choose(DisclosureAttribute.WITHHELD)
    today = date.today()
    assert form.later.day.placeholderText().startswith(str(today.year + 1))


def test_a_secrecy_review_is_signed_before_the_approval(qtbot: QtBot, room: ReviewScreen) -> None:
    people.add_person(room.desk.catalogue, SECRECY, [PersonRole.SECRECY_REVIEWER], by=REVIEWER)
    form = stand_on(qtbot, room, 1)
    form.choose(DisclosureAttribute.PROACTIVE)
    form.later.secrecy.setChecked(True)
    form.send()
    settled(qtbot, room.desk)
    stand_on(qtbot, room, 1)
    room.view.card.decision.approval_wanted.emit()
    settled(qtbot, room.desk)
    first = room.findChild(ApprovalDialog)
    assert first is not None
    assert list(first.people) == [SECRECY]
    first.approve.click()
    settled(qtbot, room.desk)
    assert is_closed(first)
    with room.desk.catalogue.read() as connection:
        made = determinations.live(connection, 1)
    assert made is not None
    assert made.awaits is Act.APPROVE
    assert any(signature.act is Act.SECRECY_REVIEW for signature in made.signatures)


def test_ctrl_and_a_digit_fill_in_a_usual_decision(qtbot: QtBot, room: ReviewScreen) -> None:
    form = stand_on(qtbot, room, 1)
    qtbot.keyClick(room.view.table, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert form.attribute is DisclosureAttribute.WITHHELD
    assert form.decision.basis == ("N-16-1",)
    assert form.decision.reason
    assert state(room, 1) is ReviewState.OPEN, "nothing is sent before Enter"


def test_a_change_since_the_document_was_shown_makes_one_look_again(qtbot: QtBot, room: ReviewScreen) -> None:
    form = stand_on(qtbot, room, 1)
    form.choose(DisclosureAttribute.ON_REQUEST)
    form.reason.setPlainText("涉及企业经营")
    flag.flag(room.desk.catalogue, uuid_of(room, 1), by=REVIEWER)
    failed: list[object] = []
    room.desk.failed.connect(failed.append)
    form.send()
    settled(qtbot, room.desk)
    assert len(failed) == 1
    assert state(room, 1) is ReviewState.FLAGGED


def test_what_waits_is_told_once(qtbot: QtBot, room: ReviewScreen) -> None:
    stand_on(qtbot, room, 1).choose(DisclosureAttribute.PROACTIVE)
    room.view.card.decision.form.send()
    settled(qtbot, room.desk)
    stand_on(qtbot, room, 1)
    panel = room.view.card.decision
    assert "待审定" in panel.waiting.text()
    assert panel.history.isHidden()


def test_nothing_is_offered_to_accept_that_is_not_ours_to_decide(qtbot: QtBot, room: ReviewScreen) -> None:
    stand_on(qtbot, room, 1)
    assert not room.view.card.decision.accept.isHidden()
    with room.desk.catalogue.write(by=REVIEWER, action="test.fill") as unit:
        unit.connection.execute(
            update(suggestion).where(suggestion.c.document_id == 2).values(applicability="other_maker")
        )
        unit.record("test", [])
        unit.commit()
    stand_on(qtbot, room, 2)
    assert room.view.card.decision.accept.isHidden()
