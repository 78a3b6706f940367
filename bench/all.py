"""Run every bench and compare its figures with what is promised and with the last recorded run.

    .venv/bin/python -m bench.all [--only NAME ...] [--quick] [--record] [--table]

``promises.toml`` names the benches, their commands and limits, ``last_figures.json`` the figures of the last
recorded run. ``--only`` takes a bench (``search``) or one promise (``search.newest``). ``--quick`` runs small
sizes, only to see that each bench still runs and tells all its figures. ``--record`` keeps the new figures,
with date and machine, and brings the table of ``docs/performance.md`` up to date, which ``--table`` alone does
without running anything.
Exit status 1: a promise is not met, or a figure was not told.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bench import promise

HERE = Path(__file__).parent
PROMISES, LAST = HERE / "promises.toml", HERE / "last_figures.json"
PAGE = HERE.parent / "docs" / "performance.md"
BEGIN, END = "<!-- table of bench.all: begin -->\n", "<!-- table of bench.all: end -->\n"
SHARED = HERE.parents[1] / "shared" / "data"
SHARED_SIGN, SAMPLES_SIGN = "{shared}", "{samples}"


@dataclass(frozen=True, slots=True)
class Promise:
    """One figure that is promised; ``name`` is qualified by its bench."""

    name: str
    what: str
    unit: str
    limit: float
    is_upper: bool

    @property
    def bound(self) -> str:
        """The limit in words of a table."""
        return f"{'≤' if self.is_upper else '≥'} {shown(self.limit)} {self.unit}".rstrip()

    def is_met(self, value: float) -> bool:
        """Whether a figure keeps the promise."""
        return value <= self.limit if self.is_upper else value >= self.limit


@dataclass(frozen=True, slots=True)
class Bench:
    """A script with its promises; ``quick`` are arguments that only show that it runs."""

    name: str
    command: tuple[str, ...]
    quick: tuple[str, ...]
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a recorded run."""

    value: float
    on: str
    where: str


def benches() -> list[Bench]:
    """What ``promises.toml`` says."""
    return [_bench(each) for each in tomllib.loads(PROMISES.read_text(encoding="utf-8"))["bench"]]


def _bench(said: dict[str, Any]) -> Bench:
    promises = tuple(_promise(said["name"], each) for each in said["promise"])
    return Bench(said["name"], tuple(said["command"]), tuple(said["quick"]), promises)


def _promise(bench: str, said: dict[str, Any]) -> Promise:
    is_upper = "at_most" in said
    limit = float(said["at_most"] if is_upper else said["at_least"])
    return Promise(f"{bench}.{said['name']}", said["what"], said["unit"], limit, is_upper)


def last_figures() -> dict[str, Figure]:
    """The figures of the last recorded runs by promise."""
    said = json.loads(LAST.read_text(encoding="utf-8"))
    return {name: Figure(each["value"], each["on"], each["where"]) for name, each in said.items()}


def run(bench: Bench, samples: Path, *, quick: bool) -> dict[str, float]:
    """The figures that a bench told, by promise; none when it needs files that are not here."""
    arguments = bench.quick if quick else bench.command
    if any(SHARED_SIGN in part for part in arguments) and not SHARED.is_dir():
        print(f"{bench.name}: skipped, {SHARED} is not here", flush=True)
        return {}
    filled = [
        part.replace(SHARED_SIGN, str(SHARED)).replace(SAMPLES_SIGN, str(samples)) for part in arguments
    ]
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", *filled], stdout=subprocess.PIPE, text=True, check=False, cwd=HERE.parent
    )
    sys.stderr.write(done.stdout)
    print(f"{bench.name}: {time.monotonic() - started:.0f} s, status {done.returncode}", flush=True)
    return {f"{bench.name}.{name}": value for name, value in promise.told(done.stdout).items()}


def chosen(names: Sequence[str]) -> list[Bench]:
    """The benches to run: all, or those named, by themselves or by one of their promises."""
    found = benches()
    known = {bench.name for bench in found} | {each.name for bench in found for each in bench.promises}
    if unknown := set(names) - known:
        raise SystemExit(f"no such promise: {', '.join(sorted(unknown))}")
    return [b for b in found if not names or b.name in names or any(p.name in names for p in b.promises)]


def lines(found: Sequence[Bench], now: dict[str, float], *, quick: bool) -> Iterator[str]:
    """One line for each promise: limit, last, now, met or not; small sizes only tell."""
    last = last_figures()
    for each in (each for bench in found for each in bench.promises):
        value, before = now.get(each.name), last.get(each.name)
        verdict = "told" if quick else "met" if value is not None and each.is_met(value) else "NOT MET"
        verdict = "NOT TOLD" if value is None else verdict
        yield (
            f"{each.name:34} {each.bound:26} last {shown(before.value) if before else '—':>10}  "
            f"now {'—' if value is None else shown(value):>10}  {verdict}"
        )


def record(now: dict[str, float], found: Sequence[Bench]) -> None:
    """Keep the figures that were promised, with date and machine."""
    kept = json.loads(LAST.read_text(encoding="utf-8"))
    names = {each.name for bench in found for each in bench.promises}
    today, where = datetime.now().astimezone().date().isoformat(), machine()
    kept |= {name: {"value": now[name], "on": today, "where": where} for name in names & set(now)}
    text = json.dumps(dict(sorted(kept.items())), ensure_ascii=False, indent=1)
    LAST.write_text(text + "\n", encoding="utf-8")
    PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


def machine() -> str:
    """What was measured on, and how busy it was."""
    return (
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.0f}, "
        f"Python {platform.python_version()}"
    )


def with_table(page: str) -> str:
    """The page with the table as it should be."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + "\n" + "".join(f"{line}\n" for line in table()) + "\n" + END + after


def table() -> Iterator[str]:
    """Every promise with the figure of its last recorded run."""
    last = last_figures()
    yield "| promise | limit | measured | | command, date, machine |"
    yield "|---|---|---|---|---|"
    for bench in benches():
        command = f"`python -m {' '.join(bench.command).replace(SHARED_SIGN, '../shared/data')}`"
        for each in bench.promises:
            yield _row(each, last.get(each.name), command)
            command = "the same"


def _row(each: Promise, figure: Figure | None, command: str) -> str:
    if figure is None:
        return f"| {each.what} (`{each.name}`) | {each.bound} | — | not run | {command} |"
    verdict = "met" if each.is_met(figure.value) else "**not met**"
    measured = f"{shown(figure.value)} {each.unit}".rstrip()
    told = f"{command}; {figure.on}, {figure.where}"
    return f"| {each.what} (`{each.name}`) | {each.bound} | {measured} | {verdict} | {told} |"


def shown(value: float) -> str:
    """Four digits that count, thousands apart."""
    return f"{value:,.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:.4g}"


def main() -> int:
    """Do what the arguments ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--record", action="store_true")
    parser.add_argument("--table", action="store_true")
    given = parser.parse_args()
    if given.table:
        PAGE.write_text(with_table(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
        return 0
    if given.quick and given.record:
        parser.error("figures of small sizes are not recorded")
    return compare(chosen(given.only), quick=given.quick, keep=given.record)


def compare(found: Sequence[Bench], *, quick: bool, keep: bool) -> int:
    """Run benches and say how their figures stand; small sizes only have to be told."""
    with tempfile.TemporaryDirectory() as place:
        samples = Path(place) / "samples"
        if any(SAMPLES_SIGN in part for bench in found for part in (bench.quick if quick else bench.command)):
            from tests.samples.build import build_archive

            build_archive(samples)
        now: dict[str, float] = {}
        for bench in found:
            now |= run(bench, samples, quick=quick)
    print("\n".join(lines(found, now, quick=quick)))
    if keep:
        record(now, found)
    asked = [each for bench in found for each in bench.promises]
    if quick:
        return 0 if all(each.name in now for each in asked) else 1
    return 0 if all(each.name in now and each.is_met(now[each.name]) for each in asked) else 1


if __name__ == "__main__":
    sys.exit(main())
