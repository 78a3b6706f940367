"""Try a frozen program as its user would, and say what came of it.

    python -m tools.try_build dist/dishu

Asks for the version, runs the whole job on the sample archive, opens the window on an empty catalogue, and prints the
size. Where the recognition of scans is installed it must be in the build too: scans are ingested, and their text is
found. On Linux both run without any network, and every socket they open is looked at, as far as the system has
``unshare`` and ``strace``. Exit status 1 if anything went wrong.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from app import __version__
from app.formats import ocr
from tests.samples.__main__ import main as make_samples
from tests.samples.carriers.drawn import Job, draw
from tests.samples.carriers.pages import paginate
from tests.samples.filing import Carrier, Filing
from tests.samples.plan import FILINGS
from tools import sbom
from tools.third_party import licence_texts

SECONDS_FOR_A_WINDOW = 60
SECONDS_BETWEEN_LOOKS = 0.01
OPENINGS = 3
MOST_MILLISECONDS = 1500
"""From the start of the program to the first picture of the window on an empty catalogue."""

DRAWN = re.compile(r"window drawn (\d+) ms")
LOADED = "all rooms are loaded"
BROKEN = " broke: "
INTERNET = re.compile(r"AF_INET6?\b")
SCANNED = (Carrier.SCAN_PDF, Carrier.SCAN_TIF)
OUR_LICENCES = ("LICENSE", "third-party.md")


@dataclass(frozen=True, slots=True)
class Opening:
    """How long a person waited for the window, and how long the processor worked for it; milliseconds."""

    waited: int
    worked: int


def main(arguments: list[str]) -> int:
    """Try everything; each line says what was seen."""
    program = Path(arguments[0]).resolve()
    sbom.main([str(program / "sbom.cdx.json"), *(["--ocr"] if ocr.available() else [])])
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder)
        outcomes = [version_is_told(program), whole_job_runs(program, room), window_opens(program, room)]
        outcomes += [rooms_load(program, room), scans_are_read(program, room), licences_are_told(program)]
    print(f"size of {program.name}: {size_of(program) / 1e6:.0f} MB")
    return 0 if all(outcomes) else 1


def version_is_told(program: Path) -> bool:
    """Whether the command line starts and is the version of this checkout."""
    told = run([command_line(program), "--version"]).stdout.strip()
    print(f"version: {told}")
    return told == f"dishu {__version__}"


def whole_job_runs(program: Path, room: Path) -> bool:
    """Whether the demonstration ends well without network, and no process of it opened an internet socket."""
    make_samples([str(room / "archive")])
    told = run_offline(
        [command_line(program), "demo", str(room / "archive"), "--into", str(room / "result")], room
    )
    return told is not None


def run_offline(command: list[str], room: Path) -> str | None:
    """What a command printed, run without network and without a way to any Python; ``None`` if it failed or opened
    an internet socket. Its outcome is printed.
    """
    trace = room / "trace"
    trace.unlink(missing_ok=True)
    done = run([*without_network(), *traced(trace), *command], environment=without_python(room))
    calls = trace.read_text(encoding="utf-8").splitlines() if trace.exists() else []
    opened = [line for line in calls if INTERNET.search(line)]
    how = "traced" if trace.exists() else "not traced: no strace here"
    print(f"{command[1]}: status {done.returncode}; internet sockets: {len(opened)} ({how})")
    if done.returncode:
        print(done.stdout[-2000:], done.stderr[-2000:])
    return None if done.returncode or opened else done.stdout


def without_python(room: Path) -> dict[str, str]:
    """The environment without what leads to programs or packages of this computer, but for the system's own."""
    hidden = ("PYTHON", "VIRTUAL_ENV", "LD_LIBRARY_PATH")
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(hidden)}
    return kept if os.name == "nt" else kept | {"PATH": str(room)}


def scans_are_read(program: Path, room: Path) -> bool:
    """Whether the text of scans is found, where the recognition of scans belongs to the build."""
    if not ocr.available():
        print("scans: built without their recognition")
        return True
    master = next(filing for filing in FILINGS if filing.carrier is Carrier.SCAN_TIF)
    scans = [Filing("scans", master.paper, carrier, stem=carrier.name) for carrier in SCANNED]
    (room / "scans").mkdir()
    reason = draw([Job(room / scan.path, paginate(scan.lines())) for scan in scans])
    if reason:
        print(f"scans: not drawn: {reason}")
        return False
    catalogue = str(room / "catalogue")
    ingested = run_offline(
        [command_line(program), "ingest", catalogue, str(room / "scans"), "--ocr", "force"], room
    )
    found = run([command_line(program), "search", catalogue, master.paper.title, "--json"])
    count = sum(hit["is_ocr"] for hit in json.loads(found.stdout)["hits"]) if found.returncode == 0 else 0
    print(f"scans: {count} of {len(scans)} found by what is printed on them")
    return ingested is not None and count == len(scans)


def licences_are_told(program: Path) -> bool:
    """Whether our licence, the list of packages, and the licences that the packages bring lie in the build."""
    groups = ("runtime", "ocr") if ocr.available() else ("runtime",)
    texts = [f"{folder}/{text.name}" for group in groups for text, folder in licence_texts(group)]
    missing = [text for text in (*OUR_LICENCES, *texts) if next(program.glob(f"*/{text}"), None) is None]
    print(f"licences: {len(texts)} of packages; missing: {', '.join(missing) or 'none'}")
    return not missing


def without_network() -> list[str]:
    """What to put in front of a command so that it has no network at all; nothing where that cannot be done."""
    unshare = shutil.which("unshare")
    prefix = [unshare or "", "--map-root-user", "--net"]
    if unshare and run([*prefix, "true"]).returncode == 0:
        return prefix
    print("(no name space without network here)")
    return []


def traced(trace: Path) -> list[str]:
    """What to put in front of a command so that each socket it opens is written down."""
    strace = shutil.which("strace")
    prefix = [strace or "", "--follow-forks", "--seccomp-bpf", "--trace=socket", f"--output={trace}"]
    if strace and run([*prefix, "true"]).returncode == 0:
        return prefix
    return []


def window_opens(program: Path, room: Path) -> bool:
    """Whether the window draws itself on an empty catalogue; the quickest of some openings counts."""
    catalogue = empty_catalogue(program, room)
    if catalogue is None:
        return False
    openings = [opening(program, catalogue, room) for _ in range(OPENINGS)]
    told = ", ".join("never" if one is None else f"{one.waited} ms" for one in openings)
    seen = [one.waited for one in openings if one is not None]
    is_quick = bool(seen) and min(seen) <= MOST_MILLISECONDS
    print(f"window drawn after {told} (wanted {MOST_MILLISECONDS}): {'ok' if is_quick else 'too slow'}")
    return len(seen) == OPENINGS


def empty_catalogue(program: Path, room: Path) -> Path | None:
    """A catalogue that the program made in this room; ``None``, with its words printed, if it could not."""
    catalogue = room / "catalogue"
    made = run([command_line(program), "new", str(catalogue), "--office", "临湖县档案局", "--by", "王示例"])
    print(made.stderr if made.returncode else "", end="")
    return None if made.returncode else catalogue


def opening(program: Path, catalogue: Path, room: Path) -> Opening | None:
    """The window of the program from its start until it was drawn as its own log tells, or None if it never was."""
    with window_of(program, catalogue, room) as (window, log):
        if not log_tells(lambda told: DRAWN.search(told) is not None, window, log):
            return None
        used = psutil.Process(window.pid).cpu_times()
        waited = DRAWN.findall(text_of(log))[-1]
        return Opening(int(waited), round((used.user + used.system) * 1000))


def rooms_load(program: Path, room: Path) -> bool:
    """Whether every room of the window can be loaded, which it does by itself soon after it was drawn."""
    with window_of(program, room / "catalogue", room) as (window, log):
        log_tells(lambda told: LOADED in told or BROKEN in told, window, log)
        told = text_of(log)
    all_well = LOADED in told and BROKEN not in told
    print(f"rooms: {'all loaded' if all_well else told[-500:]}")
    return all_well


@contextmanager
def window_of(program: Path, catalogue: Path, room: Path) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """The window on a catalogue, without a screen, and its log, which begins with it."""
    log = catalogue / "logs" / "dishu.log"
    log.unlink(missing_ok=True)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(room / "settings")}
    window = subprocess.Popen([program / f"dishu-window{suffix()}", catalogue], env=environment)
    try:
        yield window, log
    finally:
        window.terminate()
        window.wait()


def log_tells(is_it: Callable[[str], bool], window: subprocess.Popen[bytes], log: Path) -> bool:
    """Wait for the log to tell something; false when the window ends or a minute passes first."""
    ends = time.monotonic() + SECONDS_FOR_A_WINDOW
    while time.monotonic() < ends and window.poll() is None:
        if is_it(text_of(log)):
            return True
        time.sleep(SECONDS_BETWEEN_LOOKS)
    return False


def text_of(path: Path) -> str:
    """What stands in a file, or nothing if there is none yet."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def size_of(folder: Path) -> int:
    """Bytes of all files in the folder; a link counts nothing."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def command_line(program: Path) -> str:
    """The executable with a console."""
    return str(program / f"dishu{suffix()}")


def suffix() -> str:
    """What names of executables end with on this system."""
    return ".exe" if os.name == "nt" else ""


def run(command: list[str], environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command to its end and keep what it says."""
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, env=environment
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
