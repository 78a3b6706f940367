"""Kill the program at random moments of its work, and look whether anything was lost.

    .venv/bin/python -m bench.crash --kills 500

A catalogue of the sample archive is worked on by ``dishu`` commands, each in a process of its own: ingest,
classify, decide (propose, approve, take back), rebuild of the index, backup, transfer package; and a copy of
it is brought to a later edition. How long each takes undisturbed is measured first; then each is killed
with SIGKILL, its workers too, at a random moment of that time. After each kill: the database is whole, the
audit chain holds and contains its former head, every decision that a process had acknowledged is there, and
there is no half backup and no half package under a final name. At the end, the work is finished once and
the catalogue checked again.

The processes are forked from this one, which has loaded the program, so that none is killed while Python
starts. What this cannot show is a loss of power: the system keeps what a killed process wrote.
``power_loss.py`` shows that. Needs Linux.
"""

import argparse
import collections
import contextlib
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

from app.store import audit, integrity
from app.store.backup import backups, require_whole
from app.store.catalogue import Catalogue, open_catalogue
from app.store.engine import open_engine
from app.store.schema import SCRIPTS, head_edition
from bench import promise
from bench.crash_work import APPROVER, PROPOSER, WORK, Act, Bench, approve, dishu, migrated, needed, propose
from tests.samples.build import build_archive

POLL_SECONDS = 0.01
DEFECT = 70
"""Exit status of a process that failed by a defect."""

STEP = """
from alembic import op
from app.store.rebuild_table import rebuild_table
revision, down_revision = "9000", "{head}"


def upgrade() -> None:
    bind = op.get_bind()
    for name in ("content", "location", "element"):
        laid_out = bind.exec_driver_sql(
            "SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL", (name,)
        ).all()
        (ddl,) = [sql for kind, sql in laid_out if kind == "table"]
        after = tuple(sql for kind, sql in laid_out if kind != "table")
        columns = [row[1] for row in bind.exec_driver_sql(f"PRAGMA table_info({{name}})")]
        rebuild_table(bind, name, ddl, filled_from={{c: f'"{{c}}"' for c in columns}}, after=after)
"""
"""A later edition that rebuilds the largest tables, which is the most a step can do."""


def set_up(bench: Bench) -> None:
    """A catalogue with documents, suggestions, two persons, and some approved decisions."""
    build_archive(bench.archive)
    needed("new", bench.catalogue, "--office", "临湖县人民政府办公室", "--fonds", "Z109")
    needed("ingest", bench.catalogue, bench.archive, "--ocr", "off")
    needed("classify", bench.catalogue)
    for name, role in ((PROPOSER, "reviewer"), (APPROVER, "approver")):
        needed("people", "add", bench.catalogue, name, "--role", role, "--by", PROPOSER)
    for work in (propose, propose, approve, approve):
        in_a_process(work(bench))
    shutil.copytree(SCRIPTS, bench.steps)
    step = bench.steps / "versions" / "9000_later.py"
    step.write_text(STEP.format(head=head_edition()), encoding="utf-8")
    for kind, work in WORK.items():
        act, started = work(bench), time.monotonic()
        if (status := in_a_process(act)) not in {0, 1}:
            raise SystemExit(f"{kind}: status {status}")
        bench.seconds[kind] = time.monotonic() - started
    bench.acknowledged |= decisions(bench)


def in_a_process(act: Act, seconds: float = float("inf")) -> int:
    """Do it in a process of its own, killed with its workers after some seconds; its exit status."""
    child = os.fork()
    if child == 0:
        status = DEFECT
        try:
            os.setpgid(0, 0)
            nothing = os.open(os.devnull, os.O_RDWR)
            os.dup2(nothing, 1)
            os.dup2(nothing, 2)
            status = act()
        finally:
            os._exit(status)
    with contextlib.suppress(PermissionError, ProcessLookupError):  # whichever of the two comes first
        os.setpgid(child, child)
    give_up_at = time.monotonic() + seconds
    while os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        if time.monotonic() > give_up_at:
            os.killpg(child, signal.SIGKILL)
            break
        time.sleep(POLL_SECONDS)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def kill_once(bench: Bench, kind: str) -> bool:
    """Start a piece of work and kill it; whether it was still at work."""
    status = in_a_process(WORK[kind](bench), bench.chance.uniform(0.0, 1.0) * bench.seconds[kind])
    if status == 0:
        bench.acknowledged |= decisions(bench)
    elif status not in {1, -signal.SIGKILL}:
        bench.problems.append(f"{kind} failed with status {status}")
    return status == -signal.SIGKILL


def decisions(bench: Bench) -> set[str]:
    """Every determination and signature that is committed."""
    signatures = bench.ask("SELECT id FROM signature")
    return {*bench.ask("SELECT uuid FROM determination"), *(f"signature {number}" for number in signatures)}


def examine(bench: Bench, kind: str) -> None:
    """Everything that must hold after a kill."""
    with open_catalogue(bench.catalogue) as catalogue:
        found = integrity.all_problems(catalogue)
        with catalogue.read() as connection:
            found += [fault.message for fault in audit.faults(connection, expected_head=bench.head)]
            bench.head = audit.head(connection)
    if lost := bench.acknowledged - decisions(bench):
        found.append(f"{len(lost)} acknowledged decisions lost")
    for backup in backups(bench.catalogue):
        require_whole(backup.path)
        backup.path.unlink()
    if kind == "migrate":
        found += half_migrations(bench)
    for problem in found + half_packages(bench):
        bench.problems.append(f"after {kind}: {problem}")
        sys.stderr.write(f"{bench.problems[-1]}\n")


def half_migrations(bench: Bench) -> list[str]:
    """What is wrong with the copy: first as it was left, then brought to the later edition once more."""
    found = problems_of(bench.later)
    before = extent_of(bench.later)
    if in_a_process(lambda: migrated(bench.later, bench.steps)):
        found.append("a killed migration cannot be repeated")
    if extent_of(bench.later) != before:
        found.append("a migration changed the number of rows")
    for backup in backups(bench.later):
        require_whole(backup.path)
    return found + problems_of(bench.later)


def problems_of(folder: Path) -> list[str]:
    """The check of a catalogue of whichever edition."""
    with Catalogue(folder, open_engine(folder / "catalogue.db")) as catalogue:
        return integrity.all_problems(catalogue)


def extent_of(folder: Path) -> tuple[int, ...]:
    """How many rows the rebuilt tables hold."""
    with closing(sqlite3.connect(folder / "catalogue.db")) as connection:
        return tuple(
            connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in ("content", "location", "element", "audit_entry")
        )


def half_packages(bench: Bench) -> list[str]:
    """Packages under a final name that do not verify; those that do are counted, all are removed."""
    found = []
    for made in (bench.place / "packages").glob("*/*"):
        if not made.is_dir() or made.name.endswith(".partial"):
            continue
        status, printed = dishu("verify", made)
        if status:
            found.append(f"half package: {printed[-300:]}")
        bench.packages += 1
    shutil.rmtree(bench.place / "packages", ignore_errors=True)
    return found


def finish(bench: Bench) -> None:
    """Do the work once undisturbed; everything must then be in order."""
    for kind in ("ingest", "classify", "rebuild", "backup", "package"):
        if (status := in_a_process(WORK[kind](bench))) not in {0, 1}:
            bench.problems.append(f"{kind} did not finish: status {status}")
    examine(bench, "the end")


def main() -> int:
    """Kill, examine, print the figures; 1 when something was lost."""
    parser = argparse.ArgumentParser(description="random kills")
    parser.add_argument("--kills", type=int, default=30, help="processes that were killed at work")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop then, with fewer kills")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    counts: collections.Counter[str] = collections.Counter()
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        bench = Bench(Path(place), random.Random(given.seed))
        set_up(bench)
        examine(bench, "the beginning")
        while counts.total() < given.kills and time.monotonic() - started < given.seconds:
            kind = bench.chance.choice(list(WORK))
            counts[kind] += kill_once(bench, kind)
            examine(bench, kind)
            sys.stderr.write(f"{counts.total()} kills, {len(bench.problems)} problems, last {kind}\n")
        finish(bench)
        return _report(bench, counts, time.monotonic() - started)


def _report(bench: Bench, counts: collections.Counter[str], seconds: float) -> int:
    say = sys.stdout.write
    for problem in bench.problems:
        say(f"PROBLEM {problem}\n")
    took = ", ".join(f"{kind} {seconds:.1f}" for kind, seconds in bench.seconds.items())
    say(f"seconds undisturbed: {took}\n")
    say(f"{counts.total()} kills {dict(counts)} in {seconds:.0f} s\n")
    say(
        f"{len(bench.acknowledged)} acknowledged decisions and signatures, {bench.head[0] if bench.head else 0} "
        f"audit entries, {bench.packages} finished packages verified; {len(bench.problems)} problems\n"
    )
    promise.tell("kills", counts.total())
    promise.tell("problems", len(bench.problems))
    return 1 if bench.problems else 0


if __name__ == "__main__":
    sys.exit(main())
