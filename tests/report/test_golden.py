"""Every report on the sample archive equals its golden file."""

import json

import pytest

from app.store.catalogue import Catalogue
from tests.report.golden import GOLDEN, REPORTS, record_of


@pytest.mark.parametrize("name", REPORTS)
def test_equals_its_golden_file(name: str, holdings: Catalogue) -> None:
    expected = json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))
    assert record_of(REPORTS[name](holdings)) == expected
