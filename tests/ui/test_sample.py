"""The sample archive is made when a newcomer wants it, and every desk of it has something to do."""

import shutil
from pathlib import Path

import pytest

from app.domain.batching import BatchState
from app.domain.review import ReviewState
from app.errors import AppError
from app.review import batches, sampling
from app.store import people, queries, reviews, searches
from app.store.backup import backups
from app.store.catalogue import open_catalogue
from app.store.queries import DocumentFilter
from app.ui.start import sample
from tests.conftest import SampleArchive

YEARS = ("2007年", "2008年", "2011年", "2013年", "2014年", "2016年", "2017年", "2018年")


@pytest.fixture(scope="module")
def made(sample_archive: SampleArchive, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalogue made of part of the archive, as the start screen makes it."""
    place = tmp_path_factory.mktemp("own")
    for year in YEARS:
        shutil.copytree(sample_archive.folder / year, place / "archive" / year)
    return sample.make(place / "archive", place / "data")


def test_it_is_found_again_where_it_was_made(made: Path) -> None:
    place = made.parents[1]
    assert sample.catalogue_in((place / "没有", place)) == made
    assert sample.catalogue_in((place / "没有",)) is None


def test_without_files_it_is_said_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(AppError, match=r"run\.py demo"):
        sample.make(tmp_path / "没有", tmp_path)


def test_every_queue_holds_something(made: Path) -> None:
    with open_catalogue(made) as catalogue:
        with catalogue.read() as connection:
            states = dict(queries.facet(connection, "review_state", DocumentFilter()))
            found = reviews.batches(connection)
            kept = searches.saved_searches(connection)
            names = {person.name for person in people.everyone(connection)}
        assert (
            min(states[each] for each in (ReviewState.OPEN, ReviewState.PROPOSED, ReviewState.RETURNED)) > 0
        )
        assert states[ReviewState.APPROVED] > states[ReviewState.PROPOSED]
        assert any(batch.state is BatchState.CHECKED_OUT for batch in found)
        progress = batches.progress_of(catalogue, found[0].round_name)
        assert 0 < progress.done < progress.total
        assert kept
        assert len(names) > 3
        assert list(backups(made))


def test_a_sample_waits_half_read(made: Path) -> None:
    with open_catalogue(made) as catalogue:
        (drawn,) = sampling.all_samples(catalogue)
        report = sampling.report(catalogue, drawn.name)
        assert 0 < report.read < report.size
        assert sampling.blind_lines(catalogue, drawn.name)
