"""The work that ``crash.py`` kills: each kind makes ready what it needs and tells what a process of its own does."""

import contextlib
import io
import json
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from app import cli
from app.store.engine import open_engine
from app.store.schema import bring_up_to_date

PROPOSER, APPROVER = "王示例", "李复核"
FEW = 10
"""Documents left open below which approvals are taken back."""

Act = Callable[[], int]
"""A piece of work, done in a process of its own; its exit status."""


@dataclass
class Bench:
    """The place of one run, and what was acknowledged so far."""

    place: Path
    chance: random.Random
    head: tuple[int, str] | None = None
    acknowledged: set[str] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    packages: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    """How long each kind of work takes undisturbed."""

    @property
    def catalogue(self) -> Path:
        """The catalogue that is worked on."""
        return self.place / "catalogue"

    @property
    def later(self) -> Path:
        """A copy of the catalogue that is brought to a later edition."""
        return self.place / "later"

    @property
    def steps(self) -> Path:
        """The steps of the program and one more."""
        return self.place / "steps"

    @property
    def archive(self) -> Path:
        """The sample archive."""
        return self.place / "archive"

    def ask(self, query: str) -> list[str]:
        """The first column of an answer."""
        with closing(sqlite3.connect(self.catalogue / "catalogue.db")) as connection:
            return [str(row[0]) for row in connection.execute(query)]


def dishu(*arguments: object) -> tuple[int, str]:
    """Run a command in this process; its exit status and what it printed."""
    printed = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with contextlib.redirect_stdout(printed):
        status = cli.run([str(argument) for argument in arguments])
    printed.flush()
    return status, printed.buffer.getvalue().decode()  # type: ignore[attr-defined]


def needed(*arguments: object) -> str:
    """Run a command that the bench cannot do without."""
    status, printed = dishu(*arguments)
    if status > 1:
        raise SystemExit(f"{arguments}: {status}")
    return printed


def command(*arguments: object) -> Act:
    """A command for a process of its own."""
    return lambda: cli.run([str(argument) for argument in arguments])


def ingest(bench: Bench) -> Act:
    """Everything is read again: the times of the files are forgotten first."""
    with closing(sqlite3.connect(bench.catalogue / "catalogue.db")) as connection:
        connection.execute("UPDATE location SET mtime_ns = NULL WHERE id % 3 = 0")
        connection.commit()
    return command("ingest", bench.catalogue, bench.archive, "--workers", "2", "--ocr", "off")


def classify(bench: Bench) -> Act:
    """Suggestions for a third of the documents are made anew."""
    with closing(sqlite3.connect(bench.catalogue / "catalogue.db")) as connection:
        connection.execute("DELETE FROM classified WHERE content_id % 3 = 0")
        connection.commit()
    return command("classify", bench.catalogue, "--workers", "2")


def propose(bench: Bench) -> Act:
    """Some documents are proposed; when few are open, approvals are taken back."""
    waiting = bench.ask(
        "SELECT uuid FROM document WHERE review_state IN ('open', 'returned') AND applicability = 'ours'"
    )
    if len(waiting) < FEW and (job := approvals(bench)):
        return command("review", "revert", bench.catalogue, job, "--by", APPROVER, "--reason", "再看一遍")
    chosen = bench.chance.sample(waiting, min(10, len(waiting)))
    wish = ("--attribute", "proactive", "--by", PROPOSER)
    return command("review", "decide", bench.catalogue, *chosen, *wish)


def approvals(bench: Bench) -> str:
    """An approval of many that stands, or nothing."""
    jobs = [json.loads(line) for line in needed("review", "revert", bench.catalogue, "--json").splitlines()]
    standing = [job["id"] for job in jobs if job["kind"] == "approve" and job["reverted"] is False]
    return bench.chance.choice(standing) if standing else ""


def approve(bench: Bench) -> Act:
    """Some proposals are approved or returned; without any, documents are proposed."""
    act = bench.chance.choice(("approve", "approve", "return"))
    waiting = bench.ask("SELECT uuid FROM document WHERE review_state = 'proposed'")
    if not waiting:
        return propose(bench)
    chosen = bench.chance.sample(waiting, min(5, len(waiting)))
    reason = ("--reason", "请再核") if act == "return" else ()
    return command("review", act, bench.catalogue, *chosen, "--by", APPROVER, *reason)


def rebuild(bench: Bench) -> Act:
    """The index is built anew."""
    return command("reindex", bench.catalogue)


def back_up(bench: Bench) -> Act:
    """A full copy."""
    return command("backup", bench.catalogue)


def package(bench: Bench) -> Act:
    """A transfer package of what is ready; transfers are withdrawn, or documents approved, when nothing is."""
    if not ready(bench):
        withdraw_transfers(bench)
    if not ready(bench):
        return approve(bench)
    out = bench.place / "packages" / str(bench.chance.randrange(10**9))
    out.parent.mkdir(exist_ok=True)
    return command("transfer", "build", bench.catalogue, out, "--by", PROPOSER)


def ready(bench: Bench) -> bool:
    """Whether some document could be handed over."""
    needed("transfer", "adopt", bench.catalogue, "--by", PROPOSER)
    documents = needed("transfer", "select", bench.catalogue, "--json").splitlines()
    return any(json.loads(document)["ready"] for document in documents)


def withdraw_transfers(bench: Bench) -> None:
    """Take back the transfers that were built, so that there is something to hand over again."""
    for line in needed("transfer", "list", bench.catalogue, "--json").splitlines():
        transfer = json.loads(line)
        if transfer["state"] == "prepared":
            who = ("--reason", "再核一遍", "--by", PROPOSER)
            needed("transfer", "withdraw", bench.catalogue, transfer["transfer"], *who)


def migrate(bench: Bench) -> Act:
    """A copy of the catalogue is brought to a later edition, with the backup before it."""
    shutil.rmtree(bench.later, ignore_errors=True)
    bench.later.mkdir()
    with (
        closing(sqlite3.connect(bench.catalogue / "catalogue.db")) as present,
        closing(sqlite3.connect(bench.later / "catalogue.db")) as copy,
    ):
        present.backup(copy)
    return lambda: migrated(bench.later, bench.steps)


def migrated(folder: Path, steps: Path) -> int:
    """Bring a catalogue to the later edition."""
    bring_up_to_date(open_engine(folder / "catalogue.db"), folder, steps)
    return 0


WORK: dict[str, Callable[[Bench], Act]] = {
    "ingest": ingest,
    "classify": classify,
    "propose": propose,
    "approve": approve,
    "rebuild": rebuild,
    "migrate": migrate,
    "backup": back_up,
    "package": package,
}
