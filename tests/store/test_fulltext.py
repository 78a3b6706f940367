"""The full-text index: exact, in step with the catalogue, and never a scan of a base table."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, select, update

from app.domain.query import (
    And,
    DateRange,
    DocumentNumber,
    Field,
    FieldEquals,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Word,
)
from app.store import codec, fulltext
from app.store.catalogue import Catalogue, create_catalogue
from app.store.facets import facets
from app.store.fulltext_query import (
    Order,
    count,
    count_added_after,
    count_documents,
    documents_by_relevance,
    found_documents,
    found_ids,
    found_texts,
)
from app.store.search_plan import plan
from app.store.tables.holdings import content, content_text, document, location, member, root
from app.store.tables.index import IS_DEAD, index_entry
from app.text.folding import fold
from app.text.frequent import place_of

WORDS = [
    "临湖县",
    "青石镇",
    "人民政府",
    "办公室",
    "关于",
    "做好",
    "冬季",
    "防火",
    "工作",
    "的",
    "通知",
    "意见",
    "档案",
    "整理",
    "公开",
    "计划",
    "与",
    "财政",
    "资金",
    "使用",
    "情况",
]
GENRES = ("通知", "意见", "函")
SIZE = 240


def made_text(chance: random.Random) -> str:
    sentences = ["".join(chance.choices(WORDS, k=chance.randrange(4, 12))) for _ in range(12)]
    numbers = [f"临政发〔{chance.randrange(2005, 2009)}〕{chance.randrange(1, 30)}号" for _ in range(2)]
    return "，".join(sentences) + "。\n\n根据" + "、".join(numbers) + "。"


def put(connection: Connection, number: int, text: str, dated_on: str | None, genre: str = "通知") -> None:
    connection.execute(
        insert(content).values(
            id=number,
            sha256=f"{number:064}",
            size=1,
            format="docx",
            status="ok",
            extracted_at="2024-01-01T00:00:00",
        )
    )
    connection.execute(
        insert(content_text).values(content_id=number, body=codec.pack_text(text), structure=b"")
    )
    connection.execute(
        insert(document).values(
            id=number, uuid=f"u{number}", title=text[:8], document_number=f"临政发〔2020〕{number}号", created_at="",
            issuing_body="临湖县财政局" if number % 3 else "临湖縣人民政府", dated_on=dated_on, genre=genre,
            year=int(dated_on[:4]) if dated_on else None,
        )
    )  # fmt: skip
    connection.execute(
        insert(member).values(document_id=number, content_id=number, role="master", made_by="test")
    )
    connection.execute(
        insert(location).values(
            root_id=1, path=f"{2000 + number % 5}/{number}.docx", raw_path=f"{2000 + number % 5}/{number}.docx".encode(),
            status="ok", content_id=number, first_seen_at="", last_seen_at="", last_seen_run=1,
        )
    )  # fmt: skip
    fulltext.index_content(connection, number)


@pytest.fixture(scope="module")
def texts() -> dict[int, str]:
    chance = random.Random(9704)
    return {number: made_text(chance) for number in range(1, SIZE + 1)}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory, texts: dict[int, str]) -> Iterator[Catalogue]:
    chance = random.Random(18894)
    with create_catalogue(
        tmp_path_factory.mktemp("fulltext") / "c", office="临湖县档案馆", by="王芳"
    ) as made:
        with made.write(by="王芳", action="test") as unit:
            unit.connection.execute(insert(root).values(id=1, uuid="r", label="共享盘", path="/share"))
            for number, text in texts.items():
                day = date(2005, 1, 1).toordinal() + chance.randrange(4000)
                dated_on = None if number % 40 == 0 else date.fromordinal(day).isoformat()
                put(unit.connection, number, text, dated_on, GENRES[number % 3])
            unit.record("test")
            unit.commit()
        yield made


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Catalogue]:
    with create_catalogue(tmp_path / "c", office="临湖县档案馆", by="王芳") as made:
        with made.write(by="王芳", action="test") as unit:
            unit.connection.execute(insert(root).values(id=1, uuid="r", label="共享盘", path="/share"))
            unit.record("test")
            unit.commit()
        yield made


def found(connection: Connection, node: Node, order: Order = Order.NEWEST) -> list[int]:
    ids = found_ids(connection, plan(connection, node), order, 1000)
    by_id = dict(map(tuple, connection.execute(select(index_entry.c.id, index_entry.c.content_id))))
    return [by_id[entry_id] for entry_id in ids]


def test_random_substrings_are_found_exactly(catalogue: Catalogue, texts: dict[int, str]) -> None:
    chance = random.Random(711)
    runs = [run for text in texts.values() for run in re.findall("[\u4e00-\u9fff]{8,}", text)]
    folded = {number: fold(text) for number, text in texts.items()}
    wrong = []
    with catalogue.read() as connection:
        for _ in range(300):
            run = chance.choice(runs)
            length = chance.randrange(2, 9)
            start = chance.randrange(len(run) - length + 1)
            wanted = run[start : start + length]
            expected = {number for number, text in folded.items() if wanted in text}
            if set(found(connection, Word(wanted, Field.TEXT))) != expected:
                wrong.append(wanted)
    assert wrong == []


SINGLE: list[Callable[[str], Node]] = [
    Word,
    Phrase,
    lambda one: And((Word("防火"), Word(one))),
    lambda one: And((Word("防火"), Not(Word(one)))),
    lambda one: Or((Word("防火"), Word(one))),
    lambda one: Not(Word(one)),
    lambda one: And((Word(one), DateRange(date(2008, 1, 1), None, ""))),
    lambda one: And((Word(one), FieldEquals(Field.GENRE, "函"))),
    lambda one: Or((Word(one), FieldEquals(Field.GENRE, "函"))),
    lambda one: And((Word(one), Word("县"))),
]


@pytest.mark.parametrize("shape", SINGLE, ids=lambda shape: str(SINGLE.index(shape)))
def test_a_single_character_is_found_exactly(
    catalogue: Catalogue, texts: dict[int, str], shape: Callable[[str], Node]
) -> None:
    """Frequent ones are kept as bits, the others are found by the pairs that begin with them."""
    assert place_of("的")
    assert not place_of("湖")
    with catalogue.read() as connection:
        dated = dict(map(tuple, connection.execute(select(document.c.id, document.c.dated_on))))
        for one in ["的", "湖", "与", "函", "龘", *random.Random(5).sample(sorted(set("".join(WORDS))), 12)]:
            wanted = {number for number in texts if _holds(shape(one), number, texts[number], dated[number])}
            assert set(found(connection, shape(one))) == wanted
            assert count(connection, plan(connection, shape(one))) == len(wanted)
            kinds = facets(connection, plan(connection, shape(one)))
            assert kinds["genre"].total() == len(wanted)


def _holds(node: Node, number: int, text: str, dated_on: str | None) -> bool:
    """Whether a text of the catalogue is a hit, told by looking at it."""
    match node:
        case And(parts):
            return all(_holds(part, number, text, dated_on) for part in parts)
        case Or(parts):
            return any(_holds(part, number, text, dated_on) for part in parts)
        case Not(part):
            return not _holds(part, number, text, dated_on)
        case DateRange(first, _):
            return dated_on is not None and dated_on >= str(first)
        case FieldEquals(_, genre):
            return GENRES[number % 3] == genre
        case _:
            assert isinstance(node, Word | Phrase)
            return node.text in text + f"临政发〔2020〕{number}号"


def test_a_new_text_has_its_own_characters(empty: Catalogue) -> None:
    with empty.write(by="王芳", action="test") as unit:
        put(unit.connection, 1, "关于防火的通知", "2008-03-07")
        assert found(unit.connection, Word("的")) == [1]
        changed = update(content_text).where(content_text.c.content_id == 1)
        unit.connection.execute(changed.values(body=codec.pack_text("防火")))
        unit.connection.execute(update(document).values(title="防火"))
        fulltext.index_content(unit.connection, 1)
        assert found(unit.connection, Word("的")) == []


def test_a_document_number_is_found_whole(catalogue: Catalogue, texts: dict[int, str]) -> None:
    with catalogue.read() as connection:
        for serial in (1, 2, 12):
            expected = {n for n, text in texts.items() if f"临政发〔2006〕{serial}号" in text}
            node = DocumentNumber(f"临政发〔2006〕{serial}号", Field.TEXT)
            assert expected
            assert set(found(connection, node)) == expected


def matches(text: str, node: Node) -> bool:
    match node:
        case And(parts):
            return all(matches(text, part) for part in parts)
        case Or(parts):
            return any(matches(text, part) for part in parts)
        case Not(part):
            return not matches(text, part)
        case _:
            return node.text in text


FIRE, MONEY, ARCHIVE = (Word(word, Field.TEXT) for word in ("防火", "财政资金", "档案整理"))


@pytest.mark.parametrize(
    "node",
    [
        FIRE,
        And((FIRE, MONEY)),
        Or((MONEY, ARCHIVE)),
        Not(MONEY),
        And((FIRE, Not(MONEY))),
        And((Or((MONEY, ARCHIVE)), Not(And((FIRE, MONEY))))),
        Or((MONEY, Not(ARCHIVE))),
        And((Not(MONEY), Not(ARCHIVE))),
    ],
)
def test_boolean_queries_and_their_counts(catalogue: Catalogue, texts: dict[int, str], node: Node) -> None:
    expected = {number for number, text in texts.items() if matches(text, node)}
    with catalogue.read() as connection:
        assert set(found(connection, node)) == expected
        wanted = plan(connection, node)
        assert count(connection, wanted) == count_documents(connection, wanted) == len(expected)


@pytest.mark.parametrize(
    ("node", "condition"),
    [
        (FieldEquals(Field.GENRE, "意见"), lambda row: row.genre == "意见"),
        (FieldEquals(Field.BODY, "財政"), lambda row: "财政" in row.issuing_body),
        (FieldEquals(Field.BODY, "临湖县人民政府"), lambda row: "人民" in row.issuing_body),
        (FieldEquals(Field.FOLDER, "2003"), lambda row: row.id % 5 == 3),
        (FieldEquals(Field.FOLDER, "共享盘/2003"), lambda row: row.id % 5 == 3),
        (FieldEquals(Field.FORMAT, "pdf"), lambda _row: False),
        (Not(FieldEquals(Field.GENRE, "意见")), lambda row: row.genre != "意见"),
        (
            DateRange(date(2008, 1, 1), date(2008, 12, 31), ""),
            lambda row: row.dated_on is not None and row.dated_on[:4] == "2008",
        ),
        (
            DateRange(None, date(2006, 6, 30), ""),
            lambda row: row.dated_on is not None and row.dated_on <= "2006-06-30",
        ),
        (
            DateRange(date(2010, 1, 1), None, ""),
            lambda row: row.dated_on is not None and row.dated_on >= "2010",
        ),
    ],
)
def test_conditions_alone_and_with_a_word(
    catalogue: Catalogue, texts: dict[int, str], node: Node, condition
) -> None:
    with catalogue.read() as connection:
        rows = connection.execute(select(document)).all()
        expected = {row.id for row in rows if condition(row)}
        assert set(found(connection, node)) == expected
        with_word = {number for number in expected if "防火" in texts[number]}
        assert set(found(connection, And((FIRE, node)))) == with_word
        assert count(connection, plan(connection, And((FIRE, node)))) == len(with_word)
        either = {number for number, text in texts.items() if number in expected or "财政资金" in text}
        assert set(found(connection, Or((MONEY, node)))) == either


def test_newest_first_is_the_order_of_dates(catalogue: Catalogue) -> None:
    with catalogue.read() as connection:
        newest = found(connection, FIRE)
        dates = dict(map(tuple, connection.execute(select(document.c.id, document.c.dated_on))))
        assert [dates[n] or "" for n in newest] == sorted((dates[n] or "" for n in newest), reverse=True)
        assert found(connection, FIRE, Order.OLDEST) == newest[::-1]


@pytest.mark.parametrize("order", list(Order))
def test_every_hit_is_on_exactly_one_page(
    catalogue: Catalogue, order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.fulltext_query.CANDIDATES", 20)
    with catalogue.read() as connection:
        wanted = plan(connection, FIRE)
        pages = [found_ids(connection, wanted, order, 7, offset) for offset in range(0, SIZE, 7)]
        ids = [entry_id for page in pages for entry_id in page]
        assert len(ids) == len(set(ids)) == count(connection, wanted)


def test_relevance_puts_titles_first(empty: Catalogue) -> None:
    with empty.write(by="王芳", action="test") as unit:
        put(unit.connection, 1, "森林防火方案\n" + "正文" * 50, "2006-01-01")
        put(unit.connection, 2, "年度总结报告材料\n其中提到森林防火、森林防火、森林防火。", "2020-01-01")
        assert found(unit.connection, Word("森林防火"), Order.RELEVANCE) == [1, 2]
        assert found(unit.connection, Word("森林防火")) == [2, 1]
        assert documents_by_relevance(unit.connection, plan(unit.connection, Word("森林防火"))) == [1, 2]


def test_a_correction_supersedes_the_entry(empty: Catalogue) -> None:
    with empty.write(by="王芳", action="test") as unit:
        connection = unit.connection
        put(connection, 1, "关于开展档案检查的通知", "2006-01-01")
        put(connection, 2, "关于开展档案检查的函", "2007-01-01")
        assert found(connection, Word("档案检查")) == [2, 1]
        connection.execute(
            update(document).where(document.c.id == 1).values(dated_on="2009-05-06", title="改正标题")
        )
        fulltext.index_document(connection, 1)
        assert found(connection, Word("档案检查")) == [1, 2]
        assert found(connection, Word("改正标题")) == [1]
        wanted = plan(connection, Word("档案检查"))
        assert count(connection, wanted) == count_documents(connection, wanted) == 2
        assert count_added_after(connection, wanted, 2) == 0, "a correction is no new text"
        assert connection.scalar(select(func.count()).where(IS_DEAD)) == 1


def test_a_purged_content_is_not_found(empty: Catalogue) -> None:
    with empty.write(by="王芳", action="test") as unit:
        connection = unit.connection
        put(connection, 1, "关于开展档案检查的通知", "2006-01-01")
        for table in (location, member):
            connection.execute(table.delete())
        connection.execute(content.delete())
        assert count(connection, plan(connection, Word("档案检查"))) == 0


def test_a_full_day_spills_and_dates_stay_exact(empty: Catalogue) -> None:
    with empty.write(by="王芳", action="test") as unit:
        connection = unit.connection
        put(connection, 1, "关于开展档案检查的通知", "2006-01-01")
        day = date(2006, 1, 1).toordinal()
        connection.execute(update(index_entry).values(id=fulltext.day_span(day)[1]))
        put(connection, 2, "关于开展档案检查的函", "2006-01-01")
        put(connection, 3, "关于开展档案检查的意见", "2006-01-02")
        first = DateRange(date(2006, 1, 1), date(2006, 1, 1), "")
        second = DateRange(date(2006, 1, 2), date(2006, 1, 2), "")
        assert sorted(found(connection, first)) == [1, 2]
        assert found(connection, And((Word("档案检查的意见"), second))) == [3]


def test_facets_follow_the_documents(empty: Catalogue) -> None:
    with empty.write(by="王芳", action="test") as unit:
        connection = unit.connection
        put(connection, 1, "关于开展档案检查的通知", "2006-01-01")
        put(connection, 2, "关于开展档案检查的函", None, "函")
        counted = facets(connection, plan(connection, Word("档案检查")))
        assert counted["genre"] == {"通知": 1, "函": 1}
        assert counted["year"] == {2006: 1, 0: 1}
        assert counted["format"] == {"docx": 2}
        connection.execute(
            update(document).where(document.c.id == 2).values(attribute="proactive", genre="通知")
        )
        counted = facets(connection, plan(connection, Word("档案检查")))
        assert counted["genre"] == {"通知": 2}
        assert counted["attribute"] == {"undetermined": 1, "proactive": 1}
        connection.execute(update(member).where(member.c.content_id == 2).values(document_id=1))
        wanted = plan(connection, Word("档案检查"))
        assert facets(connection, wanted)["year"] == {2006: 2}
        assert count_documents(connection, wanted) == 1
        assert len(found_documents(connection, wanted, 10)) == 1


def test_hits_carry_what_a_list_shows(empty: Catalogue) -> None:
    with empty.write(by="王芳", action="test") as unit:
        put(unit.connection, 7, "关于开展档案检查的通知", "2006-01-01")
        wanted = plan(unit.connection, Word("档案检查"))
        (hit,) = found_texts(unit.connection, found_ids(unit.connection, wanted, Order.NEWEST, 10))
    assert (hit.document, hit.root, hit.path, hit.text) == (
        "u7",
        "/share",
        "2002/7.docx",
        "关于开展档案检查的通知",
    )


@pytest.mark.parametrize(
    ("dated_on", "year", "day"),
    [
        ("2008-03-07", None, date(2008, 3, 7).toordinal()),
        ("2008-03", None, date(2008, 3, 1).toordinal()),
        ("2008", None, date(2008, 1, 1).toordinal()),
        ("2008-02-30", None, date(2008, 2, 1).toordinal()),
        (None, 2011, date(2011, 1, 1).toordinal()),
        (None, None, 0),
    ],
)
def test_sort_day(dated_on: str | None, year: int | None, day: int) -> None:
    assert fulltext.sort_day(dated_on, year) == day


PLANNED = [
    FIRE,
    And((FIRE, FieldEquals(Field.GENRE, "通知"))),
    And((FIRE, FieldEquals(Field.FOLDER, "2003"))),
    And((FIRE, DateRange(date(2008, 1, 1), None, ""))),
    Or((FIRE, FieldEquals(Field.GENRE, "通知"))),
    FieldEquals(Field.BODY, "财政"),
    DateRange(date(2008, 1, 1), date(2009, 1, 1), ""),
    Not(FIRE),
    Prefix("gdp"),
    Phrase("防火，工作"),
    Word("的"),
    And((FIRE, Word("的"))),
    And((FIRE, Not(Word("的")))),
    Not(Word("的")),
]


@pytest.mark.parametrize("node", PLANNED)
def test_no_query_scans_a_base_table(catalogue: Catalogue, node: Node) -> None:
    scanned: list[str] = []
    with catalogue.read() as connection:
        run = connection.exec_driver_sql
        wanted = plan(connection, node)
        statements = [
            wanted.select_words(func.count()),
            wanted.select_words(wanted.id).order_by(wanted.id.desc()).limit(50),
            wanted.select_entries(index_entry.c.origin_id, index_entry.c.kind_id),
            wanted.select_entries(func.count(index_entry.c.document_id.distinct())),
        ]
        for statement in statements:
            compiled = statement.compile(connection, compile_kwargs={"literal_binds": True})
            details = [row.detail for row in run(f"EXPLAIN QUERY PLAN {compiled}")]
            scanned += [
                detail for detail in details if re.match(r"SCAN (?!fulltext|.*COVERING INDEX)", detail)
            ]
    assert scanned == []
