"""Saved searches, word lists, evidence and similar documents."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert

from app.domain.query import Or, Word
from app.errors import WrongUseError
from app.progress import Silent
from app.search import batch, evidence, saved
from app.search.similar import more_like
from app.store import codec, fulltext, searches
from app.store.catalogue import Catalogue, create_catalogue
from app.store.tables.holdings import (
    content,
    content_text,
    document,
    location,
    member,
    quarantine,
    root,
)
from tests.catalogues import copied

TITLES = (
    "关于做好2020年森林防火工作的通知",
    "关于进一步加强森林防火工作的意见",
    "关于开展河道清淤检查的通知",
    "关于印发档案整理办法的通知",
)


def put(catalogue: Catalogue, number: int, title: str, body: str = "") -> None:
    with catalogue.write(by="王芳", action="test") as unit:
        connection = unit.connection
        connection.execute(
            insert(content).values(
                id=number, sha256=str(number), size=1, format="docx", status="ok", extracted_at=""
            )
        )
        connection.execute(
            insert(content_text).values(content_id=number, body=codec.pack_text(title), structure=b"")
        )
        connection.execute(
            insert(document).values(
                id=number,
                uuid=f"u{number}",
                title=title,
                issuing_body=body,
                dated_on=f"20{number:02}",
                created_at="",
            )
        )
        connection.execute(
            insert(member).values(document_id=number, content_id=number, role="master", made_by="t")
        )
        fulltext.index_content(connection, number)
        unit.record(f"u{number}")
        unit.commit()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "c"
    with create_catalogue(folder, office="临湖县档案馆", by="王芳") as made:
        for number, title in enumerate(TITLES, start=1):
            put(made, number, title)
    return folder


@pytest.fixture
def catalogue(tmp_path: Path, filled: Path) -> Iterator[Catalogue]:
    with copied(filled, tmp_path / "c") as made:
        yield made


def test_a_saved_search_tells_what_is_new(catalogue: Catalogue) -> None:
    uuid = saved.save(catalogue, "防火", "森林防火", by="王芳")
    (kept,) = saved.overview(catalogue)
    assert (kept.search.name, kept.count, kept.new) == ("防火", 2, 0)
    put(catalogue, 10, "关于森林防火的通报")
    put(catalogue, 11, "关于防汛的通报")
    (kept,) = saved.overview(catalogue)
    assert (kept.count, kept.new) == (3, 1)
    saved.looked(catalogue, uuid, by="李明")
    (kept,) = saved.overview(catalogue)
    assert (kept.count, kept.new) == (3, 0)
    saved.forget(catalogue, uuid, by="李明")
    assert saved.overview(catalogue) == []


@pytest.mark.parametrize(("name", "query"), [("", "防火"), ("防火", "防火 与")])
def test_what_cannot_be_saved(catalogue: Catalogue, name: str, query: str) -> None:
    with pytest.raises(WrongUseError):
        saved.save(catalogue, name, query, by="王芳")


def test_a_word_list_is_taken_literally(catalogue: Catalogue) -> None:
    lines = ["\ufeff森林防火\n", "\n", "河道", "檔案整理", "森林防火", "或", "（通知", "——"]
    counted = [(found.term, found.count) for found in batch.count_terms(catalogue, lines, Silent())]
    assert counted == [("森林防火", 2), ("河道", 1), ("檔案整理", 1), ("或", 0), ("（通知", 3)]
    assert batch.any_of(["河道", "档案"]) == Or((Word("河道"), Word("档案")))


@pytest.mark.parametrize("lines", [[], ["，"], [f"词{number}" for number in range(5001)]])
def test_word_lists_that_cannot_be_used(lines: list[str]) -> None:
    with pytest.raises(WrongUseError):
        batch.terms(lines)


def test_a_logged_search_is_evidence(catalogue: Catalogue) -> None:
    with catalogue.write(by="王芳", action="test") as unit:
        unit.connection.execute(insert(root).values(id=1, uuid="r", label="共享盘", path="/share"))
        unit.connection.execute(
            insert(location).values(
                id=1, root_id=1, path="密.docx", raw_path=b"1", status="quarantined", first_seen_at="",
                last_seen_at="", last_seen_run=1,
            )
        )  # fmt: skip
        unit.connection.execute(insert(quarantine).values(location_id=1, level="secret", rule="r", at=""))
        unit.record("r")
        unit.commit()
    logged = evidence.log(catalogue, "地震 年:2015", purpose="申请〔2024〕3号", by="王芳")
    assert (logged.hit_count, logged.extent.documents, logged.extent.texts) == (0, 4, 4)
    page = evidence.printed(logged, office="临湖县档案馆")
    assert "未检索到相关信息" in page
    assert "含有“地震” 并且 成文日期从 2015-01-01 至 2015-12-31" in page
    assert "申请〔2024〕3号" in page
    assert "疑似涉密而隔离的文件 1 个" in page
    with catalogue.read() as connection:
        assert searches.logged_searches(connection) == [logged]
    with pytest.raises(WrongUseError, match="用途"):
        evidence.log(catalogue, "地震", purpose=" ", by="王芳")


def test_the_name_of_the_office_makes_no_titles_alike(catalogue: Catalogue) -> None:
    body = "临湖县人民政府办公室"
    for number, about in enumerate(
        ("关于表彰先进集体的通报", "关于桥梁养护的批复", "关于桥梁加固的批复"), start=11
    ):
        put(catalogue, number, f"{body}{about}", body)
    alike = more_like(catalogue, f"{body}关于桥梁养护的批复", body=body, but="u12")
    assert [hit.document for hit in alike] == ["u13"]


def test_more_like_this(catalogue: Catalogue) -> None:
    alike = more_like(catalogue, TITLES[0], but="u1")
    assert [hit.document for hit in alike] == ["u2"]
    assert more_like(catalogue, "关于印发工作方案的通知") == []
