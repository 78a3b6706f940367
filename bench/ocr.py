"""How well and how fast scans are read: characters that are wrong, pages per second, memory.

    python bench/ocr.py FOLDER [--files N]

FOLDER holds one folder of scans per kind (``scan_pdf``, ``scan_tif``, ``jpg``) and, under ``docx``,
``doc`` or ``pdf``, a file of the same name that holds as text what is printed on them.
Pages are read in this one process, so that CPU seconds are those of one core; run it on a quiet machine.
"""

import argparse
import os
import re
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.formats.extract import extract
from app.formats.ocr import ocr, recognise_page_of
from app.text.folding import fold
from bench import promise

KINDS = ("scan_pdf", "scan_tif", "jpg")
ANSWERS = ("docx", "doc", "pdf")
_BLANKS = re.compile(r"\s+|[-—_─]{4,}")


@dataclass(frozen=True, slots=True)
class Read:
    """One scan: characters wrong, characters there are, pages, seconds of wall and CPU time."""

    kind: str
    name: str
    wrong: int
    letters: int
    pages: int
    wall: float
    cpu: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=0, help="at most so many of each kind")
    given = parser.parse_args()
    warm_up(given.folder)
    reads = []
    for read in measured(given.folder, given.files):
        reads.append(read)
        print(
            f"{read.kind:9} {read.name[:28]:28} {read.pages:3} pages  CER {100 * read.wrong / max(read.letters, 1):.2f} %  {read.cpu / max(read.pages, 1):.2f} CPU s a page",
            flush=True,
        )
    for kind in [*KINDS, ""]:
        summarise(kind, [read for read in reads if kind in {"", read.kind}])
    promise.tell("megabytes", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    print(
        f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB; load {os.getloadavg()[0]:.1f}"
    )
    return 0


def summarise(kind: str, reads: list[Read]) -> None:
    if not reads:
        return
    pages = sum(read.pages for read in reads)
    wrong = 100 * sum(read.wrong for read in reads) / max(1, sum(read.letters for read in reads))
    wall, cpu = sum(read.wall for read in reads), sum(read.cpu for read in reads)
    if not kind:
        promise.tell("wrong_percent", wrong)
        promise.tell("pages_per_cpu_second", pages / cpu)
    print(
        f"{kind or 'all':9} {len(reads)} files, {pages} pages: CER {wrong:.2f} %, {pages / cpu:.2f} pages a CPU second, {pages / wall:.2f} a second of the clock"
    )


def warm_up(folder: Path) -> None:
    """Load the models before the clock runs."""
    first = next(path for kind in KINDS for path in sorted((folder / kind).glob("*")))
    with first.open("rb") as stream:
        recognise_page_of(stream, 1)


def measured(folder: Path, limit: int) -> Iterator[Read]:
    for kind in KINDS:
        for path in sorted((folder / kind).glob("*"))[: limit or None]:
            answer = answer_of(folder, path.stem)
            if answer is None:
                continue
            with path.open("rb") as stream:
                file_format = extract(stream, path.name).format
                wall, cpu = time.monotonic(), time.process_time()
                done = ocr(stream, file_format)
                spent = time.monotonic() - wall, time.process_time() - cpu
            wrong, letters = difference(answer, comparable(done.text))
            yield Read(kind, path.stem, wrong, letters, done.page_count or 1, *spent)


def answer_of(folder: Path, stem: str) -> str | None:
    """The text of the same document in a carrier that holds it as text."""
    for kind in ANSWERS:
        for path in (folder / kind).glob(f"{stem}.*"):
            with path.open("rb") as stream:
                return comparable(extract(stream, path.name).text)
    return None


def comparable(text: str) -> str:
    """Without blanks, page numbers and ruled lines, in one width: signs that print alike count as one."""
    lines = (
        line for line in text.split("\n") if not re.fullmatch(r"\s*[-—－一]*\s*\d{1,3}\s*[-—－一]*\s*", line)
    )
    return _BLANKS.sub("", fold("\n".join(lines)))


def difference(printed: str, read: str) -> tuple[int, int]:
    """Wrong characters (Levenshtein), and how many of ``printed`` were there to be read.

    A scan may end before the document does: what follows behind the best end costs nothing.
    """
    letters = np.array([ord(character) for character in read])
    steps = np.arange(len(letters) + 1)
    row = steps.copy()
    best, until = int(row[-1]), 0
    for index, character in enumerate(printed, start=1):
        costs = np.minimum(row[1:] + 1, row[:-1] + (letters != ord(character)))
        row = np.minimum.accumulate(np.concatenate(([index], costs)) - steps) + steps
        if row[-1] <= best:
            best, until = int(row[-1]), index
    return best, until


if __name__ == "__main__":
    sys.exit(main())
