"""Rules are data: read, overridden by id, and refused with the file, the rule and the key."""

import pytest

from app.classify.data_files import DataFileError
from app.classify.facts import Facts
from app.classify.rules import check, load_rules, shipped_rules
from app.domain.disclosure import DisclosureAttribute, Finding
from app.domain.document import DocumentRole, Element, ElementName, Origin, Recognition
from app.domain.source import Extraction, FileFormat
from app.errors import AppError
from app.paths import resources

RULE = """
[[rule]]
id = "lake"
title = "湖区"
edition = "1"
date = 2026-11-01
attribute = "proactive"
basis = ["A-19"]
explanation = "“{quote}”涉及湖区。"
when = { title = "湖区" }
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "own.toml").write_text(RULE, "utf-8")
    return tmp_path


def _facts(title="", text="", **fields):
    elements = {ElementName.TITLE: Element(title, title, Origin.PRINTED, 1.0, None, "t")} if title else {}
    for name in ("genre", "dated_on", "document_number", "subject_words"):
        if name in fields:
            value = fields.pop(name)
            elements[ElementName(name)] = Element(value, value, Origin.PRINTED, 1.0, None, "t")
    return Facts(Extraction(FileFormat.TXT, None, text), Recognition(elements), **fields)


def _holds(folder, when, facts):
    (folder / "own.toml").write_text(RULE.replace('{ title = "湖区" }', when), "utf-8")
    return bool(load_rules([folder]).firings(facts))


ROSTER = Finding("roster", 0, 8, "姓名", 0.9)


@pytest.mark.parametrize(
    ("when", "facts", "holds"),
    [
        ('{ title = "湖区" }', _facts("湖区通知"), True),
        ('{ title = "湖区（试行）" }', _facts("湖区(试行)"), True),
        ('{ title = "山区" }', _facts("湖区通知"), False),
        ('{ genre = ["通知"] }', _facts("湖区通知", genre="通知"), True),
        ('{ genre = "函" }', _facts("湖区通知", genre="通知"), False),
        ('{ head = "水位" }', _facts(text="湖区水位"), True),
        ('{ head = "水位" }', _facts(text="湖" * 2000 + "水位"), False),
        ('{ text = "水位" }', _facts(text="湖" * 2000 + "水位"), True),
        ('{ file_name = "讨论稿" }', _facts(file_name="湖区 讨论稿.doc"), True),
        ('{ finding = "roster" }', _facts(findings=(ROSTER,)), True),
        ('{ finding = ["roster", "medical"], at_least = 2 }', _facts(findings=(ROSTER,)), False),
        ('{ finding = "roster", min_confidence = 0.95 }', _facts(findings=(ROSTER,)), False),
        ('{ finding = "roster", min_share = 0.5 }', _facts(text="湖" * 10, findings=(ROSTER,)), True),
        ('{ finding = "roster", min_share = 0.5 }', _facts(text="湖" * 100, findings=(ROSTER,)), False),
        ('{ role = ["incoming"] }', _facts(role=DocumentRole.INCOMING), True),
        ('{ role = ["own"] }', _facts(role=DocumentRole.INCOMING), False),
        ('{ mark = ["none"] }', _facts(), True),
        ('{ mark = ["proactive"] }', _facts(mark=DisclosureAttribute.PROACTIVE), True),
        ('{ mark = ["none"] }', _facts(mark=DisclosureAttribute.PROACTIVE), False),
        ("{ dated_before = 2008-05-01 }", _facts(dated_on="2006-03-07"), True),
        ("{ dated_before = 2008-05-01 }", _facts(dated_on="2008-05-01"), False),
        ("{ dated_before = 2008-05-01 }", _facts(), False),
        ("{ dated_from = 2019-05-15 }", _facts(dated_on="2019-05-15"), True),
        ("{ dated_from = 2019-05-15 }", _facts(dated_on="2018"), False),
        (
            '{ element = "document_number", matches = "规〔" }',
            _facts(document_number="临政规〔2020〕1号"),
            True,
        ),
        ('{ element = "subject_words", contains = ["机构"] }', _facts(subject_words="水利 机构 通知"), True),
        ('{ element = "genre", equals = "通知" }', _facts(genre="通报"), False),
        ('{ element = "unified_number", present = false }', _facts(), True),
        ('{ all = [ { title = "湖" }, { title = "区" } ] }', _facts("湖区"), True),
        ('{ any = [ { title = "山" }, { title = "区" } ] }', _facts("湖区"), True),
        ('{ title = "湖", none = [ { title = "区" } ] }', _facts("湖区"), False),
    ],
)
def test_conditions(folder, when, facts, holds):
    assert _holds(folder, when, facts) is holds


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('attribute = "proactive"', 'attribute = "open"', "attribute"),
        ('basis = ["A-19"]', 'basis = ["A-99"]', "basis"),
        ("date = 2026-11-01", 'date = "2026-11-01"', "date"),
        ("“{quote}”", "“{name}”", "explanation"),
        ("“{quote}”", "“{quote”", "explanation"),
        ('title = "湖区" }', 'title = "湖区(" }', "when.title"),
        ('{ title = "湖区" }', '{ titel = "湖区" }', "when.titel"),
        ('{ title = "湖区" }', '{ finding = "rooster" }', "when.finding"),
        ('{ title = "湖区" }', '{ element = "titel", equals = "a" }', "when.element"),
        ('{ title = "湖区" }', '{ element = "title" }', "when.element"),
        ('{ title = "湖区" }', '{ title = "湖", at_least = 2 }', "when.at_least"),
        ('{ title = "湖区" }', '{ role = "ours" }', "when.role"),
        ('{ title = "湖区" }', '{ mark = "open" }', "when.mark"),
        ('{ title = "湖区" }', '{ any = [ { title = "" } ] }', "when.any[0].title"),
        ('{ title = "湖区" }', '{ dated_before = "2008" }', "when.dated_before"),
        ('{ title = "湖区" }', "{}", "when"),
        ('title = "湖区"\n', "", "title"),
        ('edition = "1"', 'edition = "1"\npriorty = 3', "priorty"),
        ('edition = "1"', 'edition = "1"\npriority = "high"', "priority"),
        ('edition = "1"', "edition = 1", "edition"),
    ],
)
def test_faults_are_named_with_file_rule_and_key(folder, old, new, key):
    (folder / "own.toml").write_text(RULE.replace(old, new, 1), "utf-8")
    problems = check([folder])
    assert [(problem.file, problem.entry, problem.key) for problem in problems] == [("own.toml", "lake", key)]
    with pytest.raises(DataFileError, match=r"own\.toml，lake"):
        load_rules([folder])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"[[rule]\n", "TOML"),
        ("标题".encode("gb18030"), "UTF-8"),
        (b"rule = 3\n", "rule"),
        ((RULE + RULE).encode(), "重复"),
        (RULE.replace("[[rule]]", "[[rules]]").encode(), "[[rule]]"),
    ],
)
def test_files_that_cannot_be_read_are_told_as_they_are(folder, content, message):
    (folder / "own.toml").write_bytes(content)
    (problem, *_) = check([folder])
    assert message in str(problem)
    assert problem.file == "own.toml"


def test_a_missing_folder_is_a_fault_a_person_can_mend(tmp_path):
    with pytest.raises(AppError, match="文件夹不存在"):
        load_rules([tmp_path / "none"])


def test_a_customers_rule_overrides_by_id_and_changes_the_edition(folder):
    shipped = shipped_rules()
    text = RULE.replace('id = "lake"', 'id = "letter"').replace('"proactive"', '"withheld"')
    (folder / "own.toml").write_text(text, "utf-8")
    merged = load_rules([resources() / "rules", folder])
    assert len(merged.rules) == len(shipped.rules)
    assert merged.rule("letter").attribute is DisclosureAttribute.WITHHELD
    assert merged.edition != shipped.edition


def test_a_rule_can_be_taken_out_of_force(folder):
    (folder / "own.toml").write_text('[[rule]]\nid = "letter"\ndisabled = true\n', "utf-8")
    assert load_rules([resources() / "rules", folder]).rule("letter") is None


def test_shipped_rules_are_sound_and_each_says_what_it_rests_on():
    assert check([resources() / "rules"]) == ()
    for rule in shipped_rules().rules:
        assert rule.explanation
        needs_basis = rule.attribute is not DisclosureAttribute.UNDETERMINED
        assert rule.basis or not needs_basis, rule.key


def test_the_edition_is_the_same_for_the_same_rules():
    assert load_rules([resources() / "rules"]).edition == shipped_rules().edition


def test_the_stronger_rule_stands_first_and_the_stricter_among_equals(folder):
    twin = RULE.replace('id = "lake"', 'id = "strict"').replace('"proactive"', '"withheld"')
    strong = RULE.replace('id = "lake"', 'id = "strong"').replace(
        'edition = "1"', 'edition = "1"\npriority = 90'
    )
    (folder / "own.toml").write_text(RULE + twin + strong, "utf-8")
    firings = load_rules([folder]).firings(_facts("湖区"))
    assert [firing.rule.key for firing in firings] == ["strong", "strict", "lake"]
