"""Columns end where the list ends: no desert beside them, nothing cut in the middle of a word."""

from dataclasses import replace

import pytest

from app.ui.widgets.columns import HIDDEN, Width, fitted, least_width, width_of

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
