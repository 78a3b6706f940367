"""On a screen of 1366 × 768 at 150 % every dialog fits or scrolls, and its buttons stay in sight."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import app.ui
from app.domain.disclosure import DisclosureAttribute
from app.domain.people import Person, PersonRole
from app.domain.review import Decision
from app.domain.transfer import VerificationReport
from app.errors import AppError
from app.formats.table_rows import Table
from app.inventory.registers.mapping import RegisterMapping
from app.inventory.registers.run import OpenedRegister
from app.review.exchange.workbook_in import CheckedWorkbook
from app.review.groups import GroupMember, GroupPreview
from app.transfer.mapping import propose_template
from app.transfer.templates import load_templates
from app.ui import language, theme
from app.ui.desk import Desk, RoomName
from app.ui.documents.bulk import BulkDialog
from app.ui.documents.evidence import EvidenceDialog
from app.ui.documents.help import QueryHelp
from app.ui.documents.purge import PurgeDialog
from app.ui.documents.word_list import WordListDialog
from app.ui.feedback import CrashDialog
from app.ui.ingest.quarantine import QuarantineDialog
from app.ui.main_window import MainWindow, RoomPlan
from app.ui.memory import Memory
from app.ui.people.pin import PinDialog, ProofDialog
from app.ui.reader.approval import ApprovalDialog
from app.ui.registers.annual_dialog import AnnualDialog
from app.ui.registers.gap_dialog import GapDialog
from app.ui.registers.redaction_dialog import RedactionDialog
from app.ui.registers.register_dialog import RegisterDialog
from app.ui.registers.requests_dialog import RequestsDialog
from app.ui.review.group import GroupDialog
from app.ui.review.import_dialog import ImportDialog
from app.ui.review.jobs import JobsDialog
from app.ui.review.legend import Legend
from app.ui.review.new_round import NewRoundDialog
from app.ui.review.new_sample import NewSampleDialog
from app.ui.rooms import plans
from app.ui.settings.backup import RestoreDialog
from app.ui.start.new_catalogue import NewCatalogueDialog
from app.ui.transfer.dialogs import BuildDialog, FilingDialog
from app.ui.transfer.mapping import MappingDialog
from app.ui.transfer.paper_dialogs import BoxNoteDialog, CatalogueDialog, PublicListDialog
from app.ui.transfer.report import ReportDialog
from app.ui.widgets.columns import READABLE_CHARACTERS
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.layout import Rooms
from app.ui.widgets.panes import STACKED_HEIGHT
from tests.ui.conftest import settled
from tools.cut_off import cut_in

WHOLE = QSize(1366, 768)
BARS = QSize(16, 40 + 40)
"""The title bar, and the bar of the system."""
ROOM, SMALLEST = WHOLE / 1.5 - BARS, WHOLE / 2 - BARS
FRAME_OF_WINDOW = QSize(175, 52)
"""Rail, menu and status bar, in English."""

PERSON = Person(1, "u", "李复核", frozenset({PersonRole.APPROVER}), has_pin=True)
PREVIEW = GroupPreview(Decision(DisclosureAttribute.PROACTIVE), (GroupMember("a", "通知", "undetermined"),))
REGISTER = OpenedRegister(
    Path("发文登记簿.xlsx"),
    Table("", (("文号", "标题"), ("1", "通知"))),
    RegisterMapping({}, 1),
    is_saved=False,
)
SHEET = [["档号", "题名", *(f"第 {number} 栏" for number in range(30))]]

DIALOGS: dict[type[Dialog], Callable[[Memory], Dialog]] = {
    AnnualDialog: lambda _memory: AnnualDialog(2025, {}),
    ApprovalDialog: lambda _memory: ApprovalDialog("临湖县第三次会议纪要\n" * 6, [PERSON]),
    BoxNoteDialog: lambda _memory: BoxNoteDialog(("Z109-WS·2018-Y-0001",)),
    BuildDialog: lambda _memory: BuildDialog(4, load_templates()),
    BulkDialog: lambda _memory: BulkDialog(24),
    CatalogueDialog: lambda _memory: CatalogueDialog(40, load_templates()),
    CrashDialog: lambda _memory: CrashDialog("出错的位置\n" * 40),
    EvidenceDialog: lambda _memory: EvidenceDialog("格式是“pdf”"),
    FilingDialog: lambda _memory: FilingDialog(26),
    GapDialog: lambda _memory: GapDialog("临政办发〔2014〕", range(1, 60), {}),
    GroupDialog: lambda _memory: GroupDialog(PREVIEW),
    ImportDialog: lambda _memory: ImportDialog(CheckedWorkbook(None, (), (), (), 0, 0)),
    JobsDialog: lambda _memory: JobsDialog(()),
    Legend: Legend,
    MappingDialog: lambda _memory: MappingDialog(propose_template(SHEET, "own", "样表"), {}),
    NewCatalogueDialog: lambda _memory: NewCatalogueDialog(),
    NewRoundDialog: lambda _memory: NewRoundDialog("2026年定期审查"),
    NewSampleDialog: lambda _memory: NewSampleDialog("抽查", ("2026年定期审查",)),
    PinDialog: lambda _memory: PinDialog(PERSON),
    ProofDialog: lambda _memory: ProofDialog("给李复核一个一次性口令。", "王示例"),
    PublicListDialog: lambda _memory: PublicListDialog(),
    PurgeDialog: lambda _memory: PurgeDialog("关于演练的通知", ["公文/演练.docx"] * 30),
    QuarantineDialog: lambda _memory: QuarantineDialog(),
    QueryHelp: lambda _memory: QueryHelp(),
    RedactionDialog: lambda _memory: RedactionDialog(3),
    RegisterDialog: lambda _memory: RegisterDialog(REGISTER),
    ReportDialog: lambda _memory: ReportDialog(VerificationReport("移交", "DA/T 93-2022", ()), Path()),
    RequestsDialog: lambda _memory: RequestsDialog(()),
    RestoreDialog: lambda _memory: RestoreDialog(Path("20260101.db"), ["少 3 件公文的认定"] * 12),
    WordListDialog: lambda _memory: WordListDialog(),
}


@pytest.fixture(params=[language.CHINESE, language.ENGLISH])
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    language.use(request.param)
    yield request.param
    language.use(language.CHINESE)


def test_no_dialog_is_forgotten() -> None:
    sources = Path(app.ui.__file__).parent.rglob("*.py")
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sources]
    classes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    ours = {each.name for each in classes if any(getattr(base, "id", "") == "Dialog" for base in each.bases)}
    assert ours == {kind.__name__ for kind in DIALOGS}


def opened(qtbot: QtBot, made: Dialog, room: QSize) -> Dialog:
    """A dialog as it opens where there is no more room than this."""
    qtbot.addWidget(made)
    theme.dress(made)
    made.open()
    made.fit(room)
    for _ in range(3):
        QApplication.processEvents()
    return made


def place_of(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
@pytest.mark.usefixtures("spoken")
def test_a_dialog_fits_and_its_buttons_are_in_sight(qtbot: QtBot, memory: Memory, kind: type[Dialog]) -> None:
    dialog = opened(qtbot, DIALOGS[kind](memory), ROOM)
    check_fit(dialog, ROOM)
    dialog.fit(SMALLEST)
    QApplication.processEvents()
    check_fit(dialog, SMALLEST)


def check_fit(dialog: Dialog, room: QSize) -> None:
    assert dialog.size().boundedTo(room) == dialog.size()
    buttons = foot_of(dialog)
    assert buttons
    for button in buttons:
        assert dialog.rect().contains(place_of(button, dialog)), button.text()
        assert button.width() >= button.minimumSizeHint().width(), button.text()


def foot_of(dialog: Dialog) -> list[QPushButton]:
    """The row of buttons at the foot of a dialog."""
    lowest = max(place_of(each, dialog).bottom() for each in shown_buttons(dialog))
    return [each for each in shown_buttons(dialog) if place_of(each, dialog).bottom() >= lowest - 4]


def shown_buttons(dialog: Dialog) -> list[QPushButton]:
    """The buttons that do not scroll."""
    page = dialog.findChild(QWidget, "scrolled")
    found = list(dialog.findChildren(QPushButton))
    return [each for each in found if each.isVisible() and not (page and page.isAncestorOf(each))]


@pytest.mark.parametrize("plan", plans(), ids=lambda plan: plan.name)
@pytest.mark.usefixtures("spoken")
def test_rooms_stand_on_a_small_screen_without_scrolling(qtbot: QtBot, desk: Desk, plan: RoomPlan) -> None:
    """At 100 % nothing of the window scrolls but lists and texts; at 200 % all of it is reached."""
    stack = Rooms()
    qtbot.addWidget(stack.frame)
    room = plan.build(desk)
    theme.dress(room)
    stack.addWidget(room)
    stack.frame.resize(WHOLE - FRAME_OF_WINDOW)
    stack.frame.show()
    settled(qtbot, desk)
    down, across = stack.frame.verticalScrollBar(), stack.frame.horizontalScrollBar()
    assert (down.maximum(), across.maximum()) == (0, 0)
    stack.frame.resize(WHOLE / 2 - FRAME_OF_WINDOW)
    QApplication.processEvents()
    assert down.maximum() + stack.frame.viewport().height() >= room.minimumSizeHint().height()
    assert across.maximum() + stack.frame.viewport().width() >= room.minimumSizeHint().width()


def test_what_does_not_fit_scrolls_and_keeps_what_was_typed(qtbot: QtBot) -> None:
    dialog = BuildDialog(4, load_templates())
    dialog.name.setText("2026 年移交")
    opened(qtbot, dialog, QSize(600, 300))
    assert dialog.height() == 300
    assert dialog.name.text() == "2026 年移交"
    assert dialog.encapsulates.visibleRegion().isEmpty(), "it lies below"
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        if dialog.encapsulates.hasFocus():
            break
    qtbot.waitUntil(lambda: not dialog.encapsulates.visibleRegion().isEmpty())


def test_a_fault_that_appears_does_not_push_the_buttons_off_the_screen(qtbot: QtBot) -> None:
    dialog = opened(qtbot, ApprovalDialog("第三次会议纪要", [PERSON]), ROOM)
    hidden = [each for each in dialog.findChildren(QLabel) if not each.isVisible()]
    dialog.show_failure(AppError("口令不对。", "请再输一次，或请管理员给一个一次性口令。"))
    QApplication.processEvents()
    assert any(each.isVisible() for each in hidden)
    assert dialog.rect().contains(place_of(dialog.approve, dialog))


def test_enter_in_a_field_does_what_the_dialog_is_for(qtbot: QtBot) -> None:
    dialog = opened(qtbot, ProofDialog("给李复核一个一次性口令。", "王示例"), ROOM)
    wanted: list[str] = []
    dialog.wanted.connect(wanted.append)
    dialog.pin.setFocus()
    QTest.keyClicks(dialog.pin, "2468")
    QTest.keyClick(dialog.pin, Qt.Key.Key_Return)
    assert wanted == ["2468"]


def test_enter_in_a_list_does_not_end_the_dialog(qtbot: QtBot) -> None:
    dialog = opened(qtbot, AnnualDialog(2025, {}), ROOM)
    kept: list[object] = []
    dialog.wanted.connect(kept.append)
    table = dialog.tables[0]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert kept == []
    assert dialog.isVisible()


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, spoken: str) -> Iterator[MainWindow]:  # noqa: ARG001 - its language
    made = MainWindow(desk, plans())
    qtbot.addWidget(made)
    made.show()
    yield made
    desk.closing.emit()


@pytest.mark.parametrize("name", [RoomName.DOCUMENTS, RoomName.REVIEW])
def test_titles_can_be_read_without_scrolling(qtbot: QtBot, window: MainWindow, name: RoomName) -> None:
    table = window.show_room(name).view.table
    places = {column.name: number for number, column in enumerate(table.lazy.columns)}
    characters = table.fontMetrics().horizontalAdvance("公" * READABLE_CHARACTERS)
    for scale in (1.0, 1.5):
        window.resize(WHOLE / scale)
        settled(qtbot, window.desk)
        title = places["title"]
        seen = table.viewport().width() - table.columnViewportPosition(title)
        assert min(seen, table.columnWidth(title)) >= characters


@pytest.mark.parametrize("name", [RoomName.DOCUMENTS, RoomName.REVIEW])
def test_panes_stand_one_below_the_other_where_they_have_no_room(
    qtbot: QtBot, window: MainWindow, name: RoomName
) -> None:
    """At 200 % a room is read down and never sideways; at 100 % its panes stand again where they stood."""
    splitter = window.show_room(name).view.splitter
    across = window.stack.frame.horizontalScrollBar()
    window.resize(WHOLE)
    settled(qtbot, window.desk)
    splitter.widen(0, 2)
    beside = splitter.sizes()
    window.resize(WHOLE / 2)
    settled(qtbot, window.desk)
    assert splitter.is_stacked
    assert across.maximum() == 0
    assert min(splitter.sizes()) >= 0.9 * STACKED_HEIGHT, splitter.sizes()
    splitter.widen(0, 1)
    window.resize(WHOLE)
    settled(qtbot, window.desk)
    assert not splitter.is_stacked
    qtbot.waitUntil(lambda: splitter.sizes() == beside)


WITH_PANES = (RoomName.DOCUMENTS, RoomName.REVIEW, RoomName.REGISTERS, RoomName.AUDIT)


@pytest.mark.parametrize("name", WITH_PANES)
def test_no_room_with_panes_scrolls_sideways_at_double_size(
    qtbot: QtBot, window: MainWindow, name: RoomName
) -> None:
    window.show_room(name)
    window.resize(WHOLE / 2)
    settled(qtbot, window.desk)
    assert window.stack.frame.horizontalScrollBar().maximum() == 0


def test_nothing_of_a_room_is_cut_off(qtbot: QtBot, window: MainWindow) -> None:
    """What wraps has the height for it; rooms scroll where a screen has less."""
    found = []
    for plan in plans():
        room = window.show_room(plan.name)
        for scale in (1.0, 1.5, 2.0):
            window.resize(WHOLE / scale)
            settled(qtbot, window.desk)
            found += [f"{plan.name} at {scale}: {each}" for each in cut_in(room)]
    assert found == []


def test_nothing_of_a_list_is_cut_off_where_sentences_wrap(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(WHOLE / 2)
    room, found = window.show_room(RoomName.REGISTERS), []
    for page in ("annual", "validity", "proactive-catalogue"):
        room.show_page(page)
        settled(qtbot, window.desk)
        found += [f"{page}: {each}" for each in cut_in(room)]
    assert found == []


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
@pytest.mark.usefixtures("spoken")
def test_nothing_of_a_dialog_is_cut_off(qtbot: QtBot, memory: Memory, kind: type[Dialog]) -> None:
    dialog = opened(qtbot, DIALOGS[kind](memory), ROOM)
    assert list(cut_in(dialog)) == []


def test_nothing_is_written_when_nothing_was_chosen(qtbot: QtBot) -> None:
    dialog = FilingDialog(3)
    qtbot.addWidget(dialog)
    assert not dialog.keep.isEnabled()
    dialog.retention.setCurrentIndex(1)
    assert dialog.keep.isEnabled()
    dialog.retention.setCurrentIndex(0)
    dialog.reason.setText("涉及个人隐私")
    assert dialog.keep.isEnabled()
