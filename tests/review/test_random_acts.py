"""Whatever an office does in whatever order: the log leads to the present, and nothing is signed twice."""

import random
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.review import trail
from app.store.catalogue import create_catalogue
from tests.review.machine import Office


@settings(
    max_examples=4,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
    phases=[Phase.generate],
)
@given(seed=st.integers(0, 10_000))
def test_random_acts_equal_their_replay(tmp_path_factory, seed: int) -> None:
    folder: Path = tmp_path_factory.mktemp("office")
    with create_catalogue(folder / "catalogue", office="临湖县水利局", by="系统") as catalogue:
        office = Office(catalogue, random.Random(seed), size=5)
        for _ in range(60):
            office.step()
        assert office.done > 10
        assert office.refused > 5
        assert trail.verify(catalogue).is_whole
