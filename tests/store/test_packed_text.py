"""Texts are packed; a part can be had without unpacking all of them."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.codec import pack_text, unpack_around, unpack_text

CHARACTERS = st.sampled_from("环保通知防火aé𠮷\ud800\n。")


@given(st.text(CHARACTERS, max_size=40), st.integers(0, 3000))
def test_what_is_packed_comes_back(piece: str, times: int) -> None:
    text = piece * times
    assert unpack_text(pack_text(text)) == text


@given(
    before=st.text(CHARACTERS, max_size=30),
    times=st.integers(0, 400),
    word=st.text(CHARACTERS, min_size=1, max_size=4),
    after=st.text(CHARACTERS, max_size=30),
    reach=st.tuples(st.integers(1, 40), st.integers(10, 200)),
)
def test_a_part_holds_the_first_place_and_what_is_around(
    before: str, times: int, word: str, after: str, reach: tuple[int, int]
) -> None:
    text = before * times + word + after * times
    part = unpack_around(pack_text(text), [word, "查无此词"], *reach)
    place = text.index(word)
    start = place - part.index(word)
    assert part == text[start : start + len(part)]
    assert start == 0 or place - start >= reach[0]
    assert start + len(part) == len(text) or start + len(part) >= place + reach[1]


def test_only_a_part_is_unpacked() -> None:
    text = "防火。" + "年度工作要点" * 50_000
    assert len(unpack_around(pack_text(text), ["防火"], 30, 120)) < 500
    assert len(unpack_around(pack_text(text + "森林。"), ["森林"], 30, 120)) < 500
    assert unpack_around(pack_text(text), ["查无此词"], 30, 120) == text
    assert unpack_around(pack_text(text), [], 30, 120) == text


def test_a_text_cut_short_on_disk_is_an_error() -> None:
    packed = pack_text("防火检查" * 2000)
    with pytest.raises(zlib.error):
        unpack_around(packed[:-5], ["查无此词"], 30, 120)


@pytest.mark.parametrize("times", [1, 3000], ids=["short", "long"])
def test_a_damaged_text_is_never_taken_for_the_text(times: int) -> None:
    packed = bytearray(pack_text("防火检查" * times))
    packed[-1] ^= 1
    with pytest.raises(zlib.error):
        unpack_text(bytes(packed))
    with pytest.raises(zlib.error):
        unpack_around(bytes(packed), ["查无此词"], 30, 120)
