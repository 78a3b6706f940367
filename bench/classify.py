"""How long a catalogue takes to be classified again.

    python bench/classify.py [--documents 10000] [--workers 2] [--texts FOLDER/structured.jsonl]

Fills a temporary catalogue with documents made of published policy texts (of the project's own
sample sentences where those are not at hand), classifies it, and prints documents per second, CPU
milliseconds a document and what 100,000 documents would take at that rate.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.classify.run import classify
from app.domain.source import Extraction, FileFormat
from app.formats.pool import WorkerPool
from app.inventory.recognise import recognise
from app.paths import resources
from app.progress import Silent
from app.store import documents, holdings, queries, suggestions
from app.store.catalogue import Catalogue, create_catalogue
from bench import promise

SOURCE = Path(__file__).parents[1].parent / "shared" / "data" / "gold" / "structured.jsonl"
OWN = (
    "临湖县人民政府办公室关于加强河道管理的通知\n各镇人民政府：\n"
    + "请各地认真做好河道巡查和清障工作。" * 100
)
PER_COMMIT = 500


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--texts", type=Path, default=SOURCE)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "catalogue"
        with create_catalogue(folder, office="临湖县人民政府办公室", by="系统") as catalogue:
            _fill(catalogue, list(islice(cycle(_texts(given.texts)), given.documents)))
            _measure(catalogue, given.workers)
    return 0


def _texts(source: Path) -> list[str]:
    if not source.exists():
        print("published texts are not here: own sentences are used")
        return [OWN]
    return [json.loads(line)["text"] for line in source.open(encoding="utf-8")]


def _fill(catalogue: Catalogue, texts: list[str]) -> None:
    known = {text: recognise(_extraction(text)) for text in set(texts)}
    for start in range(0, len(texts), PER_COMMIT):
        with catalogue.write(by="系统", action="bench") as unit:
            for number, text in enumerate(texts[start : start + PER_COMMIT], start):
                content_id = holdings.put_content(
                    unit.connection, f"{number:064x}", len(text), _extraction(text), known[text], unit.at
                )
                document_id = documents.create_document(unit.connection, content_id, unit.at)
                documents.refresh(unit.connection, document_id)
            unit.record("bench")
            unit.commit()


def _extraction(text: str) -> Extraction:
    return Extraction(format=FileFormat.TXT, puid=None, text=text, reader="bench 1")


def _measure(catalogue: Catalogue, workers: int) -> None:
    before, started = _cpu(), time.monotonic()
    with WorkerPool(workers) as pool:
        summary = classify(catalogue, [resources() / "rules"], pool, Silent())
    seconds, cpu = time.monotonic() - started, _cpu() - before
    rate = summary.classified / seconds
    print(f"{summary.classified} documents, {workers} workers, {seconds:.1f} s: {rate:.0f} documents/s")
    promise.tell("cpu_ms", 1000 * cpu / summary.classified)
    promise.tell("minutes_for_100000", 100_000 / rate / 60)
    print(
        f"CPU {1000 * cpu / summary.classified:.2f} ms a document; 100,000 at this rate: {100_000 / rate / 60:.1f} min"
    )
    print(
        f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB; {dict(summary.by_attribute)}"
    )
    started = time.monotonic()
    with catalogue.read() as connection:
        ids = queries.document_ids(connection, queries.DocumentFilter(with_findings=True))
        rows = queries.document_rows(connection, ids[:50])
        for row in rows.values():
            if row.master_content_id is not None:
                suggestions.findings_of(connection, row.master_content_id)
    print(
        f"list of {len(ids)} documents with findings, first 50 with their places: {1000 * (time.monotonic() - started):.0f} ms"
    )


def _cpu() -> float:
    usages: Iterator[resource.struct_rusage] = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


if __name__ == "__main__":
    sys.exit(main())
