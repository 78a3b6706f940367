"""Every reader and recogniser takes what fuzzing once made of its seeds, and some new wounds."""

import random
import time
import zlib

import pytest

from tests.fuzz.corpus import FOLDER, inputs_of
from tests.fuzz.mutate import wounded
from tests.fuzz.targets import TARGETS

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning", "ignore::DeprecationWarning")
WOUNDS = 15
SLOWEST_CPU = 5.0


@pytest.mark.parametrize("name", TARGETS)
def test_seeds_and_kept_inputs_are_read_or_refused_in_words(name):
    for data in [*TARGETS[name].seeds(), *inputs_of(name)]:
        started = time.thread_time()
        TARGETS[name].run(data)
        assert time.thread_time() - started < SLOWEST_CPU


@pytest.mark.parametrize("name", TARGETS)
def test_new_wounds_are_read_or_refused_in_words(name):
    target = TARGETS[name]
    chance = random.Random(zlib.crc32(name.encode()))
    seeds = target.seeds()
    for number in range(WOUNDS):
        data = target.mutate(seeds[number % len(seeds)], chance, lambda piece: wounded(piece, chance))
        target.run(data)


def test_the_corpus_stays_small():
    assert sum(path.stat().st_size for path in FOLDER.glob("*.zip")) < 1_000_000
