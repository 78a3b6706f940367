"""Columns end where the list ends: no desert beside them, nothing cut in the middle of a word."""

import pytest

from app.ui.widgets.columns import Width, fitted, width_of

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
