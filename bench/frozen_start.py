"""How long a person waits for the window of the built program, on an empty catalogue.

    .venv/bin/python -m bench.frozen_start [PROGRAM ...] [--times N]

PROGRAM is the folder that ``run.py build`` makes (``dist/dishu``). Several are opened in turns, so that a change
is compared with what was before on the same machine at the same time; the last one's median is what is promised.
The CPU time of the process, read when the log tells of the first paint, swings less than the clock on a busy machine.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench import promise
from tools.try_build import Opening, empty_catalogue, opening

BUILT = Path("dist/dishu")


def main() -> int:
    """Open the windows, print and tell; 1 when one of them never stood."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("programs", nargs="*", type=Path, default=[BUILT])
    parser.add_argument("--times", type=int, default=7)
    given = parser.parse_args()
    programs = [path.resolve() for path in given.programs]
    if missing := [path for path in programs if not path.is_dir()]:
        print(f"not built: {missing[0]} (python3 run.py build)", file=sys.stderr)
        return 1
    found = in_turns(programs, given.times)
    for program, openings in zip(programs, found, strict=True):
        print(line(program, openings))
    told = found[-1]
    if len(told) == given.times:
        promise.tell("first_paint", statistics.median(one.waited for one in told))
    return 0 if all(len(openings) == given.times for openings in found) else 1


def in_turns(programs: Sequence[Path], times: int) -> list[list[Opening]]:
    """What each program took, each on a catalogue that it made; the first opening of each, which reads
    the disk, does not count.
    """
    found: list[list[Opening]] = [[] for _ in programs]
    with tempfile.TemporaryDirectory() as place:
        rooms = [Path(place, str(number)) for number in range(len(programs))]
        catalogues = [empty_catalogue(*each) for each in zip(programs, rooms, strict=True)]
        for turn in range(times + 1):
            for program, room, catalogue, openings in zip(programs, rooms, catalogues, found, strict=True):
                one = opening(program, catalogue, room) if catalogue is not None else None
                if one is not None and turn:
                    openings.append(one)
    return found


def line(program: Path, openings: Sequence[Opening]) -> str:
    """The figures of one program for people."""
    if not openings:
        return f"{program}: no window"
    waited, worked = [one.waited for one in openings], [one.worked for one in openings]
    return (
        f"{program}: first paint after {statistics.median(waited):.0f} ms (least {min(waited)}, most {max(waited)}), "
        f"CPU of the process {statistics.median(worked):.0f} ms (least {min(worked)}), {len(openings)} openings"
    )


if __name__ == "__main__":
    sys.exit(main())
