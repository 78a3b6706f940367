"""The process that fuzzes one target, guided by the coverage of our own code; ``bench.fuzz`` starts it.

Atheris instruments what is imported from ``app``. Status lines of JSON go to what was standard output; whatever else
is printed there joins libFuzzer's own log in standard error. What goes wrong is kept as a file and the run goes on; a
process that dies, hangs or grows beyond its limit is the parent's affair.
"""

import json
import os
import random
import sys
import time
import traceback
import warnings
from pathlib import Path

import atheris

STATUS_EVERY = 200
MOST_BYTES = 60_000


def resident_megabytes() -> float:
    """The memory that this process holds now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 2**20


class Session:
    """Runs inputs, counts them and keeps those that fail."""

    def __init__(self, name: str, folder: Path, slow: float) -> None:
        atheris.instrument_imports(include=["app"], enable_loader_override=False).__enter__()
        from tests.fuzz.targets import target

        self.target = target(name)
        self.kept = folder / "findings"
        self.slow = slow
        self.runs = 0
        self.started = time.process_time()
        self.slowest = 0.0
        self.found: dict[str, int] = {}
        self.parent = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)

    def run(self, data: bytes) -> None:
        """One execution."""
        started = time.thread_time()
        try:
            self.target.run(data)
        except Exception as error:  # this is what we look for
            self._keep(_place(error), data)
        spent = time.thread_time() - started
        if spent > self.slow:
            self._keep(f"slow over {self.slow:g} s", data)
        self.slowest = max(self.slowest, spent)
        self.runs += 1
        if self.runs % STATUS_EVERY == 0:
            self.report()

    def _keep(self, what: str, data: bytes) -> None:
        """The first input for each place, and a shorter one when it comes along."""
        name = "".join(sign if sign.isalnum() or sign in ".-_" else "_" for sign in what)
        path = self.kept / name
        if not path.exists() or path.stat().st_size > len(data):
            path.write_bytes(data)
        self.found[what] = self.found.get(what, 0) + 1

    def report(self) -> None:
        """A line for the parent."""
        record = {
            "runs": self.runs,
            "cpu": round(time.process_time() - self.started, 2),
            "memory": round(resident_megabytes(), 1),
            "slowest": round(self.slowest, 3),
            "found": self.found,
        }
        self.parent.write(json.dumps(record) + "\n")
        self.parent.flush()

    def mutate(self, data: bytes, most: int, seed: int) -> bytes:
        """A wounded input, by what the target knows of its structure."""
        done = self.target.mutate(data, random.Random(seed), _basic)
        return done if len(done) <= most else done[:most]


def _basic(piece: bytes) -> bytes:
    return bytes(atheris.Mutate(piece, len(piece) + 64))


def _place(error: Exception) -> str:
    """Type and place of what went wrong: the last line of our own code, with the assertion's words."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/app/" in frame.filename or "/tests/" in frame.filename]
    last = (own or frames)[-1]
    words = f" {error}" if isinstance(error, AssertionError) else ""
    return f"{type(error).__name__} {Path(last.filename).name}-{last.lineno}{words}"


def main() -> None:
    name, folder, slow, *options = sys.argv[1:]
    warnings.simplefilter("ignore")
    session = Session(name, Path(folder), float(slow))
    atheris.Setup(
        [sys.argv[0], *options], session.run, custom_mutator=session.mutate, internal_libfuzzer=True
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
