"""The runner: results on the window's thread, failures to the right place, nothing for the dead."""

import logging
import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.errors import AppError
from app.progress import Progress, Step
from app.ui.tasks import Runner

LONG = 60.0
"""Seconds after which work ends that a test should have ended."""


def test_result_arrives_on_the_windows_thread(qtbot: QtBot, runner: Runner) -> None:
    arrived: list[tuple[int, bool]] = []
    worked_on: list[threading.Thread] = []

    def work(_progress: Progress) -> int:
        worked_on.append(threading.current_thread())
        return 7

    def done(value: int) -> None:
        arrived.append((value, threading.current_thread() is threading.main_thread()))

    runner.read(work, runner, done)
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [(7, True)]
    assert worked_on[0] is not threading.main_thread()


def test_writes_run_one_after_another_in_order(qtbot: QtBot, runner: Runner) -> None:
    order: list[str] = []

    def slow(_progress: Progress) -> None:
        time.sleep(0.05)
        order.append("first")

    runner.write(slow, runner, lambda _none: None)
    runner.write(lambda _progress: order.append("second"), runner, lambda _none: order.append("told"))
    qtbot.waitUntil(lambda: "told" in order)
    assert order == ["first", "second", "told"]


def test_short_writes_do_not_wait_for_a_long_one(qtbot: QtBot, runner: Runner) -> None:
    may_end = threading.Event()
    told: list[str] = []
    runner.write(lambda _progress: may_end.wait(LONG), runner, lambda _none: None, title="采集")
    runner.write(lambda _progress: "short", runner, told.append)
    qtbot.waitUntil(lambda: told == ["short"])
    may_end.set()


def test_paused_work_waits_and_a_pause_does_not_count(qtbot: QtBot, runner: Runner) -> None:
    steps: list[int] = []

    def work(progress: Progress) -> str:
        for number in range(200):
            progress.step("读取", number, 200)
            steps.append(number)
            time.sleep(0.005)
        return "done"

    told: list[str] = []
    task = runner.write(work, runner, told.append, title="采集")
    qtbot.waitUntil(lambda: len(steps) > 5)
    task.pause()
    qtbot.wait(50)
    stood, seconds = len(steps), task.seconds
    qtbot.wait(150)
    assert len(steps) == stood
    assert task.seconds == seconds
    task.resume()
    qtbot.waitUntil(lambda: told == ["done"])


def test_paused_work_can_be_cancelled(qtbot: QtBot, runner: Runner) -> None:
    ended: list[str] = []

    def work(progress: Progress) -> None:
        while True:
            progress.step("读取", 1)
            time.sleep(0.005)

    task = runner.write(work, runner, lambda _none: None, title="采集", on_end=lambda: ended.append("end"))
    task.pause()
    qtbot.wait(30)
    task.cancel()
    qtbot.waitUntil(lambda: ended == ["end"])


def test_reads_do_not_wait_for_a_write(qtbot: QtBot, runner: Runner) -> None:
    may_end = threading.Event()
    read: list[int] = []
    runner.write(lambda _progress: may_end.wait(LONG), runner, lambda _none: None)
    runner.read(lambda _progress: 1, runner, read.append)
    qtbot.waitUntil(lambda: read == [1])
    may_end.set()


def test_result_for_an_owner_that_is_gone_is_dropped(qtbot: QtBot, runner: Runner) -> None:
    owner, may_end, told = QObject(), threading.Event(), []
    runner.read(lambda _progress: may_end.wait(LONG), owner, told.append)
    owner.deleteLater()
    qtbot.wait(20)
    may_end.set()
    qtbot.waitUntil(lambda: not runner.tasks)
    qtbot.wait(20)
    assert told == []


def test_failure_goes_to_its_taker_or_to_everybody(qtbot: QtBot, runner: Runner) -> None:
    own: list[AppError] = []
    public: list[AppError] = []
    runner.failed.connect(public.append)

    def fail(_progress: Progress) -> None:
        raise AppError("盘满了。", "请清理磁盘。")

    runner.read(fail, runner, lambda _none: None, on_failure=own.append)
    runner.read(fail, runner, lambda _none: None)
    qtbot.waitUntil(lambda: len(own) == len(public) == 1)
    assert own[0].advice == "请清理磁盘。"


def test_defect_is_told_and_logged_without_its_words(
    qtbot: QtBot, runner: Runner, caplog: pytest.LogCaptureFixture
) -> None:
    broken: list[Exception] = []
    runner.broken.connect(broken.append)

    def break_down(_progress: Progress) -> None:
        raise ValueError("临湖县绝不能进日志")

    runner.read(break_down, runner, lambda _none: None)
    qtbot.waitUntil(lambda: len(broken) == 1)
    assert isinstance(broken[0], ValueError)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "临湖县" not in caplog.text
    caplog.clear()


def test_cancel_stops_at_the_next_step(qtbot: QtBot, runner: Runner) -> None:
    steps: list[int] = []
    ended: list[bool] = []

    def work(progress: Progress) -> None:
        for number in range(1000):
            steps.append(number)
            progress.step("读", number, 1000)
            time.sleep(0.002)

    task = runner.write(
        work, runner, lambda _none: ended.append(False), on_end=lambda: ended.append(True), title="读"
    )
    qtbot.waitUntil(lambda: len(steps) > 5)
    task.cancel()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == [True]
    assert len(steps) < 1000


def test_progress_is_told_at_most_twenty_times_a_second(qtbot: QtBot, runner: Runner) -> None:
    told: list[Step] = []
    done: list[float] = []

    def work(progress: Progress) -> float:
        began = time.monotonic()
        while time.monotonic() - began < 0.5:
            progress.step("读", 1, 10)
        return time.monotonic() - began

    runner.write(work, runner, done.append, on_progress=told.append)
    qtbot.waitUntil(lambda: bool(done))
    assert 2 <= len(told) <= 12


@pytest.mark.parametrize("lane", ["read", "write"])
def test_dropped_work_is_not_begun(qtbot: QtBot, runner: Runner, lane: str) -> None:
    begun: list[int] = []
    block = threading.Event()
    start: Callable[..., object] = getattr(runner, lane)
    for _ in range(3):
        start(lambda _progress: block.wait(LONG), runner, lambda _none: None)
    task = start(lambda _progress: begun.append(1), runner, lambda _none: None)
    task.drop()
    block.set()
    qtbot.waitUntil(lambda: not runner.tasks)
    assert begun == []
