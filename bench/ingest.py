"""How fast a mixed folder is taken in, and what that costs: the command line as a user starts it.

    python bench/ingest.py FOLDER [FOLDER ...] [--files 5000] [--workers 1 2] [--rounds 3] [--distinct]

The folders are copied until there are so many files: some carriers of each copy differ by a few bytes, with
``--distinct`` all of them, so that no file is a copy of another one. Each round takes all of it in once for each number
of workers, into a new catalogue, without text recognition. Prints files per second, CPU milliseconds a
file of main process and workers together, the peak memory of the main process and of the largest worker;
then what became of the files by format. Exit code 1: some file was not accounted for. Originals are only
read; everything is made in a temporary folder and removed. Needs Linux.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import psutil

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench import promise

OUTCOMES = ("ok", "skipped", "quarantined", "needs_ocr")


@dataclass(frozen=True, slots=True)
class Run:
    """One ingest: what was reported, seconds of wall and CPU (all, main), megabytes (main, worker)."""

    summary: dict[str, Any]
    wall: float
    cpu: float
    main_cpu: float
    main_memory: float
    worker_memory: float

    @property
    def is_whole(self) -> bool:
        """Whether every file that was seen has an outcome."""
        found = sum(self.summary[name] for name in OUTCOMES) + sum(self.summary["failed"].values())
        return bool(found == self.summary["seen"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--files", type=int, default=0, help="copy the folders until there are so many files")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--distinct", action="store_true", help="no file is the copy of another one")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folders = given.folders
        if given.files:
            folders = copied(given.folders, Path(scratch), given.files, is_distinct=given.distinct)
        runs: dict[int, list[Run]] = {count: [] for count in given.workers}
        for number in range(given.rounds):
            for count in given.workers:
                folder = Path(scratch) / f"catalogue-{number}-{count}"
                runs[count].append(taken_in(folders, folder, count))
                tell(f"round {number + 1}, {count} workers", runs[count][-1])
                last = folder
        say_medians(runs)
        by_format(last)
    return 0 if all(run.is_whole for made in runs.values() for run in made) else 1


def copied(folders: list[Path], scratch: Path, wanted: int, *, is_distinct: bool) -> list[Path]:
    """Copies of the folders with about so many files; texts of each copy differ from the others', or all."""
    target, count, number = scratch / "files", 0, 0
    while count < wanted:
        for folder in folders:
            shutil.copytree(folder, target / f"copy{number}" / folder.name)
        for file in filter(Path.is_file, (target / f"copy{number}").rglob("*")):
            count += 1
            if is_distinct or file.suffix.lower() in {
                ".txt",
                ".pdf",
                ".doc",
                ".jpg",
            }:  # bytes more do no harm
                file.chmod(0o644)
                with file.open("ab") as stream:
                    stream.write(f" {number}".encode())
        number += 1
    return [target]


def taken_in(folders: list[Path], catalogue: Path, workers: int) -> Run:
    """One ingest in processes of its own."""
    subprocess.run(
        command("new", catalogue, "--office", "临湖县人民政府办公室"), check=True, stdout=subprocess.DEVNULL
    )
    started = time.monotonic()
    process = subprocess.Popen(
        command("ingest", catalogue, *folders, "--ocr", "off", "--workers", workers, "--json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    main_cpu, main_memory, worker_memory = watched(process)
    assert process.stdout is not None
    summary = json.loads(process.stdout.read())
    _, _, used = os.wait4(process.pid, 0)
    process.returncode = 0
    wall = time.monotonic() - started
    return Run(summary, wall, used.ru_utime + used.ru_stime, main_cpu, main_memory, worker_memory)


def watched(process: subprocess.Popen[bytes]) -> tuple[float, float, float]:
    """CPU seconds and peak megabytes of the main process, peak megabytes of its largest worker."""
    one = psutil.Process(process.pid)
    main_cpu = main_memory = worker_memory = 0.0
    while True:
        try:
            if one.status() == psutil.STATUS_ZOMBIE:
                return main_cpu, main_memory, worker_memory
            times = one.cpu_times()
            main_cpu = times.user + times.system
            main_memory = max(main_memory, one.memory_info().rss / 2**20)
            for child in one.children():
                worker_memory = max(worker_memory, child.memory_info().rss / 2**20)
        except psutil.NoSuchProcess:
            pass  # a worker that ended meanwhile
        time.sleep(0.1)


def tell(name: str, run: Run) -> None:
    """What one run came to."""
    seen = run.summary["seen"]
    print(
        f"{name}: {seen} files in {run.wall:.1f} s, {seen / run.wall:.1f} files/s; CPU {1000 * run.cpu / seen:.1f} ms a file, "
        f"of which main {1000 * run.main_cpu / seen:.1f}; memory main {run.main_memory:.0f} MB, worker {run.worker_memory:.0f} MB; "
        f"{'every file accounted for' if run.is_whole else 'SOME FILES WITHOUT OUTCOME'}",
        flush=True,
    )


def say_medians(runs: dict[int, list[Run]]) -> None:
    """Medians of all rounds, and how much faster more workers are."""
    walls = {count: median(run.wall for run in made) for count, made in runs.items()}
    for count, made in runs.items():
        cpu = median(1000 * run.cpu / run.summary["seen"] for run in made)
        print(f"median, {count} workers: {walls[count]:.1f} s, CPU {cpu:.1f} ms a file")
        promise.tell("cpu_ms", cpu)
        promise.tell("main_megabytes", max(run.main_memory for run in made))
        promise.tell("files_per_second", made[0].summary["seen"] / walls[count])
    fewest, most = min(walls), max(walls)
    if fewest != most:
        promise.tell("more_workers", walls[fewest] / walls[most])
        print(f"{most} workers are {walls[fewest] / walls[most]:.2f} times as fast as {fewest}")


def by_format(catalogue: Path) -> None:
    """One line for each format: files, read, waiting for recognition, and not read, by reason."""
    status = json.loads(subprocess.check_output(command("status", catalogue, "--json")))
    print(f"{'format':8}{'files':>7}{'ok':>7}{'needs_ocr':>11}{'failed':>8}")
    for one in status["formats"]:
        failed = one["failed"]
        reasons = ", ".join(f"{kind} {count}" for kind, count in sorted(failed.items()))
        counts = f"{one['files']:>7}{one['ok']:>7}{one['needs_ocr']:>11}{sum(failed.values()):>8}"
        print(f"{one['format'] or '(closed)':8}{counts}  {reasons}")
    print("outcomes:", status["by_status"], "failed:", status["by_failure"])


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "app", *map(str, arguments)]


if __name__ == "__main__":
    sys.exit(main())
