"""What a target of fuzzing is.

A target returns when all is well, which a refusal in words is too, and raises what it finds: a defect's own
exception, or an ``AssertionError`` when a result breaks its contract.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.mutate import Mutator

Run = Callable[[bytes], None]
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where files of a moment are written; ``None`` for the system's usual place."""


@dataclass(frozen=True)
class Target:
    """One thing that is fuzzed, how its input is spoilt and what it begins with."""

    name: str
    run: Run
    mutate: Mutator
    seeds: Callable[[], list[bytes]]


def in_file(suffix: str, data: bytes, use: Callable[[Path], object]) -> None:
    """Give the bytes as a file with this ending."""
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        path = Path(folder, "a" + suffix)
        path.write_bytes(data)
        use(path)
