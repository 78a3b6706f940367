import os
import signal
import subprocess
import sys
import time
from concurrent.futures import CancelledError
from pathlib import Path

import psutil
import pytest

from app.domain.source import Failure, FailureKind
from app.formats.pool import WorkerLimits, WorkerPool
from tests.unit.formats import pool_tasks

LIMITS = WorkerLimits(seconds=20, memory_bytes=1024**3)
PATIENCE = 300
"""Seconds that a result may take: only a test that fails waits so long."""


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(2, LIMITS) as pool:
        yield pool


def failure_of(future):
    result = future.result(PATIENCE)
    assert isinstance(result, Failure), result
    return result


def test_a_result_is_the_functions_value(pool):
    assert pool.submit(pool_tasks.double, 21).result(PATIENCE) == 42


@pytest.mark.parametrize(
    ("function", "seconds", "kind"),
    [
        (pool_tasks.segfault, None, FailureKind.CRASHED),
        (pool_tasks.leave, None, FailureKind.CRASHED),
        (pool_tasks.hang, 0.5, FailureKind.TIMED_OUT),
        (pool_tasks.misread, None, FailureKind.ENCRYPTED),
        (pool_tasks.blunder, None, FailureKind.CRASHED),
        pytest.param(
            pool_tasks.eat,
            None,
            FailureKind.OUT_OF_MEMORY,
            marks=pytest.mark.skipif(sys.platform == "darwin", reason="no address space limit"),
        ),
    ],
)
def test_what_goes_wrong_is_a_failure_and_the_pool_goes_on(pool, function, seconds, kind):
    assert failure_of(pool.submit(function, seconds=seconds)).kind is kind
    assert pool.submit(pool_tasks.double, 1).result(PATIENCE) == 2


def test_a_defect_is_named_by_type_and_place_without_its_words(pool):
    message = failure_of(pool.submit(pool_tasks.blunder)).message
    assert "KeyError pool_tasks.py" in message
    assert "秘密" not in message


def test_each_misbehaving_item_costs_only_itself(pool):
    items = pool.map_bounded(pool_tasks.misbehave, range(40), seconds_for={7: 1.0}.get)
    results = dict(items)
    failed = {item: result.kind for item, result in results.items() if isinstance(result, Failure)}
    assert failed == {
        3: FailureKind.CRASHED,
        7: FailureKind.TIMED_OUT,
        11: FailureKind.OUT_OF_MEMORY,
        13: FailureKind.CRASHED,
    }
    assert all(results[item] == item for item in range(40) if item not in failed)


def test_items_are_taken_no_further_ahead_than_the_window(pool):
    taken = []

    def items():
        for number in range(50):
            taken.append(number)
            yield number

    for count, _ in enumerate(pool.map_bounded(pool_tasks.double, items(), window=4), start=1):
        assert len(taken) <= count + 4


def test_leaving_the_loop_cancels_what_is_left(pool):
    naps = [0.0, *[2.0 * PATIENCE] * 3]
    for _ in pool.map_bounded(pool_tasks.nap, naps, seconds_for=lambda _nap: 3.0 * PATIENCE):
        break
    assert pool.submit(pool_tasks.double, 2).result(PATIENCE) == 4


def test_a_running_task_can_be_cancelled(pool):
    future = pool.submit(pool_tasks.nap, 60.0)
    time.sleep(0.3)
    assert future.cancel()
    with pytest.raises(CancelledError):
        future.result(PATIENCE)


def test_a_worker_takes_only_so_many_tasks():
    with WorkerPool(1, WorkerLimits(tasks_per_worker=3)) as pool:
        pids = [pool.submit(pool_tasks.own_pid, number).result(PATIENCE) for number in range(7)]
    assert [len(set(pids[start : start + 3])) for start in (0, 3)] == [1, 1]
    assert len(set(pids)) == 3


@pytest.mark.parametrize("times", [1, 4])
def test_a_task_whose_worker_was_killed_is_tried_again(pool, tmp_path, times):
    assert pool.submit(pool_tasks.die, str(tmp_path), times, signal.SIGKILL).result(PATIENCE) == times + 1


@pytest.mark.parametrize(("by", "asked"), [(signal.SIGKILL, 5), (signal.SIGSEGV, 2)])
def test_a_task_over_which_workers_die_again_and_again_has_crashed(pool, tmp_path, by, asked):
    assert failure_of(pool.submit(pool_tasks.die, str(tmp_path), 99, by)).kind is FailureKind.CRASHED
    assert len(list(tmp_path.iterdir())) == asked


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="the system does not count waiting")
def test_waiting_for_a_processor_that_others_use_is_not_a_tasks_time():
    processor = min(os.sched_getaffinity(0))
    with WorkerPool(4, LIMITS) as pool:
        tasks = [pool.submit(pool_tasks.reckon, 1.0, processor, seconds=2.5) for _ in range(4)]
        assert [task.result(PATIENCE) for task in tasks] == [1.0] * 4


def test_a_killed_idle_worker_is_replaced(pool):
    pid = pool.submit(pool_tasks.own_pid, 0).result(PATIENCE)
    os.kill(pid, signal.SIGKILL)
    assert pool.submit(pool_tasks.double, 4).result(PATIENCE) == 8


def test_random_kills_of_workers_lose_nothing():
    with WorkerPool(2, LIMITS) as pool:
        results = {}
        for number, value in pool.map_bounded(pool_tasks.double, range(400)):
            results[number] = value
            if number % 40 == 0:
                for child in psutil.Process().children():
                    if "spawn_main" in " ".join(child.cmdline()):
                        child.kill()
    assert results == {number: 2 * number for number in range(400)}


def test_workers_do_not_hear_the_interrupt_key(pool):
    assert pool.submit(pool_tasks.interrupted).result(PATIENCE) == "deaf"


def test_after_stop_nothing_is_accepted_and_no_process_is_left():
    pool = WorkerPool(1, LIMITS)
    pid = pool.submit(pool_tasks.own_pid, 0).result(PATIENCE)
    running = pool.submit(pool_tasks.nap, 60.0)
    pool.stop()
    assert running.cancelled()
    assert pool.submit(pool_tasks.double, 1).cancelled()
    assert not psutil.pid_exists(pid)


SCRIPT = """
import sys
from app.formats.pool import WorkerPool
from tests.unit.formats import pool_tasks
if __name__ == "__main__":
    pool = WorkerPool(2)
    assert pool.submit(pool_tasks.chatter).result(300) == "said"
    {end}
"""


HANG = "pool.submit(pool_tasks.hang).result()"


def run_script(tmp_path, end):
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(end=end), encoding="utf-8")
    root = Path(__file__).parents[3]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        text=True,
    )


@pytest.mark.parametrize("end", ["pool.stop()", "pass", "pool.submit(pool_tasks.hang)"])
def test_workers_are_silent_and_end_with_the_program(tmp_path, end):
    output, errors = run_script(tmp_path, end).communicate(timeout=PATIENCE)
    assert (output, errors) == ("", "")


@pytest.mark.skipif(sys.platform != "linux", reason="prctl")
def test_workers_die_with_a_killed_parent(tmp_path):
    end = "print(pool.submit(pool_tasks.own_pid, 0).result(300), flush=True); " + HANG
    with run_script(tmp_path, end) as program:
        worker = int(program.stdout.readline())
        program.kill()
        program.communicate(timeout=PATIENCE)
    deadline = time.monotonic() + 60
    while psutil.pid_exists(worker) and time.monotonic() < deadline:
        if psutil.Process(worker).status() == psutil.STATUS_ZOMBIE:
            break
        time.sleep(0.05)
    else:
        assert not psutil.pid_exists(worker)


def give_back_what_cannot_be_sent() -> object:
    return lambda: None


def test_a_result_that_cannot_be_sent_costs_only_its_task() -> None:
    with WorkerPool(1) as pool:
        lost = pool.submit(give_back_what_cannot_be_sent).result()
        assert isinstance(lost, Failure)
        assert lost.kind is FailureKind.CRASHED
