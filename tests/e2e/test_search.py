"""Searching through the command line."""

import json
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import insert, update

from app.store import codec, fulltext
from app.store.catalogue import create_catalogue, open_catalogue
from app.store.tables.holdings import content, content_text, document, member
from app.store.tables.index import index_entry
from tests.e2e.conftest import Dishu

DOCUMENTS = (
    ("关于做好森林防火工作的通知", "临政发〔2020〕16号", "2020-03-01", "on_request"),
    ("关于加强森林防火巡查的意见", "临政发〔2021〕4号", "2021-02-01", "proactive"),
    ("关于印发档案整理办法的通知", "临政办函〔2019〕3号", "2019-11-11", "proactive"),
)


def put(folder: Path, number: int, record: tuple[str, str, str, str]) -> None:
    title, printed, dated_on, attribute = record
    with open_catalogue(folder) as catalogue, catalogue.write(by="王芳", action="test") as unit:
        connection = unit.connection
        held = {
            "id": number,
            "sha256": str(number),
            "size": 1,
            "format": "docx",
            "status": "ok",
            "extracted_at": "",
        }
        connection.execute(insert(content).values(held))
        text = codec.pack_text(f"{title}\n{printed}\n请遵照执行。")
        connection.execute(insert(content_text).values(content_id=number, body=text, structure=b""))
        connection.execute(
            insert(document).values(
                id=number, uuid=f"u{number}", title=title, document_number=printed, number_series=printed.split("〔")[0],
                number_year=int(dated_on[:4]), number_serial=int(printed.split("〕")[1][:-1]), genre=title[-2:],
                issuing_body="临湖县人民政府", dated_on=dated_on, year=int(dated_on[:4]), attribute=attribute,
                created_at="",
            )
        )  # fmt: skip
        connection.execute(
            insert(member).values(document_id=number, content_id=number, role="master", made_by="t")
        )
        fulltext.index_content(connection, number)
        unit.record(f"u{number}")
        unit.commit()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    create_catalogue(tmp_path / "c", office="临湖县档案馆", by="王芳").close()
    for number, record in enumerate(DOCUMENTS, start=1):
        put(tmp_path / "c", number, record)
    return tmp_path / "c"


def test_a_search_answers_as_the_contract_says(folder: Path, dishu: Dishu) -> None:
    said = dishu("search", folder, "標題:防火", "--json", "--facets")
    assert said.status == 0
    answer = said.json
    assert (answer["query"], answer["count"], answer["count_is_exact"]) == ("标题中含有“防火”", 2, True)
    (newest, _) = answer["hits"]
    assert (newest["document"], newest["dated_on"], newest["document_number"]) == (
        "u2",
        "2021-02-01",
        "临政发〔2021〕4号",
    )
    assert [newest["snippet"][start:end] for start, end in newest["marks"]] == ["防火"]
    assert answer["facets"]["year"] == [{"value": 2020, "count": 1}, {"value": 2021, "count": 1}]
    assert answer["facets"]["suggested_attribute"] == [{"value": None, "count": 2}]


def test_a_person_sees_marks_facets_and_what_else_could_be_meant(folder: Path, dishu: Dishu) -> None:
    said = dishu("search", folder, "森林防火", "--facets")
    assert "关于加强【森林防火】巡查的意见" in said.out
    assert "公开属性：依申请公开 1，主动公开 1" in said.out
    assert "是否要找：临政发〔2020〕16号" in dishu("search", folder, "临政发〔2020〕17号").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["防火", "--like", "u1"], "二者取一"),
        ([], "二者取一"),
        (["防火", "--log", "申请"], "--by"),
        (["防火 与"], "第 4 个字符处"),
    ],
)
def test_wrong_use(folder: Path, dishu: Dishu, arguments: list[str], message: str) -> None:
    said = dishu("search", folder, *arguments)
    assert (said.status, message in said.err) == (2, True)


def test_a_search_is_kept_as_evidence(folder: Path, dishu: Dishu) -> None:
    said = dishu("search", folder, "地震", "--log", "申请〔2024〕3号", "--by", "王芳")
    assert "未检索到相关信息" in said.out
    assert "单位：临湖县档案馆" in said.out
    kept = dishu("search", folder, "地震", "--log", "申请〔2024〕4号", "--by", "王芳", "--json").json
    assert (kept["count"], kept["logged"]["hit_count"], kept["logged"]["extent"]["texts"]) == (0, 0, 3)
    assert kept["logged"]["uuid"] in dishu("audit", "export", folder).out


def test_every_hit_goes_into_a_sheet(folder: Path, tmp_path: Path, dishu: Dishu) -> None:
    target = tmp_path / "hits.xlsx"
    answer = dishu("search", folder, "通知 或 意见", "--limit", "1", "--export", target, "--json").json
    assert (len(answer["hits"]), answer["exported"]["rows"]) == (1, 3)
    assert len(CalamineWorkbook.from_path(str(target)).get_sheet_by_index(0).to_python()) == 4


def test_more_like_this(folder: Path, dishu: Dishu) -> None:
    said = dishu("search", folder, "--like", "临政发〔2020〕16号", "--json")
    assert [hit["document"] for hit in said.json["hits"]] == ["u2"]
    assert dishu("search", folder, "--like", "nobody").status == 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_a_word_list_is_counted(folder: Path, tmp_path: Path, dishu: Dishu, encoding: str) -> None:
    words = tmp_path / "words.txt"
    words.write_text("森林防火\n\n档案整理办法\n地震\n", encoding=encoding)
    answer = dishu("search-batch", folder, words, "--hits", "5", "--json").json
    assert [(one["term"], one["count"]) for one in answer["terms"]] == [
        ("森林防火", 2),
        ("档案整理办法", 1),
        ("地震", 0),
    ]
    assert answer["any"]["count"] == 3
    assert "2\t森林防火" in dishu("search-batch", folder, words).out
    assert dishu("search-batch", folder, tmp_path / "none.txt").status == 3


def test_a_search_kept_as_evidence_is_printed_again(folder: Path, dishu: Dishu) -> None:
    assert dishu("searches", "evidence", folder).out == "没有留作证据的检索。\n"
    first = dishu("search", folder, "没有这件事", "--log", "申请〔2026〕3号", "--by", "王芳", "--json").json[
        "logged"
    ]
    listed = dishu("searches", "evidence", folder).out
    assert listed.startswith(first["uuid"][:8])
    assert "申请〔2026〕3号" in listed
    again = dishu("searches", "evidence", folder, first["uuid"][:8], "--json").json
    assert again["printed"] == first["printed"]
    assert dishu("searches", "evidence", folder, "zz").status == 3


def test_saved_searches_tell_what_is_new(folder: Path, dishu: Dishu) -> None:
    assert dishu("searches", "save", folder, "防火", "森林防火", "--by", "王芳").status == 0
    put(folder, 9, ("关于森林防火的通报", "临政发〔2022〕1号", "2022-01-01", "proactive"))
    (kept,) = dishu("searches", "list", folder, "--json").lines
    assert (kept["name"], kept["count"], kept["new"]) == ("防火", 3, 1)
    assert dishu("searches", "look", folder, "防火", "--by", "李明", "--json").json["count"] == 3
    assert "防火　3 份，新增 0 份" in dishu("searches", "list", folder).out
    assert dishu("searches", "forget", folder, "防火", "--by", "李明").status == 0
    assert dishu("searches", "list", folder).out == "没有保存的检索。\n"
    assert dishu("searches", "look", folder, "防火", "--by", "李明").status == 3


def outdate(folder: Path) -> None:
    """Let the index be one that another version of the program made."""
    with open_catalogue(folder) as catalogue, catalogue.write(by="王芳", action="test") as unit:
        unit.connection.execute(update(index_entry).values(tokeniser_version=0))
        unit.record("test")
        unit.commit()


def test_an_index_of_another_edition_answers_with_a_warning_and_is_no_evidence(
    folder: Path, dishu: Dishu
) -> None:
    assert "reindex" not in dishu("search", folder, "森林防火").err
    outdate(folder)
    said = dishu("search", folder, "森林防火", "--count", "--json")
    assert said.json["count"] == 2
    assert "dishu reindex" in said.err
    assert dishu("search", folder, "查无此词", "--log", "申请〔2024〕3号", "--by", "王芳").status == 3


def test_taking_in_builds_an_index_of_another_edition_anew(
    folder: Path, tmp_path: Path, dishu: Dishu
) -> None:
    outdate(folder)
    (tmp_path / "files").mkdir()
    assert dishu("ingest", folder, tmp_path / "files", "--ocr", "off").status == 0
    assert dishu("status", folder, "--json").json["index_needs_rebuild"] is False
    assert dishu("search", folder, "森林防火", "--count", "--json").json["count"] == 2


def test_an_index_of_another_edition_is_announced_and_built_anew(folder: Path, dishu: Dishu) -> None:
    assert dishu("reindex", folder, "--if-needed", "--json").json == {"rebuilt": False, "added": 0}
    assert dishu("status", folder, "--json").json["index_needs_rebuild"] is False
    outdate(folder)
    assert dishu("status", folder, "--json").json["index_needs_rebuild"] is True
    assert "dishu reindex" in dishu("status", folder).out
    assert json.loads(dishu("reindex", folder, "--if-needed", "--json").out)["rebuilt"] is True
    assert "dishu reindex" not in dishu("status", folder).out
    assert dishu("search", folder, "森林防火", "--count", "--json").json["count"] == 2


def test_texts_without_an_entry_are_announced_are_no_evidence_and_are_indexed(
    folder: Path, dishu: Dishu
) -> None:
    with open_catalogue(folder) as catalogue, catalogue.write(by="王芳", action="test") as unit:
        unit.connection.execute(update(index_entry).where(index_entry.c.content_id == 1).values(live=0))
        unit.record("test")
        unit.commit()
    assert dishu("status", folder, "--json").json["index"]["missing_count"] == 1
    assert "有 1 份文本还没有编入全文索引" in dishu("status", folder).out
    assert dishu("search", folder, "查无此词", "--log", "申请〔2024〕3号", "--by", "王芳").status == 3
    assert dishu("reindex", folder, "--if-needed", "--json").json == {"rebuilt": False, "added": 1}
    assert "没有编入" not in dishu("status", folder).out
    assert dishu("search", folder, "查无此词", "--log", "申请〔2024〕3号", "--by", "王芳").status == 0


def test_what_was_counted_is_said(folder: Path, dishu: Dishu) -> None:
    assert "共 2 份" in dishu("search", folder, "森林防火").out
    assert "共 2 件" in dishu("search", folder, "森林防火", "--group").out
