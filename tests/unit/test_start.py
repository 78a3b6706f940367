"""Which face of the program a start asks for."""

import pytest

from app.__main__ import wants_window


@pytest.mark.parametrize(
    ("program", "given", "is_window"),
    [
        ("dishu", [], True),
        ("dishu", ["window", "catalogue"], True),
        ("dishu", ["status", "catalogue"], False),
        ("C:/dishu/dishu-window.exe", ["D:/catalogue"], True),
        ("/opt/dishu/dishu-window", [], True),
        ("dishu", ["--version"], False),
    ],
)
def test_the_window_opens_when_it_is_asked_for(program: str, given: list[str], is_window: bool) -> None:
    assert wants_window(program, given) is is_window
