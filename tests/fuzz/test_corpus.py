"""Every reader and recogniser takes what fuzzing once made of its seeds, and some new wounds."""

import random
import zlib

import pytest

from tests.fuzz.corpus import FOLDER, inputs_of
from tests.fuzz.mutate import wounded
from tests.fuzz.targets import NAMES, target
from tests.pace import at_most

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
WOUNDS = 15
SLOWEST_CPU = 5.0


@pytest.mark.parametrize("name", NAMES)
def test_seeds_and_kept_inputs_are_read_or_refused_in_words(name):
    chosen = target(name)
    for data in [*chosen.seeds(), *inputs_of(name)]:
        with at_most(SLOWEST_CPU):
            chosen.run(data)


@pytest.mark.parametrize("name", NAMES)
def test_new_wounds_are_read_or_refused_in_words(name):
    chosen = target(name)
    chance = random.Random(zlib.crc32(name.encode()))
    seeds = chosen.seeds()
    for number in range(WOUNDS):
        data = chosen.mutate(seeds[number % len(seeds)], chance, lambda piece: wounded(piece, chance))
        chosen.run(data)


def test_the_corpus_stays_small():
    assert sum(path.stat().st_size for path in FOLDER.glob("*.zip")) < 1_000_000
