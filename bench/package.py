"""Builds a large package from sparse files: memory, and throughput against a plain copy with the same digests.

    python bench/package.py [ITEMS] [MEGABYTES] [FOLDER]
        promise: 20,000 items, 10 GB: ≤ 300 MB, throughput ≥ 60 % of the plain copy

Plain copy and package run one after the other in processes of their own, on the same disk.
"""

import hashlib
import json
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.domain.archival import RetentionPeriod
from app.domain.transfer import TransferFile, TransferItem
from app.transfer.package.build import PackageOrder, build_package
from app.transfer.package.copying import SHA_256, SM3, Copier, digests_here
from app.transfer.package.description import PackageDescription
from app.transfer.verify import verify
from bench import promise
from bench.catalogue_xlsx import peak_megabytes

PROMISED_MEGABYTES, PROMISED_SHARE = 300, 0.6


def make_sources(folder: Path, count: int, size: int) -> None:
    """Sparse files, each beginning with its number."""
    hashes: list[str] = []
    body = bytes(max(0, size - 16))
    for number in range(count):
        head = f"%PDF-1.4{number:08d}".encode()
        with (folder / f"{number:06d}.pdf").open("wb") as stream:
            stream.write(head)
            stream.truncate(size)
        hashes.append(hashlib.sha256(head + body).hexdigest())
    (folder.parent / "hashes.json").write_text(json.dumps(hashes))


def items_of(folder: Path) -> tuple[TransferItem, ...]:
    """One item per source file."""
    hashes = json.loads((folder.parent / "hashes.json").read_text())
    size = (folder / "000000.pdf").stat().st_size
    return tuple(
        TransferItem(
            document=f"document-{number}",
            title=f"临湖县人民政府办公室关于第{number + 1}次堤防巡查情况的通报",
            year=2017,
            retention=RetentionPeriod.THIRTY_YEARS,
            archival_code=f"L012-WS·2017-D30-BGS-{number + 1:05d}",
            fonds_code="L012",
            fonds_name="临湖县人民政府办公室",
            item_number=number + 1,
            creators=("临湖县人民政府办公室",),
            dated_on="2017-03-07",
            page_count=3,
            files=(
                TransferFile(
                    str(folder / f"{number:06d}.pdf"), f"{number:06d}.pdf", digest, size, format="pdf"
                ),
            ),
        )
        for number, digest in enumerate(hashes)
    )


def plain_copy(work: Path) -> None:
    """What any careful copy must do: read, hash, write."""
    target = work / "plain"
    target.mkdir()
    copier = Copier(digests_here((SHA_256, SM3)))
    for path in sorted((work / "source").iterdir()):
        copier.copy(path, target / path.name, path.name)


def package(work: Path) -> None:
    """The package with everything in it."""
    description = PackageDescription("临湖县人民政府办公室", "2017年文书档案", "Windows 10")
    build_package(work / "package", PackageOrder(items_of(work / "source"), description))


def check(work: Path) -> None:
    """Verification of the package."""
    report = verify(work / "package")
    assert report.is_valid, report.failures[:3]


STEPS = {"plain": plain_copy, "package": package, "verify": check}


def run_step(name: str, work: Path) -> tuple[float, float]:
    """Seconds and peak megabytes of one step in a process of its own."""
    answer = subprocess.run(
        [sys.executable, "-m", "bench.package", "--step", name, str(work)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    seconds, peak = json.loads(answer.stdout)
    return seconds, peak


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--step"]:
        start = time.perf_counter()
        STEPS[arguments[1]](Path(arguments[2]))
        print(json.dumps([time.perf_counter() - start, peak_megabytes()]))
        return 0
    count = int(arguments[0]) if arguments else 20_000
    total = int(arguments[1]) if len(arguments) > 1 else 10_000
    parent = arguments[2] if len(arguments) > 2 else None
    work = Path(tempfile.mkdtemp(dir=parent))
    try:
        (work / "source").mkdir()
        make_sources(work / "source", count, total * 1_000_000 // count)
        print(f"{platform.machine()} Python {platform.python_version()}: {count} items, {total} MB")
        rates: dict[str, float] = {}
        peaks: dict[str, float] = {}
        for name in STEPS:
            seconds, peaks[name] = run_step(name, work)
            rates[name] = total / seconds
            print(f"{name:8} {seconds:7.1f} s  {rates[name]:7.1f} MB/s  peak {peaks[name]:4.0f} MB")
            shutil.rmtree(work / "plain", ignore_errors=True)
        share = rates["package"] / rates["plain"]
        promise.tell("share_of_plain_copy", share)
        promise.tell("megabytes", max(peaks.values()))
        print(f"package reaches {share:.0%} of the plain copy (promise {PROMISED_SHARE:.0%})")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return 0 if share >= PROMISED_SHARE and max(peaks.values()) <= PROMISED_MEGABYTES else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
