"""复审 · 抽查 and 分歧: reading blind what was decided, and pairs that contradict each other."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTabBar
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute
from app.domain.people import PersonRole
from app.domain.review import Decision
from app.review import decide, people, sampling
from app.store import queries
from app.store.tables.grouping import relation
from app.ui.desk import Desk, Destination
from app.ui.review.leaves import DISAGREEMENTS, SAMPLES
from app.ui.review.new_sample import NewSampleDialog
from app.ui.review.screen import ReviewScreen
from app.ui.room import Room
from tests.ui.conftest import is_closed, settled
from tests.ui.holdings import APPROVER, PIN, REVIEWER
from tests.ui.reviewing import type_text
from tests.ui.test_rooms import name_of, parts

SECOND = "孙样例"
NAME = "一季度抽查"
Show = Callable[[Room], Room]
REASON = "涉及单位经营情况"


def uuid_of(room: ReviewScreen, number: int) -> str:
    with room.desk.catalogue.read() as connection:
        return queries.document_row(connection, number).uuid


def decide_all(room: ReviewScreen, numbers: range) -> None:
    """Numbers 1, 2, 3 …: on request, approved."""
    catalogue = room.desk.catalogue
    uuids = [uuid_of(room, number) for number in numbers]
    for uuid in uuids:
        decide.propose(catalogue, uuid, Decision(DisclosureAttribute.ON_REQUEST, (), REASON), by=REVIEWER)
    decide.approve_many(catalogue, uuids, APPROVER, PIN)


@pytest.fixture
def room(desk: Desk, show: Show) -> ReviewScreen:
    made = ReviewScreen(desk)
    people.add_person(desk.catalogue, SECOND, [PersonRole.REVIEWER], by=REVIEWER)
    decide_all(made, range(1, 5))
    desk.choose_person(SECOND)
    show(made)
    return made


@pytest.fixture
def drawn(qtbot: QtBot, room: ReviewScreen) -> ReviewScreen:
    sampling.draw(room.desk.catalogue, NAME, 4, by=SECOND)
    room.view.open_leaf(SAMPLES)
    settled(qtbot, room.desk)
    return room


def test_a_sample_is_drawn_from_the_window(qtbot: QtBot, room: ReviewScreen) -> None:
    room.view.open_leaf(SAMPLES)
    settled(qtbot, room.desk)
    page = room.leaves.samples.page
    assert page.draw_first.isVisibleTo(page)
    page.draw_first.click()
    settled(qtbot, room.desk)
    dialog = room.findChild(NewSampleDialog)
    assert dialog is not None
    dialog.name.setText(NAME)
    dialog.size_box.setValue(3)
    dialog.draw.click()
    settled(qtbot, room.desk)
    assert is_closed(dialog)
    assert page.samples.currentText() == NAME
    assert page.list.count() == 3


def test_the_first_decision_is_not_shown(drawn: ReviewScreen) -> None:
    record = drawn.leaves.samples.page.reader.record
    assert record is not None
    assert record.row.attribute is DisclosureAttribute.UNDETERMINED
    assert record.history == ()
    assert record.suggestion is None
    assert drawn.leaves.samples.page.reader.badge.attribute is DisclosureAttribute.UNDETERMINED


def test_digits_of_an_input_method_choose_and_enter_keeps(qtbot: QtBot, drawn: ReviewScreen) -> None:
    page = drawn.leaves.samples.page
    document = page.document
    type_text(page.list, "２")
    assert page.attribute is DisclosureAttribute.ON_REQUEST
    type_text(page.reader.pane, "３")
    assert page.attribute is DisclosureAttribute.WITHHELD
    type_text(page, "2")
    assert page.list.count() == 4, "nothing is kept before Enter"
    qtbot.keyClick(page, Qt.Key.Key_Return)
    settled(qtbot, drawn.desk)
    assert page.list.count() == 3
    assert page.document != document
    assert sampling.report(drawn.desk.catalogue, NAME).read == 1


def test_the_conclusion_comes_only_when_all_are_read(qtbot: QtBot, drawn: ReviewScreen) -> None:
    page = drawn.leaves.samples.page
    for digit in "2223":
        assert "κ" not in page.figures.text()
        type_text(page, digit)
        page.send.click()
        settled(qtbot, drawn.desk)
    report = sampling.report(drawn.desk.catalogue, NAME)
    assert page.sentence.text() == report.sentence
    assert "75.0%" in page.figures.text()
    assert "κ" in page.figures.text()
    assert REVIEWER in page.differing.text()


def test_who_decided_it_is_not_offered_it_again(qtbot: QtBot, drawn: ReviewScreen) -> None:
    drawn.desk.choose_person(REVIEWER)
    settled(qtbot, drawn.desk)
    page = drawn.leaves.samples.page
    assert page.list.count() == 0
    assert "另一人" in page.sentence.text()


def test_without_contradictions_the_leaf_says_so(qtbot: QtBot, room: ReviewScreen) -> None:
    room.view.open_leaf(DISAGREEMENTS)
    settled(qtbot, room.desk)
    assert room.leaves.disagreements.page.stack.currentIndex() == 1


def test_a_contradiction_is_listed_and_leads_to_the_desk(qtbot: QtBot, room: ReviewScreen) -> None:
    catalogue = room.desk.catalogue
    decision = Decision(DisclosureAttribute.WITHHELD, ("N-16-1",), "内部工作安排")
    decide.propose(catalogue, uuid_of(room, 8), decision, by=REVIEWER)
    decide.approve(catalogue, uuid_of(room, 8), by=APPROVER, pin=PIN)
    with catalogue.write(by=REVIEWER, action="group.relations") as unit:
        unit.connection.execute(
            insert(relation).values(
                document_id=1,
                other_id=8,
                kind="near_duplicate",
                similarity=0.96,
            )
        )
        unit.record("test", [Change("count", None, "1")])
        unit.commit()
    page = room.leaves.disagreements.page
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    room.view.open_leaf(DISAGREEMENTS)
    settled(qtbot, room.desk)
    assert len(page.model.listed) == 1
    assert page.lines.toPlainText()
    wanted: list[Destination] = []
    room.desk.wanted.connect(wanted.append)
    page.second.click()
    settled(qtbot, room.desk)
    assert wanted[0].document in {1, 8}


def test_every_leaf_has_names_and_can_be_reached_by_keyboard(qtbot: QtBot, drawn: ReviewScreen) -> None:
    nameless, deaf = [], []
    for leaf in range(drawn.view.leaves.count()):
        drawn.view.open_leaf(leaf)
        settled(qtbot, drawn.desk)
        for part in parts(drawn):
            if part.focusPolicy() is not Qt.FocusPolicy.NoFocus and part.isEnabled() and not name_of(part):
                nameless.append(f"{leaf}: {type(part).__name__} {part.objectName()}")
            is_button = isinstance(part, QAbstractButton) and part.isEnabled()
            is_part = isinstance(part.parent(), QLineEdit | QTabBar | QAbstractItemView)
            if is_button and not is_part and not part.focusPolicy() & Qt.FocusPolicy.TabFocus:
                deaf.append(f"{leaf}: {part.objectName()}")
    assert not nameless
    assert not deaf
