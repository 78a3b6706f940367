"""Classifying a catalogue: stopped and taken up again, nothing seen twice, earlier suggestions kept."""

import pytest

from app.classify.rules import load_rules
from app.classify.run import DOCUMENTS_PER_TASK, classify
from app.errors import Cancelled
from app.formats.pool import WorkerPool
from app.inventory.registers import import_register, open_register
from app.paths import resources
from app.progress import Silent, Throttled
from app.store import queries, suggestions
from app.store.catalogue import create_catalogue
from tests.catalogues import add_document

RULES = resources() / "rules"
COUNT = 2 * DOCUMENTS_PER_TASK + 7
STRICT = """
[[rule]]
id = "river"
title = "河道"
edition = "1"
date = 2026-11-20
attribute = "withheld"
basis = ["N-16-1"]
priority = 99
explanation = "“{quote}”"
when = { title = "河道" }
"""


class StopAtOnce(Throttled):
    """Cancels at the first step that is shown."""

    def show(self, step):
        assert 0 < step.done < step.total
        self.cancel()


@pytest.fixture(scope="module")
def pool():
    with WorkerPool(1) as pool:
        yield pool


@pytest.fixture
def catalogue(tmp_path):
    with create_catalogue(tmp_path / "c", office="临湖县人民政府办公室", by="系统") as catalogue:
        for number in range(COUNT):
            add_document(catalogue, f"临湖县人民政府办公室关于加强第{number}号河道管理的通知")
        yield catalogue


def _left(catalogue, edition):
    with catalogue.read() as connection:
        return suggestions.count_unclassified(connection, edition)


def test_a_run_that_was_stopped_is_taken_up_where_it_ended(catalogue, pool):
    edition = load_rules([RULES]).edition
    with pytest.raises(Cancelled):
        classify(catalogue, [RULES], pool, StopAtOnce())
    left = _left(catalogue, edition)
    assert 0 < left < COUNT
    assert classify(catalogue, [RULES], pool, Silent()).classified == left
    assert _left(catalogue, edition) == 0
    assert classify(catalogue, [RULES], pool, Silent()).classified == 0


def test_a_new_edition_adds_a_suggestion_and_keeps_the_old_one(catalogue, pool, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "river.toml").write_text(STRICT, "utf-8")
    first = classify(catalogue, [RULES], pool, Silent())
    second = classify(catalogue, [RULES, own], pool, Silent())
    assert (first.classified, second.classified) == (COUNT, COUNT)
    assert second.by_attribute == {"withheld": COUNT}
    with catalogue.read() as connection:
        document_id = queries.document_ids(connection, queries.DocumentFilter())[0]
        current = suggestions.current_suggestion(connection, document_id)
    assert current is not None
    assert current[0] > COUNT
    assert current[1].rule_edition == second.rule_edition


def test_what_a_register_says_is_heard_when_it_is_read_in(tmp_path, pool):
    register = tmp_path / "簿.csv"
    with create_catalogue(tmp_path / "c", office="临湖县人民政府办公室", by="系统") as catalogue:
        for serial in (8, 9):
            title = "临湖县人民政府办公室关于加强河道管理的通知"
            add_document(catalogue, title, number=f"临政办发〔2015〕{serial}号")
        assert classify(catalogue, [RULES], pool, Silent()).classified == 2
        assert _read_in(catalogue, pool, register, "不予公开") == 1
        again = classify(catalogue, [RULES], pool, Silent())
        assert (again.classified, again.by_attribute) == (1, {"withheld": 1})
        with catalogue.read() as connection:
            second = queries.document_ids(connection, queries.DocumentFilter(suggested_attribute="withheld"))
            (_, made), *others = suggestions.current_suggestions(connection, second).values()
        assert not others
        assert [(one.rule, one.quote) for one in made.reasons] == [("mark:register", "不予公开")]


def test_what_a_register_no_longer_says_is_forgotten(tmp_path, pool):
    register = tmp_path / "簿.csv"
    with create_catalogue(tmp_path / "c", office="临湖县人民政府办公室", by="系统") as catalogue:
        add_document(catalogue, "关于加强河道管理的通知", number="临政办发〔2015〕9号")
        _read_in(catalogue, pool, register, "不予公开")
        assert classify(catalogue, [RULES], pool, Silent()).by_attribute == {"withheld": 1}
        assert _read_in(catalogue, pool, register, "") == 1
        again = classify(catalogue, [RULES], pool, Silent())
        assert again.classified == 1
        assert "withheld" not in again.by_attribute


def _read_in(catalogue, pool, register, attribute):
    """How many documents are to be classified anew."""
    row = f"临政办发〔2015〕9号,关于加强河道管理的通知,{attribute}"
    register.write_text(f"文号,题名,公开属性\n{row}\n", "utf-8")
    opened = open_register(catalogue, pool, register)
    return import_register(catalogue, opened, Silent(), by="王示例").to_classify
