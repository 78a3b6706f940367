"""Texts written against the detectors, labelled before they were tried: what is found, what is left alone."""

import pytest

from tests.unit.classify.marked_reader import marked_texts, scores

LEAST_TEXTS = 400
LEAST_F1 = 0.98
LEAST_F1_OF_NAMES = 0.95


def test_the_set_is_large_enough():
    assert len(marked_texts()) >= LEAST_TEXTS


def test_all_kinds_and_names():
    for kind, score in scores().items():
        print(f"\n{kind:24}{score.f1:.3f} ({score.right} right, {score.given} given, {score.wanted} wanted)")
    assert scores()["all"].f1 >= LEAST_F1
    assert scores()["person_name"].f1 >= LEAST_F1_OF_NAMES


@pytest.mark.parametrize(
    "case", [one for one in marked_texts() if not one.wanted], ids=lambda case: case.text[:24]
)
def test_what_only_looks_private_is_left_alone(case):
    assert case.found() == frozenset()
