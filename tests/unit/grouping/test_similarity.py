"""Sketches of texts, and where texts differ."""

import random

import pytest

from app.text.differences import differences
from app.text.similarity import BINS, SHINGLE, containment, letters, signatures_of, similarity, sketch_of

LETTERS = [chr(0x4E00 + n) for n in range(3000)]


def text(length: int, seed: int) -> str:
    return "".join(random.Random(seed).choices(LETTERS, k=length))


def estimated(one: str, other: str) -> float:
    a, b = (signatures_of([sketch_of(each).signature]) for each in (one, other))
    return float(similarity(a, b)[0])


def exact(one: str, other: str) -> float:
    a, b = ({each[i : i + SHINGLE] for i in range(len(each) - SHINGLE + 1)} for each in (one, other))
    return len(a & b) / len(a | b)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.8, 0.95, 1.0])
def test_the_share_of_common_text_is_estimated(share: float) -> None:
    errors = []
    for seed in range(20):
        one = text(1500, seed)
        kept = int(1500 * share)
        other = one[:kept] + text(1500 - kept, seed + 1000)
        errors.append(estimated(one, other) - exact(one, other))
    assert abs(sum(errors)) / len(errors) < 0.03
    assert max(map(abs, errors)) < 0.16


def test_only_letters_count_and_forms_of_them_do_not() -> None:
    one = sketch_of("临湖县人民政府　关于印发ＡＢＣ管理办法的通知\n（２０１５）")
    other = sketch_of("臨湖縣人民政府關於印發abc管理辦法的通知(2015)")
    assert one == other
    assert sketch_of("临湖县").signature == b""
    assert sketch_of("").shingle_count == 0


@pytest.mark.parametrize("sign", ["", "𠮷", "\ud840", "🏛", "é", "〇", "々"])
def test_letters_of_a_long_text_are_those_of_its_parts(sign: str) -> None:
    part = f"临湖县（{sign}）Abc－12，{sign}〔2015〕"
    assert letters(part * 100) == letters(part) * 100


def test_a_text_without_signature_is_like_none() -> None:
    table = signatures_of([b"", sketch_of(text(400, 1)).signature])
    assert table.shape == (2, BINS)
    assert float(similarity(table[:1], table[1:])[0]) < 0.05


def test_a_part_is_contained_in_the_whole() -> None:
    whole, part = text(2000, 1), text(2000, 1)[:600]
    one, other = sketch_of(part), sketch_of(whole)
    share = containment(estimated(part, whole), one.shingle_count, other.shingle_count)
    assert share > 0.7
    assert containment(0.0, 0, 10) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("同一行\n", "同一行\n", []),
        ("甲行\n乙行\n丙行\n", "甲行\n丙行\n", [("乙行\n", "")]),
        ("停车费每小时5元。\n", "停车费每小时3元。\n", [("5", "3")]),
        ("第一条\n", "第一条\n第二条\n", [("", "第二条\n")]),
        ("", "新的\n", [("", "新的\n")]),
    ],
)
def test_differences_are_told_to_the_character(one: str, other: str, told: list[tuple[str, str]]) -> None:
    found = differences(one, other)
    assert [(one[d.start_a : d.end_a], other[d.start_b : d.end_b]) for d in found] == told


def test_long_texts_are_told_as_changed_whole() -> None:
    one, other = "甲\n" * 5000, "乙\n" * 5000
    (found,) = differences(one, other)
    assert (found.end_a, found.end_b) == (len(one), len(other))
    assert differences(one, one) == []
