"""复审 · 轮次与批次: making a round, taking a batch, reading it, bringing it back, opening it again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from app.domain.batching import BatchState, Grouping
from app.domain.disclosure import DisclosureAttribute
from app.domain.people import PersonRole
from app.domain.review import Decision, DeterminationState, ReviewState
from app.progress import Silent
from app.review import batches, decide, people, rounds
from app.store import determinations, queries, reindex, reviews
from app.store.reviews import Batch
from app.ui.desk import Desk, Topic
from app.ui.reader.approval import ApprovalDialog
from app.ui.review.leaves import DESK, ROUNDS
from app.ui.review.new_round import NewRoundDialog
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from tests.ui.conftest import COUNT, is_closed, settled
from tests.ui.holdings import APPROVER, REVIEWER
from tests.ui.reviewing import current, type_text

ROUND = "2025年定期审查"
Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> ReviewScreen:
    made = ReviewScreen(desk)
    show(made)
    return made


@pytest.fixture
def planned(qtbot: QtBot, room: ReviewScreen) -> ReviewScreen:
    """A round over everything, and its leaf open."""
    catalogue = room.desk.catalogue
    rounds.create_round(catalogue, ROUND, "", by=REVIEWER, grouping=Grouping.DATE, minutes=10)
    rounds.make_batches(catalogue, ROUND, Silent(), by=REVIEWER)
    room.view.open_leaf(ROUNDS)
    settled(qtbot, room.desk)
    return room


def held(room: ReviewScreen) -> list[Batch]:
    with room.desk.catalogue.read() as connection:
        found = reviews.round_named(connection, ROUND)
        assert found is not None
        return reviews.batches(connection, round_id=found.id)


def test_without_a_round_the_leaf_says_what_to_do_next(qtbot: QtBot, room: ReviewScreen) -> None:
    room.view.open_leaf(ROUNDS)
    settled(qtbot, room.desk)
    page = room.leaves.rounds.page
    assert page.make_first.isVisibleTo(page)
    page.make_first.click()
    settled(qtbot, room.desk)
    dialog = room.findChild(NewRoundDialog)
    assert dialog is not None
    assert str(COUNT) in dialog.found.text()


def test_a_round_is_made_from_a_query_and_cut_into_batches(qtbot: QtBot, room: ReviewScreen) -> None:
    reindex.index_missing(room.desk.catalogue, Silent(), by=REVIEWER)
    room.leaves.rounds.ask_round()
    settled(qtbot, room.desk)
    dialog = room.findChild(NewRoundDialog)
    assert dialog is not None
    dialog.name.setText(ROUND)
    dialog.query.setText("河道")
    dialog.minutes.setValue(5)
    dialog.make.click()
    settled(qtbot, room.desk)
    assert is_closed(dialog)
    made = held(room)
    assert len(made) > 1
    assert 0 < sum(batch.documents for batch in made) < COUNT


def test_a_mistake_in_the_query_keeps_the_dialog_open(qtbot: QtBot, room: ReviewScreen) -> None:
    room.leaves.rounds.ask_round()
    settled(qtbot, room.desk)
    dialog = room.findChild(NewRoundDialog)
    assert dialog is not None
    dialog.query.setText("年份:（")
    dialog.make.click()
    settled(qtbot, room.desk)
    assert dialog.isVisible()
    assert dialog.fault.text()
    assert dialog.query.text() == "年份:（"


def test_progress_and_persons_are_shown(planned: ReviewScreen) -> None:
    page = planned.leaves.rounds.page
    assert f"0/{COUNT}" in page.told.text()
    assert len(page.model.listed) == len(held(planned))
    assert page.rounds.currentText() == ROUND


def test_qt_finds_no_fault_with_the_models(qtbot: QtBot, planned: ReviewScreen) -> None:
    page = planned.leaves.rounds.page
    for model in (page.model, page.persons_model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    planned.leaves.rounds.refresh()
    settled(qtbot, planned.desk)


def take_first(qtbot: QtBot, room: ReviewScreen) -> Batch:
    room.leaves.rounds.page.table.stand_on(0)
    room.leaves.rounds.page.start.click()
    settled(qtbot, room.desk)
    assert room.batch is not None
    return room.batch


def test_taking_a_batch_puts_it_on_the_desk_in_its_order(qtbot: QtBot, planned: ReviewScreen) -> None:
    batch = take_first(qtbot, planned)
    assert planned.view.is_at_desk
    items = batches.batch_items(planned.desk.catalogue, batch.uuid)
    assert planned.model.ids == tuple(item.document_id for item in items)
    assert "第 1 批" in planned.view.batch_bar.name.text()
    assert held(planned)[0].state is BatchState.CHECKED_OUT


def test_a_decision_in_a_batch_counts_in_its_round(qtbot: QtBot, planned: ReviewScreen) -> None:
    take_first(qtbot, planned)
    document = current(planned)
    type_text(planned.view.table, "2")
    planned.view.card.decision.form.reason.setPlainText("涉及单位经营情况")
    qtbot.keyClick(planned.view.table, Qt.Key.Key_Return)
    settled(qtbot, planned.desk)
    with planned.desk.catalogue.read() as connection:
        made = determinations.live(connection, document)
        assert made is not None
        assert determinations.round_name_of(connection, made.id) == ROUND
    assert made.seconds is not None
    batch = held(planned)[0]
    assert batch.left == batch.documents - 1
    assert f"1/{batch.documents}" in planned.view.progress_words.text()


def test_what_is_decided_elsewhere_meanwhile_is_done_in_the_batch(
    qtbot: QtBot, planned: ReviewScreen
) -> None:
    batch = take_first(qtbot, planned)
    other = planned.model.ids[1]
    catalogue = planned.desk.catalogue
    with catalogue.read() as connection:
        uuid = queries.document_row(connection, other).uuid
    people.add_person(catalogue, "孙初审", {PersonRole.REVIEWER}, by=REVIEWER)
    decide.propose(catalogue, uuid, Decision(DisclosureAttribute.ON_REQUEST, (), "涉及单位经营"), by="孙初审")
    planned.desk.changed.emit(frozenset({Topic.DECISIONS}))
    settled(qtbot, planned.desk)
    assert f"1/{batch.documents}" in planned.view.progress_words.text()
    planned.view.table.stand_on(1)
    settled(qtbot, planned.desk)
    assert current(planned) == other
    assert "孙初审" in planned.view.card.decision.waiting.text()


def test_the_desk_offers_to_go_on_with_a_batch_taken_before(qtbot: QtBot, planned: ReviewScreen) -> None:
    batch = take_first(qtbot, planned)
    planned.leave_batch()
    settled(qtbot, planned.desk)
    bar = planned.view.batch_bar
    assert bar.resume.isVisibleTo(planned)
    assert len(planned.model.ids) == COUNT
    bar.resume.click()
    settled(qtbot, planned.desk)
    assert planned.batch is not None
    assert planned.batch.uuid == batch.uuid


def test_bringing_back_an_unfinished_batch_opens_it_for_others(qtbot: QtBot, planned: ReviewScreen) -> None:
    batch = take_first(qtbot, planned)
    planned.view.batch_bar.bring.click()
    settled(qtbot, planned.desk)
    assert planned.batch is None
    assert held(planned)[0].state is BatchState.OPEN
    assert held(planned)[0].uuid == batch.uuid


def test_a_finished_batch_leads_to_the_next(qtbot: QtBot, planned: ReviewScreen) -> None:
    take_first(qtbot, planned)
    form = planned.view.card.decision.form
    for _ in range(len(planned.model.ids)):
        type_text(planned.view.table, "2")
        form.reason.setPlainText("涉及单位经营情况")
        form.send()
        settled(qtbot, planned.desk)
    bar = planned.view.batch_bar
    assert bar.next.isVisibleTo(planned)
    bar.next.click()
    settled(qtbot, planned.desk)
    assert held(planned)[0].state is BatchState.COMPLETED
    assert planned.batch is not None
    assert planned.batch.number == 2


def test_a_batch_is_opened_again_with_a_reason_by_an_approver(
    qtbot: QtBot, planned: ReviewScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_first(qtbot, planned)
    planned.desk.choose_person(APPROVER)
    planned.view.open_leaf(ROUNDS)
    settled(qtbot, planned.desk)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args: ("领出人调离", True))
    planned.leaves.rounds.page.table.stand_on(0)
    planned.leaves.rounds.page.reopen.click()
    settled(qtbot, planned.desk)
    assert held(planned)[0].state is BatchState.OPEN


def test_an_open_batch_is_given_to_somebody(
    qtbot: QtBot, planned: ReviewScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_args, **_more: (REVIEWER, True))
    planned.leaves.rounds.page.table.stand_on(1)
    planned.leaves.rounds.page.assign.click()
    settled(qtbot, planned.desk)
    assert held(planned)[1].assignee == REVIEWER


def propose_first(qtbot: QtBot, room: ReviewScreen, count: int) -> list[int]:
    """Decide the first documents of the batch that is read."""
    form = room.view.card.decision.form
    done = []
    for _ in range(count):
        done.append(current(room))
        type_text(room.view.table, "2")
        form.reason.setPlainText("涉及单位经营情况")
        form.send()
        settled(qtbot, room.desk)
    return done


def open_dialog(qtbot: QtBot, room: ReviewScreen) -> ApprovalDialog:
    room.view.together.click()
    settled(qtbot, room.desk)
    dialog = room.findChild(ApprovalDialog)
    assert dialog is not None
    return dialog


def test_an_approver_sees_what_waits_batch_by_batch(qtbot: QtBot, planned: ReviewScreen) -> None:
    take_first(qtbot, planned)
    in_batch = propose_first(qtbot, planned, 2)
    planned.leave_batch()
    settled(qtbot, planned.desk)
    other = next(each for each in planned.model.ids if each not in in_batch)
    planned.view.table.stand_on(planned.model.ids.index(other))
    settled(qtbot, planned.desk)
    propose_first(qtbot, planned, 1)
    planned.view.choose_queue(ReviewState.PROPOSED)
    settled(qtbot, planned.desk)
    assert len(planned.model.ids) == 3
    portion = planned.view.portion
    assert portion.isVisibleTo(planned)
    portion.setCurrentIndex(1)
    portion.activated.emit(1)
    settled(qtbot, planned.desk)
    assert set(planned.model.ids) == set(in_batch)


def test_several_are_sent_back_with_one_reason(qtbot: QtBot, planned: ReviewScreen) -> None:
    take_first(qtbot, planned)
    done = propose_first(qtbot, planned, 2)
    planned.leave_batch()
    planned.view.choose_queue(ReviewState.PROPOSED)
    settled(qtbot, planned.desk)
    planned.view.table.selectAll()
    dialog = open_dialog(qtbot, planned)
    dialog.note.setText("理由写得太笼统，请补正")
    dialog.send_back.click()
    settled(qtbot, planned.desk)
    assert is_closed(dialog)
    with planned.desk.catalogue.read() as connection:
        rows = queries.document_rows(connection, done).values()
    assert {row.review_state for row in rows} == {ReviewState.RETURNED}


def test_several_pass_the_secrecy_review_together(qtbot: QtBot, planned: ReviewScreen) -> None:
    people.add_person(planned.desk.catalogue, "赵样例", [PersonRole.SECRECY_REVIEWER], by=REVIEWER)
    form = planned.view.card.decision.form
    planned.view.open_leaf(DESK)
    for _ in range(2):
        type_text(planned.view.table, "2")
        form.reason.setPlainText("涉及单位经营情况")
        form.later.secrecy.setChecked(True)
        form.send()
        settled(qtbot, planned.desk)
    planned.view.choose_queue(ReviewState.PROPOSED)
    settled(qtbot, planned.desk)
    texts = [planned.view.portion.itemText(n) for n in range(planned.view.portion.count())]
    assert any("保密审查 2" in text for text in texts)
    planned.view.table.selectAll()
    dialog = open_dialog(qtbot, planned)
    assert list(dialog.people) == ["赵样例"]
    dialog.approve.click()
    settled(qtbot, planned.desk)
    with planned.desk.catalogue.read() as connection:
        states = {made.state for made in determinations.waiting(connection)}
    assert states == {DeterminationState.SECRECY_REVIEWED}


def test_a_batch_with_doubtful_documents_is_not_served_again_at_once(
    qtbot: QtBot, planned: ReviewScreen
) -> None:
    batch = take_first(qtbot, planned)
    for _ in range(len(planned.model.ids)):
        type_text(planned.view.table, "4")
        settled(qtbot, planned.desk)
    planned.view.batch_bar.next.click()
    settled(qtbot, planned.desk)
    assert planned.batch is not None
    assert planned.batch.number == 2
    assert held(planned)[0].uuid == batch.uuid
    assert held(planned)[0].state is BatchState.OPEN


def test_a_round_takes_another_query_and_its_batches_stay(
    qtbot: QtBot, planned: ReviewScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(planned)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_more: ("年度:2010", True))
    planned.leaves.rounds.page.redefine.click()
    settled(qtbot, planned.desk)
    assert planned.leaves.rounds.page.query == "年度:2010"
    assert held(planned) == before
