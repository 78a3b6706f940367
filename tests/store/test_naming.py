"""Documents by the names that persons give them."""

import pytest
from sqlalchemy import update

from app.errors import AppError
from app.store.catalogue import Catalogue
from app.store.naming import known_document, uuid_named
from app.store.tables.holdings import document
from tests.catalogues import add_document


def named(catalogue: Catalogue, typed: str) -> str:
    with catalogue.read() as connection:
        return uuid_named(connection, typed)


@pytest.fixture
def uuid(catalogue: Catalogue) -> str:
    add_document(catalogue, number="临政办发〔2015〕8号")
    return add_document(catalogue, number="临政办发〔2015〕9号")


@pytest.mark.parametrize("typed", ["临政办发〔2015〕9号", "临政办发[2015]9号", " 临政办发(2015)09号 "])
def test_a_number_in_any_brackets_names_its_document(catalogue: Catalogue, uuid: str, typed: str) -> None:
    assert named(catalogue, typed) == uuid


@pytest.mark.parametrize("length", [8, 13, 36])
def test_the_beginning_of_an_id_names_its_document(catalogue: Catalogue, uuid: str, length: int) -> None:
    assert named(catalogue, uuid[:length]) == uuid
    assert named(catalogue, uuid[:length].upper()) == uuid


@pytest.mark.parametrize("typed", ["临政办发〔2015〕10号", "00", "", "%", "不是文号"])
@pytest.mark.usefixtures("uuid")
def test_what_names_nothing_is_refused_with_advice(catalogue: Catalogue, typed: str) -> None:
    with pytest.raises(AppError, match="没有公文") as caught:
        named(catalogue, typed)
    assert "公文编号" in caught.value.advice


def test_several_are_told(catalogue: Catalogue, uuid: str) -> None:
    other = add_document(catalogue, "另一件", number="临政办发〔2015〕9号")
    with pytest.raises(AppError, match="不止一件") as caught:
        named(catalogue, "临政办发〔2015〕9号")
    assert uuid[:8] in caught.value.advice
    assert f"{other[:8]} 临政办发〔2015〕9号《另一件》" in caught.value.advice


def test_one_that_was_merged_is_known_by_its_old_id(catalogue: Catalogue, uuid: str) -> None:
    other = add_document(catalogue, "附件清单")
    with catalogue.write(by="王芳", action="test") as unit:
        kept = known_document(unit.connection, uuid)
        unit.connection.execute(update(document).where(document.c.uuid == other).values(merged_into=kept))
        unit.record(other)
        unit.commit()
    with catalogue.read() as connection:
        assert known_document(connection, other) == kept
        with pytest.raises(AppError, match="目录里没有这份公文"):
            known_document(connection, "0" * 36)
