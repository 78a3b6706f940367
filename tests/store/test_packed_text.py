"""Texts are packed; their beginning can be had without unpacking all of them."""

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.codec import pack_text, unpack_start, unpack_text

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
    beyond=st.integers(10, 200),
)
def test_a_start_holds_the_first_place_and_what_follows(
    before: str, times: int, word: str, after: str, beyond: int
) -> None:
    text = before * times + word + after * times
    start = unpack_start(pack_text(text), [word, "查无此词"], beyond)
    assert text.startswith(start)
    place = text.index(word)
    assert start.index(word) == place
    assert start == text or len(start) >= place + beyond


def test_only_the_beginning_is_unpacked() -> None:
    text = "防火。" + "年度工作要点" * 50_000
    assert len(unpack_start(pack_text(text), ["防火"], 120)) < 5_000
    assert unpack_start(pack_text(text), ["查无此词"], 120) == text
    assert unpack_start(pack_text(text), [], 120) == text


def test_a_text_cut_short_on_disk_is_an_error() -> None:
    packed = pack_text("防火检查" * 1000)
    with pytest.raises(zlib.error):
        unpack_start(packed[:-5], ["查无此词"], 120)
