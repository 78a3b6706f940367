"""A batch with its texts goes to another PC with the program; its decisions come back and are merged.

The package is a ZIP of JSON. On the other PC it becomes a catalogue of its own, in which the work is the
usual one; what was proposed there leaves it as a second ZIP. Taking that in twice changes nothing.
"""

import json
import shutil
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4
from zipfile import ZIP_DEFLATED, ZipFile

from app.domain.audit import Change
from app.domain.disclosure import DisclosureAttribute
from app.domain.jobs import JobKind
from app.domain.people import PersonRole
from app.domain.review import Decision, DecisionOrigin, Determination
from app.errors import AppError
from app.formats.identify import PACKAGE_FAULTS
from app.progress import Silent
from app.review import people
from app.review.batches import known_batch
from app.review.exchange.faults import Conflict, conflicts_of
from app.review.judging import Shown, as_shown
from app.review.proposing import Wish, propose_all
from app.review.rounds import create_round, make_batches
from app.store import audit, determinations, documents, jobs, portable, proposals, queries, reviews
from app.store.catalogue import Catalogue, Reading, Unit, create_catalogue

OUT_KIND, BACK_KIND = "dishu-review-package", "dishu-review-decisions"
EDITION = 1
CONTENT_NAME = "package.json"
LARGEST = 2 * 2**30
_SHAPES: dict[str, dict[str, type]] = {
    OUT_KIND: {
        "uuid": str,
        "catalogue": str,
        "head": str,
        "batch": str,
        "round": str,
        "office": str,
        "shown": dict,
        "in_force": list,
        "rows": dict,
    },
    BACK_KIND: {"home": str, "head": str, "round": str, "shown": dict},
}
"""What each kind of package must hold, before anything of it is used."""

_NOT_OURS = (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError, zlib.error)
"""What rows raise that no program of ours has written."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of merging: newly proposed, known already, and what a person must look at."""

    proposed: int
    already: int
    conflicts: tuple[Conflict, ...]
    job: str | None


def export_package(catalogue: Catalogue, batch: str, path: Path, *, by: str) -> int:
    """Write a batch with texts, findings and suggestions; returns the number of documents.

    Raises:
        AppError: no such batch, the file exists or cannot be written.
    """
    _require_new(path)
    with catalogue.write(by=by, action="review.export") as unit:
        people.require_any(unit, by, PersonRole.REVIEWER, PersonRole.APPROVER)
        found = known_batch(unit.connection, batch)
        ids = [item.document_id for item in reviews.items(unit.connection, found.id) if not item.is_done]
        standings = proposals.standings(unit.connection, ids)
        record = {
            **_head(unit.connection, catalogue, OUT_KIND),
            "uuid": str(uuid4()),
            "batch": found.uuid,
            "round": found.round_name,
            "office": catalogue.settings()["office"],
            "shown": {each.row.uuid: asdict(as_shown(each)) for each in standings.values()},
            "in_force": portable.in_force_rows(unit.connection, ids),
            "rows": portable.rows_of(unit.connection, ids),
        }
        _write(path, record)
        unit.record(found.uuid, [Change("package", None, str(record["uuid"]))])
        unit.commit()
    return len(ids)


def open_package(package: Path, folder: Path, *, by: str, reviewers: tuple[str, ...]) -> Catalogue:
    """Make a catalogue of a package, with accounts for those who will read.

    Raises:
        AppError: no package of ours, or the folder is in use.
    """
    record = _read(package, OUT_KIND)
    is_new = not folder.exists()
    catalogue = create_catalogue(folder, office=record["office"], by=by)
    try:
        _take_in(catalogue, record, by, reviewers)
    except BaseException as error:
        catalogue.close()
        shutil.rmtree(folder, ignore_errors=True)
        if not is_new:
            folder.mkdir()
        if isinstance(error, _NOT_OURS):
            raise _no_package(package) from error
        raise
    return catalogue


def _take_in(catalogue: Catalogue, record: Mapping[str, Any], by: str, reviewers: tuple[str, ...]) -> None:
    for name in reviewers:
        people.add_person(catalogue, name, {PersonRole.REVIEWER}, by=by)
    create_round(catalogue, record["round"], "", by=reviewers[0])
    with catalogue.write(by=by, action="package.open") as unit:
        portable.put_rows(unit.connection, record["rows"], record["in_force"])
        _record_standing(unit)
        unit.record("package", [Change("uuid", None, record["uuid"]), Change("head", None, record["head"])])
        unit.commit()
    make_batches(catalogue, record["round"], Silent(), by=reviewers[0])
    settings = {
        "package": record["uuid"],
        "package_home": record["catalogue"],
        "package_batch": record["batch"],
        "package_round": record["round"],
        "package_shown": json.dumps(record["shown"]),
    }
    catalogue.change_settings(settings, by=by)


def _record_standing(unit: Unit) -> None:
    """Where each document stood when it came, for the trail."""
    every = queries.document_ids(unit.connection, queries.DocumentFilter())
    for each in queries.document_rows(unit.connection, every).values():
        state = Change("review_state", None, each.review_state)
        unit.record(each.uuid, [state, Change("attribute_in_force", None, each.attribute)])


def export_decisions(catalogue: Catalogue, path: Path, *, by: str) -> int:
    """Write what was proposed in a catalogue made of a package; returns the number of decisions.

    Raises:
        AppError: this catalogue was not made of a package, or the file exists.
    """
    _require_new(path)
    settings = catalogue.settings()
    if "package" not in settings:
        raise AppError("这个目录不是由审查包建立的。", "请在打开审查包得到的目录中导出。")
    with catalogue.write(by=by, action="review.export") as unit:
        waiting = determinations.waiting(unit.connection)
        record = {
            **_head(unit.connection, catalogue, BACK_KIND),
            "uuid": str(uuid4()),
            "home": settings["package_home"],
            "package": settings["package"],
            "batch": settings["package_batch"],
            "round": settings["package_round"],
            "shown": json.loads(settings["package_shown"]),
            "decisions": [_decision_record(made) for made in waiting],
        }
        _write(path, record)
        unit.record("package", [Change("decisions", None, str(len(waiting)))])
        unit.commit()
    return len(waiting)


def merge_decisions(catalogue: Catalogue, path: Path, *, by: str) -> Merged:
    """Propose what came back, in the names of those who decided; what conflicts is listed, never guessed.

    Raises:
        AppError: no decisions of ours, of another catalogue, or somebody has no account here.
    """
    record = _read(path, BACK_KIND)
    if record.get("home") != catalogue.settings()["uuid"]:
        raise AppError("这份审查结果属于另一个目录。", "请打开导出审查包的目录后合并。")
    with catalogue.write(by=by, action="review.propose") as unit:
        people.require_any(unit, by, PersonRole.REVIEWER, PersonRole.APPROVER, PersonRole.ADMINISTRATOR)
        fresh, already, conflicts = _sorted_out(unit.connection, record)
        wishes = _wishes(unit.connection, fresh, record["shown"])
        label = f"导入审查包：{record['round']}"
        job = jobs.add(unit.connection, JobKind.IMPORT_PACKAGE, label, by=by, at=unit.at)
        proposed = 0
        for name in sorted({by_name for by_name, _ in wishes}):
            person = people.require(unit, name, PersonRole.REVIEWER)
            outcome = propose_all(
                unit,
                [wish for by_name, wish in wishes if by_name == name],
                person,
                round_name=record["round"],
                origin=DecisionOrigin.PACKAGE,
                job_id=job.id,
            )
            proposed += len(outcome.made)
            conflicts += conflicts_of(outcome)
        if proposed:
            changes = [Change("documents", None, str(proposed)), Change("head", None, record["head"])]
            unit.record(job.uuid, changes, action="review.import")
            unit.commit()
    return Merged(proposed, already, tuple(conflicts), job.uuid if proposed else None)


def _sorted_out(
    connection: Reading, record: Mapping[str, Any]
) -> tuple[list[dict[str, Any]], int, list[Conflict]]:
    """What is new, how many are known already, and decisions on documents that are not held here."""
    try:
        decisions = record["decisions"]
        named = [(str(each["uuid"]), str(each["document"])) for each in decisions]
    except (KeyError, TypeError) as error:
        raise _damaged() from error
    known = determinations.known_uuids(connection, [uuid for uuid, _ in named])
    held = documents.documents_with_uuids(connection, [document for _, document in named])
    new = [each for each in decisions if each["uuid"] not in known]
    lost = [
        Conflict(0, each["document"], "", "目录里没有这份公文。")
        for each in new
        if each["document"] not in held
    ]
    return [each for each in new if each["document"] in held], len(decisions) - len(new), lost


def _wishes(
    connection: Reading, fresh: Sequence[Mapping[str, Any]], shown: Mapping[str, Any]
) -> list[tuple[str, Wish]]:
    """Who wants what; a package that was edited by hand may hold anything.

    Raises:
        AppError: a decision lacks a value or has one of another kind; nothing is taken in.
    """
    try:
        held = documents.documents_with_uuids(connection, [each["document"] for each in fresh])
        return [(str(each["by"]), _wish(held[each["document"]], each, shown)) for each in fresh]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _damaged() from error


def _wish(document: int, record: Mapping[str, Any], shown: Mapping[str, Any]) -> Wish:
    decision = record["decision"]
    seen = shown.get(record["document"])
    return Wish(
        document=document,
        decision=Decision(
            attribute=DisclosureAttribute(decision["attribute"]),
            basis=tuple(decision["basis"]),
            reason=decision["reason"],
            redactions=tuple((start, end) for start, end in decision["redactions"]),
            attachments=decision["attachments"],
            next_review_on=decision["next_review_on"],
        ),
        shown=Shown(**seen) if seen else None,
        seconds=record["seconds"],
        uuid=record["uuid"],
    )


def _damaged() -> AppError:
    return AppError("审查结果的内容被改动或不完整，没有导入任何一件。", "请在审查包目录里重新导出。")


def _decision_record(made: Determination) -> dict[str, Any]:
    return {
        "uuid": made.uuid,
        "document": made.document_uuid,
        "by": made.proposer,
        "at": made.made_at,
        "seconds": made.seconds,
        "decision": {**asdict(made.decision), "attachments": dict(made.decision.attachments)},
    }


def _head(connection: Reading, catalogue: Catalogue, kind: str) -> dict[str, Any]:
    sequence, digest = audit.head(connection)
    return {
        "kind": kind,
        "edition": EDITION,
        "catalogue": catalogue.settings()["uuid"],
        "head": f"{sequence}:{digest}",
    }


def _require_new(path: Path) -> None:
    if path.exists():
        raise AppError(f"“{path}”已存在。", "请换一个文件名。")


def _write(path: Path, record: Mapping[str, Any]) -> None:
    try:
        with ZipFile(path, "x", ZIP_DEFLATED) as archive:
            archive.writestr(CONTENT_NAME, json.dumps(record, ensure_ascii=False))
    except OSError as error:
        raise AppError(f"不能写入“{path}”。", "请检查磁盘空间和写权限。") from error


def _no_package(path: Path) -> AppError:
    return AppError(f"“{path}”不是由底数导出的审查包，或者已经损坏。", "请重新复制或重新导出。")


def _read(path: Path, kind: str) -> dict[str, Any]:
    try:
        with ZipFile(path) as archive:
            if archive.getinfo(CONTENT_NAME).file_size > LARGEST:
                raise AppError("审查包过大。", "请按批次分别导出。")
            record = json.loads(archive.read(CONTENT_NAME))
    except PACKAGE_FAULTS as error:  # among them RecursionError, of JSON nested without end
        raise _no_package(path) from error
    if not isinstance(record, dict):
        raise _no_package(path)
    if record.get("kind") != kind:
        raise AppError("审查包的种类不对。", "打开用导出的审查包，合并用送回的审查结果。")
    if record.get("edition") != EDITION:
        raise AppError("审查包由另一版本的程序导出。", "请两台电脑使用同一版本。")
    if any(not isinstance(record.get(key), wanted) for key, wanted in _SHAPES[kind].items()):
        raise _no_package(path)
    return record
