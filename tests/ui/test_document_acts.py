"""公文: bulk correction, more like this, word lists, evidence, export, print, merge and split, find."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.document import ElementName
from app.formats.first_sheet import sheet_rows
from app.progress import Silent
from app.store import fulltext, quarantine, queries, reindex
from app.store.queries import DocumentFilter
from app.text.differences import differences
from app.text.pinyin import sort_key
from app.text.strokes import stroke_key
from app.ui.desk import Desk
from app.ui.documents.bulk import BulkDialog
from app.ui.documents.evidence import EvidenceDialog
from app.ui.documents.purge import PurgeDialog
from app.ui.documents.screen import DocumentsScreen
from app.ui.documents.word_list import WordListDialog
from app.ui.reader.marks import MarkKind
from app.ui.room import Room
from tests.ui.conftest import COUNT, settled
from tests.ui.holdings import facts, text_of

Show = Callable[[Room], Room]


@pytest.fixture
def room(desk: Desk, show: Show) -> DocumentsScreen:
    made = DocumentsScreen(desk)
    show(made)
    return made


def select_all(room: DocumentsScreen) -> None:
    room.view.table.selectAll()


def genres(room: DocumentsScreen) -> set[str | None]:
    with room.desk.catalogue.read() as connection:
        ids = queries.document_ids(connection, DocumentFilter())
        return {row.genre for row in queries.document_rows(connection, ids).values()}


def bulk(qtbot: QtBot, room: DocumentsScreen, put: str, present: str = "") -> BulkDialog:
    select_all(room)
    room.acts.bulk.trigger()
    dialog = room.findChild(BulkDialog)
    assert dialog is not None
    dialog.element.setCurrentIndex(dialog.element.findData(ElementName.GENRE))
    dialog.present.setText(present)
    dialog.put.setText(put)
    qtbot.wait(350)
    settled(qtbot, room.desk)
    return dialog


def test_bulk_correction_is_previewed_and_nothing_is_written_before(
    qtbot: QtBot, room: DocumentsScreen
) -> None:
    dialog = bulk(qtbot, room, "通知")
    already = sum(facts(n)["genre"] == "通知" for n in range(1, COUNT + 1))
    assert str(COUNT - already) in dialog.go.text()
    first = dialog.preview.topLevelItem(0)
    assert first.text(1) in {"意见", "批复", "函"}
    assert first.text(2) == "通知"
    assert genres(room) == {"通知", "意见", "批复", "函"}


def test_bulk_correction_counts_and_is_taken_back_at_once(qtbot: QtBot, room: DocumentsScreen) -> None:
    dialog = bulk(qtbot, room, "通知")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settled(qtbot, room.desk)
    assert genres(room) == {"通知"}
    room.work.undo_correction()
    settled(qtbot, room.desk)
    assert genres(room) == {"通知", "意见", "批复", "函"}


def test_bulk_correction_replaces_a_part_of_the_value(qtbot: QtBot, room: DocumentsScreen) -> None:
    dialog = bulk(qtbot, room, "报告", present="批复")
    qtbot.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    settled(qtbot, room.desk)
    assert genres(room) == {"通知", "意见", "报告", "函"}


def test_a_value_of_the_wrong_form_cannot_be_written(qtbot: QtBot, room: DocumentsScreen) -> None:
    dialog = bulk(qtbot, room, "")
    dialog.element.setCurrentIndex(dialog.element.findData(ElementName.DATED_ON))
    dialog.put.setText("去年")
    qtbot.wait(350)
    settled(qtbot, room.desk)
    assert not dialog.go.isEnabled()
    assert "不是日期" in dialog.summary.text()


def test_more_like_this_lists_documents_with_a_title_like_it(qtbot: QtBot, room: DocumentsScreen) -> None:
    with room.desk.catalogue.write(by="王示例", action="test.fill") as unit:
        for number in range(1, COUNT + 1):
            fulltext.index_documents(unit.connection, [number])
        unit.record("test")
        unit.commit()
    room.acts.alike_wanted.emit(7)
    settled(qtbot, room.desk)
    assert room.model.ids[0] == 7
    assert 1 < len(room.model.ids) < COUNT
    assert facts(room.model.ids[1])["subject"] == facts(7)["subject"]
    qtbot.mouseClick(room.view.back, Qt.MouseButton.LeftButton)
    settled(qtbot, room.desk)
    assert len(room.model.ids) == COUNT


def test_a_word_list_is_counted_and_leads_to_the_documents(qtbot: QtBot, room: DocumentsScreen) -> None:
    room.acts.ask_words()
    dialog = room.findChild(WordListDialog)
    dialog.words.setPlainText("河道清淤\n没有这个词\n")
    dialog.go.click()
    settled(qtbot, room.desk)
    found = {
        dialog.counts.topLevelItem(n).text(0): dialog.counts.topLevelItem(n).text(1)
        for n in range(dialog.counts.topLevelItemCount())
    }
    assert found.keys() == {"河道清淤", "没有这个词"}
    assert found["没有这个词"] == "0"
    dialog.chosen.emit("河道清淤")
    settled(qtbot, room.desk)
    assert "河道清淤" in room.view.understood.text()


def test_words_come_from_a_file_in_any_encoding(qtbot: QtBot, room: DocumentsScreen, tmp_path: Path) -> None:
    path = tmp_path / "词表.txt"
    path.write_bytes("河道\n饮水\n".encode("gb18030"))
    room.acts.ask_words()
    dialog = room.findChild(WordListDialog)
    dialog.file_wanted.emit(str(path))
    settled(qtbot, room.desk)
    assert dialog.words.toPlainText() == "河道\n饮水"


def test_a_search_is_kept_as_evidence_with_its_purpose(qtbot: QtBot, room: DocumentsScreen) -> None:
    reindex.index_missing(room.desk.catalogue, Silent(), by="王芳")
    room.view.search.setText("没有这件事")
    qtbot.keyClick(room.view.search, Qt.Key.Key_Return)
    settled(qtbot, room.desk)
    room.acts.ask_evidence()
    dialog = room.findChild(EvidenceDialog)
    assert not dialog.keep.isEnabled(), "a purpose is needed"
    dialog.purpose.setText("依申请公开〔2026〕12号")
    dialog.keep.click()
    settled(qtbot, room.desk)
    page = dialog.page.toPlainText()
    assert "未检索到相关信息" in page
    assert "依申请公开〔2026〕12号" in page
    assert dialog.as_document().toPlainText() == page
    dialog.accept()
    room.acts.ask_evidence()
    settled(qtbot, room.desk)
    again = next(one for one in room.findChildren(EvidenceDialog) if one is not dialog)
    assert again.earlier.count() == 1
    again.earlier.setCurrentIndex(0)
    again.earlier.activated.emit(0)
    assert again.page.toPlainText() == page
    assert again.print.isEnabled()


def test_the_list_is_exported_as_it_is_shown(qtbot: QtBot, room: DocumentsScreen, tmp_path: Path) -> None:
    room.view.filters.choose("genre", "批复", "批复")
    room.view.filters.changed.emit()
    settled(qtbot, room.desk)
    room.view.table.horizontalHeader().setSectionHidden(1, True)
    room.acts.export(tmp_path / "清单.xlsx")
    settled(qtbot, room.desk)
    rows = sheet_rows(tmp_path / "清单.xlsx")
    assert list(rows[0][:3]) == ["序号", "成文日期", "标题"]
    assert len(rows) == 1 + len(room.model.ids)
    assert rows[1][1] == facts(room.model.ids[0])["dated_on"]


def test_the_list_is_laid_out_for_paper(qtbot: QtBot, room: DocumentsScreen) -> None:
    settled(qtbot, room.desk)
    text = room.acts.as_page([("1", "2009-05-12", "甲 <与> 乙")]).toPlainText()
    assert "公文清单" in text
    assert "甲 <与> 乙" in text


def test_find_in_the_document_marks_every_place_and_goes_round(qtbot: QtBot, room: DocumentsScreen) -> None:
    settled(qtbot, room.desk)
    reader = room.view.reader
    assert reader.record is not None
    reader.finder.begin()
    reader.finder.field.setText("各部门")
    qtbot.wait(200)
    hits = [mark for mark in reader.pane.marks if mark.kind is MarkKind.HIT]
    text = text_of(reader.record.row.id)
    assert len(hits) == text.count("各部门") > 1
    qtbot.keyClick(reader.finder.field, Qt.Key.Key_Return)
    qtbot.keyClick(reader.finder.field, Qt.Key.Key_Escape)
    assert not [mark for mark in reader.pane.marks if mark.kind is MarkKind.HIT]


def test_two_texts_are_compared_in_place(qtbot: QtBot, room: DocumentsScreen) -> None:
    settled(qtbot, room.desk)
    reader = room.view.reader
    assert reader.record is not None
    text = reader.record.text
    other = text.replace("限期完成", "按时完成", 1)
    reader.compare("另一件", other, differences(other, text))
    places = [mark for mark in reader.pane.marks if mark.kind is MarkKind.DIFFERENCE]
    assert [text[mark.start : mark.end] for mark in places] == ["限期"]
    assert "按时" in reader.pane.tip_at(places[0].start)
    assert "另一件" in reader.compared.text()


def test_saved_searches_stand_in_the_pane_with_their_counts(qtbot: QtBot, room: DocumentsScreen) -> None:
    assert not room.view.saved_pane.isVisible()
    room.saved.query = "文种:批复"
    room.saved.keep("各类批复")
    settled(qtbot, room.desk)
    item = room.view.saved_pane.list.topLevelItem(0)
    assert item.text(0) == "各类批复"
    assert room.view.saved_pane.isVisible()
    room.view.saved_pane.list.itemActivated.emit(item, 0)
    settled(qtbot, room.desk)
    assert room.view.search.text() == "文种:批复"


def test_lists_are_ordered_by_pinyin_strokes_or_number(qtbot: QtBot, room: DocumentsScreen) -> None:
    names = {action.objectName(): action for action in room.acts.orders.actions()}
    names["order-strokes"].trigger()
    settled(qtbot, room.desk)
    titles = [facts(number)["title"] for number in room.model.ids]
    assert titles == sorted(titles, key=stroke_key)
    assert names["order-strokes"].isChecked()
    room.view.table.ordered.emit("title")
    settled(qtbot, room.desk)
    titles = [facts(number)["title"] for number in room.model.ids]
    assert titles == sorted(titles, key=sort_key)


def test_what_fits_best_can_stand_first(qtbot: QtBot, room: DocumentsScreen) -> None:
    reindex.index_missing(room.desk.catalogue, Silent(), by="王芳")
    room.view.search.setText("文种:批复 饮水")
    qtbot.keyClick(room.view.search, Qt.Key.Key_Return)
    settled(qtbot, room.desk)
    newest_first = room.model.ids
    relevance = next(one for one in room.acts.orders.actions() if one.objectName() == "order-relevance")
    relevance.trigger()
    settled(qtbot, room.desk)
    assert relevance.isChecked()
    assert newest_first
    assert sorted(room.model.ids) == sorted(newest_first)


def test_a_classified_document_goes_out_with_a_reason_and_not_without(
    qtbot: QtBot, room: DocumentsScreen
) -> None:
    shown = room.work.record
    assert shown is not None
    room.acts.ask_purge()
    settled(qtbot, room.desk)
    dialog = room.findChild(PurgeDialog)
    assert shown.row.title in dialog.places.toPlainText()
    assert not dialog.go.isEnabled()
    dialog.reason.setText("保密办认定")
    dialog.go.click()
    settled(qtbot, room.desk)
    assert shown.row.id not in room.model.ids
    with room.desk.catalogue.read() as connection:
        assert quarantine.waiting(connection)
