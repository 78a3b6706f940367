"""Catalogues of an office that has persons of every role."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.store.catalogue import Catalogue
from tests.catalogues import copied
from tests.review.staff import hire


@pytest.fixture(scope="session")
def staffed(blank_catalogue: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue without documents, closed; tests take a copy."""
    folder = tmp_path_factory.mktemp("staffed") / "catalogue"
    with copied(blank_catalogue, folder) as made:
        hire(made)
    return folder


@pytest.fixture
def catalogue(tmp_path: Path, staffed: Path) -> Iterator[Catalogue]:
    """A catalogue without documents."""
    with copied(staffed, tmp_path / "catalogue") as made:
        yield made
