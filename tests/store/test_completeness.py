"""The numbers that documents of ours bear, by series and year."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.domain.completeness import HeldSeries, YearHeld, gaps
from app.store import completeness
from app.store.catalogue import Catalogue
from app.store.tables.holdings import content, document
from tests.catalogues import copied
from tests.ui.holdings import OFFICE, REVIEWER, new_catalogue

COUNT = 54
"""Of the invented documents three stand in each of 18 years, with the numbers 1 to 3 or 1 to 4."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled") / "c"
    new_catalogue(folder, COUNT).close()
    return folder


@pytest.fixture
def catalogue(tmp_path: Path, filled: Path) -> Iterator[Catalogue]:
    with copied(filled, tmp_path / "c") as made:
        yield made


def alter(catalogue: Catalogue, number: int, **values: Any) -> None:
    with catalogue.write(by=REVIEWER, action="test.alter") as unit:
        unit.connection.execute(document.update().where(document.c.id == number).values(**values))
        unit.record("test")
        unit.commit()


def held_of(catalogue: Catalogue, year: int) -> HeldSeries:
    with catalogue.read() as connection:
        (found,) = [one for one in completeness.own_series(connection) if one.year == year]
    return found


def test_all_numbers_of_a_series_stand_together(catalogue: Catalogue) -> None:
    found = held_of(catalogue, 2006)
    assert (found.series, sorted(found.serials)) == ("临政办发", [1, 2, 3])


@pytest.mark.parametrize(
    "values", [{"role": "incoming"}, {"merged_into": 19}, {"number_series": None}], ids=str
)
def test_what_is_not_ours_bears_no_number_of_ours(catalogue: Catalogue, values: dict[str, Any]) -> None:
    alter(catalogue, 37, **values)
    assert sorted(held_of(catalogue, 2006).serials) == [1, 2]


def test_lists_in_sheets_bear_no_number_and_paper_does(catalogue: Catalogue) -> None:
    with catalogue.write(by=REVIEWER, action="test.alter") as unit:
        unit.connection.execute(content.update().where(content.c.id == 19).values(format="xlsx"))
        unit.record("test")
        unit.commit()
    alter(catalogue, 37, master_content_id=None)
    assert sorted(held_of(catalogue, 2006).serials) == [1, 3]
    with catalogue.read() as connection:
        (gap,) = [one for one in gaps(completeness.own_series(connection)) if one.year == 2006]
    assert gap.numbers == (2,)


def test_the_body_of_a_gap_is_the_one_that_most_name_and_of_equals_the_first(catalogue: Catalogue) -> None:
    def body() -> str:
        with catalogue.read() as connection:
            found = completeness.named(connection, gaps(completeness.own_series(connection)))
        return next(gap.body for gap in found if gap.year == 2005)

    alter(catalogue, 18, issuing_body="临湖县水利局")
    assert body() == OFFICE
    alter(catalogue, 54, number_series=None)
    assert body() == "临湖县水利局"


def test_a_number_borne_twice_is_named_with_its_documents(catalogue: Catalogue) -> None:
    alter(catalogue, 37, number_serial=1)
    with catalogue.read() as connection:
        (double,) = completeness.repeated(connection, completeness.own_series(connection))
        query = document.select().where(document.c.id.in_((1, 37)))
        bearers = sorted(row.uuid for row in connection.execute(query))
    assert double.document_number == "临政办发〔2006〕1号"
    assert list(double.documents) == bearers


def test_documents_of_a_year_are_counted_with_those_of_others_and_those_determined(
    catalogue: Catalogue,
) -> None:
    for number, values in ((1, {"role": "incoming"}), (19, {"attribute": "withheld"}), (3, {"year": None})):
        alter(catalogue, number, **values)
    alter(catalogue, 5, role="incoming", merged_into=23)
    with catalogue.read() as connection:
        counted = {one.year: one for one in completeness.years(connection)}
    assert counted[2006] == YearHeld(2006, 3, 2, 1)
    assert counted[None] == YearHeld(None, 1, 1, 0)
    assert counted[2010] == YearHeld(2010, 2, 2, 0)
    assert sum(one.documents for one in counted.values()) == COUNT - 1
