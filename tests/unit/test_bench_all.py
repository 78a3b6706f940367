"""All promises in one place: named once, each with a bench that tells it; the page says what was recorded."""

import subprocess
import sys
from pathlib import Path

import pytest

from bench import all as bench_all
from bench import promise

ROOT = Path(__file__).parents[2]
QUICK = ("catalogue_xlsx", "reconcile")


def test_each_promise_is_named_once_and_its_bench_is_there() -> None:
    found = bench_all.benches()
    names = [each.name for bench in found for each in bench.promises]
    assert len(names) == len(set(names))
    for bench in found:
        for command in (bench.command, bench.quick):
            assert (ROOT / f"{command[0].replace('.', '/')}.py").is_file(), command


def test_recorded_figures_belong_to_promises() -> None:
    names = {each.name for bench in bench_all.benches() for each in bench.promises}
    assert set(bench_all.last_figures()) <= names


def test_the_page_shows_the_recorded_figures() -> None:
    page = bench_all.PAGE.read_text(encoding="utf-8")
    assert page == bench_all.with_table(page), "run: .venv/bin/python -m bench.all --table"


@pytest.mark.parametrize("name", QUICK)
def test_a_bench_still_runs_and_tells_its_figures(name: str) -> None:
    command = [sys.executable, "-m", "bench.all", "--quick", "--only", name]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    for each in bench_all.chosen([name])[0].promises:
        (line,) = [line for line in done.stdout.splitlines() if line.startswith(f"{each.name} ")]
        assert "NOT TOLD" not in line


@pytest.mark.parametrize(
    ("limit", "is_upper", "value", "is_met"),
    [(40, True, 40, True), (40, True, 40.1, False), (0.7, False, 0.7, True), (0.7, False, 0.69, False)],
)
def test_a_figure_meets_its_limit_or_not(limit: float, is_upper: bool, value: float, is_met: bool) -> None:
    assert bench_all.Promise("a.b", "", "", limit, is_upper).is_met(value) is is_met


def test_figures_are_found_among_other_lines() -> None:
    said = "round 1\nPROMISED newest 12.5\n  p50 3\nPROMISED newest 11\nPROMISED megabytes 1e+03\n"
    assert promise.told(said) == {"newest": 11.0, "megabytes": 1000.0}


def test_an_unknown_promise_is_refused() -> None:
    with pytest.raises(SystemExit, match=r"search\.oldest"):
        bench_all.chosen(["search.oldest"])
    assert [bench.name for bench in bench_all.chosen(["search.newest"])] == ["search"]
