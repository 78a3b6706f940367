"""Which names count as ours."""

import pytest

from app.errors import WrongUseError
from app.inventory.office import (
    OfficeName,
    change_office,
    former_names,
    lines_of_names,
    names_from_lines,
    number_series,
    office_names,
    our_office,
    series_from_text,
)
from app.store import audit
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
    change_office(catalogue, former=(former,), by="王示例")
    assert office_names(catalogue) == (OfficeName("临湖县自然资源局"), former)


def test_an_office_that_is_renamed_keeps_its_old_name_once(catalogue: Catalogue) -> None:
    before, predecessor = "临湖县人民政府办公室", OfficeName("临湖县政府办", None, "2004-12-31")
    change_office(catalogue, former=(predecessor,), series=("临政发",), by="王示例")
    for name in ("临湖县人民政府综合办公室", "临湖县人民政府综合办公室", before):
        change_office(catalogue, name=name, by="王示例")
    assert catalogue.settings()["office"] == before
    assert [one.name for one in former_names(catalogue)] == [
        "临湖县人民政府综合办公室",
        before,
        "临湖县政府办",
    ]
    assert number_series(catalogue) == ("临政发",)
    assert our_office(catalogue).series == {"临政发"}


def test_what_stays_as_it_is_leaves_no_trace(catalogue: Catalogue) -> None:
    with catalogue.read() as connection:
        before = len(list(audit.entries(connection)))
    change_office(catalogue, name="临湖县人民政府办公室", former=(), series=(), by="王示例")
    with catalogue.read() as connection:
        assert len(list(audit.entries(connection))) == before


def test_codes_are_typed_in_one_line() -> None:
    assert series_from_text(" 临政发、临政办发，临政函 临政发") == ("临政发", "临政办发", "临政函")
    for wrong in ("临政办发〔2014〕4号", "2014", "临政发〔2014〕"):
        with pytest.raises(WrongUseError):
            series_from_text(wrong)


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
