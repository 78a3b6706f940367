"""Building the index anew: resumable, cancellable, and searched meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, insert, select, update

from app.domain.query import Word
from app.errors import Cancelled
from app.progress import Silent
from app.store import codec, fulltext, reindex
from app.store.catalogue import Catalogue
from app.store.fulltext_query import count
from app.store.search_plan import plan
from app.store.tables.holdings import content, content_text, document, member
from app.store.tables.index import IS_DEAD, index_entry
from tests.catalogues import copied, filling

SIZE = 60


class CancelAfter(Silent):
    """Cancels at a step."""

    def __init__(self, steps: int) -> None:
        self.left = steps

    def step(self, stage: str, done: int, total: int = 0) -> None:
        super().step(stage, done, total)
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def put(connection: Connection, number: int, *, is_indexed: bool = True) -> None:
    text = f"关于第{number}次档案检查的通知"
    connection.execute(
        insert(content).values(
            id=number, sha256=str(number), size=1, format="docx", status="ok", extracted_at=""
        )
    )
    connection.execute(
        insert(content_text).values(content_id=number, body=codec.pack_text(text), structure=b"")
    )
    connection.execute(
        insert(document).values(
            id=number, uuid=str(number), title=text, dated_on=f"20{number % 20:02}-01-01", created_at=""
        )
    )
    connection.execute(
        insert(member).values(document_id=number, content_id=number, role="master", made_by="t")
    )
    if is_indexed:
        fulltext.index_content(connection, number)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "c"
    with filling(folder) as connection:
        for number in range(1, SIZE + 1):
            put(connection, number)
    return folder


@pytest.fixture
def catalogue(tmp_path: Path, filled: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Catalogue]:
    monkeypatch.setattr(reindex, "SLICE", 10)
    with copied(filled, tmp_path / "c") as made:
        yield made


def index_again(catalogue: Catalogue, *, times: int) -> None:
    """Make the first content's entry dead so many times."""
    with catalogue.write(by="王芳", action="test") as unit:
        for _ in range(times):
            fulltext.index_content(unit.connection, 1)
        unit.record("test")
        unit.commit()


def found(catalogue: Catalogue, word: str = "档案检查") -> int:
    with catalogue.read() as connection:
        return count(connection, plan(connection, Word(word)))


def outdate(catalogue: Catalogue) -> None:
    with catalogue.write(by="王芳", action="test") as unit:
        unit.connection.execute(update(index_entry).values(tokeniser_version=0))
        unit.record("test")
        unit.commit()


def needs_rebuild(catalogue: Catalogue) -> bool:
    with catalogue.read() as connection:
        return reindex.needs_rebuild(connection)


def test_another_tokeniser_asks_for_a_rebuild(catalogue: Catalogue) -> None:
    assert not needs_rebuild(catalogue)
    outdate(catalogue)
    assert needs_rebuild(catalogue)
    reindex.rebuild(catalogue, Silent(), by="王芳")
    assert not needs_rebuild(catalogue)
    assert found(catalogue) == SIZE


@pytest.mark.parametrize("steps", [0, 1, 3, 6, 7, 8])
def test_a_stopped_rebuild_goes_on(catalogue: Catalogue, steps: int) -> None:
    outdate(catalogue)
    with pytest.raises(Cancelled):
        reindex.rebuild(catalogue, CancelAfter(steps), by="王芳")
    assert found(catalogue) == SIZE
    assert needs_rebuild(catalogue)
    with catalogue.write(by="王芳", action="test") as unit:
        put(unit.connection, 100)
        put(unit.connection, 120)
        unit.connection.execute(update(document).where(document.c.id == 3).values(title="改正标题"))
        fulltext.index_documents(unit.connection, [3])
        unit.record("test")
        unit.commit()
    assert found(catalogue) == SIZE + 2
    reindex.rebuild(catalogue, Silent(), by="王芳")
    assert not needs_rebuild(catalogue)
    assert found(catalogue) == SIZE + 2
    assert found(catalogue, "改正标题") == 1
    assert found(catalogue, "第100次") == 1


class AddWhile(Silent):
    """Takes in a document, newer than all others, while a stage goes on."""

    def __init__(self, catalogue: Catalogue, stage: str) -> None:
        self.catalogue = catalogue
        self.stage = stage
        self.number = 300

    def step(self, stage: str, done: int, total: int = 0) -> None:
        super().step(stage, done, total)
        if stage != self.stage or self.number == 303:
            return
        self.number += 1
        with self.catalogue.write(by="王芳", action="test") as unit:
            put(unit.connection, self.number)
            unit.connection.execute(
                update(document).where(document.c.id == self.number).values(dated_on="2024-06-30")
            )
            fulltext.index_content(unit.connection, self.number)
            unit.record("test")
            unit.commit()


@pytest.mark.parametrize("stage", ["重建全文索引", "合并全文索引"])
def test_what_comes_in_during_a_rebuild_is_found(catalogue: Catalogue, stage: str) -> None:
    outdate(catalogue)
    adding = AddWhile(catalogue, stage)
    reindex.rebuild(catalogue, adding, by="王芳")
    assert adding.number > 300
    assert found(catalogue) == SIZE + adding.number - 300
    assert found(catalogue, f"第{adding.number}次") == 1
    assert not needs_rebuild(catalogue)


def test_dead_entries_go(catalogue: Catalogue) -> None:
    index_again(catalogue, times=1)
    assert not needs_rebuild(catalogue), "a few corrections in a small catalogue"
    index_again(catalogue, times=fulltext.LEAST_DEAD)
    assert needs_rebuild(catalogue)
    reindex.rebuild(catalogue, Silent(), by="王芳")
    with catalogue.read() as connection:
        assert connection.scalar(select(func.count()).where(IS_DEAD)) == 0
    assert found(catalogue) == SIZE


def test_texts_without_entry_are_added(catalogue: Catalogue) -> None:
    with catalogue.write(by="王芳", action="test") as unit:
        put(unit.connection, 200, is_indexed=False)
        unit.record("test")
        unit.commit()
    assert found(catalogue, "第200次") == 0
    assert reindex.index_missing(catalogue, Silent(), by="王芳") == 1
    assert found(catalogue, "第200次") == 1
    assert reindex.index_missing(catalogue, Silent(), by="王芳") == 0
