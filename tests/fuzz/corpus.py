"""The few inputs of each target that reach all that fuzzing reached, kept in one zip file each."""

import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

FOLDER = Path(__file__).parents[1] / "fuzz_corpus"
MOST_BYTES = 40_000
"""Of a target's zip file, packed; all together stay below a megabyte."""
_MOST_LOOKED_AT = 1500
_OWN = str(Path(__file__).parents[2] / "app")


def inputs_of(name: str) -> list[bytes]:
    """The inputs kept for a target; none when there is no file."""
    path = FOLDER / f"{name}.zip"
    if not path.exists():
        return []
    with zipfile.ZipFile(path) as kept:
        return [kept.read(item) for item in sorted(kept.namelist())]


def choose(name: str, folder: Path) -> tuple[int, int]:
    """Keep the inputs that reach most lines for their size; returns how many of how many."""
    from tests.fuzz.targets import target

    given = sorted({*inputs_of(name), *_files(folder)}, key=len)[:_MOST_LOOKED_AT]
    run, seeds = target(name).run, target(name).seeds()
    reached = {data: _steps(run, data) for data in given}
    seen = set().union(*(_steps(run, data) for data in seeds))
    chosen: list[bytes] = []
    while reached:
        data = max(reached, key=lambda one: (len(reached[one] - seen) / (len(one) + 300), -len(one)))
        if not reached[data] - seen:
            break
        seen |= reached.pop(data)
        chosen.append(data)
    return _write(FOLDER / f"{name}.zip", chosen) if chosen else 0, len(given)


def _files(folder: Path) -> Iterator[bytes]:
    return (path.read_bytes() for path in folder.glob("*")) if folder.is_dir() else iter(())


def _write(path: Path, chosen: list[bytes]) -> int:
    """Write as many, the most worthwhile first, as fit."""
    path.parent.mkdir(exist_ok=True)
    count = 0
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as kept:
        for number, data in enumerate(chosen):
            kept.writestr(zipfile.ZipInfo(f"{number:03}"), data, zipfile.ZIP_DEFLATED)
            count += 1
            if kept.fp is None or kept.fp.tell() > MOST_BYTES:
                break
    return count


def _steps(run: Any, data: bytes) -> frozenset[tuple[str, int, int]]:
    """Every step from line to line of our own code that an input makes."""
    steps: set[tuple[str, int, int]] = set()

    def begin(frame: FrameType, _event: str, _argument: object) -> Any:
        name = frame.f_code.co_filename
        if not name.startswith(_OWN):
            return None
        last = 0

        def line(frame: FrameType, event: str, _argument: object) -> Any:
            nonlocal last
            if event == "line":
                steps.add((name, last, frame.f_lineno))
                last = frame.f_lineno
            return line

        return line

    sys.settrace(begin)
    try:
        run(data)
    except Exception:  # a finding is worth keeping too
        steps.add(("finding", 0, 0))
    finally:
        sys.settrace(None)
    return frozenset(steps)
