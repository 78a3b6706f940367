"""How fast a mixed folder is taken in, and what that costs in memory.

    python bench/ingest.py FOLDER [FOLDER ...] [--workers N] [--copies N]

Prints files per second, CPU milliseconds a file, the peak memory of the main process and of the
largest worker, and the outcomes by format. Originals are only read; the catalogue is made in a
temporary folder and removed.
"""

import argparse
import os
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.formats.pool import WorkerPool
from app.inventory.ingest import ingest
from app.progress import Silent
from app.report.inventory import inventory
from app.store.catalogue import create_catalogue


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument(
        "--copies", type=int, default=1, help="take the folders in this many times, as copies"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folders = _copied(given.folders, Path(scratch), given.copies) if given.copies > 1 else given.folders
        return _measure(folders, Path(scratch) / "catalogue", given.workers)


def _copied(folders: list[Path], scratch: Path, copies: int) -> list[Path]:
    made = []
    for number in range(copies):
        for folder in folders:
            target = scratch / f"copy{number}" / folder.name
            shutil.copytree(folder, target)
            _make_different(target, number)
            made.append(target)
    return made


def _make_different(folder: Path, number: int) -> None:
    """A byte behind the end of text files makes other contents of them; other formats stay as they are."""
    for file in folder.rglob("*.txt"):
        with file.open("ab") as stream:
            stream.write(f" {number}".encode())


def _measure(folders: list[Path], catalogue_folder: Path, workers: int) -> int:
    started, cpu = time.monotonic(), _cpu()
    with create_catalogue(catalogue_folder, office="临湖县人民政府办公室", by="系统") as catalogue:
        with WorkerPool(workers) as pool:
            summary = ingest(catalogue, folders, pool, Silent())
        seconds = time.monotonic() - started
        spent = _cpu() - cpu
        outcomes = (
            summary.ok + summary.skipped + summary.quarantined + summary.needs_ocr + summary.failed.total()
        )
        print(summary.as_dict())
        print(
            f"{summary.seen} files, {outcomes} outcomes, {workers} workers, {seconds:.1f} s: {summary.seen / seconds:.1f} files/s"
        )
        print(f"CPU {1000 * spent / max(summary.seen, 1):.1f} ms a file")
        print(
            f"peak memory: main {_peak(resource.RUSAGE_SELF):.0f} MB, largest worker {_peak(resource.RUSAGE_CHILDREN):.0f} MB"
        )
        formats = Counter(Path(path).suffix.lower() for path in inventory(catalogue)["failed"])
        print("failed by extension:", dict(formats.most_common()))
    return 0 if outcomes + summary.unchanged == summary.seen else 1


def _cpu() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _peak(who: int) -> float:
    return resource.getrusage(who).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
