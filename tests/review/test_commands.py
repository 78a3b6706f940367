"""The review on the command line: from planning to papers, with the exit codes of the contract."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.cli import run
from app.store.catalogue import Catalogue
from tests.catalogues import add_document
from tests.review.staff import ADMINISTRATOR, REVIEWER, SECOND

ROUND = "2025 年"


def told(capsys: pytest.CaptureFixture[str]) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines() if line.startswith("{")]


def test_a_round_from_planning_to_papers(catalogue: Catalogue, tmp_path: Path, capsys) -> None:
    uuid, other = add_document(catalogue), add_document(catalogue, dated_on="2016-01-01")
    home = str(catalogue.folder)

    def dishu(*words: str) -> int:
        return run([words[0], words[1], *words[2:]])

    assert dishu("review", "round", "create", home, ROUND, "--by", REVIEWER, "--json") == 0
    assert told(capsys)[0]["documents"] == 2
    assert dishu("review", "batch", "next", home, ROUND, "--by", REVIEWER, "--json") == 0
    batch = told(capsys)[0]["uuid"]
    assert dishu("review", "batch", "next", home, ROUND, "--by", REVIEWER) == 0
    said = capsys.readouterr()
    assert batch[:8] in said.out
    assert "没有交回" in said.err
    assert dishu("review", "batch", "next", home, ROUND, "--by", REVIEWER, "--another") == 0
    assert "没有可领取的批次" in capsys.readouterr().out
    sheet = str(tmp_path / "第一批.xlsx")
    assert dishu("review", "export", home, sheet, "--batch", batch, "--by", REVIEWER) == 0
    book = load_workbook(sheet)
    book["复审"]["H2"], book["复审"]["J2"] = "依申请公开", "不在主动公开范围"
    book.save(sheet)
    capsys.readouterr()
    assert dishu("review", "import", home, sheet, "--by", REVIEWER, "--json") == 0
    assert told(capsys)[0]["proposed"] == 1
    decide = ("review", "decide", home, other, "--attribute", "withheld", "--round", ROUND, "--by", REVIEWER)
    assert dishu(*decide) == 3
    assert dishu(*decide, "--basis", "N-16-1", "--reason", "内部管理", "--json") == 0
    assert told(capsys)[0]["attribute"] == "withheld"
    assert dishu("review", "batch", "bring", home, batch, "--by", REVIEWER, "--json") == 0
    assert told(capsys)[0]["state"] == "completed"
    assert dishu("people", "add", home, "郑审定", "--role", "approver", "--by", ADMINISTRATOR) == 0
    assert dishu("review", "approve", home, uuid, other, "--by", "郑审定") == 0
    assert dishu("review", "approve", home, uuid, "--by", "郑审定") == 3
    capsys.readouterr()
    assert dishu("review", "round", "progress", home, ROUND, "--json") == 0
    assert told(capsys)[0]["left"] == 0
    assert dishu("review", "sample", "draw", home, "抽查", "--size", "2", "--by", SECOND) == 0
    read = ("review", "sample", "read", home, "抽查", uuid, "--attribute", "on_request", "--by", SECOND)
    assert dishu(*read) == 0
    capsys.readouterr()
    assert dishu("review", "sample", "report", home, "抽查", "--json") == 0
    assert told(capsys)[0]["read"] == 1
    for name, what in (
        ("表.docx", ("--document", uuid)),
        ("批.docx", ("--batch", batch)),
        ("表.xlsx", ("--paper", "figures")),
    ):
        assert dishu("review", "papers", home, str(tmp_path / name), *what) == 0
        assert (tmp_path / name).stat().st_size
    assert dishu("review", "revert", home, "--json") == 0
    jobs = told(capsys)
    assert [job["kind"] for job in jobs] == ["approve", "import_workbook"]
    revert = ("review", "revert", home, jobs[0]["id"], "--by", "郑审定")
    assert dishu(*revert, "--dry-run") == 0
    assert dishu(*revert, "--reason", "批错") == 0
    assert dishu("review", "precedents", home, uuid) == 0
    assert dishu("audit", "timeline", home, uuid) == 0
    assert dishu("audit", "export", home, "--into", str(tmp_path / "log")) == 0
    capsys.readouterr()
    assert dishu("audit", "verify", home, "--json") == 0
    assert told(capsys)[0]["valid"]


def test_a_preset_decides_and_what_is_written_beside_it_counts(catalogue, capsys) -> None:
    home = str(catalogue.folder)
    uuid, other = add_document(catalogue), add_document(catalogue)
    assert run(["review", "decide", home, uuid, "--preset", "4", "--by", REVIEWER, "--json"]) == 0
    made = told(capsys)[0]
    assert (made["attribute"], made["basis"]) == ("withheld", ["N-16-1"])
    assert "内部事务" in made["reason"]
    again = [
        "review",
        "decide",
        home,
        other,
        "--preset",
        "4",
        "--reason",
        "人事安排",
        "--by",
        REVIEWER,
        "--json",
    ]
    assert run(again) == 0
    assert told(capsys)[0]["reason"] == "人事安排"
    assert run(["review", "decide", home, other, "--preset", "99", "--by", REVIEWER]) == 3
