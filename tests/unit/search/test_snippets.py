"""Snippets: the first place is shown, every place in it is marked, offsets fit the original text."""

import pytest

from app.domain.query import Field, Mistake
from app.search.language import understand
from app.search.snippets import BEFORE, LENGTH, Marker

FILLING = "本县各单位要认真落实有关要求，切实加强组织领导。" * 8


def marker(query: str) -> Marker:
    node = understand(query)
    assert not isinstance(node, Mistake)
    return Marker(node)


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("防火", "森林防火与防火带", ["防火", "防火"]),
        ("防火 检查", "防火检查", ["防火检查"]),
        ("临政发2020 16号", "依据臨政發［２０２０］第016號文件", ["臨政發［２０２０］第016號"]),
        ("16号", "216号和16号", ["16号"]),
        ("通知", "通\n知和通 知", ["通\n知", "通 知"]),
        ("计划", "年度計畫", ["計畫"]),
        ("gdp*", "GDP与gdp2020", ["GDP", "gdp"]),
        ("防火 非 检查", "防火检查", ["防火"]),
        ("“防火，检查”", "防火、检查和防火，检查", ["防火，检查"]),
        ("年:2008", "2008年", []),
    ],
)
def test_marks(query: str, text: str, marked: list[str]) -> None:
    assert [text[start:end] for start, end in marker(query).marks(text)] == marked


@pytest.mark.parametrize("word", ["森林防火", "森 林\n防火", "森林防火".replace("防", "防\u200b")])
def test_a_snippet_begins_before_the_first_place(word: str) -> None:
    text = FILLING + "要做好" + word + "工作。" + FILLING
    snippet = marker("森林防火").snippet(text)
    assert len(snippet.text) == LENGTH
    assert 0 < text.index(word) - snippet.start <= BEFORE
    assert [text[snippet.start + a : snippet.start + b] for a, b in snippet.marks] == [word]
    assert "\n" not in snippet.text


def test_a_number_inside_another_one_is_not_the_place() -> None:
    text = "本县第216号文件。" + FILLING + "第16号文件。"
    snippet = marker("16号").snippet(text)
    assert [text[snippet.start + a : snippet.start + b] for a, b in snippet.marks] == ["16号"]


def test_without_a_place_the_beginning_is_shown() -> None:
    assert marker("年:2008").snippet(FILLING).start == 0
    assert marker("防火").snippet("").text == ""


@pytest.mark.parametrize(
    ("query", "text", "is_hit"),
    [
        ("“防火，检查”", "防火，检查", True),
        ("“防火，检查”", "防火,检查", True),
        ("“防火，检查”", "防火、检查", False),
        ("“防火 检查”", "防火检查", True),
        ("“（试行）”", "办法(试行)", True),
        ("“防火，检查” 或 通知", "防火、检查的通知", True),
        ("“防火，检查” 通知", "防火、检查的通知", False),
        ("标题:“防火，检查”", "防火，检查", False),
    ],
)
def test_punctuation_in_a_phrase_counts(query: str, text: str, is_hit: bool) -> None:
    assert marker(query).honours_punctuation({Field.TITLE: "", Field.NUMBER: "", Field.TEXT: text}) is is_hit
