"""公文: list, filters, reading, correcting, proposing, approving."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import ElementName
from app.domain.review import ReviewState
from app.errors import AppError
from app.progress import Silent
from app.store import queries, reindex
from app.ui.desk import Desk
from app.ui.documents.screen import DocumentsScreen
from app.ui.reader.approval import ApprovalDialog
from app.ui.reader.marks import MarkKind
from app.ui.room import Room
from tests.ui.conftest import COUNT, is_closed, settled
from tests.ui.holdings import APPROVER, IDENTITY, PIN, facts, text_of

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> DocumentsScreen:
    made = DocumentsScreen(desk)
    show(made)
    return made


def stand_on(qtbot: QtBot, room: DocumentsScreen, number: int) -> None:
    place = room.model.place_of(number)
    assert place is not None
    room.view.table.stand_on(place)
    settled(qtbot, room.desk)
    assert room.work.record is not None
    assert room.work.record.row.id == number


def test_newest_document_is_listed_first_and_read(room: DocumentsScreen) -> None:
    assert len(room.model.ids) == COUNT
    assert room.work.record is not None
    assert room.work.record.row.id == room.model.ids[0]
    assert room.work.record.row.dated_on == max(facts(n)["dated_on"] for n in range(1, COUNT + 1))
    assert room.view.reader.pane.toPlainText().startswith("临湖县人民政府办公室文件")
    assert str(COUNT) in room.view.count.text()


def test_qt_finds_no_fault_with_the_model(qtbot: QtBot, room: DocumentsScreen) -> None:
    QAbstractItemModelTester(room.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    room.refresh()
    settled(qtbot, room.desk)


def test_filters_narrow_the_list_and_can_be_cleared(qtbot: QtBot, room: DocumentsScreen) -> None:
    room.view.filters.choose("genre", "批复", "批复")
    room.view.filters.changed.emit()
    settled(qtbot, room.desk)
    assert set(room.model.ids) == {n for n in range(1, COUNT + 1) if facts(n)["genre"] == "批复"}
    qtbot.mouseClick(room.findChild(QPushButton, "clearFilters"), Qt.MouseButton.LeftButton)
    settled(qtbot, room.desk)
    assert len(room.model.ids) == COUNT


def test_nothing_found_says_what_to_do(qtbot: QtBot, room: DocumentsScreen) -> None:
    room.view.filters.choose("year", "1911", "1911")
    room.view.filters.changed.emit()
    settled(qtbot, room.desk)
    assert room.view.list_stack.currentIndex() == 2
    assert room.work.record is None


def test_header_orders_by_date_both_ways(qtbot: QtBot, room: DocumentsScreen) -> None:
    newest = room.model.ids[0]
    room.view.table.ordered.emit("newest")
    settled(qtbot, room.desk)
    assert room.model.ids[-1] == newest


def test_sensitive_places_are_marked_where_they_stand(qtbot: QtBot, room: DocumentsScreen) -> None:
    stand_on(qtbot, room, 10)
    places = [mark for mark in room.view.reader.pane.marks if mark.kind is MarkKind.SENSITIVE]
    assert [text_of(10)[mark.start : mark.end] for mark in places] == [IDENTITY]
    assert room.view.reader.pane.tip_at(places[0].start + 1) == "身份证号"


def test_the_leaf_of_the_card_is_the_one_its_tab_names(room: DocumentsScreen) -> None:
    card = room.view.card
    for tab, leaf in enumerate((card.elements, card.decision, card.files)):
        assert leaf.isVisible() is (tab == 0)
    for tab, leaf in enumerate((card.elements, card.decision, card.files)):
        card.tabs.setCurrentIndex(tab)
        assert leaf.isVisible()


def test_clicking_a_value_lights_up_its_place(qtbot: QtBot, room: DocumentsScreen) -> None:
    stand_on(qtbot, room, 10)
    value = room.view.card.elements.row(ElementName.DOCUMENT_NUMBER).value
    qtbot.mouseClick(value, Qt.MouseButton.LeftButton)
    lit = room.view.reader.pane.lit
    assert lit is not None
    assert text_of(10)[lit.start : lit.end] == facts(10)["document_number"]


def test_correction_counts_and_names_what_it_replaced(qtbot: QtBot, room: DocumentsScreen) -> None:
    stand_on(qtbot, room, 10)
    row = room.view.card.elements.row(ElementName.GENRE)
    qtbot.mouseClick(row.pencil, Qt.MouseButton.LeftButton)
    field = room.findChild(QLineEdit, f"edit-{ElementName.GENRE}")
    field.setText("决定")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settled(qtbot, room.desk)
    assert row.value.text() == "决定"
    assert facts(10)["genre"] in row.note.text()
    with room.desk.catalogue.read() as connection:
        assert queries.document_row(connection, 10).genre == "决定"


def test_escape_leaves_a_value_as_it_was(qtbot: QtBot, room: DocumentsScreen) -> None:
    stand_on(qtbot, room, 10)
    row = room.view.card.elements.row(ElementName.GENRE)
    qtbot.mouseClick(row.pencil, Qt.MouseButton.LeftButton)
    row.edit.setText("决定")
    qtbot.keyClick(row.edit, Qt.Key.Key_Escape)
    assert row.value.text() == facts(10)["genre"]
    assert not row.edit.isVisible()


def test_impossible_date_is_refused_with_advice(qtbot: QtBot, room: DocumentsScreen) -> None:
    errors: list[AppError] = []
    room.desk.failed.connect(errors.append)
    stand_on(qtbot, room, 10)
    room.view.card.elements.corrected.emit(ElementName.DATED_ON, "2008年13月")
    settled(qtbot, room.desk)
    assert len(errors) == 1
    assert errors[0].advice


def propose(qtbot: QtBot, room: DocumentsScreen, number: int) -> None:
    stand_on(qtbot, room, number)
    form = room.view.card.decision.form
    form.choose(DisclosureAttribute.ON_REQUEST)
    form.reason.setPlainText("涉及企业经营数据")
    form.send()
    settled(qtbot, room.desk)


def test_form_says_what_is_missing_and_nothing_is_sent(qtbot: QtBot, room: DocumentsScreen) -> None:
    stand_on(qtbot, room, 11)
    form = room.view.card.decision.form
    form.choose(DisclosureAttribute.WITHHELD)
    assert "依据" in form.faults.text() or "理由" in form.faults.text()
    assert not form.submit.isEnabled()
    form.send()
    settled(qtbot, room.desk)
    with room.desk.catalogue.read() as connection:
        assert queries.document_row(connection, 11).review_state is ReviewState.OPEN


def test_open_identity_numbers_must_be_covered_before_publication(
    qtbot: QtBot, room: DocumentsScreen
) -> None:
    stand_on(qtbot, room, 10)
    form = room.view.card.decision.form
    form.choose(DisclosureAttribute.PROACTIVE)
    assert not form.submit.isEnabled()
    form.cover.setChecked(True)
    assert form.submit.isEnabled()
    start = text_of(10).index(IDENTITY)
    assert form.decision.redactions == ((start, start + len(IDENTITY)),)


def test_proposal_waits_for_a_second_person(qtbot: QtBot, room: DocumentsScreen) -> None:
    propose(qtbot, room, 11)
    stand_on(qtbot, room, 11)
    panel = room.view.card.decision
    assert not panel.form.isVisibleTo(panel)
    assert panel.approve.isVisibleTo(panel)
    assert "王示例" in panel.waiting.text()


def open_approval(qtbot: QtBot, room: DocumentsScreen) -> ApprovalDialog:
    room.view.card.decision.approval_wanted.emit()
    settled(qtbot, room.desk)
    dialog = room.findChild(ApprovalDialog)
    assert dialog is not None
    return dialog


def test_wrong_pin_keeps_the_dialog_open_and_the_right_one_approves(
    qtbot: QtBot, room: DocumentsScreen
) -> None:
    propose(qtbot, room, 11)
    stand_on(qtbot, room, 11)
    dialog = open_approval(qtbot, room)
    assert dialog.person.currentText() == APPROVER
    dialog.pin.setText("0000")
    qtbot.mouseClick(dialog.approve, Qt.MouseButton.LeftButton)
    settled(qtbot, room.desk)
    assert dialog.isVisible()
    assert dialog.fault.text()
    dialog.pin.setText(PIN)
    qtbot.mouseClick(dialog.approve, Qt.MouseButton.LeftButton)
    settled(qtbot, room.desk)
    assert is_closed(dialog)
    with room.desk.catalogue.read() as connection:
        assert queries.document_row(connection, 11).attribute is DisclosureAttribute.ON_REQUEST
    assert room.view.reader.badge.attribute is DisclosureAttribute.ON_REQUEST


def test_return_needs_a_reason_and_reaches_the_reviewer(qtbot: QtBot, room: DocumentsScreen) -> None:
    propose(qtbot, room, 11)
    stand_on(qtbot, room, 11)
    dialog = open_approval(qtbot, room)
    qtbot.mouseClick(dialog.send_back, Qt.MouseButton.LeftButton)
    assert "理由" in dialog.fault.text()
    dialog.note.setText("请补充依据")
    qtbot.mouseClick(dialog.send_back, Qt.MouseButton.LeftButton)
    settled(qtbot, room.desk)
    assert room.work.record is not None
    assert room.work.record.row.review_state is ReviewState.RETURNED
    assert "请补充依据" in room.view.card.decision.history.text()


def test_nobody_chosen_is_said_and_nothing_written(qtbot: QtBot, room: DocumentsScreen) -> None:
    errors: list[AppError] = []
    room.desk.failed.connect(errors.append)
    room.desk.choose_person("")
    propose(qtbot, room, 11)
    assert "经办人" in errors[0].message
    with room.desk.catalogue.read() as connection:
        assert queries.document_row(connection, 11).review_state is ReviewState.OPEN


def test_next_documents_are_read_ahead(qtbot: QtBot, room: DocumentsScreen) -> None:
    room.view.table.stand_on(20)
    settled(qtbot, room.desk)
    assert set(room.model.ids[21:24]) <= room.records.known


def test_an_original_that_is_gone_is_said_calmly(qtbot: QtBot, room: DocumentsScreen) -> None:
    errors: list[AppError] = []
    room.desk.failed.connect(errors.append)
    room.view.reader.original_wanted.emit()
    settled(qtbot, room.desk)
    assert "不在" in errors[0].message
    assert errors[0].advice


def test_a_correction_can_be_undone(qtbot: QtBot, room: DocumentsScreen) -> None:
    stand_on(qtbot, room, 10)
    room.view.card.elements.corrected.emit(ElementName.GENRE, "决定")
    settled(qtbot, room.desk)
    qtbot.keyClick(room.view.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, room.desk)
    with room.desk.catalogue.read() as connection:
        assert queries.document_row(connection, 10).genre == facts(10)["genre"]


def test_a_saved_search_comes_back_with_its_count(qtbot: QtBot, room: DocumentsScreen) -> None:
    room.view.search.setText("文种:批复")
    qtbot.keyClick(room.view.search, Qt.Key.Key_Return)
    settled(qtbot, room.desk)
    room.saved.keep("各类批复")
    settled(qtbot, room.desk)
    room.view.search.clear()
    settled(qtbot, room.desk)
    room.saved.read()
    settled(qtbot, room.desk)
    names = {action.text().partition("\t")[0]: action for action in room.saved.menu.actions()}
    names["各类批复"].trigger()
    settled(qtbot, room.desk)
    assert room.view.search.text() == "文种:批复"
    assert "批复" in room.view.understood.text()


def test_a_mistake_in_the_query_is_shown_in_place(qtbot: QtBot, room: DocumentsScreen) -> None:
    room.view.search.setText("饮水 与")
    qtbot.keyClick(room.view.search, Qt.Key.Key_Return)
    settled(qtbot, room.desk)
    assert "与" in room.view.understood.text()
    assert room.model.ids == ()


def test_a_number_that_nearly_matches_is_proposed(qtbot: QtBot, room: DocumentsScreen) -> None:
    held = next(facts(n)["document_number"] for n in range(1, COUNT + 1) if facts(n)["document_number"])
    assert isinstance(held, str)
    room.view.search.setText(held.replace("临政", "临镇"))
    qtbot.keyClick(room.view.search, Qt.Key.Key_Return)
    settled(qtbot, room.desk)
    assert room.model.ids == ()
    proposal = room.findChild(QPushButton, "proposal-0")
    assert proposal is not None
    wanted = proposal.text()
    qtbot.mouseClick(proposal, Qt.MouseButton.LeftButton)
    settled(qtbot, room.desk)
    assert room.view.search.text() == wanted
    assert wanted in room.view.understood.text()


def test_files_of_one_format_are_listed(qtbot: QtBot, room: DocumentsScreen) -> None:
    reindex.index_missing(room.desk.catalogue, Silent(), by="王芳")
    with room.desk.catalogue.read() as connection:
        formats = queries.facet(connection, "format", queries.DocumentFilter(genre="批复"))
    assert formats
    assert sum(count for _, count in formats) == sum(facts(n)["genre"] == "批复" for n in range(1, COUNT + 1))
    wanted, count = formats[0]
    room.view.filters.choose("genre", "批复", "批复")
    room.view.filters.choose("format", wanted, wanted)
    room.view.filters.changed.emit()
    settled(qtbot, room.desk)
    assert len(room.model.ids) == count


def test_from_nothing_found_one_button_leads_back_to_everything(qtbot: QtBot, room: DocumentsScreen) -> None:
    everything = len(room.model.ids)
    room.view.filters.choose("genre", "批复", "批复")
    room.view.search.setText("查无此词")
    qtbot.keyClick(room.view.search, Qt.Key.Key_Return)
    settled(qtbot, room.desk)
    assert not room.model.ids
    assert room.view.proposals.everything.isVisible()
    room.view.proposals.everything.click()
    settled(qtbot, room.desk)
    assert len(room.model.ids) == everything
    assert not room.view.search.text()
    assert not room.view.filters.values


def test_nothing_found_tells_what_each_condition_finds_alone(qtbot: QtBot, room: DocumentsScreen) -> None:
    reindex.index_missing(room.desk.catalogue, Silent(), by="王芳")
    room.view.search.setText("文种:批复 查无此词")
    qtbot.keyClick(room.view.search, Qt.Key.Key_Return)
    settled(qtbot, room.desk)
    told = [label.text() for label in room.view.proposals.findChildren(QLabel)]
    assert any("批复" in text for text in told)
    assert any("查无此词" in text and "0" in text for text in told)
