"""What rewriting one element of many documents would change."""

import pytest

from app.domain.document import ElementName
from app.errors import Cancelled
from app.inventory.correct import Rewriting, correct_element, plan_corrections
from app.progress import Silent, Throttled
from app.store import documents
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
