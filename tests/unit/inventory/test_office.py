"""Which names count as ours."""

import pytest

from app.errors import WrongUseError
from app.inventory.office import (
    OfficeName,
    lines_of_names,
    names_from_lines,
    office_names,
    set_former_names,
)
from app.store.catalogue import Catalogue


def test_a_government_s_office_answers_for_its_government(catalogue: Catalogue) -> None:
    assert [name.name for name in office_names(catalogue)] == ["临湖县人民政府办公室", "临湖县人民政府"]


@pytest.mark.parametrize("office", ["临湖县水利局", "临湖县水利局办公室"])
def test_other_offices_answer_for_themselves(catalogue: Catalogue, office: str) -> None:
    catalogue.change_settings({"office": office}, by="王示例")
    assert [name.name for name in office_names(catalogue)] == [office]


def test_former_names_keep_their_periods(catalogue: Catalogue) -> None:
    former = OfficeName("临湖县国土资源局", "2004-01-01", "2019-03-01")
    catalogue.change_settings({"office": "临湖县自然资源局"}, by="王示例")
    set_former_names(catalogue, (former,), by="王示例")
    assert office_names(catalogue) == (OfficeName("临湖县自然资源局"), former)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("临湖县土地局", OfficeName("临湖县土地局")),
        ("临湖县土地局 2001-2004", OfficeName("临湖县土地局", "2001-01-01", "2004-12-31")),
        ("临湖县土地局（2001—2004）", OfficeName("临湖县土地局", "2001-01-01", "2004-12-31")),
        ("临湖县土地局 至2004", OfficeName("临湖县土地局", None, "2004-12-31")),
        ("临湖县土地局 2001-05-06至2004-03-02", OfficeName("临湖县土地局", "2001-05-06", "2004-03-02")),
        ("临湖县土地局 2001-05-06 - ", OfficeName("临湖县土地局", "2001-05-06", None)),
    ],
)
def test_former_names_are_typed_one_a_line(line: str, name: OfficeName) -> None:
    assert names_from_lines(f"\n{line}\n\n") == (name,)
    assert names_from_lines(lines_of_names([name])) == (name,)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(WrongUseError):
        names_from_lines("临湖县土地局 2010-2004")
