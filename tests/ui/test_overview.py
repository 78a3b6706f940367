"""概览: figures add up, every bar leads to its list, every chart has a table that says the same."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, update

from app.domain.source import FailureKind, FileStatus
from app.store import counts
from app.store.tables.holdings import document, location
from app.ui.desk import Desk, Destination, RoomName, Topic
from app.ui.ingest.screen import IngestScreen
from app.ui.overview.figures import Numbering, lacks, since
from app.ui.overview.screen import OverviewScreen
from app.ui.registers.screen import RegistersScreen
from app.ui.room import Room
from app.ui.widgets.chart import LEAST_HEIGHT, BarChart, Series
from tests.ui.conftest import COUNT, settled
from tests.ui.holdings import AT, REVIEWER

Show = Callable[[Room], Room]


def break_things(desk: Desk) -> None:
    """Two files that could not be read, one scan, and a number nobody bears."""
    failed = {
        "status": FileStatus.FAILED,
        "failure_kind": FailureKind.DAMAGED,
        "failure_message": "文件已损坏。",
    }
    scan = {"status": FileStatus.NEEDS_OCR, "failure_kind": None, "failure_message": None}
    with desk.catalogue.write(by=REVIEWER, action="test.fill") as unit:
        run = unit.connection.execute(location.select().limit(1)).one().last_seen_run
        for number, outcome in enumerate((failed, failed, scan)):
            path = f"坏/{number}.pdf"
            place = {"root_id": 1, "path": path, "raw_path": path.encode(), "size": 10, "last_seen_run": run}
            times = {"first_seen_at": AT, "last_seen_at": AT}
            unit.connection.execute(insert(location).values(**place, **outcome, **times))
        unit.connection.execute(update(document).where(document.c.id == 40).values(number_serial=9))
        unit.record("test", [])
        unit.commit()


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, show: Show) -> OverviewScreen:
    break_things(desk)
    made = OverviewScreen(desk)
    show(made)
    settled(qtbot, desk)
    return made


@pytest.fixture
def went(room: OverviewScreen) -> list[Destination]:
    """Where the window is asked to go."""
    found: list[Destination] = []
    room.desk.wanted.connect(found.append)
    return found


def table_of(chart: BarChart) -> list[list[str]]:
    table = chart.table
    return [
        [table.item(line, column).text() for column in range(table.columnCount())]
        for line in range(table.rowCount())
    ]


def test_figures_lead_to_their_lists(room: OverviewScreen, went: list[Destination]) -> None:
    assert room.figures["documents"].number.text() == str(COUNT)
    assert room.figures["failed"].number.text() == "2"
    for name in ("documents", "approved", "proposed", "open", "failed", "quarantined"):
        room.figures[name].click()
    assert [to.room for to in went] == [
        RoomName.DOCUMENTS,
        RoomName.DOCUMENTS,
        RoomName.REVIEW,
        RoomName.REVIEW,
        RoomName.INGEST,
        RoomName.INGEST,
    ]


def test_a_year_leads_to_its_documents(room: OverviewScreen, went: list[Destination]) -> None:
    first = table_of(room.years)[0]
    room.years.table.cellClicked.emit(0, 4)
    assert went[0].facets == {"year": first[0], "attribute": "undetermined", "applicability": "ours"}
    room.years.table.cellClicked.emit(0, 0)
    assert went[1].facets == {"year": first[0]}


def test_what_others_decide_is_told_apart(
    qtbot: QtBot, room: OverviewScreen, went: list[Destination]
) -> None:
    assert not room.figures["others"].isVisible()
    ours_before = int(room.figures["open"].number.text())
    with room.desk.catalogue.write(by=REVIEWER, action="test.fill") as unit:
        unit.connection.execute(
            update(document).where(document.c.id <= 9).values(applicability="other_maker")
        )
        unit.record("test", [])
        unit.commit()
    room.refresh()
    settled(qtbot, room.desk)
    assert room.figures["others"].number.text() == "9"
    assert int(room.figures["open"].number.text()) == ours_before - 9
    assert sum(int(line[5]) for line in table_of(room.years)) == 9
    assert f"/ {COUNT - 9} 件" in room.milestones[-1][0].text()
    room.figures["others"].click()
    assert went[-1] == Destination(RoomName.DOCUMENTS, query="非 归属:本机关认定")
    room.years.chosen.emit(0, "others")
    assert went[-1].query == "非 归属:本机关认定"
    assert went[-1].facets == {"year": table_of(room.years)[0][0]}


def test_a_format_leads_to_its_documents(room: OverviewScreen, went: list[Destination]) -> None:
    names = [line[0] for line in table_of(room.formats)]
    assert set(names) == {"docx", "pdf", "doc", "wps", "ofd"}
    room.formats.chosen.emit(0, "")
    assert went[0] == Destination(RoomName.DOCUMENTS, query=f"格式:{names[0]}")


def test_what_is_missing_or_unreadable_leads_to_its_list(
    room: OverviewScreen, went: list[Destination]
) -> None:
    told = dict(table_of(room.lacks))
    assert told["文件损坏"] == "2"
    assert told["待文字识别"] == "1"
    assert int(told["缺号"]) >= 1
    words = list(told)
    for word in ("文件损坏", "缺号"):
        room.lacks.chosen.emit(words.index(word), "")
    assert went == [
        Destination(RoomName.INGEST, facets={"cause": "damaged"}),
        Destination(RoomName.REGISTERS, facets={"register": "gaps"}),
    ]


def test_a_milestone_leads_to_what_is_undecided(room: OverviewScreen, went: list[Destination]) -> None:
    words, bar = room.milestones[0]
    assert "2016" in words.text()
    assert bar.accessibleName() == words.text()
    words.click()
    assert went == [Destination(RoomName.DOCUMENTS, query=since(2016))]


def test_corrected_numbers_are_counted_anew(qtbot: QtBot, room: OverviewScreen) -> None:
    before = int(dict(table_of(room.lacks))["缺号"])
    with room.desk.catalogue.write(by=REVIEWER, action="test.fill") as unit:
        unit.connection.execute(update(document).where(document.c.id == 41).values(number_serial=12))
        unit.record("test", [])
        unit.commit()
    room.desk.changed.emit(frozenset({Topic.DOCUMENTS}))
    settled(qtbot, room.desk)
    assert int(dict(table_of(room.lacks))["缺号"]) > before


def test_nothing_missing_leaves_nothing_to_show(desk: Desk) -> None:
    with desk.catalogue.read() as connection:
        assert lacks(counts.overview(connection), Numbering()) == ()


def test_bars_keep_their_height_where_the_legend_takes_a_line_more(qtbot: QtBot) -> None:
    """The legend went below the title, and the bars were cut off at their feet."""
    chart = BarChart("各年度公文与公开属性")
    qtbot.addWidget(chart)
    chart.show_bars(["甲"], [Series(name * 6, "#112233", (1,), name) for name in "一二三"])
    layout = chart.layout()
    for width in (1000, chart.minimumSizeHint().width()):
        assert layout.totalHeightForWidth(width) >= layout.totalMinimumHeightForWidth(width) > LEAST_HEIGHT


def test_a_click_on_a_bar_finds_bar_and_series(qtbot: QtBot) -> None:
    for is_lying in (False, True):
        chart = BarChart("各年度", is_lying=is_lying)
        qtbot.addWidget(chart)
        chart.resize(500, 300)
        chart.show()
        chart.show_bars(
            ["甲", "乙"], [Series("一", "#112233", (3, 1), "one"), Series("二", "#445566", (1, 4), "two")]
        )
        qtbot.wait(30)
        found: list[tuple[int, str]] = []
        chart.chosen.connect(lambda number, key, found=found: found.append((number, key)))
        box = chart._plot.box
        along, high = 1.0, 3.0
        place = box.mapViewToScene(QPointF(high, along) if is_lying else QPointF(along, high))
        seen = chart._plot.mapFromScene(place)
        qtbot.mouseClick(chart._plot.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(seen.x(), seen.y()))
        qtbot.waitUntil(lambda found=found: bool(found))
        assert found == [(1, "two")]


def test_ingest_shows_the_cause_it_was_asked_for(qtbot: QtBot, desk: Desk, show: Show) -> None:
    break_things(desk)
    room = IngestScreen(desk)
    room.arrive(Destination(RoomName.INGEST, facets={"cause": "damaged"}))
    show(room)
    settled(qtbot, desk)
    assert room.view.cause.value == "damaged"
    assert len(room.model.listed) == 2


def test_lists_open_on_the_leaf_that_was_asked_for(qtbot: QtBot, desk: Desk, show: Show) -> None:
    break_things(desk)
    room = RegistersScreen(desk)
    room.arrive(Destination(RoomName.REGISTERS, facets={"register": "ocr"}))
    show(room)
    settled(qtbot, desk)
    found = room.found
    assert found.registers[found.tabs.currentIndex()].name == "ocr"
