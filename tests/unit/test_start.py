"""Which face of the program a start asks for, and what it waits for."""

import subprocess
import sys

import pytest

from app.__main__ import main, missing_for_window, wants_window


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


@pytest.mark.parametrize(
    ("platform", "environment", "opens"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("win32", {}, True),
    ],
)
def test_a_window_needs_a_screen(platform: str, environment: dict[str, str], opens: bool) -> None:
    assert (missing_for_window(platform, environment) is None) is opens


def test_without_a_screen_a_sentence_stands_where_qt_would_abort(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 3
    assert "打不开窗口" in capsys.readouterr().err


HEAVY = {
    "app.classify.rules",
    "app.formats.pool",
    "alembic",
    "numpy",
    "openpyxl",
    "psutil",
    "multiprocessing",
}
"""What takes long to load and only some commands need."""


@pytest.mark.parametrize("command", ["search", "searches", "search_batch", "status"])
def test_a_question_does_not_wait_for_what_it_does_not_need(command: str) -> None:
    program = f"import sys, app.__main__, app.cli.{command}_command; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert HEAVY & set(loaded.stdout.split()) == set()
