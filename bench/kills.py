"""What an ingest that is killed again and again leaves behind, compared with an undisturbed one.

    python bench/kills.py [--kills 200] [--files 1000] [--seed 1] [--workers 2]

Makes a folder of invented files (text, Word, containers, duplicates, damaged and classified ones) in a
temporary place. The main process, or one of its workers, gets SIGKILL at random moments; the ingest is
started again each time. After every death the catalogue's file is checked, and whenever an ingest gets
to its end the inventory is compared with that of the undisturbed run. Needs Linux.
"""

import argparse
import json
import random
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
from docx import Document

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.report.inventory import inventory
from app.store.catalogue import open_catalogue
from app.store.integrity import problems
from bench import promise

PLACES = ("城关镇", "白沙乡", "青石镇", "柳溪乡", "东山街道")
MATTERS = ("防汛抗旱", "森林防火", "农田水利", "义务教育", "农村公路", "社会救助", "食品安全", "档案管理")
AT_START = 0.2
"""The share of ingests that may die before they have workers; the others are let come so far."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        bench = Bench(Path(scratch), given.workers, random.Random(given.seed))
        make_files(bench.files, given.files)
        return bench.run(given.kills)


@dataclass
class Bench:
    """The folder, the undisturbed inventory and what was counted so far."""

    scratch: Path
    workers: int
    chance: random.Random
    kills: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    finished: int = 0
    longest: float = 0.0
    """Seconds between two kills: a third of what the workers of the undisturbed ingest need."""

    @property
    def files(self) -> Path:
        """The folder that is taken in."""
        return self.scratch / "files"

    def run(self, kills: int) -> int:
        """An undisturbed ingest, then disturbed ones until so many kills were sent."""
        calm = self.scratch / "calm"
        self.new(calm)
        process = self.ingest(calm)
        wait_for_workers(process)
        started = time.monotonic()
        process.wait()
        seconds = time.monotonic() - started
        self.longest = seconds / 3
        wanted = held(calm)
        print(
            f"undisturbed: {len(wanted['places'])} places, {len(wanted['documents'])} documents, {seconds:.0f} s"
        )
        while self.kills.total() < kills:
            folder = self.scratch / f"disturbed{self.finished}"
            self.new(folder)
            self.disturb(folder, kills)
            self.compare(folder, wanted)
        print(f"kills: {dict(self.kills)}; ingests brought to their end: {self.finished}")
        print("faults:", self.faults or "none")
        promise.tell("kills", self.kills.total())
        promise.tell("faults", len(self.faults))
        return 1 if self.faults else 0

    def new(self, folder: Path) -> None:
        """An empty catalogue."""
        subprocess.run(
            command("new", folder, "--office", "临湖县人民政府办公室"), check=True, stdout=subprocess.DEVNULL
        )

    def ingest(self, folder: Path, *more: str) -> subprocess.Popen[bytes]:
        """An ingest in a process of its own."""
        line = command("ingest", folder, self.files, "--ocr", "off", "--workers", self.workers, *more)
        return subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def disturb(self, folder: Path, kills: int) -> None:
        """Kill and start again until an ingest gets to its end."""
        while True:
            process = self.ingest(folder)
            if self.chance.random() > AT_START:
                wait_for_workers(process)
            while self.kills.total() < kills and not self.has_ended(
                process, self.chance.uniform(0, self.longest)
            ):
                self.kill(process)
            process.wait()
            self.check(folder)
            if process.returncode in {0, 1}:
                return

    def has_ended(self, process: subprocess.Popen[bytes], seconds: float) -> bool:
        """Whether the process ends within so many seconds."""
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self, process: subprocess.Popen[bytes]) -> None:
        """SIGKILL for the main process or one of its workers."""
        workers = workers_of(process)
        if workers and self.chance.random() < 0.5:
            self.chance.choice(workers).send_signal(signal.SIGKILL)
            self.kills["worker"] += 1
        else:
            process.send_signal(signal.SIGKILL)
            process.wait()
            self.kills["main process"] += 1

    def check(self, folder: Path) -> None:
        """The catalogue's file must be whole after every death."""
        with open_catalogue(folder) as catalogue, catalogue.read() as connection:
            self.faults += [f"after {self.kills.total()} kills: {fault}" for fault in problems(connection)]

    def compare(self, folder: Path, wanted: dict[str, Any]) -> None:
        """A file whose worker was killed twice counts as crashed: a person would have it read again."""
        self.ingest(folder, "--retry", "crashed").wait()
        found = held(folder)
        self.finished += 1
        repeated = [place for place, count in found["places"].items() if count != 1]
        self.faults += [f"{place}: {found['places'][place]} times" for place in repeated]
        for part, value in wanted.items():
            if found[part] != value:
                self.faults.append(f"ingest {self.finished}: other {part} than undisturbed")
        self.faults += [
            f"{place}: {kind}, undisturbed {wanted['failed'].get(place, 'read')}"
            for place, kind in found["failed"].items()
            if wanted["failed"].get(place) != kind
        ]
        print(
            f"{self.kills.total()} kills, ingest {self.finished} at its end: {len(found['places'])} places",
            flush=True,
        )


def wait_for_workers(process: subprocess.Popen[bytes]) -> None:
    """Until the ingest has a worker, or has ended."""
    while process.poll() is None and not workers_of(process):
        time.sleep(0.05)


def workers_of(process: subprocess.Popen[bytes]) -> list[psutil.Process]:
    """The workers of an ingest; none once it has ended."""
    try:
        return [child for child in psutil.Process(process.pid).children() if is_worker(child)]
    except psutil.NoSuchProcess:
        return []


def is_worker(child: psutil.Process) -> bool:
    """Whether a child of the ingest is a worker that lives; it has other children too, which may have ended."""
    try:
        return "spawn_main" in " ".join(child.cmdline())
    except psutil.NoSuchProcess:
        return False


def command(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "app", *map(str, arguments)]


def held(folder: Path) -> dict[str, Any]:
    """What a catalogue holds, without identifiers and times."""
    with open_catalogue(folder) as catalogue:
        export = inventory(catalogue)
    documents = sorted(
        json.dumps([d["title"], d["document_number"], d["dated_on"], sorted(f["path"] for f in d["files"])])
        for d in export["documents"]
    )
    places = Counter(file["path"] for document in export["documents"] for file in document["files"])
    places.update([*export["quarantined"], *export["failed"], *export["skipped"]])
    kept = {name: export[name] for name in ("failed", "quarantined", "skipped")}
    return {"documents": documents, "places": dict(places), **kept}


def make_files(folder: Path, count: int) -> None:
    """Invented files of every fate; every twentieth is a copy of an earlier one."""
    for number in range(count):
        place = folder / f"{2006 + number % 15}年" / PLACES[number % len(PLACES)]
        place.mkdir(parents=True, exist_ok=True)
        text = letter(
            number if number % 20 else number // 2, random.Random(number if number % 20 else number // 2)
        )
        if number % 50 == 7:
            (place / f"{number}.docx").write_bytes(b"PK\x03\x04" + text.encode()[:200])
        elif number % 50 == 11:
            (place / f"（机密）{number}.txt").write_text(text, encoding="utf-8")
        elif number % 25 == 3:
            with zipfile.ZipFile(place / f"{number}.zip", "w") as package:
                package.writestr("甲.txt", text)
                package.writestr("乙.txt", letter(number + count, random.Random(number)))
        elif number % 5 == 1:
            document = Document()
            for line in text.splitlines():
                document.add_paragraph(line)
            document.save(str(place / f"{number}.docx"))
        else:
            (place / f"{number}.txt").write_text(text, encoding="gb18030")


def letter(number: int, chance: random.Random) -> str:
    year = 2006 + number % 15
    matter, place = MATTERS[number % len(MATTERS)], PLACES[number % len(PLACES)]
    body = "".join(
        f"各村要做好{MATTERS[(number + step) % len(MATTERS)]}工作，第{step + 1}项于{step % 12 + 1}月底前完成。"
        for step in range(chance.randint(10, 60))
    )
    return (
        f"临政办发〔{year}〕{number}号\n临湖县人民政府办公室\n关于做好{place}{matter}工作的通知\n\n各乡镇人民政府：\n{body}\n"
        f"临湖县人民政府办公室\n{year}年{number % 12 + 1}月{number % 27 + 1}日\n"
    )


if __name__ == "__main__":
    sys.exit(main())
