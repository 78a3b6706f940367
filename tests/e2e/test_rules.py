"""Other rules can be tried before they are in force."""

from pathlib import Path

from app.domain.document import ElementName
from app.store.catalogue import open_catalogue
from tests.catalogues import add_document
from tests.e2e.conftest import Dishu

STRICT = """
[[rule]]
id = "own-notice"
title = "培训通知不公开"
edition = "1"
date = 2026-11-01
attribute = "on_request"
basis = ["R-13/27"]
priority = 99
explanation = "因为“{quote}”"
when = { title = "培训" }
"""


def test_rules_can_be_tried_before_they_are_in_force(tmp_path: Path, dishu: Dishu) -> None:
    shelf, rules = tmp_path / "c", tmp_path / "rules"
    rules.mkdir()
    (rules / "own.toml").write_text(STRICT, encoding="utf-8")
    dishu("new", shelf, "--office", "临湖县人民政府办公室")
    with open_catalogue(shelf) as catalogue:
        changed = add_document(
            catalogue, "临湖县人民政府办公室关于举办培训班的通知", **{ElementName.GENRE: "通知"}
        )
        add_document(catalogue, "临湖县人民政府办公室关于印发防汛预案的通知", **{ElementName.GENRE: "通知"})
    assert dishu("classify", shelf).status == 0
    before = dishu("export", shelf).out
    said = dishu("rules", "what-if", shelf, rules, "--json").lines
    assert [(d["document"], d["would_be"], d["would_be_basis"]) for d in said] == [
        (changed, "on_request", ["R-13/27"])
    ]
    assert dishu("export", shelf).out == before


def test_a_customer_s_rules_inside_the_catalogue_are_in_force(tmp_path: Path, dishu: Dishu) -> None:
    shelf = tmp_path / "c"
    dishu("new", shelf, "--office", "临湖县人民政府办公室")
    (shelf / "rules").mkdir()
    (shelf / "rules" / "own.toml").write_text(STRICT, encoding="utf-8")
    with open_catalogue(shelf) as catalogue:
        add_document(catalogue, "临湖县人民政府办公室关于举办培训班的通知")
    assert dishu("classify", shelf, "--json").json["by_attribute"] == {"on_request": 1}
    assert dishu("classify", shelf, "--json").json["classified"] == 0, (
        "the same edition does not classify twice"
    )


def test_a_faulty_rule_is_named_with_its_place(tmp_path: Path, dishu: Dishu) -> None:
    (tmp_path / "own.toml").write_text(STRICT.replace("on_request", "secret"), encoding="utf-8")
    said = dishu("rules", "check", tmp_path, "--json")
    assert said.status == 1
    assert any("own.toml" in problem and "own-notice" in problem for problem in said.json["problems"])


def test_a_defect_is_told_by_its_place_and_never_by_its_values(
    tmp_path: Path, dishu: Dishu, monkeypatch
) -> None:
    dishu("new", tmp_path / "c", "--office", "某局")

    def fail(_catalogue: object) -> None:
        raise ValueError("330106197001011234")

    monkeypatch.setattr("app.cli.gaps_command.completeness", fail)
    said = dishu("gaps", tmp_path / "c")
    assert said.status == 3
    assert "ValueError test_rules.py" in said.err
    assert "330106197001011234" not in said.err + said.out
