"""The corpus of ``bench/search.py``: made documents in a catalogue of the real kind.

Sentences of ``../shared/data/gold/structured.jsonl`` with numbers, places and dates replaced, about
2,000 characters a document; always the same for the same size.
"""

import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, insert

from app.progress import Silent
from app.store import codec, fulltext, reindex
from app.store.catalogue import Catalogue
from app.store.tables.holdings import content, content_text, document, member
from app.store.tables.index import index_entry

SOURCE = Path(__file__).parents[1].parent / "shared" / "data" / "gold" / "structured.jsonl"
PLACES = [
    "临湖",
    "青石",
    "安平",
    "永宁",
    "白沙",
    "金溪",
    "长岭",
    "南塘",
    "北屯",
    "东阳",
    "西渡",
    "云山",
    "清河",
    "石桥",
    "双江",
    "古城",
]
SERIES = [
    "临政发",
    "临政办发",
    "青政发",
    "青政办函",
    "安财预",
    "永教字",
    "白民发",
    "金卫发",
    "长交函",
    "南农发",
]
GENRES = ["通知", "意见", "批复", "函", "公告", "决定", "报告", "请示", "办法", "方案"]
BODIES = [
    f"{place}县{office}"
    for place in PLACES
    for office in ("人民政府", "财政局", "教育局", "民政局", "卫生健康局")
]
ATTRIBUTES = ("proactive", "on_request", "withheld", "undetermined")
STATES = ("open", "proposed", "approved")
FORMATS = ("docx", "doc", "pdf", "wps", "ofd")
BATCH = 100


@dataclass(frozen=True, slots=True)
class Made:
    """One document of the corpus."""

    title: str
    number: str
    dated_on: str
    text: str


def sentences() -> list[str]:
    """Sentences of published documents, with what varies made replaceable."""
    found: list[str] = []
    for line in SOURCE.open(encoding="utf-8"):
        text = json.loads(line)["text"].replace("\n", "")
        found += list(re.findall(r"[^。；]{12,160}[。；]", text))
    return found


def varied(sentence: str, chance: random.Random) -> str:
    """The sentence with other numbers and places."""
    sentence = re.sub(r"\d+", lambda found: str(chance.randrange(1, 10 ** min(4, len(found[0])))), sentence)
    return re.sub(r"(?:北京|上海|浙江|杭州|四川|广东|江苏)", lambda _: chance.choice(PLACES), sentence)


def corpus(size: int) -> Iterator[Made]:
    """``size`` documents, always the same."""
    chance = random.Random(20050307)
    stock = sentences()
    for index in range(size):
        day = date.fromordinal(chance.randrange(date(2005, 1, 1).toordinal(), date(2025, 12, 31).toordinal()))
        number = f"{chance.choice(SERIES)}〔{day.year}〕{chance.randrange(1, 400)}号"
        place, genre = chance.choice(PLACES), chance.choice(GENRES)
        title = f"关于印发{place}县第{index}号事项的{genre}"
        parts = [f"{title}\n{number}\n各乡镇人民政府：\n"]
        length = chance.randrange(1200, 2800)
        while sum(map(len, parts)) < length:
            parts.append(varied(chance.choice(stock), chance))
            if chance.random() < 0.1:
                parts.append(
                    f"根据{chance.choice(SERIES)}〔{chance.randrange(2005, 2026)}〕{chance.randrange(1, 400)}号文件，"
                )
        yield Made(title, number, day.isoformat(), "".join(parts))


def fill(catalogue: Catalogue, size: int) -> None:
    """Write the corpus into an empty catalogue; its index is still to be built."""
    chance = random.Random(711)
    batch: list[tuple[int, Made]] = []
    per_day: Counter[int] = Counter()
    for index, made in enumerate(corpus(size), start=1):
        batch.append((index, made))
        if len(batch) == BATCH or index == size:
            _write(catalogue, batch, chance, per_day)
            batch = []


def reindexed(catalogue: Catalogue) -> float:
    """Build the index anew; CPU seconds of that alone."""
    started = time.process_time()
    reindex.rebuild(catalogue, Silent(), by="测试")
    return time.process_time() - started


def _write(
    catalogue: Catalogue, batch: list[tuple[int, Made]], chance: random.Random, per_day: Counter[int]
) -> None:
    """Documents with entries that have no words yet; the rebuild reads them from the catalogue."""
    with catalogue.write(by="测试", action="bench") as unit:
        put_documents(unit.connection, batch, chance)
        unit.connection.execute(insert(index_entry), [_entry(index, made, per_day) for index, made in batch])
        unit.record("bench")
        unit.commit()


def _entry(index: int, made: Made, per_day: Counter[int]) -> dict[str, object]:
    """An entry as ``fulltext.add`` makes it."""
    day = fulltext.sort_day(made.dated_on)
    per_day[day] += 1
    return {
        "id": fulltext.day_span(day)[0] + per_day[day],
        "day": day,
        "content_id": index,
        "tokeniser_version": 0,
        "number": index,
    }


def put_documents(connection: Connection, batch: list[tuple[int, Made]], chance: random.Random) -> None:
    """What ingest writes of documents, as far as searching needs it."""
    rows = [_rows(index, made, chance) for index, made in batch]
    for place, table in enumerate((content, content_text, document, member)):
        connection.execute(insert(table), [row[place] for row in rows])


def _rows(index: int, made: Made, chance: random.Random) -> tuple[dict[str, object], ...]:
    series, year, serial = re.split("[〔〕]", made.number.rstrip("号"))
    return (
        {
            "id": index,
            "sha256": f"{index:064x}",
            "size": 1,
            "format": chance.choice(FORMATS),
            "status": "ok",
            "extracted_at": "",
        },
        {"content_id": index, "body": codec.pack_text(made.text), "structure": b""},
        {
            "id": index,
            "uuid": f"{index}",
            "master_content_id": index,
            "title": made.title,
            "document_number": made.number,
            "number_series": series,
            "number_year": int(year),
            "number_serial": int(serial),
            "issuing_body": chance.choice(BODIES),
            "dated_on": made.dated_on,
            "year": int(made.dated_on[:4]),
            "genre": made.title[-2:],
            "attribute": chance.choice(ATTRIBUTES),
            "review_state": chance.choice(STATES),
            "created_at": "",
        },
        {"document_id": index, "content_id": index, "role": "master", "made_by": "ingest"},
    )
