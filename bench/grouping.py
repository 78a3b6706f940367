"""How well and how fast files are grouped into items: 100,000 generated files with known truth.

    python bench/grouping.py [--files N] [--seed N]

The files are written as an office keeps them: one text as Word file, PDF, recognised scan (0.3 to 2 % wrong
characters) and web page; drafts with edits; documents issued every year on one template; decisions filled in
on one form; annexes and scans without text that only a name tells. Each text is recognised and sketched as
ingest does, put into a catalogue, and grouped by ``group`` in a process of its own, whose time and memory
are printed.
"""

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import islice
from math import comb
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import Table

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.domain.document import Recognition
from app.domain.source import Extraction
from app.inventory.grouping import group
from app.inventory.recognise import recognise
from app.progress import Silent
from app.store import codec, documents, holdings
from app.store.catalogue import Catalogue, create_catalogue, open_catalogue
from app.store.tables.grouping import sketch as sketched
from app.store.tables.holdings import content, document, element, location, member, reference
from app.text.similarity import SKETCH_VERSION, Sketch, sketch_of
from bench import promise
from bench.office_files import File, Office

RUN = "--group"

Read = tuple[File, Recognition, Sketch]


def read(file: File) -> Read:
    """What a worker process of ingest makes of a file."""
    extraction = Extraction(format=file.format, puid=None, text=file.text, reader="bench")
    return file, recognise(extraction, file.path.rpartition("/")[2]), sketch_of(file.text)


def fill(catalogue: Catalogue, files: Iterable[Read]) -> dict[int, str]:
    """Put the files into the catalogue without full text; returns the item of each content."""
    truth: dict[int, str] = {}
    pending = iter(files)
    while page := list(islice(pending, 2000)):
        with catalogue.write(by="系统", action="bench") as unit:
            root_id = holdings.ensure_root(unit.connection, Path("/files")).id
            first = len(truth) + 1
            ids = range(first, first + len(page))
            for table, rows in _rows(page, ids, root_id, unit.at).items():
                unit.connection.execute(table.insert(), rows)
            documents.refresh_all(unit.connection, ids)
            unit.record("bench")
            unit.commit()
        truth.update(zip(ids, (file.item for file, _, _ in page), strict=True))
    return truth


def _rows(page: list[Read], ids: range, root_id: int, at: str) -> dict[Table, list[dict[str, object]]]:
    """The rows of files that are documents of their own so far, with the same id in each table."""
    rows: dict[Table, list[dict[str, object]]] = defaultdict(list)
    for key, (file, recognition, sketch) in zip(ids, page, strict=True):
        sha256 = hashlib.sha256(f"{key} {file.text}".encode()).hexdigest()
        rows[content].append(
            {"id": key, "sha256": sha256, "size": 1, "format": file.format, "status": "ok", "extracted_at": at,
             "text_length": len(file.text), "ocr_confidence": 0.95 if file.is_ocr else None}
        )  # fmt: skip
        rows[location].append(
            {"root_id": root_id, "path": file.path, "raw_path": f"{key}".encode(), "status": "ok", "content_id": key,
             "first_seen_at": at, "last_seen_at": at, "last_seen_run": 1}
        )  # fmt: skip
        rows[document].append({"id": key, "uuid": f"{key}", "master_content_id": key, "created_at": at})
        rows[member].append(
            {"document_id": key, "content_id": key, "role": "master", "similarity": 1.0, "made_by": "ingest"}
        )
        rows[sketched].append(
            {"content_id": key, "version": SKETCH_VERSION, "digest": sketch.digest,
             "shingle_count": sketch.shingle_count, "signature": sketch.signature}
        )  # fmt: skip
        rows[element] += (
            {"content_id": key, "name": name, "value": codec.pack_value(found.value), "printed": found.printed,
             "origin": found.origin, "confidence": found.confidence, "rule": found.rule}
            for name, found in recognition.elements.items()
        )  # fmt: skip
        rows[reference] += (
            {"content_id": key, "kind": one.kind, "document_number": one.document_number}
            for one in recognition.references
        )
    return {table: found for table, found in rows.items() if found}


def measured(folder: Path) -> dict[str, float]:
    """Group in a process of its own and return what it printed."""
    done = subprocess.run(
        [sys.executable, __file__, RUN, str(folder)], capture_output=True, text=True, check=True
    )
    result: dict[str, float] = json.loads(done.stdout)
    return result


def run_group(folder: Path) -> None:
    started, cpu = time.monotonic(), time.process_time()
    with open_catalogue(folder) as catalogue:
        summary = group(catalogue, Silent())
    print(
        json.dumps(
            {
                "minutes": (time.monotonic() - started) / 60,
                "cpu_minutes": (time.process_time() - cpu) / 60,
                "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
                "items": summary.items,
                "changed": summary.changed,
                "merged": summary.merged,
                "relations": summary.relations,
            }
        )
    )


def scores(catalogue: Catalogue, truth: dict[int, str]) -> tuple[float, float, float]:
    """Precision and recall of pairs, and the share of files that stand in another item's document."""
    held: dict[int, Counter[str]] = defaultdict(Counter)
    with catalogue.read() as connection:
        for row in connection.execute(member.select()):
            held[row.document_id][truth[row.content_id]] += 1
    right = sum(comb(count, 2) for counts in held.values() for count in counts.values())
    found = sum(comb(counts.total(), 2) for counts in held.values())
    wanted = sum(comb(count, 2) for count in Counter(truth.values()).values())
    wrong = sum(counts.total() - max(counts.values()) for counts in held.values())
    return right / found, right / wanted, wrong / len(truth)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", type=Path, help="leave the catalogue here, with truth.json beside it")
    parser.add_argument(RUN, dest="group", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.group:
        run_group(given.group)
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        return _measure(given, given.keep or Path(scratch))


def _measure(given: argparse.Namespace, folder: Path) -> int:
    started = time.monotonic()
    files = islice(Office(given.seed).files(), given.files)
    with (
        create_catalogue(folder / "catalogue", office="临湖县人民政府办公室", by="系统") as catalogue,
        get_context("spawn").Pool(os.cpu_count()) as pool,
    ):
        truth = fill(catalogue, pool.imap(read, files, chunksize=100))
    (folder / "truth.json").write_text(json.dumps(truth), encoding="utf-8")
    print(
        f"{len(truth)} files of {len(set(truth.values()))} items, made in {time.monotonic() - started:.0f} s"
    )
    first = measured(folder / "catalogue")
    again = measured(folder / "catalogue")
    with open_catalogue(folder / "catalogue") as catalogue:
        precision, recall, wrong = scores(catalogue, truth)
    promise.tell("precision", precision)
    promise.tell("recall", recall)
    promise.tell("wrongly_merged", 100 * wrong)
    promise.tell("minutes", first["minutes"])
    promise.tell("cpu_minutes", first["cpu_minutes"])
    promise.tell("megabytes", first["megabytes"])
    promise.tell("changes_again", again["changed"])
    print(f"pairs: precision {precision:.4f}, recall {recall:.4f}; wrongly merged files {wrong:.3%}")
    print(f"{first['minutes']:.1f} minutes ({first['cpu_minutes']:.1f} of CPU), {first['megabytes']:.0f} MB")
    print(f"items {first['items']:.0f}, merged {first['merged']:.0f}, relations {first['relations']:.0f}")
    print(f"second run: {again['minutes']:.1f} minutes, {again['changed']:.0f} changes")
    is_kept = precision >= 0.99 and recall >= 0.97 and wrong <= 0.001
    return (
        0 if is_kept and first["minutes"] <= 5 and first["megabytes"] <= 1024 and not again["changed"] else 1
    )


if __name__ == "__main__":
    sys.exit(main())
