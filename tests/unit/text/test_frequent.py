"""The frequent characters of a text as bits: the same whichever way they are looked for."""

from hypothesis import given
from hypothesis import strategies as st

from app.text.folding import fold
from app.text.frequent import FREQUENT, held, held_in_each, place_of
from app.text.tokens import index_tokens

EVERY = "".join(FREQUENT)
CHARACTERS = st.sampled_from(EVERY + "湖㐀a0 。\n\ud800𠮷")


def characters(numbers: tuple[int, ...]) -> set[str]:
    return {one for one in EVERY if (place := place_of(one)) and numbers[place[0]] & (1 << place[1])}


@given(st.lists(st.text(CHARACTERS, max_size=200), max_size=4))
def test_exactly_the_characters_of_the_texts_are_kept(texts: list[str]) -> None:
    assert characters(held(texts)) == set("".join(texts)) & set(EVERY)


@given(st.lists(st.text(CHARACTERS, max_size=200), max_size=5))
def test_several_texts_together_are_told_apart(texts: list[str]) -> None:
    assert held_in_each(texts) == [held([text]) for text in texts]


@given(st.text(CHARACTERS, max_size=200))
def test_words_tell_what_the_text_tells(text: str) -> None:
    folded = fold(text)
    assert held([index_tokens(folded)]) == held([folded])


def test_the_characters_are_folded_and_fit_in_signed_numbers() -> None:
    assert fold(EVERY) == EVERY
    assert len(set(EVERY)) == len(EVERY)
    assert max(map(len, FREQUENT)) <= 63
    assert all(number < 1 << 63 for number in held([EVERY]))
    assert place_of("湖") is None
