"""Full-text search: build rate, size, latency, exactness and growth, beside Whoosh as the index.

    python bench/search.py [--sizes 10000,100000] [--whoosh 10000] [--exact 100000] [--keep FOLDER]

The corpus is made of sentences of ``../shared/data/gold/structured.jsonl`` with numbers, places and
dates replaced, about 2,000 characters a document, and is the same for the same size. Rates are per
CPU second of this process; latencies are medians of three warm runs of each query, as CPU time of the
asking thread (nothing waits for a disk when warm), so that other work on the machine counts less.
With ``--keep`` the catalogues stay in a folder and are used again; then only their index is built anew.
"""

import argparse
import os
import random
import re
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from app.domain.query import Field, Node, Word
from app.search.find import facets, find, tally, understood
from app.search.snippets import BEFORE, LENGTH, Marker
from app.store import codec, fulltext, fulltext_query
from app.store.catalogue import Catalogue, Reading, create_catalogue, open_catalogue
from app.store.fulltext_query import Order
from app.store.search_plan import plan
from app.text.folding import fold
from app.text.tokens import index_tokens, without_breaks
from bench import promise
from bench.search_corpus import GENRES, PLACES, SERIES, corpus, fill, put_documents, reindexed


def index_bytes(catalogue: Catalogue) -> int:
    """Bytes of the full-text table and of its entries with their indexes."""
    names = "name LIKE 'fulltext%' OR tbl_name = 'index_entry'"
    with catalogue.read() as connection:
        owned = f"SELECT name FROM sqlite_master WHERE {names}"
        return int(
            connection.exec_driver_sql(f"SELECT sum(pgsize) FROM dbstat WHERE name IN ({owned})").scalar_one()
        )


def mixed_queries(size: int) -> list[str]:
    """Sixty queries of the kinds that people type, taken from the corpus."""
    chance = random.Random(60)
    sample = list(corpus(min(size, 400)))
    runs = [run for made in sample for run in re.findall("[\u4e00-\u9fff]{9,}", made.text)]

    def piece(length: int) -> str:
        run = chance.choice(runs)
        start = chance.randrange(len(run) - length + 1)
        return run[start : start + length]

    numbers = [chance.choice(sample).number for _ in range(8)]
    return [
        *(piece(2) for _ in range(12)),
        *(piece(4) for _ in range(12)),
        *(piece(8) for _ in range(8)),
        *numbers,
        *(f"{piece(2)} {piece(2)}" for _ in range(6)),
        *(f"{piece(4)} 年:{chance.randrange(2005, 2026)}" for _ in range(6)),
        *(f"标题:{chance.choice(PLACES)}" for _ in range(4)),
        *(f"{piece(2)} 文种:{chance.choice(GENRES)}" for _ in range(4)),
    ]


def milliseconds(work: Callable[[], object], clock: Callable[[], float] = time.thread_time) -> float:
    """The median of three warm runs."""
    work()
    taken = []
    for _ in range(3):
        started = clock()
        work()
        taken.append((clock() - started) * 1000)
    return statistics.median(taken)


def spread(values: list[float]) -> str:
    """Median, 95th percentile and maximum."""
    return f"p50 {statistics.median(values):7.1f}  p95 {high(values):7.1f}  max {max(values):7.1f}"


def high(values: list[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]


def latencies(catalogue: Catalogue, size: int) -> None:
    """Print the latencies of sixty mixed queries."""
    queries = mixed_queries(size)
    measured: dict[str, list[float]] = {
        "newest 50 + snippets": [milliseconds(lambda q=q: page(catalogue, q, Order.NEWEST)) for q in queries],
        "relevance 50": [milliseconds(lambda q=q: page(catalogue, q, Order.RELEVANCE)) for q in queries],
        "exact count": [milliseconds(lambda q=q: tally(catalogue, q)) for q in queries],
        "page and count (find)": [milliseconds(lambda q=q: find(catalogue, q)) for q in queries],
        "facets, CPU": [milliseconds(lambda q=q: facets(catalogue, q)) for q in queries],
    }
    for name, values in measured.items():
        print(f"  {name:24} ms  {spread(values)}", flush=True)
    promise.tell("newest_median", statistics.median(measured["newest 50 + snippets"]))
    promise.tell("newest", high(measured["newest 50 + snippets"]))
    promise.tell("relevance", high(measured["relevance 50"]))
    promise.tell("count", high(measured["exact count"]))
    promise.tell("facets", high(measured["facets, CPU"]))


def page(catalogue: Catalogue, query: str, order: Order) -> int:
    """A page of hits as ``find`` makes it, without the count."""
    marker = Marker(node := understood(query))
    with catalogue.read() as connection:
        ids = fulltext_query.found_ids(connection, plan(connection, node), order, 50)
        texts = fulltext_query.found_texts(connection, ids)
    return len(marker.snippets([text.around(marker.typed, BEFORE + 1, LENGTH) for text in texts]))


def stored_texts(connection: Reading) -> Iterator[str]:
    """Every text as the catalogue holds it."""
    for (packed,) in connection.exec_driver_sql("SELECT body FROM content_text"):
        yield codec.unpack_text(packed)


def exactness(catalogue: Catalogue, size: int) -> None:
    """Compare 300 random substrings and ten spellings of numbers with a scan of the folded texts."""
    chance = random.Random(300)
    sample = [fold(made.text) for made in corpus(min(size, 2000))]
    runs = [run for text in sample for run in re.findall("[\u4e00-\u9fff]{8,}", text)]
    wanted = []
    while len(wanted) < 300:
        run, length = chance.choice(runs), chance.randrange(2, 9)
        start = chance.randrange(len(run) - length + 1)
        wanted.append(run[start : start + length])
    numbers = sorted(
        {
            number
            for text in sample
            for number in re.findall(r"[\u4e00-\u9fff]{3,4}〔20\d\d〕\d+号", text)
            if number[:-4].split("〔")[0] in SERIES
        }
    )
    numbers = chance.sample(numbers, min(30, len(numbers)))
    expected = dict.fromkeys([*wanted, *numbers], 0)
    with catalogue.read() as connection:  # one state of the catalogue, whoever else writes
        for text in stored_texts(connection):
            folded = without_breaks(fold(text))
            for word in expected:
                if word in folded:
                    expected[word] += 1
        wrong = [word for word in wanted if counted(connection, Word(word, Field.TEXT)) != expected[word]]
        off = [
            (form, expected[number], by_index)
            for number in numbers
            for form in spelled(number)
            if (by_index := counted(connection, understood(f"正文:{form}"))) != expected[number]
        ]
    for form, by_scan, by_index in off:
        print(f"  differs: {form} in {by_scan} texts by scan, {by_index} by index", flush=True)
    promise.tell("substrings_wrong", len(wrong))
    promise.tell("spellings_wrong", len(off))
    print(
        f"  exact: {len(wanted) - len(wrong)}/{len(wanted)} substrings, "
        f"{len(numbers) * 10 - len(off)}/{len(numbers) * 10} spellings of {len(numbers)} numbers",
        flush=True,
    )


def counted(connection: Reading, node: Node) -> int:
    """The number of texts that the index finds."""
    return fulltext_query.count(connection, plan(connection, node))


def spelled(number: str) -> list[str]:
    """Ten ways to type a document number."""
    series, year, serial = re.split("[〔〕]", number.rstrip("号"))
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    forms = [
        f"{series}{one}{year}{other}{serial}号" for one, other in ("〔〕", "[]", "()", "（）", "【】", "﹝﹞")
    ]
    return [
        *forms,
        f"{series}{year} {serial}号",
        f"{series}〔{year}〕第{serial}号",
        f"{series}〔{year}〕{serial:0>3}号",
        f"{series}［{year}］{serial}號".translate(wide),
    ]


def adding(catalogue: Catalogue, size: int) -> None:
    """One document with commit, and searching while somebody writes."""
    chance = random.Random(1)
    fresh = cycle(list(corpus(400)))
    with catalogue.read() as connection:
        number = int(connection.exec_driver_sql("SELECT max(id) FROM content").scalar_one())

    def add_one() -> None:
        nonlocal number
        number += 1
        with catalogue.write(by="测试", action="bench") as unit:
            put_documents(unit.connection, [(number, made := next(fresh))], chance)
            fulltext.index_content(unit.connection, number)
            unit.record(made.number)
            unit.commit()

    measured = [both_clocks(add_one) for _ in range(60)]
    promise.tell("add", statistics.median([cpu for cpu, _ in measured]))
    print(f"  add one, CPU             ms  {spread([cpu for cpu, _ in measured])}")
    print(f"  add one, wall clock      ms  {spread([wall for _, wall in measured])}")
    print(f"  of which one fsync       ms  {spread([one_fsync(catalogue) for _ in range(20)])}")
    queries = mixed_queries(size)[:30]
    idle = [milliseconds(lambda q=q: page(catalogue, q, Order.NEWEST)) for q in queries]
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            add_one()
            time.sleep(0.02)

    writer = threading.Thread(target=write)
    writer.start()
    busy = [milliseconds(lambda q=q: page(catalogue, q, Order.NEWEST)) for q in queries]
    stop.set()
    writer.join()
    print(f"  idle, 30 queries         ms  {spread(idle)}")
    print(f"  the same while adding    ms  {spread(busy)}", flush=True)
    promise.tell("busy_to_idle", high(busy) / high(idle))


def both_clocks(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of one run: CPU time of this thread, and wall clock."""
    cpu, wall = time.thread_time(), time.perf_counter()
    work()
    return (time.thread_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000


def one_fsync(catalogue: Catalogue) -> float:
    """Milliseconds for making a few pages durable on the same disk, the least that a commit takes."""
    with (catalogue.folder / "fsync").open("wb") as file:
        file.write(bytes(64 << 10))
        file.flush()
        return both_clocks(lambda: os.fsync(file.fileno()))[1]


def measure(folder: Path, size: int, exact: int) -> None:
    """Everything about one size."""
    place = folder / str(size)
    if place.exists():
        with open_catalogue(place) as catalogue:
            measure_catalogue(catalogue, size, exact)
    else:
        with create_catalogue(place, office="测试", by="测试") as catalogue:
            fill(catalogue, size)
            measure_catalogue(catalogue, size, exact)
    print(f"  peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB", flush=True)


def measure_catalogue(catalogue: Catalogue, size: int, exact: int) -> None:
    """Build the index of a catalogue that holds the corpus, and ask it."""
    print(f"{size} documents; load {os.getloadavg()[0]:.0f}", flush=True)
    seconds = reindexed(catalogue)
    with catalogue.read() as connection:
        volume = sum(len(text.encode()) for text in stored_texts(connection))
    promise.tell("build", size / seconds)
    promise.tell("index_to_text", index_bytes(catalogue) / volume)
    print(
        f"  build {size / seconds:.0f} documents per CPU second; index {index_bytes(catalogue) / volume:.2f} × text",
        flush=True,
    )
    latencies(catalogue, size)
    if size <= exact:
        exactness(catalogue, size)
    adding(catalogue, size)


def measure_whoosh(folder: Path, size: int, catalogue: Catalogue) -> None:
    """The same tokens in an index of Whoosh 2.7.4, and the same words asked of both."""
    from whoosh import fields, index, query
    from whoosh.analysis import SpaceSeparatedTokenizer

    body = fields.TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=True)
    number = fields.NUMERIC(stored=True, sortable=True)
    store = index.create_in(str(folder), fields.Schema(number=number, body=body))
    volume, seconds = 0, 0.0
    writer = store.writer(limitmb=256)
    for position, made in enumerate(corpus(size), start=1):
        volume += len(made.text.encode())
        started = time.process_time()
        writer.add_document(number=position, body=index_tokens(fold(made.text)))
        seconds += time.process_time() - started
    started = time.process_time()
    writer.commit()
    seconds += time.process_time() - started
    used = sum(path.stat().st_size for path in folder.iterdir())
    print(
        f"Whoosh, {size} documents: build {size / seconds:.0f} per CPU second; index {used / volume:.2f} × text"
    )
    with store.searcher() as searcher:
        for length in (2, 4):
            words = [word for word in mixed_queries(size) if len(word) == length][:12]
            phrases = [query.Phrase("body", index_tokens(fold(word)).split()[:-1]) for word in words]
            theirs = [milliseconds(lambda p=p: searcher.search(p, limit=50)) for p in phrases]
            ours = [milliseconds(lambda w=w: best_and_count(catalogue, w)) for w in words]
            print(f"  {length} characters, best 50 and count: Whoosh ms  {spread(theirs)}")
            print(f"  {length} characters, best 50 and count: FTS5   ms  {spread(ours)}", flush=True)


def best_and_count(catalogue: Catalogue, word: str) -> int:
    """What a search of Whoosh gives: the best hits of all and their number; no texts are read."""
    with catalogue.read() as connection:
        wanted = plan(connection, Word(word, Field.TEXT))
        fulltext_query.found_ids(connection, wanted, Order.RELEVANCE, 50)
        return fulltext_query.count(connection, wanted)


def main() -> None:
    """Run what the arguments ask for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="10000,100000")
    parser.add_argument("--whoosh", type=int, default=0, help="one of the sizes")
    parser.add_argument("--exact", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        kept = arguments.keep or Path(folder)
        for size in filter(None, arguments.sizes.split(",")):
            measure(kept, int(size), arguments.exact)
        if arguments.whoosh:
            with open_catalogue(kept / str(arguments.whoosh)) as catalogue:
                (Path(folder) / "whoosh").mkdir()
                measure_whoosh(Path(folder) / "whoosh", arguments.whoosh, catalogue)


if __name__ == "__main__":
    main()
