"""What rewriting one element of many documents would change."""

import pytest

from app.domain.document import ElementName
from app.errors import AppError, Cancelled
from app.inventory.correct import Rewriting, correct_all, correct_element, plan_corrections
from app.progress import Silent, Throttled
from app.search.find import find
from app.store import audit, documents
from app.store.tables.holdings import document
from tests.catalogues import add_document


def ids_of(catalogue, uuids):
    with catalogue.read() as connection:
        return [documents.document_with_uuid(connection, uuid) for uuid in uuids]


def test_a_preview_reads_one_element_as_a_person_left_it(catalogue):
    uuids = [add_document(catalogue, f"关于第{n}号工作的通知", genre="通知") for n in (1, 2)]
    correct_element(catalogue, uuids[0], ElementName.GENRE, "通报", by="王示例")
    correct_element(catalogue, uuids[1], ElementName.TITLE, "关于别的工作的通知", by="王示例")
    ids = ids_of(catalogue, uuids)
    planned = plan_corrections(catalogue, ids, ElementName.GENRE, Rewriting("", "通报"), Silent())
    assert [(one.document, one.before, one.after) for one in planned] == [(uuids[1], "通知", "通报")]


def test_one_element_is_what_it_is_among_all(catalogue):
    uuids = [add_document(catalogue, f"关于第{n}号工作的通知", genre="通知") for n in (1, 2)]
    correct_element(catalogue, uuids[0], ElementName.GENRE, "通报", by="王示例")
    ids = ids_of(catalogue, uuids)
    with catalogue.read() as connection:
        everything = documents.effective_elements_of(connection, ids)
        assert documents.effective_texts_of(connection, ids) == {
            each: {name: found.element.text for name, found in elements.items()}
            for each, elements in everything.items()
        }
        for name in ElementName:
            alone = documents.effective_elements_of(connection, ids, only=name)
            assert alone == {
                each: {name: found[name]} if name in found else {} for each, found in everything.items()
            }


def test_a_preview_stops_when_nobody_waits(catalogue):
    uuid = add_document(catalogue)
    progress = Throttled()
    progress.cancel()
    with pytest.raises(Cancelled):
        plan_corrections(
            catalogue, ids_of(catalogue, [uuid]), ElementName.GENRE, Rewriting("", "函"), progress
        )


def planned_for(catalogue, uuids, name, rewriting):
    return plan_corrections(catalogue, ids_of(catalogue, uuids), name, rewriting, Silent())


def values_of(catalogue, uuids, name):
    ids = ids_of(catalogue, uuids)
    with catalogue.read() as connection:
        found = documents.effective_texts_of(connection, ids, only=name)
    return [found[each].get(name) for each in ids]


def test_many_are_corrected_together_and_back(catalogue):
    uuids = [add_document(catalogue, f"关于第{n}号工作的通知", genre="通知") for n in (1, 2, 3)]
    correct_element(catalogue, uuids[0], ElementName.TITLE, "关于首号工作的通知", by="王示例")
    planned = planned_for(catalogue, uuids, ElementName.TITLE, Rewriting("工作", "事项"))
    assert correct_all(catalogue, planned, Silent(), by="王示例") == 3
    titles = ["关于首号事项的通知", "关于第2号事项的通知", "关于第3号事项的通知"]
    assert values_of(catalogue, uuids, ElementName.TITLE) == titles
    assert find(catalogue, "“第2号事项”").count == 1
    with catalogue.read() as connection:
        (last,) = list(audit.entries(connection, subject=uuids[2]))[-1:]
    (change,) = last.changes
    assert (last.action, change.name, change.before, change.after) == (
        "document.correct", "title", "关于第3号工作的通知", titles[2],
    )  # fmt: skip
    correct_all(catalogue, [one.undone for one in planned], Silent(), by="王示例")
    assert values_of(catalogue, uuids, ElementName.TITLE)[0] == "关于首号工作的通知"
    assert find(catalogue, "“第2号事项”").count == 0


def test_nothing_is_corrected_when_one_is_not_as_it_was_shown(catalogue):
    uuids = [add_document(catalogue, f"关于第{n}号工作的通知", genre="通知") for n in (1, 2)]
    planned = planned_for(catalogue, uuids, ElementName.GENRE, Rewriting("", "函"))
    correct_element(catalogue, uuids[1], ElementName.GENRE, "通报", by="王示例")
    with pytest.raises(AppError, match="第2号"):
        correct_all(catalogue, planned, Silent(), by="王示例")
    assert values_of(catalogue, uuids, ElementName.GENRE) == ["通知", "通报"]


def test_of_two_that_became_one_the_second_is_not_corrected_unseen(catalogue):
    uuids = [add_document(catalogue, f"关于第{n}号工作的通知", genre="通知") for n in (1, 2)]
    planned = planned_for(catalogue, uuids, ElementName.GENRE, Rewriting("", "函"))
    one, other = ids_of(catalogue, uuids)
    with catalogue.write(by="王示例", action="test") as unit:
        unit.connection.execute(document.update().where(document.c.id == other).values(merged_into=one))
        unit.record("test")
        unit.commit()
    with pytest.raises(AppError, match="第2号"):
        correct_all(catalogue, planned, Silent(), by="王示例")
