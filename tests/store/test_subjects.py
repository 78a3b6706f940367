"""The names of what the audit trail is about: documents, persons, rounds, batches, searches and folders."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.domain.people import PersonRole
from app.progress import Silent
from app.review import people, rounds
from app.search import saved
from app.store.catalogue import Catalogue
from app.store.subjects import Subject, subjects
from app.store.tables.holdings import document, root
from app.store.tables.people import person
from app.store.tables.review import review_batch, review_round
from tests.catalogues import add_document
from tests.ui.holdings import REVIEWER, new_catalogue


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Catalogue]:
    made = new_catalogue(tmp_path / "held", 3)
    yield made
    made.close()


def names(catalogue: Catalogue, *uuids: str) -> dict[str, Subject]:
    with catalogue.read() as connection:
        return subjects(connection, uuids)


def test_a_document_is_called_by_its_number_or_else_by_its_title(catalogue: Catalogue) -> None:
    numbered = add_document(catalogue, number="临政办发〔2015〕9号")
    plain = add_document(catalogue, number="")
    found = names(catalogue, numbered, plain)
    assert found[numbered].name == "临政办发〔2015〕9号"
    assert found[plain].name == f"《{found[plain].title}》"


def test_what_became_part_of_another_leads_there(catalogue: Catalogue) -> None:
    one, other = add_document(catalogue), add_document(catalogue)
    with catalogue.write(by=REVIEWER, action="test.merge") as unit:
        into = unit.connection.scalar(select(document.c.id).where(document.c.uuid == one))
        unit.connection.execute(update(document).where(document.c.uuid == other).values(merged_into=into))
        unit.record(other, [])
        unit.commit()
    assert names(catalogue, other)[other].document == into


def test_what_was_purged_has_no_name(catalogue: Catalogue) -> None:
    uuid = add_document(catalogue)
    with catalogue.write(by=REVIEWER, action="test.purge") as unit:
        unit.connection.execute(
            update(document).where(document.c.uuid == uuid).values(title="", document_number=None)
        )
        unit.record(uuid, [])
        unit.commit()
    assert names(catalogue, uuid) == {}


def test_persons_rounds_batches_searches_and_folders_have_their_names(held: Catalogue) -> None:
    people.add_person(held, "赵保密", [PersonRole.SECRECY_REVIEWER], by=REVIEWER)
    rounds.create_round(held, "底数清理", "", by=REVIEWER)
    rounds.make_batches(held, "底数清理", Silent(), by=REVIEWER)
    search = saved.save(held, "安全生产", "安全", by=REVIEWER)
    with held.read() as connection:
        one = {
            table.name: connection.scalar(select(table.c.uuid))
            for table in (review_round, review_batch, root)
        }
        zhao = connection.scalar(select(person.c.uuid).where(person.c.name == "赵保密"))
    found = names(held, *one.values(), zhao, search)
    assert {uuid: each.name for uuid, each in found.items()} == {
        one["review_round"]: "底数清理",
        one["review_batch"]: "底数清理 · 1",
        one["root"]: "档案室",
        zhao: "赵保密",
        search: "安全生产",
    }


def test_other_things_are_left_out(catalogue: Catalogue) -> None:
    assert names(catalogue, "catalogue", "setting:office", "0" * 36) == {}
