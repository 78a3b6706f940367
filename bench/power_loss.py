"""Cut the power at random moments of the work, and look whether anything acknowledged was lost.

    .venv/bin/python -m bench.power_loss --cuts 1000

A catalogue of the sample archive is worked on under a recorder: decisions, approvals, ingest, corrections,
classification, rebuild of the index, backup, purge, restore. Every write, sync and change of a name is
noted. Then the folder is laid out as a power cut at a random moment could have left it: what was synced,
and any part of what was not, reordered and torn. The program opens it: the database is whole, the audit
chain holds and contains the last acknowledged head, no acknowledged decision and no finished backup is
missing. Needs ``strace``.
"""

import argparse
import collections
import random
import sys
import tempfile
import time
from pathlib import Path

from app import cli
from bench import promise
from tests import disk, power_cuts
from tests.samples.build import build_archive

PROPOSER, APPROVER = "王示例", "李复核"


def set_up(place: Path) -> tuple[Path, Path]:
    """A catalogue of the largest part of the sample archive, with two persons; and the archive."""
    archive, folder = place / "archive", place / "catalogue"
    build_archive(archive)
    parts = [path for path in archive.iterdir() if path.is_dir()]
    first = max(parts, key=lambda part: sum(1 for _ in part.rglob("*")))
    dishu("new", folder, "--office", "临湖县人民政府办公室", "--fonds", "Z109")
    dishu("ingest", folder, first, "--ocr", "off")
    dishu("classify", folder)
    dishu("people", "add", folder, PROPOSER, "--role", "reviewer", "--by", PROPOSER)
    dishu("people", "add", folder, APPROVER, "--role", "approver", "--by", PROPOSER)
    return folder, archive


def dishu(*arguments: object) -> None:
    """Run a command in this process."""
    status = cli.run([str(argument) for argument in arguments])
    if status > 1:
        raise SystemExit(f"{arguments} failed")


def day(folder: Path, archive: Path) -> list[tuple[object, ...]]:
    """What is done in the office while the power may go."""
    ids = power_cuts.documents(folder)
    commands: list[tuple[object, ...]] = []
    for number in range(0, min(30, len(ids)), 3):
        chosen = ids[number : number + 3]
        commands += [
            ("review", "decide", folder, *chosen, "--attribute", "proactive", "--by", PROPOSER),
            ("review", "approve", folder, *chosen[:2], "--by", APPROVER),
            ("correct", folder, chosen[0], "annotation", f"第{number}次更正", "--by", PROPOSER),
        ]
    return [
        *commands[:12],
        ("ingest", folder, archive, "--ocr", "off", "--workers", "2"),
        ("classify", folder, "--workers", "1"),
        ("backup", folder),
        *commands[12:20],
        ("reindex", folder),
        ("purge", folder, ids[-1], "--by", PROPOSER, "--reason", "核对原件后认定"),
        *commands[20:],
        ("restore", folder, power_cuts.NEWEST, "--by", PROPOSER),
        *commands[:2],
    ]


def main() -> int:
    """Record once, cut often, print the figures; 1 when something was lost."""
    parser = argparse.ArgumentParser(description="power cuts")
    parser.add_argument("--cuts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if not disk.can_record():
        raise SystemExit("strace is needed")
    started = time.monotonic()
    found: collections.Counter[str] = collections.Counter()
    made = 0
    with tempfile.TemporaryDirectory() as place:
        folder, archive = set_up(Path(place))
        before, calls = power_cuts.work(folder, day(folder, archive), Path(place))
        told = collections.Counter(call.name for call in calls)
        for cut in power_cuts.cuts(before, calls, given.cuts, Path(place), random.Random(given.seed)):
            made += 1
            for problem in power_cuts.problems(cut):
                found[problem] += 1
                print(f"PROBLEM after call {cut.calls} ({calls[cut.calls].name}): {problem}", flush=True)
            if made % 50 == 0:
                sys.stderr.write(f"{made} cuts, {found.total()} problems\n")
    most = max(len(each.decisions) for each in power_cuts.promises(calls))
    print(f"recorded: {dict(told.most_common())}; at most {most} decisions and signatures acknowledged")
    print(f"{made} power cuts, {found.total()} problems, {time.monotonic() - started:.0f} s")
    promise.tell("cuts", made)
    promise.tell("problems", found.total())
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
