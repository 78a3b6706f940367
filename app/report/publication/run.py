"""Many files checked or redacted in worker processes: a hang or a crash costs one file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import TypeVar

from app.domain.disclosure import DisclosureAttribute
from app.domain.document import Applicability
from app.domain.source import Failure
from app.errors import AppError
from app.formats.pool import WorkerPool
from app.formats.reader import UnreadableError
from app.inventory.ingest import seconds_for
from app.inventory.scan import Found, found_file
from app.paths import CONTAINER_MARK
from app.progress import Progress
from app.report.publication.check import Checked, check_file
from app.report.publication.faults import Fault, FaultKind
from app.report.publication.redact import Redacted, redact_file
from app.store import queries
from app.store.catalogue import Catalogue
from app.store.report_rows import held_documents

Item = TypeVar("Item")
Value = TypeVar("Value")
Job = tuple[Found, Path]

CHECKING = "发布前检查"
REDACTING = "制作脱敏副本"


@dataclass(frozen=True, slots=True)
class NotRedacted:
    """A file of which no copy could be made, and why."""

    source: str
    message: str

    def as_dict(self) -> dict[str, object]:
        """The record for JSON."""
        return {"source": self.source, "target": None, "message": self.message}


def check_files(paths: Sequence[Path], pool: WorkerPool, progress: Progress) -> list[Checked]:
    """The files checked, in the order given."""
    found = [found_file(str(path)) for path in paths]
    results = _each(check_found, found, seconds_for, pool, partial(progress.step, CHECKING))
    return [
        _lost(file, one) if isinstance(one, Failure) else one
        for file, one in zip(found, results, strict=True)
    ]


def redact_files(
    paths: Sequence[Path], folder: Path, words: Sequence[str], pool: WorkerPool, progress: Progress
) -> list[Redacted | NotRedacted]:
    """A copy of each file in ``folder`` without personal data and without ``words``, in the order given.

    Copies of equal names are numbered.

    Raises:
        OSError: the folder cannot be made.
    """
    folder.mkdir(parents=True, exist_ok=True)
    found = [found_file(str(path)) for path in paths]
    jobs = list(zip(found, _targets(paths, folder), strict=True))
    task = partial(_redact_found, words=tuple(words))
    results = _each(task, jobs, _seconds_for_job, pool, partial(progress.step, REDACTING))
    return [
        NotRedacted(file.path, one.message) if isinstance(one, Failure) else one
        for (file, _), one in zip(jobs, results, strict=True)
    ]


def waiting_for_publication(catalogue: Catalogue) -> list[Path]:
    """The leading files of our documents that are to be public and are not yet published.

    Files inside containers and files that are gone are left out.
    """
    with catalogue.read() as connection:
        chosen = [
            one
            for one in held_documents(connection)
            if one.attribute is DisclosureAttribute.PROACTIVE
            and one.applicability is Applicability.OURS
            and not (one.published_url or one.published_on)
        ]
        files = queries.files_of_documents(connection, [one.id for one in chosen])
    named = [
        Path(file.root_path, file.path)
        for of_one in files.values()
        for file in of_one[:1]
        if CONTAINER_MARK not in file.path
    ]
    return [path for path in named if path.is_file()]


def files_below(paths: Iterable[Path]) -> list[Path]:
    """The files named, and every file below the folders named; each once."""
    found: dict[Path, None] = {}
    for path in paths:
        below = sorted(child for child in path.rglob("*") if child.is_file()) if path.is_dir() else [path]
        found.update(dict.fromkeys(below))
    return list(found)


def check_found(found: Found) -> Checked:
    """One file; runs in a worker."""
    return check_file(Path(found.path))


def _each(
    task: Callable[[Item], Value],
    items: Sequence[Item],
    seconds: Callable[[Item], float],
    pool: WorkerPool,
    step: Callable[[int, int], None],
) -> list[Value | Failure]:
    """The results in the order of the items; ``step`` hears how many are done of how many."""
    results: dict[int, Value | Failure] = {}
    step(0, len(items))
    for item, outcome in pool.map_bounded(task, items, seconds_for=seconds):
        results[id(item)] = outcome
        step(len(results), len(items))
    return [results[id(item)] for item in items]


def _redact_found(job: Job, words: tuple[str, ...]) -> Redacted | NotRedacted:
    found, target = job
    try:
        return redact_file(Path(found.path), target, words)
    except AppError as error:
        return NotRedacted(found.path, error.message)
    except UnreadableError as error:
        return NotRedacted(found.path, error.failure.message)


def _seconds_for_job(job: Job) -> float:
    return 3 * seconds_for(job[0])


def _targets(paths: Sequence[Path], folder: Path) -> list[Path]:
    """Where the copies go; a name that is taken in this batch gets a number."""
    taken: set[str] = set()
    targets = []
    for path in paths:
        names = (f"{path.stem}（脱敏{n or ''}）{path.suffix}" for n in count())
        name = next(name for name in names if name.casefold() not in taken)
        taken.add(name.casefold())
        targets.append(folder / name)
    return targets


def _lost(found: Found, failure: Failure) -> Checked:
    return Checked(found.path, (Fault(FaultKind.UNREADABLE, failure.kind.value, failure.message),))
