"""Searching a catalogue as window and command line do."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from sqlalchemy import Connection, insert, update

from app.errors import WrongUseError
from app.progress import Silent
from app.search import export
from app.search.find import facets, find, tally, understood
from app.store import codec, fulltext, queries
from app.store.catalogue import Catalogue
from app.store.fulltext_query import Order
from app.store.search_plan import plan
from app.store.tables.holdings import content, content_text, document, location, member, root
from tests.catalogues import copied, filling

DOCUMENTS = (
    (
        "临政发〔2020〕16号",
        "关于加强森林防火工作的通知",
        "各乡镇：\n现就森林防火、护林工作通知如下。",
        "2020-03-01",
    ),
    (
        "临政发〔2020〕18号",
        "关于开展防汛检查的通知",
        "依据临政发［２０２０］第16号，开展森林防火，防汛检查。",
        "2020-05-06",
    ),
    ("临政办函〔2019〕3号", "關於檔案整理的函", "請於年底前完成檔案整理計畫。", "2019-11-11"),
)


def put(connection: Connection, number: int, record: tuple[str, str, str, str], document_id: int) -> None:
    printed, title, text, dated_on = record
    body = f"{title}\n{printed}\n{text}"
    connection.execute(
        insert(content).values(
            id=number,
            sha256=str(number),
            size=1,
            format="docx",
            status="ok",
            extracted_at="",
            ocr_confidence=None,
        )
    )
    connection.execute(
        insert(content_text).values(content_id=number, body=codec.pack_text(body), structure=b"")
    )
    if document_id == number:
        connection.execute(
            insert(document).values(
                id=number, uuid=f"u{number}", title=title, document_number=printed, number_series=printed.split("〔")[0],
                number_year=int(dated_on[:4]), number_serial=int(printed.split("〕")[1][:-1]), genre=title[-2:],
                issuing_body="临湖县人民政府", dated_on=dated_on, year=int(dated_on[:4]), created_at="",
            )
        )  # fmt: skip
    connection.execute(
        insert(member).values(document_id=document_id, content_id=number, role="master", made_by="test")
    )
    connection.execute(
        insert(location).values(
            root_id=1, path=f"{number}.docx", raw_path=f"{number}.docx".encode(), status="ok", content_id=number,
            first_seen_at="", last_seen_at="", last_seen_run=1,
        )
    )  # fmt: skip
    fulltext.index_content(connection, number)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "c"
    with filling(folder) as connection:
        connection.execute(insert(root).values(id=1, uuid="r", label="共享盘", path="/share"))
        for number, record in enumerate(DOCUMENTS, start=1):
            put(connection, number, record, number)
        put(connection, 4, DOCUMENTS[0], 1)
    return folder


@pytest.fixture
def catalogue(tmp_path: Path, filled: Path) -> Iterator[Catalogue]:
    with copied(filled, tmp_path / "c") as made:
        yield made


def test_a_page_of_hits(catalogue: Catalogue) -> None:
    result = find(catalogue, "森林防火", limit=2)
    assert result.query == "含有“森林防火”"
    assert result.count == 3
    assert [hit.document for hit in result.hits] == ["u2", "u1"]
    hit = result.hits[0]
    assert (hit.title, hit.document_number, hit.dated_on) == (DOCUMENTS[1][1], DOCUMENTS[1][0], "2020-05-06")
    assert hit.path == str(Path("/share/2.docx"))
    assert [hit.snippet.text[start:end] for start, end in hit.snippet.marks] == ["森林防火"]
    assert len(find(catalogue, "森林防火", limit=2, offset=2).hits) == 1


def test_grouping_counts_items(catalogue: Catalogue) -> None:
    result = find(catalogue, "森林防火", group=True)
    assert result.count == len(result.hits) == tally(catalogue, "森林防火", group=True).count == 2
    assert tally(catalogue, "森林防火").count == 3


def test_relevance_shows_titles_first(catalogue: Catalogue) -> None:
    result = find(catalogue, "森林防火", order=Order.RELEVANCE)
    assert [hit.document for hit in result.hits] == ["u1", "u1", "u2"]
    assert [hit.title_marks for hit in result.hits] == [((4, 8),), ((4, 8),), ()]


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("临政发(2020)16号", ["u2", "u1", "u1"]),
        ("文号:临政发2020 16号", ["u1", "u1"]),
        ("档案整理计划", ["u3"]),
        ("檔案整理計畫", ["u3"]),
        ("文种:通知 年>=2020 非 防汛", ["u1", "u1"]),
    ],
)
def test_spellings_and_conditions(catalogue: Catalogue, query: str, documents: list[str]) -> None:
    assert [hit.document for hit in find(catalogue, query).hits] == documents


def test_punctuation_of_a_phrase_is_honoured_on_the_page(catalogue: Catalogue) -> None:
    result = find(catalogue, "“森林防火，防汛”")
    assert [hit.document for hit in result.hits] == ["u2"]
    result = find(catalogue, "“森林防火；防汛”")
    assert (result.hits, result.count, result.is_exact) == ((), 0, True)
    assert find(catalogue, "“森林防火；防汛” 或 标题:意见", group=True).count == 0


def test_punctuation_of_too_many_texts_is_checked_on_the_page_only(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.search.find.MOST_CHECKED", 1)
    result = find(catalogue, "“森林防火、护林”")
    assert ([hit.document for hit in result.hits], result.count, result.is_exact) == (["u1", "u1"], 2, False)
    result = find(catalogue, "“森林防火；护林”")
    assert (result.hits, result.count, result.dropped, result.is_exact) == ((), 2, 2, False)
    assert not tally(catalogue, "“森林防火；护林”").is_exact


def test_punctuation_decides_before_items_are_counted(catalogue: Catalogue) -> None:
    assert find(catalogue, "“森林防火、护林”").count == 2
    result = find(catalogue, "“森林防火、护林”", group=True)
    assert ([hit.document for hit in result.hits], result.count) == (["u1"], 1)


def test_facets(catalogue: Catalogue) -> None:
    counted = facets(catalogue, "森林防火 或 档案")
    assert counted["year"] == {2020: 3, 2019: 1}
    assert counted["genre"] == {"通知": 3, "的函": 1}


def test_facets_of_items(catalogue: Catalogue) -> None:
    counted = facets(catalogue, "森林防火 或 档案", group=True)
    assert counted["year"] == {2020: 2, 2019: 1}
    assert counted["genre"] == {"通知": 2, "的函": 1}
    assert counted["format"] == {"docx": 3}


def test_an_item_counts_for_each_of_its_formats(catalogue: Catalogue) -> None:
    with catalogue.write(by="王芳", action="test") as unit:
        unit.connection.execute(update(content).where(content.c.id == 4).values(format="pdf"))
        unit.connection.execute(update(member).where(member.c.content_id == 4).values(document_id=1))
        unit.record("test")
        unit.commit()
    assert facets(catalogue, "护林", group=True)["format"] == {"docx": 1, "pdf": 1}
    assert facets(catalogue, "护林", group=True)["genre"] == {"通知": 1}


SPELLED_NAMES = [(1, "临湖县人民政府"), (2, "臨湖縣　人民政府"), (3, "临湖县人民政府(办公室)")]


@pytest.fixture
def spelled(catalogue: Catalogue) -> Catalogue:
    with catalogue.write(by="王芳", action="test") as unit:
        for number, name in SPELLED_NAMES:
            changed = update(document).where(document.c.id == number)
            unit.connection.execute(
                changed.values(issuing_body=name, genre=("通知", " 通知", "函")[number - 1])
            )
        unit.record("test")
        unit.commit()
    return catalogue


def test_a_name_printed_in_two_ways_is_one_value(spelled: Catalogue) -> None:
    counted = facets(spelled, "森林防火 或 档案")
    assert counted["issuing_body"] == {"临湖县人民政府": 3, "临湖县人民政府(办公室)": 1}
    assert counted["genre"] == {"通知": 3, "函": 1}


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("发文机关:“臨湖縣 人民政府”", 4),
        ("发文机关:临湖县人民政府（办公室）", 1),
        ("文种:通知", 3),
        ("文种:公告", 0),
    ],
)
def test_a_name_is_found_however_it_is_printed(spelled: Catalogue, query: str, count: int) -> None:
    assert tally(spelled, query).count == count


def test_lists_take_ways_of_printing_together(spelled: Catalogue) -> None:
    with spelled.read() as connection:
        everything = queries.DocumentFilter()
        assert queries.facet(connection, "issuing_body", everything)[0][1] == 2
        one = queries.DocumentFilter(issuing_body="临湖县人民政府", genre="通知")
        assert queries.document_ids(connection, one) == [2, 1]


def test_values_of_a_list_count_what_a_search_found(spelled: Catalogue) -> None:
    with spelled.read() as connection:
        found = plan(connection, understood("森林防火"))
        everything = queries.DocumentFilter()
        assert queries.facet(connection, "year", everything, found) == [("2020", 2)]
        assert queries.facet(connection, "genre", queries.DocumentFilter(year=2019), found) == []


def test_a_page_of_a_single_character(catalogue: Catalogue) -> None:
    result = find(catalogue, "森", limit=2, offset=1)
    assert (result.count, [hit.document for hit in result.hits]) == (3, ["u1", "u1"])
    assert find(catalogue, "森", order=Order.OLDEST, limit=1).hits[0].document == "u1"


@pytest.mark.parametrize(
    ("query", "suggested"),
    [
        ("临政法〔2020〕16号", "临政发〔2020〕16号"),
        ("临政发〔2020〕17号", "临政发〔2020〕16号"),
        ("临政办函〔2018〕3号", "临政办函〔2019〕3号"),
        ("发文机关:临湖县民政府", "发文机关:临湖县人民政府"),
    ],
)
def test_did_you_mean(catalogue: Catalogue, query: str, suggested: str) -> None:
    result = find(catalogue, query)
    assert result.count == 0
    assert suggested in result.suggestions


def test_nothing_found_tells_what_each_condition_finds_alone(catalogue: Catalogue) -> None:
    result = find(catalogue, "森林防火 年:2019 文种:通知")
    assert result.count == 0
    assert result.alone == (
        ("含有“森林防火”", 3),
        ("成文日期从 2019-01-01 至 2019-12-31", 1),
        ("文种是“通知”", 3),
    )
    assert find(catalogue, "查无此词").alone == ()
    assert find(catalogue, "森林防火 文种:通知").alone == ()


def test_a_mistake_is_told_with_its_place(catalogue: Catalogue) -> None:
    with pytest.raises(WrongUseError, match="第 4 个字符处“与”："):
        find(catalogue, "防火 与")


@given(
    query=st.one_of(
        st.lists(
            st.sampled_from(
                [
                    *(
                        "防火",
                        "临政发〔2020〕16号",
                        "与",
                        "或",
                        "非",
                        " ",
                        "（",
                        ")",
                        "“",
                        '"',
                        "：",
                        "*",
                        "[",
                        "至",
                        "]",
                    ),
                    *(
                        "标题:",
                        "文号:",
                        "发文机关:",
                        "文种:",
                        "文件夹:",
                        "格式:docx",
                        "属性:公开",
                        "年:2020",
                        "日期>=2020-03",
                    ),
                    *(
                        "\0",
                        "\ud800",
                        "𠮷",
                        "的",
                        "gdp",
                        "'",
                        "--",
                        "^",
                        "NEAR(",
                        "{",
                        "}",
                        "+",
                        "-",
                        "、",
                        "AND",
                    ),
                ]
            ),
            max_size=9,
        ).map("".join),
        st.text(max_size=30),
    ),
    order=st.sampled_from(list(Order)),
    group=st.booleans(),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_is_typed_is_answered_or_explained(
    catalogue: Catalogue, query: str, order: Order, group: bool
) -> None:
    try:
        result = find(catalogue, query, order=order, group=group)
    except WrongUseError:
        return
    assert result.count >= len(result.hits)
    assert sum(facets(catalogue, query)["format"].values()) >= len(result.hits)


def test_every_hit_is_exported(catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "PAGE", 2)
    target = tmp_path / "hits.xlsx"
    assert export.export_hits(catalogue, "森林防火", target, Silent()) == 3
    rows = CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()
    assert [row[2] for row in rows[1:]] == [DOCUMENTS[1][0], DOCUMENTS[0][0], DOCUMENTS[0][0]]


def test_items_are_exported_as_they_are_counted(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "PAGE", 1)
    for query in ("森林防火", "“森林防火、护林”", "文种:意见"):
        written = export.export_hits(catalogue, query, tmp_path / "hits.xlsx", Silent(), group=True)
        assert written == find(catalogue, query, group=True).count, query


@pytest.mark.parametrize("order", Order)
def test_an_export_has_the_hits_of_the_list_in_its_order(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: Order
) -> None:
    monkeypatch.setattr(export, "PAGE", 2)
    export.export_hits(catalogue, "森林 或 防汛", tmp_path / "hits.xlsx", Silent(), order=order)
    rows = CalamineWorkbook.from_path(str(tmp_path / "hits.xlsx")).get_sheet_by_index(0).to_python()
    listed = find(catalogue, "森林 或 防汛", order=order).hits
    assert [row[1:3] for row in rows[1:]] == [[hit.title, hit.document_number or ""] for hit in listed]
