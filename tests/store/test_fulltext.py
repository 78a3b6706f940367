"""The full-text index: exact, and never a scan of a base table."""

import random
import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from sqlalchemy import func, insert, select

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
from app.store.catalogue import Catalogue, create_catalogue
from app.store.facets import facets
from app.store.fulltext_query import (
    Order,
    count,
    count_documents,
    found_ids,
)
from app.store.search_plan import plan
from app.store.tables.holdings import document, root
from app.store.tables.index import index_entry
from app.text.folding import fold
from app.text.frequent import place_of
from tests.store.indexed import GENRES, SIZE, WORDS, found, made_text, put


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
