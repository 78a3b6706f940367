"""Classified content that was found late goes out again (保守国家秘密法: it may not be here at all)."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from app.domain.audit import Change
from app.domain.people import SYSTEM
from app.errors import AppError, WrongUseError
from app.progress import Progress
from app.store import copies, documents, purging, reindex
from app.store.backup import BACKUPS
from app.store.catalogue import Catalogue, Reading, Unit, open_catalogue
from app.store.purging import Removed, Traces

CERTAIN = "A"
BY_A_PERSON = "person"
BY_RECOGNITION = "ocr"


@dataclass(frozen=True, slots=True)
class PurgeSummary:
    """What went out. ``kept``: documents that go on with other files, for a person to look at.

    ``elsewhere``: copies beside the catalogue that may hold the same content, for a person to purge or to
    destroy.
    """

    locations: int
    documents: int
    kept: tuple[str, ...]
    cleansed: "Cleansed"
    elsewhere: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Cleansed:
    """What was freed of the content that went: backups replaced, leftovers of broken work destroyed,
    catalogues that a restore had set aside. ``left``: set-aside catalogues that cannot be opened and may hold
    it still; only a person can say that nobody needs them.
    """

    backups: int
    leftovers: int
    set_aside: int
    left: tuple[Path, ...]


def purge(catalogue: Catalogue, target: str, progress: Progress, *, by: str, reason: str) -> PurgeSummary:
    """Take a file (its path) or a document with all its files (its UUID) out of the catalogue.

    Text, elements, findings, references, sketches, recognised pages and index words are gone, audit
    values about it are emptied, earlier backups are replaced by a new one, and what a restore set aside is
    freed of it, too. The place counts as quarantined and is not read again unless a person releases it.

    Raises:
        WrongUseError: no reason was given.
        AppError: nothing is held under that name, or the catalogue is in use elsewhere.
    """
    if not reason.strip():
        raise WrongUseError("清除必须写明理由。", "请写明谁发现、依据什么认定（不要写涉密内容）。")
    with catalogue.write(by=by, action="purge") as unit:
        ids, papers = _contents(unit.connection, target)
        hashes = purging.hashes_of(unit.connection, ids)
        if ids or papers:
            removed = expel(unit, ids, CERTAIN, BY_A_PERSON, reason=reason, papers=papers)
            unit.commit()
        else:
            removed = _nothing_but_unfinished(unit.connection)
    cleansed = cleanse(catalogue, progress, by=by, hashes=hashes)
    others = tuple(copies.elsewhere(catalogue.folder))
    return PurgeSummary(removed.locations, len(removed.gone), removed.kept, cleansed, others)


def destroy_set_aside(catalogue: Catalogue, *, by: str, reason: str) -> int:
    """Destroy the catalogues that restores set aside; what is only in them is lost.

    Returns:
        How many were destroyed.

    Raises:
        WrongUseError: no reason was given.
    """
    if not reason.strip():
        raise WrongUseError("销毁必须写明理由。", "请写明为什么不再需要，例如“损坏，已从备份恢复”。")
    with catalogue.write(by=by, action="purge.set_aside") as unit:
        count = len(copies.set_aside(catalogue.folder))
        unit.record("purge", [Change("set_aside", str(count), None), Change("reason", None, reason)])
        unit.commit()
    return copies.destroy_set_aside(catalogue.folder)


def expel(
    unit: Unit,
    content_ids: Collection[int],
    level: str,
    rule: str,
    *,
    reason: str = "",
    papers: Collection[int] = (),
) -> Removed:
    """Take contents and records on paper out of all tables in the caller's transaction; :func:`cleanse`
    does the rest.
    """
    removed = purging.remove(unit.connection, content_ids, level=level, rule=rule, at=unit.at, papers=papers)
    changes = [Change("rule", None, rule), Change("locations", None, str(removed.locations))]
    if reason:
        changes.append(Change("reason", None, reason))
    for subject in (*removed.gone, *removed.kept) or ("purge",):
        unit.record(subject, changes)
    return removed


def cleanse(
    catalogue: Catalogue, progress: Progress, *, by: str = SYSTEM, hashes: frozenset[str] = frozenset()
) -> Cleansed:
    """Free index, file, backups and set-aside catalogues of what was taken out; safe to repeat.

    ``hashes``: of what was taken out just now; what earlier runs took out is known by its place.
    """
    reindex.rebuild(catalogue, progress, by=by)
    purging.scrub_file(catalogue.folder)
    backups = purging.replace_backups(catalogue.folder)
    leftovers = copies.destroy_leftovers(catalogue.folder)
    done, left = _cleanse_set_aside(catalogue, progress, by, hashes)
    with catalogue.write(by=by, action="purge.cleansed") as unit:
        purging.settle(unit.connection)
        counts = {"backups": backups, "set_aside": done, "set_aside_left": len(left)}
        unit.record("purge", [Change(name, None, str(count)) for name, count in counts.items()])
        unit.commit()
    return Cleansed(backups, leftovers, done, tuple(left))


def _cleanse_set_aside(
    catalogue: Catalogue, progress: Progress, by: str, hashes: frozenset[str]
) -> tuple[int, list[Path]]:
    """Take the same content out of what restores set aside: it may hold work that is nowhere else.

    Returns:
        How many held it and are free of it now, and those that cannot be opened.
    """
    with catalogue.read() as connection:
        wanted = purging.traces(connection, hashes)
    done, left = 0, []
    for folder in copies.set_aside(catalogue.folder):
        try:
            done += _take_out_of(folder, wanted, progress, by)
        except AppError:
            left.append(folder)
        for inside in (folder / BACKUPS, folder / "logs"):  # made by opening it and writing in it
            copies.destroy_folder(inside)
    return done, left


def _take_out_of(folder: Path, wanted: Traces, progress: Progress, by: str) -> bool:
    """Free one catalogue of what is wanted; whether it held any of it, or had not got rid of all."""
    with open_catalogue(folder) as aside:
        with aside.read() as connection:
            ids, papers = purging.found_again(connection, wanted)
            is_held = bool(ids or papers) or purging.is_pending(connection)
        if not is_held:
            return False
        with aside.write(by=by, action="purge") as unit:
            expel(unit, ids, CERTAIN, BY_A_PERSON, papers=papers)
            unit.commit()
        reindex.rebuild(aside, progress, by=by)
        purging.scrub_file(folder)
        with aside.write(by=by, action="purge.cleansed") as unit:
            purging.settle(unit.connection)
            unit.record("purge")
            unit.commit()
    return True


def cleanse_if_pending(catalogue: Catalogue, progress: Progress, *, by: str = SYSTEM) -> None:
    """Finish a purge that was interrupted, or what recognition has refused."""
    with catalogue.read() as connection:
        is_pending = purging.is_pending(connection)
    if is_pending:
        cleanse(catalogue, progress, by=by)


def _nothing_but_unfinished(connection: Reading) -> Removed:
    """What is taken out when nothing is held under a name: nothing, but a purge that was broken off goes on."""
    if not purging.is_pending(connection):
        raise AppError("目录里没有这个文件或公文的内容。", "请写文件路径（export 里的 path）或公文编号。")
    return Removed((), (), 0)


def _contents(connection: Reading, target: str) -> tuple[list[int], list[int]]:
    """The contents that a person means, or the record on paper; nothing when it is not held."""
    papers: list[int] = []
    if _is_uuid(target):
        document_id = documents.document_with_uuid(connection, target)
        found = purging.contents_of_document(connection, document_id) if document_id is not None else []
        papers = [document_id] if document_id is not None and not found else []
    else:
        absolute = Path(target).absolute().as_posix()
        found = purging.contents_at(connection, target.replace("\\", "/"), absolute)
    return found, papers


def _is_uuid(target: str) -> bool:
    try:
        uuid.UUID(target)
    except ValueError:
        return False
    return True
