"""Tokens: any substring of two or more Han characters is a phrase of them."""

import re
import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text.folding import fold
from app.text.tokens import index_tokens, index_tokens_of_each, occurrence_pattern, phrase_tokens
from tests.pace import at_most


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("临政办发〔2020〕16号", "临政 政办 办发 发 2020 16 号"),
        ("通　　知", "通知 知"),
        ("政府性\n融资", "政府 府性 性融 融资 资"),
        ("通知\n\n各县", "通知 知 各县 县"),
        ("甲\t乙", "甲 乙"),
        ("A4纸，3.5元", "a4 纸 3 5 元"),
        ("二〇二〇年", "二〇 〇二 二〇 〇年 年"),
        ("𠮷田 𠮷", "𠮷田 田𠮷 𠮷"),
        ("——！", ""),
        ("Ｗｉ－Ｆｉ", "wi fi"),
    ],
)
def test_tokens_of_a_text(text: str, tokens: str) -> None:
    assert index_tokens(fold(text)).split() == tokens.split()


@pytest.mark.parametrize(
    ("words", "tokens", "is_open"),
    [
        ("临政办发〔2020〕16号", "临政 政办 办发 发 2020 16 号", True),
        ("政务公开", "政务 务公 公开", False),
        ("公", "公", True),
        ("工作、生活", "工作 作 生活", False),
        ("gdp", "gdp", False),
    ],
)
def test_tokens_of_a_phrase(words: str, tokens: str, is_open: bool) -> None:
    phrase = phrase_tokens(fold(words))
    assert (" ".join(phrase.tokens), phrase.is_open) == (tokens, is_open)


def test_a_prefix_leaves_the_last_word_open() -> None:
    assert phrase_tokens("gdp", is_prefix=True).is_open
    assert not phrase_tokens("政务", is_prefix=True).is_open


@pytest.mark.parametrize(
    ("words", "text", "places"),
    [
        ("通知", "通 知和通\n知", ["通 知", "通\n知"]),
        ("16号", "216号和16号", ["16号"]),
        ("发2020", "发〔2020〕和发2020和发20201", ["发〔2020〕"[:-1], "发2020"]),
        ("工作、生活", "工作，生活", ["工作，生活"]),
    ],
)
def test_occurrences(words: str, text: str, places: list[str]) -> None:
    assert [found[0] for found in occurrence_pattern(fold(words)).finditer(text)] == places


@pytest.mark.parametrize(
    ("text", "found"), [("工作、生活", True), ("工作，生活", False), ("工作、 生活", True)]
)
def test_punctuation_counts_when_asked(text: str, found: bool) -> None:
    pattern = occurrence_pattern(fold("工作、生活"), with_punctuation=True)
    assert bool(pattern.search(fold(text))) is found


def test_the_index_keeps_every_token_whole() -> None:
    characters = {fold(chr(code)) for code in range(0x20000, 0x323B0, 7)} | set("〇々龘㐀ß¼")
    tokens = index_tokens("\n\n".join(sorted(characters))).split()
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE f USING fts5(b, content='', tokenize='ascii')")
        connection.execute("CREATE VIRTUAL TABLE v USING fts5vocab(f, 'row')")
        connection.execute("INSERT INTO f(rowid, b) VALUES (1, ?)", (" ".join(tokens),))
        stored = {term for (term,) in connection.execute("SELECT term FROM v")}
    connection.close()
    assert stored == set(tokens)


_TEXT = st.text(st.sampled_from("临湖县政府 \n2020号，。〔〕ab"), max_size=60)


@given(_TEXT, st.data())
def test_a_han_substring_is_found_where_it_stands(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    found = list(re.finditer("[临湖县政府号]{2,}", folded))
    if not found:
        return
    run = data.draw(st.sampled_from(found))[0]
    phrase = phrase_tokens(run).tokens
    tokens = index_tokens(folded).split()
    assert any(tuple(tokens[i : i + len(phrase)]) == phrase for i in range(len(tokens)))
    assert occurrence_pattern(run).search(folded)


def test_characters_without_a_meaning_of_their_own_part_words() -> None:
    assert index_tokens("采\ue000集 abc\ue000").split() == ["采", "集", "abc"]


@given(st.text(st.sampled_from("浙政办发〇 \n\t12ab，。〔〕𠮷é号"), max_size=40))
def test_a_piece_of_a_long_text_has_the_tokens_it_has_alone(piece: str) -> None:
    folded = fold(piece)
    filling = "。" + "本县。" * 30
    alone = index_tokens(folded).split()
    around = index_tokens(filling).split()
    assert index_tokens(f"{filling}\n\n{folded}\n\n{filling}").split() == around + alone + around


PIECES = st.text(st.sampled_from("防火检查通知ab12 \n。\0\1𠮷\ud800\udc00"), max_size=90)


@given(st.lists(PIECES, max_size=6))
def test_several_texts_together_have_the_tokens_they_have_alone(texts: list[str]) -> None:
    together = [tokens.split() for tokens in index_tokens_of_each(texts)] if texts else []
    assert together == [index_tokens(text).split() for text in texts]


def test_a_pattern_of_hundreds_of_words_is_made_at_once() -> None:
    words = "，".join(f"{number}号" for number in range(400))
    with at_most(0.5):
        pattern = occurrence_pattern(fold(words))
    assert pattern.search(fold(f"见{words}。"))


@pytest.mark.parametrize(
    ("words", "text", "is_found"),
    [
        ("2015 7", "20157", False),
        ("2015 7", "2015—7", True),
        ("15 号", "2015号", False),
        ("号 15", "号150", False),
        ("号 15", "第3号 15", True),
    ],
)
def test_words_beside_each_other_stay_apart(words: str, text: str, *, is_found: bool) -> None:
    assert bool(occurrence_pattern(fold(words)).search(fold(text))) is is_found
