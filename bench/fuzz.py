"""Feed spoilt files to every reader and to the recognisers, and count what comes of it.

    .venv/bin/python -m bench.fuzz --seconds 300 --keep build/fuzz

Seeds are the files of the sample archive. Each execution takes one, spoils its bytes or, in packages
(docx, xlsx, ofd …), the bytes of one part before packing it again, reads it, and recognises what was
read. Good is a text or a refusal in words (`UnreadableError`); anything else, an execution that takes
longer than ``SLOWEST`` seconds, and a process that dies are findings, kept as files. Work is done in
child processes with a memory limit, because the program's own readers run in such ones.
"""

import argparse
import collections
import faulthandler
import io
import json
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from app.domain.source import Extraction
from app.formats.extract import extract
from app.formats.reader import UnreadableError
from app.inventory.recognise import recognise

SLOWEST = 20
MEMORY_BYTES = 3 << 30
LARGEST_SEED = 400_000
PER_CHILD = 300
EXTREMES = (
    b"\x00" * 4,
    b"\xff" * 4,
    b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\x7f",
    b"\x80\x00\x00\x00",
    b"\x01\x00\x00\x00",
)
SNIPPETS = (
    "〔2015〕",
    "发〔",
    "第一条",
    "此件公开发布",
    "\u3000" * 50,
    "（",
    "身份证",
    "1" * 40,
    "\ud7ff",
    "\x00",
    "抄送：",
    "\n" * 30,
    "年月日",
)


class TooSlowError(Exception):
    """An execution took longer than it may."""


def spoil(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """The bytes with one to six wounds."""
    body = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        if not body:
            return b"\x00"
        place = chance.randrange(len(body))
        length = min(chance.choice((1, 2, 4, 16, 64, 512)), len(body) - place)
        match chance.randrange(7):
            case 0:
                body[place] ^= 1 << chance.randrange(8)
            case 1:
                body[place : place + 4] = chance.choice(EXTREMES)
            case 2:
                body[place : place + length] = chance.randbytes(length)
            case 3:
                del body[place : place + length]
            case 4:
                body[place:place] = body[place : place + length] * chance.choice((1, 2, 50))
            case 5:
                other = chance.choice(others)
                start = chance.randrange(max(1, len(other)))
                body[place : place + length] = other[start : start + length]
            case _:
                del body[max(1, place) :]
    return bytes(body)


def spoil_package(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """A zip package with the bytes of one part spoilt, packed soundly again."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        names = source.namelist()
        hit = chance.choice(names)
        for name in names:
            body = source.read(name)
            packed.writestr(name, spoil(body, chance, others) if name == hit else body)
    return target.getvalue()


def seeds(folder: Path) -> list[tuple[str, bytes]]:
    """The files of the sample archive that are not too large, in a settled order."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(path.name, path.read_bytes()) for path in files if 0 < path.stat().st_size <= LARGEST_SEED]


def spoilt(data: bytes, chance: random.Random, others: list[bytes]) -> bytes:
    """One spoilt version of a seed."""
    if zipfile.is_zipfile(io.BytesIO(data)) and chance.random() < 0.7:
        try:
            return spoil_package(data, chance, others)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
            return spoil(data, chance, others)
    return spoil(data, chance, others)


def spoilt_text(text: str, chance: random.Random) -> str:
    """A text with letters moved, doubled and pieces of official documents thrown in."""
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(text) + 1)
        piece = (
            chance.choice(SNIPPETS)
            if chance.random() < 0.6
            else text[place : place + 40] * chance.randint(1, 30)
        )
        text = text[:place] + piece + text[place + chance.choice((0, 0, 1, 20)) :]
    return text[:200_000]


def _alarm(_signal: int, _frame: FrameType | None) -> None:
    raise TooSlowError


def execute(name: str, data: bytes, chance: random.Random) -> str:
    """Read and recognise; a word for what came of it."""
    try:
        extraction: Extraction = extract(io.BytesIO(data), name)
    except UnreadableError as error:
        return str(error.failure.kind)
    recognise(extraction, name)
    if extraction.text and chance.random() < 0.3:
        text = spoilt_text(extraction.text, chance)
        recognise(Extraction(format=extraction.format, puid=None, text=text, reader="fuzz"), name)
        return "read, text spoilt"
    return "read"


def resident_kilobytes() -> int:
    """The memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1024


def child(folder: Path, seed: int, count: int, keep: Path) -> None:
    """Run some executions and print a line of JSON for the parent after all of them."""
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    signal.signal(signal.SIGALRM, _alarm)
    chance = random.Random(seed)
    corpus = seeds(folder)
    others = [data for _, data in corpus]
    outcomes: collections.Counter[str] = collections.Counter()
    slowest, found = 0.0, []
    memory_before = resident_kilobytes()
    for number in range(count):
        name, original = chance.choice(corpus)
        data = spoilt(original, chance, others)
        (keep / f"running-{seed}").write_bytes(data)
        started = time.monotonic()
        signal.alarm(SLOWEST)
        try:
            outcome = execute(name, data, chance)
        except (Exception, TooSlowError) as error:
            place = traceback.extract_tb(error.__traceback__)[-1]
            outcome = f"FOUND {type(error).__name__} {Path(place.filename).name}:{place.lineno}"
            (keep / f"found-{seed}-{number}{Path(name).suffix}").write_bytes(data)
            found.append(outcome)
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.monotonic() - started)
        outcomes[f"{Path(name).suffix.lower()} {outcome}"] += 1
    memory = resident_kilobytes() - memory_before
    (keep / f"running-{seed}").unlink(missing_ok=True)
    sys.stdout.write(
        json.dumps({"outcomes": outcomes, "slowest": slowest, "grown_kb": memory, "found": found}) + "\n"
    )


def rounds(
    folder: Path, seconds: float, first_seed: int, keep: Path
) -> Iterator[tuple[int, dict[str, object] | None]]:
    """Children one after another until the time is over; ``None`` for one that died."""
    give_up_at = time.monotonic() + seconds
    seed = first_seed
    while time.monotonic() < give_up_at:
        command = [
            sys.executable,
            "-m",
            "bench.fuzz",
            "--child",
            str(seed),
            "--folder",
            str(folder),
            "--keep",
            str(keep),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = done.stdout.splitlines()
        if not lines:
            (keep / f"died-{seed}.txt").write_text(done.stderr)
        yield seed, json.loads(lines[-1]) if lines else None
        seed += 1


def main() -> int:
    """Fuzz for some time and print the figures; 1 when something was found."""
    parser = argparse.ArgumentParser(description="spoilt files for every reader")
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"))
    parser.add_argument("--folder", type=Path, help="seeds; without it, the sample archive")
    parser.add_argument("--child", type=int)
    given = parser.parse_args()
    given.keep.mkdir(parents=True, exist_ok=True)
    if given.child is not None:
        child(given.folder, given.child, PER_CHILD, given.keep)
        return 0
    with tempfile.TemporaryDirectory() as place:
        folder = given.folder
        if folder is None:
            from tests.samples.build import build_archive

            folder = Path(place)
            build_archive(folder)
        return _report(rounds(folder, given.seconds, given.seed, given.keep))


def _report(results: Iterator[tuple[int, dict[str, object] | None]]) -> int:
    outcomes: collections.Counter[str] = collections.Counter()
    died, slowest, grown = [], 0.0, 0
    for seed, result in results:
        if result is None:
            died.append(seed)
            continue
        outcomes.update(result["outcomes"])  # type: ignore[call-overload]
        slowest = max(slowest, float(str(result["slowest"])))
        grown = max(grown, int(str(result["grown_kb"])))
    say = sys.stdout.write
    for outcome, count in sorted(outcomes.items()):
        say(f"{count:8d}  {outcome}\n")
    found = sum(count for outcome, count in outcomes.items() if "FOUND" in outcome)
    say(
        f"{outcomes.total()} executions, {found} findings, {len(died)} processes died {died}, "
        f"slowest {slowest:.1f} s, memory of a process grew by at most {grown / 1024:.0f} MB\n"
    )
    return 1 if found or died else 0


if __name__ == "__main__":
    sys.exit(main())
