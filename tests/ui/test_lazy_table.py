"""The table over ids: nothing is fetched before it is painted, and Qt's own tester is content."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.disclosure import DisclosureAttribute
from app.ui import theme
from app.ui.memory import Memory
from app.ui.tasks import Runner
from app.ui.tokens import ROW_PIXELS
from app.ui.widgets.lazy_table import BADGE_ROLE, MOST_PAGES, PAGE, Column, LazyTableModel
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.table import Table
from tests.pace import cpu_seconds, is_within
from tests.ui.watchdog import MOST_SECONDS, TRIES, assert_never_slow, longest_turn

FEW, MANY = 3, 100_000


@dataclass(frozen=True, slots=True)
class Line:
    id: int
    title: str


COLUMNS: tuple[Column[Line], ...] = (
    Column("title", "标题", lambda row: row.title, 200, order="title"),
    Column("number", "号", lambda row: str(row.id), 60, is_right=True),
    Column(
        "attribute", "属性", lambda _row: "主动公开", 90, badge=lambda _row: DisclosureAttribute.PROACTIVE
    ),
)


class Source:
    """Counts what is fetched."""

    def __init__(self) -> None:
        self.fetched: list[int] = []

    def __call__(self, ids: Sequence[int]) -> Mapping[int, Line]:
        self.fetched.extend(ids)
        return {number: Line(number, f"第{number}件") for number in ids}


def shown_table(
    qtbot: QtBot, memory: Memory, runner: Runner, count: int
) -> tuple[Table, LazyTableModel[Line], Source]:
    source = Source()
    table = Table(memory, "test")
    model = LazyTableModel(COLUMNS, source, runner, table)
    table.show_model(model)
    qtbot.addWidget(table)
    table.resize(500, 400)
    table.show()
    table.show_ids(tuple(range(1, count + 1)))
    return table, model, source


def test_qt_finds_no_fault(qtbot: QtBot, runner: Runner) -> None:
    model = LazyTableModel(COLUMNS, Source(), runner)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_ids(range(1, 500))
    qtbot.waitUntil(lambda: not runner.tasks)
    for number in range(0, 499, 7):
        model.data(model.index(number, 0))
    qtbot.waitUntil(lambda: model.data(model.index(490, 0)) == "第491件")
    model.refresh()
    model.show_ids(())
    qtbot.waitUntil(lambda: not runner.tasks)


def test_only_what_is_painted_is_fetched(qtbot: QtBot, memory: Memory, runner: Runner) -> None:
    table, model, source = shown_table(qtbot, memory, runner, MANY)
    qtbot.waitUntil(lambda: model.data(model.index(0, 0)) == "第1件")
    assert len(source.fetched) <= 2 * PAGE
    table.scrollTo(model.index(50_000, 0))
    qtbot.waitUntil(lambda: model.data(model.index(50_000, 0)) == "第50001件")
    assert len(source.fetched) <= 5 * PAGE


def test_rows_that_came_with_the_ids_are_not_fetched(qtbot: QtBot, memory: Memory, runner: Runner) -> None:
    table, model, source = shown_table(qtbot, memory, runner, 0)
    ids = tuple(range(1, MANY + 1))
    table.show_ids(ids)
    model.take(0, Source()(ids[:PAGE]))
    assert model.data(model.index(3, 0)) == "第4件"
    qtbot.wait(50)
    assert not source.fetched


def test_a_place_is_told_of_every_id(runner: Runner) -> None:
    model = LazyTableModel(COLUMNS, Source(), runner)
    model.show_ids((7, 5, 9))
    assert [model.place_of(number) for number in (7, 5, 9, 1)] == [0, 1, 2, None]
    assert [model.place_of(5, near) for near in (-1, 0, 1, 2, 3)] == [1] * 5


def test_cells_are_empty_until_their_row_is_here(qtbot: QtBot, runner: Runner) -> None:
    model = LazyTableModel(COLUMNS, Source(), runner)
    model.show_ids((5, 6))
    assert model.data(model.index(0, 0)) is None
    qtbot.waitUntil(lambda: model.data(model.index(0, 0)) == "第5件")
    assert model.data(model.index(0, 2), BADGE_ROLE) is DisclosureAttribute.PROACTIVE
    assert model.data(model.index(0, 1), Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_rows_of_an_older_list_are_not_shown(qtbot: QtBot, runner: Runner) -> None:
    model = LazyTableModel(COLUMNS, Source(), runner)
    model.show_ids((1, 2))
    model.data(model.index(0, 0))
    model.show_ids((8, 9))
    qtbot.waitUntil(lambda: model.data(model.index(0, 0)) == "第8件")


def test_memory_is_bounded(qtbot: QtBot, runner: Runner) -> None:
    source = Source()
    model = LazyTableModel(COLUMNS, source, runner)
    model.show_ids(range(MANY))
    for page in range(MOST_PAGES + 20):
        model.data(model.index(page * PAGE, 0))
    qtbot.waitUntil(lambda: not runner.tasks and len(source.fetched) == (MOST_PAGES + 20) * PAGE)
    qtbot.wait(50)
    assert model.row_count_here <= MOST_PAGES * PAGE


def test_place_is_kept_when_the_list_changes(qtbot: QtBot, memory: Memory, runner: Runner) -> None:
    table, _model, _source = shown_table(qtbot, memory, runner, 300)
    table.stand_on(120)
    table.show_ids(tuple(range(100, 200)))
    assert table.current_id == 121
    table.show_ids((1, 2, 3))
    assert table.current_id is None


def test_selection_is_counted_and_given_in_order(qtbot: QtBot, memory: Memory, runner: Runner) -> None:
    table, _model, _source = shown_table(qtbot, memory, runner, MANY)
    picked: list[int] = []
    table.picked.connect(picked.append)
    table.selectAll()
    assert picked[-1] == MANY
    assert table.selected_ids == tuple(range(1, MANY + 1))


def test_columns_are_remembered(qtbot: QtBot, memory: Memory, runner: Runner) -> None:
    table, _model, _source = shown_table(qtbot, memory, runner, 3)
    table.columns_menu().actions()[1].setChecked(False)
    table.setColumnWidth(0, 333)
    again, _model, _source = shown_table(qtbot, memory, runner, 3)
    assert again.isColumnHidden(1)
    assert again.columnWidth(0) == 333


def test_a_narrow_column_says_its_titles_in_brief(qtbot: QtBot, memory: Memory, runner: Runner) -> None:
    columns: tuple[Column[Line], ...] = (
        Column("title", "标题", lambda row: row.title, 320, brief=lambda row: f"{row.id}"),
    )
    table = Table(memory, "brief")
    model = LazyTableModel(columns, Source(), runner, table)
    table.show_model(model)
    qtbot.addWidget(table)
    table.resize(300, 300)
    table.show()
    table.show_ids((7,))
    cell = model.index(0, 0)
    qtbot.waitUntil(lambda: model.data(cell) == "7")
    assert model.data(cell, Qt.ItemDataRole.ToolTipRole) == "第7件"
    assert model.data(cell, Qt.ItemDataRole.AccessibleTextRole) == "第7件"
    table.resize(900, 300)
    qtbot.waitUntil(lambda: model.data(cell) == "第7件")


def test_listed_columns_are_as_wide_as_their_words(qtbot: QtBot, memory: Memory, runner: Runner) -> None:
    columns: tuple[Column[str], ...] = (
        Column("state", "状态", lambda row: row, 60),
        Column("note", "说明", lambda _row: "无", 400),
    )
    table = Table(memory, "listed")
    model: ListedModel[str] = ListedModel(columns, runner, table)
    table.show_model(model)
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    model.show_rows(["已打包，还没有移交给档案馆"])
    assert table.columnWidth(0) >= table.fontMetrics().horizontalAdvance("已打包，还没有移交给档案馆")
    assert table.horizontalScrollBar().maximum() == 0


def test_letters_do_not_search_the_rows(qtbot: QtBot, memory: Memory, runner: Runner) -> None:
    table, _model, source = shown_table(qtbot, memory, runner, MANY)
    qtbot.waitUntil(lambda: not runner.tasks)
    table.setFocus()
    qtbot.keyClicks(table, "zz")
    qtbot.wait(50)
    assert len(source.fetched) <= 2 * PAGE


def test_selecting_all_of_a_long_list_is_never_slow(qtbot: QtBot, memory: Memory, runner: Runner) -> None:
    """Painting the header Qt asked for each column whether all its rows are selected, row by row."""
    table, _model, _source = shown_table(qtbot, memory, runner, MANY)
    qtbot.wait(100)

    def select_all() -> None:
        table.clearSelection()
        table.selectAll()
        qtbot.wait(200)
        table.horizontalHeader().viewport().repaint()
        qtbot.wait(50)

    assert_never_slow(select_all)
    assert table.selected_count == MANY
    assert table.selected_ids == tuple(range(1, MANY + 1))
    assert is_within(min(cpu_seconds(lambda: table.selected_ids) for _ in range(TRIES)), MOST_SECONDS)


def test_enlarging_a_long_list_is_never_slow(
    qtbot: QtBot, qapp: QApplication, memory: Memory, runner: Runner
) -> None:
    """Told a least height above the present one, Qt enlarged a hundred thousand rows one by one."""

    def enlarge(count: int) -> Callable[[], None]:
        table, _model, _source = shown_table(qtbot, memory, runner, count)
        theme.dress(table)
        qtbot.wait(100)

        def act() -> None:
            for zoom in (1.2, 1.5, 1.0):
                theme.apply(qapp, "light", zoom)
                qtbot.wait(100)
                assert table.rowHeight(count - 1) == theme.scaled(ROW_PIXELS)

        return act

    try:
        usual = longest_turn(enlarge(FEW))
        assert_never_slow(enlarge(MANY), usual=usual)
    finally:
        theme.apply(qapp, "light")
