"""``dishu report`` and ``dishu publish-check``: exit codes, files and what is printed."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from app import cli
from app.formats.write.workbook import Sheet, write_workbook
from app.report.orders import kinds
from app.store.catalogue import open_catalogue
from app.store.report_rows import held_documents
from tests.report.needs import NEEDS

IDENTITY = "110101199003071233"
Dishu = Callable[..., int]


@pytest.fixture
def dishu() -> Dishu:
    def call(*words: object) -> int:
        try:
            return cli.run([str(word) for word in words])
        except SystemExit as stop:  # argparse leaves this way
            return int(stop.code or 0)

    return call


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    path = tmp_path / "临时救助-社会救助领域标准目录.xlsx"
    headers = ("标题", "文号", "申请内容", "一级事项", "二级事项")
    row = (
        "临湖县人民政府关于修建环湖公路的公告",
        "临政告〔2009〕1号",
        "环湖公路",
        "临时救助",
        "临时救助对象",
    )
    write_workbook(path, [Sheet("表", headers, [row])])
    return path


@pytest.mark.parametrize("name", kinds())
def test_each_list_is_written_and_printed(
    dishu: Dishu,
    decided: Path,
    listing: Path,
    tmp_path: Path,
    name: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = [listing if word == "FILE" else word for word in NEEDS.get(name, ())]
    capsys.readouterr()
    status = dishu("report", name, decided, tmp_path / "out", "--json", "--today", "2021-03-01", *words)
    printed = json.loads(capsys.readouterr().out)
    assert status == (1 if printed["to_do"] else 0)
    assert printed["report"] == name
    assert printed["tables"]
    assert all(Path(file).exists() for file in printed["files"])
    assert {Path(file).suffix for file in printed["files"]} >= {".xlsx", ".docx"}


def test_a_list_without_its_files_is_wrong_use(dishu: Dishu, decided: Path) -> None:
    assert dishu("report", "reconcile", decided) == 2


def test_index_numbers_are_issued_by_a_named_person_and_stay(
    dishu: Dishu, decided: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = shutil.copytree(decided, tmp_path / "copy")
    first = ("report", "proactive-catalogue", home, "--scheme", "shanghai", "--code", "MB0000001")
    assert dishu(*first, "--issue", "--by", "王示例") == 0
    capsys.readouterr()
    assert dishu("report", "proactive-catalogue", home, "--json") == 0
    rows = json.loads(capsys.readouterr().out)["tables"][0]["rows"]
    assert {row[1][:11] for row in rows if row[1]} == {"SYMB0000001"}
    assert dishu("report", "proactive-catalogue", home, "--issue", "--by", "王示例") == 2, "no scheme"
    assert dishu(*first, "--issue") == 2, "nobody"


def letter(path: Path, text: str) -> Path:
    document = Document()
    document.core_properties.author = document.core_properties.comments = ""
    for line in ("关于临时救助工作的通知", text):
        document.add_paragraph(line)
    document.save(str(path))
    return path


def test_files_are_checked_listed_and_copied(
    dishu: Dishu, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "待公开"
    folder.mkdir()
    letter(folder / "甲.docx", f"申请人身份证号：{IDENTITY}。")
    (folder / "乙.txt").write_text("各镇要认真做好有关工作。", encoding="utf-8")
    capsys.readouterr()
    status = dishu(
        "publish-check", folder, "--json", "--xlsx", tmp_path / "问题.xlsx", "--redact", tmp_path / "副本"
    )
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert status == 1, "something asks for a person"
    checked = {Path(one["path"]).name: one for one in records if "faults" in one}
    assert "resident_id" in {fault["code"] for fault in checked["甲.docx"]["faults"]}
    assert IDENTITY not in json.dumps(records), "what is found is shown masked"
    copies = {Path(one["source"]).name: one for one in records if "source" in one}
    assert (copies["甲.docx"]["left_over"], copies["甲.docx"]["places"]) == (0, 1)
    assert copies["乙.txt"]["target"] is None
    assert (tmp_path / "问题.xlsx").exists()
    assert [path.name for path in (tmp_path / "副本").iterdir()] == ["甲（脱敏）.docx"]


def test_copies_of_equal_names_do_not_overwrite_each_other(dishu: Dishu, tmp_path: Path) -> None:
    for name in ("一", "二"):
        (tmp_path / name).mkdir()
        letter(tmp_path / name / "通知.docx", f"申请人身份证号：{IDENTITY}。")
    dishu("publish-check", tmp_path / "一", tmp_path / "二", "--redact", tmp_path / "副本", "--workers", 1)
    copies = {path.name for path in (tmp_path / "副本").iterdir()}
    assert copies == {"通知（脱敏）.docx", "通知（脱敏1）.docx"}


def test_a_document_is_checked_by_its_identifier(
    dishu: Dishu, decided: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_catalogue(decided) as catalogue, catalogue.read() as connection:
        uuid = held_documents(connection)[5].uuid
    capsys.readouterr()
    assert dishu("publish-check", uuid, "--catalogue", decided, "--json") in {0, 1}
    (record,) = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert Path(record["path"]).is_file()
    assert dishu("publish-check", "00000000-0000-0000-0000-000000000000", "--catalogue", decided) == 3
    assert dishu("publish-check", "没有这个文件.docx") == 3


def test_a_classified_file_is_named_and_not_looked_into(
    dishu: Dishu, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    secret = letter(tmp_path / "机密★10年 安排.docx", f"身份证号：{IDENTITY}。")
    capsys.readouterr()
    assert dishu("publish-check", secret, "--json", "--redact", tmp_path / "副本") == 1
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert records[0]["classified"]
    assert [fault["kind"] for fault in records[0]["faults"]] == ["classified"]
    assert not list((tmp_path / "副本").iterdir())
