"""Speed and time left, by a clock that the test turns."""

import os
import platform

import psutil
import pytest

from app.inventory.run_data import RunData, state_of, this_process


def test_speed_now_forgets_what_is_long_past() -> None:
    data = RunData("reading", 1000, clock=0.0)
    for second in range(1, 101):
        data.advance(1, clock=float(second))
    for second in range(101, 161):
        data.advance(5, clock=float(second))
    figures = data.as_dict(clock=160.0)
    assert (figures["done"], figures["remaining"]) == (400, 600)
    assert figures["per_second"] == 2.5
    assert figures["per_second_now"] == pytest.approx(5.0, abs=0.2)
    assert figures["seconds_left"] == pytest.approx(120, abs=5)


def test_nothing_is_foretold_before_anything_is_done() -> None:
    figures = RunData("reading", 10, clock=0.0).as_dict(clock=5.0)
    assert (figures["per_second"], figures["seconds_left"], figures["remaining"]) == (None, None, 10)


def test_formats_are_counted_with_their_seconds() -> None:
    data = RunData("reading", 3, clock=0.0)
    for seconds in (0.5, 0.25):
        data.count_format("pdf", seconds)
    assert data.as_dict(clock=1.0)["by_format"] == {"pdf": {"files": 2, "seconds": 0.75}}


@pytest.mark.parametrize(
    ("state", "process", "shown"),
    [
        ("done", {}, "done"),
        ("running", {"computer": "另一台", "pid": 1, "started": 0.0}, "running"),
        ("running", {"computer": platform.node(), "pid": os.getpid(), "started": 0.0}, "interrupted"),
        ("running", {"computer": platform.node(), "pid": 2**22 + 1, "started": 0.0}, "interrupted"),
    ],
)
def test_a_run_whose_process_is_gone_was_interrupted(state: str, process: dict, shown: str) -> None:
    assert state_of({"state": state, "process": process}) == shown


def test_this_process_runs() -> None:
    assert psutil.pid_exists(this_process()["pid"])
    assert state_of({"state": "running", "process": this_process()}) == "running"
