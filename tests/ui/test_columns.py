"""Columns end where the list ends: no desert beside them, nothing cut in the middle of a word."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from app.ui import theme, words
from app.ui.memory import Memory
from app.ui.tasks import Runner
from app.ui.widgets.columns import HIDDEN, Width, fitted, least_width, of_content, width_of
from app.ui.widgets.header import CELL_PADDING
from app.ui.widgets.lazy_table import Column
from app.ui.widgets.listed_table import ListedModel
from app.ui.widgets.table import Table

DATE, TITLE, BODY = width_of(100, 0, 0, 1), width_of(320, 170, 0, 1), width_of(240, 0, 0, 1)


@pytest.mark.parametrize(
    ("columns", "room", "expected"),
    [
        pytest.param((DATE, TITLE, BODY), 660, [100, 320, 240], id="exactly"),
        pytest.param((DATE, TITLE, BODY), 1220, [100, 640, 480], id="text takes what is left"),
        pytest.param((DATE, TITLE, BODY), 560, [100, 252, 207], id="text gives in proportion"),
        pytest.param((DATE, TITLE, BODY), 430, [100, 330, 240], id="what finds no room is scrolled to"),
        pytest.param((DATE, TITLE, BODY), 240, [100, 170, 240], id="the first text at least"),
        pytest.param((DATE, DATE, width_of(60, 0, 0, 1)), 300, [120, 120, 60], id="no text: the widest"),
    ],
)
def test_columns_share_the_room(columns: tuple[Width, ...], room: int, expected: list[int]) -> None:
    assert fitted(columns, room) == expected


@pytest.mark.parametrize(("planned", "expected"), [(160, 160), (220, 154)])
def test_only_running_text_gives_way(planned: int, expected: int) -> None:
    assert width_of(planned, 0, 0, 1).least == expected


def test_room_that_no_text_needs_goes_to_the_column_planned_widest() -> None:
    """What a day takes by its words is no claim to all that is left beside a short description."""
    day, words = of_content(width_of(130, 0, 0, 1), 120, 1), of_content(width_of(170, 0, 0, 1), 80, 1)
    assert fitted([day, words], 500) == [120, 380]


def test_short_words_are_whole_before_a_sentence_gets_more() -> None:
    title, note = of_content(TITLE, 320, 1), of_content(width_of(100, 0, 0, 1), 130, 1)
    sentence = of_content(BODY, 900, 1)
    assert fitted([title, note, sentence], 700) == [320, 130, 250]


def test_a_head_is_never_cut() -> None:
    column = width_of(40, 0, 75, 1.0)
    assert fitted([column, TITLE], 500)[0] == 75
    assert width_of(100, 0, 75, 1.5).planned == 150


SIGN, DAY = width_of(26, 0, 0, 1), replace(width_of(96, 0, 0, 1), gives_way=True)
BADGE = replace(width_of(138, 0, 0, 1), brief=52)
READABLE = 186


@pytest.mark.parametrize(
    ("columns", "room", "expected"),
    [
        pytest.param((SIGN, DAY, TITLE), 400, [26, 96, 278], id="all have room"),
        pytest.param((SIGN, DAY, TITLE), 260, [26, HIDDEN, 234], id="the day gives way to the title"),
        pytest.param((DAY, BADGE, TITLE), 520, [96, 138, 286], id="the badge has its word"),
        pytest.param(
            (DAY, BADGE, TITLE), 460, [96, 52, 312], id="the badge is brief before the title is cut"
        ),
        pytest.param((DAY, BADGE, TITLE), 250, [HIDDEN, 52, 198], id="then the day goes"),
        pytest.param((DATE, TITLE), 150, [100, 186], id="what may not go stays, and one scrolls"),
    ],
)
def test_a_title_can_always_be_read(columns: tuple[Width, ...], room: int, expected: list[int]) -> None:
    assert fitted(columns, room, READABLE) == expected


def test_a_list_asks_for_its_title_beside_what_stays() -> None:
    assert least_width((SIGN, DAY, BADGE, TITLE), READABLE) == 26 + 52 + READABLE


def test_a_plan_below_the_least_of_figures_does_not_make_a_list_scroll() -> None:
    figures = width_of(48, 56, 0, 1)
    assert sum(fitted([figures, TITLE], 500)) == 500


@pytest.mark.parametrize(
    ("contents", "room", "expected"),
    [
        pytest.param((70, 200, 480), 800, [70, 214, 515], id="each as wide as its words, the rest to text"),
        pytest.param((70, 200, 480), 700, [70, 200, 430], id="who is cut has the room that others leave"),
        pytest.param((150, 900, 60), 810, [150, 596, 63], id="a short column has more than its plan, too"),
        pytest.param((70, 200, 480), 430, [70, 176, 183], id="when room is short it is as it was planned"),
    ],
)
def test_columns_whose_words_are_known_are_not_cut_without_need(
    contents: tuple[int, ...], room: int, expected: list[int]
) -> None:
    columns = [
        of_content(one, content, 1) for one, content in zip((DATE, TITLE, BODY), contents, strict=True)
    ]
    assert fitted(columns, room) == expected


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("临湖县人民政府关于防汛工作的通知", "临湖县人民政府", "关于防汛工作的通知"),
        ("临湖县财政局临湖县水利局关于印发办法的通知", "临湖县财政局；临湖县水利局", "关于印发办法的通知"),
        (
            "临湖县人民政府办公室转发市水利局关于防汛的意见",
            "临湖县人民政府办公室",
            "转发市水利局关于防汛的意见",
        ),
        ("临湖县人民政府令", "临湖县人民政府", "临湖县人民政府令"),
        ("关于防汛工作的通知", "临湖县人民政府", "关于防汛工作的通知"),
        ("2014年发文登记簿", "", "2014年发文登记簿"),
    ],
)
def test_a_title_in_brief_leaves_out_the_body_it_begins_with(title: str, body: str, expected: str) -> None:
    assert words.subject(title, body) == expected


@pytest.mark.parametrize("text", ["30年，未审核", "1年，未审核", "111号", "永久"])
def test_words_that_have_their_width_are_not_cut_by_a_part_of_a_pixel(
    text: str, qtbot: QtBot, memory: Memory, runner: Runner
) -> None:
    table = Table(memory, "cut")
    qtbot.addWidget(table)
    columns: tuple[Column[str], ...] = (Column("note", "注", str, 190), Column("rest", "其余", str, 300))
    model: ListedModel[str] = ListedModel(columns, runner, table)
    table.show_model(model)
    table.resize(900, 200)
    table.show()
    model.show_rows([text])
    room = table.columnWidth(0) - theme.scaled(CELL_PADDING)
    assert QFontMetricsF(table.font()).elidedText(text, Qt.TextElideMode.ElideRight, room) == text
    assert table.columnWidth(0) < 190
