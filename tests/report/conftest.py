"""The decided sample archive, made once for all tests of reports."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from app.store.catalogue import Catalogue, open_catalogue
from tests.conftest import SampleArchive, made_once
from tests.report.decided import decided_sample


@pytest.fixture(scope="session")
def decided(sample_archive: SampleArchive, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the catalogue; tests that write take a copy."""
    make = partial(decided_sample, sample_archive.folder)
    return made_once(tmp_path_factory, worker_id, "decided", make)


@pytest.fixture
def holdings(decided: Path) -> Iterator[Catalogue]:
    """The decided catalogue, open."""
    with open_catalogue(decided) as catalogue:
        yield catalogue
