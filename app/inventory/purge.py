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
from app.store.catalogue import Catalogue, Reading, Unit
from app.store.purging import Removed

CERTAIN = "A"
BY_A_PERSON = "person"
BY_RECOGNITION = "ocr"


@dataclass(frozen=True, slots=True)
class PurgeSummary:
    """What went out. ``kept``: documents that go on with other files, for a person to look at.

    ``set_aside``: catalogues destroyed that an earlier restore had put aside. ``elsewhere``: copies beside
    the catalogue that may hold the same content, for a person to purge or to destroy.
    """

    locations: int
    documents: int
    kept: tuple[str, ...]
    backups: int
    set_aside: int
    elsewhere: tuple[Path, ...]


def purge(catalogue: Catalogue, target: str, progress: Progress, *, by: str, reason: str) -> PurgeSummary:
    """Take a file (its path) or a document with all its files (its UUID) out of the catalogue.

    Text, elements, findings, references, sketches, recognised pages and index words are gone, audit
    values about it are emptied, earlier backups are replaced by a new one, set-aside catalogues destroyed.
    The place counts as quarantined and is not read again unless a person releases it.

    Raises:
        WrongUseError: no reason was given.
        AppError: nothing is held under that name, or the catalogue is in use elsewhere.
    """
    if not reason.strip():
        raise WrongUseError("清除必须写明理由。", "请写明谁发现、依据什么认定（不要写涉密内容）。")
    with catalogue.write(by=by, action="purge") as unit:
        ids, papers = _contents(unit.connection, target)
        removed = expel(unit, ids, CERTAIN, BY_A_PERSON, reason=reason, papers=papers)
        unit.commit()
    backups, set_aside = cleanse(catalogue, progress, by=by)
    others = tuple(copies.elsewhere(catalogue.folder))
    return PurgeSummary(removed.locations, len(removed.gone), removed.kept, backups, set_aside, others)


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


def cleanse(catalogue: Catalogue, progress: Progress, *, by: str = SYSTEM) -> tuple[int, int]:
    """Free index, file, backups and set-aside catalogues of what was taken out; safe to repeat.

    Returns:
        How many backups were replaced, and how many set-aside catalogues destroyed.
    """
    reindex.rebuild(catalogue, progress, by=by)
    purging.scrub_file(catalogue.folder)
    backups = purging.replace_backups(catalogue.folder)
    set_aside = copies.destroy_set_aside(catalogue.folder)
    with catalogue.write(by=by, action="purge.cleansed") as unit:
        purging.settle(unit.connection)
        counts = {"backups": backups, "set_aside": set_aside}
        unit.record("purge", [Change(name, None, str(count)) for name, count in counts.items()])
        unit.commit()
    return backups, set_aside


def cleanse_if_pending(catalogue: Catalogue, progress: Progress, *, by: str = SYSTEM) -> None:
    """Finish a purge that was interrupted, or what recognition has refused."""
    with catalogue.read() as connection:
        is_pending = purging.is_pending(connection)
    if is_pending:
        cleanse(catalogue, progress, by=by)


def _contents(connection: Reading, target: str) -> tuple[list[int], list[int]]:
    """The contents that a person means, or the record on paper."""
    papers: list[int] = []
    if _is_uuid(target):
        document_id = documents.document_with_uuid(connection, target)
        found = purging.contents_of_document(connection, document_id) if document_id is not None else []
        papers = [document_id] if document_id is not None and not found else []
    else:
        absolute = Path(target).absolute().as_posix()
        found = purging.contents_at(connection, target.replace("\\", "/"), absolute)
    if not found and not papers:
        raise AppError("目录里没有这个文件或公文的内容。", "请写文件路径（export 里的 path）或公文编号。")
    return found, papers


def _is_uuid(target: str) -> bool:
    try:
        uuid.UUID(target)
    except ValueError:
        return False
    return True
