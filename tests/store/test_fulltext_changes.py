"""The full-text index in step with the catalogue: new, corrected and purged texts, facets and lines of hits."""

from datetime import date

import pytest
from sqlalchemy import func, insert, select, update

from app.domain.query import (
    And,
    DateRange,
    Word,
)
from app.store import codec, fulltext
from app.store.catalogue import Catalogue
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
from tests.store.indexed import found, put


@pytest.fixture
def empty(catalogue: Catalogue) -> Catalogue:
    with catalogue.write(by="王芳", action="test") as unit:
        unit.connection.execute(insert(root).values(id=1, uuid="r", label="共享盘", path="/share"))
        unit.record("test")
        unit.commit()
    return catalogue


def test_a_new_text_has_its_own_characters(empty: Catalogue) -> None:
    with empty.write(by="王芳", action="test") as unit:
        put(unit.connection, 1, "关于防火的通知", "2008-03-07")
        assert found(unit.connection, Word("的")) == [1]
        changed = update(content_text).where(content_text.c.content_id == 1)
        unit.connection.execute(changed.values(body=codec.pack_text("防火")))
        unit.connection.execute(update(document).values(title="防火"))
        fulltext.index_content(unit.connection, 1)
        assert found(unit.connection, Word("的")) == []


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
        fulltext.index_documents(connection, [1])
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
