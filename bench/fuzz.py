"""Fuzz every own reader and recogniser, guided by coverage, and print a table of what came of it.

    .venv/bin/python -m venv /tmp/fuzz && /tmp/fuzz/bin/pip install -e . atheris pytest
    /tmp/fuzz/bin/python -m bench.fuzz --target doc --runs 200000 --quiet 600
    /tmp/fuzz/bin/python -m bench.fuzz --all --runs 200000 --quiet 600 --seconds 1200
    /tmp/fuzz/bin/python -m bench.fuzz --table
    /tmp/fuzz/bin/python -m bench.fuzz --corpus

Atheris (libFuzzer) is a tool of development on Linux and no part of the program. Targets, seeds and the wounds
that fit each structure stand in ``tests/fuzz``. A target is done when it has made ``--runs`` executions and no
new edge of our code was reached for ``--quiet`` seconds of its own CPU time; a later call goes on from what an
earlier one found, in ``build/fuzz``. ``--corpus`` chooses from all inputs the few that reach all lines, for
``tests/fuzz_corpus``, where the tests replay them.

Findings are inputs that raise anything but a refusal in words, break a promise of a result, take longer than
``SLOWEST_CPU`` seconds, hang, kill the process or make it grow beyond ``MOST_MEGABYTES``.
"""

import argparse
import json
import re
import selectors
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

SLOWEST_CPU = 2.0
HANGS_AFTER = 60
MOST_MEGABYTES = 700
LARGEST_INPUT = 60_000
SECONDS_BETWEEN_NOTES = 30
FOLDER = Path("build/fuzz")
CORPUS = Path("tests/fuzz_corpus")
_STATUS = re.compile(rb"^#\d+\s+\w+\s+cov: (\d+)")


@dataclass
class State:
    """What is known of a target after all its runs so far; CPU times in seconds."""

    runs: int = 0
    cpu: float = 0.0
    quiet: float = 0.0
    edges: int = 0
    memory_grown: float = 0.0
    slowest: float = 0.0
    deaths: int = 0
    found: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "State":
        """The state kept in a target's folder."""
        path = folder / "state.json"
        return cls(**json.loads(path.read_text())) if path.exists() else cls()

    def write(self, folder: Path) -> None:
        """Keep the state there."""
        (folder / "state.json").write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1))


@dataclass
class Goal:
    """When to stop."""

    runs: int
    quiet: float
    seconds: float


class Round:
    """One child process from its start to its end."""

    def __init__(self, name: str, folder: Path, state: State, goal: Goal, give_up_at: float) -> None:
        self.folder, self.state, self.goal, self.give_up_at = folder, state, goal, give_up_at
        self.before = (state.runs, state.cpu, state.quiet)
        self.new_at = 0.0
        self.had_news = False
        self.cpu = 0.0
        self.first_memory = 0.0
        self.tail: list[bytes] = []
        self.noted_at = time.monotonic()
        (folder / "findings").mkdir(parents=True, exist_ok=True)
        (folder / "corpus").mkdir(exist_ok=True)
        command = [
            sys.executable, "-m", "bench.fuzz_child", name, str(folder), str(SLOWEST_CPU), str(folder / "corpus"),
            str(folder / "seeds"), f"-timeout={HANGS_AFTER}", f"-rss_limit_mb={MOST_MEGABYTES}", f"-max_len={LARGEST_INPUT}",
            f"-artifact_prefix={folder}/findings/", "-reload=0", "-len_control=0", "-print_final_stats=0",
        ]  # fmt: skip
        self.child = subprocess.Popen(command, bufsize=0, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def follow(self) -> bool:
        """Read what the child says until the goal is reached (true) or the child died (false)."""
        with selectors.DefaultSelector() as waiting:
            assert self.child.stdout is not None
            assert self.child.stderr is not None
            waiting.register(self.child.stdout, selectors.EVENT_READ, self._status)
            waiting.register(self.child.stderr, selectors.EVENT_READ, self._log)
            while not self._is_done():
                for key, _ in waiting.select(timeout=2):
                    line = key.fileobj.readline()
                    if not line:
                        self.child.wait()
                        return False
                    key.data(line)
        self.child.kill()
        self.child.wait()
        return True

    def _status(self, line: bytes) -> None:
        if not line.startswith(b"{"):
            self._log(line)
            return
        self._count(json.loads(line))
        if time.monotonic() > self.noted_at + SECONDS_BETWEEN_NOTES:
            self.noted_at = time.monotonic()
            self.state.write(self.folder)

    def _count(self, told: dict[str, Any]) -> None:
        state, (runs, cpu, quiet) = self.state, self.before
        self.cpu = told["cpu"]
        state.runs, state.cpu = runs + told["runs"], cpu + self.cpu
        state.quiet = self.cpu - self.new_at if self.had_news else quiet + self.cpu
        state.slowest = max(state.slowest, told["slowest"])
        if told["runs"] >= 5000:
            self.first_memory = self.first_memory or told["memory"]
            state.memory_grown = max(state.memory_grown, told["memory"] - self.first_memory)
        for what, count in told["found"].items():
            state.found[what] = max(state.found.get(what, 0), count)

    def _log(self, line: bytes) -> None:
        self.tail = [*self.tail[-60:], line]
        status = _STATUS.match(line)
        if status and int(status[1]) > self.state.edges:
            self.state.edges = int(status[1])
            self.new_at, self.had_news = self.cpu, True

    def _is_done(self) -> bool:
        is_full = self.state.runs >= self.goal.runs and self.state.quiet >= self.goal.quiet
        return is_full or time.monotonic() > self.give_up_at


def fuzz(name: str, goal: Goal) -> State:
    """Run one target until its goal is reached or the time is over, starting anew when it dies."""
    folder = FOLDER / name
    _write_seeds(name, folder / "seeds")
    state = State.of(folder)
    give_up_at = time.monotonic() + goal.seconds
    while True:
        one = Round(name, folder, state, goal, give_up_at)
        is_done = one.follow()
        if not is_done:
            state.deaths += 1
            (folder / "findings" / f"log-{state.deaths}.txt").write_bytes(b"".join(one.tail))
        state.write(folder)
        if is_done or state.deaths > 20 or time.monotonic() > give_up_at:
            return state


def _write_seeds(name: str, folder: Path) -> None:
    from tests.fuzz.corpus import inputs_of
    from tests.fuzz.targets import target

    folder.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate([*target(name).seeds(), *inputs_of(name)]):
        (folder / f"{number:03}").write_bytes(data)


def _row(name: str, state: State) -> str:
    findings = len(state.found) + state.deaths
    return (
        f"| {name} | {state.runs:,} | {state.edges:,} | {state.cpu / 60:.1f} | {state.quiet / 60:.1f} | "
        f"{state.slowest:.2f} | {state.memory_grown:.0f} | {findings} |"
    )


def _table(names: list[str]) -> None:
    print(
        "| target | executions | edges | CPU min | CPU min since a new edge | slowest s | grown MB | findings |"
    )
    print("|---|---|---|---|---|---|---|---|")
    for name in names:
        state = State.of(FOLDER / name)
        if state.runs:
            print(_row(name, state))
            for what, count in state.found.items():
                print(f"    {name}: {what} ({count})", file=sys.stderr)


def main() -> int:
    """Fuzz and print; 1 when something was found."""
    parser = argparse.ArgumentParser(description="coverage-guided fuzzing of our own readers and recognisers")
    parser.add_argument("--target", action="append", default=[], help="name of a target; may be repeated")
    parser.add_argument("--all", action="store_true", help="every target, the least trusted input first")
    parser.add_argument("--runs", type=int, default=200_000)
    parser.add_argument("--quiet", type=float, default=600, help="CPU seconds without a new edge")
    parser.add_argument("--seconds", type=float, default=3600, help="wall clock for each target, at most")
    parser.add_argument("--table", action="store_true", help="only print what is known")
    parser.add_argument("--corpus", action="store_true", help="choose the inputs that the tests replay")
    given = parser.parse_args()
    from tests.fuzz.targets import NAMES

    names = list(NAMES) if given.all or not given.target else given.target
    if given.corpus:
        from tests.fuzz.corpus import choose

        for name in names:
            print(name, *choose(name, FOLDER / name / "corpus"))
        return 0
    found = 0
    for name in [] if given.table else names:
        state = fuzz(name, Goal(given.runs, given.quiet, given.seconds))
        found += len(state.found) + state.deaths
        print(_row(name, state), flush=True)
    if given.table:
        _table(names)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
