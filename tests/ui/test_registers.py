"""清单: every list is made, looked at and exported; files are checked and copied before publication."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QTableWidgetItem
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from app.domain.completeness import GapReason
from app.domain.registers import RegisterField
from app.formats.write.workbook import Sheet, write_workbook
from app.report.annual import stored_figures
from app.report.orders import kinds
from app.report.tables import Attachment, Report, Table
from app.store import counts, queries
from app.store.tables.holdings import document
from app.ui import language
from app.ui.desk import Desk, Destination, RoomName
from app.ui.registers import preview as previews
from app.ui.registers.annual_dialog import AnnualDialog
from app.ui.registers.gap_dialog import GapDialog
from app.ui.registers.publication_page import PublicationPage
from app.ui.registers.register_dialog import RegisterDialog
from app.ui.registers.register_page import RegisterPage
from app.ui.registers.report_page import ReportPage
from app.ui.registers.requests_dialog import RequestsDialog
from app.ui.registers.screen import NAME_ROLE, RegistersScreen
from app.ui.room import Room
from tests.ui.conftest import settled
from tests.ui.holdings import REVIEWER

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="300" height="90"><rect width="300" height="90"/></svg>'


@pytest.fixture
def room(desk: Desk, show: Callable[[Room], Room]) -> RegistersScreen:
    shown = show(RegistersScreen(desk))
    assert isinstance(shown, RegistersScreen)
    return shown


def files_for(name: str, folder: Path) -> tuple[Path, ...]:
    """What a list of this name is made from."""
    sheets = {
        "reconcile": (
            "目录.xlsx",
            ("标题", "文号"),
            ("临湖县人民政府关于修建环湖公路的公告", "临政告〔2009〕1号"),
        ),
        "requests": (
            "台账.xlsx",
            ("申请编号", "申请内容", "办理结果"),
            ("1", "关于环湖公路的会议纪要", "予以公开"),
        ),
        "pilot-fields": (
            "社会救助领域标准目录.xlsx",
            ("一级事项", "二级事项"),
            ("临时救助", "临时救助办理结果"),
        ),
    }
    if name not in sheets:
        return ()
    file, headers, row = sheets[name]
    write_workbook(folder / file, [Sheet("表", headers, [row])])
    return (folder / file,)


@pytest.mark.parametrize("name", kinds())
def test_each_list_is_made_looked_at_and_exported(
    qtbot: QtBot, room: RegistersScreen, name: str, tmp_path: Path
) -> None:
    room.show_page(name)
    page = room.page(name)
    assert isinstance(page, ReportPage)
    assert room.pages.currentWidget() is page
    assert not page.export.isVisible(), "nothing to export yet"
    page.form.take_files(files_for(name, tmp_path))
    page.form.code.setText("MB0000001")
    qtbot.mouseClick(page.make, Qt.MouseButton.LeftButton)
    settled(qtbot, room.desk)
    assert page.preview.report is not None
    assert page.preview.tabs.count() >= 1
    assert page.preview.tabs.height() > 0
    for leaf in range(page.preview.tabs.count()):
        page.preview.tabs.setCurrentIndex(leaf)
    page.export_to(tmp_path / "out")
    settled(qtbot, room.desk)
    assert {path.suffix for path in (tmp_path / "out").iterdir()} >= {".xlsx", ".docx"}


def test_every_kind_stands_in_the_choices_once(room: RegistersScreen) -> None:
    names = [
        room.choices.item(number).data(Qt.ItemDataRole.UserRole) for number in range(room.choices.count())
    ]
    assert sorted(name for name in names if name) == sorted([*kinds(), "found", "registers", "publication"])


@pytest.mark.parametrize("name", ["reconcile", "pilot-fields", "requests"])
def test_a_list_that_needs_files_waits_for_them(room: RegistersScreen, name: str) -> None:
    page = room.page(name)
    assert isinstance(page, ReportPage)
    assert page.make.isEnabled() == (not page.kind.files or not page.kind.files.is_required)


def test_a_file_that_is_no_listing_is_refused_in_words(
    qtbot: QtBot, room: RegistersScreen, tmp_path: Path
) -> None:
    (tmp_path / "note.csv").write_text("甲,乙\n1,2\n", encoding="utf-8")
    page = room.page("reconcile")
    assert isinstance(page, ReportPage)
    page.form.take_files((tmp_path / "note.csv",))
    with qtbot.waitSignal(room.desk.failed) as refused:
        page.order()
    assert "没有找到目录" in refused.args[0].message
    settled(qtbot, room.desk)
    assert page.make.isEnabled(), "it can be tried again"
    assert page.preview.report is None


def test_index_numbers_are_issued_once_and_stay(qtbot: QtBot, room: RegistersScreen) -> None:
    page = room.page("information-catalogue")
    assert isinstance(page, ReportPage)
    assert page.form.scheme.findData("zhejiang") > 0
    page.form.scheme.setCurrentIndex(page.form.scheme.findData("zhejiang"))
    page.form.code.setText("002481234")
    page.order()
    settled(qtbot, room.desk)
    with qtbot.waitSignal(room.desk.told) as told:
        page.issue.click()
    assert "索引号" in told.args[0]
    settled(qtbot, room.desk)


def test_a_row_leads_to_its_document(qtbot: QtBot, desk: Desk) -> None:
    table = Table(
        "表", ("序号", "标题", "文号"), (("1", "关于河道管理的通知", "临政发〔2018〕1号"),), (6, 40, 20)
    )
    shown = previews.ReportPreview(desk, "test")
    qtbot.addWidget(shown)
    shown.show_report(Report("test", "表", (table,)))
    settled(qtbot, desk)
    assert previews.query_of(table, table.rows[0]) == "临政发〔2018〕1号"
    view = shown.findChild(previews.TableView)
    with qtbot.waitSignal(shown.opened) as opened:
        view.activated.emit(view.model().index(0, 0))
    assert opened.args == ["临政发〔2018〕1号"]


def test_drawings_and_what_asks_for_a_person_have_leaves_of_their_own(qtbot: QtBot, desk: Desk) -> None:
    shown = previews.ReportPreview(desk, "test")
    qtbot.addWidget(shown)
    table = Table("表", ("序号",), ())
    report = Report("test", "表", (table,), to_do=("请核对。",), attachments=(Attachment("图.svg", SVG),))
    shown.show_report(report)
    assert [shown.tabs.tabText(n) for n in range(shown.tabs.count())] == ["需要处理 1", "表", "图"]
    shown.tabs.setCurrentIndex(2)
    assert previews.drawing_page(SVG).widget().size().toTuple() == (300, 90)


def test_a_table_prints_with_its_head_and_notes() -> None:
    table = Table("表", ("序号", "标题"), (("1", "关于<河道>的通知"),))
    page = previews.as_document(Report("test", "清单", (table,), ("共 1 条。",)), table)
    assert isinstance(page, QTextDocument)
    assert all(word in page.toPlainText() for word in ("清单", "共 1 条。", "标题", "关于<河道>的通知"))


def letter(path: Path, text: str) -> Path:
    document = Document()
    document.add_paragraph("关于临时救助工作的通知")
    document.add_paragraph(text)
    document.save(str(path))
    return path


def test_files_are_checked_and_copied_before_publication(
    qtbot: QtBot, room: RegistersScreen, tmp_path: Path
) -> None:
    page = room.page("publication")
    assert isinstance(page, PublicationPage)
    room.show_page("publication")
    folder = tmp_path / "待公开"
    folder.mkdir()
    letter(folder / "甲.docx", "联系人身份证号：110101199003071233。")
    letter(folder / "乙.docx", "各镇要认真做好有关工作。")
    page.take([folder])
    page.take([folder])
    assert [line.path.name for line in page.lines] == ["乙.docx", "甲.docx"], "each file once"
    page.run_check()
    qtbot.waitUntil(lambda: not page.is_running)
    settled(qtbot, room.desk)
    faults = [{fault.code for fault in line.checked.faults} for line in page.lines if line.checked]
    assert "resident_id" in faults[1]
    assert "resident_id" not in faults[0]
    page.files.stand_on(1)
    settled(qtbot, room.desk)
    assert page.places.lazy.rowCount() == len(page.lines[1].checked.faults)
    page.make_copies(tmp_path / "副本", ["各镇"])
    qtbot.waitUntil(lambda: not page.is_running)
    copies = sorted((tmp_path / "副本").iterdir())
    assert len(copies) == 2
    assert all("身份证号：11" not in "".join(p.text for p in Document(str(one)).paragraphs) for one in copies)
    page.export_to(tmp_path / "问题.xlsx")
    settled(qtbot, room.desk)
    assert (tmp_path / "问题.xlsx").stat().st_size > 1000


def test_figures_of_the_year_are_typed_checked_and_kept(qtbot: QtBot, room: RegistersScreen) -> None:
    page = room.page("annual")
    assert isinstance(page, ReportPage)
    page.form.year.setValue(2020)
    page.type.click()
    settled(qtbot, room.desk)
    dialog = page.findChild(AnnualDialog)
    assert not dialog.keep.isEnabled(), "nothing was changed"
    dialog.tables[2].item(0, 0).setText("2")
    assert dialog.keep.isEnabled()
    assert "合计 2，总计写 0" in dialog.faults.text()
    dialog.add_up.click()
    assert dialog.faults.text() == ""
    dialog.keep.click()
    settled(qtbot, room.desk)
    assert page.preview.report is not None
    assert page.preview.report.tables[2].rows[0] == ("行政复议", "2", "", "", "", "2")
    assert stored_figures(room.desk.catalogue, 2020) == {"行政复议": ("2", "", "", "", "2")}


def test_register_of_requests_is_typed_and_kept_as_a_workbook(
    qtbot: QtBot, room: RegistersScreen, tmp_path: Path
) -> None:
    page = room.page("requests")
    assert isinstance(page, ReportPage)
    page.type.click()
    settled(qtbot, room.desk)
    dialog = page.findChild(RequestsDialog)
    assert not dialog.keep.isEnabled(), "nothing is typed"
    dialog.sheet.setItem(0, 1, QTableWidgetItem("关于环湖公路的会议纪要"))
    dialog.sheet.setItem(3, 1, QTableWidgetItem("关于环湖公路的会议纪要"))
    assert len(dialog.requests) == 2
    dialog.wanted.emit(dialog.requests, tmp_path / "台账.xlsx")
    settled(qtbot, room.desk)
    assert page.form.files == (tmp_path / "台账.xlsx",)
    assert page.preview.report is not None
    assert [row[1] for row in page.preview.report.tables[0].rows] == ["关于环湖公路的会议纪要"]
    dialog.reject()


def test_the_list_that_was_looked_at_last_comes_back(desk: Desk, show: Callable[[Room], Room]) -> None:
    first = show(RegistersScreen(desk))
    assert isinstance(first, RegistersScreen)
    first.show_page("validity")
    again = RegistersScreen(desk)
    assert isinstance(again.pages.currentWidget(), ReportPage)
    again.show_page("没有这份清单")
    assert again.choices.currentItem().data(Qt.ItemDataRole.UserRole) == "found"
    again.deleteLater()


def test_an_opened_gap_leads_to_the_documents(room: RegistersScreen) -> None:
    wanted: list[Destination] = []
    room.desk.wanted.connect(wanted.append)
    line = next((line for one in room.registers for line in one.lines if line.query), None)
    assert line is not None
    room.found._open(line)
    assert [(one.room, one.query) for one in wanted] == [(RoomName.DOCUMENTS, line.query)]


def test_a_missing_number_is_explained_and_stays_in_the_list_with_its_reason(
    qtbot: QtBot, room: RegistersScreen
) -> None:
    with room.desk.catalogue.write(by=REVIEWER, action="test.fill") as unit:
        unit.connection.execute(update(document).where(document.c.id == 40).values(number_serial=9))
        unit.record("test", [])
        unit.commit()
    room.refresh()
    settled(qtbot, room.desk)
    page = room.found
    page.open("gaps")
    page._made[0].table.stand_on(0)
    line = page.chosen
    assert line is not None
    assert line.gap is not None
    page.explain.click()
    dialog = page.findChild(GapDialog)
    assert dialog.chosen[0] == f"{line.second}{line.gap.numbers[0]}号"
    dialog.reason.setCurrentIndex(dialog.reason.findData(GapReason.OTHER))
    dialog.keep.click()
    settled(qtbot, room.desk)
    assert "写明原因" in dialog.fault.text(), "other needs a note"
    dialog.note.setText("跳号")
    dialog.keep.click()
    settled(qtbot, room.desk)
    room.refresh()
    settled(qtbot, room.desk)
    told = [each.third for each in room.registers[0].lines if each.second == line.second]
    assert "（其他，跳号）" in told[0]


def test_a_register_is_read_in_after_its_columns_were_looked_at(
    qtbot: QtBot, room: RegistersScreen, tmp_path: Path
) -> None:
    with room.desk.catalogue.read() as connection:
        held = queries.document_row(connection, 10)
    rows = [
        (held.document_number, held.title, "10年"),
        ("临政办发〔2008〕99号", "关于只存纸质的通知", "永久"),
    ]
    path = tmp_path / "2008年发文登记簿.xlsx"
    write_workbook(path, [Sheet("登记", ("文号", "甲列", "保管期限"), rows)])
    room.show_page("registers")
    page = room.page("registers")
    assert isinstance(page, RegisterPage)
    told: list[tuple[str, str]] = []
    room.desk.told.connect(lambda done, rest: told.append((done, rest)))
    page.open(path)
    qtbot.waitUntil(lambda: page.findChild(RegisterDialog) is not None)
    dialog = page.findChild(RegisterDialog)
    titles = dialog.boxes[1]
    titles.setCurrentIndex(titles.findData(RegisterField.TITLE.value))
    assert dialog.columns[RegisterField.DOCUMENT_NUMBER] == 0
    dialog.go.click()
    settled(qtbot, room.desk)
    assert "2 条" in told[0][0]
    assert "文号相符 1" in told[0][1]
    assert "没有电子文件 1" in told[0][1]
    assert [each.rows for each in page.registers.listed] == [2]
    with room.desk.catalogue.read() as connection:
        assert counts.overview(connection).on_paper == 1


def test_every_list_fits_a_small_screen_in_english(
    desk: Desk, show: Callable[[Room], Room], qtbot: QtBot
) -> None:
    language.use(language.ENGLISH)
    try:
        room = RegistersScreen(desk)
        show(room)
        settled(qtbot, desk)
        rail = 180
        names = [room.choices.item(place).data(NAME_ROLE) for place in range(room.choices.count())]
        wide = []
        for name in filter(None, names):
            room.show_page(name)
            qtbot.wait(10)
            if room.minimumSizeHint().width() > 1366 - rail:
                wide.append((name, room.minimumSizeHint().width()))
        assert not wide
    finally:
        language.use(language.CHINESE)
