"""Which names count as ours."""

import pytest

from app.inventory.office import OfficeName, office_names, set_former_names
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
